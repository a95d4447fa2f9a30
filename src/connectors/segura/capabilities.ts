import type { Capabilities } from '../../domain/capabilities.ts';
import type { Cost, Costs } from '../../domain/connector.ts';

const NATIVE_PARTS = ['engine', 'accessKeys', 'credentials', 'renewal'].map((part) => `native.segura.${part}`);

const APPLICATIONS = 'Applications are registered in Segura itself; the gateway leaves their provisioning alone.';
const LIFE_CYCLE =
  "Segura has no API for it: secrets are inactivated, activated and expired in the vault's own screens.";

/** What one authorization of Segura DevOps Secret Manager can do through its API. */
export const seguraCapabilities: Capabilities = {
  LIST_GROUPS: {
    support: 'NATIVE',
    note: 'One group: the application of the authorization. None where the list is read from /iso/sctm/secret.',
  },
  CREATE_GROUP: { support: 'UNSUPPORTED', note: APPLICATIONS },
  UPDATE_GROUP: { support: 'UNSUPPORTED', note: APPLICATIONS },
  DELETE_GROUP: { support: 'UNSUPPORTED', note: APPLICATIONS },
  LIST_SECRETS: {
    support: 'NATIVE',
    note: 'One request answers everything, values included; they are dropped unread.',
  },
  CREATE_SECRET: {
    support: 'EMULATED',
    note: 'Lists first, so that a known identity is a CONFLICT: the same POST would replace it. The two can race.',
    inputs: ['group', 'value', 'description', 'expiresAt', 'native.segura.identity', ...NATIVE_PARTS],
    valueForms: ['FIELDS', 'TEXT'],
  },
  UPDATE_SECRET: {
    support: 'UNSUPPORTED',
    note: 'Segura replaces the whole secret and never shows description and renewal: use createSecretVersion.',
  },
  DELETE_SECRET: { support: 'UNSUPPORTED', note: LIFE_CYCLE },
  RESTORE_SECRET: { support: 'UNSUPPORTED', note: LIFE_CYCLE },
  ENABLE_SECRET: { support: 'UNSUPPORTED', note: LIFE_CYCLE },
  DISABLE_SECRET: { support: 'UNSUPPORTED', note: LIFE_CYCLE },
  RETRY_SECRET: { support: 'UNSUPPORTED', note: 'Segura has no secrets that wait to be applied.' },
  ROTATE_SECRET: { support: 'UNSUPPORTED', note: 'Segura renews by its own clock: set the renewal times instead.' },
  LIST_VERSIONS: { support: 'EMULATED', note: 'The current version only: Segura shows older ones on its own screens.' },
  CREATE_VERSION: {
    support: 'NATIVE',
    note: 'Replaces the whole secret: native.segura says what holds afterwards, what it leaves out is cleared.',
    inputs: [
      'value',
      'ifMatch',
      ...['name', 'description', 'expiresAt'].map((part) => `native.segura.${part}`),
      ...NATIVE_PARTS,
    ],
    requires: ['native.segura.renewal'],
    valueForms: ['FIELDS', 'TEXT'],
  },
  DELETE_VERSION: { support: 'UNSUPPORTED', note: LIFE_CYCLE },
  CANCEL_ROTATION: { support: 'UNSUPPORTED', note: 'Segura has no rotation that could be cancelled.' },
  ROLLBACK_ROTATION: { support: 'UNSUPPORTED', note: 'Segura has no rotation that could be rolled back.' },
  LIST_SUBJECTS: { support: 'UNSUPPORTED', note: 'Segura names nobody: it tells neither creators nor members.' },
  REVEAL_VALUE: { support: 'NATIVE', note: 'By listing again; the current version only.', valueForms: ['FIELDS'] },
  OPTIMISTIC_CONCURRENCY: {
    support: 'EMULATED',
    note: 'Compares version, name, engine and expiry just before the write; Segura itself takes no condition.',
  },
};

const none: Cost = { text: 'none', requests: () => 0 };
const onePerCall = (text: string, requests: Cost['requests']): Cost => ({ text, requests });

/** Without the token: one more request an hour. */
export const seguraCosts: Costs = {
  list: onePerCall('1, whatever the store holds', () => 1),
  listGroups: onePerCall('1, as a part of the list', () => 1),
  getGroups: onePerCall('1 for any number', ({ groups }) => Math.min(1, groups)),
  getSecrets: onePerCall('1 for any number', ({ secrets }) => Math.min(1, secrets)),
  listVersions: none,
  getDetails: none,
  getUsage: none,
};
