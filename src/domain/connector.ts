import type { Capabilities } from './capabilities.ts';
import type { PortcullisError } from './errors.ts';
import type {
  DetailField,
  Instant,
  Label,
  NativePath,
  Plain,
  Secret,
  SecretGroup,
  SecretVersion,
  Usage,
} from './model.ts';
import type { SecretValue } from './secret-value.ts';

/** One item of a batch: the object, or why it is not there. Missing, refused and broken are different codes. */
export type Item<T> = T | PortcullisError;

/** Travels with every call. Nothing may go on after `signal` aborts. */
export interface CallContext {
  readonly signal: AbortSignal;
}

/** A part of a listing, as it arrives. Pages may mix groups and secrets; none repeats an id of an earlier one. */
export interface ListingPage {
  readonly groups: readonly SecretGroup[];
  readonly secrets: readonly Secret[];
}

/** What the upstream said to a write: for the receipt. Code and message only where they are documented constants. */
export interface UpstreamReceipt {
  readonly upstreamStatus: number | null;
  readonly upstreamCode: string | null;
  readonly upstreamMessage: string | null;
}

export interface Written extends UpstreamReceipt {
  /** The object that was created or changed. A write may change its path; then this is the new one. */
  readonly id: NativePath;
  /** Of a version that was created, where the upstream tells which. */
  readonly versionId?: NativePath;
  /** True where the object is known not to exist any more (a delete that is final). */
  readonly gone?: boolean;
}

export interface RotationRequest {
  readonly automatic: boolean;
  readonly periodDays?: number | null;
  readonly triggerId?: string | null;
}

/** Left out (undefined): keep or default. Null: clear. */
export interface CreateGroupRequest {
  readonly name: string;
  readonly description?: string | null;
  readonly secrets: readonly NewSecret[];
  /** This provider's own member of the native input, as the connector's `nativeInputs` parsed it. */
  readonly native?: unknown;
  readonly waitSeconds: number;
}
export interface NewSecret {
  readonly name: string;
  readonly value: SecretValue;
}
export interface UpdateGroupRequest {
  /** Read fresh just before, and compared with ifMatch. */
  readonly group: SecretGroup;
  readonly name?: string;
  readonly description?: string | null;
  readonly secrets?: readonly NewSecret[];
  readonly native?: unknown;
  readonly waitSeconds: number;
}
export interface DeleteGroupRequest {
  readonly group: SecretGroup;
  readonly force: boolean;
  readonly waitSeconds: number;
}
export interface CreateSecretRequest {
  readonly group: SecretGroup | null;
  readonly name: string;
  readonly value: SecretValue | null;
  readonly description?: string | null;
  readonly labels?: readonly Label[];
  readonly expiresAt?: Instant | null;
  readonly rotation?: RotationRequest | null;
  readonly native?: unknown;
  readonly waitSeconds: number;
}
/** A write to one secret. `secret` was read fresh just before; `ifMatch` says whether its revision was compared. */
export interface SecretWrite {
  readonly secret: Secret;
  readonly ifMatch: boolean;
  readonly waitSeconds: number;
}
export interface UpdateSecretRequest extends SecretWrite {
  readonly name?: string;
  readonly description?: string | null;
  readonly labels?: readonly Label[];
  readonly expiresAt?: Instant | null;
  readonly rotation?: RotationRequest | null;
  readonly native?: unknown;
}
export interface DeleteSecretRequest extends SecretWrite {
  readonly force: boolean;
  readonly permanently: boolean;
}
export interface CreateVersionRequest extends SecretWrite {
  readonly value: SecretValue | null;
  readonly native?: unknown;
}
export interface DeleteVersionRequest extends SecretWrite {
  readonly version: NativePath;
}
export interface RevealRequest {
  readonly secret: Secret;
  /** Null: the current version. */
  readonly version: NativePath | null;
}
export interface Revealed extends UpstreamReceipt {
  readonly value: SecretValue;
  /** The version the value belongs to, where the upstream tells. */
  readonly version: NativePath | null;
}

export interface StoreCheck {
  /** The upstream's own version, for people: 'Docker Engine 20.10.24, API 1.41'. Null where it has none. */
  readonly apiVersion: string | null;
}

/**
 * One opened store of one provider. Every call takes a context whose signal ends it. A `get*` takes n ids (or
 * objects) and resolves to n items in the same order; it rejects only when the whole call failed. How many requests
 * n ids cost is the connector's business, is declared in `costs` and asserted by the contract suite.
 *
 * No metadata method calls an endpoint that answers values; where the upstream has no other (Segura), parsing drops
 * the value before anything can hold it. A write is sent once: a lost answer is UPSTREAM_TIMEOUT with outcome
 * UNKNOWN. Optional writes are those that `capabilities` may leave out; the gateway answers UNSUPPORTED for them
 * without calling.
 */
export interface Connector {
  /** One cheap authenticated request (Segura: a token), no value asked for. Rejects with the reason. */
  check(context: CallContext): Promise<StoreCheck>;

