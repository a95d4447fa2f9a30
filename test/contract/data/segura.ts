import { pairForms } from '../forms.ts';
import type { ProviderData } from '../provider-data.ts';

const RENEWAL = { cloudTimeMinutes: null, credentialTimeMinutes: 60, ephemeralCredentialTimeMinutes: null };

export const data: ProviderData = {
  secretName: (number) => `contract-${number}`,
  groupName: (number) => `contract-${number}`,
  values: pairForms,
  newSecret: () => ({}),
  newVersion: () => ({ native: { segura: { renewal: RENEWAL } } }),
  silent: ['Secret.description'],
  minimum: { list: () => 1, groups: () => 1, versions: () => 0, usage: () => 0, details: () => 0 },
};
