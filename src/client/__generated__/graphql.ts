/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** State of a circuit breaker. */
export type CircuitState =
  /** Calls go through. */
  | 'CLOSED'
  /** A single call is let through to see whether the upstream is back. */
  | 'HALF_OPEN'
  /** Calls are not made: metadata comes from the cache marked stale, everything else is UPSTREAM_UNAVAILABLE at once. */
  | 'OPEN';

/** Argument of `createSecretGroup`: where the new group goes and what it starts with. */
export type CreateSecretGroupInput = {
  /** Free text that comes back unchanged in the payload, to match answers to requests. */
  clientMutationId?: string | null | undefined;
  /** Free text about it. UNSUPPORTED where the store keeps none. */
  description?: string | null | undefined;
  /** Name of the new group, within the upstream's rules. */
  name: string;
  /** What only the store's provider knows; the member must be that of the store's provider. */
  native?: CreateSecretGroupNativeInput | null | undefined;
  /** The secrets it starts with. Some stores require at least one: see `StoreCapability.requires`. */
  secrets?: Array<NewSecretInput> | null | undefined;
  /** Name of the store in the configuration to create it in. */
  store: string;
  /** How many seconds to wait for the upstream to finish. 0 or left out: answers at once with the state in between. */
  waitSeconds?: number | null | undefined;
};

/** What only one provider knows of creating a group. Exactly one member: that of the store's provider. */
export type CreateSecretGroupNativeInput =
  {   /** For stores whose provider is IMCO. */
  imco: ImcoKeyVaultInput; truefoundry?: never; }
  |  { imco?: never;   /** For stores whose provider is TRUEFOUNDRY. */
  truefoundry: TrueFoundrySecretGroupInput; };

/** Argument of `createSecret`: where the new secret goes and what it starts with. */
export type CreateSecretInput = {
  /** Free text that comes back unchanged in the payload, to match answers to requests. */
  clientMutationId?: string | null | undefined;
  /** Free text about it. UNSUPPORTED where the store keeps none. */
  description?: string | null | undefined;
  /** When its value ceases to be valid. UNSUPPORTED where the store knows no expiry. */
  expiresAt?: string | null | undefined;
  /** Global id of the group to create it in; it must be of the same store. Some stores require it, some have one only. */
  group?: string | null | undefined;
  /** Its labels. UNSUPPORTED where the store keeps none. */
  labels?: Array<SecretLabelInput> | null | undefined;
  /** Name of the new secret, within the upstream's rules. */
  name: string;
  /** What only the store's provider knows; the member must be that of the store's provider. */
  native?: CreateSecretNativeInput | null | undefined;
  /** How the store is to rotate it. UNSUPPORTED where the store does not rotate. */
  rotation?: RotationInput | null | undefined;
  /** Name of the store in the configuration to create it in. */
  store: string;
  /** Its first value. Required unless the store's native input gives the value in a form of its own. */
  value?: SecretValueInput | null | undefined;
  /** How many seconds to wait for the upstream to finish. 0 or left out: answers at once with the state in between. */
  waitSeconds?: number | null | undefined;
};

/** What only one provider knows of creating a secret. Exactly one member: that of the store's provider. */
export type CreateSecretNativeInput =
  {   /** For stores whose provider is DOCKER. */
  docker: DockerSecretInput; imco?: never; ncloud?: never; segura?: never; }
  |  { docker?: never;   /** For stores whose provider is IMCO. */
  imco: ImcoSecretInput; ncloud?: never; segura?: never; }
  |  { docker?: never; imco?: never;   /** For stores whose provider is NCLOUD. */
  ncloud: NcloudSecretInput; segura?: never; }
  |  { docker?: never; imco?: never; ncloud?: never;   /** For stores whose provider is SEGURA. */
  segura: SeguraSecretInput; };

/** Argument of `createSecretVersion`: which secret gets what value. */
export type CreateSecretVersionInput = {
  /** Free text that comes back unchanged in the payload, to match answers to requests. */
  clientMutationId?: string | null | undefined;
  /** The etag the object must still have, compared with a fresh read; else PRECONDITION_FAILED and nothing is changed. */
  ifMatch?: string | null | undefined;
  /** What only the store's provider knows; the member must be that of the secret's provider. */
  native?: CreateSecretVersionNativeInput | null | undefined;
  /** Global id of the secret that gets a new value. */
  secret: string;
  /** The new value. Required unless the store's native input gives the value in a form of its own. */
  value?: SecretValueInput | null | undefined;
  /** How many seconds to wait for the upstream to finish. 0 or left out: answers at once with the state in between. */
  waitSeconds?: number | null | undefined;
};

/** What only one provider knows of storing a new value. Exactly one member: that of the secret's provider. */
export type CreateSecretVersionNativeInput =
  {   /** For secrets whose provider is NCLOUD. */
  ncloud: NcloudSecretVersionInput; segura?: never; }
  |  { ncloud?: never;   /** For stores whose provider is SEGURA. */
  segura: SeguraSecretVersionInput; };

/** Argument of `deleteSecretGroup`: which group is to go, and under what conditions. */
export type DeleteSecretGroupInput = {
  /** Free text that comes back unchanged in the payload, to match answers to requests. */
  clientMutationId?: string | null | undefined;
  /** True: delete it although the place that its values are kept in cannot be reached. UNSUPPORTED where unknown. */
  force?: boolean;
  /** Global id of the group to delete. */
  id: string;
  /**
   * The etag the group must still have, compared with a fresh read; else PRECONDITION_FAILED and nothing is deleted.
   * Required where deleting destroys every version in the group: see `StoreCapability.requires`.
   */
  ifMatch?: string | null | undefined;
  /** How many seconds to wait for the upstream to finish. 0 or left out: answers at once with the state in between. */
  waitSeconds?: number | null | undefined;
};

/** Argument of `deleteSecret`: which secret is to go, and under what conditions. */
export type DeleteSecretInput = {
  /** Free text that comes back unchanged in the payload, to match answers to requests. */
  clientMutationId?: string | null | undefined;
  /** True: delete it although the place that its value is kept in cannot be reached. UNSUPPORTED where unknown. */
  force?: boolean;
  /** Global id of the secret to delete. */
  id: string;
  /** The etag the object must still have, compared with a fresh read; else PRECONDITION_FAILED and nothing is changed. */
  ifMatch?: string | null | undefined;
  /** True: where the store only schedules a deletion, carry it out at once; nothing can be restored then. */
  permanently?: boolean;
  /** How many seconds to wait for the upstream to finish. 0 or left out: answers at once with the state in between. */
  waitSeconds?: number | null | undefined;
};

/** Argument of `deleteSecretVersion`: which stored value to destroy. */
export type DeleteSecretVersionInput = {
  /** Free text that comes back unchanged in the payload, to match answers to requests. */
  clientMutationId?: string | null | undefined;
  /** Global id of the version whose value is destroyed. */
  id: string;
  /** The etag its secret must still have, compared with a fresh read; else PRECONDITION_FAILED and nothing is changed. */
  ifMatch?: string | null | undefined;
};

/** Argument of `disableSecret`: which secret to suspend. */
export type DisableSecretInput = {
  /** Free text that comes back unchanged in the payload, to match answers to requests. */
  clientMutationId?: string | null | undefined;
  /** Global id of the secret to suspend. */
  id: string;
  /** The etag the object must still have, compared with a fresh read; else PRECONDITION_FAILED and nothing is changed. */
  ifMatch?: string | null | undefined;
  /** How many seconds to wait for the upstream to finish. 0 or left out: answers at once with the state in between. */
  waitSeconds?: number | null | undefined;
};

/** A plugin or template engine, and its settings. */
export type DockerDriverInput = {
  /** Name of the plugin, or of the template engine (`golang`). */
  name: string;
  /** Its settings, as key and value. They are metadata and visible: never put a secret in one. */
  options?: Array<SecretLabelInput> | null | undefined;
};

/** What only Docker knows of creating a secret. */
export type DockerSecretInput = {
  /** The plugin that is to provide the value instead of the swarm; then no value is given. */
  driver?: DockerDriverInput | null | undefined;
  /** The engine that is to expand templates inside the value. Needs Engine API 1.37. */
  templating?: DockerDriverInput | null | undefined;
};

/** Argument of `enableSecret`: which secret to put back into use. */
export type EnableSecretInput = {
  /** Free text that comes back unchanged in the payload, to match answers to requests. */
  clientMutationId?: string | null | undefined;
  /** Global id of the suspended secret. */
  id: string;
  /** The etag the object must still have, compared with a fresh read; else PRECONDITION_FAILED and nothing is changed. */
  ifMatch?: string | null | undefined;
  /** How many seconds to wait for the upstream to finish. 0 or left out: answers at once with the state in between. */
  waitSeconds?: number | null | undefined;
};

/**
 * `extensions.code` of every error, with `extensions.store`, `.provider`, `.retryable`, `.retryAfterSeconds`,
 * `.requestId`, `.argument`, `.outcome` (of a write), `.upstreamStatus`, `.upstreamCode`, `.upstreamMessage` (only where
 * it equals a text that the store documents) and `.auditId` where they apply. No error carries a value, an input or an
 * upstream's body. A forbidden object and a missing one answer alike (NOT_FOUND).
 */
export type ErrorCode =
  /** The audit log cannot be written, so nothing was done. */
  | 'AUDIT_UNAVAILABLE'
  /** The HTTP request is not one: malformed JSON, wrong content type, missing query. */
  | 'BAD_REQUEST'
  /** An argument breaks a rule: `extensions.argument` is its path. Nothing was sent upstream. */
  | 'BAD_USER_INPUT'
  /** The object's state forbids it: the name is taken, it is in use, in transition, or changed by someone else meanwhile. */
  | 'CONFLICT'
  /** The gateway's time for the whole request ran out. Retryable for reads; for a write see `extensions.outcome`. */
  | 'DEADLINE_EXCEEDED'
  /** The policy refuses this field or action to the principal. */
  | 'FORBIDDEN'
  /** The document is not GraphQL. */
  | 'GRAPHQL_PARSE_FAILED'
  /** The document does not fit the schema. */
  | 'GRAPHQL_VALIDATION_FAILED'
  /** A fault of the gateway. `extensions.requestId` finds it in the log. */
  | 'INTERNAL'
  /** There is no such object, or none that the principal may see. */
  | 'NOT_FOUND'
  /** The gateway runs registered operations only, and this is not one of them. */
  | 'OPERATION_NOT_TRUSTED'
  /** The document has several operations and none was chosen, or has not the one that was. */
  | 'OPERATION_RESOLUTION_FAILURE'
  /** The operation goes over a limit of depth, width or cost; it was not executed. */
  | 'OPERATION_TOO_COMPLEX'
  /** `ifMatch` no longer holds: the object has changed since its etag was read. Read it again. */
  | 'PRECONDITION_FAILED'
  /** The principal or its address asks too often, or a queue of the gateway is full. Wait `retryAfterSeconds`. */
  | 'RATE_LIMITED'
  /** The request's body is larger than the gateway takes. */
  | 'REQUEST_TOO_LARGE'
  /** No identity, or one that does not hold: missing, wrong or expired token or certificate. Nothing was answered. */
  | 'UNAUTHENTICATED'
  /** The store cannot do it, or cannot honour `extensions.argument`. Known beforehand from `capabilities`. */
  | 'UNSUPPORTED'
  /** The upstream refused the gateway's own credential: for the operator to mend, not for the principal. */
  | 'UPSTREAM_CREDENTIALS'
  /** The upstream's answer is not what its documents promise: truncated, malformed, too large. */
  | 'UPSTREAM_INVALID_RESPONSE'
  /** The upstream refused because of its own rate limit. Wait `retryAfterSeconds`. */
  | 'UPSTREAM_RATE_LIMITED'
  /** The upstream refused the request for a reason without a code of its own here; see `upstreamCode`. */
  | 'UPSTREAM_REJECTED'
  /** The upstream did not answer in time. For a write, `extensions.outcome` says whether it may have taken effect. */
  | 'UPSTREAM_TIMEOUT'
  /** The upstream cannot be reached, answers that it is out of service, or its circuit is open. */
  | 'UPSTREAM_UNAVAILABLE';

