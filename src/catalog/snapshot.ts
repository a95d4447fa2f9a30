import { encodeId, pathKey } from '../domain/ids.ts';
import type { Instant, Secret, SecretGroup, Subject } from '../domain/model.ts';
import { groupResource, secretResource } from '../domain/resource.ts';
import { inOrder, type Order } from './order.ts';
import type { OpenStore } from './store.ts';

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
export type SecretEntry = Entry<Secret>;
export type GroupEntry = Entry<SecretGroup>;

/** All metadata of one store at one moment. Shared by all principals; policy is asked at every use. */
export interface Snapshot {
  readonly store: OpenStore;
  readonly secrets: readonly SecretEntry[];
  readonly groups: readonly GroupEntry[];
  /** All of them in an order, which is made once and kept. */
  readonly secretsInOrder: (order: Order<SecretEntry>) => readonly SecretEntry[];
  readonly secretsOfGroup: (group: SecretGroup) => readonly SecretEntry[];
  readonly group: (id: readonly string[]) => GroupEntry | undefined;
}

export interface Listing {
  readonly groups: readonly SecretGroup[];
  readonly secrets: readonly Secret[];
}

export function createSnapshot(store: OpenStore, listing: Listing): Snapshot {
  const secrets = listing.secrets.map((secret) => secretEntry(store, secret));
  const groups = listing.groups.map((group) => groupEntry(store, group));
  const byGroup = Map.groupBy(secrets, ({ object }) => (object.group === null ? '' : pathKey(object.group.id)));
  const ordered = new Map<string, readonly SecretEntry[]>();
  const groupById = new Map(groups.map((entry) => [pathKey(entry.object.id), entry]));
  return {
    store,
    secrets,
    groups,
    secretsInOrder(order) {
      const name = `${order.field}:${order.direction}`;
      const known = ordered.get(name) ?? inOrder(secrets, order);
      ordered.set(name, known);
      return known;
    },
    secretsOfGroup: (group) => byGroup.get(pathKey(group.id)) ?? [],
    group: (id) => groupById.get(pathKey(id)),
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
