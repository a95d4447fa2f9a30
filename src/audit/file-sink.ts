import { randomUUID } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type AuditDisk, systemDisk } from './audit-files.ts';
import type { AuditEvent, AuditSink } from './event.ts';
import { AuditFileError, auditFileError } from './file-error.ts';
import { lockFile } from './file-lock.ts';
import { eventBody } from './line-body.ts';
import { type LogWriter, openLogWriter } from './log-writer.ts';
import { ensureSigningKey, loadSigningKey } from './signing-key.ts';

export interface FileSinkOptions {
  /** `{pid}` in it stands for this process's id. */
  readonly file: string;
  /** Lines between two signed checkpoints, at most. */
  readonly checkpointEvery: number;
  /** PEM, Ed25519. Without it: a key beside the file, made at first use. */
  readonly signingKeyFile?: string | undefined;
  /** Size after which the file is put aside as `file.1`, `file.2`, …; without it: never. */
  readonly maxBytes?: number | undefined;
  readonly now: () => number;
  readonly disk?: AuditDisk;
  readonly randomId?: () => string;
}

export interface FileSink extends AuditSink {
  /** Where it writes, with the process's id filled in. */
  readonly path: string;
  /** For a file that others renamed (logrotate, not its copytruncate): begins the new one before the next event does. */
  reopen(): Promise<void>;
}

/**
 * The audit log as a file of its own: JSON lines, each chained to the one before, flushed to the disk before
 * `append` resolves. Appends that come while a flush is under way share the next one, in the order of their coming.
 * @throws AuditFileError where another process has the file, it cannot be written, or its end is not intact
 */
export async function openFileSink(options: FileSinkOptions): Promise<FileSink> {
  const { now, randomId = randomUUID, disk = systemDisk, maxBytes = null, checkpointEvery } = options;
  const path = await resolvePath(options.file).catch(rethrow);
  const lock = lockFile(`${path}.lock`);
  try {
    const { signingKeyFile } = options;
    const key = await (signingKeyFile === undefined ? ensureSigningKey(path) : loadSigningKey(signingKeyFile));
    const at = () => new Date(now()).toISOString();
    const writing = { key, checkpointEvery, at, randomId, pid: process.pid, startedAt: at() };
    const queue = createQueue(await openLogWriter({ path, maxBytes, writing, disk }));
    return {
      path,
      append: queue.append,
      reopen: () => queue.run((writer) => writer.reopen()),
      close: () => queue.end().finally(() => lock.release()),
    };
  } catch (error) {
    lock.release();
    throw auditFileError(error);
  }
}

async function resolvePath(file: string): Promise<string> {
  const path = file.replaceAll('{pid}', String(process.pid));
  return join(await realpath(dirname(path)), basename(path));
}

function rethrow(error: unknown): never {
  throw auditFileError(error);
}

interface Waiting {
  readonly event: AuditEvent;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** Bounds what one write holds in memory, and how long the first in it waits for the last. */
const MAX_BATCH = 1_000;

/** One writer, many callers: what waits is written at once, and between two writes whatever else is to be done. */
function createQueue(writer: LogWriter) {
  let waiting: Waiting[] = [];
  let busy: Promise<void> = Promise.resolve();
  let closing: Promise<void> | null = null;

  const flush = async (): Promise<void> => {
    const batch = waiting.slice(0, MAX_BATCH);
    waiting = waiting.slice(MAX_BATCH);
    if (batch.length === 0) return;
    try {
      await writer.write(batch.map(({ event }) => eventBody(event)));
      for (const { resolve } of batch) resolve();
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  };
  const run = (effect: (writer: LogWriter) => Promise<void>): Promise<void> => {
    const done = busy.then(() => effect(writer));
    busy = done.catch(() => {});
    return done;
  };
  return {
    run,
    append: (event: AuditEvent): Promise<void> => {
      if (closing !== null) return Promise.reject(new AuditFileError('AUDIT_FILE_CLOSED'));
      const kept = new Promise<void>((resolve, reject) => waiting.push({ event, resolve, reject }));
      void run(flush);
      return kept;
    },
    end: (): Promise<void> => {
      closing ??= run(() => writer.close());
      return closing;
    },
  };
}