/** Whether a store's upstream can be relied on at the moment. */
export type HealthStatus =
  /** Some of the latest calls failed. */
  | 'DEGRADED'
  /** Calls fail, or the circuit is open. */
  | 'DOWN'
  /** The upstream has not been called yet. */
  | 'UNKNOWN'
  /** The latest calls were answered. */
  | 'UP';

/** What only IMCO knows of creating a key vault. Which accounts, realms and plans there are is seen in IMCO itself. */
export type ImcoKeyVaultInput = {
  /** IMCO's id of the cloud account to create it in. */
  cloudAccountId: string;
  /** The id it is to have at the cloud provider; left out, one is made. */
  desiredRemoteId?: string | null | undefined;
  /** IMCO's id of the plan to create it with. */
  keyVaultPlanId: string;
  /** IMCO's ids of labels to attach: see `ImcoStore.labels`. */
  labelIds?: Array<string> | null | undefined;
  /** IMCO's id of the realm (region) to create it in. */
  realmId: string;
};

/** What only IMCO knows of creating a secret. */
export type ImcoSecretInput = {
  /** The id it is to have at the cloud provider; left out, one is made. */
  desiredRemoteId?: string | null | undefined;
  /** IMCO's ids of labels to attach: see `ImcoStore.labels`. */
  labelIds?: Array<string> | null | undefined;
};

/** What to encrypt a secret's values with. */
export type NcloudProtectionKeyInput = {
  /** GLOBAL or ISOLATED (region-bound). NAVER takes only ISOLATED for new secrets. */
  kmsBoundaryType?: string | null | undefined;
  /** Handle of the key: see `NcloudKey.tag`. Required with USER_MANAGED_KEY. */
  kmsKeyTag?: string | null | undefined;
  /** DEFAULT or USER_MANAGED_KEY. */
  type: string;
};

/** What only NAVER knows of creating a secret. */
export type NcloudSecretInput = {
  /** What to encrypt its values with; left out: NAVER's default key. */
  protectionKey?: NcloudProtectionKeyInput | null | undefined;
  /** The keys of the value that rotation replaces; left out: all. They cannot be changed afterwards. */
  rotationTargets?: Array<string> | null | undefined;
  /** NAVER's word for the kind of secret; left out: BASIC, the only one documented. */
  secretType?: string | null | undefined;
};

/** What only NAVER knows of changing a secret. */
export type NcloudSecretUpdateInput = {
  /** What to encrypt its values with from now on. */
  protectionKey?: NcloudProtectionKeyInput | null | undefined;
};

/** What only NAVER knows of storing a value. */
export type NcloudSecretVersionInput = {
  /** True: what was ACTIVE becomes PREVIOUS; false: it is overwritten. Only for the slot ACTIVE. */
  keepPrevious?: boolean;
  /** The slot to write. */
  stage?: NcloudStage;
};

/** The slots that a secret's values are kept in. */
export type NcloudStage =
  /** The value in force. */
  | 'ACTIVE'
  /** The value that a rotation is about to put in force. */
  | 'PENDING'
  /** The value before it. */
  | 'PREVIOUS';

/** A secret that is created or given a new value together with its group. */
export type NewSecretInput = {
  /** The secret's name: its key inside the group. */
  name: string;
  /** The value to store under it. */
  value: SecretValueInput;
};

/** What a statement of the policy does to that which it matches. */
export type PolicyEffect =
  /** Permits it, unless another statement denies it. */
  | 'ALLOW'
  /** Refuses it, whatever other statements allow. */
  | 'DENY';

/** The kinds of upstream that this gateway speaks to. Each provider's file adds its own. */
export type Provider =
  /** The secrets of a Docker Engine in swarm mode. A store is one swarm, a group is a stack. */
  | 'DOCKER'
  /** Ingram Micro Cloud Orchestrator. A store is one customer's account, a group is a key vault. */
  | 'IMCO'
  /** NAVER Cloud Platform Secret Manager. A store is one account on one host, a group is a region. */
  | 'NCLOUD'
  /** Segura (formerly senhasegura) DevOps Secret Manager. A store is one authorization, its one group the application. */
  | 'SEGURA'
  /** TrueFoundry secret groups. A store is one control plane, a group is a secret group. */
  | 'TRUEFOUNDRY';

/** Whether a stored value can be read back through its store, known without reading it. */
export type Readability =
  /** The store could give it back, but not in this state or to the gateway's credential. */
  | 'FORBIDDEN_BY_STORE'
  /** The store gives it back to a principal who may reveal it. */
  | 'READABLE'
  /** The store does not let it be known beforehand; only an attempt tells. */
  | 'UNKNOWN'
  /** The store never gives a value back: `revealSecret` answers UNSUPPORTED. */
  | 'WRITE_ONLY';

/** Argument of `refreshStore`: which store to list again. */
export type RefreshStoreInput = {
  /** Free text that comes back unchanged in the payload, to match answers to requests. */
  clientMutationId?: string | null | undefined;
  /** Name of the store in the configuration. */
  store: string;
};

/** Argument of `restoreSecret`: whose deletion to take back. */
export type RestoreSecretInput = {
  /** Free text that comes back unchanged in the payload, to match answers to requests. */
  clientMutationId?: string | null | undefined;
  /** Global id of the secret whose deletion is scheduled. */
  id: string;
  /** The etag the object must still have, compared with a fresh read; else PRECONDITION_FAILED and nothing is changed. */
  ifMatch?: string | null | undefined;
  /** How many seconds to wait for the upstream to finish. 0 or left out: answers at once with the state in between. */
  waitSeconds?: number | null | undefined;
};

/** Argument of `retrySecret`: whose failed operation to apply again. */
export type RetrySecretInput = {
  /** Free text that comes back unchanged in the payload, to match answers to requests. */
  clientMutationId?: string | null | undefined;
  /** Global id of the secret whose creation, change or rotation failed. */
  id: string;
  /** The etag the object must still have, compared with a fresh read; else PRECONDITION_FAILED and nothing is changed. */
  ifMatch?: string | null | undefined;
  /** How many seconds to wait for the upstream to finish. 0 or left out: answers at once with the state in between. */
  waitSeconds?: number | null | undefined;
};

/** Argument of `revealSecret`: whose value to answer, and for what reason. */
export type RevealSecretInput = {
  /** Free text that comes back unchanged in the payload, to match answers to requests. */
  clientMutationId?: string | null | undefined;
  /**
   * Global id of a Secret (its current version) or of a SecretVersion (that version, else NOT_FOUND where the store has
   * another in its place meanwhile).
   */
  id: string;
  /** Why, for the audit log; the policy may demand it. Do not put anything secret here: it is written down. */
  reason?: string | null | undefined;
};

/** Argument of `rotateSecret`: whose value the store is to replace now. */
export type RotateSecretInput = {
  /** Free text that comes back unchanged in the payload, to match answers to requests. */
  clientMutationId?: string | null | undefined;
  /** Global id of the secret to rotate. */
  id: string;
  /** The etag the object must still have, compared with a fresh read; else PRECONDITION_FAILED and nothing is changed. */
  ifMatch?: string | null | undefined;
  /** How many seconds to wait for the upstream to finish. 0 or left out: answers at once with the state in between. */
  waitSeconds?: number | null | undefined;
};

/** How the store is to replace the value by itself. */
export type RotationInput = {
  /** True: on a schedule; false: only when `rotateSecret` starts it. */
  automatic: boolean;
  /** Days between two automatic rotations, within the store's limits. Left out: keeps the period, or the store's default. */
  periodDays?: number | null | undefined;
  /** Native id of the function that the store calls to rotate. Left out: keeps it; null: unlinks it. */
  triggerId?: string | null | undefined;
};

/** Conditions on an instant. All members that are given must hold; an unknown instant passes `isNull: true` alone. */
export type SecretDateTimeFilter = {
  /** At this instant or later. */
  after?: string | null | undefined;
  /** Earlier than this instant. */
  before?: string | null | undefined;
  /** True: only where the instant is not known or does not apply; false: only where it is known. */
  isNull?: boolean | null | undefined;
};

/** One pair of a value that is a map. */
export type SecretFieldInput = {
  /** The pair's key: not secret, and in clear. */
  key: string;
  /** The pair's value: secret. */
  value: string;
};

/**
 * Which secrets a list or a count takes in. All members that are given must hold. A comparison with something unknown is
 * false, and `not` is its plain negation; a list that is empty matches nothing. A member that a store's listing does not
 * tell (its `stores` entry then says INCOMPLETE) loads that store's details once.
 */
export type SecretFilter = {
  /** All of these must hold as well. Nested at most 5 deep. */
  and?: Array<SecretFilter> | null | undefined;
  /** True: only what its store rotates on a schedule; false: only where the store says that it does not. */
  automaticRotation?: boolean | null | undefined;
  /** When the secret must have been created. */
  createdAt?: SecretDateTimeFilter | null | undefined;
  /** Only created by these subjects, by global id. A creator that you may not see counts as unknown. */
  createdBy?: Array<string> | null | undefined;
  /** When a scheduled deletion must become final. */
  deletesAt?: SecretDateTimeFilter | null | undefined;
  /** What the secret's description must fulfil. */
  description?: SecretStringFilter | null | undefined;
  /** When the secret's value must expire. */
  expiresAt?: SecretDateTimeFilter | null | undefined;
  /** What the name of the secret's group must fulfil; a secret without a group does not pass. */
  groupName?: SecretStringFilter | null | undefined;
  /** Only in these groups, by global id. */
  groups?: Array<string> | null | undefined;
  /** True: only where the creator is known; false: only where not. A creator that you may not see counts as unknown. */
  hasCreator?: boolean | null | undefined;
  /** Only these secrets, by global id. */
  ids?: Array<string> | null | undefined;
  /** True: only what something uses; false: only where the store says that nothing does. */
  inUse?: boolean | null | undefined;
  /** Only with a label for each of these: all must be met, unlike in the other lists. */
  labels?: Array<SecretLabelFilter> | null | undefined;
  /** What the secret's name must fulfil. */
  name?: SecretStringFilter | null | undefined;
  /** Only with these ids of their upstreams, in any store. */
  nativeIds?: Array<string> | null | undefined;
  /** When the next automatic rotation must be due. */
  nextRotationAt?: SecretDateTimeFilter | null | undefined;
  /** This must not hold. Nested at most 5 deep. */
  not?: SecretFilter | null | undefined;
  /** At least one of these must hold as well. Nested at most 5 deep. */
  or?: Array<SecretFilter> | null | undefined;
  /** Only in stores of these providers. */
  providers?: Array<Provider> | null | undefined;
  /** Only with one of these readabilities. */
  readability?: Array<Readability> | null | undefined;
  /** Only with one of these statuses. Left out everywhere in the filter: all but DELETED. */
  statuses?: Array<SecretStatus> | null | undefined;
  /** Only in these stores, by their names in the configuration. */
  stores?: Array<string> | null | undefined;
  /** When the secret must have changed last. */
  updatedAt?: SecretDateTimeFilter | null | undefined;
};

/** Which groups a list takes in, among those not DELETED. All members given must hold; an empty list matches nothing. */
export type SecretGroupFilter = {
  /** When the group must have been created. */
  createdAt?: SecretDateTimeFilter | null | undefined;
  /** Only created by these subjects, by global id. A creator that you may not see counts as unknown. */
  createdBy?: Array<string> | null | undefined;
  /** Only with a label for each of these: all must be met, unlike in the other lists. */
  labels?: Array<SecretLabelFilter> | null | undefined;
  /** What the group's name must fulfil. */
  name?: SecretStringFilter | null | undefined;
  /** Only in stores of these providers. */
  providers?: Array<Provider> | null | undefined;
  /** Only in these stores, by their names in the configuration. */
  stores?: Array<string> | null | undefined;
  /** When the group must have changed last. */
  updatedAt?: SecretDateTimeFilter | null | undefined;
};

