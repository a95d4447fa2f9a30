import type { SecretText } from '../../domain/secret-value.ts';
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { StoreNode, SecretGroupNode, SecretNode, SecretVersionNode, SubjectNode, SecretConnectionNode, SecretGroupConnectionNode, SecretVersionConnectionNode, SubjectConnectionNode, NativeNode } from '../nodes.ts';
import type { Summary } from '../../catalog/summary.ts';
import type { GraphContext } from '../context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /**
   * An instant as RFC 3339 text in UTC with milliseconds: `2026-11-22T09:30:00.000Z`. As input any offset is taken and
   * converted; a date without a time or a time without an offset is refused.
   */
  DateTime: { input: number; output: number; }
  /**
   * A value, or a part of one: the only type that holds one, on its way in and on its way out. Errors, logs, traces and
   * the explorer never print it, and a refused one is described by its position alone.
   */
  SecretText: { input: SecretText; output: SecretText; }
};

/** Argument of `cancelRotation`: whose running rotation to stop. */
export type CancelRotationInput = {
  /** Free text that comes back unchanged in the payload, to match answers to requests. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Global id of the secret that is being rotated. */
  readonly id: Scalars['ID']['input'];
  /** How many seconds to wait for the upstream to finish. 0 or left out: answers at once with the state in between. */
  readonly waitSeconds?: InputMaybe<Scalars['Int']['input']>;
};

/** What `cancelRotation` answers. */
export type CancelRotationPayload = MutationPayload & {
  readonly __typename?: 'CancelRotationPayload';
  /** The text that the input brought, unchanged; null if it brought none. */
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
  /** What the audit log and the upstream said. */
  readonly receipt: Receipt;
  /** The secret as read back afterwards, metadata only. Cancelling a rotation needs secret:describe as well. */
  readonly secret: Secret;
};

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
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Free text about it. UNSUPPORTED where the store keeps none. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** Name of the new group, within the upstream's rules. */
  readonly name: Scalars['String']['input'];
  /** What only the store's provider knows; the member must be that of the store's provider. */
  readonly native?: InputMaybe<CreateSecretGroupNativeInput>;
  /** The secrets it starts with. Some stores require at least one: see `StoreCapability.requires`. */
  readonly secrets?: InputMaybe<ReadonlyArray<NewSecretInput>>;
  /** Name of the store in the configuration to create it in. */
  readonly store: Scalars['String']['input'];
  /** How many seconds to wait for the upstream to finish. 0 or left out: answers at once with the state in between. */
  readonly waitSeconds?: InputMaybe<Scalars['Int']['input']>;
};

/** What only one provider knows of creating a group. Exactly one member: that of the store's provider. */
export type CreateSecretGroupNativeInput =
  /** For stores whose provider is IMCO. */
  { readonly imco: ImcoKeyVaultInput; readonly truefoundry?: never; }
  |  /** For stores whose provider is TRUEFOUNDRY. */
  { readonly imco?: never; readonly truefoundry: TrueFoundrySecretGroupInput; };

/** What `createSecretGroup` answers. */
export type CreateSecretGroupPayload = MutationPayload & {
  readonly __typename?: 'CreateSecretGroupPayload';
  /** The text that the input brought, unchanged; null if it brought none. */
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
  /** What the audit log and the upstream said. */
  readonly receipt: Receipt;
  /** The group as read back after the change; null where reading failed or you may not see it. */
  readonly secretGroup?: Maybe<SecretGroup>;
  /** Global id of the group that was created. Always there, so that nobody repeats a write that succeeded. */
  readonly secretGroupId: Scalars['ID']['output'];
};

/** Argument of `createSecret`: where the new secret goes and what it starts with. */
export type CreateSecretInput = {
  /** Free text that comes back unchanged in the payload, to match answers to requests. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Free text about it. UNSUPPORTED where the store keeps none. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** When its value ceases to be valid. UNSUPPORTED where the store knows no expiry. */
  readonly expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Global id of the group to create it in; it must be of the same store. Some stores require it, some have one only. */
  readonly group?: InputMaybe<Scalars['ID']['input']>;
  /** Its labels. UNSUPPORTED where the store keeps none. */
  readonly labels?: InputMaybe<ReadonlyArray<SecretLabelInput>>;
  /** Name of the new secret, within the upstream's rules. */
  readonly name: Scalars['String']['input'];
  /** What only the store's provider knows; the member must be that of the store's provider. */
  readonly native?: InputMaybe<CreateSecretNativeInput>;
  /** How the store is to rotate it. UNSUPPORTED where the store does not rotate. */
  readonly rotation?: InputMaybe<RotationInput>;
  /** Name of the store in the configuration to create it in. */
  readonly store: Scalars['String']['input'];
  /** Its first value. Required unless the store's native input gives the value in a form of its own. */
  readonly value?: InputMaybe<SecretValueInput>;
  /** How many seconds to wait for the upstream to finish. 0 or left out: answers at once with the state in between. */
  readonly waitSeconds?: InputMaybe<Scalars['Int']['input']>;
};

/** What only one provider knows of creating a secret. Exactly one member: that of the store's provider. */
export type CreateSecretNativeInput =
  /** For stores whose provider is DOCKER. */
  { readonly docker: DockerSecretInput; readonly imco?: never; readonly ncloud?: never; readonly segura?: never; }
  |  /** For stores whose provider is IMCO. */
  { readonly docker?: never; readonly imco: ImcoSecretInput; readonly ncloud?: never; readonly segura?: never; }
  |  /** For stores whose provider is NCLOUD. */
  { readonly docker?: never; readonly imco?: never; readonly ncloud: NcloudSecretInput; readonly segura?: never; }
  |  /** For stores whose provider is SEGURA. */
  { readonly docker?: never; readonly imco?: never; readonly ncloud?: never; readonly segura: SeguraSecretInput; };

/** What `createSecret` answers. */
export type CreateSecretPayload = MutationPayload & {
  readonly __typename?: 'CreateSecretPayload';
  /** The text that the input brought, unchanged; null if it brought none. */
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
  /** What the audit log and the upstream said. */
  readonly receipt: Receipt;
  /** The secret as read back after the change, metadata only; null where reading failed or you may not see it. */
  readonly secret?: Maybe<Secret>;
  /** Global id of the secret that was created. Always there, so that nobody repeats a write that succeeded. */
  readonly secretId: Scalars['ID']['output'];
};

/** Argument of `createSecretVersion`: which secret gets what value. */
export type CreateSecretVersionInput = {
  /** Free text that comes back unchanged in the payload, to match answers to requests. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** The etag the object must still have, compared with a fresh read; else PRECONDITION_FAILED and nothing is changed. */
  readonly ifMatch?: InputMaybe<Scalars['String']['input']>;
  /** What only the store's provider knows; the member must be that of the secret's provider. */
  readonly native?: InputMaybe<CreateSecretVersionNativeInput>;
  /** Global id of the secret that gets a new value. */
  readonly secret: Scalars['ID']['input'];
  /** The new value. Required unless the store's native input gives the value in a form of its own. */
  readonly value?: InputMaybe<SecretValueInput>;
  /** How many seconds to wait for the upstream to finish. 0 or left out: answers at once with the state in between. */
  readonly waitSeconds?: InputMaybe<Scalars['Int']['input']>;
};

/** What only one provider knows of storing a new value. Exactly one member: that of the secret's provider. */
export type CreateSecretVersionNativeInput =
  /** For secrets whose provider is NCLOUD. */
  { readonly ncloud: NcloudSecretVersionInput; readonly segura?: never; }
  |  /** For stores whose provider is SEGURA. */
  { readonly ncloud?: never; readonly segura: SeguraSecretVersionInput; };

/** What `createSecretVersion` answers. */
export type CreateSecretVersionPayload = MutationPayload & {
  readonly __typename?: 'CreateSecretVersionPayload';
  /** The text that the input brought, unchanged; null if it brought none. */
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
  /** What the audit log and the upstream said. */
  readonly receipt: Receipt;
  /** The secret as read back after the change, metadata only; null where reading failed or you may not see it. */
  readonly secret?: Maybe<Secret>;
  /** Global id of the secret that was given a new value. Always there, so that nobody repeats a write that succeeded. */
  readonly secretId: Scalars['ID']['output'];
  /** The version that was created; null where the store keeps none, does not tell which, or you may not see versions. */
  readonly version?: Maybe<SecretVersion>;
};

/** Argument of `deleteSecretGroup`: which group is to go, and under what conditions. */
export type DeleteSecretGroupInput = {
  /** Free text that comes back unchanged in the payload, to match answers to requests. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** True: delete it although the place that its values are kept in cannot be reached. UNSUPPORTED where unknown. */
  readonly force?: Scalars['Boolean']['input'];
  /** Global id of the group to delete. */
  readonly id: Scalars['ID']['input'];
  /**
   * The etag the group must still have, compared with a fresh read; else PRECONDITION_FAILED and nothing is deleted.
   * Required where deleting destroys every version in the group: see `StoreCapability.requires`.
   */
  readonly ifMatch?: InputMaybe<Scalars['String']['input']>;
  /** How many seconds to wait for the upstream to finish. 0 or left out: answers at once with the state in between. */
  readonly waitSeconds?: InputMaybe<Scalars['Int']['input']>;
};

/** What `deleteSecretGroup` answers. */
export type DeleteSecretGroupPayload = MutationPayload & {
  readonly __typename?: 'DeleteSecretGroupPayload';
  /** The text that the input brought, unchanged; null if it brought none. */
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
  /** Global id that the group had, for clients to drop from their caches. */
  readonly deletedId: Scalars['ID']['output'];
  /** What the audit log and the upstream said. */
  readonly receipt: Receipt;
  /** Its last known state where the store deletes in steps; null once it is gone or if you may not see it. */
  readonly secretGroup?: Maybe<SecretGroup>;
};

/** Argument of `deleteSecret`: which secret is to go, and under what conditions. */
export type DeleteSecretInput = {
  /** Free text that comes back unchanged in the payload, to match answers to requests. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** True: delete it although the place that its value is kept in cannot be reached. UNSUPPORTED where unknown. */
  readonly force?: Scalars['Boolean']['input'];
  /** Global id of the secret to delete. */
  readonly id: Scalars['ID']['input'];
  /** The etag the object must still have, compared with a fresh read; else PRECONDITION_FAILED and nothing is changed. */
  readonly ifMatch?: InputMaybe<Scalars['String']['input']>;
  /** True: where the store only schedules a deletion, carry it out at once; nothing can be restored then. */
  readonly permanently?: Scalars['Boolean']['input'];
  /** How many seconds to wait for the upstream to finish. 0 or left out: answers at once with the state in between. */
  readonly waitSeconds?: InputMaybe<Scalars['Int']['input']>;
};

/** What `deleteSecret` answers. */
export type DeleteSecretPayload = MutationPayload & {
  readonly __typename?: 'DeleteSecretPayload';
  /** The text that the input brought, unchanged; null if it brought none. */
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
  /** Global id that the secret has or had, for clients to drop from their caches. */
  readonly deletedId: Scalars['ID']['output'];
  /** What the audit log and the upstream said. */
  readonly receipt: Receipt;
  /** Its last known state where the store deletes in steps; null once it is gone or if you may not see it. */
  readonly secret?: Maybe<Secret>;
};

/** Argument of `deleteSecretVersion`: which stored value to destroy. */
export type DeleteSecretVersionInput = {
  /** Free text that comes back unchanged in the payload, to match answers to requests. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Global id of the version whose value is destroyed. */
  readonly id: Scalars['ID']['input'];
  /** The etag its secret must still have, compared with a fresh read; else PRECONDITION_FAILED and nothing is changed. */
  readonly ifMatch?: InputMaybe<Scalars['String']['input']>;
};

/** What `deleteSecretVersion` answers. */
export type DeleteSecretVersionPayload = MutationPayload & {
  readonly __typename?: 'DeleteSecretVersionPayload';
  /** The text that the input brought, unchanged; null if it brought none. */
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
  /** Global id that the version had, for clients to drop from their caches. A slot keeps its id and is empty now. */
  readonly deletedId: Scalars['ID']['output'];
  /** What the audit log and the upstream said. */
  readonly receipt: Receipt;
  /** The secret as read back after the change, metadata only; null where reading failed or you may not see it. */
  readonly secret?: Maybe<Secret>;
};

/** Argument of `disableSecret`: which secret to suspend. */
export type DisableSecretInput = {
  /** Free text that comes back unchanged in the payload, to match answers to requests. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Global id of the secret to suspend. */
  readonly id: Scalars['ID']['input'];
  /** The etag the object must still have, compared with a fresh read; else PRECONDITION_FAILED and nothing is changed. */
  readonly ifMatch?: InputMaybe<Scalars['String']['input']>;
  /** How many seconds to wait for the upstream to finish. 0 or left out: answers at once with the state in between. */
  readonly waitSeconds?: InputMaybe<Scalars['Int']['input']>;
};

/** What `disableSecret` answers. */
export type DisableSecretPayload = MutationPayload & {
  readonly __typename?: 'DisableSecretPayload';
  /** The text that the input brought, unchanged; null if it brought none. */
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
  /** What the audit log and the upstream said. */
  readonly receipt: Receipt;
  /** The secret as read back after the change, metadata only; null where reading failed or you may not see it. */
  readonly secret?: Maybe<Secret>;
  /** Global id of the secret that was suspended. Always there, so that nobody repeats a write that succeeded. */
  readonly secretId: Scalars['ID']['output'];
};

/** A plugin or template engine, and its settings. */
export type DockerDriver = {
  readonly __typename?: 'DockerDriver';
  /** Name of the plugin, or of the template engine (`golang`). */
  readonly name: Scalars['String']['output'];
  /** Its settings, as key and value; empty where there are none. */
  readonly options: ReadonlyArray<SecretLabel>;
};

/** A plugin or template engine, and its settings. */
export type DockerDriverInput = {
  /** Name of the plugin, or of the template engine (`golang`). */
  readonly name: Scalars['String']['input'];
  /** Its settings, as key and value. They are metadata and visible: never put a secret in one. */
  readonly options?: InputMaybe<ReadonlyArray<SecretLabelInput>>;
};

/** What the engine documents about a secret beyond the common fields. */
export type DockerSecret = {
  readonly __typename?: 'DockerSecret';
  /** The plugin that provides the value instead of the swarm; null where the swarm keeps it. */
  readonly driver?: Maybe<DockerDriver>;
  /** The engine that expands templates inside the value; null where it is used as it is. */
  readonly templating?: Maybe<DockerDriver>;
  /**
   * The engine's Version.Index: counts changes of the whole cluster, so it jumps, and tells nothing of the value. Text,
   * because it is an unsigned 64-bit number.
   */
  readonly versionIndex: Scalars['String']['output'];
};

/** What only Docker knows of creating a secret. */
export type DockerSecretInput = {
  /** The plugin that is to provide the value instead of the swarm; then no value is given. */
  readonly driver?: InputMaybe<DockerDriverInput>;
  /** The engine that is to expand templates inside the value. Needs Engine API 1.37. */
  readonly templating?: InputMaybe<DockerDriverInput>;
};

/** The stack that a secret's label `com.docker.stack.namespace` names. */
export type DockerStack = {
  readonly __typename?: 'DockerStack';
  /** The label's value: the name given to `docker stack deploy`. */
  readonly namespace: Scalars['String']['output'];
};

/** What the engine tells of its swarm. */
export type DockerSwarm = {
  readonly __typename?: 'DockerSwarm';
  /** The swarm's own id; null where the engine does not tell. Costs one request. */
  readonly clusterId?: Maybe<Scalars['String']['output']>;
  /** Version of the engine that answers, such as `20.10.24`; null where it does not tell. Costs one request. */
  readonly engineVersion?: Maybe<Scalars['String']['output']>;
};

/** Argument of `enableSecret`: which secret to put back into use. */
export type EnableSecretInput = {
  /** Free text that comes back unchanged in the payload, to match answers to requests. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Global id of the suspended secret. */
  readonly id: Scalars['ID']['input'];
  /** The etag the object must still have, compared with a fresh read; else PRECONDITION_FAILED and nothing is changed. */
  readonly ifMatch?: InputMaybe<Scalars['String']['input']>;
  /** How many seconds to wait for the upstream to finish. 0 or left out: answers at once with the state in between. */
  readonly waitSeconds?: InputMaybe<Scalars['Int']['input']>;
};

