import { type GroupEntry, groupEntry, type SecretEntry, secretEntry } from '../../catalog/snapshot.ts';
import type { OpenStore } from '../../catalog/store.ts';
import type { Item } from '../../domain/connector.ts';
import { badInput, notFound, PortcullisError } from '../../domain/errors.ts';
import type { NativePath } from '../../domain/model.ts';
import type { GraphContext } from '../context.ts';
import { etagMatches } from '../etag.ts';
import { groupNode, type SecretGroupNode, type SecretNode, secretNode } from '../nodes.ts';
import type { Target } from '../targets.ts';
import { throwAlike } from '../visible.ts';

/** Objects as their stores have them now, past every cache: what a write is decided on and compared with. */
export async function readSecret({ store, path }: Target, signal: AbortSignal): Promise<SecretEntry> {
  return secretEntry(store, only(await store.connector.getSecrets([path], { signal }).catch(throwAlike)));
}

export async function readGroup({ store, path }: Target, signal: AbortSignal): Promise<GroupEntry> {
  return groupEntry(store, only(await store.connector.getGroups([path], { signal }).catch(throwAlike)));
}

function only<T>(items: readonly Item<T>[]): T {
  const [item] = items;
  if (item === undefined) throw notFound();
  return item instanceof PortcullisError ? throwAlike(item) : item;
}

/** @throws PRECONDITION_FAILED where the object is no longer as the caller saw it. */
export function checkIfMatch(
  context: GraphContext,
  entry: { readonly id: string; readonly object: { readonly revision: string | null } },
  ifMatch: string | null | undefined,
): void {
  if (ifMatch === undefined || ifMatch === null) return;
  if (!/^[A-Za-z0-9_-]{1,200}$/.test(ifMatch)) throw badInput('This is not an etag of ours.', 'input.ifMatch');
  const { id, object } = entry;
  if (etagMatches(context.services.sealer, { id, revision: object.revision, ifMatch })) return;
  throw new PortcullisError('PRECONDITION_FAILED', 'The object has changed since its etag was read.', {
    outcome: 'NOT_APPLIED',
    argument: 'input.ifMatch',
  });
}

/**
 * The secret after a write, as the caller may see it; null where it cannot be read back, so that nobody repeats a
 * write that succeeded.
 */
export async function readBackSecret(
  context: GraphContext,
  store: OpenStore,
  path: NativePath,
): Promise<SecretNode | null> {
  const item = await readBack(() => context.services.metadata.getSecrets(store, [path], context.viewer.signal));
  if (item === null) return null;
  const entry = secretEntry(store, item.value);
  return context.viewer.rights.allows('secret:describe', entry.resource) ? secretNode(entry, item.freshness) : null;
}

export async function readBackGroup(
  context: GraphContext,
  store: OpenStore,
  path: NativePath,
): Promise<SecretGroupNode | null> {
  const item = await readBack(() => context.services.metadata.getGroups(store, [path], context.viewer.signal));
  if (item === null) return null;
  const entry = groupEntry(store, item.value);
  return context.viewer.rights.allows('secretGroup:describe', entry.resource) ? groupNode(entry, item.freshness) : null;
}

async function readBack<T>(read: () => Promise<readonly Item<T>[]>): Promise<T | null> {
  const [item] = await read().catch(() => []);
  return item === undefined || item instanceof PortcullisError ? null : item;
}
