import type { List, Origin } from '../catalog/catalog.ts';
import type { Freshness, GroupEntry, SecretEntry, Snapshot } from '../catalog/snapshot.ts';
import type { OpenStore } from '../catalog/store.ts';
import type { StoreResult } from '../catalog/store-result.ts';
import type { SubjectEntry } from '../catalog/subjects.ts';
import { encodeId } from '../domain/ids.ts';
import type { Native, SecretVersion } from '../domain/model.ts';

/** What stands behind the graph's types between resolvers. `kind` is the name of the type. */
export type StoreNode = OpenStore;

interface NodeBase<E> {
  readonly entry: E;
  /** The name policies know it by: what the access rules of its fields are decided on. */
  readonly resource: string;
  readonly freshness: Freshness;
}
export interface SecretGroupNode extends NodeBase<GroupEntry> {
  readonly kind: 'SecretGroup';
}
export interface SecretNode extends NodeBase<SecretEntry> {
  readonly kind: 'Secret';
  /** Where it was found in a list: its group is in there without another request. */
  readonly snapshot: Snapshot | null;
}
export interface SecretVersionNode {
  readonly kind: 'SecretVersion';
  readonly id: string;
  readonly version: SecretVersion;
  readonly secret: SecretNode;
  readonly resource: string;
  readonly freshness: Freshness;
}
export interface SubjectNode extends NodeBase<SubjectEntry> {
  readonly kind: 'Subject';
}
/** A provider's own part of an object; `owner` is asked again for what a listing lacks. */
export interface NativeNode {
  readonly typename: string;
  /** Of the object it is a part of. */
  readonly resource: string;
  readonly value: Native;
  readonly owner: SecretNode | StoreNode | null;
}

export interface ConnectionNode<N> {
  readonly nodes: readonly N[];
  /** One for each node; sealing costs, so only what is asked for is made. */
  readonly cursors: readonly (() => string)[];
  readonly totalCount: number;
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly stores: readonly StoreResult[];
}
export type SecretConnectionNode = ConnectionNode<SecretNode>;
export type SecretGroupConnectionNode = ConnectionNode<SecretGroupNode>;
export type SecretVersionConnectionNode = ConnectionNode<SecretVersionNode>;
export type SubjectConnectionNode = ConnectionNode<SubjectNode>;

export function secretNode(entry: SecretEntry, freshness: Freshness, snapshot: Snapshot | null = null): SecretNode {
  return { kind: 'Secret', entry, resource: entry.resource, freshness, snapshot };
}

export function groupNode(entry: GroupEntry, freshness: Freshness): SecretGroupNode {
  return { kind: 'SecretGroup', entry, resource: entry.resource, freshness };
}

export function subjectNode(entry: SubjectEntry, freshness: Freshness): SubjectNode {
  return { kind: 'Subject', entry, resource: entry.resource, freshness };
}

export function versionNode(secret: SecretNode, version: SecretVersion, freshness: Freshness): SecretVersionNode {
  const id = encodeId({ type: 'SecretVersion', store: secret.entry.store.id, path: version.id });
  return { kind: 'SecretVersion', id, version, secret, resource: secret.resource, freshness };
}

export function connectionOf<E, N>(
  { page, stores, originOf }: List<E>,
  nodeOf: (entry: E, origin: Origin) => N,
): ConnectionNode<N> {
  const { elements, totalCount, hasNextPage, hasPreviousPage, cursorOf } = page;
  return {
    nodes: elements.map((entry) => nodeOf(entry, originOf(entry))),
    cursors: elements.map((entry) => () => cursorOf(entry)),
    totalCount,
    hasNextPage,
    hasPreviousPage,
    stores,
  };
}
