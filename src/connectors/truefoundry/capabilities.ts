import type { Capabilities } from '../../domain/capabilities.ts';
import type { Costs } from '../../domain/connector.ts';
import { PAGE_SIZE } from './client.ts';

/** Text, or base64 of bytes that are UTF-8. */
const VALUES_IN = ['TEXT', 'BASE64'] as const;

const READ_MODIFY_WRITE =
  'The API replaces the keys of a group as a whole: the gateway reads the group, sends every key with values only ' +
  'for those that change, and looks again. What others change in the same instant is reported as CONFLICT.';

export const capabilities: Capabilities = {
  LIST_GROUPS: { support: 'NATIVE' },
  CREATE_GROUP: {
    support: 'NATIVE',
    inputs: ['secrets', 'native.truefoundry.integrationId'],
    requires: ['secrets', 'native.truefoundry.integrationId'],
    valueForms: VALUES_IN,
  },
  UPDATE_GROUP: {
    support: 'EMULATED',
    note: `${READ_MODIFY_WRITE} Collaborators and owner are set through the group's manifest. A group cannot be renamed: the manifest finds it by its name.`,
    inputs: ['secrets', 'native.truefoundry.collaborators', 'native.truefoundry.ownedByAccount', 'ifMatch'],
    valueForms: VALUES_IN,
  },
  DELETE_GROUP: {
    support: 'NATIVE',
    note: 'Destroys every secret and every version of the group, so it wants ifMatch. force deletes although the vault behind the group cannot be reached.',
    inputs: ['force', 'ifMatch'],
    requires: ['ifMatch'],
  },
  LIST_SECRETS: { support: 'NATIVE' },
  CREATE_SECRET: {
    support: 'EMULATED',
    note: READ_MODIFY_WRITE,
    inputs: ['group', 'value'],
    requires: ['group', 'value'],
    valueForms: VALUES_IN,
  },
  UPDATE_SECRET: {
    support: 'UNSUPPORTED',
    note: 'A secret has nothing but its key and its value: use createSecretVersion for the value.',
  },
  DELETE_SECRET: {
    support: 'NATIVE',
    note: 'Always for good, with all versions. force deletes although the vault behind the group cannot be reached.',
    inputs: ['force', 'permanently', 'ifMatch'],
  },
  RESTORE_SECRET: { support: 'UNSUPPORTED', note: 'A deletion is final.' },
  ENABLE_SECRET: { support: 'UNSUPPORTED', note: 'TrueFoundry knows no disabled secrets.' },
  DISABLE_SECRET: { support: 'UNSUPPORTED', note: 'TrueFoundry knows no disabled secrets: use deleteSecret.' },
  RETRY_SECRET: { support: 'UNSUPPORTED', note: 'Changes take effect at once or not at all.' },
  ROTATE_SECRET: { support: 'UNSUPPORTED', note: 'TrueFoundry rotates nothing itself: use createSecretVersion.' },
  LIST_VERSIONS: { support: 'NATIVE', note: 'Numbers and dates of every version; the value of the current one only.' },
  CREATE_VERSION: {
    support: 'EMULATED',
    note: `${READ_MODIFY_WRITE} A value equal to the present one makes no new version.`,
    inputs: ['value', 'ifMatch'],
    requires: ['value'],
    valueForms: VALUES_IN,
  },
  DELETE_VERSION: { support: 'UNSUPPORTED', note: 'Versions go with their secret: use deleteSecret.' },
  CANCEL_ROTATION: { support: 'UNSUPPORTED', note: 'TrueFoundry rotates nothing itself.' },
  ROLLBACK_ROTATION: { support: 'UNSUPPORTED', note: 'TrueFoundry rotates nothing itself: use createSecretVersion.' },
  LIST_SUBJECTS: { support: 'EMULATED', note: 'Those who created a group or a secret, as the listing names them.' },
  REVEAL_VALUE: { support: 'NATIVE', note: 'The current version only.', valueForms: ['TEXT'] },
  OPTIMISTIC_CONCURRENCY: {
    support: 'EMULATED',
    note: 'The API has no precondition: the gateway reads again right before the change and compares.',
  },
};

const NONE = { text: 'None: the listing carries it.', requests: () => 0 };
const GROUPS_ASKED =
  'One for the ids of one group. For those of several groups one per 100 groups that the store holds, or, beyond ' +
  'the first 100, one per group asked for where that is less.';
const one = (ids: number): number => Math.min(1, ids);

export const costs: Costs = {
  list: {
    text: 'One per 100 groups, with all their secrets, versions and subjects.',
    requests: ({ groups }) => Math.max(1, Math.ceil(groups / PAGE_SIZE)),
  },
  listGroups: {
    text: 'As for the whole listing: one per 100 groups.',
    requests: ({ groups }) => Math.max(1, Math.ceil(groups / PAGE_SIZE)),
  },
  getGroups: { text: GROUPS_ASKED, requests: ({ groups }) => one(groups) },
  getSecrets: { text: GROUPS_ASKED, requests: ({ secrets }) => one(secrets) },
  listVersions: NONE,
  getDetails: NONE,
  getUsage: NONE,
};