/** What `enableSecret` answers. */
export type EnableSecretPayload = MutationPayload & {
  readonly __typename?: 'EnableSecretPayload';
  /** The text that the input brought, unchanged; null if it brought none. */
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
  /** What the audit log and the upstream said. */
  readonly receipt: Receipt;
  /** The secret as read back after the change, metadata only; null where reading failed or you may not see it. */
  readonly secret?: Maybe<Secret>;
  /** Global id of the secret that was put back into use. Always there, so that nobody repeats a write that succeeded. */
  readonly secretId: Scalars['ID']['output'];
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

/** Where an answer came from, and how old it is. */
export type Freshness = {
  readonly __typename?: 'Freshness';
  /** When the upstream said so. */
  readonly fetchedAt: Scalars['DateTime']['output'];
  /** Whether the upstream was asked for this answer or an earlier answer of it was used. */
  readonly source: FreshnessSource;
  /** True: served past its lifetime, because the store did not answer in time or a newer answer is still on its way. */
  readonly stale: Scalars['Boolean']['output'];
};

/** The two places that metadata comes from. */
export type FreshnessSource =
  /** The gateway's cache, which holds metadata only. */
  | 'CACHE'
  /** The upstream was asked during this request. */
  | 'UPSTREAM';

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

/** What IMCO documents about a key vault beyond the common fields. */
export type ImcoKeyVault = {
  readonly __typename?: 'ImcoKeyVault';
  /** Whether it was imported from the cloud account instead of created by IMCO; null where IMCO does not say. */
  readonly brownfield?: Maybe<Scalars['Boolean']['output']>;
  /** IMCO's id of the cloud account it lives in; null where IMCO does not say. */
  readonly cloudAccountId?: Maybe<Scalars['String']['output']>;
  /** The id it was to have at the cloud provider; null where none was asked for. */
  readonly desiredRemoteId?: Maybe<Scalars['String']['output']>;
  /** IMCO's id of the plan it was created with; null where IMCO does not say. */
  readonly keyVaultPlanId?: Maybe<Scalars['String']['output']>;
  /** IMCO's ids of the labels attached to it; null where IMCO does not say. */
  readonly labelIds?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** IMCO's id of the realm (region) it lives in; null where IMCO does not say. */
  readonly realmId?: Maybe<Scalars['String']['output']>;
  /** The vault's id at the cloud provider; null until it is deployed. */
  readonly remoteId?: Maybe<Scalars['String']['output']>;
  /** IMCO's word for this kind of resource: `key_vault`; null where it is left out. */
  readonly resourceType?: Maybe<Scalars['String']['output']>;
  /** IMCO's own word for where it stands: start, deploying, active, decommissioning, stalled, end. */
  readonly state: Scalars['String']['output'];
};

/** What only IMCO knows of creating a key vault. Which accounts, realms and plans there are is seen in IMCO itself. */
export type ImcoKeyVaultInput = {
  /** IMCO's id of the cloud account to create it in. */
  readonly cloudAccountId: Scalars['String']['input'];
  /** The id it is to have at the cloud provider; left out, one is made. */
  readonly desiredRemoteId?: InputMaybe<Scalars['String']['input']>;
  /** IMCO's id of the plan to create it with. */
  readonly keyVaultPlanId: Scalars['String']['input'];
  /** IMCO's ids of labels to attach: see `ImcoStore.labels`. */
  readonly labelIds?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** IMCO's id of the realm (region) to create it in. */
  readonly realmId: Scalars['String']['input'];
};

/** A label that can be attached to resources. */
export type ImcoLabel = {
  readonly __typename?: 'ImcoLabel';
  /** The label's name. */
  readonly name: Scalars['String']['output'];
  /** The namespace of a label that IMCO uses for itself; null on labels that people made. */
  readonly namespace?: Maybe<Scalars['String']['output']>;
  /** IMCO's id of the label: what `labelIds` holds. */
  readonly nativeId: Scalars['String']['output'];
  /** The label's text; null where it is a name alone. */
  readonly value?: Maybe<Scalars['String']['output']>;
};

/** What IMCO documents about a secret beyond the common fields. */
export type ImcoSecret = {
  readonly __typename?: 'ImcoSecret';
  /** Whether it was imported from the cloud account instead of created by IMCO; null where IMCO does not say. */
  readonly brownfield?: Maybe<Scalars['Boolean']['output']>;
  /** The id it was to have at the cloud provider; null where none was asked for. */
  readonly desiredRemoteId?: Maybe<Scalars['String']['output']>;
  /** IMCO's id of the key vault it lives in. */
  readonly keyVaultId: Scalars['String']['output'];
  /** IMCO's ids of the labels attached to it; null where IMCO does not say. */
  readonly labelIds?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** The secret's id at the cloud provider; null until it is deployed. */
  readonly remoteId?: Maybe<Scalars['String']['output']>;
  /** IMCO's word for this kind of resource: `secret`; null where it is left out. */
  readonly resourceType?: Maybe<Scalars['String']['output']>;
  /**
   * IMCO's own word for where it stands: start, deploying, available, decommissioning, stalled, updating_versions,
   * updating_error, end.
   */
  readonly state: Scalars['String']['output'];
};

/** What only IMCO knows of creating a secret. */
export type ImcoSecretInput = {
  /** The id it is to have at the cloud provider; left out, one is made. */
  readonly desiredRemoteId?: InputMaybe<Scalars['String']['input']>;
  /** IMCO's ids of labels to attach: see `ImcoStore.labels`. */
  readonly labelIds?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** What IMCO documents about a version beyond the common fields. */
export type ImcoSecretVersion = {
  readonly __typename?: 'ImcoSecretVersion';
  /** IMCO's id of the key vault it lives in; null where IMCO does not say. */
  readonly keyVaultId?: Maybe<Scalars['String']['output']>;
  /** Whether IMCO calls it the newest. */
  readonly last: Scalars['Boolean']['output'];
  /** Place in the list as answered, counted from 0; IMCO documents no order. */
  readonly position: Scalars['Int']['output'];
  /** The version's id at the cloud provider; null until it is deployed. */
  readonly remoteId?: Maybe<Scalars['String']['output']>;
  /** IMCO's word for this kind of resource: `secret_version`; null where it is left out. */
  readonly resourceType?: Maybe<Scalars['String']['output']>;
};

/** What IMCO tells of a whole account. */
export type ImcoStore = {
  readonly __typename?: 'ImcoStore';
  /** The account's labels, to resolve `labelIds` with; null where they could not be read. Costs one request. */
  readonly labels?: Maybe<ReadonlyArray<ImcoLabel>>;
};

/**
 * Everything that changes a store, and the one way to read a value. Each is decided by the policy, written to the audit
 * log before it takes effect, sent upstream once and answered with a receipt. An error tells in `extensions.outcome` what
 * became of the change. What a store cannot do is UNSUPPORTED before any request: see `Store.capabilities`.
 */
export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Stops a rotation that is running. UNSUPPORTED where the store has no such operation. */
  readonly cancelRotation?: Maybe<CancelRotationPayload>;
  /** Creates a secret. A name that is taken is CONFLICT: an existing secret is never overwritten. */
  readonly createSecret?: Maybe<CreateSecretPayload>;
  /** Creates a group in a store. The policy is asked for the new group's resource. */
  readonly createSecretGroup?: Maybe<CreateSecretGroupPayload>;
  /** Gives a secret a new value. */
  readonly createSecretVersion?: Maybe<CreateSecretVersionPayload>;
  /** Deletes a secret, or schedules that where the store deletes in steps. */
  readonly deleteSecret?: Maybe<DeleteSecretPayload>;
  /** Deletes a group and, where the upstream does so, every secret and version in it. */
  readonly deleteSecretGroup?: Maybe<DeleteSecretGroupPayload>;
  /** Destroys one stored value of a secret; the secret itself stays. */
  readonly deleteSecretVersion?: Maybe<DeleteSecretVersionPayload>;
  /** Suspends a secret from use without deleting it. */
  readonly disableSecret?: Maybe<DisableSecretPayload>;
  /** Puts a suspended secret back into use. */
  readonly enableSecret?: Maybe<EnableSecretPayload>;
  /** Somebody changed it in its own console: list it again now. */
  readonly refreshStore?: Maybe<RefreshStorePayload>;
  /** Takes back a deletion that its store has only scheduled. */
  readonly restoreSecret?: Maybe<RestoreSecretPayload>;
  /** Applies again what failed on the way: a creation, a change or a rotation that the store could not finish. */
  readonly retrySecret?: Maybe<RetrySecretPayload>;
  /**
   * The only way a value leaves the gateway. Recorded in the audit log before it is answered, counted against the
   * principal's budget per minute (RATE_LIMITED), and answered with `Cache-Control: no-store`. UNSUPPORTED where the
   * store gives no value back: `Secret.readability` tells beforehand.
   */
  readonly revealSecret?: Maybe<RevealSecretPayload>;
  /** Makes the value from before the last rotation the active one again. UNSUPPORTED where the store cannot. */
  readonly rollbackRotation?: Maybe<RollbackRotationPayload>;
  /** Starts the store's own rotation now. CONFLICT where no trigger is linked or one is running. */
  readonly rotateSecret?: Maybe<RotateSecretPayload>;
  /** Changes what describes the secret; its value changes through createSecretVersion. */
  readonly updateSecret?: Maybe<UpdateSecretPayload>;
  /** Changes a group. Renaming is decided on the old and the new resource. */
  readonly updateSecretGroup?: Maybe<UpdateSecretGroupPayload>;
};


/**
 * Everything that changes a store, and the one way to read a value. Each is decided by the policy, written to the audit
 * log before it takes effect, sent upstream once and answered with a receipt. An error tells in `extensions.outcome` what
 * became of the change. What a store cannot do is UNSUPPORTED before any request: see `Store.capabilities`.
 */
export type MutationCancelRotationArgs = {
  input: CancelRotationInput;
};


/**
 * Everything that changes a store, and the one way to read a value. Each is decided by the policy, written to the audit
 * log before it takes effect, sent upstream once and answered with a receipt. An error tells in `extensions.outcome` what
 * became of the change. What a store cannot do is UNSUPPORTED before any request: see `Store.capabilities`.
 */
export type MutationCreateSecretArgs = {
  input: CreateSecretInput;
};


/**
 * Everything that changes a store, and the one way to read a value. Each is decided by the policy, written to the audit
 * log before it takes effect, sent upstream once and answered with a receipt. An error tells in `extensions.outcome` what
 * became of the change. What a store cannot do is UNSUPPORTED before any request: see `Store.capabilities`.
 */
export type MutationCreateSecretGroupArgs = {
  input: CreateSecretGroupInput;
};


/**
 * Everything that changes a store, and the one way to read a value. Each is decided by the policy, written to the audit
 * log before it takes effect, sent upstream once and answered with a receipt. An error tells in `extensions.outcome` what
 * became of the change. What a store cannot do is UNSUPPORTED before any request: see `Store.capabilities`.
 */
export type MutationCreateSecretVersionArgs = {
  input: CreateSecretVersionInput;
};


/**
 * Everything that changes a store, and the one way to read a value. Each is decided by the policy, written to the audit
 * log before it takes effect, sent upstream once and answered with a receipt. An error tells in `extensions.outcome` what
 * became of the change. What a store cannot do is UNSUPPORTED before any request: see `Store.capabilities`.
 */
export type MutationDeleteSecretArgs = {
  input: DeleteSecretInput;
};


/**
 * Everything that changes a store, and the one way to read a value. Each is decided by the policy, written to the audit
 * log before it takes effect, sent upstream once and answered with a receipt. An error tells in `extensions.outcome` what
 * became of the change. What a store cannot do is UNSUPPORTED before any request: see `Store.capabilities`.
 */
export type MutationDeleteSecretGroupArgs = {
  input: DeleteSecretGroupInput;
};


/**
 * Everything that changes a store, and the one way to read a value. Each is decided by the policy, written to the audit
 * log before it takes effect, sent upstream once and answered with a receipt. An error tells in `extensions.outcome` what
 * became of the change. What a store cannot do is UNSUPPORTED before any request: see `Store.capabilities`.
 */
export type MutationDeleteSecretVersionArgs = {
  input: DeleteSecretVersionInput;
};


/**
 * Everything that changes a store, and the one way to read a value. Each is decided by the policy, written to the audit
 * log before it takes effect, sent upstream once and answered with a receipt. An error tells in `extensions.outcome` what
 * became of the change. What a store cannot do is UNSUPPORTED before any request: see `Store.capabilities`.
 */
export type MutationDisableSecretArgs = {
  input: DisableSecretInput;
};


/**
 * Everything that changes a store, and the one way to read a value. Each is decided by the policy, written to the audit
 * log before it takes effect, sent upstream once and answered with a receipt. An error tells in `extensions.outcome` what
 * became of the change. What a store cannot do is UNSUPPORTED before any request: see `Store.capabilities`.
 */
export type MutationEnableSecretArgs = {
  input: EnableSecretInput;
};


/**
 * Everything that changes a store, and the one way to read a value. Each is decided by the policy, written to the audit
 * log before it takes effect, sent upstream once and answered with a receipt. An error tells in `extensions.outcome` what
 * became of the change. What a store cannot do is UNSUPPORTED before any request: see `Store.capabilities`.
 */
export type MutationRefreshStoreArgs = {
  input: RefreshStoreInput;
};


/**
 * Everything that changes a store, and the one way to read a value. Each is decided by the policy, written to the audit
 * log before it takes effect, sent upstream once and answered with a receipt. An error tells in `extensions.outcome` what
 * became of the change. What a store cannot do is UNSUPPORTED before any request: see `Store.capabilities`.
 */
export type MutationRestoreSecretArgs = {
  input: RestoreSecretInput;
};


/**
 * Everything that changes a store, and the one way to read a value. Each is decided by the policy, written to the audit
 * log before it takes effect, sent upstream once and answered with a receipt. An error tells in `extensions.outcome` what
 * became of the change. What a store cannot do is UNSUPPORTED before any request: see `Store.capabilities`.
 */
export type MutationRetrySecretArgs = {
  input: RetrySecretInput;
};


/**
 * Everything that changes a store, and the one way to read a value. Each is decided by the policy, written to the audit
 * log before it takes effect, sent upstream once and answered with a receipt. An error tells in `extensions.outcome` what
 * became of the change. What a store cannot do is UNSUPPORTED before any request: see `Store.capabilities`.
 */
export type MutationRevealSecretArgs = {
  input: RevealSecretInput;
};


/**
 * Everything that changes a store, and the one way to read a value. Each is decided by the policy, written to the audit
 * log before it takes effect, sent upstream once and answered with a receipt. An error tells in `extensions.outcome` what
 * became of the change. What a store cannot do is UNSUPPORTED before any request: see `Store.capabilities`.
 */
export type MutationRollbackRotationArgs = {
  input: RollbackRotationInput;
};


/**
 * Everything that changes a store, and the one way to read a value. Each is decided by the policy, written to the audit
 * log before it takes effect, sent upstream once and answered with a receipt. An error tells in `extensions.outcome` what
 * became of the change. What a store cannot do is UNSUPPORTED before any request: see `Store.capabilities`.
 */
export type MutationRotateSecretArgs = {
  input: RotateSecretInput;
};


/**
 * Everything that changes a store, and the one way to read a value. Each is decided by the policy, written to the audit
 * log before it takes effect, sent upstream once and answered with a receipt. An error tells in `extensions.outcome` what
 * became of the change. What a store cannot do is UNSUPPORTED before any request: see `Store.capabilities`.
 */
export type MutationUpdateSecretArgs = {
  input: UpdateSecretInput;
};


/**
 * Everything that changes a store, and the one way to read a value. Each is decided by the policy, written to the audit
 * log before it takes effect, sent upstream once and answered with a receipt. An error tells in `extensions.outcome` what
 * became of the change. What a store cannot do is UNSUPPORTED before any request: see `Store.capabilities`.
 */
export type MutationUpdateSecretGroupArgs = {
  input: UpdateSecretGroupInput;
};

/** What every change answers with, whatever it changed. */
export type MutationPayload = {
  /** The text that the input brought, unchanged; null if it brought none. */
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
  /** What the audit log and the upstream said. */
  readonly receipt: Receipt;
};

/** What a provider documents about a secret beyond the common fields, one type per provider. */
export type NativeSecret = DockerSecret | ImcoSecret | NcloudSecret | SeguraSecret | TrueFoundrySecret;

/** What a provider documents about a group beyond the common fields, one type per provider. */
export type NativeSecretGroup = DockerStack | ImcoKeyVault | NcloudRegion | SeguraApplication | TrueFoundrySecretGroup;

/** What a provider documents about a version, one type per provider that has anything to add. */
export type NativeSecretVersion = ImcoSecretVersion | NcloudSecretVersion | SeguraSecretVersion | TrueFoundrySecretVersion;

/** What a provider documents about a store as a whole, one type per provider that has anything to add. */
export type NativeStore = DockerSwarm | ImcoStore | NcloudStore | TrueFoundryStore;

/** What a provider documents about a subject, one type per provider that has anything to add. */
export type NativeSubject = TrueFoundrySubject;

/** A key of NAVER's Key Management Service that can protect secrets. The key itself is nowhere in the graph. */
export type NcloudKey = {
  readonly __typename?: 'NcloudKey';
  /** GLOBAL or ISOLATED (region-bound); null where NAVER does not say. */
  readonly boundary?: Maybe<Scalars['String']['output']>;
  /** Its name for people; null where NAVER does not say. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** NAVER's id of the key. */
  readonly nativeId: Scalars['String']['output'];
  /** ENABLE or DISABLE; null where NAVER does not say. */
  readonly status?: Maybe<Scalars['String']['output']>;
  /** NAVER's short handle of the key: what `kmsKeyTag` takes. Empty for the default key. */
  readonly tag: Scalars['String']['output'];
  /** AES256 or RSA2048; null where NAVER does not say. */
  readonly type?: Maybe<Scalars['String']['output']>;
};

/** What a secret's values are encrypted with. */
export type NcloudProtectionKey = {
  readonly __typename?: 'NcloudProtectionKey';
  /** GLOBAL or ISOLATED (region-bound); null where NAVER does not say. */
  readonly kmsBoundaryType?: Maybe<Scalars['String']['output']>;
  /** Name of the key for people; null for the default key. */
  readonly kmsKeyName?: Maybe<Scalars['String']['output']>;
  /** Handle of the key: see `NcloudKey.tag`. Null for the default key. */
  readonly kmsKeyTag?: Maybe<Scalars['String']['output']>;
  /** DEFAULT or USER_MANAGED_KEY. */
  readonly type: Scalars['String']['output'];
};

/** What to encrypt a secret's values with. */
export type NcloudProtectionKeyInput = {
  /** GLOBAL or ISOLATED (region-bound). NAVER takes only ISOLATED for new secrets. */
  readonly kmsBoundaryType?: InputMaybe<Scalars['String']['input']>;
  /** Handle of the key: see `NcloudKey.tag`. Required with USER_MANAGED_KEY. */
  readonly kmsKeyTag?: InputMaybe<Scalars['String']['input']>;
  /** DEFAULT or USER_MANAGED_KEY. */
  readonly type: Scalars['String']['input'];
};

/** What NAVER documents about a region beyond the common fields. */
export type NcloudRegion = {
  readonly __typename?: 'NcloudRegion';
  /** NAVER's code of the region, such as `KR`. */
  readonly code: Scalars['String']['output'];
};

/** What NAVER documents about a secret beyond the common fields. */
export type NcloudSecret = {
  readonly __typename?: 'NcloudSecret';
  /** What its values are encrypted with; null where NAVER does not say. Costs one request per secret. */
  readonly protectionKey?: Maybe<NcloudProtectionKey>;
  /** Code of the region it lives in; null where NAVER does not say. */
  readonly region?: Maybe<Scalars['String']['output']>;
  /**
   * NAVER's own word for how far a rotation has come: NONE and others; null where it could not be asked. Costs one request
   * per secret.
   */
  readonly rotationPhase?: Maybe<Scalars['String']['output']>;
  /** NAVER's own word for where it stands: ENABLE, DISABLE, REVOKE, ROTATING, DESTROYED. */
  readonly secretStatus: Scalars['String']['output'];
  /** NAVER's word for the kind of secret: `BASIC`; null where NAVER does not say. */
  readonly secretType?: Maybe<Scalars['String']['output']>;
};

/** What only NAVER knows of creating a secret. */
export type NcloudSecretInput = {
  /** What to encrypt its values with; left out: NAVER's default key. */
  readonly protectionKey?: InputMaybe<NcloudProtectionKeyInput>;
  /** The keys of the value that rotation replaces; left out: all. They cannot be changed afterwards. */
  readonly rotationTargets?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** NAVER's word for the kind of secret; left out: BASIC, the only one documented. */
  readonly secretType?: InputMaybe<Scalars['String']['input']>;
};

/** What only NAVER knows of changing a secret. */
export type NcloudSecretUpdateInput = {
  /** What to encrypt its values with from now on. */
  readonly protectionKey?: InputMaybe<NcloudProtectionKeyInput>;
};

/** What NAVER documents about a slot. Whether it holds a value is known only by reading, so nobody asks. */
export type NcloudSecretVersion = {
  readonly __typename?: 'NcloudSecretVersion';
  /** The slot: ACTIVE, PREVIOUS or PENDING. */
  readonly stage: Scalars['String']['output'];
};

/** What only NAVER knows of storing a value. */
export type NcloudSecretVersionInput = {
  /** True: what was ACTIVE becomes PREVIOUS; false: it is overwritten. Only for the slot ACTIVE. */
  readonly keepPrevious?: Scalars['Boolean']['input'];
  /** The slot to write. */
  readonly stage?: NcloudStage;
};

/** The slots that a secret's values are kept in. */
export type NcloudStage =
  /** The value in force. */
  | 'ACTIVE'
  /** The value that a rotation is about to put in force. */
  | 'PENDING'
  /** The value before it. */
  | 'PREVIOUS';

/** What NAVER tells of a whole account. */
export type NcloudStore = {
  readonly __typename?: 'NcloudStore';
  /** The keys that can protect secrets; null where they could not be read. Costs one request. */
  readonly protectionKeys?: Maybe<ReadonlyArray<NcloudKey>>;
  /** The functions that can rotate secrets; null where they could not be read. Costs one request. */
  readonly triggers?: Maybe<ReadonlyArray<NcloudTrigger>>;
};

/** A Cloud Functions trigger that can rotate secrets. */
export type NcloudTrigger = {
  readonly __typename?: 'NcloudTrigger';
  /** What it can be called for. */
  readonly actions: ReadonlyArray<NcloudTriggerAction>;
  /** Free text about it; null where there is none. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** NAVER's ids of the secrets it is linked to, among those that you may see. */
  readonly linkedSecretIds: ReadonlyArray<Scalars['String']['output']>;
  /** Its name for people; null where NAVER does not say. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** NAVER's id of the trigger: what `triggerId` takes. */
  readonly nativeId: Scalars['String']['output'];
  /** Address of its page in NAVER's console; null where NAVER gives none. */
  readonly pageUrl?: Maybe<Scalars['String']['output']>;
  /** The platform it runs on, in NAVER's word; null where NAVER does not say. */
  readonly platform?: Maybe<Scalars['String']['output']>;
  /** Code of the region it runs in; null where NAVER does not say. */
  readonly region?: Maybe<Scalars['String']['output']>;
};

/** Something that a trigger can be called for. */
export type NcloudTriggerAction = {
  readonly __typename?: 'NcloudTriggerAction';
  /** Free text about it; null where there is none. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** NAVER's name of the action. */
  readonly name: Scalars['String']['output'];
};

/** A secret that is created or given a new value together with its group. */
export type NewSecretInput = {
  /** The secret's name: its key inside the group. */
  readonly name: Scalars['String']['input'];
  /** The value to store under it. */
  readonly value: SecretValueInput;
};

/** Anything that has a global id and can be fetched again by it. */
export type Node = {
  /**
   * Global id: opaque, stable, unique among all types and stores. It is not signed and grants nothing: text that the
   * gateway could not have written is refused with BAD_USER_INPUT before any upstream request.
   */
  readonly id: Scalars['ID']['output'];
};

/** Where a page lies in its list. */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** Cursor of the page's last element, for `after`; null on an empty page. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether more elements follow this page. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Whether elements precede this page. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the page's first element, for `before`; null on an empty page. */
  readonly startCursor?: Maybe<Scalars['String']['output']>;
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

/**
 * Everything that can be read. Nothing here leads to a value: a value leaves through the mutation `revealSecret` alone.
 * A forbidden object and a missing one answer alike.
 */
export type Query = {
  readonly __typename?: 'Query';
  /** One object by its global id, of whatever type. Null with NOT_FOUND where there is none, or none that you may see. */
  readonly node?: Maybe<Node>;
  /**
   * Several objects by their global ids, in the order of the ids and batched by store. An id that leads nowhere gives
   * null in its place with an error of its own; the others are not affected.
   */
  readonly nodes: ReadonlyArray<Maybe<Node>>;
  /** One secret's metadata by its global id. Null with NOT_FOUND where there is none, or none that you may see. */
  readonly secret?: Maybe<Secret>;
  /**
   * One secret by the names that people know. Null where no secret that you may see has them; several matches are
   * BAD_USER_INPUT with their ids in the error.
   */
  readonly secretByName?: Maybe<Secret>;
  /** One group by its global id, from any store. Null with NOT_FOUND where there is none, or none that you may see. */
  readonly secretGroup?: Maybe<SecretGroup>;
  /**
   * The groups of all stores as one list. A store that fails does not fail the list: `stores` in the answer says what is
   * missing.
   */
  readonly secretGroups: SecretGroupConnection;
  /** One version's metadata by its global id. Null with NOT_FOUND where there is none, or none that you may see. */
  readonly secretVersion?: Maybe<SecretVersion>;
  /**
   * The secrets of all stores as one list, metadata only. A store that fails does not fail the list: `stores` in the
   * answer says what is missing.
   */
  readonly secrets: SecretConnection;
  /** Counts for a dashboard: how many secrets there are, by store, group, creator, status, age, expiry and use. */
  readonly secretsSummary: SecretsSummary;
  /** One store by its name in the configuration. Null with NOT_FOUND where there is none, or none that you may see. */
  readonly store?: Maybe<Store>;
  /** The configured stores that you may see, in the order of the configuration. Costs no upstream request by itself. */
  readonly stores: ReadonlyArray<Store>;
  /** One subject by its global id. Null with NOT_FOUND where there is none, or none that you may see. */
  readonly subject?: Maybe<Subject>;
  /** The identities that the upstreams name as creators of what you may see: who made all this, across stores. */
  readonly subjects: SubjectConnection;
  /** Who is calling and what the policy lets them do. Costs no upstream request. */
  readonly viewer: Viewer;
};


/**
 * Everything that can be read. Nothing here leads to a value: a value leaves through the mutation `revealSecret` alone.
 * A forbidden object and a missing one answer alike.
 */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Everything that can be read. Nothing here leads to a value: a value leaves through the mutation `revealSecret` alone.
 * A forbidden object and a missing one answer alike.
 */
export type QueryNodesArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


/**
 * Everything that can be read. Nothing here leads to a value: a value leaves through the mutation `revealSecret` alone.
 * A forbidden object and a missing one answer alike.
 */
export type QuerySecretArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Everything that can be read. Nothing here leads to a value: a value leaves through the mutation `revealSecret` alone.
 * A forbidden object and a missing one answer alike.
 */
export type QuerySecretByNameArgs = {
  group?: InputMaybe<Scalars['String']['input']>;
  name: Scalars['String']['input'];
  store: Scalars['String']['input'];
};


/**
 * Everything that can be read. Nothing here leads to a value: a value leaves through the mutation `revealSecret` alone.
 * A forbidden object and a missing one answer alike.
 */
export type QuerySecretGroupArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Everything that can be read. Nothing here leads to a value: a value leaves through the mutation `revealSecret` alone.
 * A forbidden object and a missing one answer alike.
 */
export type QuerySecretGroupsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SecretGroupFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<SecretGroupOrder>;
};


