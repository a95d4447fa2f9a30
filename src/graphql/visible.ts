import { groupEntry, secretEntry } from '../catalog/snapshot.ts';
import { notFound, PortcullisError } from '../domain/errors.ts';
import type { DetailField, Secret } from '../domain/model.ts';
import type { GraphContext } from './context.ts';
import {
  groupNode,
  type SecretGroupNode,
  type SecretNode,
  type SecretVersionNode,
  secretNode,
  versionNode,
} from './nodes.ts';
import type { Target } from './targets.ts';

/** An upstream's own words and status for what it does not have would tell a missing object from a forbidden one. */
export function throwAlike(error: unknown): never {
  throw error instanceof PortcullisError && error.code === 'NOT_FOUND' ? notFound() : error;
}

/** @throws NOT_FOUND where there is no such secret, and just so where the viewer may not see it. */
export async function loadSecret(context: GraphContext, { store, path }: Target): Promise<SecretNode> {
  const { value, freshness } = await context.loaders.secret(store, path).catch(throwAlike);
  const entry = secretEntry(store, value);
  if (!context.viewer.rights.allows('secret:describe', entry.resource)) throw notFound();
  return secretNode(entry, freshness);
}

/** @throws NOT_FOUND where there is no such group, and just so where the viewer may not see it. */
export async function loadGroup(context: GraphContext, { store, path }: Target): Promise<SecretGroupNode> {
  const { value, freshness } = await context.loaders.group(store, path).catch(throwAlike);
  const entry = groupEntry(store, value);
  if (!context.viewer.rights.allows('secretGroup:describe', entry.resource)) throw notFound();
  return groupNode(entry, freshness);
}

/** @throws NOT_FOUND where the secret or this version of it is gone or out of sight. */
export async function loadVersion(context: GraphContext, { store, path }: Target): Promise<SecretVersionNode> {
  const secret = await loadSecret(context, { store, path: path.slice(0, -1) });
  if (!context.viewer.rights.allows('secretVersion:describe', secret.resource)) throw notFound();
  const versions = await loadVersions(context, secret);
  const wanted = path.at(-1);
  const found = versions.find(({ version }) => version.id.at(-1) === wanted);
  if (found === undefined) throw notFound();
  return found;
}

/** Newest first. */
export async function loadVersions(context: GraphContext, secret: SecretNode): Promise<readonly SecretVersionNode[]> {
  const { store, object } = secret.entry;
  if (object.versions !== null) return object.versions.map((version) => versionNode(secret, version, secret.freshness));
  const { value, freshness } = await context.loaders.versions(store, object);
  return value.map((version) => versionNode(secret, version, freshness));
}

/** The secret with this field known, asking its store only where the listing lacked it. */
export async function completed(context: GraphContext, node: SecretNode, field: DetailField): Promise<Secret> {
  const { store, object } = node.entry;
  if (!object.incomplete.includes(field)) return object;
  return (await context.loaders.details(store, object)).value;
}

/** The group of a secret as the viewer may see it; null where it is out of sight or gone. */
export async function groupOf(context: GraphContext, node: SecretNode): Promise<SecretGroupNode | null> {
  const { store, object } = node.entry;
  if (object.group === null) return null;
  const listed = node.snapshot?.group(object.group.id);
  if (listed !== undefined) {
    return context.viewer.rights.allows('secretGroup:describe', listed.resource)
      ? groupNode(listed, node.freshness)
      : null;
  }
  try {
    return await loadGroup(context, { store, path: object.group.id });
  } catch (error) {
    if (error instanceof PortcullisError && error.code === 'NOT_FOUND') return null;
    throw error;
  }
}
