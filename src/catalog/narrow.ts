import type { Action } from '../policy/actions.ts';
import { type GroupEntry, subjectId } from './snapshot.ts';
import type { Viewer } from './viewer.ts';

/** Policy comes before everything that could tell of what is hidden: counting, ordering, paging, summing up. */
export function narrow(entries: readonly GroupEntry[], { rights }: Viewer, action: Action): readonly GroupEntry[] {
  return entries.filter(({ resource }) => rights.allows(action, resource));
}

/** What one subject created; everything where no creator is asked for. */
export function createdBy(entries: readonly GroupEntry[], creator: string | undefined): readonly GroupEntry[] {
  if (creator === undefined) return entries;
  return entries.filter(
    ({ store, object }) => object.createdBy !== null && subjectId(store, object.createdBy) === creator,
  );
}

/** Who may not see subjects may not find them out by filters, counts and connections either. */
export function concealCreators(entries: readonly GroupEntry[], { rights }: Viewer): readonly GroupEntry[] {
  return entries.map((entry) =>
    entry.object.createdBy === null || rights.allows('subject:describe', entry.resource)
      ? entry
      : { ...entry, object: { ...entry.object, createdBy: null } },
  );
}
