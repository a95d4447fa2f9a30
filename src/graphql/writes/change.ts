import type { GroupEntry, SecretEntry } from '../../catalog/snapshot.ts';
import type { OpenStore } from '../../catalog/store.ts';
import type { StoreOperation } from '../../domain/capabilities.ts';
import type { CallContext, Connector, Written } from '../../domain/connector.ts';
import { badInput, unsupported } from '../../domain/errors.ts';
import { encodeId } from '../../domain/ids.ts';
import type { NativePath } from '../../domain/model.ts';
import { groupResource, secretResource } from '../../domain/resource.ts';
import type { Action } from '../../policy/actions.ts';
import type { GraphContext } from '../context.ts';
import { type SecretNode, secretNode } from '../nodes.ts';
import { findTarget, type Target } from '../targets.ts';
import { checkArguments } from './arguments.ts';
import { checkIfMatch, readGroup, readSecret } from './fresh.ts';
import { type Done, type Plan, runWrite } from './write.ts';

/** What the inputs of all changes to one existing object have in common. */
export interface ChangeInput {
  readonly id: string;
  readonly ifMatch?: string | null | undefined;
  readonly waitSeconds?: number | null | undefined;
}

export interface Changed extends Done<Written> {
  readonly store: OpenStore;
  /** The secret as it was just before the write; null for a group. */
  readonly before: SecretNode | null;
}

interface Change<E> {
  readonly mutation: string;
  readonly input: ChangeInput;
  readonly action: Action;
  readonly operation: StoreOperation;
  /** The name that the object has afterwards, where it is renamed: decided on as well. */
  readonly newName?: string | null | undefined;
  /** Checks the rest of the input and makes the call that carries it out. */
  readonly effect: (entry: E, target: Target) => (context: CallContext) => Promise<Written>;
}

/** Changes one group: refuses what the store cannot do, reads the group fresh, compares ifMatch, then writes. */
export async function changeGroup(context: GraphContext, change: Change<GroupEntry>): Promise<Changed> {
  const target = findTarget(context, change.input.id, 'SecretGroup', 'input.id');
  const { store } = target;
  const done = await runWrite(context, change.mutation, async (signal) => {
    checkArguments(store, change.operation, { input: change.input });
    const entry = await readGroup(target, signal);
    const renamed = change.newName ? [groupResource(store.name, change.newName)] : [];
    return planOf(context, change, { entry, target, resources: [entry.resource, ...renamed], type: 'SecretGroup' });
  });
  return { store, before: null, ...done };
}

/** Changes one secret, likewise. */
export async function changeSecret(
  context: GraphContext,
  change: Change<SecretEntry> & { readonly target?: Target },
): Promise<Changed> {
  const target = change.target ?? findTarget(context, change.input.id, 'Secret', 'input.id');
  const { store } = target;
  let before: SecretNode | null = null;
  const done = await runWrite(context, change.mutation, async (signal) => {
    checkArguments(store, change.operation, { input: change.input });
    const entry = await readSecret(target, signal);
    before = secretNode(entry, { source: 'UPSTREAM', fetchedAt: context.services.now(), stale: true });
    const renamed = change.newName
      ? [secretResource(store.name, entry.object.group?.name ?? null, change.newName)]
      : [];
    return planOf(context, change, { entry, target, resources: [entry.resource, ...renamed], type: 'Secret' });
  });
  return { store, before, ...done };
}

function planOf<E extends GroupEntry | SecretEntry>(
  context: GraphContext,
  change: Change<E>,
  found: {
    readonly entry: E;
    readonly target: Target;
    readonly resources: readonly string[];
    readonly type: 'SecretGroup' | 'Secret';
  },
): Plan<Written> {
  const { entry, target, resources, type } = found;
  const { store } = target;
  const call = lazy(() => change.effect(entry, target));
  return {
    store,
    resources,
    ids: [change.input.id],
    action: change.action,
    waitSeconds: change.input.waitSeconds ?? 0,
    changes: true,
    // Only once the caller is known to be allowed: neither an etag nor a fault of the input may tell that it is there.
    precondition: () => {
      checkIfMatch(context, entry, change.input.ifMatch);
      call();
    },
    effect: (signal) => call()({ signal }),
    idsOf: ({ id }) => [encodeId({ type, store: store.id, path: id })],
  };
}

function lazy<T extends object>(make: () => T): () => T {
  let made: T | null = null;
  return () => {
    made ??= make();
    return made;
  };
}

type Method = Exclude<
  keyof Connector,
  | 'storeNative'
  | 'close'
  | 'check'
  | 'list'
  | 'listGroups'
  | 'getGroups'
  | 'getSecrets'
  | 'listVersions'
  | 'getDetails'
  | 'getUsage'
>;

/** One optional operation of a connector, bound; its capability was checked, so its absence is our own fault. */
export function operationOf<M extends Method>(store: OpenStore, method: M): NonNullable<Connector[M]> {
  const operation = store.connector[method];
  if (operation === undefined) throw unsupported(`${store.facts.title} cannot do this.`);
  return operation.bind(store.connector) as NonNullable<Connector[M]>;
}

/** @throws BAD_USER_INPUT for an update that names nothing to change. */
export function checkSomethingChanges(changes: object): void {
  if (Object.keys(changes).length === 0) throw badInput('Nothing to change was given.', 'input');
}

/** Where a secret would be created, for the policy: every group that it could land in. */
export async function resourcesOfNewSecret(
  context: GraphContext,
  store: OpenStore,
  { group, name }: { readonly group: GroupEntry | null; readonly name: string },
): Promise<readonly string[]> {
  if (group !== null) return [secretResource(store.name, group.object.name, name)];
  if (store.facts.groupOfNewSecret !== 'implied') return [secretResource(store.name, null, name)];
  const { value } = await context.services.metadata.groups(store, context.viewer.signal);
  if (value.groups.length === 0) return [secretResource(store.name, null, name)];
  return value.groups.map((candidate) => secretResource(store.name, candidate.name, name));
}

/** The group that an input names. @throws BAD_USER_INPUT where it is of another store. */
export async function groupOfInput(
  context: GraphContext,
  store: OpenStore,
  { group, signal }: { group: string | null | undefined; signal: AbortSignal },
): Promise<GroupEntry | null> {
  if (group === null || group === undefined) return null;
  const target = findTarget(context, group, 'SecretGroup', 'input.group');
  if (target.store !== store) throw badInput('The group is of another store.', 'input.group');
  return readGroup(target, signal);
}

export function globalGroupId(store: OpenStore, path: NativePath): string {
  return encodeId({ type: 'SecretGroup', store: store.id, path });
}

export function globalSecretId(store: OpenStore, path: NativePath): string {
  return encodeId({ type: 'Secret', store: store.id, path });
}
