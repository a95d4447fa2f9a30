import type { ImcoEmulator } from '../../../src/connectors/imco/emulator.ts';
import { emulatorOf } from '../../support/gateway.ts';
import { forms } from '../forms.ts';
import type { ProviderData } from '../provider-data.ts';

const VAULT = `query Vault($id: ID!) { secretGroup(id: $id) { native {
  ... on ImcoKeyVault { cloudAccountId realmId keyVaultPlanId } } } }`;

interface Vault {
  readonly secretGroup: { readonly native: Readonly<Record<string, unknown>> };
}

export const data: ProviderData = {
  secretName: (number) => `contract-${number}`,
  groupName: (number) => `contract-vault-${number}`,
  values: (marker) => forms(marker, ['TEXT', 'BASE64']),
  // What an existing vault is made of will do for another.
  newGroup: async ({ gateway, seeded }) => {
    const { data: found } = await gateway.query<Vault>(VAULT, { id: seeded.group });
    return { native: { imco: found.secretGroup.native } };
  },
  newSecret: async (store) => ({ group: store.seeded.group }),
  groupChange: (_, number) => ({
    input: { name: `renamed-vault-${number}` },
    shows: { name: `renamed-vault-${number}` },
  }),
  secretChange: (_, number) => ({ input: { name: `renamed-${number}` }, shows: { name: `renamed-${number}` } }),
  prepare: {
    RETRY_SECRET: (store) => {
      (emulatorOf(store.gateway.emulators, store.word) as ImcoEmulator).failNext(1);
      return store.newSecret();
    },
  },
  settleMs: 1_000,
  minimum: {
    list: ({ groups }) => 1 + groups,
    groups: () => 1,
    versions: ({ secrets }) => secrets,
    usage: () => 0,
    details: () => 0,
  },
};
