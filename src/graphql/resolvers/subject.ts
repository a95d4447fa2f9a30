import type { SubjectFilter } from '../../catalog/filter.ts';
import type { PageArguments } from '../../catalog/page.ts';
import { type Entry, subjectId } from '../../catalog/snapshot.ts';
import type { SubjectEntry } from '../../catalog/subjects.ts';
import { notFound } from '../../domain/errors.ts';
import { encodeId } from '../../domain/ids.ts';
import type { Subject } from '../../domain/model.ts';
import type { Resolvers } from '../__generated__/resolvers.ts';
import type { GraphContext } from '../context.ts';
import { noteShortfalls, scopeOf } from '../lists.ts';
import { connectionOf, type NativeNode, type SubjectConnectionNode, type SubjectNode, subjectNode } from '../nodes.ts';
import type { Target } from '../targets.ts';
import { listGroups, listSecrets } from './connections.ts';

export const subject: Resolvers['Subject'] = {
  id: ({ entry }) => entry.id,
  store: ({ entry }) => entry.store,
  nativeId: ({ entry }) => entry.object.nativeId,
  type: ({ entry }) => entry.object.type,
  nativeType: ({ entry }) => entry.object.nativeType,
  slug: ({ entry }) => entry.object.slug,
  displayName: ({ entry }) => entry.object.displayName,
  native: ({ entry }): NativeNode | null => {
    const typename = entry.store.facts.nativeTypes.subject;
    return typename === null || entry.object.native === null
      ? null
      : { typename, resource: entry.resource, value: entry.object.native, owner: null };
  },
  // Subjects are found in the listing, so it is there.
  secretGroups: ({ entry }, args, context) =>
    listGroups(context, { stores: [entry.store], creator: entry.id, withSecrets: true }, args),
  secrets: ({ entry }, args, context) => listSecrets(context, { stores: [entry.store], creator: entry.id }, args),
};

/** A subject as named by an object: decided on like that object. */
export function subjectEntry(named: Entry<unknown>, object: Subject | null): SubjectEntry | null {
  if (object === null) return null;
  return { store: named.store, object, id: subjectId(named.store, object), resource: named.resource };
}

export async function listSubjects(
  context: GraphContext,
  args: PageArguments & { readonly filter?: SubjectFilter | null | undefined },
): Promise<SubjectConnectionNode> {
  const { filter = null } = args;
  const list = await context.services.catalog.listSubjects(context.viewer, {
    scope: scopeOf(context, 'subject:describe', filter),
    filter,
    page: args,
  });
  noteShortfalls(context, list.stores);
  return connectionOf(list, (entry, { freshness }) => subjectNode(entry, freshness));
}

/** Upstreams answer subjects only as part of what they created: found among those that the viewer may see. */
export async function findSubject(context: GraphContext, { store, path }: Target): Promise<SubjectNode> {
  const id = encodeId({ type: 'Subject', store: store.id, path });
  const found = await context.services.catalog.findSubject(context.viewer, store, id);
  if (found === null) throw notFound();
  return subjectNode(found.entry, found.origin.freshness);
}
