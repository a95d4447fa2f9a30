import { z } from 'zod';
import type {
  DetailField,
  Native,
  Plain,
  Readability,
  Secret,
  SecretGroup,
  SecretStatus,
  SecretVersion,
  Subject,
  SubjectType,
  Usage,
} from '../domain/model.ts';
import { isConsistent, type PackedSecrets, packedSecretsShape } from './packed.ts';

/** All metadata of one store, its secrets by fields: there may be a hundred thousand of them. */
export interface Listing {
  readonly groups: readonly SecretGroup[];
  readonly secrets: PackedSecrets;
}

/**
 * All that may ever be cached, by kind: a closed set. A new kind is a line here and a schema below; there is no way
 * to hand the cache anything else, and nothing here can hold a SecretValue or a SecretText.
 */
export interface Cacheable {
  /** All groups and secrets of a store. */
  readonly listing: Listing;
  /** All groups of a store, where listing them alone is cheaper. */
  readonly groups: readonly SecretGroup[];
  readonly group: SecretGroup;
  /** A secret as its listing or a read by id answers it; may be incomplete. */
  readonly secret: Secret;
  /** The same secret after `getDetails`: kept apart, so that the incomplete one never hides it. */
  readonly details: Secret;
  /** The versions of one secret, newest first. */
  readonly versions: readonly SecretVersion[];
  readonly usage: Usage;
}

export type CacheKind = keyof Cacheable;
/** The kinds of which a store has one. */
export type StoreKind = 'listing' | 'groups';
/** The kinds of which a store has one for each id. */
export type ObjectKind = Exclude<CacheKind, StoreKind>;

/** `T` where every part of it is plain; `never` in the place of any part that is not (a class, a function). */
export type PlainData<T> = T extends Plain
  ? T
  : T extends readonly (infer Element)[]
    ? readonly PlainData<Element>[]
    : T extends { expose(): unknown } | ((...parameters: never[]) => unknown)
      ? never
      : { readonly [Key in keyof T]: PlainData<T[Key]> };

/** The strict schemas of one provider's `native` parts. Null where the provider has no such part. */
export interface NativeShapes {
  readonly group: z.ZodType;
  readonly secret: z.ZodType;
  readonly version: z.ZodType | null;
  readonly subject: z.ZodType | null;
}

export type Shapes = { readonly [Kind in CacheKind]: z.ZodType<Cacheable[Kind]> };

const STATUSES = [
  'PENDING',
  'ACTIVE',
  'UPDATING',
  'ROTATING',
  'DISABLED',
  'EXPIRED',
  'FAILED',
  'DELETING',
  'DELETED',
  'UNKNOWN',
] as const satisfies readonly SecretStatus[];
const READABILITIES = [
  'READABLE',
  'WRITE_ONLY',
  'FORBIDDEN_BY_STORE',
  'UNKNOWN',
] as const satisfies readonly Readability[];
const SUBJECT_TYPES = [
  'USER',
  'TEAM',
  'SERVICE_ACCOUNT',
  'VIRTUAL_ACCOUNT',
  'OTHER',
] as const satisfies readonly SubjectType[];
const DETAIL_FIELDS = [
  'description',
  'updatedAt',
  'expiresAt',
  'deletesAt',
  'rotation',
  'revision',
  'native',
  'usage',
  'versions',
] as const satisfies readonly DetailField[];

const text = z.string().nullable();
const instant = z.number().nullable();
const path = z.array(z.string());
const labels = z.array(z.strictObject({ key: z.string(), value: z.string() }));
const usage = z.strictObject({
  activeDeployments: z.number().nullable(),
  consumers: z.array(z.strictObject({ kind: z.string(), nativeId: z.string(), name: text })).nullable(),
});
const rotation = z.strictObject({
  automatic: z.boolean(),
  periodDays: z.number().nullable(),
  nextAt: instant,
  lastAt: instant,
  lastResultId: text,
  phase: text,
  trigger: z.strictObject({ nativeId: z.string(), name: text, url: text, lastAction: text }).nullable(),
});

/**
 * The schemas that decide what of one store gets in and comes out again. An unknown key anywhere is a refusal. Those of
 * lists are compiled.
 */
export function createShapes(native: NativeShapes): Shapes {
  const subject = subjectShape(native.subject).nullable();
  const group = groupShape(native.group, subject);
  const versionFields = fieldsOfVersion(native.version);
  const version: z.ZodType<SecretVersion> = z.strictObject({ id: path, ...versionFields });
  const secretFields = fieldsOfSecret(native.secret, subject);
  const secret: z.ZodType<Secret> = z.strictObject({
    id: path,
    ...secretFields,
    versions: z.array(version).nullable(),
  });
  const secrets = packedSecretsShape(
    { parents: path, ownId: text, ...secretFields },
    { id: path.nullable(), ...versionFields },
  );
  const listing = z.compile(z.strictObject({ groups: z.array(group), secrets }));
  return {
    // Judged as it is: a refinement would have the whole of it copied first.
    listing: z.custom<Listing>((value) => z.validate(listing, value) && isConsistent((value as Listing).secrets)),
    groups: z.compile(z.array(group)),
    group,
    secret,
    details: secret,
    versions: z.array(version),
    usage,
  };
}

/** The provider's schema says which members there are; that each is plain, `measurePlain` has seen to. */
function nativeShape(shape: z.ZodType): z.ZodType<Native> {
  return shape as z.ZodType<Native>;
}

function optionalNativeShape(shape: z.ZodType | null): z.ZodType<Native | null> {
  return shape === null ? z.null() : nativeShape(shape).nullable();
}

function subjectShape(native: z.ZodType | null): z.ZodType<Subject> {
  return z.strictObject({
    id: path,
    nativeId: z.string(),
    type: z.enum(SUBJECT_TYPES),
    nativeType: z.string(),
    slug: text,
    displayName: text,
    native: optionalNativeShape(native),
  });
}

function groupShape(native: z.ZodType, subject: z.ZodType<Subject | null>): z.ZodType<SecretGroup> {
  return z.strictObject({
    id: path,
    nativeId: z.string(),
    name: z.string(),
    description: text,
    labels,
    tags: z.array(z.string()),
    status: z.enum(STATUSES),
    createdBy: subject,
    createdAt: instant,
    updatedAt: instant,
    revision: text,
    native: nativeShape(native),
  });
}

function fieldsOfVersion(native: z.ZodType | null) {
  return {
    nativeId: z.string(),
    number: z.number().nullable(),
    stage: text,
    isCurrent: z.boolean(),
    createdAt: instant,
    updatedAt: instant,
    readability: z.enum(READABILITIES),
    native: optionalNativeShape(native),
  };
}

function fieldsOfSecret(native: z.ZodType, subject: z.ZodType<Subject | null>) {
  return {
    nativeId: z.string(),
    name: z.string(),
    group: z.strictObject({ id: path, name: z.string() }).nullable(),
    description: text,
    labels,
    status: z.enum(STATUSES),
    createdBy: subject,
    createdAt: instant,
    updatedAt: instant,
    expiresAt: instant,
    deletesAt: instant,
    rotation: rotation.nullable(),
    usage: usage.nullable(),
    readability: z.enum(READABILITIES),
    revision: text,
    incomplete: z.array(z.enum(DETAIL_FIELDS)),
    native: nativeShape(native),
  };
}
