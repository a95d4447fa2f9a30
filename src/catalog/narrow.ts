import type { SecretGroup } from '../domain/model.ts';
import { groupResource } from '../domain/resource.ts';
import type { Action } from '../policy/actions.ts';
import { type GroupEntry, type SecretEntry, subjectId } from './snapshot.ts';
import type { Viewer } from './viewer.ts';

/** Policy comes before everything that could tell of what is hidden: counting, ordering, paging, summing up. */
export function narrow<E extends SecretEntry | GroupEntry>(
  entries: readonly E[],
  { rights }: Viewer,
  action: Action,
): readonly E[] {
  return entries.filter(({ resource }) => rights.allows(action, resource));
}

/** What one subject created, as far as the viewer may know that; everything where no creator is asked for. */
export function createdBy<E extends SecretEntry | GroupEntry>(
  entries: readonly E[],
  { rights }: Viewer,
  creator: string | undefined,
): readonly E[] {
  if (creator === undefined) return entries;
  return entries.filter(({ store, object, resource }) => {
    const subject = object.createdBy;
    return subject !== null && subjectId(store, subject) === creator && rights.allows('subject:describe', resource);
  });
}

/** Who may not see subjects may not find them out by filters, counts and connections either. */
export function concealCreators<E extends SecretEntry | GroupEntry>(entries: readonly E[], { rights }: Viewer): E[] {
  return entries.map((entry) =>
    entry.object.createdBy === null || rights.allows('subject:describe', entry.resource)
      ? entry
      : { ...entry, object: { ...entry.object, createdBy: null } },
  );
}

/** Seeing a secret does not imply seeing its group: it is concealed likewise. */
export function concealGroups(entries: readonly SecretEntry[], { rights }: Viewer): readonly SecretEntry[] {
  const decided = new Map<string, boolean>();
  const isVisible = (store: string, { name }: Pick<SecretGroup, 'name'>): boolean => {
    const resource = groupResource(store, name);
    const visible = decided.get(resource) ?? rights.allows('secretGroup:describe', resource);
    decided.set(resource, visible);
    return visible;
  };
  return entries.map((entry) => {
    const { store, object } = entry;
    if (object.group === null || isVisible(store.name, object.group)) return entry;
    return { ...entry, object: { ...object, group: null } };
  });
}
