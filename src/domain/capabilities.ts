import type { ValueForm } from './secret-value.ts';

export const STORE_OPERATIONS = [
  'LIST_GROUPS',
  'CREATE_GROUP',
  'UPDATE_GROUP',
  'DELETE_GROUP',
  'LIST_SECRETS',
  'CREATE_SECRET',
  'UPDATE_SECRET',
  'DELETE_SECRET',
  'RESTORE_SECRET',
  'ENABLE_SECRET',
  'DISABLE_SECRET',
  'RETRY_SECRET',
  'ROTATE_SECRET',
  'LIST_VERSIONS',
  'CREATE_VERSION',
  'DELETE_VERSION',
  'CANCEL_ROTATION',
  'ROLLBACK_ROTATION',
  'LIST_SUBJECTS',
  'REVEAL_VALUE',
  'OPTIMISTIC_CONCURRENCY',
] as const;

export type StoreOperation = (typeof STORE_OPERATIONS)[number];

/** NATIVE: the upstream does it. EMULATED: the connector does it on top of other calls. */
export type StoreSupport = 'NATIVE' | 'EMULATED' | 'UNSUPPORTED';

export interface Capability {
  readonly support: StoreSupport;
  /** One sentence for people: how it is emulated, why it is not there, what to use instead. */
  readonly note?: string;
  /**
   * The optional arguments that this operation honours, as dotted paths below `input`: 'description', 'labels',
   * 'rotation', 'waitSeconds', 'ifMatch', 'force', 'permanently', 'native.docker.driver'. An argument that is given
   * and not listed is refused with UNSUPPORTED before any request. Identity arguments (store, id, secret, name of a
   * create, clientMutationId) go without saying.
   */
  readonly inputs?: readonly string[];
  /** Those of `inputs` that this store cannot do without. Missing: BAD_USER_INPUT before any request. */
  readonly requires?: readonly string[];
  /** The forms in which a value may be given or, for REVEAL_VALUE, comes out. */
  readonly valueForms?: readonly ValueForm[];
}

/** Every operation is answered for: an operation that is left out is UNSUPPORTED. */
export type Capabilities = Readonly<Partial<Record<StoreOperation, Capability>>>;

const UNSUPPORTED: Capability = { support: 'UNSUPPORTED' };

export function capabilityOf(capabilities: Capabilities, operation: StoreOperation): Capability {
  return capabilities[operation] ?? UNSUPPORTED;
}
