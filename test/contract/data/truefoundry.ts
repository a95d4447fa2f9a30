import { expect } from 'vitest';
import { forms } from '../forms.ts';
import type { ProviderData } from '../provider-data.ts';
import type { StoreUnderTest } from '../store-under-test.ts';

const INTEGRATIONS = `query Integrations($name: String!) { store(name: $name) { native {
  ... on TrueFoundryStore { integrations { nativeId type } } } } }`;

interface Integrations {
  readonly store: { readonly native: { readonly integrations: readonly { nativeId: string; type: string }[] } };
}

async function integrationId({ gateway, word }: StoreUnderTest): Promise<string> {
  const { data: found } = await gateway.query<Integrations>(INTEGRATIONS, { name: word });
  const store = found.store.native.integrations.find(({ type }) => type.includes('secret-store'));
  return store?.nativeId ?? '';
}

export const data: ProviderData = {
  secretName: (number) => `contract-${number}`,
  groupName: (number) => `contract-group-${number}`,
  values: (marker) => forms(marker, ['TEXT', 'BASE64']),
  newGroup: async (store) => ({
    secrets: [{ name: 'first-key', value: store.value('marker-of-group') }],
    native: { truefoundry: { integrationId: await integrationId(store) } },
  }),
  newSecret: async (store) => ({ group: store.seeded.group }),
  groupChange: (store, number) => {
    const name = `added-${number}`;
    return {
      input: { secrets: [{ name, value: store.value(`marker-of-${name}`) }] },
      shows: { secrets: { nodes: expect.arrayContaining([expect.objectContaining({ name })]) } },
    };
  },
  minimum: {
    list: ({ groups }) => Math.ceil(groups / 100),
    groups: ({ groups }) => Math.ceil(groups / 100),
    versions: () => 0,
    usage: () => 0,
    details: () => 0,
  },
};
