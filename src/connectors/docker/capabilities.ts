import type { Capabilities } from '../../domain/capabilities.ts';
import type { Costs } from '../../domain/connector.ts';
import { requestsFor } from './reads.ts';

const STACKS = 'A stack is a label that its secrets carry: it comes with the first of them and goes with the last.';
const IMMUTABLE =
  'A value never changes: create a secret with a new name and point the services to it with docker service update.';

/** @see https://docs.docker.com/reference/api/engine/version/v1.44/#tag/Secret */
export const capabilities: Capabilities = {
  LIST_GROUPS: { support: 'EMULATED', note: `${STACKS} Derived from the listing.` },
  CREATE_GROUP: { support: 'UNSUPPORTED', note: STACKS },
  UPDATE_GROUP: { support: 'UNSUPPORTED', note: STACKS },
  DELETE_GROUP: { support: 'UNSUPPORTED', note: `${STACKS} Delete its secrets one by one.` },
  LIST_SECRETS: { support: 'NATIVE' },
  CREATE_SECRET: {
    support: 'NATIVE',
    note: 'A value is needed unless a driver fetches it, and then refused; the group sets the stack label.',
    inputs: ['value', 'group', 'labels', 'native.docker.driver', 'native.docker.templating'],
    valueForms: ['TEXT', 'BASE64'],
  },
  UPDATE_SECRET: {
    support: 'NATIVE',
    note: 'Labels only, replaced as a whole; the stack label stays.',
    inputs: ['labels', 'ifMatch'],
    requires: ['labels'],
  },
  DELETE_SECRET: { support: 'NATIVE', note: 'Refused while a service refers to it.', inputs: ['ifMatch'] },
  RESTORE_SECRET: { support: 'UNSUPPORTED', note: 'A deletion is final.' },
  ENABLE_SECRET: { support: 'UNSUPPORTED', note: 'A secret has no disabled state.' },
  DISABLE_SECRET: { support: 'UNSUPPORTED', note: 'A secret has no disabled state.' },
  RETRY_SECRET: { support: 'UNSUPPORTED', note: 'A change is applied at once or refused.' },
  ROTATE_SECRET: { support: 'UNSUPPORTED', note: IMMUTABLE },
  LIST_VERSIONS: { support: 'UNSUPPORTED', note: `There are no versions. ${IMMUTABLE}` },
  CREATE_VERSION: { support: 'UNSUPPORTED', note: IMMUTABLE },
  DELETE_VERSION: { support: 'UNSUPPORTED', note: 'There are no versions.' },
  CANCEL_ROTATION: { support: 'UNSUPPORTED', note: 'The engine rotates nothing.' },
  ROLLBACK_ROTATION: { support: 'UNSUPPORTED', note: 'The engine rotates nothing.' },
  LIST_SUBJECTS: { support: 'UNSUPPORTED', note: 'The engine does not record who made what.' },
  REVEAL_VALUE: {
    support: 'UNSUPPORTED',
    note: 'No API of the engine gives a value back: it can be read only inside a container of a service that uses it.',
  },
  OPTIMISTIC_CONCURRENCY: {
    support: 'NATIVE',
    note: 'The engine compares Version.Index on update; before a delete the gateway compares it.',
  },
};

/** Beside these: one GET /_ping per opened store, before its first request. */
export const costs: Costs = {
  list: { text: 'one GET /secrets', requests: () => 1 },
  listGroups: { text: 'the listing: one GET /secrets', requests: () => 1 },
  getGroups: { text: 'one GET /secrets, filtered by the stack label', requests: ({ groups }) => Math.min(1, groups) },
  getSecrets: {
    text: 'one GET /secrets per 700 ids, filtered by id',
    requests: ({ secrets }) => requestsFor(secrets),
  },
  listVersions: { text: 'none: there are no versions', requests: () => 0 },
  getDetails: { text: 'none: the listing carries everything', requests: () => 0 },
  getUsage: { text: 'one GET /services', requests: ({ secrets }) => Math.min(1, secrets) },
};
