import { execFile } from 'node:child_process';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cannotRun } from './packages.ts';

const run = promisify(execFile);

/** A file system of its own, small enough to be filled. */
export interface SmallDisk {
  readonly path: string;
  /** Takes all the room that is left. */
  fill(): Promise<void>;
  /** Gives it back. */
  free(): Promise<void>;
  /** Nothing may be open for writing on it. */
  setReadOnly(readOnly: boolean): Promise<void>;
  /** One file alone, for whoever opens it from now on. */
  setFileReadOnly(file: string, readOnly: boolean): Promise<void>;
  close(): Promise<void>;
}

/** Null where a disk can be mounted, else the reason (already printed; thrown with CI=true). */
export async function smallDiskMissing(): Promise<string | null> {
  if (process.getuid?.() !== 0) return cannotRun('a small disk needs root to mount a tmpfs');
  try {
    await (await mountSmallDisk()).close();
    return null;
  } catch {
    return cannotRun('a tmpfs cannot be mounted here');
  }
}

export async function mountSmallDisk(): Promise<SmallDisk> {
  const path = await mkdtemp(join(tmpdir(), 'small-disk-'));
  const filler = join(path, 'filler');
  try {
    await run('mount', ['-t', 'tmpfs', '-o', 'size=512k,mode=0700', 'portcullis-test', path]);
  } catch (error) {
    await rm(path, { recursive: true });
    throw error;
  }
  return {
    path,
    async fill() {
      const handle = await open(filler, 'w');
      try {
        for (;;) await handle.write(Buffer.alloc(1_024));
      } catch (error) {
        if (!(error instanceof Error) || !('code' in error) || error.code !== 'ENOSPC') throw error;
      } finally {
        await handle.close();
      }
    },
    free: () => rm(filler, { force: true }),
    setReadOnly: async (readOnly) => {
      await run('mount', ['-o', `remount,${readOnly ? 'ro' : 'rw'}`, path]);
    },
    async setFileReadOnly(file, readOnly) {
      if (!readOnly) return void (await run('umount', [file]));
      await run('mount', ['--bind', file, file]);
      await run('mount', ['-o', 'remount,bind,ro', file]);
    },
    async close() {
      await run('umount', ['--lazy', path]);
      await rm(path, { recursive: true });
    },
  };
}
