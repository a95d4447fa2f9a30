import type { Capabilities } from '../../domain/capabilities.ts';
import type { Costs } from '../../domain/connector.ts';

const ASYNCHRONOUS =
  'Accepted at once and carried out by the platform afterwards: waitSeconds waits for the state that it ends in.';
const BY_ANALOGY = 'Its call is inferred from those of the documented sibling resources.';
const NO_ROTATION = 'IMCO rotates nothing itself: use createSecretVersion.';
const NAME_ONLY = 'The name is all that can be changed.';

/** Text, or base64 of bytes that are UTF-8. */
const VALUES_IN = ['TEXT', 'BASE64'] as const;

/** @see https://api.doc.imco.io/api-v3/secret/secrets.html */
export const capabilities: Capabilities = {
  LIST_GROUPS: { support: 'NATIVE' },
  CREATE_GROUP: {
    support: 'NATIVE',
    note: `${ASYNCHRONOUS} ${BY_ANALOGY}`,
    inputs: [
      'native.imco.cloudAccountId',
      'native.imco.realmId',
      'native.imco.keyVaultPlanId',
      'native.imco.labelIds',
      'native.imco.desiredRemoteId',
      'waitSeconds',
    ],
    requires: ['native.imco.cloudAccountId', 'native.imco.realmId', 'native.imco.keyVaultPlanId'],
  },
  UPDATE_GROUP: {
    support: 'NATIVE',
    note: `${NAME_ONLY} ${BY_ANALOGY}`,
    inputs: ['name', 'ifMatch', 'waitSeconds'],
    requires: ['name'],
  },
  DELETE_GROUP: {
    support: 'NATIVE',
    note: `What is in the vault is taken to go with it, so it wants ifMatch. ${ASYNCHRONOUS} ${BY_ANALOGY}`,
    inputs: ['ifMatch', 'waitSeconds'],
    requires: ['ifMatch'],
  },
  LIST_SECRETS: { support: 'NATIVE' },
  CREATE_SECRET: {
    support: 'NATIVE',
    note: ASYNCHRONOUS,
    inputs: ['group', 'value', 'native.imco.labelIds', 'native.imco.desiredRemoteId', 'waitSeconds'],
    requires: ['group', 'value'],
    valueForms: VALUES_IN,
  },
  UPDATE_SECRET: {
    support: 'NATIVE',
    note: `${NAME_ONLY} Use createSecretVersion for the value.`,
    inputs: ['name', 'ifMatch', 'waitSeconds'],
    requires: ['name'],
  },
  DELETE_SECRET: { support: 'NATIVE', note: ASYNCHRONOUS, inputs: ['ifMatch', 'waitSeconds'] },
  RESTORE_SECRET: { support: 'UNSUPPORTED', note: 'A deletion cannot be taken back.' },
  ENABLE_SECRET: { support: 'UNSUPPORTED', note: 'IMCO knows no disabled secrets.' },
  DISABLE_SECRET: { support: 'UNSUPPORTED', note: 'IMCO knows no disabled secrets: use deleteSecret.' },
  RETRY_SECRET: {
    support: 'NATIVE',
    note: `Only in the states stalled and updating_error. ${ASYNCHRONOUS}`,
    inputs: ['ifMatch', 'waitSeconds'],
  },
  ROTATE_SECRET: { support: 'UNSUPPORTED', note: NO_ROTATION },
  LIST_VERSIONS: {
    support: 'NATIVE',
    note: 'Versions have no number and no date, and IMCO documents no order: only the last one is marked.',
  },
  CREATE_VERSION: {
    support: 'NATIVE',
    note: `${ASYNCHRONOUS} No ifMatch: nothing that IMCO tells of a secret changes with its value.`,
    inputs: ['value', 'waitSeconds'],
    requires: ['value'],
    valueForms: VALUES_IN,
  },
  DELETE_VERSION: { support: 'UNSUPPORTED', note: 'Versions go with their secret: use deleteSecret.' },
  CANCEL_ROTATION: { support: 'UNSUPPORTED', note: NO_ROTATION },
  ROLLBACK_ROTATION: { support: 'UNSUPPORTED', note: NO_ROTATION },
  LIST_SUBJECTS: {
    support: 'UNSUPPORTED',
    note: "No answer names who made or owns a secret: who did what stands in the platform's own audit events.",
  },
  REVEAL_VALUE: {
    support: 'UNSUPPORTED',
    note: 'No user can read a value: only a server that IMCO manages can download it, with its host certificate.',
  },
  OPTIMISTIC_CONCURRENCY: {
    support: 'EMULATED',
    note: 'The API has no precondition, date or counter: the gateway reads again right before the change and compares name, state, labels and remote ids. A new value shows in them only while it is being deployed.',
  },
};

const NONE = { text: 'None: the listing carries everything.', requests: () => 0 };

export const costs: Costs = {
  list: {
    text: 'One for the key vaults, and one per vault for its secrets.',
    requests: ({ groups }) => 1 + groups,
  },
  listGroups: { text: 'One: all key vaults.', requests: () => 1 },
  getGroups: {
    text: 'One: the vault itself, or the listing for several.',
    requests: ({ groups }) => Math.min(1, groups),
  },
  getSecrets: {
    text: 'One per secret, and one for the names of the key vaults.',
    requests: ({ secrets }) => (secrets === 0 ? 0 : 1 + secrets),
  },
  listVersions: { text: 'One per secret.', requests: ({ secrets }) => secrets },
  getDetails: NONE,
  getUsage: { text: 'None: IMCO does not know who uses a secret.', requests: () => 0 },
};
