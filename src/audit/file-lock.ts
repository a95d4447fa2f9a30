import { accessSync, constants } from 'node:fs';
import { dirname } from 'node:path';
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
    throw new AuditFileError(isBusy(error) ? 'AUDIT_FILE_LOCKED' : reasonOf(path, error));
  }
  const held = database;
  return { release: () => held.close() };
}

const SQLITE_BUSY = 5;

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY;
}

/**
 * SQLite does not say what the system said. Asked without opening the file: to close it again would let go of the lock
 * of whoever in this process has it.
 * @see https://www.sqlite.org/howtocorrupt.html section 2.2
 */
function reasonOf(path: string, error: unknown): string {
  try {
    accessSync(dirname(path), constants.W_OK);
    accessSync(path, constants.W_OK);
    return causeName(error);
  } catch (reason) {
    return causeName(reason);
  }
}