  /** Everything, by the cheapest listing there is: page by page, as it arrives. */
  list(context: CallContext): AsyncIterable<ListingPage>;
  /** Groups alone, where that is cheaper than `list` (`groupsListing: 'separate'`). */
  listGroups?(context: CallContext): AsyncIterable<ListingPage>;

  getGroups(ids: readonly NativePath[], context: CallContext): Promise<readonly Item<SecretGroup>[]>;
  getSecrets(ids: readonly NativePath[], context: CallContext): Promise<readonly Item<Secret>[]>;
  /** The versions of each secret, newest first; no request where the secret itself tells. */
  listVersions(secrets: readonly Secret[], context: CallContext): Promise<readonly Item<readonly SecretVersion[]>[]>;
  /** The same secrets with nothing incomplete but 'usage' and 'versions'. */
  getDetails?(secrets: readonly Secret[], context: CallContext): Promise<readonly Item<Secret>[]>;
  getUsage?(secrets: readonly Secret[], context: CallContext): Promise<readonly Item<Usage>[]>;
  /** The fields of the store's native type, each fetched when it is asked for. */
  readonly storeNative?: Readonly<Record<string, (context: CallContext) => Promise<Plain>>>;

  createGroup?(request: CreateGroupRequest, context: CallContext): Promise<Written>;
  updateGroup?(request: UpdateGroupRequest, context: CallContext): Promise<Written>;
  deleteGroup?(request: DeleteGroupRequest, context: CallContext): Promise<Written>;
  createSecret?(request: CreateSecretRequest, context: CallContext): Promise<Written>;
  updateSecret?(request: UpdateSecretRequest, context: CallContext): Promise<Written>;
  deleteSecret?(request: DeleteSecretRequest, context: CallContext): Promise<Written>;
  restoreSecret?(request: SecretWrite, context: CallContext): Promise<Written>;
  enableSecret?(request: SecretWrite, context: CallContext): Promise<Written>;
  disableSecret?(request: SecretWrite, context: CallContext): Promise<Written>;
  retrySecret?(request: SecretWrite, context: CallContext): Promise<Written>;
  rotateSecret?(request: SecretWrite, context: CallContext): Promise<Written>;
  cancelRotation?(request: SecretWrite, context: CallContext): Promise<Written>;
  rollbackRotation?(request: SecretWrite, context: CallContext): Promise<Written>;
  createVersion?(request: CreateVersionRequest, context: CallContext): Promise<Written>;
  deleteVersion?(request: DeleteVersionRequest, context: CallContext): Promise<Written>;
  /** The only method that answers a value. NOT_FOUND where the named version is no longer the one. */
  reveal?(request: RevealRequest, context: CallContext): Promise<Revealed>;

  /** Ends its connections. No call may follow. */
  close(): Promise<void>;
}

/** How many requests a call costs, as a sentence for the README and as a number for the contract suite. */
export interface Cost {
  readonly text: string;
  /** `groups` and `secrets`: how many the store holds (for `list`), or how many ids were asked for. */
  readonly requests: (shape: { readonly groups: number; readonly secrets: number }) => number;
}
export interface Costs {
  readonly list: Cost;
  readonly listGroups: Cost;
  readonly getGroups: Cost;
  readonly getSecrets: Cost;
  readonly listVersions: Cost;
  readonly getDetails: Cost;
  readonly getUsage: Cost;
}

/** The regular expressions of the parts of each kind of id, outermost first. '.', '..' and '' never pass. */
export interface IdGrammar {
  readonly group: readonly RegExp[];
  readonly secret: readonly RegExp[];
  readonly version: readonly RegExp[];
  readonly subject: readonly RegExp[];
}

/** What a listing lacks, and which fields of the native secret type come with the details only. */
export interface ListingGaps {
  readonly fields: readonly DetailField[];
  readonly native: readonly string[];
}

/** The GraphQL types that stand behind `native`, where the provider has one. */
export interface NativeTypes {
  readonly store: string | null;
  readonly group: string;
  readonly secret: string;
  readonly version: string | null;
  readonly subject: string | null;
}

export type NativeInputVerb = 'createGroup' | 'updateGroup' | 'createSecret' | 'updateSecret' | 'createVersion';

/** Everything about a provider that is known without opening a store. */
export interface ProviderFacts {
  /** The member of the schema's enum Provider, and in lower case the word in the configuration. */
  readonly provider: string;
  /** For people: 'TrueFoundry secret groups'. */
  readonly title: string;
  readonly capabilities: Capabilities;
  readonly costs: Costs;
  readonly idGrammar: IdGrammar;
  readonly gaps: ListingGaps;
  readonly groupsListing: 'together' | 'separate';
  /**
   * Which group a new secret lands in when none is given. none: it has no group (Docker). given: there must be one
   * (`requires` says so). implied: the store's own, which the caller cannot choose (Segura, NAVER): creating is then
   * decided on every group that the store has.
   */
  readonly groupOfNewSecret: 'none' | 'given' | 'implied';
  /** Native inputs that can rename a secret, by verb: the field that holds the new name. Decided on like a rename. */
  readonly nameInNative?: Readonly<Partial<Record<NativeInputVerb, string>>>;
  readonly nativeTypes: NativeTypes;
}
