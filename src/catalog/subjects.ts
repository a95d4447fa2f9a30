import type { Subject } from '../domain/model.ts';
import { entriesOf } from './elements.ts';
import { isVisible, type Sight } from './sight.ts';
import { type Entry, type Snapshot, subjectId } from './snapshot.ts';
import type { Viewer } from './viewer.ts';

export type SubjectEntry = Entry<Subject>;

/**
 * The subjects that a viewer may know of: those named by an object that they may see and whose creator they may see.
 * `resource` is that object's, so that a subject is decided on like the thing it created.
 */
export function collectSubjects(snapshot: Snapshot, sight: Sight, { rights }: Viewer): readonly SubjectEntry[] {
  const { store, columns } = snapshot;
  const found = new Map<string, SubjectEntry>();
  const add = (subject: Subject, resource: string) => {
    const id = subjectId(store, subject);
    if (!found.has(id)) found.set(id, { store, object: subject, id, resource });
  };
  for (const { object, resource } of snapshot.groups()) {
    const shows = rights.allows('secretGroup:describe', resource) && rights.allows('subject:describe', resource);
    if (object.createdBy !== null && shows) add(object.createdBy, resource);
  }
  const entry = entriesOf(snapshot, sight)(0);
  const seen = new Set<Subject>();
  for (let row = 0; row < columns.count; row += 1) {
    const subject = isVisible(sight, row) ? entry.moveTo(row).object.createdBy : null;
    if (subject === null || seen.has(subject)) continue;
    seen.add(subject);
    add(subject, entry.resource);
  }
  return [...found.values()];
}
