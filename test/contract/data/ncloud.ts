import { pairForms } from '../forms.ts';
import type { ProviderData } from '../provider-data.ts';
import type { StoreUnderTest } from '../store-under-test.ts';

const TRIGGERS = `query Triggers($name: String!) { store(name: $name) { native {
  ... on NcloudStore { triggers { nativeId } } } } }`;

interface Triggers {
  readonly store: { readonly native: { readonly triggers: readonly { nativeId: string }[] } };
}

async function linkedSecret(store: StoreUnderTest): Promise<string> {
  const { data: found } = await store.gateway.query<Triggers>(TRIGGERS, { name: store.word });
  const triggerId = found.store.native.triggers[0]?.nativeId;
  return store.newSecret({ rotation: { automatic: true, periodDays: 30, triggerId } });
}

/** The sandbox has one whose last rotation failed: nothing but the account's own function can make another. */
async function failedSecret({ gateway, word }: StoreUnderTest): Promise<string> {
  const { data: found } = await gateway.query<{ secretByName: { id: string } }>(
    'query Failed($store: String!) { secretByName(store: $store, name: "identity-api") { id } }',
    { store: word },
  );
  return found.secretByName.id;
}

export const data: ProviderData = {
  secretName: (number) => `ct-${number}`,
  groupName: (number) => `ct-${number}`,
  values: pairForms,
  newSecret: () => ({}),
  secretChange: (_, number) => ({ input: { description: `note ${number}` }, shows: { description: `note ${number}` } }),
  prepare: {
    ROTATE_SECRET: linkedSecret,
    RETRY_SECRET: failedSecret,
    CANCEL_ROTATION: async (store) => {
      const id = await linkedSecret(store);
      await store.write('ROTATE_SECRET', id);
      return id;
    },
  },
  // A retry starts the rotation again; the secret itself was never in a failed state.
  effects: { RETRY_SECRET: (_, after) => after.status === 'ROTATING' },
  minimum: {
    list: ({ secrets }) => Math.ceil(secrets / 100),
    groups: ({ secrets }) => Math.ceil(secrets / 100),
    versions: () => 0,
    usage: () => 0,
    details: ({ secrets }) => secrets,
  },
};