/**
 * Everything that can be read. Nothing here leads to a value: a value leaves through the mutation `revealSecret` alone.
 * A forbidden object and a missing one answer alike.
 */
export type QuerySecretVersionArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Everything that can be read. Nothing here leads to a value: a value leaves through the mutation `revealSecret` alone.
 * A forbidden object and a missing one answer alike.
 */
export type QuerySecretsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SecretFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<SecretOrder>;
};


/**
 * Everything that can be read. Nothing here leads to a value: a value leaves through the mutation `revealSecret` alone.
 * A forbidden object and a missing one answer alike.
 */
export type QuerySecretsSummaryArgs = {
  filter?: InputMaybe<SecretFilter>;
};


/**
 * Everything that can be read. Nothing here leads to a value: a value leaves through the mutation `revealSecret` alone.
 * A forbidden object and a missing one answer alike.
 */
export type QueryStoreArgs = {
  name: Scalars['String']['input'];
};


/**
 * Everything that can be read. Nothing here leads to a value: a value leaves through the mutation `revealSecret` alone.
 * A forbidden object and a missing one answer alike.
 */
export type QuerySubjectArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Everything that can be read. Nothing here leads to a value: a value leaves through the mutation `revealSecret` alone.
 * A forbidden object and a missing one answer alike.
 */
export type QuerySubjectsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SubjectFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

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

/** Proof of a change or a reveal: where it is recorded, and how the upstream answered. */
export type Receipt = {
  readonly __typename?: 'Receipt';
  /** Identifies the entry in the audit log. */
  readonly auditId: Scalars['ID']['output'];
  /** Whether the outcome was recorded too. False: the change took effect, but the log shows an intent that is still open. */
  readonly recorded: Scalars['Boolean']['output'];
  /** The upstream's own code of the outcome, where it is one that it documents; else null. */
  readonly upstreamCode?: Maybe<Scalars['String']['output']>;
  /** The upstream's own message, only where it equals a text that it documents; else null. */
  readonly upstreamMessage?: Maybe<Scalars['String']['output']>;
  /** HTTP status of the upstream's answer; null where several requests were made or none. */
  readonly upstreamStatus?: Maybe<Scalars['Int']['output']>;
};

/** Argument of `refreshStore`: which store to list again. */
export type RefreshStoreInput = {
  /** Free text that comes back unchanged in the payload, to match answers to requests. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Name of the store in the configuration. */
  readonly store: Scalars['String']['input'];
};

/** What `refreshStore` answers. */
export type RefreshStorePayload = {
  readonly __typename?: 'RefreshStorePayload';
  /** The text that the input brought, unchanged; null if it brought none. */
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
  /** How the listing went: a failure is data here, not an error. */
  readonly result: StoreResult;
  /** The store that was listed again. */
  readonly store: Store;
};

/** Argument of `restoreSecret`: whose deletion to take back. */
export type RestoreSecretInput = {
  /** Free text that comes back unchanged in the payload, to match answers to requests. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Global id of the secret whose deletion is scheduled. */
  readonly id: Scalars['ID']['input'];
  /** The etag the object must still have, compared with a fresh read; else PRECONDITION_FAILED and nothing is changed. */
  readonly ifMatch?: InputMaybe<Scalars['String']['input']>;
  /** How many seconds to wait for the upstream to finish. 0 or left out: answers at once with the state in between. */
  readonly waitSeconds?: InputMaybe<Scalars['Int']['input']>;
};

/** What `restoreSecret` answers. */
export type RestoreSecretPayload = MutationPayload & {
  readonly __typename?: 'RestoreSecretPayload';
  /** The text that the input brought, unchanged; null if it brought none. */
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
  /** What the audit log and the upstream said. */
  readonly receipt: Receipt;
  /** The secret as read back after the change, metadata only; null where reading failed or you may not see it. */
  readonly secret?: Maybe<Secret>;
  /** Global id of the secret that was restored. Always there, so that nobody repeats a write that succeeded. */
  readonly secretId: Scalars['ID']['output'];
};

/** Argument of `retrySecret`: whose failed operation to apply again. */
export type RetrySecretInput = {
  /** Free text that comes back unchanged in the payload, to match answers to requests. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Global id of the secret whose creation, change or rotation failed. */
  readonly id: Scalars['ID']['input'];
  /** The etag the object must still have, compared with a fresh read; else PRECONDITION_FAILED and nothing is changed. */
  readonly ifMatch?: InputMaybe<Scalars['String']['input']>;
  /** How many seconds to wait for the upstream to finish. 0 or left out: answers at once with the state in between. */
  readonly waitSeconds?: InputMaybe<Scalars['Int']['input']>;
};

/** What `retrySecret` answers. */
export type RetrySecretPayload = MutationPayload & {
  readonly __typename?: 'RetrySecretPayload';
  /** The text that the input brought, unchanged; null if it brought none. */
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
  /** What the audit log and the upstream said. */
  readonly receipt: Receipt;
  /** The secret as read back after the change, metadata only; null where reading failed or you may not see it. */
  readonly secret?: Maybe<Secret>;
  /** Global id of the secret that was tried again. Always there, so that nobody repeats a write that succeeded. */
  readonly secretId: Scalars['ID']['output'];
};