/** How to sort groups. The order is total: ties are broken by id, and what is unknown comes last in both directions. */
export type SecretGroupOrder = {
  /** Which end comes first. */
  direction?: SecretOrderDirection;
  /** What to sort by. */
  field: SecretGroupOrderField;
};

/** What groups can be sorted by. */
export type SecretGroupOrderField =
  /** By when it was created. */
  | 'CREATED_AT'
  /** By name, by code point of its normal form (NFC): upper case before lower case. */
  | 'NAME'
  /** By the name of the store, and inside a store by id. */
  | 'STORE'
  /** By when it last changed. */
  | 'UPDATED_AT';

/** A condition on one label of an object: one that has this key and, if given, a value that fits. */
export type SecretLabelFilter = {
  /** The label's key, exactly; case counts. */
  key: string;
  /** What the label's value must fulfil; left out, the key is enough. */
  value?: SecretStringFilter | null | undefined;
};

/** A key and value pair to describe an object with. Labels are metadata and visible: never put a secret in one. */
export type SecretLabelInput = {
  /** The label's key; given twice it is BAD_USER_INPUT. */
  key: string;
  /** The label's text; may be empty. */
  value: string;
};

/** How to sort secrets. The order is total: ties are broken by id, and what is unknown comes last in both directions. */
export type SecretOrder = {
  /** Which end comes first. */
  direction?: SecretOrderDirection;
  /** What to sort by. */
  field: SecretOrderField;
};

/** The two directions of an order. */
export type SecretOrderDirection =
  /** Smallest, first in the alphabet or earliest first. */
  | 'ASC'
  /** Largest, last in the alphabet or latest first. */
  | 'DESC';

/** What secrets can be sorted by. */
export type SecretOrderField =
  /** By when it was created. */
  | 'CREATED_AT'
  /** By when its value ceases to be valid. */
  | 'EXPIRES_AT'
  /** By name, by code point of its normal form (NFC): upper case before lower case. */
  | 'NAME'
  /** By the name of the store, and inside a store by id. */
  | 'STORE'
  /** By when it last changed. Loads the details of a store whose listing lacks it. */
  | 'UPDATED_AT';

/** Where a secret or a group stands in its life, in common words; `native` has the upstream's own word. */
export type SecretStatus =
  /** It exists and can be used. */
  | 'ACTIVE'
  /** It is gone. Hidden from lists unless the filter `statuses` asks for it. */
  | 'DELETED'
  /** It is being deleted, or its deletion is scheduled: `deletesAt` says when that is final, if known. */
  | 'DELETING'
  /** It is kept, but suspended from use. */
  | 'DISABLED'
  /** `expiresAt` has passed. */
  | 'EXPIRED'
  /** The upstream could not finish creating or changing it; `retrySecret` may help. */
  | 'FAILED'
  /** It is being created and cannot be used yet. */
  | 'PENDING'
  /** The store is replacing its value. */
  | 'ROTATING'
  /** The upstream answered a status that the gateway does not know. */
  | 'UNKNOWN'
  /** A change is under way. */
  | 'UPDATING';

/**
 * Conditions on a text. All members that are given must hold; an unknown text passes none. A list that is empty
 * matches nothing.
 */
export type SecretStringFilter = {
  /** What occurs anywhere in the text, ignoring case. */
  contains?: string | null | undefined;
  /** The whole text, exactly; case counts. */
  eq?: string | null | undefined;
  /** Shell-style pattern of the whole text: `*` any characters, `?` one character, ignoring case. */
  glob?: string | null | undefined;
  /** Any one of these texts, exactly; case counts. */
  in?: Array<string> | null | undefined;
  /** How the text begins, exactly; case counts. */
  startsWith?: string | null | undefined;
};

/**
 * Exactly one form of a value. Which forms a store takes stands in `StoreCapability.valueForms`; another is
 * BAD_USER_INPUT before any request, as is a value over the store's limits.
 */
export type SecretValueInput =
  {   /** The value's bytes as standard base64 (RFC 4648, section 4). */
  base64: string; fields?: never; text?: never; }
  |  { base64?: never;   /** The value as key/value pairs; a repeated key is BAD_USER_INPUT. */
  fields: Array<SecretFieldInput>; text?: never; }
  |  { base64?: never; fields?: never;   /** The value as text, stored as UTF-8. Where the store keeps pairs: a JSON object whose values are strings. */
  text: string; };

/** A cloud account's access key. */
export type SeguraAccessKeyInput = {
  /** The parts of the key, such as access_key_id and secret_access_key. */
  fields: Array<SeguraFieldInput>;
  /** The cloud it is for: aws, azure or gcp. */
  type: string;
};

/** A user's credential on a host. */
export type SeguraCredentialInput = {
  /** The parts of the credential: user, host, password, additional_information. */
  fields: Array<SeguraFieldInput>;
};

/** One part of an access key or of a credential. */
export type SeguraFieldInput = {
  /** Segura's name of the part: access_key_id, password, host and so on. */
  key: string;
  /** The key under which the value comes back (access_key_id_label, password_label, …); left out, Segura's own. */
  label?: string | null | undefined;
  /** The part's value: secret, even where it is only a host. */
  value: string;
};

/**
 * How often Segura renews what a secret refers to, in minutes; null switches that renewal off. Segura never says what is
 * set, so a change says all three, or BAD_USER_INPUT.
 */
export type SeguraRenewalInput = {
  /** Minutes between two renewals of cloud access keys; null: never. */
  cloudTimeMinutes?: number | null | undefined;
  /** Minutes between two renewals of credentials; null: never. */
  credentialTimeMinutes?: number | null | undefined;
  /** Minutes between two renewals of ephemeral credentials; null: never. */
  ephemeralCredentialTimeMinutes?: number | null | undefined;
};

/** What only Segura knows of creating a secret. */
export type SeguraSecretInput = {
  /** Access keys of cloud accounts that Segura's Cloud IAM manages. */
  accessKeys?: Array<SeguraAccessKeyInput> | null | undefined;
  /** Credentials that Segura's PAM Core manages. */
  credentials?: Array<SeguraCredentialInput> | null | undefined;
  /** The engine to register it for; it must be known to Segura. Left out: Generic. */
  engine?: string | null | undefined;
  /** Segura's key of the secret; left out, the name. One that exists is CONFLICT. */
  identity?: string | null | undefined;
  /** How often Segura is to renew what the secret refers to; left out, it renews nothing. */
  renewal?: SeguraRenewalInput | null | undefined;
};

/**
 * What the secret is to be after a new value. Segura replaces the whole secret: what is left out here is cleared there,
 * and description and renewal can never be read back.
 */
export type SeguraSecretVersionInput = {
  /** Access keys that it refers to afterwards; left out, none. */
  accessKeys?: Array<SeguraAccessKeyInput> | null | undefined;
  /** Credentials that it refers to afterwards; left out, none. */
  credentials?: Array<SeguraCredentialInput> | null | undefined;
  /** Free text about it afterwards; left out or null, none. */
  description?: string | null | undefined;
  /** The engine it is registered for afterwards; left out, as it is. */
  engine?: string | null | undefined;
  /** When the value is to cease to be valid; left out or null, never. */
  expiresAt?: string | null | undefined;
  /** The secret's name afterwards; left out, as it is. */
  name?: string | null | undefined;
  /** How often Segura is to renew what the secret refers to. */
  renewal: SeguraRenewalInput;
};

/** Everything that a store may or may not be able to do. */
export type StoreOperation =
  /** Stop a rotation that is running. */
  | 'CANCEL_ROTATION'
  /** Serve `createSecretGroup`. */
  | 'CREATE_GROUP'
  /** Serve `createSecret`. */
  | 'CREATE_SECRET'
  /** Serve `createSecretVersion`: give a secret a new value. */
  | 'CREATE_VERSION'
  /** Serve `deleteSecretGroup`. */
  | 'DELETE_GROUP'
  /** Serve `deleteSecret`. */
  | 'DELETE_SECRET'
  /** Serve `deleteSecretVersion`. */
  | 'DELETE_VERSION'
  /** Serve `disableSecret`: suspend a secret without deleting it. */
  | 'DISABLE_SECRET'
  /** Serve `enableSecret`. */
  | 'ENABLE_SECRET'
  /** List the groups that secrets are administered in. */
  | 'LIST_GROUPS'
  /** List the secrets' metadata. */
  | 'LIST_SECRETS'
  /** Tell who created groups and secrets. */
  | 'LIST_SUBJECTS'
  /** List the versions or stages of a secret, without their values. */
  | 'LIST_VERSIONS'
  /** Refuse a write when the object has changed since it was read (`ifMatch`). */
  | 'OPTIMISTIC_CONCURRENCY'
  /** Serve `restoreSecret`: take back a deletion that is only scheduled. */
  | 'RESTORE_SECRET'
  /** Serve `retrySecret`: apply again what failed on the way. */
  | 'RETRY_SECRET'
  /** Serve `revealSecret`: give a stored value back. */
  | 'REVEAL_VALUE'
  /** Make the value from before the last rotation the active one again. */
  | 'ROLLBACK_ROTATION'
  /** Serve `rotateSecret`: start the store's own rotation now. */
  | 'ROTATE_SECRET'
  /** Serve `updateSecretGroup`. */
  | 'UPDATE_GROUP'
  /** Serve `updateSecret`: change what describes a secret, not its value. */
  | 'UPDATE_SECRET';

/** How complete one store's part of a list is. */
export type StoreOutcome =
  /** All there is, and within its lifetime. */
  | 'COMPLETE'
  /** Nothing of this store is in the list: `error` says why. */
  | 'FAILED'
  /** Elements or fields are still being fetched: `incompleteFields` names them. */
  | 'INCOMPLETE'
  /** All there was when it was fetched, but past its lifetime: the store did not answer, or not yet. */
  | 'STALE';

/** By what means a store does an operation. */
export type StoreSupport =
  /** The gateway does it on top of other upstream calls; `note` says what that means for races and cost. */
  | 'EMULATED'
  /** The upstream does it itself, in its own operation. */
  | 'NATIVE'
  /** It cannot be done: answered with code UNSUPPORTED before any request. */
  | 'UNSUPPORTED';

/** Which subjects a list takes in. All members that are given must hold; a list that is empty matches nothing. */
export type SubjectFilter = {
  /** What the subject's name for people must fulfil. */
  displayName?: SecretStringFilter | null | undefined;
  /** What the subject's short name must fulfil. */
  slug?: SecretStringFilter | null | undefined;
  /** Only named by these stores, by their names in the configuration. */
  stores?: Array<string> | null | undefined;
  /** Only of these kinds. */
  types?: Array<SubjectType> | null | undefined;
};

/** The kinds of identity that upstreams tell apart, in common words. The upstreams' own sets are open. */
export type SubjectType =
  /** A kind without a common word: `nativeType` has the upstream's. */
  | 'OTHER'
  /** An identity for programs that belongs to the upstream's platform. */
  | 'SERVICE_ACCOUNT'
  /** A group of people. */
  | 'TEAM'
  /** A person with an account of their own. */
  | 'USER'
  /** An identity for programs that people of the upstream's organisation made. */
  | 'VIRTUAL_ACCOUNT';

/** Someone whom TrueFoundry itself is to let use a group. It grants nothing in this gateway. */
export type TrueFoundryCollaboratorInput = {
  /** TrueFoundry's id of the role: `secret-group-admin`, `secret-group-editor` and so on. */
  roleId: string;
  /** The identity in TrueFoundry's notation: `user:EMAIL` or `team:NAME`. */
  subject: string;
};

