import type { Capabilities, Capability } from '../../domain/capabilities.ts';

const NO_GROUPS: Capability = {
  support: 'UNSUPPORTED',
  note: 'Secrets lie in a region of the account; regions are not made or changed. Use createSecret.',
};

/** What the service can do, and by which arguments. */
export const capabilities: Capabilities = {
  LIST_GROUPS: { support: 'EMULATED', note: 'The regions that the list of secrets names.' },
  CREATE_GROUP: NO_GROUPS,
  UPDATE_GROUP: NO_GROUPS,
  DELETE_GROUP: NO_GROUPS,
  LIST_SECRETS: { support: 'NATIVE' },
  CREATE_SECRET: {
    support: 'NATIVE',
    inputs: [
      'group',
      'value',
      'description',
      'rotation',
      'native.ncloud.secretType',
      'native.ncloud.rotationTargets',
      'native.ncloud.protectionKey',
    ],
    requires: ['value'],
    valueForms: ['FIELDS', 'TEXT'],
  },
  UPDATE_SECRET: {
    support: 'NATIVE',
    note: 'Up to four requests in a fixed order: description, protection key, rotation. A name cannot be changed.',
    inputs: ['description', 'rotation', 'native.ncloud.protectionKey', 'ifMatch'],
  },
  DELETE_SECRET: {
    support: 'NATIVE',
    note: 'Schedules the deletion; permanently also carries it out.',
    inputs: ['permanently', 'ifMatch'],
  },
  RESTORE_SECRET: {
    support: 'NATIVE',
    note: 'Takes a scheduled deletion back and leaves the secret disabled: enable it afterwards.',
    inputs: ['ifMatch'],
  },
  ENABLE_SECRET: { support: 'NATIVE', inputs: ['ifMatch'] },
  DISABLE_SECRET: { support: 'NATIVE', inputs: ['ifMatch'] },
  RETRY_SECRET: { support: 'NATIVE', note: 'Retries a failed rotation.', inputs: ['ifMatch', 'waitSeconds'] },
  ROTATE_SECRET: {
    support: 'NATIVE',
    note: 'Fires the trigger that is linked to the secret; without one it is a conflict.',
    inputs: ['ifMatch', 'waitSeconds'],
  },
  LIST_VERSIONS: {
    support: 'NATIVE',
    note: 'The three slots ACTIVE, PREVIOUS and PENDING, without dates; which are filled only reading their values tells.',
  },
  CREATE_VERSION: {
    support: 'EMULATED',
    note: 'Writes a slot. keepPrevious reads the active value first and writes both slots in one request.',
    inputs: ['value', 'native.ncloud.stage', 'native.ncloud.keepPrevious', 'ifMatch'],
    requires: ['value'],
    valueForms: ['FIELDS', 'TEXT'],
  },
  DELETE_VERSION: {
    support: 'NATIVE',
    note: 'Empties PREVIOUS or PENDING; the active value cannot be emptied.',
    inputs: ['ifMatch'],
  },
  CANCEL_ROTATION: { support: 'NATIVE', inputs: ['waitSeconds'] },
  ROLLBACK_ROTATION: { support: 'NATIVE', note: 'The previous value is active again.', inputs: ['waitSeconds'] },
  LIST_SUBJECTS: { support: 'UNSUPPORTED', note: 'No answer of the service names a person.' },
  REVEAL_VALUE: { support: 'NATIVE', valueForms: ['FIELDS', 'TEXT'] },
  OPTIMISTIC_CONCURRENCY: {
    support: 'EMULATED',
    note: 'A fresh read is compared just before the write; the service has no conditional requests.',
  },
};
