import {
  type FlatSecret,
  type FlatVersion,
  type PackedColumn,
  type PackedFields,
  type PackedNative,
  type PackedSecrets,
  totalOf,
} from '../../cache/packed.ts';
import type { Native, NativePath, Plain, SecretVersion } from '../../domain/model.ts';

/** The value of one field in a row, counted from 0. */
type Reader<T> = (row: number) => T;
type Readers<T> = { readonly [Field in keyof T]: Reader<T[Field]> };

/** Fields of which it is of use to know which values there are. */
type ListedField = 'name' | 'group' | 'createdBy' | 'incomplete';

/** Packed secrets opened for reading, field by field. */
export interface Columns extends Omit<Readers<FlatSecret>, 'parents' | 'ownId'> {
  readonly count: number;
  readonly id: Reader<NativePath>;
  /** Made anew at each call. */
  readonly versions: Reader<readonly SecretVersion[] | null>;
  /** The values of a field that there are, and where each row has its own. */
  readonly valuesOf: <Field extends ListedField>(field: Field) => Values<FlatSecret[Field]>;
}

export interface Values<T> {
  readonly list: readonly T[];
  readonly placeOf: Reader<number>;
}

export function openColumns({ count, fields, versions }: PackedSecrets): Columns {
  const { parents, ownId, ...own } = readersOf(fields);
  const lastPart: Reader<string> = (row) => ownId(row) ?? own.nativeId(row);
  const id: Reader<NativePath> = (row) => [...parents(row), lastPart(row)];
  return {
    ...own,
    count,
    id,
    versions: openVersions(versions, count, id),
    valuesOf: <Field extends ListedField>(field: Field) =>
      valuesOf(fields[field] as PackedColumn<FlatSecret[Field]>, count),
  };
}

function openVersions(
  { counts, fields }: PackedSecrets['versions'],
  count: number,
  idOf: Reader<NativePath>,
): Reader<readonly SecretVersion[] | null> {
  const countOf = readerOf(counts);
  if (totalOf(counts, count) === 0) return (row) => (countOf(row) === null ? null : []);
  const starts = startsOf(countOf, count);
  const { id: ownPath, ...readers } = readersOf<FlatVersion>(fields);
  const versionAt = (secretId: NativePath, row: number): SecretVersion => ({
    id: ownPath(row) ?? [...secretId, readers.nativeId(row)],
    nativeId: readers.nativeId(row),
    number: readers.number(row),
    stage: readers.stage(row),
    isCurrent: readers.isCurrent(row),
    createdAt: readers.createdAt(row),
    updatedAt: readers.updatedAt(row),
    readability: readers.readability(row),
    native: readers.native(row),
  });
  return (row) => {
    const length = countOf(row);
    if (length === null) return null;
    const [secretId, start] = [idOf(row), starts[row] ?? 0];
    return Array.from({ length }, (_, index) => versionAt(secretId, start + index));
  };
}

function startsOf(countOf: Reader<number | null>, count: number): Uint32Array {
  const starts = new Uint32Array(count);
  let next = 0;
  for (let row = 0; row < count; row += 1) {
    starts[row] = next;
    next += countOf(row) ?? 0;
  }
  return starts;
}

function readersOf<T>(fields: PackedFields<T>): Readers<T> {
  const readers = Object.entries<PackedNative<unknown>>(fields).map(([field, column]) => [
    field,
    'parts' in column ? partsReader(column.parts) : readerOf(column),
  ]);
  return Object.fromEntries(readers) as Readers<T>;
}

function partsReader(parts: { readonly [field: string]: PackedColumn<Plain> }): Reader<Native> {
  const readers = Object.entries(parts).map(([field, column]) => [field, readerOf(column)] as const);
  return (row) => Object.fromEntries(readers.map(([field, read]) => [field, read(row)]));
}

function readerOf<T>(column: PackedColumn<T>): Reader<T> {
  if ('all' in column) return () => column.all;
  if ('each' in column) return (row) => column.each[row] as T;
  const { distinct, at } = column;
  return (row) => distinct[at[row] as number] as T;
}

function valuesOf<T>(column: PackedColumn<T>, count: number): Values<T> {
  if ('all' in column) return { list: count === 0 ? [] : [column.all], placeOf: () => 0 };
  if ('each' in column) return { list: column.each, placeOf: (row) => row };
  return { list: column.distinct, placeOf: (row) => column.at[row] as number };
}