/** What only TrueFoundry knows of creating a secret group. */
export type TrueFoundrySecretGroupInput = {
  /** TrueFoundry's id of the integration that is to keep the values: see `TrueFoundryStore.integrations`. */
  integrationId: string;
};

/** What only TrueFoundry knows of changing a secret group: it goes through the group's manifest. */
export type TrueFoundrySecretGroupUpdateInput = {
  /** All who may use the group in TrueFoundry afterwards: replaces those who may now. */
  collaborators?: Array<TrueFoundryCollaboratorInput> | null | undefined;
  /** The account that is to own the group. */
  ownedByAccount?: string | null | undefined;
};

/** Argument of `updateSecretGroup`. Left out: kept; null: cleared; nothing to change: BAD_USER_INPUT. */
export type UpdateSecretGroupInput = {
  /** Free text that comes back unchanged in the payload, to match answers to requests. */
  clientMutationId?: string | null | undefined;
  /** New free text about it; null clears it. */
  description?: string | null | undefined;
  /** Global id of the group to change. */
  id: string;
  /** The etag the object must still have, compared with a fresh read; else PRECONDITION_FAILED and nothing is changed. */
  ifMatch?: string | null | undefined;
  /** New name. UNSUPPORTED where the store cannot rename. */
  name?: string | null | undefined;
  /** What only the store's provider knows; the member must be that of the group's provider. */
  native?: UpdateSecretGroupNativeInput | null | undefined;
  /** Adds or changes these; never removes one. Only these values travel. */
  secrets?: Array<NewSecretInput> | null | undefined;
  /** How many seconds to wait for the upstream to finish. 0 or left out: answers at once with the state in between. */
  waitSeconds?: number | null | undefined;
};

/** What only one provider knows of changing a group. Exactly one member: that of the group's provider. */
export type UpdateSecretGroupNativeInput =
  {   /** For groups whose provider is TRUEFOUNDRY. */
  truefoundry: TrueFoundrySecretGroupUpdateInput; };

/** Argument of `updateSecret`. Left out: kept; null: cleared; nothing to change: BAD_USER_INPUT. */
export type UpdateSecretInput = {
  /** Free text that comes back unchanged in the payload, to match answers to requests. */
  clientMutationId?: string | null | undefined;
  /** New free text about it; null clears it. */
  description?: string | null | undefined;
  /** When its value is to cease to be valid; null: never. */
  expiresAt?: string | null | undefined;
  /** Global id of the secret to change. */
  id: string;
  /** The etag the object must still have, compared with a fresh read; else PRECONDITION_FAILED and nothing is changed. */
  ifMatch?: string | null | undefined;
  /** All labels it is to have afterwards: replaces those it has. */
  labels?: Array<SecretLabelInput> | null | undefined;
  /** New name; decided by the policy on the old and the new resource. UNSUPPORTED where the store cannot rename. */
  name?: string | null | undefined;
  /** What only the store's provider knows; the member must be that of the secret's provider. */
  native?: UpdateSecretNativeInput | null | undefined;
  /** How the store is to rotate it; null switches rotation off. */
  rotation?: RotationInput | null | undefined;
  /** How many seconds to wait for the upstream to finish. 0 or left out: answers at once with the state in between. */
  waitSeconds?: number | null | undefined;
};

/** What only one provider knows of changing a secret. Exactly one member: that of the secret's provider. */
export type UpdateSecretNativeInput =
  {   /** For secrets whose provider is NCLOUD. */
  ncloud: NcloudSecretUpdateInput; };

/** The forms that a value can take; the members of SecretValueInput bear the same names in lower case. */
export type ValueForm =
  /** Any bytes, written as standard base64 (RFC 4648, section 4). */
  | 'BASE64'
  /** A map of keys to texts. */
  | 'FIELDS'
  /** One piece of UTF-8 text. */
  | 'TEXT';

export type StoreSummaryFragment = { id: string, name: string, provider: Provider };

export type StoreOutcomeFragment = { outcome: StoreOutcome, count: number | null, fetchedAt: string | null, error: ErrorCode | null, retryable: boolean | null, retryAfterSeconds: number | null, incompleteFields: Array<string>, store: { id: string, name: string, provider: Provider } };

export type SecretSummaryFragment = { id: string, name: string, description: string | null, status: SecretStatus, createdAt: string | null, updatedAt: string | null, expiresAt: string | null, deletesAt: string | null, readability: Readability, resource: string, etag: string | null, store: { id: string, name: string, provider: Provider }, group: { id: string, name: string } | null, labels: Array<{ key: string, value: string }>, createdBy: { id: string, type: SubjectType, slug: string | null, displayName: string | null } | null };

export type SecretDetailsFragment = { id: string, name: string, description: string | null, status: SecretStatus, createdAt: string | null, updatedAt: string | null, expiresAt: string | null, deletesAt: string | null, readability: Readability, resource: string, etag: string | null, rotation: { automatic: boolean, periodDays: number | null, nextAt: string | null, lastAt: string | null, phase: string | null } | null, currentVersion: { id: string, nativeId: string, number: number | null, stage: string | null, isCurrent: boolean, createdAt: string | null, updatedAt: string | null, readability: Readability } | null, usage: { activeDeployments: number | null, consumers: Array<{ kind: string, nativeId: string, name: string | null }> | null } | null, store: { id: string, name: string, provider: Provider }, group: { id: string, name: string } | null, labels: Array<{ key: string, value: string }>, createdBy: { id: string, type: SubjectType, slug: string | null, displayName: string | null } | null };

export type SecretGroupSummaryFragment = { id: string, name: string, description: string | null, tags: Array<string>, status: SecretStatus, createdAt: string | null, updatedAt: string | null, resource: string, etag: string | null, store: { id: string, name: string, provider: Provider }, labels: Array<{ key: string, value: string }> };

export type SecretVersionSummaryFragment = { id: string, nativeId: string, number: number | null, stage: string | null, isCurrent: boolean, createdAt: string | null, updatedAt: string | null, readability: Readability };

export type SubjectSummaryFragment = { id: string, nativeId: string, type: SubjectType, nativeType: string, slug: string | null, displayName: string | null, store: { id: string, name: string, provider: Provider } };

export type PageBoundsFragment = { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null };

export type ReceiptDetailsFragment = { auditId: string, recorded: boolean, upstreamStatus: number | null, upstreamCode: string | null, upstreamMessage: string | null };

export type CountFragment = { key: string, label: string, count: number };

export type InventorySummaryQueryVariables = Exact<{ [key: string]: never; }>;


export type InventorySummaryQuery = { secretsSummary: { totalCount: number, byStore: Array<{ key: string, label: string, count: number }>, byProvider: Array<{ key: string, label: string, count: number }>, byStatus: Array<{ key: string, label: string, count: number }>, byAge: Array<{ key: string, label: string, count: number }>, byExpiry: Array<{ key: string, label: string, count: number }>, byUsage: Array<{ key: string, label: string, count: number }>, stores: Array<{ outcome: StoreOutcome, count: number | null, fetchedAt: string | null, error: ErrorCode | null, retryable: boolean | null, retryAfterSeconds: number | null, incompleteFields: Array<string>, store: { id: string, name: string, provider: Provider } }> } };

export type InventoryHealthQueryVariables = Exact<{ [key: string]: never; }>;


export type InventoryHealthQuery = { stores: Array<{ id: string, name: string, provider: Provider, health: { status: HealthStatus, circuit: CircuitState, checkedAt: string | null, latencyMs: number | null, lastError: ErrorCode | null } }> };

export type InventoryRowsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  filter?: SecretFilter | null | undefined;
  orderBy?: SecretOrder | null | undefined;
}>;


