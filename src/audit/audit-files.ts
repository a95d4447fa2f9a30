import { constants } from 'node:fs';
import { type FileHandle, open, readdir, rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { causeName } from '../domain/errors.ts';
import { AuditFileError } from './file-error.ts';
import { readBytes } from './tail.ts';

/** What a disk can refuse: handed in, so that a test can make a flush fail. */
export interface AuditDisk {
  readonly write: (handle: FileHandle, bytes: Uint8Array) => Promise<void>;
  /** Resolves once what was written survives a power cut. */
  readonly sync: (handle: FileHandle) => Promise<void>;
}

export const systemDisk: AuditDisk = {
  write: (handle, bytes) => handle.appendFile(bytes),
  sync: (handle) => handle.datasync(),
};

/** Nobody but the gateway's own user reads who revealed what. */
const MODE = 0o600;
const { O_RDWR, O_APPEND, O_CREAT, O_TRUNC, O_NOFOLLOW } = constants;

/** Null where there is none. A symbolic link is refused: whoever made it would choose what we write to. */
export async function openExisting(path: string): Promise<FileHandle | null> {
  try {
    return await open(path, O_RDWR | O_APPEND | O_NOFOLLOW);
  } catch (error) {
    if (causeName(error) === 'ENOENT') return null;
    throw error;
  }
}

/** A new file that is there with its first lines, or not at all: written aside, flushed, then given its name. */
export async function createFile(path: string, bytes: Uint8Array, disk: AuditDisk): Promise<FileHandle> {
  const aside = `${path}.new`;
  const handle = await open(aside, O_RDWR | O_APPEND | O_CREAT | O_TRUNC | O_NOFOLLOW, MODE);
  try {
    await disk.write(handle, bytes);
    await disk.sync(handle);
    await rename(aside, path);
    await syncFolder(path);
    return handle;
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** The first lines of a file that is there and empty: all of them, or it stays empty. */
export async function fillEmpty(handle: FileHandle, bytes: Uint8Array, disk: AuditDisk): Promise<void> {
  try {
    await disk.write(handle, bytes);
    await disk.sync(handle);
  } catch (error) {
    await handle.truncate(0).catch(() => {});
    throw error;
  }
}

/**
 * Cuts off what a failed write left behind `from`, and returns it.
 * @throws AuditFileError AUDIT_FILE_CHANGED for bytes that are not the beginning of `attempted`: they are not ours
 */
export async function cutOff(
  handle: FileHandle,
  { from, attempted, disk }: { readonly from: number; readonly attempted: Buffer; readonly disk: AuditDisk },
): Promise<Uint8Array> {
  const { size } = await handle.stat();
  if (size === from) return new Uint8Array();
  if (size < from || size - from > attempted.length) throw new AuditFileError('AUDIT_FILE_CHANGED');
  const leftover = await readBytes(handle, from, size);
  if (!leftover.equals(attempted.subarray(0, leftover.length))) throw new AuditFileError('AUDIT_FILE_CHANGED');
  await handle.truncate(from);
  await disk.sync(handle);
  return leftover;
}

/** Gives the file its last name: `path.1`, `path.2`, …; a number once given is never given again while it is there. */
export async function putAside(path: string): Promise<void> {
  const newest = await newestNumber(path);
  await rename(path, `${path}.${newest + 1}`);
  await syncFolder(path);
}

/** The file that was put aside last; null where none was. */
export async function openNewestAside(path: string): Promise<FileHandle | null> {
  const newest = await newestNumber(path);
  return newest === 0 ? null : open(`${path}.${newest}`, constants.O_RDONLY | O_NOFOLLOW);
}

async function newestNumber(path: string): Promise<number> {
  const prefix = `${basename(path)}.`;
  const numbers = (await readdir(dirname(path)))
    .filter((name) => name.startsWith(prefix) && /^[1-9]\d{0,8}$/.test(name.slice(prefix.length)))
    .map((name) => Number(name.slice(prefix.length)));
  return Math.max(0, ...numbers);
}

/** A name in a folder is kept for good only once the folder is flushed. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(join(dirname(path), '.'), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
