/**
 * The words of the graph, as plain immutable data. No upstream's own JSON reaches this far: each connector maps
 * what it parsed into these shapes, and what an upstream does not know stays null. Nothing here can hold a value.
 */

/** Epoch milliseconds, UTC. */
export type Instant = number;

/**
 * How one upstream finds an object again without a call that carries values: the parts of its address, outermost
 * first (a TrueFoundry secret is [group id, secret id]). Each part obeys the connector's id grammar.
 */
export type NativePath = readonly string[];

/** JSON without functions or classes: all that may be cached. A SecretValue is not assignable to it. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/** What one provider documents beyond the common fields: the fields of its own GraphQL type, by name. */
export type Native = { readonly [field: string]: Plain };

export type SecretStatus =
  | 'PENDING'
  | 'ACTIVE'
  | 'UPDATING'
  | 'ROTATING'
  | 'DISABLED'
  | 'EXPIRED'
  | 'FAILED'
  | 'DELETING'
  | 'DELETED'
  | 'UNKNOWN';
export type Readability = 'READABLE' | 'WRITE_ONLY' | 'FORBIDDEN_BY_STORE' | 'UNKNOWN';
export type SubjectType = 'USER' | 'TEAM' | 'SERVICE_ACCOUNT' | 'VIRTUAL_ACCOUNT' | 'OTHER';

export interface Label {
  readonly key: string;
  readonly value: string;
}

export interface Subject {
  /** [native type, native id]: two upstream types may number their members alike. */
  readonly id: NativePath;
  readonly nativeId: string;
  readonly type: SubjectType;
  /** The upstream's own word for the type. */
  readonly nativeType: string;
  readonly slug: string | null;
  readonly displayName: string | null;
  readonly native: Native | null;
}

export interface SecretGroup {
  readonly id: NativePath;
  readonly nativeId: string;
  readonly name: string;
  readonly description: string | null;
  readonly labels: readonly Label[];
  readonly tags: readonly string[];
  readonly status: SecretStatus;
  readonly createdBy: Subject | null;
  readonly createdAt: Instant | null;
  readonly updatedAt: Instant | null;
  /** Changes whenever the object does; the etag is made of it. Null where nothing in the answer tells. */
  readonly revision: string | null;
  readonly native: Native;
}

/** Enough of a group to name it, in every secret that belongs to it. */
export interface GroupReference {
  readonly id: NativePath;
  readonly name: string;
}

export interface RotationTrigger {
  readonly nativeId: string;
  readonly name: string | null;
  readonly url: string | null;
  readonly lastAction: string | null;
}

export interface Rotation {
  readonly automatic: boolean;
  readonly periodDays: number | null;
  readonly nextAt: Instant | null;
  readonly lastAt: Instant | null;
  readonly lastResultId: string | null;
  readonly phase: string | null;
  readonly trigger: RotationTrigger | null;
}

export interface Consumer {
  /** What kind of thing uses the secret, in the upstream's word: 'service'. */
  readonly kind: string;
  readonly nativeId: string;
  readonly name: string | null;
}

export interface Usage {
  readonly activeDeployments: number | null;
  /** Null: the upstream does not say who. Empty: it says nobody. */
  readonly consumers: readonly Consumer[] | null;
}

export interface SecretVersion {
  /** The secret's path with the version's own id or stage after it. */
  readonly id: NativePath;
  readonly nativeId: string;
  /** The upstream's own number; null where it has none. */
  readonly number: number | null;
  /** Where the upstream names slots instead of numbering. */
  readonly stage: string | null;
  readonly isCurrent: boolean;
  readonly createdAt: Instant | null;
  readonly updatedAt: Instant | null;
  readonly readability: Readability;
  readonly native: Native | null;
}

/** Parts of a secret that a store's listing may lack; `Secret.incomplete` names those still missing. */
export type DetailField =
  | 'description'
  | 'updatedAt'
  | 'expiresAt'
  | 'deletesAt'
  | 'rotation'
  | 'revision'
  | 'native'
  | 'usage'
  | 'versions';

export interface Secret {
  readonly id: NativePath;
  readonly nativeId: string;
  readonly name: string;
  /** Null where the upstream has no container for it. */
  readonly group: GroupReference | null;
  readonly description: string | null;
  readonly labels: readonly Label[];
  readonly status: SecretStatus;
  readonly createdBy: Subject | null;
  readonly createdAt: Instant | null;
  readonly updatedAt: Instant | null;
  readonly expiresAt: Instant | null;
  readonly deletesAt: Instant | null;
  readonly rotation: Rotation | null;
  /** Newest first, where the listing carries them; null: ask `listVersions`. */
  readonly versions: readonly SecretVersion[] | null;
  /** Where the listing carries it; null together with 'usage' in `incomplete`: ask `getUsage`. */
  readonly usage: Usage | null;
  readonly readability: Readability;
  readonly revision: string | null;
  /** What is null above only because nobody asked yet: `getDetails`, `getUsage` or `listVersions` fills it. */
  readonly incomplete: readonly DetailField[];
  readonly native: Native;
}