export type InventoryRowsQuery = { secrets: { totalCount: number, nodes: Array<{ id: string, name: string, status: SecretStatus, createdAt: string | null, updatedAt: string | null, expiresAt: string | null, store: { id: string, name: string, provider: Provider }, group: { name: string } | null, usage: { activeDeployments: number | null, consumers: Array<{ kind: string, name: string | null }> | null } | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, stores: Array<{ outcome: StoreOutcome, count: number | null, fetchedAt: string | null, error: ErrorCode | null, retryable: boolean | null, retryAfterSeconds: number | null, incompleteFields: Array<string>, store: { id: string, name: string, provider: Provider } }> } };

export type InventoryRowFragment = { id: string, name: string, status: SecretStatus, createdAt: string | null, updatedAt: string | null, expiresAt: string | null, store: { id: string, name: string, provider: Provider }, group: { name: string } | null, usage: { activeDeployments: number | null, consumers: Array<{ kind: string, name: string | null }> | null } | null };

export type InventorySecretQueryVariables = Exact<{
  id: string;
}>;


export type InventorySecretQuery = { secret: { id: string, nativeId: string, resource: string, description: string | null, deletesAt: string | null, readability: Readability, labels: Array<{ key: string, value: string }>, createdBy: { id: string, nativeId: string, type: SubjectType, nativeType: string, slug: string | null, displayName: string | null, store: { id: string, name: string, provider: Provider } } | null, rotation: { automatic: boolean, periodDays: number | null, nextAt: string | null, lastAt: string | null } | null, usage: { activeDeployments: number | null, consumers: Array<{ kind: string, nativeId: string, name: string | null }> | null } | null, versions: { totalCount: number, nodes: Array<{ id: string, nativeId: string, number: number | null, stage: string | null, isCurrent: boolean, createdAt: string | null, updatedAt: string | null, readability: Readability }> } | null, freshness: { fetchedAt: string, stale: boolean } } | null };

export type CreateSecretGroupMutationVariables = Exact<{
  input: CreateSecretGroupInput;
}>;


export type CreateSecretGroupMutation = { createSecretGroup: { secretGroupId: string, secretGroup: { id: string, name: string, description: string | null, tags: Array<string>, status: SecretStatus, createdAt: string | null, updatedAt: string | null, resource: string, etag: string | null, store: { id: string, name: string, provider: Provider }, labels: Array<{ key: string, value: string }> } | null, receipt: { auditId: string, recorded: boolean, upstreamStatus: number | null, upstreamCode: string | null, upstreamMessage: string | null } } | null };

export type UpdateSecretGroupMutationVariables = Exact<{
  input: UpdateSecretGroupInput;
}>;


export type UpdateSecretGroupMutation = { updateSecretGroup: { secretGroupId: string, secretGroup: { id: string, name: string, description: string | null, tags: Array<string>, status: SecretStatus, createdAt: string | null, updatedAt: string | null, resource: string, etag: string | null, store: { id: string, name: string, provider: Provider }, labels: Array<{ key: string, value: string }> } | null, receipt: { auditId: string, recorded: boolean, upstreamStatus: number | null, upstreamCode: string | null, upstreamMessage: string | null } } | null };

export type DeleteSecretGroupMutationVariables = Exact<{
  input: DeleteSecretGroupInput;
}>;


export type DeleteSecretGroupMutation = { deleteSecretGroup: { deletedId: string, receipt: { auditId: string, recorded: boolean, upstreamStatus: number | null, upstreamCode: string | null, upstreamMessage: string | null } } | null };

export type CreateSecretMutationVariables = Exact<{
  input: CreateSecretInput;
}>;


export type CreateSecretMutation = { createSecret: { secretId: string, secret: { id: string, name: string, description: string | null, status: SecretStatus, createdAt: string | null, updatedAt: string | null, expiresAt: string | null, deletesAt: string | null, readability: Readability, resource: string, etag: string | null, store: { id: string, name: string, provider: Provider }, group: { id: string, name: string } | null, labels: Array<{ key: string, value: string }>, createdBy: { id: string, type: SubjectType, slug: string | null, displayName: string | null } | null } | null, receipt: { auditId: string, recorded: boolean, upstreamStatus: number | null, upstreamCode: string | null, upstreamMessage: string | null } } | null };

export type UpdateSecretMutationVariables = Exact<{
  input: UpdateSecretInput;
}>;


export type UpdateSecretMutation = { updateSecret: { secretId: string, secret: { id: string, name: string, description: string | null, status: SecretStatus, createdAt: string | null, updatedAt: string | null, expiresAt: string | null, deletesAt: string | null, readability: Readability, resource: string, etag: string | null, store: { id: string, name: string, provider: Provider }, group: { id: string, name: string } | null, labels: Array<{ key: string, value: string }>, createdBy: { id: string, type: SubjectType, slug: string | null, displayName: string | null } | null } | null, receipt: { auditId: string, recorded: boolean, upstreamStatus: number | null, upstreamCode: string | null, upstreamMessage: string | null } } | null };

export type DeleteSecretMutationVariables = Exact<{
  input: DeleteSecretInput;
}>;


export type DeleteSecretMutation = { deleteSecret: { deletedId: string, secret: { id: string, name: string, description: string | null, status: SecretStatus, createdAt: string | null, updatedAt: string | null, expiresAt: string | null, deletesAt: string | null, readability: Readability, resource: string, etag: string | null, store: { id: string, name: string, provider: Provider }, group: { id: string, name: string } | null, labels: Array<{ key: string, value: string }>, createdBy: { id: string, type: SubjectType, slug: string | null, displayName: string | null } | null } | null, receipt: { auditId: string, recorded: boolean, upstreamStatus: number | null, upstreamCode: string | null, upstreamMessage: string | null } } | null };

export type RestoreSecretMutationVariables = Exact<{
  input: RestoreSecretInput;
}>;


export type RestoreSecretMutation = { restoreSecret: { secretId: string, secret: { id: string, name: string, description: string | null, status: SecretStatus, createdAt: string | null, updatedAt: string | null, expiresAt: string | null, deletesAt: string | null, readability: Readability, resource: string, etag: string | null, store: { id: string, name: string, provider: Provider }, group: { id: string, name: string } | null, labels: Array<{ key: string, value: string }>, createdBy: { id: string, type: SubjectType, slug: string | null, displayName: string | null } | null } | null, receipt: { auditId: string, recorded: boolean, upstreamStatus: number | null, upstreamCode: string | null, upstreamMessage: string | null } } | null };

export type EnableSecretMutationVariables = Exact<{
  input: EnableSecretInput;
}>;


export type EnableSecretMutation = { enableSecret: { secretId: string, secret: { id: string, name: string, description: string | null, status: SecretStatus, createdAt: string | null, updatedAt: string | null, expiresAt: string | null, deletesAt: string | null, readability: Readability, resource: string, etag: string | null, store: { id: string, name: string, provider: Provider }, group: { id: string, name: string } | null, labels: Array<{ key: string, value: string }>, createdBy: { id: string, type: SubjectType, slug: string | null, displayName: string | null } | null } | null, receipt: { auditId: string, recorded: boolean, upstreamStatus: number | null, upstreamCode: string | null, upstreamMessage: string | null } } | null };

export type DisableSecretMutationVariables = Exact<{
  input: DisableSecretInput;
}>;


export type DisableSecretMutation = { disableSecret: { secretId: string, secret: { id: string, name: string, description: string | null, status: SecretStatus, createdAt: string | null, updatedAt: string | null, expiresAt: string | null, deletesAt: string | null, readability: Readability, resource: string, etag: string | null, store: { id: string, name: string, provider: Provider }, group: { id: string, name: string } | null, labels: Array<{ key: string, value: string }>, createdBy: { id: string, type: SubjectType, slug: string | null, displayName: string | null } | null } | null, receipt: { auditId: string, recorded: boolean, upstreamStatus: number | null, upstreamCode: string | null, upstreamMessage: string | null } } | null };

export type RetrySecretMutationVariables = Exact<{
  input: RetrySecretInput;
}>;


export type RetrySecretMutation = { retrySecret: { secretId: string, secret: { id: string, name: string, description: string | null, status: SecretStatus, createdAt: string | null, updatedAt: string | null, expiresAt: string | null, deletesAt: string | null, readability: Readability, resource: string, etag: string | null, store: { id: string, name: string, provider: Provider }, group: { id: string, name: string } | null, labels: Array<{ key: string, value: string }>, createdBy: { id: string, type: SubjectType, slug: string | null, displayName: string | null } | null } | null, receipt: { auditId: string, recorded: boolean, upstreamStatus: number | null, upstreamCode: string | null, upstreamMessage: string | null } } | null };

export type RotateSecretMutationVariables = Exact<{
  input: RotateSecretInput;
}>;


export type RotateSecretMutation = { rotateSecret: { secretId: string, secret: { id: string, name: string, description: string | null, status: SecretStatus, createdAt: string | null, updatedAt: string | null, expiresAt: string | null, deletesAt: string | null, readability: Readability, resource: string, etag: string | null, store: { id: string, name: string, provider: Provider }, group: { id: string, name: string } | null, labels: Array<{ key: string, value: string }>, createdBy: { id: string, type: SubjectType, slug: string | null, displayName: string | null } | null } | null, receipt: { auditId: string, recorded: boolean, upstreamStatus: number | null, upstreamCode: string | null, upstreamMessage: string | null } } | null };

export type CreateSecretVersionMutationVariables = Exact<{
  input: CreateSecretVersionInput;
}>;


export type CreateSecretVersionMutation = { createSecretVersion: { secretId: string, secret: { id: string, name: string, description: string | null, status: SecretStatus, createdAt: string | null, updatedAt: string | null, expiresAt: string | null, deletesAt: string | null, readability: Readability, resource: string, etag: string | null, store: { id: string, name: string, provider: Provider }, group: { id: string, name: string } | null, labels: Array<{ key: string, value: string }>, createdBy: { id: string, type: SubjectType, slug: string | null, displayName: string | null } | null } | null, version: { id: string, nativeId: string, number: number | null, stage: string | null, isCurrent: boolean, createdAt: string | null, updatedAt: string | null, readability: Readability } | null, receipt: { auditId: string, recorded: boolean, upstreamStatus: number | null, upstreamCode: string | null, upstreamMessage: string | null } } | null };

export type DeleteSecretVersionMutationVariables = Exact<{
  input: DeleteSecretVersionInput;
}>;


export type DeleteSecretVersionMutation = { deleteSecretVersion: { deletedId: string, secret: { id: string, name: string, description: string | null, status: SecretStatus, createdAt: string | null, updatedAt: string | null, expiresAt: string | null, deletesAt: string | null, readability: Readability, resource: string, etag: string | null, store: { id: string, name: string, provider: Provider }, group: { id: string, name: string } | null, labels: Array<{ key: string, value: string }>, createdBy: { id: string, type: SubjectType, slug: string | null, displayName: string | null } | null } | null, receipt: { auditId: string, recorded: boolean, upstreamStatus: number | null, upstreamCode: string | null, upstreamMessage: string | null } } | null };

export type RevealSecretMutationVariables = Exact<{
  input: RevealSecretInput;
}>;


export type RevealSecretMutation = { revealSecret: { secret: { id: string, name: string }, version: { id: string, nativeId: string, number: number | null, stage: string | null, isCurrent: boolean, createdAt: string | null, updatedAt: string | null, readability: Readability } | null, value: { text: string | null, base64: string, fields: Array<{ key: string, value: string | null, section: number | null }> | null }, receipt: { auditId: string, recorded: boolean, upstreamStatus: number | null, upstreamCode: string | null, upstreamMessage: string | null } } | null };

export type RefreshStoreMutationVariables = Exact<{
  input: RefreshStoreInput;
}>;


export type RefreshStoreMutation = { refreshStore: { store: { id: string, name: string, provider: Provider }, result: { outcome: StoreOutcome, count: number | null, fetchedAt: string | null, error: ErrorCode | null, retryable: boolean | null, retryAfterSeconds: number | null, incompleteFields: Array<string>, store: { id: string, name: string, provider: Provider } } } | null };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { id: string, name: string, roles: Array<string>, permissions: Array<{ action: string, effect: PolicyEffect, resource: string }> } };

export type StoresQueryVariables = Exact<{ [key: string]: never; }>;


export type StoresQuery = { stores: Array<{ description: string | null, apiVersion: string | null, id: string, name: string, provider: Provider, health: { status: HealthStatus, circuit: CircuitState, checkedAt: string | null, latencyMs: number | null, lastError: ErrorCode | null }, capabilities: Array<{ operation: StoreOperation, support: StoreSupport, note: string | null, inputs: Array<string>, requires: Array<string>, valueForms: Array<ValueForm> }> }> };

export type SecretsPageQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: SecretFilter | null | undefined;
  orderBy?: SecretOrder | null | undefined;
}>;


