import { z } from 'zod';
import type { NativePath, Plain, Secret, SecretVersion } from '../domain/model.ts';

/**
 * One field of many objects, in their order: the same for all, one value each, or places in a list of the values that
 * there are. Plain data, so that it may be cached and sent like any other.
 */
export type PackedColumn<T> =
  | { readonly all: T }
  | { readonly each: readonly T[] }
  | { readonly distinct: readonly T[]; readonly at: readonly number[] };

/** A provider's own part of many objects: a column for each of its fields, or whole where their fields differ. */
export type PackedNative<T> = { readonly parts: { readonly [field: string]: PackedColumn<Plain> } } | PackedColumn<T>;

export type PackedFields<T> = {
  readonly [Field in keyof T]: Field extends 'native' ? PackedNative<T[Field]> : PackedColumn<T[Field]>;
};

/** A secret's own fields. Its path is `parents` and then `ownId`, which is null where it equals `nativeId`. */
export interface FlatSecret extends Omit<Secret, 'id' | 'versions'> {
  readonly parents: NativePath;
  readonly ownId: string | null;
}

/** A version's own fields. `id` is null where it is the secret's path and then `nativeId`. */
export interface FlatVersion extends Omit<SecretVersion, 'id'> {
  readonly id: NativePath | null;
}

/** The secrets of a store by fields: about a quarter of what they weigh as objects. */
export interface PackedSecrets {
  readonly count: number;
  readonly fields: PackedFields<FlatSecret>;
  readonly versions: {
    /** How many each secret has, in the order of the secrets; null where its listing does not say. */
    readonly counts: PackedColumn<number | null>;
    readonly fields: PackedFields<FlatVersion>;
  };
}

type FieldShapes<T> = { readonly [Field in keyof T]: z.ZodType<T[Field]> };

/** The strict schema of packed secrets: every value of its field's shape. Whether they fit together, it cannot say. */
export function packedSecretsShape(
  secret: FieldShapes<FlatSecret>,
  version: FieldShapes<FlatVersion>,
): z.ZodType<PackedSecrets> {
  const count = z.int().nonnegative();
  const packed = z.strictObject({
    count,
    fields: fieldsShape(secret),
    versions: z.strictObject({ counts: columnShape(count.nullable()), fields: fieldsShape(version) }),
  });
  return packed as z.ZodType<unknown> as z.ZodType<PackedSecrets>;
}

function fieldsShape<T>(fields: FieldShapes<T>) {
  return z.strictObject(
    Object.fromEntries(
      Object.entries<z.ZodType>(fields).map(([field, shape]) => [
        field,
        field === 'native' ? packedNativeShape(shape) : columnShape(shape),
      ]),
    ),
  );
}

function packedNativeShape(native: z.ZodType) {
  const whole = columnShape(native);
  const object = native instanceof z.ZodNullable ? native.unwrap() : native;
  if (!(object instanceof z.ZodObject)) return whole;
  const parts = Object.entries<z.ZodType>(object.shape).map(([field, shape]) => [field, columnShape(shape)]);
  return z.union([z.strictObject({ parts: z.strictObject(Object.fromEntries(parts)) }), whole]);
}

function columnShape(value: z.ZodType) {
  return z.union([
    z.strictObject({ each: z.array(value) }),
    z.strictObject({ distinct: z.array(value), at: z.array(z.int().nonnegative()) }),
    z.strictObject({ all: value }),
  ]);
}

/** Whether every column has the length it has to have, and every place in it leads to a value. */
export function isConsistent({ count, fields, versions }: PackedSecrets): boolean {
  const isLong = (length: number) => (column: PackedNative<unknown>) => isOfLength(column, length);
  return (
    Object.values(fields).every(isLong(count)) &&
    isOfLength(versions.counts, count) &&
    Object.values(versions.fields).every(isLong(totalOf(versions.counts, count)))
  );
}

function isOfLength(column: PackedNative<unknown>, length: number): boolean {
  if ('parts' in column) return Object.values(column.parts).every((part) => isOfLength(part, length));
  if ('all' in column) return true;
  if ('each' in column) return column.each.length === length;
  const { distinct, at } = column;
  return at.length === length && at.every((place) => place < distinct.length);
}

/** The sum of a column of counts. */
export function totalOf(counts: PackedColumn<number | null>, length: number): number {
  if ('all' in counts) return (counts.all ?? 0) * length;
  if ('each' in counts) return counts.each.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  return counts.at.reduce<number>((sum, place) => sum + (counts.distinct[place] ?? 0), 0);
}
