import type { PackedSecrets } from '../cache/packed.ts';
import type { Cacheable } from '../cache/shapes.ts';
import { encodeId, pathKey } from '../domain/ids.ts';
import type { Instant, Secret, SecretGroup, Subject } from '../domain/model.ts';
import { groupResource, secretResource } from '../domain/resource.ts';
import type { Order } from './order.ts';
import type { OpenStore } from './store.ts';
import { fold } from './string-match.ts';
import { type Columns, openColumns } from './table/columns.ts';
import { RowEntry } from './table/row-entry.ts';
import { ascending, descending, orderRows, type RowOrder } from './table/row-order.ts';

/** Where an answer came from, and when the upstream gave it. */
export interface Freshness {
  readonly source: 'UPSTREAM' | 'CACHE';
  readonly fetchedAt: Instant;
  readonly stale: boolean;
}

/** What the catalog lists: the object, the store it is of, its global id and the name policies know it by. */
export interface Entry<T> {
  readonly store: OpenStore;
  readonly object: T;
  readonly id: string;
  readonly resource: string;
}
export interface SecretEntry extends Entry<Secret> {
  /** Its name as `contains` and `glob` compare it, where that is at hand. */
  readonly foldedName?: string | undefined;
}
export type GroupEntry = Entry<SecretGroup>;

/** All metadata of one store at one moment, its secrets packed: what the cache keeps. */
export type Listing = Cacheable['listing'];

/** A listing opened for questions. Shared by all principals; policy is asked at every use. */
export interface Snapshot {
  readonly store: OpenStore;
  /** Of the secrets, row by row as they were listed. */
  readonly columns: Columns;
  readonly groups: () => readonly GroupEntry[];
  readonly group: (id: readonly string[]) => GroupEntry | undefined;
  /** The rows of all secrets in an order, which is made once and kept. */
  readonly rowsInOrder: (order: Order<SecretEntry>) => Uint32Array;
  /** The names of all secrets as `contains` and `glob` compare them, made once and kept. */
  readonly foldedNames: () => readonly string[];
}

export function createSnapshot(store: OpenStore, listing: Listing): Snapshot {
  const groups = once(() => listing.groups.map((group) => groupEntry(store, group)));
  const groupById = once(() => new Map(groups().map((entry) => [pathKey(entry.object.id), entry])));
  return withSecrets({ store, groups, group: (id) => groupById().get(pathKey(id)) }, listing.secrets);
}

/** The same groups with these secrets. */
export function withSecrets(
  { store, groups, group }: Pick<Snapshot, 'store' | 'groups' | 'group'>,
  secrets: PackedSecrets,
): Snapshot {
  const columns = openColumns(secrets);
  return {
    store,
    columns,
    groups,
    group,
    rowsInOrder: keptOrders(store, columns),
    foldedNames: once(() => {
      const { list, placeOf } = columns.valuesOf('name');
      const folded = list.map(fold);
      return Array.from({ length: columns.count }, (_, row) => folded[placeOf(row)] ?? '');
    }),
  };
}

function keptOrders(store: OpenStore, columns: Columns): Snapshot['rowsInOrder'] {
  const byField = new Map<string, RowOrder>();
  const rows = new Map<string, Uint32Array>();
  const orderBy = (order: Order<SecretEntry>): RowOrder => {
    const entry = new RowEntry({ store, columns, row: 0 });
    return orderRows({
      count: columns.count,
      keyOf: (row) => order.keyOf(entry.moveTo(row)),
      tieOf: (row) => order.idOf(entry.moveTo(row)),
    });
  };
  return (order) => {
    const name = `${order.field}:${order.direction}`;
    const known = rows.get(name);
    if (known !== undefined) return known;
    const both = byField.get(order.field) ?? orderBy(order);
    const made = order.direction === 'ASC' ? ascending(both) : descending(both);
    byField.set(order.field, both);
    rows.set(name, made);
    return made;
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

export function secretEntry(store: OpenStore, secret: Secret): SecretEntry {
  return {
    store,
    object: secret,
    id: encodeId({ type: 'Secret', store: store.id, path: secret.id }),
    resource: secretResource(store.name, secret.group?.name ?? null, secret.name),
  };
}

export function groupEntry(store: OpenStore, group: SecretGroup): GroupEntry {
  return {
    store,
    object: group,
    id: encodeId({ type: 'SecretGroup', store: store.id, path: group.id }),
    resource: groupResource(store.name, group.name),
  };
}

export function subjectId(store: OpenStore, subject: Subject): string {
  return encodeId({ type: 'Subject', store: store.id, path: subject.id });
}
