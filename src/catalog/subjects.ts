import type { Subject } from '../domain/model.ts';
import { type Entry, type Snapshot, subjectId } from './snapshot.ts';
import type { Viewer } from './viewer.ts';

export type SubjectEntry = Entry<Subject>;

/**
 * The subjects that a viewer may know of: those named by an object that they may see and whose creator they may see.
 * `resource` is that object's, so that a subject is decided on like the thing it created.
 */
export function collectSubjects(snapshot: Snapshot, { rights }: Viewer): readonly SubjectEntry[] {
  const { store } = snapshot;
  const found = new Map<string, SubjectEntry>();
  const add = (subject: Subject | null, resource: string) => {
    if (subject === null || !rights.allows('subject:describe', resource)) return;
    const id = subjectId(store, subject);
    if (!found.has(id)) found.set(id, { store, object: subject, id, resource });
  };
  for (const { object, resource } of snapshot.groups) {
    if (object.createdBy !== null && rights.allows('secretGroup:describe', resource)) add(object.createdBy, resource);
  }
  for (const { object, resource } of snapshot.secrets) {
    if (object.createdBy !== null && rights.allows('secret:describe', resource)) add(object.createdBy, resource);
  }
  return [...found.values()];
}
