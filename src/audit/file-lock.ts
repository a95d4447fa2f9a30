import { DatabaseSync } from 'node:sqlite';
import { causeName } from '../domain/errors.ts';
import { AuditFileError } from './file-error.ts';

export interface FileLock {
  readonly release: () => void;
}

/**
 * One writer per audit file, held by the kernel: it ends with the process however that ends, so nothing is left to be
 * judged stale. A file that names its owner's pid cannot do that, because every container's gateway has the pid 1.
 * Node has no flock of its own, but SQLite locks the file it works on; that file stays behind, empty.
 * @throws AuditFileError AUDIT_FILE_LOCKED
 * @see https://www.sqlite.org/lockingv3.html
 */
export function lockFile(path: string): FileLock {
  let database: DatabaseSync | null = null;
  try {
    database = new DatabaseSync(path, { timeout: 0 });
    database.exec('PRAGMA journal_mode = OFF; BEGIN EXCLUSIVE');
  } catch (error) {
    database?.close();
    throw new AuditFileError(isBusy(error) ? 'AUDIT_FILE_LOCKED' : causeName(error));
  }
  const held = database;
  return { release: () => held.close() };
}

const SQLITE_BUSY = 5;

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY;
}