export type SecretsPageQuery = { secrets: { totalCount: number, nodes: Array<{ id: string, name: string, description: string | null, status: SecretStatus, createdAt: string | null, updatedAt: string | null, expiresAt: string | null, deletesAt: string | null, readability: Readability, resource: string, etag: string | null, store: { id: string, name: string, provider: Provider }, group: { id: string, name: string } | null, labels: Array<{ key: string, value: string }>, createdBy: { id: string, type: SubjectType, slug: string | null, displayName: string | null } | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, stores: Array<{ outcome: StoreOutcome, count: number | null, fetchedAt: string | null, error: ErrorCode | null, retryable: boolean | null, retryAfterSeconds: number | null, incompleteFields: Array<string>, store: { id: string, name: string, provider: Provider } }> } };

export type SecretByIdQueryVariables = Exact<{
  id: string;
}>;


export type SecretByIdQuery = { secret: { id: string, name: string, description: string | null, status: SecretStatus, createdAt: string | null, updatedAt: string | null, expiresAt: string | null, deletesAt: string | null, readability: Readability, resource: string, etag: string | null, rotation: { automatic: boolean, periodDays: number | null, nextAt: string | null, lastAt: string | null, phase: string | null } | null, currentVersion: { id: string, nativeId: string, number: number | null, stage: string | null, isCurrent: boolean, createdAt: string | null, updatedAt: string | null, readability: Readability } | null, usage: { activeDeployments: number | null, consumers: Array<{ kind: string, nativeId: string, name: string | null }> | null } | null, store: { id: string, name: string, provider: Provider }, group: { id: string, name: string } | null, labels: Array<{ key: string, value: string }>, createdBy: { id: string, type: SubjectType, slug: string | null, displayName: string | null } | null } | null };

export type SecretByNameQueryVariables = Exact<{
  store: string;
  group?: string | null | undefined;
  name: string;
}>;


export type SecretByNameQuery = { secretByName: { id: string, name: string, description: string | null, status: SecretStatus, createdAt: string | null, updatedAt: string | null, expiresAt: string | null, deletesAt: string | null, readability: Readability, resource: string, etag: string | null, rotation: { automatic: boolean, periodDays: number | null, nextAt: string | null, lastAt: string | null, phase: string | null } | null, currentVersion: { id: string, nativeId: string, number: number | null, stage: string | null, isCurrent: boolean, createdAt: string | null, updatedAt: string | null, readability: Readability } | null, usage: { activeDeployments: number | null, consumers: Array<{ kind: string, nativeId: string, name: string | null }> | null } | null, store: { id: string, name: string, provider: Provider }, group: { id: string, name: string } | null, labels: Array<{ key: string, value: string }>, createdBy: { id: string, type: SubjectType, slug: string | null, displayName: string | null } | null } | null };

export type SecretVersionsQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type SecretVersionsQuery = { secret: { id: string, versions: { totalCount: number, nodes: Array<{ id: string, nativeId: string, number: number | null, stage: string | null, isCurrent: boolean, createdAt: string | null, updatedAt: string | null, readability: Readability }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null } | null };

export type SecretGroupsPageQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: SecretGroupFilter | null | undefined;
  orderBy?: SecretGroupOrder | null | undefined;
}>;


export type SecretGroupsPageQuery = { secretGroups: { totalCount: number, nodes: Array<{ id: string, name: string, description: string | null, tags: Array<string>, status: SecretStatus, createdAt: string | null, updatedAt: string | null, resource: string, etag: string | null, store: { id: string, name: string, provider: Provider }, labels: Array<{ key: string, value: string }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, stores: Array<{ outcome: StoreOutcome, count: number | null, fetchedAt: string | null, error: ErrorCode | null, retryable: boolean | null, retryAfterSeconds: number | null, incompleteFields: Array<string>, store: { id: string, name: string, provider: Provider } }> } };

export type SubjectsPageQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: SubjectFilter | null | undefined;
}>;


export type SubjectsPageQuery = { subjects: { totalCount: number, nodes: Array<{ id: string, nativeId: string, type: SubjectType, nativeType: string, slug: string | null, displayName: string | null, store: { id: string, name: string, provider: Provider } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, stores: Array<{ outcome: StoreOutcome, count: number | null, fetchedAt: string | null, error: ErrorCode | null, retryable: boolean | null, retryAfterSeconds: number | null, incompleteFields: Array<string>, store: { id: string, name: string, provider: Provider } }> } };

export type SecretsSummaryQueryVariables = Exact<{
  filter?: SecretFilter | null | undefined;
  groups?: number | null | undefined;
  creators?: number | null | undefined;
}>;


export type SecretsSummaryQuery = { secretsSummary: { totalCount: number, byStore: Array<{ key: string, label: string, count: number }>, byProvider: Array<{ key: string, label: string, count: number }>, byGroup: Array<{ key: string, label: string, count: number }>, byCreator: Array<{ key: string, label: string, count: number }>, byStatus: Array<{ key: string, label: string, count: number }>, byAge: Array<{ key: string, label: string, count: number }>, byExpiry: Array<{ key: string, label: string, count: number }>, byUsage: Array<{ key: string, label: string, count: number }>, stores: Array<{ outcome: StoreOutcome, count: number | null, fetchedAt: string | null, error: ErrorCode | null, retryable: boolean | null, retryAfterSeconds: number | null, incompleteFields: Array<string>, store: { id: string, name: string, provider: Provider } }> } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const StoreSummaryFragmentDoc = new TypedDocumentString(`
    fragment StoreSummary on Store {
  id
  name
  provider
}
    `, {"fragmentName":"StoreSummary"}) as unknown as TypedDocumentString<StoreSummaryFragment, unknown>;
export const StoreOutcomeFragmentDoc = new TypedDocumentString(`
    fragment StoreOutcome on StoreResult {
  store {
    ...StoreSummary
  }
  outcome
  count
  fetchedAt
  error
  retryable
  retryAfterSeconds
  incompleteFields
}
    fragment StoreSummary on Store {
  id
  name
  provider
}`, {"fragmentName":"StoreOutcome"}) as unknown as TypedDocumentString<StoreOutcomeFragment, unknown>;
export const SecretSummaryFragmentDoc = new TypedDocumentString(`
    fragment SecretSummary on Secret {
  id
  name
  store {
    ...StoreSummary
  }
  group {
    id
    name
  }
  description
  labels {
    key
    value
  }
  status
  createdBy {
    id
    type
    slug
    displayName
  }
  createdAt
  updatedAt
  expiresAt
  deletesAt
  readability
  resource
  etag
}
    fragment StoreSummary on Store {
  id
  name
  provider
}`, {"fragmentName":"SecretSummary"}) as unknown as TypedDocumentString<SecretSummaryFragment, unknown>;
export const SecretVersionSummaryFragmentDoc = new TypedDocumentString(`
    fragment SecretVersionSummary on SecretVersion {
  id
  nativeId
  number
  stage
  isCurrent
  createdAt
  updatedAt
  readability
}
    `, {"fragmentName":"SecretVersionSummary"}) as unknown as TypedDocumentString<SecretVersionSummaryFragment, unknown>;
export const SecretDetailsFragmentDoc = new TypedDocumentString(`
    fragment SecretDetails on Secret {
  ...SecretSummary
  rotation {
    automatic
    periodDays
    nextAt
    lastAt
    phase
  }
  currentVersion {
    ...SecretVersionSummary
  }
  usage {
    activeDeployments
    consumers {
      kind
      nativeId
      name
    }
  }
}
    fragment StoreSummary on Store {
  id
  name
  provider
}
fragment SecretSummary on Secret {
  id
  name
  store {
    ...StoreSummary
  }
  group {
    id
    name
  }
  description
  labels {
    key
    value
  }
  status
  createdBy {
    id
    type
    slug
    displayName
  }
  createdAt
  updatedAt
  expiresAt
  deletesAt
  readability
  resource
  etag
}
fragment SecretVersionSummary on SecretVersion {
  id
  nativeId
  number
  stage
  isCurrent
  createdAt
  updatedAt
  readability
}`, {"fragmentName":"SecretDetails"}) as unknown as TypedDocumentString<SecretDetailsFragment, unknown>;
export const SecretGroupSummaryFragmentDoc = new TypedDocumentString(`
    fragment SecretGroupSummary on SecretGroup {
  id
  name
  store {
    ...StoreSummary
  }
  description
  labels {
    key
    value
  }
  tags
  status
  createdAt
  updatedAt
  resource
  etag
}
    fragment StoreSummary on Store {
  id
  name
  provider
}`, {"fragmentName":"SecretGroupSummary"}) as unknown as TypedDocumentString<SecretGroupSummaryFragment, unknown>;
export const SubjectSummaryFragmentDoc = new TypedDocumentString(`
    fragment SubjectSummary on Subject {
  id
  store {
    ...StoreSummary
  }
  nativeId
  type
  nativeType
  slug
  displayName
}
    fragment StoreSummary on Store {
  id
  name
  provider
}`, {"fragmentName":"SubjectSummary"}) as unknown as TypedDocumentString<SubjectSummaryFragment, unknown>;
export const PageBoundsFragmentDoc = new TypedDocumentString(`
    fragment PageBounds on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
    `, {"fragmentName":"PageBounds"}) as unknown as TypedDocumentString<PageBoundsFragment, unknown>;
export const ReceiptDetailsFragmentDoc = new TypedDocumentString(`
    fragment ReceiptDetails on Receipt {
  auditId
  recorded
  upstreamStatus
  upstreamCode
  upstreamMessage
}
    `, {"fragmentName":"ReceiptDetails"}) as unknown as TypedDocumentString<ReceiptDetailsFragment, unknown>;
export const CountFragmentDoc = new TypedDocumentString(`
    fragment Count on SecretCount {
  key
  label
  count
}
    `, {"fragmentName":"Count"}) as unknown as TypedDocumentString<CountFragment, unknown>;
export const InventoryRowFragmentDoc = new TypedDocumentString(`
    fragment InventoryRow on Secret {
  id
  name
  store {
    ...StoreSummary
  }
  group {
    name
  }
  status
  createdAt
  updatedAt
  expiresAt
  usage {
    activeDeployments
    consumers {
      kind
      name
    }
  }
}
    fragment StoreSummary on Store {
  id
  name
  provider
}`, {"fragmentName":"InventoryRow"}) as unknown as TypedDocumentString<InventoryRowFragment, unknown>;
export const InventorySummaryDocument = new TypedDocumentString(`
    query InventorySummary {
  secretsSummary {
    totalCount
    byStore {
      ...Count
    }
    byProvider {
      ...Count
    }
    byStatus {
      ...Count
    }
    byAge {
      ...Count
    }
    byExpiry {
      ...Count
    }
    byUsage {
      ...Count
    }
    stores {
      ...StoreOutcome
    }
  }
}
    fragment StoreSummary on Store {
  id
  name
  provider
}
fragment StoreOutcome on StoreResult {
  store {
    ...StoreSummary
  }
  outcome
  count
  fetchedAt
  error
  retryable
  retryAfterSeconds
  incompleteFields
}
fragment Count on SecretCount {
  key
  label
  count
}`, {"hash":"sha256:37ff857cef168f77bf863bf98ea583cae78f8334d35154dbdcd7835cdfd6998b"}) as unknown as TypedDocumentString<InventorySummaryQuery, InventorySummaryQueryVariables>;
export const InventoryHealthDocument = new TypedDocumentString(`
    query InventoryHealth {
  stores {
    ...StoreSummary
    health {
      status
      circuit
      checkedAt
      latencyMs
      lastError
    }
  }
}
    fragment StoreSummary on Store {
  id
  name
  provider
}`, {"hash":"sha256:c9b912df0b14a593bd3c1e5345721484410a2460287b82cb815a41eaf7b6813c"}) as unknown as TypedDocumentString<InventoryHealthQuery, InventoryHealthQueryVariables>;
export const InventoryRowsDocument = new TypedDocumentString(`
    query InventoryRows($first: Int, $after: String, $last: Int, $before: String, $filter: SecretFilter, $orderBy: SecretOrder) {
  secrets(
    first: $first
    after: $after
    last: $last
    before: $before
    filter: $filter
    orderBy: $orderBy
  ) {
    nodes {
      ...InventoryRow
    }
    pageInfo {
      ...PageBounds
    }
    totalCount
    stores {
      ...StoreOutcome
    }
  }
}
    fragment StoreSummary on Store {
  id
  name
  provider
}
fragment StoreOutcome on StoreResult {
  store {
    ...StoreSummary
  }
  outcome
  count
  fetchedAt
  error
  retryable
  retryAfterSeconds
  incompleteFields
}
fragment PageBounds on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment InventoryRow on Secret {
  id
  name
  store {
    ...StoreSummary
  }
  group {
    name
  }
  status
  createdAt
  updatedAt
  expiresAt
  usage {
    activeDeployments
    consumers {
      kind
      name
    }
  }
}`, {"hash":"sha256:a14aa3da798439c11b3253445cdce8f3ae345670cd06e4638f145c017386e36e"}) as unknown as TypedDocumentString<InventoryRowsQuery, InventoryRowsQueryVariables>;
export const InventorySecretDocument = new TypedDocumentString(`
    query InventorySecret($id: ID!) {
  secret(id: $id) {
    id
    nativeId
    resource
    description
    labels {
      key
      value
    }
    createdBy {
      ...SubjectSummary
    }
    deletesAt
    readability
    rotation {
      automatic
      periodDays
      nextAt
      lastAt
    }
    usage {
      activeDeployments
      consumers {
        kind
        nativeId
        name
      }
    }
    versions(first: 10) {
      nodes {
        ...SecretVersionSummary
      }
      totalCount
    }
    freshness {
      fetchedAt
      stale
    }
  }
}
    fragment StoreSummary on Store {
  id
  name
  provider
}
fragment SecretVersionSummary on SecretVersion {
  id
  nativeId
  number
  stage
  isCurrent
  createdAt
  updatedAt
  readability
}
fragment SubjectSummary on Subject {
  id
  store {
    ...StoreSummary
  }
  nativeId
  type
  nativeType
  slug
  displayName
}`, {"hash":"sha256:0611c1ac2a4d77ea96afb27e6f79dc546b404dfa5f99c1cc01622237504acad7"}) as unknown as TypedDocumentString<InventorySecretQuery, InventorySecretQueryVariables>;
export const CreateSecretGroupDocument = new TypedDocumentString(`
    mutation CreateSecretGroup($input: CreateSecretGroupInput!) {
  createSecretGroup(input: $input) {
    secretGroupId
    secretGroup {
      ...SecretGroupSummary
    }
    receipt {
      ...ReceiptDetails
    }
  }
}
    fragment StoreSummary on Store {
  id
  name
  provider
}
fragment SecretGroupSummary on SecretGroup {
  id
  name
  store {
    ...StoreSummary
  }
  description
  labels {
    key
    value
  }
  tags
  status
  createdAt
  updatedAt
  resource
  etag
}
fragment ReceiptDetails on Receipt {
  auditId
  recorded
  upstreamStatus
  upstreamCode
  upstreamMessage
}`, {"hash":"sha256:7e5441c9ef1f093d8df44233f28f512b887f045057e371df21735cf96a1dab88"}) as unknown as TypedDocumentString<CreateSecretGroupMutation, CreateSecretGroupMutationVariables>;
export const UpdateSecretGroupDocument = new TypedDocumentString(`
    mutation UpdateSecretGroup($input: UpdateSecretGroupInput!) {
  updateSecretGroup(input: $input) {
    secretGroupId
    secretGroup {
      ...SecretGroupSummary
    }
    receipt {
      ...ReceiptDetails
    }
  }
}
    fragment StoreSummary on Store {
  id
  name
  provider
}
fragment SecretGroupSummary on SecretGroup {
  id
  name
  store {
    ...StoreSummary
  }
  description
  labels {
    key
    value
  }
  tags
  status
  createdAt
  updatedAt
  resource
  etag
}
fragment ReceiptDetails on Receipt {
  auditId
  recorded
  upstreamStatus
  upstreamCode
  upstreamMessage
}`, {"hash":"sha256:33207db9ab97af5a4b31b9ab906670beaa1b73adea4a24eeb5bc455581b1c300"}) as unknown as TypedDocumentString<UpdateSecretGroupMutation, UpdateSecretGroupMutationVariables>;
export const DeleteSecretGroupDocument = new TypedDocumentString(`
    mutation DeleteSecretGroup($input: DeleteSecretGroupInput!) {
  deleteSecretGroup(input: $input) {
    deletedId
    receipt {
      ...ReceiptDetails
    }
  }
}
    fragment ReceiptDetails on Receipt {
  auditId
  recorded
  upstreamStatus
  upstreamCode
  upstreamMessage
}`, {"hash":"sha256:b3cf694cbfccb41c4a6a2c4850cda21ab12a68e2f32184f169b45610ab023b8d"}) as unknown as TypedDocumentString<DeleteSecretGroupMutation, DeleteSecretGroupMutationVariables>;
export const CreateSecretDocument = new TypedDocumentString(`
    mutation CreateSecret($input: CreateSecretInput!) {
  createSecret(input: $input) {
    secretId
    secret {
      ...SecretSummary
    }
    receipt {
      ...ReceiptDetails
    }
  }
}
    fragment StoreSummary on Store {
  id
  name
  provider
}
fragment SecretSummary on Secret {
  id
  name
  store {
    ...StoreSummary
  }
  group {
    id
    name
  }
  description
  labels {
    key
    value
  }
  status
  createdBy {
    id
    type
    slug
    displayName
  }
  createdAt
  updatedAt
  expiresAt
  deletesAt
  readability
  resource
  etag
}
fragment ReceiptDetails on Receipt {
  auditId
  recorded
  upstreamStatus
  upstreamCode
  upstreamMessage
}`, {"hash":"sha256:110efdf39479fb00be64f73b4e1190bdb5831963bbb4370d0ee9f53e961941aa"}) as unknown as TypedDocumentString<CreateSecretMutation, CreateSecretMutationVariables>;
export const UpdateSecretDocument = new TypedDocumentString(`
    mutation UpdateSecret($input: UpdateSecretInput!) {
  updateSecret(input: $input) {
    secretId
    secret {
      ...SecretSummary
    }
    receipt {
      ...ReceiptDetails
    }
  }
}
    fragment StoreSummary on Store {
  id
  name
  provider
}
fragment SecretSummary on Secret {
  id
  name
  store {
    ...StoreSummary
  }
  group {
    id
    name
  }
  description
  labels {
    key
    value
  }
  status
  createdBy {
    id
    type
    slug
    displayName
  }
  createdAt
  updatedAt
  expiresAt
  deletesAt
  readability
  resource
  etag
}
fragment ReceiptDetails on Receipt {
  auditId
  recorded
  upstreamStatus
  upstreamCode
  upstreamMessage
}`, {"hash":"sha256:a86f49309d562c90405c202451d16b652ffc482b5f37d8f5a4293c385e63d35b"}) as unknown as TypedDocumentString<UpdateSecretMutation, UpdateSecretMutationVariables>;
export const DeleteSecretDocument = new TypedDocumentString(`
    mutation DeleteSecret($input: DeleteSecretInput!) {
  deleteSecret(input: $input) {
    deletedId
    secret {
      ...SecretSummary
    }
    receipt {
      ...ReceiptDetails
    }
  }
}
    fragment StoreSummary on Store {
  id
  name
  provider
}
fragment SecretSummary on Secret {
  id
  name
  store {
    ...StoreSummary
  }
  group {
    id
    name
  }
  description
  labels {
    key
    value
  }
  status
  createdBy {
    id
    type
    slug
    displayName
  }
  createdAt
  updatedAt
  expiresAt
  deletesAt
  readability
  resource
  etag
}
fragment ReceiptDetails on Receipt {
  auditId
  recorded
  upstreamStatus
  upstreamCode
  upstreamMessage
}`, {"hash":"sha256:ad03aaff2d8a73461d565c399a10d605d9f186f83be3241692ff8830d94781f1"}) as unknown as TypedDocumentString<DeleteSecretMutation, DeleteSecretMutationVariables>;
export const RestoreSecretDocument = new TypedDocumentString(`
    mutation RestoreSecret($input: RestoreSecretInput!) {
  restoreSecret(input: $input) {
    secretId
    secret {
      ...SecretSummary
    }
    receipt {
      ...ReceiptDetails
    }
  }
}
    fragment StoreSummary on Store {
  id
  name
  provider
}
fragment SecretSummary on Secret {
  id
  name
  store {
    ...StoreSummary
  }
  group {
    id
    name
  }
  description
  labels {
    key
    value
  }
  status
  createdBy {
    id
    type
    slug
    displayName
  }
  createdAt
  updatedAt
  expiresAt
  deletesAt
  readability
  resource
  etag
}
fragment ReceiptDetails on Receipt {
  auditId
  recorded
  upstreamStatus
  upstreamCode
  upstreamMessage
}`, {"hash":"sha256:75db1eaa667fb33d402914d912c07cd79e5138e9a6a65c5bd8b521c573152eb6"}) as unknown as TypedDocumentString<RestoreSecretMutation, RestoreSecretMutationVariables>;
export const EnableSecretDocument = new TypedDocumentString(`
    mutation EnableSecret($input: EnableSecretInput!) {
  enableSecret(input: $input) {
    secretId
    secret {
      ...SecretSummary
    }
    receipt {
      ...ReceiptDetails
    }
  }
}
    fragment StoreSummary on Store {
  id
  name
  provider
}
fragment SecretSummary on Secret {
  id
  name
  store {
    ...StoreSummary
  }
  group {
    id
    name
  }
  description
  labels {
    key
    value
  }
  status
  createdBy {
    id
    type
    slug
    displayName
  }
  createdAt
  updatedAt
  expiresAt
  deletesAt
  readability
  resource
  etag
}
fragment ReceiptDetails on Receipt {
  auditId
  recorded
  upstreamStatus
  upstreamCode
  upstreamMessage
}`, {"hash":"sha256:1a278999e903aed01ac263b14ee6027d69df704dcbcfc4caeb1af757975e8b28"}) as unknown as TypedDocumentString<EnableSecretMutation, EnableSecretMutationVariables>;
export const DisableSecretDocument = new TypedDocumentString(`
    mutation DisableSecret($input: DisableSecretInput!) {
  disableSecret(input: $input) {
    secretId
    secret {
      ...SecretSummary
    }
    receipt {
      ...ReceiptDetails
    }
  }
}
    fragment StoreSummary on Store {
  id
  name
  provider
}
fragment SecretSummary on Secret {
  id
  name
  store {
    ...StoreSummary
  }
  group {
    id
    name
  }
  description
  labels {
    key
    value
  }
  status
  createdBy {
    id
    type
    slug
    displayName
  }
  createdAt
  updatedAt
  expiresAt
  deletesAt
  readability
  resource
  etag
}
fragment ReceiptDetails on Receipt {
  auditId
  recorded
  upstreamStatus
  upstreamCode
  upstreamMessage
}`, {"hash":"sha256:2f56ae29cd7c30aba985508818c9fa6f0f84f0dd943057c5c7467b054d6f89be"}) as unknown as TypedDocumentString<DisableSecretMutation, DisableSecretMutationVariables>;
export const RetrySecretDocument = new TypedDocumentString(`
    mutation RetrySecret($input: RetrySecretInput!) {
  retrySecret(input: $input) {
    secretId
    secret {
      ...SecretSummary
    }
    receipt {
      ...ReceiptDetails
    }
  }
}
    fragment StoreSummary on Store {
  id
  name
  provider
}
fragment SecretSummary on Secret {
  id
  name
  store {
    ...StoreSummary
  }
  group {
    id
    name
  }
  description
  labels {
    key
    value
  }
  status
  createdBy {
    id
    type
    slug
    displayName
  }
  createdAt
  updatedAt
  expiresAt
  deletesAt
  readability
  resource
  etag
}
fragment ReceiptDetails on Receipt {
  auditId
  recorded
  upstreamStatus
  upstreamCode
  upstreamMessage
}`, {"hash":"sha256:a4a0c419971e282bda7e89c9dde9a2f20eaf09a9ce3a9c982709394801e4796b"}) as unknown as TypedDocumentString<RetrySecretMutation, RetrySecretMutationVariables>;
export const RotateSecretDocument = new TypedDocumentString(`
    mutation RotateSecret($input: RotateSecretInput!) {
  rotateSecret(input: $input) {
    secretId
    secret {
      ...SecretSummary
    }
    receipt {
      ...ReceiptDetails
    }
  }
}
    fragment StoreSummary on Store {
  id
  name
  provider
}
fragment SecretSummary on Secret {
  id
  name
  store {
    ...StoreSummary
  }
  group {
    id
    name
  }
  description
  labels {
    key
    value
  }
  status
  createdBy {
    id
    type
    slug
    displayName
  }
  createdAt
  updatedAt
  expiresAt
  deletesAt
  readability
  resource
  etag
}
fragment ReceiptDetails on Receipt {
  auditId
  recorded
  upstreamStatus
  upstreamCode
  upstreamMessage
}`, {"hash":"sha256:694ee760988f9d563f31cd126dd6c64a88f8b85ca072bd731399bfc8dafc0018"}) as unknown as TypedDocumentString<RotateSecretMutation, RotateSecretMutationVariables>;
export const CreateSecretVersionDocument = new TypedDocumentString(`
    mutation CreateSecretVersion($input: CreateSecretVersionInput!) {
  createSecretVersion(input: $input) {
    secretId
    secret {
      ...SecretSummary
    }
    version {
      ...SecretVersionSummary
    }
    receipt {
      ...ReceiptDetails
    }
  }
}
    fragment StoreSummary on Store {
  id
  name
  provider
}
fragment SecretSummary on Secret {
  id
  name
  store {
    ...StoreSummary
  }
  group {
    id
    name
  }
  description
  labels {
    key
    value
  }
  status
  createdBy {
    id
    type
    slug
    displayName
  }
  createdAt
  updatedAt
  expiresAt
  deletesAt
  readability
  resource
  etag
}
fragment SecretVersionSummary on SecretVersion {
  id
  nativeId
  number
  stage
  isCurrent
  createdAt
  updatedAt
  readability
}
fragment ReceiptDetails on Receipt {
  auditId
  recorded
  upstreamStatus
  upstreamCode
  upstreamMessage
}`, {"hash":"sha256:94cbdd5da2354dc0da36cb62beb8d61cbd36dac7702e690ad2c2675a24f184ed"}) as unknown as TypedDocumentString<CreateSecretVersionMutation, CreateSecretVersionMutationVariables>;
export const DeleteSecretVersionDocument = new TypedDocumentString(`
    mutation DeleteSecretVersion($input: DeleteSecretVersionInput!) {
  deleteSecretVersion(input: $input) {
    deletedId
    secret {
      ...SecretSummary
    }
    receipt {
      ...ReceiptDetails
    }
  }
}
    fragment StoreSummary on Store {
  id
  name
  provider
}
fragment SecretSummary on Secret {
  id
  name
  store {
    ...StoreSummary
  }
  group {
    id
    name
  }
  description
  labels {
    key
    value
  }
  status
  createdBy {
    id
    type
    slug
    displayName
  }
  createdAt
  updatedAt
  expiresAt
  deletesAt
  readability
  resource
  etag
}
fragment ReceiptDetails on Receipt {
  auditId
  recorded
  upstreamStatus
  upstreamCode
  upstreamMessage
}`, {"hash":"sha256:cf83f120c54731470d370453ac2a6b9df50fba965bb4b20f2e37cc352da8cd71"}) as unknown as TypedDocumentString<DeleteSecretVersionMutation, DeleteSecretVersionMutationVariables>;
export const RevealSecretDocument = new TypedDocumentString(`
    mutation RevealSecret($input: RevealSecretInput!) {
  revealSecret(input: $input) {
    secret {
      id
      name
    }
    version {
      ...SecretVersionSummary
    }
    value {
      text
      base64
      fields {
        key
        value
        section
      }
    }
    receipt {
      ...ReceiptDetails
    }
  }
}
    fragment SecretVersionSummary on SecretVersion {
  id
  nativeId
  number
  stage
  isCurrent
  createdAt
  updatedAt
  readability
}
fragment ReceiptDetails on Receipt {
  auditId
  recorded
  upstreamStatus
  upstreamCode
  upstreamMessage
}`, {"hash":"sha256:724d118b9ec7c93f86534e1b60867d9793a173ac6d6cea1beb308306579fa447"}) as unknown as TypedDocumentString<RevealSecretMutation, RevealSecretMutationVariables>;
export const RefreshStoreDocument = new TypedDocumentString(`
    mutation RefreshStore($input: RefreshStoreInput!) {
  refreshStore(input: $input) {
    store {
      ...StoreSummary
    }
    result {
      ...StoreOutcome
    }
  }
}
    fragment StoreSummary on Store {
  id
  name
  provider
}
fragment StoreOutcome on StoreResult {
  store {
    ...StoreSummary
  }
  outcome
  count
  fetchedAt
  error
  retryable
  retryAfterSeconds
  incompleteFields
}`, {"hash":"sha256:e4cba702a58ddb4462050c9cde67f42f50210bb9123816ea6bc4b3800dd3daca"}) as unknown as TypedDocumentString<RefreshStoreMutation, RefreshStoreMutationVariables>;
export const ViewerDocument = new TypedDocumentString(`
    query Viewer {
  viewer {
    id
    name
    roles
    permissions {
      action
      effect
      resource
    }
  }
}
    `, {"hash":"sha256:c2377e4d6785654918f9400cf3774c09d3cefee25a8a28e7b5cf485ff4299066"}) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;
export const StoresDocument = new TypedDocumentString(`
    query Stores {
  stores {
    ...StoreSummary
    description
    apiVersion
    health {
      status
      circuit
      checkedAt
      latencyMs
      lastError
    }
    capabilities {
      operation
      support
      note
      inputs
      requires
      valueForms
    }
  }
}
    fragment StoreSummary on Store {
  id
  name
  provider
}`, {"hash":"sha256:f43477c9044430673549a5a02bb2129fe9d6b1da81d9e4b3e5417f67c9ee8adf"}) as unknown as TypedDocumentString<StoresQuery, StoresQueryVariables>;
export const SecretsPageDocument = new TypedDocumentString(`
    query SecretsPage($first: Int, $after: String, $filter: SecretFilter, $orderBy: SecretOrder) {
  secrets(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
    nodes {
      ...SecretSummary
    }
    pageInfo {
      ...PageBounds
    }
    totalCount
    stores {
      ...StoreOutcome
    }
  }
}
    fragment StoreSummary on Store {
  id
  name
  provider
}
fragment StoreOutcome on StoreResult {
  store {
    ...StoreSummary
  }
  outcome
  count
  fetchedAt
  error
  retryable
  retryAfterSeconds
  incompleteFields
}
fragment SecretSummary on Secret {
  id
  name
  store {
    ...StoreSummary
  }
  group {
    id
    name
  }
  description
  labels {
    key
    value
  }
  status
  createdBy {
    id
    type
    slug
    displayName
  }
  createdAt
  updatedAt
  expiresAt
  deletesAt
  readability
  resource
  etag
}
fragment PageBounds on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"hash":"sha256:8c0f38309ea77f699f26c154c5a4d24326488e356d690db656cae69fb7c248ab"}) as unknown as TypedDocumentString<SecretsPageQuery, SecretsPageQueryVariables>;
export const SecretByIdDocument = new TypedDocumentString(`
    query SecretById($id: ID!) {
  secret(id: $id) {
    ...SecretDetails
  }
}
    fragment StoreSummary on Store {
  id
  name
  provider
}
fragment SecretSummary on Secret {
  id
  name
  store {
    ...StoreSummary
  }
  group {
    id
    name
  }
  description
  labels {
    key
    value
  }
  status
  createdBy {
    id
    type
    slug
    displayName
  }
  createdAt
  updatedAt
  expiresAt
  deletesAt
  readability
  resource
  etag
}
fragment SecretDetails on Secret {
  ...SecretSummary
  rotation {
    automatic
    periodDays
    nextAt
    lastAt
    phase
  }
  currentVersion {
    ...SecretVersionSummary
  }
  usage {
    activeDeployments
    consumers {
      kind
      nativeId
      name
    }
  }
}
fragment SecretVersionSummary on SecretVersion {
  id
  nativeId
  number
  stage
  isCurrent
  createdAt
  updatedAt
  readability
}`, {"hash":"sha256:b6a4ce3bfc5d1b9f4c8718079fd0787d49238ff71499e248e2d5fa7ef13f0218"}) as unknown as TypedDocumentString<SecretByIdQuery, SecretByIdQueryVariables>;
export const SecretByNameDocument = new TypedDocumentString(`
    query SecretByName($store: String!, $group: String, $name: String!) {
  secretByName(store: $store, group: $group, name: $name) {
    ...SecretDetails
  }
}
    fragment StoreSummary on Store {
  id
  name
  provider
}
fragment SecretSummary on Secret {
  id
  name
  store {
    ...StoreSummary
  }
  group {
    id
    name
  }
  description
  labels {
    key
    value
  }
  status
  createdBy {
    id
    type
    slug
    displayName
  }
  createdAt
  updatedAt
  expiresAt
  deletesAt
  readability
  resource
  etag
}
fragment SecretDetails on Secret {
  ...SecretSummary
  rotation {
    automatic
    periodDays
    nextAt
    lastAt
    phase
  }
  currentVersion {
    ...SecretVersionSummary
  }
  usage {
    activeDeployments
    consumers {
      kind
      nativeId
      name
    }
  }
}
fragment SecretVersionSummary on SecretVersion {
  id
  nativeId
  number
  stage
  isCurrent
  createdAt
  updatedAt
  readability
}`, {"hash":"sha256:e99943dd8c524a99b848690237cf14ec93e03760608095696f16b3d225a66b59"}) as unknown as TypedDocumentString<SecretByNameQuery, SecretByNameQueryVariables>;
export const SecretVersionsDocument = new TypedDocumentString(`
    query SecretVersions($id: ID!, $first: Int, $after: String) {
  secret(id: $id) {
    id
    versions(first: $first, after: $after) {
      nodes {
        ...SecretVersionSummary
      }
      pageInfo {
        ...PageBounds
      }
      totalCount
    }
  }
}
    fragment SecretVersionSummary on SecretVersion {
  id
  nativeId
  number
  stage
  isCurrent
  createdAt
  updatedAt
  readability
}
fragment PageBounds on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"hash":"sha256:4d41d3a4432c7f066e4a27e8d9a5ec8c3540fca4ce2c7162d10c086bd3cefb8a"}) as unknown as TypedDocumentString<SecretVersionsQuery, SecretVersionsQueryVariables>;
export const SecretGroupsPageDocument = new TypedDocumentString(`
    query SecretGroupsPage($first: Int, $after: String, $filter: SecretGroupFilter, $orderBy: SecretGroupOrder) {
  secretGroups(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
    nodes {
      ...SecretGroupSummary
    }
    pageInfo {
      ...PageBounds
    }
    totalCount
    stores {
      ...StoreOutcome
    }
  }
}
    fragment StoreSummary on Store {
  id
  name
  provider
}
fragment StoreOutcome on StoreResult {
  store {
    ...StoreSummary
  }
  outcome
  count
  fetchedAt
  error
  retryable
  retryAfterSeconds
  incompleteFields
}
fragment SecretGroupSummary on SecretGroup {
  id
  name
  store {
    ...StoreSummary
  }
  description
  labels {
    key
    value
  }
  tags
  status
  createdAt
  updatedAt
  resource
  etag
}
fragment PageBounds on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"hash":"sha256:a2f8cc2fa37e2fd3379a651d006f35da02d802bb370a714a79c165af2d9c3038"}) as unknown as TypedDocumentString<SecretGroupsPageQuery, SecretGroupsPageQueryVariables>;
export const SubjectsPageDocument = new TypedDocumentString(`
    query SubjectsPage($first: Int, $after: String, $filter: SubjectFilter) {
  subjects(first: $first, after: $after, filter: $filter) {
    nodes {
      ...SubjectSummary
    }
    pageInfo {
      ...PageBounds
    }
    totalCount
    stores {
      ...StoreOutcome
    }
  }
}
    fragment StoreSummary on Store {
  id
  name
  provider
}
fragment StoreOutcome on StoreResult {
  store {
    ...StoreSummary
  }
  outcome
  count
  fetchedAt
  error
  retryable
  retryAfterSeconds
  incompleteFields
}
fragment SubjectSummary on Subject {
  id
  store {
    ...StoreSummary
  }
  nativeId
  type
  nativeType
  slug
  displayName
}
fragment PageBounds on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"hash":"sha256:d6a7c1c6e2a3a6b7e1d82b829309b97c3e69fc9f2a4d5771b534d1eb1e7ad070"}) as unknown as TypedDocumentString<SubjectsPageQuery, SubjectsPageQueryVariables>;
export const SecretsSummaryDocument = new TypedDocumentString(`
    query SecretsSummary($filter: SecretFilter, $groups: Int, $creators: Int) {
  secretsSummary(filter: $filter) {
    totalCount
    byStore {
      ...Count
    }
    byProvider {
      ...Count
    }
    byGroup(first: $groups) {
      ...Count
    }
    byCreator(first: $creators) {
      ...Count
    }
    byStatus {
      ...Count
    }
    byAge {
      ...Count
    }
    byExpiry {
      ...Count
    }
    byUsage {
      ...Count
    }
    stores {
      ...StoreOutcome
    }
  }
}
    fragment StoreSummary on Store {
  id
  name
  provider
}
fragment StoreOutcome on StoreResult {
  store {
    ...StoreSummary
  }
  outcome
  count
  fetchedAt
  error
  retryable
  retryAfterSeconds
  incompleteFields
}
fragment Count on SecretCount {
  key
  label
  count
}`, {"hash":"sha256:2376f5a9e8b05599988d5298e3107a91c18d2c78f79f870d9f85a62a928ec2d4"}) as unknown as TypedDocumentString<SecretsSummaryQuery, SecretsSummaryQueryVariables>;