/** Argument of `revealSecret`: whose value to answer, and for what reason. */
export type RevealSecretInput = {
  /** Free text that comes back unchanged in the payload, to match answers to requests. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /**
   * Global id of a Secret (its current version) or of a SecretVersion (that version, else NOT_FOUND where the store has
   * another in its place meanwhile).
   */
  readonly id: Scalars['ID']['input'];
  /** Why, for the audit log; the policy may demand it. Do not put anything secret here: it is written down. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** What `revealSecret` answers: the only payload that leads to a value. */
export type RevealSecretPayload = MutationPayload & {
  readonly __typename?: 'RevealSecretPayload';
  /** The text that the input brought, unchanged; null if it brought none. */
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
  /** What the audit log and the upstream said. */
  readonly receipt: Receipt;
  /** The secret whose value this is. Revealing needs secret:describe as well. */
  readonly secret: Secret;
  /** The value itself, in every form that it has. */
  readonly value: SecretValue;
  /** The version the value belongs to; null where the store keeps none, does not tell, or you may not see versions. */
  readonly version?: Maybe<SecretVersion>;
};

/** Argument of `rollbackRotation`: whose last rotation to take back. */
export type RollbackRotationInput = {
  /** Free text that comes back unchanged in the payload, to match answers to requests. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Global id of the secret whose last rotation is taken back. */
  readonly id: Scalars['ID']['input'];
  /** How many seconds to wait for the upstream to finish. 0 or left out: answers at once with the state in between. */
  readonly waitSeconds?: InputMaybe<Scalars['Int']['input']>;
};

/** What `rollbackRotation` answers. */
export type RollbackRotationPayload = MutationPayload & {
  readonly __typename?: 'RollbackRotationPayload';
  /** The text that the input brought, unchanged; null if it brought none. */
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
  /** What the audit log and the upstream said. */
  readonly receipt: Receipt;
  /** The secret as read back afterwards, metadata only. Rolling back a rotation needs secret:describe as well. */
  readonly secret: Secret;
};

/** Argument of `rotateSecret`: whose value the store is to replace now. */
export type RotateSecretInput = {
  /** Free text that comes back unchanged in the payload, to match answers to requests. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Global id of the secret to rotate. */
  readonly id: Scalars['ID']['input'];
  /** The etag the object must still have, compared with a fresh read; else PRECONDITION_FAILED and nothing is changed. */
  readonly ifMatch?: InputMaybe<Scalars['String']['input']>;
  /** How many seconds to wait for the upstream to finish. 0 or left out: answers at once with the state in between. */
  readonly waitSeconds?: InputMaybe<Scalars['Int']['input']>;
};

/** What `rotateSecret` answers. */
export type RotateSecretPayload = MutationPayload & {
  readonly __typename?: 'RotateSecretPayload';
  /** The text that the input brought, unchanged; null if it brought none. */
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
  /** What the audit log and the upstream said. */
  readonly receipt: Receipt;
  /** The secret as read back after the change, metadata only; null where reading failed or you may not see it. */
  readonly secret?: Maybe<Secret>;
  /** Global id of the secret that was told to rotate. Always there, so that nobody repeats a write that succeeded. */
  readonly secretId: Scalars['ID']['output'];
};

/** How the store is to replace the value by itself. */
export type RotationInput = {
  /** True: on a schedule; false: only when `rotateSecret` starts it. */
  readonly automatic: Scalars['Boolean']['input'];
  /** Days between two automatic rotations, within the store's limits. Left out: keeps the period, or the store's default. */
  readonly periodDays?: InputMaybe<Scalars['Int']['input']>;
  /** Native id of the function that the store calls to rotate. Left out: keeps it; null: unlinks it. */
  readonly triggerId?: InputMaybe<Scalars['String']['input']>;
};

/** The function that a store calls to rotate secrets. */
export type RotationTrigger = {
  readonly __typename?: 'RotationTrigger';
  /** What it was last called for, in the upstream's words; null where it has not run or the upstream does not say. */
  readonly lastAction?: Maybe<Scalars['String']['output']>;
  /** Its name for people; null where the upstream does not say. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** The id by which the upstream knows it: what the input `triggerId` takes. */
  readonly nativeId: Scalars['String']['output'];
  /** Address of its page at the provider, for people; null where the upstream gives none. */
  readonly url?: Maybe<Scalars['String']['output']>;
};

/**
 * One secret's metadata, as its store tells it. It never holds the value: that is created with `createSecret` or
 * `createSecretVersion` and comes back through `revealSecret` alone.
 */
export type Secret = Node & {
  readonly __typename?: 'Secret';
  /** When it was created; null where the upstream does not say. */
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who created it; null where the upstream does not say, or you may not see subjects here. */
  readonly createdBy?: Maybe<Subject>;
  /** The version in force, without its value; null where the store keeps no versions. May cost one request per secret. */
  readonly currentVersion?: Maybe<SecretVersion>;
  /**
   * When a scheduled deletion becomes final; null where none is scheduled or the upstream does not say. May cost one
   * request per secret.
   */
  readonly deletesAt?: Maybe<Scalars['DateTime']['output']>;
  /** Free text about it; null where there is none or the upstream does not tell. May cost one request per secret. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /**
   * Opaque token for `ifMatch`; null where the store offers none and the gateway cannot make one. May cost one request
   * per secret.
   */
  readonly etag?: Maybe<Scalars['String']['output']>;
  /** When its value ceases to be valid; null where it does not expire or the upstream does not say. */
  readonly expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Where this answer came from and how old it is. */
  readonly freshness: Freshness;
  /** The group it is administered in; null where it has none, or one that you may not see. */
  readonly group?: Maybe<SecretGroup>;
  /** Global id: for `secret(id:)`, filters and every mutation that changes or reveals it. */
  readonly id: Scalars['ID']['output'];
  /** Key and value pairs attached to it; empty where there are none or the upstream has no labels. */
  readonly labels: ReadonlyArray<SecretLabel>;
  /** The name its upstream knows it by. Unique inside its group at most. */
  readonly name: Scalars['String']['output'];
  /**
   * Everything the upstream documents beyond the common fields. Always there; a field in it that the store's listing
   * lacks is fetched when it is asked for, with one request per secret, and null where that failed.
   */
  readonly native: NativeSecret;
  /** The id by which the upstream itself knows it; unique inside the store only. Not accepted where an ID is asked for. */
  readonly nativeId: Scalars['String']['output'];
  /** Whether anyone can read the value back through this store, and if not, why. Known without reading it. */
  readonly readability: Readability;
  /** The name policies know it by: `store/group/secret`, each part percent-encoded; a missing group is an empty part. */
  readonly resource: Scalars['String']['output'];
  /** How the store itself rotates the value; null where it does not rotate secrets. May cost one request per secret. */
  readonly rotation?: Maybe<SecretRotation>;
  /** Where it stands in its life. ACTIVE where the upstream only tells that it exists. */
  readonly status: SecretStatus;
  /** The store it lives in. Seeing a secret implies its store's id, name and provider, and no more. */
  readonly store: Store;
  /**
   * When its value or metadata last changed; null where the upstream does not say. May cost one request per secret
   * where the store's listing lacks it.
   */
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who uses it; null where the upstream does not say. Costs at most one request per store and operation. */
  readonly usage?: Maybe<SecretUsage>;
  /**
   * Its versions, newest first, without their values; empty where the store keeps none. May cost one request per secret;
   * null with an error where that request failed, or where you may not see versions.
   */
  readonly versions?: Maybe<SecretVersionConnection>;
};


/**
 * One secret's metadata, as its store tells it. It never holds the value: that is created with `createSecret` or
 * `createSecretVersion` and comes back through `revealSecret` alone.
 */
export type SecretVersionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of secrets, and what each store contributed to the list. */
export type SecretConnection = {
  readonly __typename?: 'SecretConnection';
  /** The page's secrets, each with its cursor. */
  readonly edges: ReadonlyArray<SecretEdge>;
  /** The page's secrets without cursors. */
  readonly nodes: ReadonlyArray<Secret>;
  /** Where this page lies in the list. */
  readonly pageInfo: PageInfo;
  /** One entry for each store that you may see and the filter does not rule out. */
  readonly stores: ReadonlyArray<StoreResult>;
  /** Size of the whole list, not of this page. Counts only what the viewer may see. */
  readonly totalCount: Scalars['Int']['output'];
};

/** Something that uses a secret. */
export type SecretConsumer = {
  readonly __typename?: 'SecretConsumer';
  /** What kind of thing it is, in the upstream's word: `service`. */
  readonly kind: Scalars['String']['output'];
  /** Its name for people; null where the upstream does not say. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** The id by which the upstream knows it, to find it there. */
  readonly nativeId: Scalars['String']['output'];
};

/** One bar of a chart: how many secrets share something. */
export type SecretCount = {
  readonly __typename?: 'SecretCount';
  /** How many there are. */
  readonly count: Scalars['Int']['output'];
  /** What they share, for programs: an id, a member of an enum, or the name of a range. */
  readonly key: Scalars['String']['output'];
  /** What they share, for people. */
  readonly label: Scalars['String']['output'];
};

/** Conditions on an instant. All members that are given must hold; an unknown instant passes `isNull: true` alone. */
export type SecretDateTimeFilter = {
  /** At this instant or later. */
  readonly after?: InputMaybe<Scalars['DateTime']['input']>;
  /** Earlier than this instant. */
  readonly before?: InputMaybe<Scalars['DateTime']['input']>;
  /** True: only where the instant is not known or does not apply; false: only where it is known. */
  readonly isNull?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A secret and its place in the list. */
export type SecretEdge = {
  readonly __typename?: 'SecretEdge';
  /** Opaque place of the secret in this list, for `after` and `before`; it holds for this filter and order only. */
  readonly cursor: Scalars['String']['output'];
  /** The secret at this place. */
  readonly node: Secret;
};

/** One pair of a value that is a map. */
export type SecretField = {
  readonly __typename?: 'SecretField';
  /** The pair's key: not secret, and in clear. */
  readonly key: Scalars['String']['output'];
  /** Tells maps apart where the store keeps several and keys may repeat: counted from 0. Null where there is one map. */
  readonly section?: Maybe<Scalars['Int']['output']>;
  /** The pair's value; null where the upstream answered null for the key. */
  readonly value?: Maybe<Scalars['SecretText']['output']>;
};

/** One pair of a value that is a map. */
export type SecretFieldInput = {
  /** The pair's key: not secret, and in clear. */
  readonly key: Scalars['String']['input'];
  /** The pair's value: secret. */
  readonly value: Scalars['SecretText']['input'];
};

/**
 * Which secrets a list or a count takes in. All members that are given must hold. A comparison with something unknown is
 * false, and `not` is its plain negation; a list that is empty matches nothing. A member that a store's listing does not
 * tell (its `stores` entry then says INCOMPLETE) loads that store's details once.
 */
export type SecretFilter = {
  /** All of these must hold as well. Nested at most 5 deep. */
  readonly and?: InputMaybe<ReadonlyArray<SecretFilter>>;
  /** True: only what its store rotates on a schedule; false: only where the store says that it does not. */
  readonly automaticRotation?: InputMaybe<Scalars['Boolean']['input']>;
  /** When the secret must have been created. */
  readonly createdAt?: InputMaybe<SecretDateTimeFilter>;
  /** Only created by these subjects, by global id. A creator that you may not see counts as unknown. */
  readonly createdBy?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** When a scheduled deletion must become final. */
  readonly deletesAt?: InputMaybe<SecretDateTimeFilter>;
  /** What the secret's description must fulfil. */
  readonly description?: InputMaybe<SecretStringFilter>;
  /** When the secret's value must expire. */
  readonly expiresAt?: InputMaybe<SecretDateTimeFilter>;
  /** What the name of the secret's group must fulfil; a secret without a group does not pass. */
  readonly groupName?: InputMaybe<SecretStringFilter>;
  /** Only in these groups, by global id. */
  readonly groups?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** True: only where the creator is known; false: only where not. A creator that you may not see counts as unknown. */
  readonly hasCreator?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only these secrets, by global id. */
  readonly ids?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** True: only what something uses; false: only where the store says that nothing does. */
  readonly inUse?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only with a label for each of these: all must be met, unlike in the other lists. */
  readonly labels?: InputMaybe<ReadonlyArray<SecretLabelFilter>>;
  /** What the secret's name must fulfil. */
  readonly name?: InputMaybe<SecretStringFilter>;
  /** Only with these ids of their upstreams, in any store. */
  readonly nativeIds?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** When the next automatic rotation must be due. */
  readonly nextRotationAt?: InputMaybe<SecretDateTimeFilter>;
  /** This must not hold. Nested at most 5 deep. */
  readonly not?: InputMaybe<SecretFilter>;
  /** At least one of these must hold as well. Nested at most 5 deep. */
  readonly or?: InputMaybe<ReadonlyArray<SecretFilter>>;
  /** Only in stores of these providers. */
  readonly providers?: InputMaybe<ReadonlyArray<Provider>>;
  /** Only with one of these readabilities. */
  readonly readability?: InputMaybe<ReadonlyArray<Readability>>;
  /** Only with one of these statuses. Left out everywhere in the filter: all but DELETED. */
  readonly statuses?: InputMaybe<ReadonlyArray<SecretStatus>>;
  /** Only in these stores, by their names in the configuration. */
  readonly stores?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** When the secret must have changed last. */
  readonly updatedAt?: InputMaybe<SecretDateTimeFilter>;
};

/** The container that secrets are administered in: a group, an application, a key vault, a stack, a region. */
export type SecretGroup = Node & {
  readonly __typename?: 'SecretGroup';
  /** When it was created; null where the upstream does not say. */
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who created it; null where the upstream does not say, or you may not see subjects here. */
  readonly createdBy?: Maybe<Subject>;
  /** Free text about it; null where the upstream keeps none. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** Opaque token for `ifMatch`; null where the store offers none and the gateway cannot make one. */
  readonly etag?: Maybe<Scalars['String']['output']>;
  /** Where this answer came from and how old it is. */
  readonly freshness: Freshness;
  /** Global id: for `secretGroup(id:)`, the filter `groups` and the input `group` of a new secret. */
  readonly id: Scalars['ID']['output'];
  /** Key and value pairs attached to it; empty where there are none or the upstream has no labels. */
  readonly labels: ReadonlyArray<SecretLabel>;
  /** The name by which the upstream knows it, as people read it there. */
  readonly name: Scalars['String']['output'];
  /** Everything the upstream documents beyond the common fields. */
  readonly native: NativeSecretGroup;
  /** The id by which the upstream itself knows it; unique inside the store only. Not accepted where an ID is asked for. */
  readonly nativeId: Scalars['String']['output'];
  /** The name policies know it by: `store/group`, each part percent-encoded. */
  readonly resource: Scalars['String']['output'];
  /** The secrets in this group. From the store's listing: no request per group. */
  readonly secrets: SecretConnection;
  /** Where it stands in its life. ACTIVE where the upstream only tells that it exists. */
  readonly status: SecretStatus;
  /** The store it lives in. Seeing a group implies its store's id, name and provider, and no more. */
  readonly store: Store;
  /** Single words attached to it; empty where there are none or the upstream has no tags. */
  readonly tags: ReadonlyArray<Scalars['String']['output']>;
  /** When its metadata or its set of secrets last changed; null where the upstream does not say. */
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
};


/** The container that secrets are administered in: a group, an application, a key vault, a stack, a region. */
export type SecretGroupSecretsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SecretFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<SecretOrder>;
};

/** A page of groups, and what each store contributed to the list. */
export type SecretGroupConnection = {
  readonly __typename?: 'SecretGroupConnection';
  /** The page's groups, each with its cursor. */
  readonly edges: ReadonlyArray<SecretGroupEdge>;
  /** The page's groups without cursors. */
  readonly nodes: ReadonlyArray<SecretGroup>;
  /** Where this page lies in the list. */
  readonly pageInfo: PageInfo;
  /** One entry for each store that you may see and the filter does not rule out. */
  readonly stores: ReadonlyArray<StoreResult>;
  /** Size of the whole list, not of this page. Counts only what the viewer may see. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A group and its place in the list. */
export type SecretGroupEdge = {
  readonly __typename?: 'SecretGroupEdge';
  /** Opaque place of the group in this list, for `after` and `before`; it holds for this filter and order only. */
  readonly cursor: Scalars['String']['output'];
  /** The group at this place. */
  readonly node: SecretGroup;
};

/** Which groups a list takes in, among those not DELETED. All members given must hold; an empty list matches nothing. */
export type SecretGroupFilter = {
  /** When the group must have been created. */
  readonly createdAt?: InputMaybe<SecretDateTimeFilter>;
  /** Only created by these subjects, by global id. A creator that you may not see counts as unknown. */
  readonly createdBy?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Only with a label for each of these: all must be met, unlike in the other lists. */
  readonly labels?: InputMaybe<ReadonlyArray<SecretLabelFilter>>;
  /** What the group's name must fulfil. */
  readonly name?: InputMaybe<SecretStringFilter>;
  /** Only in stores of these providers. */
  readonly providers?: InputMaybe<ReadonlyArray<Provider>>;
  /** Only in these stores, by their names in the configuration. */
  readonly stores?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** When the group must have changed last. */
  readonly updatedAt?: InputMaybe<SecretDateTimeFilter>;
};

/** How to sort groups. The order is total: ties are broken by id, and what is unknown comes last in both directions. */
export type SecretGroupOrder = {
  /** Which end comes first. */
  readonly direction?: SecretOrderDirection;
  /** What to sort by. */
  readonly field: SecretGroupOrderField;
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

/** A key and value pair that describes an object. Labels are metadata and visible: never put a secret in one. */
export type SecretLabel = {
  readonly __typename?: 'SecretLabel';
  /** The label's key; unique on its object. */
  readonly key: Scalars['String']['output'];
  /** The label's text; empty where the upstream has a key alone. */
  readonly value: Scalars['String']['output'];
};

/** A condition on one label of an object: one that has this key and, if given, a value that fits. */
export type SecretLabelFilter = {
  /** The label's key, exactly; case counts. */
  readonly key: Scalars['String']['input'];
  /** What the label's value must fulfil; left out, the key is enough. */
  readonly value?: InputMaybe<SecretStringFilter>;
};

/** A key and value pair to describe an object with. Labels are metadata and visible: never put a secret in one. */
export type SecretLabelInput = {
  /** The label's key; given twice it is BAD_USER_INPUT. */
  readonly key: Scalars['String']['input'];
  /** The label's text; may be empty. */
  readonly value: Scalars['String']['input'];
};

/** How to sort secrets. The order is total: ties are broken by id, and what is unknown comes last in both directions. */
export type SecretOrder = {
  /** Which end comes first. */
  readonly direction?: SecretOrderDirection;
  /** What to sort by. */
  readonly field: SecretOrderField;
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

/** How a store replaces a secret's value by itself. */
export type SecretRotation = {
  readonly __typename?: 'SecretRotation';
  /** Whether the store rotates on a schedule; false: only when `rotateSecret` starts it. */
  readonly automatic: Scalars['Boolean']['output'];
  /** When the last rotation ran, whether it succeeded or not; null where there was none or the upstream does not say. */
  readonly lastAt?: Maybe<Scalars['DateTime']['output']>;
  /** The upstream's identifier of the last rotation's outcome, for its own logs; null where it gives none. */
  readonly lastResultId?: Maybe<Scalars['String']['output']>;
  /** When the next automatic rotation is due; null where none is scheduled or the upstream does not say. */
  readonly nextAt?: Maybe<Scalars['DateTime']['output']>;
  /** Days between two automatic rotations; null where none is scheduled or the upstream does not say. */
  readonly periodDays?: Maybe<Scalars['Int']['output']>;
  /** The upstream's own word for how far a running rotation has come; null where it does not say. */
  readonly phase?: Maybe<Scalars['String']['output']>;
  /** What the store calls in order to rotate; null where nothing is linked, so that rotating is a CONFLICT. */
  readonly trigger?: Maybe<RotationTrigger>;
};

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
  readonly contains?: InputMaybe<Scalars['String']['input']>;
  /** The whole text, exactly; case counts. */
  readonly eq?: InputMaybe<Scalars['String']['input']>;
  /** Shell-style pattern of the whole text: `*` any characters, `?` one character, ignoring case. */
  readonly glob?: InputMaybe<Scalars['String']['input']>;
  /** Any one of these texts, exactly; case counts. */
  readonly in?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** How the text begins, exactly; case counts. */
  readonly startsWith?: InputMaybe<Scalars['String']['input']>;
};

/** Who uses a secret, as far as the upstream knows. Null and zero are different: not told, and told that nobody does. */
export type SecretUsage = {
  readonly __typename?: 'SecretUsage';
  /** How many running deployments use it; null where the upstream does not count them. */
  readonly activeDeployments?: Maybe<Scalars['Int']['output']>;
  /** What uses it; null where the upstream does not say who, empty where it says nobody. */
  readonly consumers?: Maybe<ReadonlyArray<SecretConsumer>>;
};

/** A revealed value. Never cached, logged, traced or kept: the answer that carries it is its only copy in the gateway. */
export type SecretValue = {
  readonly __typename?: 'SecretValue';
  /** The value's bytes as standard base64 (RFC 4648, section 4). */
  readonly base64: Scalars['SecretText']['output'];
  /** The key/value pairs, where the store keeps pairs; null where it keeps one text or bytes. */
  readonly fields?: Maybe<ReadonlyArray<SecretField>>;
  /** The value as text; for a value of pairs the upstream's own JSON. Null where the bytes are not UTF-8. */
  readonly text?: Maybe<Scalars['SecretText']['output']>;
};

/**
 * Exactly one form of a value. Which forms a store takes stands in `StoreCapability.valueForms`; another is
 * BAD_USER_INPUT before any request, as is a value over the store's limits.
 */
export type SecretValueInput =
  /** The value's bytes as standard base64 (RFC 4648, section 4). */
  { readonly base64: Scalars['SecretText']['input']; readonly fields?: never; readonly text?: never; }
  |  /** The value as key/value pairs; a repeated key is BAD_USER_INPUT. */
  { readonly base64?: never; readonly fields: ReadonlyArray<SecretFieldInput>; readonly text?: never; }
  |  /** The value as text, stored as UTF-8. Where the store keeps pairs: a JSON object whose values are strings. */
  { readonly base64?: never; readonly fields?: never; readonly text: Scalars['SecretText']['input']; };

/**
 * One value that a secret has or had, without the value itself. Where the upstream names slots instead of keeping a
 * history, this is a slot, and the value in it changes.
 */
export type SecretVersion = Node & {
  readonly __typename?: 'SecretVersion';
  /** When the value was stored; null where the upstream does not say. */
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  /** Where this answer came from and how old it is. */
  readonly freshness: Freshness;
  /** Global id: for `secretVersion(id:)`, `revealSecret` and `deleteSecretVersion`. */
  readonly id: Scalars['ID']['output'];
  /** Whether this is the value in force. */
  readonly isCurrent: Scalars['Boolean']['output'];
  /** What the upstream documents about it beyond the common fields; null where that is nothing. */
  readonly native?: Maybe<NativeSecretVersion>;
  /** The id or slot by which the upstream knows it; unique inside its secret only. */
  readonly nativeId: Scalars['String']['output'];
  /** The upstream's own number; null where it has none. */
  readonly number?: Maybe<Scalars['Int']['output']>;
  /** Whether anyone can read this value back through the store, and if not, why. Known without reading it. */
  readonly readability: Readability;
  /** The secret whose value it is. */
  readonly secret: Secret;
  /**
   * Where the upstream names slots instead of numbering: the slot. The `id` then names the slot, not one value. Null
   * where the upstream keeps a history.
   */
  readonly stage?: Maybe<Scalars['String']['output']>;
  /** When the version last changed; null where the upstream does not say. */
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** A page of one secret's versions, newest first. */
export type SecretVersionConnection = {
  readonly __typename?: 'SecretVersionConnection';
  /** The page's versions, each with its cursor. */
  readonly edges: ReadonlyArray<SecretVersionEdge>;
  /** The page's versions without cursors. */
  readonly nodes: ReadonlyArray<SecretVersion>;
  /** Where this page lies in the list. */
  readonly pageInfo: PageInfo;
  /** How many versions the secret has, not how many are on this page. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A version and its place in the list. */
export type SecretVersionEdge = {
  readonly __typename?: 'SecretVersionEdge';
  /** Opaque place of the version in this list, for `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** The version at this place. */
  readonly node: SecretVersion;
};

/**
 * How many secrets there are, from several sides at once. Every number counts only what the viewer may see and the
 * filter takes in.
 */
export type SecretsSummary = {
  readonly __typename?: 'SecretsSummary';
  /** By time since creation, in ranges from youngest to oldest, with one for what is not known. */
  readonly byAge: ReadonlyArray<SecretCount>;
  /** By creator, the largest first; `key` is the subject's global id. Creators that you may not see are not listed. */
  readonly byCreator: ReadonlyArray<SecretCount>;
  /** By time until expiry, in ranges from past to farthest, with one for what does not expire or is not known. */
  readonly byExpiry: ReadonlyArray<SecretCount>;
  /** By group, the largest first; `key` is the group's global id. */
  readonly byGroup: ReadonlyArray<SecretCount>;
  /** By kind of upstream; `key` is the member of Provider. */
  readonly byProvider: ReadonlyArray<SecretCount>;
  /** By status; `key` is the member of SecretStatus. */
  readonly byStatus: ReadonlyArray<SecretCount>;
  /** By store; `key` is the store's global id. */
  readonly byStore: ReadonlyArray<SecretCount>;
  /** By whether anything uses them, with one entry for what is not known. */
  readonly byUsage: ReadonlyArray<SecretCount>;
  /** How complete these counts are: one entry for each store that you may see and the filter does not rule out. */
  readonly stores: ReadonlyArray<StoreResult>;
  /** How many secrets in all. */
  readonly totalCount: Scalars['Int']['output'];
};


/**
 * How many secrets there are, from several sides at once. Every number counts only what the viewer may see and the
 * filter takes in.
 */
export type SecretsSummaryByCreatorArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * How many secrets there are, from several sides at once. Every number counts only what the viewer may see and the
 * filter takes in.
 */
export type SecretsSummaryByGroupArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A cloud account's access key. */
export type SeguraAccessKeyInput = {
  /** The parts of the key, such as access_key_id and secret_access_key. */
  readonly fields: ReadonlyArray<SeguraFieldInput>;
  /** The cloud it is for: aws, azure or gcp. */
  readonly type: Scalars['String']['input'];
};

/** What Segura documents about an application beyond the common fields. */
export type SeguraApplication = {
  readonly __typename?: 'SeguraApplication';
  /** The environment that the authorization is for, such as `production`; null where Segura does not say. */
  readonly environment?: Maybe<Scalars['String']['output']>;
  /** The system that the authorization is for; null where Segura does not say. */
  readonly system?: Maybe<Scalars['String']['output']>;
};

/** A user's credential on a host. */
export type SeguraCredentialInput = {
  /** The parts of the credential: user, host, password, additional_information. */
  readonly fields: ReadonlyArray<SeguraFieldInput>;
};

/** One part of an access key or of a credential. */
export type SeguraFieldInput = {
  /** Segura's name of the part: access_key_id, password, host and so on. */
  readonly key: Scalars['String']['input'];
  /** The key under which the value comes back (access_key_id_label, password_label, …); left out, Segura's own. */
  readonly label?: InputMaybe<Scalars['String']['input']>;
  /** The part's value: secret, even where it is only a host. */
  readonly value: Scalars['SecretText']['input'];
};

/**
 * How often Segura renews what a secret refers to, in minutes; null switches that renewal off. Segura never says what is
 * set, so a change says all three, or BAD_USER_INPUT.
 */
export type SeguraRenewalInput = {
  /** Minutes between two renewals of cloud access keys; null: never. */
  readonly cloudTimeMinutes?: InputMaybe<Scalars['Int']['input']>;
  /** Minutes between two renewals of credentials; null: never. */
  readonly credentialTimeMinutes?: InputMaybe<Scalars['Int']['input']>;
  /** Minutes between two renewals of ephemeral credentials; null: never. */
  readonly ephemeralCredentialTimeMinutes?: InputMaybe<Scalars['Int']['input']>;
};

/** What Segura documents about a secret beyond the common fields. */
export type SeguraSecret = {
  readonly __typename?: 'SeguraSecret';
  /** The engine it is registered for, such as `Generic`: a label for Segura's own audit. Null where Segura does not say. */
  readonly engine?: Maybe<Scalars['String']['output']>;
  /** The expiry as Segura writes it, without a zone (`2026-08-18 11:10:00`); null where there is none. See `expiresAt`. */
  readonly expirationDate?: Maybe<Scalars['String']['output']>;
  /** Segura's key of the secret, by which it creates or replaces; may contain slashes. */
  readonly identity: Scalars['String']['output'];
};

/** What only Segura knows of creating a secret. */
export type SeguraSecretInput = {
  /** Access keys of cloud accounts that Segura's Cloud IAM manages. */
  readonly accessKeys?: InputMaybe<ReadonlyArray<SeguraAccessKeyInput>>;
  /** Credentials that Segura's PAM Core manages. */
  readonly credentials?: InputMaybe<ReadonlyArray<SeguraCredentialInput>>;
  /** The engine to register it for; it must be known to Segura. Left out: Generic. */
  readonly engine?: InputMaybe<Scalars['String']['input']>;
  /** Segura's key of the secret; left out, the name. One that exists is CONFLICT. */
  readonly identity?: InputMaybe<Scalars['String']['input']>;
  /** How often Segura is to renew what the secret refers to; left out, it renews nothing. */
  readonly renewal?: InputMaybe<SeguraRenewalInput>;
};

/** What Segura documents about the current value. Earlier ones are seen in Segura's own console only. */
export type SeguraSecretVersion = {
  readonly __typename?: 'SeguraSecretVersion';
  /** Segura's own version, as text. */
  readonly version: Scalars['String']['output'];
};

/**
 * What the secret is to be after a new value. Segura replaces the whole secret: what is left out here is cleared there,
 * and description and renewal can never be read back.
 */
export type SeguraSecretVersionInput = {
  /** Access keys that it refers to afterwards; left out, none. */
  readonly accessKeys?: InputMaybe<ReadonlyArray<SeguraAccessKeyInput>>;
  /** Credentials that it refers to afterwards; left out, none. */
  readonly credentials?: InputMaybe<ReadonlyArray<SeguraCredentialInput>>;
  /** Free text about it afterwards; left out or null, none. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** The engine it is registered for afterwards; left out, as it is. */
  readonly engine?: InputMaybe<Scalars['String']['input']>;
  /** When the value is to cease to be valid; left out or null, never. */
  readonly expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** The secret's name afterwards; left out, as it is. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** How often Segura is to renew what the secret refers to. */
  readonly renewal: SeguraRenewalInput;
};

/** One configured upstream: one control plane, one authorization, one swarm, one account. */
export type Store = Node & {
  readonly __typename?: 'Store';
  /**
   * The upstream's own version, for people. Null where the upstream tells none or could not be asked. May cost one
   * authenticated request, which never asks for a value.
   */
  readonly apiVersion?: Maybe<Scalars['String']['output']>;
  /** What this store can do, and by what means, so that clients plan instead of failing. One entry per operation. */
  readonly capabilities: ReadonlyArray<StoreCapability>;
  /** The operator's own words about it, from the configuration; null if there are none. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** What the gateway has seen of the upstream lately. Costs no upstream request. */
  readonly health: StoreHealth;
  /** Global id: for `node` and to address the store. It follows the name unless the configuration pins it. */
  readonly id: Scalars['ID']['output'];
  /** The store's name in the configuration: what `store(name:)`, filters and inputs take. */
  readonly name: Scalars['String']['output'];
  /**
   * What only this provider knows of its store; null where that is nothing. Each field in it may cost an upstream request
   * of its own.
   */
  readonly native?: Maybe<NativeStore>;
  /** The kind of upstream behind it: decides which `native` types its objects have. */
  readonly provider: Provider;
  /** The groups of this store alone. As `Query.secretGroups` with this store as the only one. */
  readonly secretGroups: SecretGroupConnection;
  /** The secrets of this store alone. As `Query.secrets` with this store as the only one. */
  readonly secrets: SecretConnection;
};


/** One configured upstream: one control plane, one authorization, one swarm, one account. */
export type StoreSecretGroupsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SecretGroupFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<SecretGroupOrder>;
};


/** One configured upstream: one control plane, one authorization, one swarm, one account. */
export type StoreSecretsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SecretFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<SecretOrder>;
};

/** Whether and how a store does one operation. Known from the configuration, without any request. */
export type StoreCapability = {
  readonly __typename?: 'StoreCapability';
  /**
   * The optional arguments that the operation honours, as dotted paths below `input`: `description`, `ifMatch`. Any
   * other optional argument is refused with UNSUPPORTED, `extensions.argument` naming it, before any request.
   */
  readonly inputs: ReadonlyArray<Scalars['String']['output']>;
  /** One sentence for people: how it is emulated, why it is missing, or what to use instead. Null if all is said. */
  readonly note?: Maybe<Scalars['String']['output']>;
  /** The operation that this entry speaks of. */
  readonly operation: StoreOperation;
  /** Those of `inputs` that this store cannot do without. One that is missing is BAD_USER_INPUT, before any request. */
  readonly requires: ReadonlyArray<Scalars['String']['output']>;
  /** By what means the store does it, if at all. */
  readonly support: StoreSupport;
  /** The forms in which a value may be given or, for REVEAL_VALUE, comes out. Empty where the operation has no value. */
  readonly valueForms: ReadonlyArray<ValueForm>;
};

/** How the upstream behind a store has answered lately, as this gateway process has seen it. */
export type StoreHealth = {
  readonly __typename?: 'StoreHealth';
  /** When the upstream last answered or failed to; null until it has been called. */
  readonly checkedAt?: Maybe<Scalars['DateTime']['output']>;
  /** State of the circuit breaker that guards the upstream. */
  readonly circuit: CircuitState;
  /** Code of the latest failure that no success has followed; null if there is none. */
  readonly lastError?: Maybe<ErrorCode>;
  /** Duration of the latest upstream call in milliseconds; null until one has been answered. */
  readonly latencyMs?: Maybe<Scalars['Float']['output']>;
  /** The verdict in one word. */
  readonly status: HealthStatus;
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

/** How one store contributed to a list. A list that misses a store says so here and in `extensions.partial`. */
export type StoreResult = {
  readonly __typename?: 'StoreResult';
  /** How many elements it gave to the whole list, counting only what you may see; null where it gave none. */
  readonly count?: Maybe<Scalars['Int']['output']>;
  /** Why its part is missing; null where it is not. */
  readonly error?: Maybe<ErrorCode>;
  /** When its metadata was fetched from the upstream; null where there is none. */
  readonly fetchedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The fields that the filter or order asks for and this store has not told for every element yet. */
  readonly incompleteFields: ReadonlyArray<Scalars['String']['output']>;
  /** How complete and how fresh its part of the list is. */
  readonly outcome: StoreOutcome;
  /** How many seconds the upstream asks to wait before the next try; null where it does not say. */
  readonly retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
  /** Whether asking again later may help; null where nothing failed. */
  readonly retryable?: Maybe<Scalars['Boolean']['output']>;
  /** The store spoken of. */
  readonly store: Store;
};

/** By what means a store does an operation. */
export type StoreSupport =
  /** The gateway does it on top of other upstream calls; `note` says what that means for races and cost. */
  | 'EMULATED'
  /** The upstream does it itself, in its own operation. */
  | 'NATIVE'
  /** It cannot be done: answered with code UNSUPPORTED before any request. */
  | 'UNSUPPORTED';

/**
 * An identity an upstream names: who created a group or a secret. Subjects are told apart by store: the same person in
 * two stores is two subjects. Who calls the gateway is a Viewer, not a Subject.
 */
export type Subject = Node & {
  readonly __typename?: 'Subject';
  /** Its name for people; null where the upstream does not say. */
  readonly displayName?: Maybe<Scalars['String']['output']>;
  /** Where this answer came from and how old it is. */
  readonly freshness: Freshness;
  /** Global id: for `subject(id:)` and the filters `createdBy`. */
  readonly id: Scalars['ID']['output'];
  /** What the upstream documents about it beyond the common fields; null where that is nothing. */
  readonly native?: Maybe<NativeSubject>;
  /** The id by which the upstream knows it; two kinds of subject may number their members alike. */
  readonly nativeId: Scalars['String']['output'];
  /** The upstream's own word, where `type` is OTHER or less exact. */
  readonly nativeType: Scalars['String']['output'];
  /** The groups that it created, among those that you may see. From the store's listing: no request per subject. */
  readonly secretGroups: SecretGroupConnection;
  /** The secrets that it created, among those that you may see. From the store's listing: no request per subject. */
  readonly secrets: SecretConnection;
  /** The short name the upstream uses for it, such as an e-mail address; null where it does not say. */
  readonly slug?: Maybe<Scalars['String']['output']>;
  /** The store whose upstream names it. */
  readonly store: Store;
  /** What kind of identity it is, in common words. */
  readonly type: SubjectType;
};


/**
 * An identity an upstream names: who created a group or a secret. Subjects are told apart by store: the same person in
 * two stores is two subjects. Who calls the gateway is a Viewer, not a Subject.
 */
export type SubjectSecretGroupsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * An identity an upstream names: who created a group or a secret. Subjects are told apart by store: the same person in
 * two stores is two subjects. Who calls the gateway is a Viewer, not a Subject.
 */
export type SubjectSecretsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of subjects, and what each store contributed to the list. */
export type SubjectConnection = {
  readonly __typename?: 'SubjectConnection';
  /** The page's subjects, each with its cursor. */
  readonly edges: ReadonlyArray<SubjectEdge>;
  /** The page's subjects without cursors. */
  readonly nodes: ReadonlyArray<Subject>;
  /** Where this page lies in the list. */
  readonly pageInfo: PageInfo;
  /** One entry for each store that you may see and the filter does not rule out. */
  readonly stores: ReadonlyArray<StoreResult>;
  /** Size of the whole list, not of this page. Counts only what the viewer may see. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A subject and its place in the list. */
export type SubjectEdge = {
  readonly __typename?: 'SubjectEdge';
  /** Opaque place of the subject in this list, for `after`; it holds for this filter only. */
  readonly cursor: Scalars['String']['output'];
  /** The subject at this place. */
  readonly node: Subject;
};

/** Which subjects a list takes in. All members that are given must hold; a list that is empty matches nothing. */
export type SubjectFilter = {
  /** What the subject's name for people must fulfil. */
  readonly displayName?: InputMaybe<SecretStringFilter>;
  /** What the subject's short name must fulfil. */
  readonly slug?: InputMaybe<SecretStringFilter>;
  /** Only named by these stores, by their names in the configuration. */
  readonly stores?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Only of these kinds. */
  readonly types?: InputMaybe<ReadonlyArray<SubjectType>>;
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

/** Someone whom TrueFoundry itself lets use a group. It grants nothing in this gateway. */
export type TrueFoundryCollaborator = {
  readonly __typename?: 'TrueFoundryCollaborator';
  /** TrueFoundry's id of the role: `secret-group-admin`, `secret-group-editor` and so on. */
  readonly roleId: Scalars['String']['output'];
  /** The identity in TrueFoundry's notation: `user:EMAIL` or `team:NAME`. */
  readonly subject: Scalars['String']['output'];
};

/** Someone whom TrueFoundry itself is to let use a group. It grants nothing in this gateway. */
export type TrueFoundryCollaboratorInput = {
  /** TrueFoundry's id of the role: `secret-group-admin`, `secret-group-editor` and so on. */
  readonly roleId: Scalars['String']['input'];
  /** The identity in TrueFoundry's notation: `user:EMAIL` or `team:NAME`. */
  readonly subject: Scalars['String']['input'];
};

/** An integration of type secret-store: where the values of a group are kept. */
export type TrueFoundryIntegration = {
  readonly __typename?: 'TrueFoundryIntegration';
  /** Its fully qualified name, such as `internal:aws:ACCOUNT:secret-store:NAME`; null where TrueFoundry does not say. */
  readonly fqn?: Maybe<Scalars['String']['output']>;
  /** Its name for people; null where TrueFoundry does not say. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** TrueFoundry's id of the integration: what `integrationId` takes when a group is created. */
  readonly nativeId: Scalars['String']['output'];
  /** TrueFoundry's word for its kind; null where TrueFoundry does not say. */
  readonly type?: Maybe<Scalars['String']['output']>;
};

/** The declared part of a secret group: who owns it and who may use it. Nothing else of the manifest leaves the gateway. */
export type TrueFoundryManifest = {
  readonly __typename?: 'TrueFoundryManifest';
  /** Who may use the group in TrueFoundry; null where the manifest does not say. */
  readonly collaborators?: Maybe<ReadonlyArray<TrueFoundryCollaborator>>;
  /** Fully qualified name of the integration that keeps the values; null where it is left out. */
  readonly integrationFqn?: Maybe<Scalars['String']['output']>;
  /** The declared name of the group; null where it is left out. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** The account that owns the group; null where the manifest does not say. */
  readonly ownedByAccount?: Maybe<Scalars['String']['output']>;
  /** TrueFoundry's word for the kind of manifest: `secret-group`; null where it is left out. */
  readonly type?: Maybe<Scalars['String']['output']>;
};

/** What TrueFoundry documents about a secret beyond the common fields. */
export type TrueFoundrySecret = {
  readonly __typename?: 'TrueFoundrySecret';
  /** How many active deployments use it; null where TrueFoundry does not count them. */
  readonly activeDeploymentsCount?: Maybe<Scalars['Int']['output']>;
  /** TrueFoundry's plain text of who created it; null where it does not say, or you may not see subjects here. */
  readonly createdBy?: Maybe<Scalars['String']['output']>;
  /** The secret's fully qualified name: what manifests refer to it by. */
  readonly fqn: Scalars['String']['output'];
};

/** What TrueFoundry documents about a secret group beyond the common fields. */
export type TrueFoundrySecretGroup = {
  readonly __typename?: 'TrueFoundrySecretGroup';
  /** TrueFoundry's id of the account it belongs to; null where TrueFoundry does not say. */
  readonly accountId?: Maybe<Scalars['String']['output']>;
  /** TrueFoundry's plain text of who created it; null where it does not say, or you may not see subjects here. */
  readonly createdBy?: Maybe<Scalars['String']['output']>;
  /** The group's fully qualified name; null where TrueFoundry does not say. */
  readonly fqn?: Maybe<Scalars['String']['output']>;
  /** TrueFoundry's id of the integration that keeps its values; null where TrueFoundry does not say. */
  readonly integrationId?: Maybe<Scalars['String']['output']>;
  /**
   * Who owns the group and may use it, as it was declared; null where nothing was declared, or you may not see subjects
   * here.
   */
  readonly manifest?: Maybe<TrueFoundryManifest>;
  /** The tenant it belongs to; null where TrueFoundry does not say. */
  readonly tenantName?: Maybe<Scalars['String']['output']>;
};

/** What only TrueFoundry knows of creating a secret group. */
export type TrueFoundrySecretGroupInput = {
  /** TrueFoundry's id of the integration that is to keep the values: see `TrueFoundryStore.integrations`. */
  readonly integrationId: Scalars['String']['input'];
};

/** What only TrueFoundry knows of changing a secret group: it goes through the group's manifest. */
export type TrueFoundrySecretGroupUpdateInput = {
  /** All who may use the group in TrueFoundry afterwards: replaces those who may now. */
  readonly collaborators?: InputMaybe<ReadonlyArray<TrueFoundryCollaboratorInput>>;
  /** The account that is to own the group. */
  readonly ownedByAccount?: InputMaybe<Scalars['String']['input']>;
};

/** What TrueFoundry documents about a version beyond the common fields. */
export type TrueFoundrySecretVersion = {
  readonly __typename?: 'TrueFoundrySecretVersion';
  /** The version's fully qualified name; null where TrueFoundry does not say. */
  readonly fqn?: Maybe<Scalars['String']['output']>;
};

/** What TrueFoundry tells of a control plane. */
export type TrueFoundryStore = {
  readonly __typename?: 'TrueFoundryStore';
  /** The integrations that can back a secret group; null where they could not be read. Costs one request per 100. */
  readonly integrations?: Maybe<ReadonlyArray<TrueFoundryIntegration>>;
  /** The tenant that the gateway's token belongs to; null where it could not be read. May cost one request. */
  readonly tenantName?: Maybe<Scalars['String']['output']>;
};

/** What TrueFoundry documents about a subject beyond the common fields. */
export type TrueFoundrySubject = {
  readonly __typename?: 'TrueFoundrySubject';
  /** Name of the controller it acted through; null where it did not, or TrueFoundry does not say. */
  readonly controllerName?: Maybe<Scalars['String']['output']>;
  /** Short name of the identity outside TrueFoundry that stands behind it; null where there is none. */
  readonly externalIdentitySlug?: Maybe<Scalars['String']['output']>;
  /** Name of the personal access token it acted with; null where it did not, or TrueFoundry does not say. */
  readonly patName?: Maybe<Scalars['String']['output']>;
};

/** Argument of `updateSecretGroup`. Left out: kept; null: cleared; nothing to change: BAD_USER_INPUT. */
export type UpdateSecretGroupInput = {
  /** Free text that comes back unchanged in the payload, to match answers to requests. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** New free text about it; null clears it. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** Global id of the group to change. */
  readonly id: Scalars['ID']['input'];
  /** The etag the object must still have, compared with a fresh read; else PRECONDITION_FAILED and nothing is changed. */
  readonly ifMatch?: InputMaybe<Scalars['String']['input']>;
  /** New name. UNSUPPORTED where the store cannot rename. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** What only the store's provider knows; the member must be that of the group's provider. */
  readonly native?: InputMaybe<UpdateSecretGroupNativeInput>;
  /** Adds or changes these; never removes one. Only these values travel. */
  readonly secrets?: InputMaybe<ReadonlyArray<NewSecretInput>>;
  /** How many seconds to wait for the upstream to finish. 0 or left out: answers at once with the state in between. */
  readonly waitSeconds?: InputMaybe<Scalars['Int']['input']>;
};

/** What only one provider knows of changing a group. Exactly one member: that of the group's provider. */
export type UpdateSecretGroupNativeInput =
  /** For groups whose provider is TRUEFOUNDRY. */
  { readonly truefoundry: TrueFoundrySecretGroupUpdateInput; };

/** What `updateSecretGroup` answers. */
export type UpdateSecretGroupPayload = MutationPayload & {
  readonly __typename?: 'UpdateSecretGroupPayload';
  /** The text that the input brought, unchanged; null if it brought none. */
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
  /** What the audit log and the upstream said. */
  readonly receipt: Receipt;
  /** The group as read back after the change; null where reading failed or you may not see it. */
  readonly secretGroup?: Maybe<SecretGroup>;
  /** Global id of the group that was changed. Always there, so that nobody repeats a write that succeeded. */
  readonly secretGroupId: Scalars['ID']['output'];
};

/** Argument of `updateSecret`. Left out: kept; null: cleared; nothing to change: BAD_USER_INPUT. */
export type UpdateSecretInput = {
  /** Free text that comes back unchanged in the payload, to match answers to requests. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** New free text about it; null clears it. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** When its value is to cease to be valid; null: never. */
  readonly expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Global id of the secret to change. */
  readonly id: Scalars['ID']['input'];
  /** The etag the object must still have, compared with a fresh read; else PRECONDITION_FAILED and nothing is changed. */
  readonly ifMatch?: InputMaybe<Scalars['String']['input']>;
  /** All labels it is to have afterwards: replaces those it has. */
  readonly labels?: InputMaybe<ReadonlyArray<SecretLabelInput>>;
  /** New name; decided by the policy on the old and the new resource. UNSUPPORTED where the store cannot rename. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** What only the store's provider knows; the member must be that of the secret's provider. */
  readonly native?: InputMaybe<UpdateSecretNativeInput>;
  /** How the store is to rotate it; null switches rotation off. */
  readonly rotation?: InputMaybe<RotationInput>;
  /** How many seconds to wait for the upstream to finish. 0 or left out: answers at once with the state in between. */
  readonly waitSeconds?: InputMaybe<Scalars['Int']['input']>;
};

/** What only one provider knows of changing a secret. Exactly one member: that of the secret's provider. */
export type UpdateSecretNativeInput =
  /** For secrets whose provider is NCLOUD. */
  { readonly ncloud: NcloudSecretUpdateInput; };

/** What `updateSecret` answers. */
export type UpdateSecretPayload = MutationPayload & {
  readonly __typename?: 'UpdateSecretPayload';
  /** The text that the input brought, unchanged; null if it brought none. */
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
  /** What the audit log and the upstream said. */
  readonly receipt: Receipt;
  /** The secret as read back after the change, metadata only; null where reading failed or you may not see it. */
  readonly secret?: Maybe<Secret>;
  /** Global id of the secret that was changed. Always there, so that nobody repeats a write that succeeded. */
  readonly secretId: Scalars['ID']['output'];
};

/** The forms that a value can take; the members of SecretValueInput bear the same names in lower case. */
export type ValueForm =
  /** Any bytes, written as standard base64 (RFC 4648, section 4). */
  | 'BASE64'
  /** A map of keys to texts. */
  | 'FIELDS'
  /** One piece of UTF-8 text. */
  | 'TEXT';

/** Who is calling, and what the policy lets them do. */
export type Viewer = {
  readonly __typename?: 'Viewer';
  /** The principal's stable identifier, as the audit log writes it. Unique among all ways of authenticating. */
  readonly id: Scalars['String']['output'];
  /** The principal's name for people: the name of a token, the name claim of a JWT, the subject of a certificate. */
  readonly name: Scalars['String']['output'];
  /** The policy's statements that apply to these roles. Deny wins over allow; what nothing matches is refused. */
  readonly permissions: ReadonlyArray<ViewerPermission>;
  /** The roles that the principal carries; the policy's statements are chosen by them. */
  readonly roles: ReadonlyArray<Scalars['String']['output']>;
};

/** One action on one pattern of resources that a statement of the policy allows or denies to the viewer. */
export type ViewerPermission = {
  readonly __typename?: 'ViewerPermission';
  /** What is decided on, such as `secret:describe` or `secret:reveal`. Patterns of actions appear expanded. */
  readonly action: Scalars['String']['output'];
  /** Whether the statement allows or denies it. */
  readonly effect: PolicyEffect;
  /** Pattern over `store/group/secret` names: `*` stays inside a part, `**` crosses parts. */
  readonly resource: Scalars['String']['output'];
};

/** What became of a write that ended in an error: `extensions.outcome`. A write is sent once and never repeated blindly. */
export type WriteOutcome =
  /** The change took effect; only what came after it failed. */
  | 'APPLIED'
  /** Nothing was changed: it is safe to correct the input and try again. */
  | 'NOT_APPLIED'
  /** Some steps took effect: `extensions.applied` lists them in order. */
  | 'PARTIAL'
  /** The answer was lost: read the object before you try again. */
  | 'UNKNOWN';



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;



/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  NativeSecret:
    | ( NativeNode )
    | ( NativeNode )
    | ( NativeNode )
    | ( NativeNode )
    | ( NativeNode )
  ;
  NativeSecretGroup:
    | ( NativeNode )
    | ( NativeNode )
    | ( NativeNode )
    | ( NativeNode )
    | ( NativeNode )
  ;
  NativeSecretVersion:
    | ( NativeNode )
    | ( NativeNode )
    | ( NativeNode )
    | ( NativeNode )
  ;
  NativeStore:
    | ( NativeNode )
    | ( NativeNode )
    | ( NativeNode )
    | ( NativeNode )
  ;
  NativeSubject: ( NativeNode );
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  MutationPayload:
    | ( Omit<CancelRotationPayload, 'secret'> & { secret: _RefType['Secret'] } )
    | ( Omit<CreateSecretGroupPayload, 'secretGroup'> & { secretGroup?: Maybe<_RefType['SecretGroup']> } )
    | ( Omit<CreateSecretPayload, 'secret'> & { secret?: Maybe<_RefType['Secret']> } )
    | ( Omit<CreateSecretVersionPayload, 'secret' | 'version'> & { secret?: Maybe<_RefType['Secret']>, version?: Maybe<_RefType['SecretVersion']> } )
    | ( Omit<DeleteSecretGroupPayload, 'secretGroup'> & { secretGroup?: Maybe<_RefType['SecretGroup']> } )
    | ( Omit<DeleteSecretPayload, 'secret'> & { secret?: Maybe<_RefType['Secret']> } )
    | ( Omit<DeleteSecretVersionPayload, 'secret'> & { secret?: Maybe<_RefType['Secret']> } )
    | ( Omit<DisableSecretPayload, 'secret'> & { secret?: Maybe<_RefType['Secret']> } )
    | ( Omit<EnableSecretPayload, 'secret'> & { secret?: Maybe<_RefType['Secret']> } )
    | ( Omit<RestoreSecretPayload, 'secret'> & { secret?: Maybe<_RefType['Secret']> } )
    | ( Omit<RetrySecretPayload, 'secret'> & { secret?: Maybe<_RefType['Secret']> } )
    | ( Omit<RevealSecretPayload, 'secret' | 'version'> & { secret: _RefType['Secret'], version?: Maybe<_RefType['SecretVersion']> } )
    | ( Omit<RollbackRotationPayload, 'secret'> & { secret: _RefType['Secret'] } )
    | ( Omit<RotateSecretPayload, 'secret'> & { secret?: Maybe<_RefType['Secret']> } )
    | ( Omit<UpdateSecretGroupPayload, 'secretGroup'> & { secretGroup?: Maybe<_RefType['SecretGroup']> } )
    | ( Omit<UpdateSecretPayload, 'secret'> & { secret?: Maybe<_RefType['Secret']> } )
  ;
  Node:
    | ( SecretNode )
    | ( SecretGroupNode )
    | ( SecretVersionNode )
    | ( StoreNode )
    | ( SubjectNode )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  CancelRotationInput: CancelRotationInput;
  CancelRotationPayload: ResolverTypeWrapper<Omit<CancelRotationPayload, 'secret'> & { secret: ResolversTypes['Secret'] }>;
  CircuitState: CircuitState;
  CreateSecretGroupInput: CreateSecretGroupInput;
  CreateSecretGroupNativeInput: CreateSecretGroupNativeInput;
  CreateSecretGroupPayload: ResolverTypeWrapper<Omit<CreateSecretGroupPayload, 'secretGroup'> & { secretGroup?: Maybe<ResolversTypes['SecretGroup']> }>;
  CreateSecretInput: CreateSecretInput;
  CreateSecretNativeInput: CreateSecretNativeInput;
  CreateSecretPayload: ResolverTypeWrapper<Omit<CreateSecretPayload, 'secret'> & { secret?: Maybe<ResolversTypes['Secret']> }>;
  CreateSecretVersionInput: CreateSecretVersionInput;
  CreateSecretVersionNativeInput: CreateSecretVersionNativeInput;
  CreateSecretVersionPayload: ResolverTypeWrapper<Omit<CreateSecretVersionPayload, 'secret' | 'version'> & { secret?: Maybe<ResolversTypes['Secret']>, version?: Maybe<ResolversTypes['SecretVersion']> }>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DeleteSecretGroupInput: DeleteSecretGroupInput;
  DeleteSecretGroupPayload: ResolverTypeWrapper<Omit<DeleteSecretGroupPayload, 'secretGroup'> & { secretGroup?: Maybe<ResolversTypes['SecretGroup']> }>;
  DeleteSecretInput: DeleteSecretInput;
  DeleteSecretPayload: ResolverTypeWrapper<Omit<DeleteSecretPayload, 'secret'> & { secret?: Maybe<ResolversTypes['Secret']> }>;
  DeleteSecretVersionInput: DeleteSecretVersionInput;
  DeleteSecretVersionPayload: ResolverTypeWrapper<Omit<DeleteSecretVersionPayload, 'secret'> & { secret?: Maybe<ResolversTypes['Secret']> }>;
  DisableSecretInput: DisableSecretInput;
  DisableSecretPayload: ResolverTypeWrapper<Omit<DisableSecretPayload, 'secret'> & { secret?: Maybe<ResolversTypes['Secret']> }>;
  DockerDriver: ResolverTypeWrapper<DockerDriver>;
  DockerDriverInput: DockerDriverInput;
  DockerSecret: ResolverTypeWrapper<NativeNode>;
  DockerSecretInput: DockerSecretInput;
  DockerStack: ResolverTypeWrapper<NativeNode>;
  DockerSwarm: ResolverTypeWrapper<NativeNode>;
  EnableSecretInput: EnableSecretInput;
  EnableSecretPayload: ResolverTypeWrapper<Omit<EnableSecretPayload, 'secret'> & { secret?: Maybe<ResolversTypes['Secret']> }>;
  ErrorCode: ErrorCode;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  Freshness: ResolverTypeWrapper<Freshness>;
  FreshnessSource: FreshnessSource;
  HealthStatus: HealthStatus;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  ImcoKeyVault: ResolverTypeWrapper<NativeNode>;
  ImcoKeyVaultInput: ImcoKeyVaultInput;
  ImcoLabel: ResolverTypeWrapper<ImcoLabel>;
  ImcoSecret: ResolverTypeWrapper<NativeNode>;
  ImcoSecretInput: ImcoSecretInput;
  ImcoSecretVersion: ResolverTypeWrapper<NativeNode>;
  ImcoStore: ResolverTypeWrapper<NativeNode>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  MutationPayload: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['MutationPayload']>;
  NativeSecret: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['NativeSecret']>;
  NativeSecretGroup: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['NativeSecretGroup']>;
  NativeSecretVersion: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['NativeSecretVersion']>;
  NativeStore: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['NativeStore']>;
  NativeSubject: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['NativeSubject']>;
  NcloudKey: ResolverTypeWrapper<NcloudKey>;
  NcloudProtectionKey: ResolverTypeWrapper<NcloudProtectionKey>;
  NcloudProtectionKeyInput: NcloudProtectionKeyInput;
  NcloudRegion: ResolverTypeWrapper<NativeNode>;
  NcloudSecret: ResolverTypeWrapper<NativeNode>;
  NcloudSecretInput: NcloudSecretInput;
  NcloudSecretUpdateInput: NcloudSecretUpdateInput;
  NcloudSecretVersion: ResolverTypeWrapper<NativeNode>;
  NcloudSecretVersionInput: NcloudSecretVersionInput;
  NcloudStage: NcloudStage;
  NcloudStore: ResolverTypeWrapper<NativeNode>;
  NcloudTrigger: ResolverTypeWrapper<NcloudTrigger>;
  NcloudTriggerAction: ResolverTypeWrapper<NcloudTriggerAction>;
  NewSecretInput: NewSecretInput;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PolicyEffect: PolicyEffect;
  Provider: Provider;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Readability: Readability;
  Receipt: ResolverTypeWrapper<Receipt>;
  RefreshStoreInput: RefreshStoreInput;
  RefreshStorePayload: ResolverTypeWrapper<Omit<RefreshStorePayload, 'result' | 'store'> & { result: ResolversTypes['StoreResult'], store: ResolversTypes['Store'] }>;
  RestoreSecretInput: RestoreSecretInput;
  RestoreSecretPayload: ResolverTypeWrapper<Omit<RestoreSecretPayload, 'secret'> & { secret?: Maybe<ResolversTypes['Secret']> }>;
  RetrySecretInput: RetrySecretInput;
  RetrySecretPayload: ResolverTypeWrapper<Omit<RetrySecretPayload, 'secret'> & { secret?: Maybe<ResolversTypes['Secret']> }>;
  RevealSecretInput: RevealSecretInput;
  RevealSecretPayload: ResolverTypeWrapper<Omit<RevealSecretPayload, 'secret' | 'version'> & { secret: ResolversTypes['Secret'], version?: Maybe<ResolversTypes['SecretVersion']> }>;
  RollbackRotationInput: RollbackRotationInput;
  RollbackRotationPayload: ResolverTypeWrapper<Omit<RollbackRotationPayload, 'secret'> & { secret: ResolversTypes['Secret'] }>;
  RotateSecretInput: RotateSecretInput;
  RotateSecretPayload: ResolverTypeWrapper<Omit<RotateSecretPayload, 'secret'> & { secret?: Maybe<ResolversTypes['Secret']> }>;
  RotationInput: RotationInput;
  RotationTrigger: ResolverTypeWrapper<RotationTrigger>;
  Secret: ResolverTypeWrapper<SecretNode>;
  SecretConnection: ResolverTypeWrapper<SecretConnectionNode>;
  SecretConsumer: ResolverTypeWrapper<SecretConsumer>;
  SecretCount: ResolverTypeWrapper<SecretCount>;
  SecretDateTimeFilter: SecretDateTimeFilter;
  SecretEdge: ResolverTypeWrapper<Omit<SecretEdge, 'node'> & { node: ResolversTypes['Secret'] }>;
  SecretField: ResolverTypeWrapper<SecretField>;
  SecretFieldInput: SecretFieldInput;
  SecretFilter: SecretFilter;
  SecretGroup: ResolverTypeWrapper<SecretGroupNode>;
  SecretGroupConnection: ResolverTypeWrapper<SecretGroupConnectionNode>;
  SecretGroupEdge: ResolverTypeWrapper<Omit<SecretGroupEdge, 'node'> & { node: ResolversTypes['SecretGroup'] }>;
  SecretGroupFilter: SecretGroupFilter;
  SecretGroupOrder: SecretGroupOrder;
  SecretGroupOrderField: SecretGroupOrderField;
  SecretLabel: ResolverTypeWrapper<SecretLabel>;
  SecretLabelFilter: SecretLabelFilter;
  SecretLabelInput: SecretLabelInput;
  SecretOrder: SecretOrder;
  SecretOrderDirection: SecretOrderDirection;
  SecretOrderField: SecretOrderField;
  SecretRotation: ResolverTypeWrapper<SecretRotation>;
  SecretStatus: SecretStatus;
  SecretStringFilter: SecretStringFilter;
  SecretText: ResolverTypeWrapper<Scalars['SecretText']['output']>;
  SecretUsage: ResolverTypeWrapper<SecretUsage>;
  SecretValue: ResolverTypeWrapper<SecretValue>;
  SecretValueInput: SecretValueInput;
  SecretVersion: ResolverTypeWrapper<SecretVersionNode>;
  SecretVersionConnection: ResolverTypeWrapper<SecretVersionConnectionNode>;
  SecretVersionEdge: ResolverTypeWrapper<Omit<SecretVersionEdge, 'node'> & { node: ResolversTypes['SecretVersion'] }>;
  SecretsSummary: ResolverTypeWrapper<Summary>;
  SeguraAccessKeyInput: SeguraAccessKeyInput;
  SeguraApplication: ResolverTypeWrapper<NativeNode>;
  SeguraCredentialInput: SeguraCredentialInput;
  SeguraFieldInput: SeguraFieldInput;
  SeguraRenewalInput: SeguraRenewalInput;
  SeguraSecret: ResolverTypeWrapper<NativeNode>;
  SeguraSecretInput: SeguraSecretInput;
  SeguraSecretVersion: ResolverTypeWrapper<NativeNode>;
  SeguraSecretVersionInput: SeguraSecretVersionInput;
  Store: ResolverTypeWrapper<StoreNode>;
  StoreCapability: ResolverTypeWrapper<StoreCapability>;
  StoreHealth: ResolverTypeWrapper<StoreHealth>;
  StoreOperation: StoreOperation;
  StoreOutcome: StoreOutcome;
  StoreResult: ResolverTypeWrapper<Omit<StoreResult, 'store'> & { store: ResolversTypes['Store'] }>;
  StoreSupport: StoreSupport;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Subject: ResolverTypeWrapper<SubjectNode>;
  SubjectConnection: ResolverTypeWrapper<SubjectConnectionNode>;
  SubjectEdge: ResolverTypeWrapper<Omit<SubjectEdge, 'node'> & { node: ResolversTypes['Subject'] }>;
  SubjectFilter: SubjectFilter;
  SubjectType: SubjectType;
  TrueFoundryCollaborator: ResolverTypeWrapper<TrueFoundryCollaborator>;
  TrueFoundryCollaboratorInput: TrueFoundryCollaboratorInput;
  TrueFoundryIntegration: ResolverTypeWrapper<TrueFoundryIntegration>;
  TrueFoundryManifest: ResolverTypeWrapper<TrueFoundryManifest>;
  TrueFoundrySecret: ResolverTypeWrapper<NativeNode>;
  TrueFoundrySecretGroup: ResolverTypeWrapper<NativeNode>;
  TrueFoundrySecretGroupInput: TrueFoundrySecretGroupInput;
  TrueFoundrySecretGroupUpdateInput: TrueFoundrySecretGroupUpdateInput;
  TrueFoundrySecretVersion: ResolverTypeWrapper<NativeNode>;
  TrueFoundryStore: ResolverTypeWrapper<NativeNode>;
  TrueFoundrySubject: ResolverTypeWrapper<NativeNode>;
  UpdateSecretGroupInput: UpdateSecretGroupInput;
  UpdateSecretGroupNativeInput: UpdateSecretGroupNativeInput;
  UpdateSecretGroupPayload: ResolverTypeWrapper<Omit<UpdateSecretGroupPayload, 'secretGroup'> & { secretGroup?: Maybe<ResolversTypes['SecretGroup']> }>;
  UpdateSecretInput: UpdateSecretInput;
  UpdateSecretNativeInput: UpdateSecretNativeInput;
  UpdateSecretPayload: ResolverTypeWrapper<Omit<UpdateSecretPayload, 'secret'> & { secret?: Maybe<ResolversTypes['Secret']> }>;
  ValueForm: ValueForm;
  Viewer: ResolverTypeWrapper<Viewer>;
  ViewerPermission: ResolverTypeWrapper<ViewerPermission>;
  WriteOutcome: WriteOutcome;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Boolean: Scalars['Boolean']['output'];
  CancelRotationInput: CancelRotationInput;
  CancelRotationPayload: Omit<CancelRotationPayload, 'secret'> & { secret: ResolversParentTypes['Secret'] };
  CreateSecretGroupInput: CreateSecretGroupInput;
  CreateSecretGroupNativeInput: CreateSecretGroupNativeInput;
  CreateSecretGroupPayload: Omit<CreateSecretGroupPayload, 'secretGroup'> & { secretGroup?: Maybe<ResolversParentTypes['SecretGroup']> };
  CreateSecretInput: CreateSecretInput;
  CreateSecretNativeInput: CreateSecretNativeInput;
  CreateSecretPayload: Omit<CreateSecretPayload, 'secret'> & { secret?: Maybe<ResolversParentTypes['Secret']> };
  CreateSecretVersionInput: CreateSecretVersionInput;
  CreateSecretVersionNativeInput: CreateSecretVersionNativeInput;
  CreateSecretVersionPayload: Omit<CreateSecretVersionPayload, 'secret' | 'version'> & { secret?: Maybe<ResolversParentTypes['Secret']>, version?: Maybe<ResolversParentTypes['SecretVersion']> };
  DateTime: Scalars['DateTime']['output'];
  DeleteSecretGroupInput: DeleteSecretGroupInput;
  DeleteSecretGroupPayload: Omit<DeleteSecretGroupPayload, 'secretGroup'> & { secretGroup?: Maybe<ResolversParentTypes['SecretGroup']> };
  DeleteSecretInput: DeleteSecretInput;
  DeleteSecretPayload: Omit<DeleteSecretPayload, 'secret'> & { secret?: Maybe<ResolversParentTypes['Secret']> };
  DeleteSecretVersionInput: DeleteSecretVersionInput;
  DeleteSecretVersionPayload: Omit<DeleteSecretVersionPayload, 'secret'> & { secret?: Maybe<ResolversParentTypes['Secret']> };
  DisableSecretInput: DisableSecretInput;
  DisableSecretPayload: Omit<DisableSecretPayload, 'secret'> & { secret?: Maybe<ResolversParentTypes['Secret']> };
  DockerDriver: DockerDriver;
  DockerDriverInput: DockerDriverInput;
  DockerSecret: NativeNode;
  DockerSecretInput: DockerSecretInput;
  DockerStack: NativeNode;
  DockerSwarm: NativeNode;
  EnableSecretInput: EnableSecretInput;
  EnableSecretPayload: Omit<EnableSecretPayload, 'secret'> & { secret?: Maybe<ResolversParentTypes['Secret']> };
  Float: Scalars['Float']['output'];
  Freshness: Freshness;
  ID: Scalars['ID']['output'];
  ImcoKeyVault: NativeNode;
  ImcoKeyVaultInput: ImcoKeyVaultInput;
  ImcoLabel: ImcoLabel;
  ImcoSecret: NativeNode;
  ImcoSecretInput: ImcoSecretInput;
  ImcoSecretVersion: NativeNode;
  ImcoStore: NativeNode;
  Int: Scalars['Int']['output'];
  Mutation: Record<PropertyKey, never>;
  MutationPayload: ResolversInterfaceTypes<ResolversParentTypes>['MutationPayload'];
  NativeSecret: ResolversUnionTypes<ResolversParentTypes>['NativeSecret'];
  NativeSecretGroup: ResolversUnionTypes<ResolversParentTypes>['NativeSecretGroup'];
  NativeSecretVersion: ResolversUnionTypes<ResolversParentTypes>['NativeSecretVersion'];
  NativeStore: ResolversUnionTypes<ResolversParentTypes>['NativeStore'];
  NativeSubject: ResolversUnionTypes<ResolversParentTypes>['NativeSubject'];
  NcloudKey: NcloudKey;
  NcloudProtectionKey: NcloudProtectionKey;
  NcloudProtectionKeyInput: NcloudProtectionKeyInput;
  NcloudRegion: NativeNode;
  NcloudSecret: NativeNode;
  NcloudSecretInput: NcloudSecretInput;
  NcloudSecretUpdateInput: NcloudSecretUpdateInput;
  NcloudSecretVersion: NativeNode;
  NcloudSecretVersionInput: NcloudSecretVersionInput;
  NcloudStore: NativeNode;
  NcloudTrigger: NcloudTrigger;
  NcloudTriggerAction: NcloudTriggerAction;
  NewSecretInput: NewSecretInput;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  PageInfo: PageInfo;
  Query: Record<PropertyKey, never>;
  Receipt: Receipt;
  RefreshStoreInput: RefreshStoreInput;
  RefreshStorePayload: Omit<RefreshStorePayload, 'result' | 'store'> & { result: ResolversParentTypes['StoreResult'], store: ResolversParentTypes['Store'] };
  RestoreSecretInput: RestoreSecretInput;
  RestoreSecretPayload: Omit<RestoreSecretPayload, 'secret'> & { secret?: Maybe<ResolversParentTypes['Secret']> };
  RetrySecretInput: RetrySecretInput;
  RetrySecretPayload: Omit<RetrySecretPayload, 'secret'> & { secret?: Maybe<ResolversParentTypes['Secret']> };
  RevealSecretInput: RevealSecretInput;
  RevealSecretPayload: Omit<RevealSecretPayload, 'secret' | 'version'> & { secret: ResolversParentTypes['Secret'], version?: Maybe<ResolversParentTypes['SecretVersion']> };
  RollbackRotationInput: RollbackRotationInput;
  RollbackRotationPayload: Omit<RollbackRotationPayload, 'secret'> & { secret: ResolversParentTypes['Secret'] };
  RotateSecretInput: RotateSecretInput;
  RotateSecretPayload: Omit<RotateSecretPayload, 'secret'> & { secret?: Maybe<ResolversParentTypes['Secret']> };
  RotationInput: RotationInput;
  RotationTrigger: RotationTrigger;
  Secret: SecretNode;
  SecretConnection: SecretConnectionNode;
  SecretConsumer: SecretConsumer;
  SecretCount: SecretCount;
  SecretDateTimeFilter: SecretDateTimeFilter;
  SecretEdge: Omit<SecretEdge, 'node'> & { node: ResolversParentTypes['Secret'] };
  SecretField: SecretField;
  SecretFieldInput: SecretFieldInput;
  SecretFilter: SecretFilter;
  SecretGroup: SecretGroupNode;
  SecretGroupConnection: SecretGroupConnectionNode;
  SecretGroupEdge: Omit<SecretGroupEdge, 'node'> & { node: ResolversParentTypes['SecretGroup'] };
  SecretGroupFilter: SecretGroupFilter;
  SecretGroupOrder: SecretGroupOrder;
  SecretLabel: SecretLabel;
  SecretLabelFilter: SecretLabelFilter;
  SecretLabelInput: SecretLabelInput;
  SecretOrder: SecretOrder;
  SecretRotation: SecretRotation;
  SecretStringFilter: SecretStringFilter;
  SecretText: Scalars['SecretText']['output'];
  SecretUsage: SecretUsage;
  SecretValue: SecretValue;
  SecretValueInput: SecretValueInput;
  SecretVersion: SecretVersionNode;
  SecretVersionConnection: SecretVersionConnectionNode;
  SecretVersionEdge: Omit<SecretVersionEdge, 'node'> & { node: ResolversParentTypes['SecretVersion'] };
  SecretsSummary: Summary;
  SeguraAccessKeyInput: SeguraAccessKeyInput;
  SeguraApplication: NativeNode;
  SeguraCredentialInput: SeguraCredentialInput;
  SeguraFieldInput: SeguraFieldInput;
  SeguraRenewalInput: SeguraRenewalInput;
  SeguraSecret: NativeNode;
  SeguraSecretInput: SeguraSecretInput;
  SeguraSecretVersion: NativeNode;
  SeguraSecretVersionInput: SeguraSecretVersionInput;
  Store: StoreNode;
  StoreCapability: StoreCapability;
  StoreHealth: StoreHealth;
  StoreResult: Omit<StoreResult, 'store'> & { store: ResolversParentTypes['Store'] };
  String: Scalars['String']['output'];
  Subject: SubjectNode;
  SubjectConnection: SubjectConnectionNode;
  SubjectEdge: Omit<SubjectEdge, 'node'> & { node: ResolversParentTypes['Subject'] };
  SubjectFilter: SubjectFilter;
  TrueFoundryCollaborator: TrueFoundryCollaborator;
  TrueFoundryCollaboratorInput: TrueFoundryCollaboratorInput;
  TrueFoundryIntegration: TrueFoundryIntegration;
  TrueFoundryManifest: TrueFoundryManifest;
  TrueFoundrySecret: NativeNode;
  TrueFoundrySecretGroup: NativeNode;
  TrueFoundrySecretGroupInput: TrueFoundrySecretGroupInput;
  TrueFoundrySecretGroupUpdateInput: TrueFoundrySecretGroupUpdateInput;
  TrueFoundrySecretVersion: NativeNode;
  TrueFoundryStore: NativeNode;
  TrueFoundrySubject: NativeNode;
  UpdateSecretGroupInput: UpdateSecretGroupInput;
  UpdateSecretGroupNativeInput: UpdateSecretGroupNativeInput;
  UpdateSecretGroupPayload: Omit<UpdateSecretGroupPayload, 'secretGroup'> & { secretGroup?: Maybe<ResolversParentTypes['SecretGroup']> };
  UpdateSecretInput: UpdateSecretInput;
  UpdateSecretNativeInput: UpdateSecretNativeInput;
  UpdateSecretPayload: Omit<UpdateSecretPayload, 'secret'> & { secret?: Maybe<ResolversParentTypes['Secret']> };
  Viewer: Viewer;
  ViewerPermission: ViewerPermission;
};

export type AccessDirectiveArgs = {
  on?: Scalars['String']['input'];
  rule: Scalars['String']['input'];
};

export type AccessDirectiveResolver<Result, Parent, ContextType = GraphContext, Args = AccessDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type CancelRotationPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CancelRotationPayload'] = ResolversParentTypes['CancelRotationPayload']> = {
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  receipt?: Resolver<ResolversTypes['Receipt'], ParentType, ContextType>;
  secret?: Resolver<ResolversTypes['Secret'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CreateSecretGroupPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CreateSecretGroupPayload'] = ResolversParentTypes['CreateSecretGroupPayload']> = {
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  receipt?: Resolver<ResolversTypes['Receipt'], ParentType, ContextType>;
  secretGroup?: Resolver<Maybe<ResolversTypes['SecretGroup']>, ParentType, ContextType>;
  secretGroupId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CreateSecretPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CreateSecretPayload'] = ResolversParentTypes['CreateSecretPayload']> = {
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  receipt?: Resolver<ResolversTypes['Receipt'], ParentType, ContextType>;
  secret?: Resolver<Maybe<ResolversTypes['Secret']>, ParentType, ContextType>;
  secretId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CreateSecretVersionPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CreateSecretVersionPayload'] = ResolversParentTypes['CreateSecretVersionPayload']> = {
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  receipt?: Resolver<ResolversTypes['Receipt'], ParentType, ContextType>;
  secret?: Resolver<Maybe<ResolversTypes['Secret']>, ParentType, ContextType>;
  secretId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['SecretVersion']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DeleteSecretGroupPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DeleteSecretGroupPayload'] = ResolversParentTypes['DeleteSecretGroupPayload']> = {
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  deletedId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  receipt?: Resolver<ResolversTypes['Receipt'], ParentType, ContextType>;
  secretGroup?: Resolver<Maybe<ResolversTypes['SecretGroup']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DeleteSecretPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DeleteSecretPayload'] = ResolversParentTypes['DeleteSecretPayload']> = {
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  deletedId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  receipt?: Resolver<ResolversTypes['Receipt'], ParentType, ContextType>;
  secret?: Resolver<Maybe<ResolversTypes['Secret']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DeleteSecretVersionPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DeleteSecretVersionPayload'] = ResolversParentTypes['DeleteSecretVersionPayload']> = {
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  deletedId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  receipt?: Resolver<ResolversTypes['Receipt'], ParentType, ContextType>;
  secret?: Resolver<Maybe<ResolversTypes['Secret']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DisableSecretPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DisableSecretPayload'] = ResolversParentTypes['DisableSecretPayload']> = {
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  receipt?: Resolver<ResolversTypes['Receipt'], ParentType, ContextType>;
  secret?: Resolver<Maybe<ResolversTypes['Secret']>, ParentType, ContextType>;
  secretId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DockerDriverResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DockerDriver'] = ResolversParentTypes['DockerDriver']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  options?: Resolver<ReadonlyArray<ResolversTypes['SecretLabel']>, ParentType, ContextType>;
};

export type DockerSecretResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DockerSecret'] = ResolversParentTypes['DockerSecret']> = {
  driver?: Resolver<Maybe<ResolversTypes['DockerDriver']>, ParentType, ContextType>;
  templating?: Resolver<Maybe<ResolversTypes['DockerDriver']>, ParentType, ContextType>;
  versionIndex?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DockerStackResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DockerStack'] = ResolversParentTypes['DockerStack']> = {
  namespace?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DockerSwarmResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DockerSwarm'] = ResolversParentTypes['DockerSwarm']> = {
  clusterId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  engineVersion?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EnableSecretPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['EnableSecretPayload'] = ResolversParentTypes['EnableSecretPayload']> = {
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  receipt?: Resolver<ResolversTypes['Receipt'], ParentType, ContextType>;
  secret?: Resolver<Maybe<ResolversTypes['Secret']>, ParentType, ContextType>;
  secretId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type FreshnessResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Freshness'] = ResolversParentTypes['Freshness']> = {
  fetchedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['FreshnessSource'], ParentType, ContextType>;
  stale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ImcoKeyVaultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ImcoKeyVault'] = ResolversParentTypes['ImcoKeyVault']> = {
  brownfield?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  cloudAccountId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  desiredRemoteId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  keyVaultPlanId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  labelIds?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  realmId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  remoteId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  resourceType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ImcoLabelResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ImcoLabel'] = ResolversParentTypes['ImcoLabel']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  namespace?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nativeId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ImcoSecretResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ImcoSecret'] = ResolversParentTypes['ImcoSecret']> = {
  brownfield?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  desiredRemoteId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  keyVaultId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  labelIds?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  remoteId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  resourceType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ImcoSecretVersionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ImcoSecretVersion'] = ResolversParentTypes['ImcoSecretVersion']> = {
  keyVaultId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  last?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  remoteId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  resourceType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ImcoStoreResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ImcoStore'] = ResolversParentTypes['ImcoStore']> = {
  labels?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ImcoLabel']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MutationResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  cancelRotation?: Resolver<Maybe<ResolversTypes['CancelRotationPayload']>, ParentType, ContextType, RequireFields<MutationCancelRotationArgs, 'input'>>;
  createSecret?: Resolver<Maybe<ResolversTypes['CreateSecretPayload']>, ParentType, ContextType, RequireFields<MutationCreateSecretArgs, 'input'>>;
  createSecretGroup?: Resolver<Maybe<ResolversTypes['CreateSecretGroupPayload']>, ParentType, ContextType, RequireFields<MutationCreateSecretGroupArgs, 'input'>>;
  createSecretVersion?: Resolver<Maybe<ResolversTypes['CreateSecretVersionPayload']>, ParentType, ContextType, RequireFields<MutationCreateSecretVersionArgs, 'input'>>;
  deleteSecret?: Resolver<Maybe<ResolversTypes['DeleteSecretPayload']>, ParentType, ContextType, RequireFields<MutationDeleteSecretArgs, 'input'>>;
  deleteSecretGroup?: Resolver<Maybe<ResolversTypes['DeleteSecretGroupPayload']>, ParentType, ContextType, RequireFields<MutationDeleteSecretGroupArgs, 'input'>>;
  deleteSecretVersion?: Resolver<Maybe<ResolversTypes['DeleteSecretVersionPayload']>, ParentType, ContextType, RequireFields<MutationDeleteSecretVersionArgs, 'input'>>;
  disableSecret?: Resolver<Maybe<ResolversTypes['DisableSecretPayload']>, ParentType, ContextType, RequireFields<MutationDisableSecretArgs, 'input'>>;
  enableSecret?: Resolver<Maybe<ResolversTypes['EnableSecretPayload']>, ParentType, ContextType, RequireFields<MutationEnableSecretArgs, 'input'>>;
  refreshStore?: Resolver<Maybe<ResolversTypes['RefreshStorePayload']>, ParentType, ContextType, RequireFields<MutationRefreshStoreArgs, 'input'>>;
  restoreSecret?: Resolver<Maybe<ResolversTypes['RestoreSecretPayload']>, ParentType, ContextType, RequireFields<MutationRestoreSecretArgs, 'input'>>;
  retrySecret?: Resolver<Maybe<ResolversTypes['RetrySecretPayload']>, ParentType, ContextType, RequireFields<MutationRetrySecretArgs, 'input'>>;
  revealSecret?: Resolver<Maybe<ResolversTypes['RevealSecretPayload']>, ParentType, ContextType, RequireFields<MutationRevealSecretArgs, 'input'>>;
  rollbackRotation?: Resolver<Maybe<ResolversTypes['RollbackRotationPayload']>, ParentType, ContextType, RequireFields<MutationRollbackRotationArgs, 'input'>>;
  rotateSecret?: Resolver<Maybe<ResolversTypes['RotateSecretPayload']>, ParentType, ContextType, RequireFields<MutationRotateSecretArgs, 'input'>>;
  updateSecret?: Resolver<Maybe<ResolversTypes['UpdateSecretPayload']>, ParentType, ContextType, RequireFields<MutationUpdateSecretArgs, 'input'>>;
  updateSecretGroup?: Resolver<Maybe<ResolversTypes['UpdateSecretGroupPayload']>, ParentType, ContextType, RequireFields<MutationUpdateSecretGroupArgs, 'input'>>;
};

export type MutationPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['MutationPayload'] = ResolversParentTypes['MutationPayload']> = {
  __resolveType: TypeResolveFn<'CancelRotationPayload' | 'CreateSecretGroupPayload' | 'CreateSecretPayload' | 'CreateSecretVersionPayload' | 'DeleteSecretGroupPayload' | 'DeleteSecretPayload' | 'DeleteSecretVersionPayload' | 'DisableSecretPayload' | 'EnableSecretPayload' | 'RestoreSecretPayload' | 'RetrySecretPayload' | 'RevealSecretPayload' | 'RollbackRotationPayload' | 'RotateSecretPayload' | 'UpdateSecretGroupPayload' | 'UpdateSecretPayload', ParentType, ContextType>;
};

export type NativeSecretResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['NativeSecret'] = ResolversParentTypes['NativeSecret']> = {
  __resolveType: TypeResolveFn<'DockerSecret' | 'ImcoSecret' | 'NcloudSecret' | 'SeguraSecret' | 'TrueFoundrySecret', ParentType, ContextType>;
};

export type NativeSecretGroupResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['NativeSecretGroup'] = ResolversParentTypes['NativeSecretGroup']> = {
  __resolveType: TypeResolveFn<'DockerStack' | 'ImcoKeyVault' | 'NcloudRegion' | 'SeguraApplication' | 'TrueFoundrySecretGroup', ParentType, ContextType>;
};

export type NativeSecretVersionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['NativeSecretVersion'] = ResolversParentTypes['NativeSecretVersion']> = {
  __resolveType: TypeResolveFn<'ImcoSecretVersion' | 'NcloudSecretVersion' | 'SeguraSecretVersion' | 'TrueFoundrySecretVersion', ParentType, ContextType>;
};

export type NativeStoreResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['NativeStore'] = ResolversParentTypes['NativeStore']> = {
  __resolveType: TypeResolveFn<'DockerSwarm' | 'ImcoStore' | 'NcloudStore' | 'TrueFoundryStore', ParentType, ContextType>;
};

export type NativeSubjectResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['NativeSubject'] = ResolversParentTypes['NativeSubject']> = {
  __resolveType: TypeResolveFn<'TrueFoundrySubject', ParentType, ContextType>;
};

export type NcloudKeyResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['NcloudKey'] = ResolversParentTypes['NcloudKey']> = {
  boundary?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nativeId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  tag?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type NcloudProtectionKeyResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['NcloudProtectionKey'] = ResolversParentTypes['NcloudProtectionKey']> = {
  kmsBoundaryType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kmsKeyName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kmsKeyTag?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type NcloudRegionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['NcloudRegion'] = ResolversParentTypes['NcloudRegion']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NcloudSecretResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['NcloudSecret'] = ResolversParentTypes['NcloudSecret']> = {
  protectionKey?: Resolver<Maybe<ResolversTypes['NcloudProtectionKey']>, ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rotationPhase?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  secretStatus?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  secretType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NcloudSecretVersionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['NcloudSecretVersion'] = ResolversParentTypes['NcloudSecretVersion']> = {
  stage?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NcloudStoreResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['NcloudStore'] = ResolversParentTypes['NcloudStore']> = {
  protectionKeys?: Resolver<Maybe<ReadonlyArray<ResolversTypes['NcloudKey']>>, ParentType, ContextType>;
  triggers?: Resolver<Maybe<ReadonlyArray<ResolversTypes['NcloudTrigger']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NcloudTriggerResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['NcloudTrigger'] = ResolversParentTypes['NcloudTrigger']> = {
  actions?: Resolver<ReadonlyArray<ResolversTypes['NcloudTriggerAction']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  linkedSecretIds?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nativeId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  pageUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  platform?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type NcloudTriggerActionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['NcloudTriggerAction'] = ResolversParentTypes['NcloudTriggerAction']> = {
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type NodeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Secret' | 'SecretGroup' | 'SecretVersion' | 'Store' | 'Subject', ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  nodes?: Resolver<ReadonlyArray<Maybe<ResolversTypes['Node']>>, ParentType, ContextType, RequireFields<QueryNodesArgs, 'ids'>>;
  secret?: Resolver<Maybe<ResolversTypes['Secret']>, ParentType, ContextType, RequireFields<QuerySecretArgs, 'id'>>;
  secretByName?: Resolver<Maybe<ResolversTypes['Secret']>, ParentType, ContextType, RequireFields<QuerySecretByNameArgs, 'name' | 'store'>>;
  secretGroup?: Resolver<Maybe<ResolversTypes['SecretGroup']>, ParentType, ContextType, RequireFields<QuerySecretGroupArgs, 'id'>>;
  secretGroups?: Resolver<ResolversTypes['SecretGroupConnection'], ParentType, ContextType, Partial<QuerySecretGroupsArgs>>;
  secretVersion?: Resolver<Maybe<ResolversTypes['SecretVersion']>, ParentType, ContextType, RequireFields<QuerySecretVersionArgs, 'id'>>;
  secrets?: Resolver<ResolversTypes['SecretConnection'], ParentType, ContextType, Partial<QuerySecretsArgs>>;
  secretsSummary?: Resolver<ResolversTypes['SecretsSummary'], ParentType, ContextType, Partial<QuerySecretsSummaryArgs>>;
  store?: Resolver<Maybe<ResolversTypes['Store']>, ParentType, ContextType, RequireFields<QueryStoreArgs, 'name'>>;
  stores?: Resolver<ReadonlyArray<ResolversTypes['Store']>, ParentType, ContextType>;
  subject?: Resolver<Maybe<ResolversTypes['Subject']>, ParentType, ContextType, RequireFields<QuerySubjectArgs, 'id'>>;
  subjects?: Resolver<ResolversTypes['SubjectConnection'], ParentType, ContextType, Partial<QuerySubjectsArgs>>;
  viewer?: Resolver<ResolversTypes['Viewer'], ParentType, ContextType>;
};

export type ReceiptResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Receipt'] = ResolversParentTypes['Receipt']> = {
  auditId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  recorded?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  upstreamCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  upstreamMessage?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  upstreamStatus?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type RefreshStorePayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RefreshStorePayload'] = ResolversParentTypes['RefreshStorePayload']> = {
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  result?: Resolver<ResolversTypes['StoreResult'], ParentType, ContextType>;
  store?: Resolver<ResolversTypes['Store'], ParentType, ContextType>;
};

export type RestoreSecretPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RestoreSecretPayload'] = ResolversParentTypes['RestoreSecretPayload']> = {
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  receipt?: Resolver<ResolversTypes['Receipt'], ParentType, ContextType>;
  secret?: Resolver<Maybe<ResolversTypes['Secret']>, ParentType, ContextType>;
  secretId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RetrySecretPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RetrySecretPayload'] = ResolversParentTypes['RetrySecretPayload']> = {
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  receipt?: Resolver<ResolversTypes['Receipt'], ParentType, ContextType>;
  secret?: Resolver<Maybe<ResolversTypes['Secret']>, ParentType, ContextType>;
  secretId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RevealSecretPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RevealSecretPayload'] = ResolversParentTypes['RevealSecretPayload']> = {
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  receipt?: Resolver<ResolversTypes['Receipt'], ParentType, ContextType>;
  secret?: Resolver<ResolversTypes['Secret'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['SecretValue'], ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['SecretVersion']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RollbackRotationPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RollbackRotationPayload'] = ResolversParentTypes['RollbackRotationPayload']> = {
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  receipt?: Resolver<ResolversTypes['Receipt'], ParentType, ContextType>;
  secret?: Resolver<ResolversTypes['Secret'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RotateSecretPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RotateSecretPayload'] = ResolversParentTypes['RotateSecretPayload']> = {
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  receipt?: Resolver<ResolversTypes['Receipt'], ParentType, ContextType>;
  secret?: Resolver<Maybe<ResolversTypes['Secret']>, ParentType, ContextType>;
  secretId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RotationTriggerResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RotationTrigger'] = ResolversParentTypes['RotationTrigger']> = {
  lastAction?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nativeId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SecretResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Secret'] = ResolversParentTypes['Secret']> = {
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  createdBy?: Resolver<Maybe<ResolversTypes['Subject']>, ParentType, ContextType>;
  currentVersion?: Resolver<Maybe<ResolversTypes['SecretVersion']>, ParentType, ContextType>;
  deletesAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  etag?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  freshness?: Resolver<ResolversTypes['Freshness'], ParentType, ContextType>;
  group?: Resolver<Maybe<ResolversTypes['SecretGroup']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  labels?: Resolver<ReadonlyArray<ResolversTypes['SecretLabel']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  native?: Resolver<ResolversTypes['NativeSecret'], ParentType, ContextType>;
  nativeId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  readability?: Resolver<ResolversTypes['Readability'], ParentType, ContextType>;
  resource?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rotation?: Resolver<Maybe<ResolversTypes['SecretRotation']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['SecretStatus'], ParentType, ContextType>;
  store?: Resolver<ResolversTypes['Store'], ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  usage?: Resolver<Maybe<ResolversTypes['SecretUsage']>, ParentType, ContextType>;
  versions?: Resolver<Maybe<ResolversTypes['SecretVersionConnection']>, ParentType, ContextType, Partial<SecretVersionsArgs>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SecretConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SecretConnection'] = ResolversParentTypes['SecretConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['SecretEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Secret']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  stores?: Resolver<ReadonlyArray<ResolversTypes['StoreResult']>, ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SecretConsumerResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SecretConsumer'] = ResolversParentTypes['SecretConsumer']> = {
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nativeId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SecretCountResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SecretCount'] = ResolversParentTypes['SecretCount']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SecretEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SecretEdge'] = ResolversParentTypes['SecretEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Secret'], ParentType, ContextType>;
};

export type SecretFieldResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SecretField'] = ResolversParentTypes['SecretField']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  section?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['SecretText']>, ParentType, ContextType>;
};

export type SecretGroupResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SecretGroup'] = ResolversParentTypes['SecretGroup']> = {
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  createdBy?: Resolver<Maybe<ResolversTypes['Subject']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  etag?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  freshness?: Resolver<ResolversTypes['Freshness'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  labels?: Resolver<ReadonlyArray<ResolversTypes['SecretLabel']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  native?: Resolver<ResolversTypes['NativeSecretGroup'], ParentType, ContextType>;
  nativeId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  resource?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  secrets?: Resolver<ResolversTypes['SecretConnection'], ParentType, ContextType, Partial<SecretGroupSecretsArgs>>;
  status?: Resolver<ResolversTypes['SecretStatus'], ParentType, ContextType>;
  store?: Resolver<ResolversTypes['Store'], ParentType, ContextType>;
  tags?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SecretGroupConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SecretGroupConnection'] = ResolversParentTypes['SecretGroupConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['SecretGroupEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['SecretGroup']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  stores?: Resolver<ReadonlyArray<ResolversTypes['StoreResult']>, ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SecretGroupEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SecretGroupEdge'] = ResolversParentTypes['SecretGroupEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SecretGroup'], ParentType, ContextType>;
};

export type SecretLabelResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SecretLabel'] = ResolversParentTypes['SecretLabel']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SecretRotationResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SecretRotation'] = ResolversParentTypes['SecretRotation']> = {
  automatic?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  lastAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lastResultId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nextAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  periodDays?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  phase?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  trigger?: Resolver<Maybe<ResolversTypes['RotationTrigger']>, ParentType, ContextType>;
};

export interface SecretTextScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['SecretText'], any> {
  name: 'SecretText';
}

export type SecretUsageResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SecretUsage'] = ResolversParentTypes['SecretUsage']> = {
  activeDeployments?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  consumers?: Resolver<Maybe<ReadonlyArray<ResolversTypes['SecretConsumer']>>, ParentType, ContextType>;
};

export type SecretValueResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SecretValue'] = ResolversParentTypes['SecretValue']> = {
  base64?: Resolver<ResolversTypes['SecretText'], ParentType, ContextType>;
  fields?: Resolver<Maybe<ReadonlyArray<ResolversTypes['SecretField']>>, ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['SecretText']>, ParentType, ContextType>;
};

export type SecretVersionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SecretVersion'] = ResolversParentTypes['SecretVersion']> = {
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  freshness?: Resolver<ResolversTypes['Freshness'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isCurrent?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  native?: Resolver<Maybe<ResolversTypes['NativeSecretVersion']>, ParentType, ContextType>;
  nativeId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  readability?: Resolver<ResolversTypes['Readability'], ParentType, ContextType>;
  secret?: Resolver<ResolversTypes['Secret'], ParentType, ContextType>;
  stage?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SecretVersionConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SecretVersionConnection'] = ResolversParentTypes['SecretVersionConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['SecretVersionEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['SecretVersion']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SecretVersionEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SecretVersionEdge'] = ResolversParentTypes['SecretVersionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SecretVersion'], ParentType, ContextType>;
};

export type SecretsSummaryResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SecretsSummary'] = ResolversParentTypes['SecretsSummary']> = {
  byAge?: Resolver<ReadonlyArray<ResolversTypes['SecretCount']>, ParentType, ContextType>;
  byCreator?: Resolver<ReadonlyArray<ResolversTypes['SecretCount']>, ParentType, ContextType, RequireFields<SecretsSummaryByCreatorArgs, 'first'>>;
  byExpiry?: Resolver<ReadonlyArray<ResolversTypes['SecretCount']>, ParentType, ContextType>;
  byGroup?: Resolver<ReadonlyArray<ResolversTypes['SecretCount']>, ParentType, ContextType, RequireFields<SecretsSummaryByGroupArgs, 'first'>>;
  byProvider?: Resolver<ReadonlyArray<ResolversTypes['SecretCount']>, ParentType, ContextType>;
  byStatus?: Resolver<ReadonlyArray<ResolversTypes['SecretCount']>, ParentType, ContextType>;
  byStore?: Resolver<ReadonlyArray<ResolversTypes['SecretCount']>, ParentType, ContextType>;
  byUsage?: Resolver<ReadonlyArray<ResolversTypes['SecretCount']>, ParentType, ContextType>;
  stores?: Resolver<ReadonlyArray<ResolversTypes['StoreResult']>, ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SeguraApplicationResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SeguraApplication'] = ResolversParentTypes['SeguraApplication']> = {
  environment?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  system?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SeguraSecretResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SeguraSecret'] = ResolversParentTypes['SeguraSecret']> = {
  engine?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expirationDate?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  identity?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SeguraSecretVersionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SeguraSecretVersion'] = ResolversParentTypes['SeguraSecretVersion']> = {
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StoreResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Store'] = ResolversParentTypes['Store']> = {
  apiVersion?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  capabilities?: Resolver<ReadonlyArray<ResolversTypes['StoreCapability']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  health?: Resolver<ResolversTypes['StoreHealth'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  native?: Resolver<Maybe<ResolversTypes['NativeStore']>, ParentType, ContextType>;
  provider?: Resolver<ResolversTypes['Provider'], ParentType, ContextType>;
  secretGroups?: Resolver<ResolversTypes['SecretGroupConnection'], ParentType, ContextType, Partial<StoreSecretGroupsArgs>>;
  secrets?: Resolver<ResolversTypes['SecretConnection'], ParentType, ContextType, Partial<StoreSecretsArgs>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StoreCapabilityResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['StoreCapability'] = ResolversParentTypes['StoreCapability']> = {
  inputs?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  operation?: Resolver<ResolversTypes['StoreOperation'], ParentType, ContextType>;
  requires?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  support?: Resolver<ResolversTypes['StoreSupport'], ParentType, ContextType>;
  valueForms?: Resolver<ReadonlyArray<ResolversTypes['ValueForm']>, ParentType, ContextType>;
};

export type StoreHealthResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['StoreHealth'] = ResolversParentTypes['StoreHealth']> = {
  checkedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  circuit?: Resolver<ResolversTypes['CircuitState'], ParentType, ContextType>;
  lastError?: Resolver<Maybe<ResolversTypes['ErrorCode']>, ParentType, ContextType>;
  latencyMs?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['HealthStatus'], ParentType, ContextType>;
};

export type StoreResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['StoreResult'] = ResolversParentTypes['StoreResult']> = {
  count?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['ErrorCode']>, ParentType, ContextType>;
  fetchedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  incompleteFields?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['StoreOutcome'], ParentType, ContextType>;
  retryAfterSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  retryable?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  store?: Resolver<ResolversTypes['Store'], ParentType, ContextType>;
};

export type SubjectResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Subject'] = ResolversParentTypes['Subject']> = {
  displayName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  freshness?: Resolver<ResolversTypes['Freshness'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  native?: Resolver<Maybe<ResolversTypes['NativeSubject']>, ParentType, ContextType>;
  nativeId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nativeType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  secretGroups?: Resolver<ResolversTypes['SecretGroupConnection'], ParentType, ContextType, Partial<SubjectSecretGroupsArgs>>;
  secrets?: Resolver<ResolversTypes['SecretConnection'], ParentType, ContextType, Partial<SubjectSecretsArgs>>;
  slug?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  store?: Resolver<ResolversTypes['Store'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['SubjectType'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SubjectConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SubjectConnection'] = ResolversParentTypes['SubjectConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['SubjectEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Subject']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  stores?: Resolver<ReadonlyArray<ResolversTypes['StoreResult']>, ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SubjectEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SubjectEdge'] = ResolversParentTypes['SubjectEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Subject'], ParentType, ContextType>;
};

export type TrueFoundryCollaboratorResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['TrueFoundryCollaborator'] = ResolversParentTypes['TrueFoundryCollaborator']> = {
  roleId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TrueFoundryIntegrationResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['TrueFoundryIntegration'] = ResolversParentTypes['TrueFoundryIntegration']> = {
  fqn?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nativeId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type TrueFoundryManifestResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['TrueFoundryManifest'] = ResolversParentTypes['TrueFoundryManifest']> = {
  collaborators?: Resolver<Maybe<ReadonlyArray<ResolversTypes['TrueFoundryCollaborator']>>, ParentType, ContextType>;
  integrationFqn?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ownedByAccount?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type TrueFoundrySecretResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['TrueFoundrySecret'] = ResolversParentTypes['TrueFoundrySecret']> = {
  activeDeploymentsCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  createdBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fqn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TrueFoundrySecretGroupResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['TrueFoundrySecretGroup'] = ResolversParentTypes['TrueFoundrySecretGroup']> = {
  accountId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fqn?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  integrationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  manifest?: Resolver<Maybe<ResolversTypes['TrueFoundryManifest']>, ParentType, ContextType>;
  tenantName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TrueFoundrySecretVersionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['TrueFoundrySecretVersion'] = ResolversParentTypes['TrueFoundrySecretVersion']> = {
  fqn?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TrueFoundryStoreResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['TrueFoundryStore'] = ResolversParentTypes['TrueFoundryStore']> = {
  integrations?: Resolver<Maybe<ReadonlyArray<ResolversTypes['TrueFoundryIntegration']>>, ParentType, ContextType>;
  tenantName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TrueFoundrySubjectResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['TrueFoundrySubject'] = ResolversParentTypes['TrueFoundrySubject']> = {
  controllerName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  externalIdentitySlug?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  patName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UpdateSecretGroupPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['UpdateSecretGroupPayload'] = ResolversParentTypes['UpdateSecretGroupPayload']> = {
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  receipt?: Resolver<ResolversTypes['Receipt'], ParentType, ContextType>;
  secretGroup?: Resolver<Maybe<ResolversTypes['SecretGroup']>, ParentType, ContextType>;
  secretGroupId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UpdateSecretPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['UpdateSecretPayload'] = ResolversParentTypes['UpdateSecretPayload']> = {
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  receipt?: Resolver<ResolversTypes['Receipt'], ParentType, ContextType>;
  secret?: Resolver<Maybe<ResolversTypes['Secret']>, ParentType, ContextType>;
  secretId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ViewerResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer']> = {
  id?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  permissions?: Resolver<ReadonlyArray<ResolversTypes['ViewerPermission']>, ParentType, ContextType>;
  roles?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ViewerPermissionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ViewerPermission'] = ResolversParentTypes['ViewerPermission']> = {
  action?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  effect?: Resolver<ResolversTypes['PolicyEffect'], ParentType, ContextType>;
  resource?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type Resolvers<ContextType = GraphContext> = {
  CancelRotationPayload?: CancelRotationPayloadResolvers<ContextType>;
  CreateSecretGroupPayload?: CreateSecretGroupPayloadResolvers<ContextType>;
  CreateSecretPayload?: CreateSecretPayloadResolvers<ContextType>;
  CreateSecretVersionPayload?: CreateSecretVersionPayloadResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  DeleteSecretGroupPayload?: DeleteSecretGroupPayloadResolvers<ContextType>;
  DeleteSecretPayload?: DeleteSecretPayloadResolvers<ContextType>;
  DeleteSecretVersionPayload?: DeleteSecretVersionPayloadResolvers<ContextType>;
  DisableSecretPayload?: DisableSecretPayloadResolvers<ContextType>;
  DockerDriver?: DockerDriverResolvers<ContextType>;
  DockerSecret?: DockerSecretResolvers<ContextType>;
  DockerStack?: DockerStackResolvers<ContextType>;
  DockerSwarm?: DockerSwarmResolvers<ContextType>;
  EnableSecretPayload?: EnableSecretPayloadResolvers<ContextType>;
  Freshness?: FreshnessResolvers<ContextType>;
  ImcoKeyVault?: ImcoKeyVaultResolvers<ContextType>;
  ImcoLabel?: ImcoLabelResolvers<ContextType>;
  ImcoSecret?: ImcoSecretResolvers<ContextType>;
  ImcoSecretVersion?: ImcoSecretVersionResolvers<ContextType>;
  ImcoStore?: ImcoStoreResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  MutationPayload?: MutationPayloadResolvers<ContextType>;
  NativeSecret?: NativeSecretResolvers<ContextType>;
  NativeSecretGroup?: NativeSecretGroupResolvers<ContextType>;
  NativeSecretVersion?: NativeSecretVersionResolvers<ContextType>;
  NativeStore?: NativeStoreResolvers<ContextType>;
  NativeSubject?: NativeSubjectResolvers<ContextType>;
  NcloudKey?: NcloudKeyResolvers<ContextType>;
  NcloudProtectionKey?: NcloudProtectionKeyResolvers<ContextType>;
  NcloudRegion?: NcloudRegionResolvers<ContextType>;
  NcloudSecret?: NcloudSecretResolvers<ContextType>;
  NcloudSecretVersion?: NcloudSecretVersionResolvers<ContextType>;
  NcloudStore?: NcloudStoreResolvers<ContextType>;
  NcloudTrigger?: NcloudTriggerResolvers<ContextType>;
  NcloudTriggerAction?: NcloudTriggerActionResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Receipt?: ReceiptResolvers<ContextType>;
  RefreshStorePayload?: RefreshStorePayloadResolvers<ContextType>;
  RestoreSecretPayload?: RestoreSecretPayloadResolvers<ContextType>;
  RetrySecretPayload?: RetrySecretPayloadResolvers<ContextType>;
  RevealSecretPayload?: RevealSecretPayloadResolvers<ContextType>;
  RollbackRotationPayload?: RollbackRotationPayloadResolvers<ContextType>;
  RotateSecretPayload?: RotateSecretPayloadResolvers<ContextType>;
  RotationTrigger?: RotationTriggerResolvers<ContextType>;
  Secret?: SecretResolvers<ContextType>;
  SecretConnection?: SecretConnectionResolvers<ContextType>;
  SecretConsumer?: SecretConsumerResolvers<ContextType>;
  SecretCount?: SecretCountResolvers<ContextType>;
  SecretEdge?: SecretEdgeResolvers<ContextType>;
  SecretField?: SecretFieldResolvers<ContextType>;
  SecretGroup?: SecretGroupResolvers<ContextType>;
  SecretGroupConnection?: SecretGroupConnectionResolvers<ContextType>;
  SecretGroupEdge?: SecretGroupEdgeResolvers<ContextType>;
  SecretLabel?: SecretLabelResolvers<ContextType>;
  SecretRotation?: SecretRotationResolvers<ContextType>;
  SecretText?: GraphQLScalarType;
  SecretUsage?: SecretUsageResolvers<ContextType>;
  SecretValue?: SecretValueResolvers<ContextType>;
  SecretVersion?: SecretVersionResolvers<ContextType>;
  SecretVersionConnection?: SecretVersionConnectionResolvers<ContextType>;
  SecretVersionEdge?: SecretVersionEdgeResolvers<ContextType>;
  SecretsSummary?: SecretsSummaryResolvers<ContextType>;
  SeguraApplication?: SeguraApplicationResolvers<ContextType>;
  SeguraSecret?: SeguraSecretResolvers<ContextType>;
  SeguraSecretVersion?: SeguraSecretVersionResolvers<ContextType>;
  Store?: StoreResolvers<ContextType>;
  StoreCapability?: StoreCapabilityResolvers<ContextType>;
  StoreHealth?: StoreHealthResolvers<ContextType>;
  StoreResult?: StoreResultResolvers<ContextType>;
  Subject?: SubjectResolvers<ContextType>;
  SubjectConnection?: SubjectConnectionResolvers<ContextType>;
  SubjectEdge?: SubjectEdgeResolvers<ContextType>;
  TrueFoundryCollaborator?: TrueFoundryCollaboratorResolvers<ContextType>;
  TrueFoundryIntegration?: TrueFoundryIntegrationResolvers<ContextType>;
  TrueFoundryManifest?: TrueFoundryManifestResolvers<ContextType>;
  TrueFoundrySecret?: TrueFoundrySecretResolvers<ContextType>;
  TrueFoundrySecretGroup?: TrueFoundrySecretGroupResolvers<ContextType>;
  TrueFoundrySecretVersion?: TrueFoundrySecretVersionResolvers<ContextType>;
  TrueFoundryStore?: TrueFoundryStoreResolvers<ContextType>;
  TrueFoundrySubject?: TrueFoundrySubjectResolvers<ContextType>;
  UpdateSecretGroupPayload?: UpdateSecretGroupPayloadResolvers<ContextType>;
  UpdateSecretPayload?: UpdateSecretPayloadResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
  ViewerPermission?: ViewerPermissionResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = GraphContext> = {
  access?: AccessDirectiveResolver<any, any, ContextType>;
};
