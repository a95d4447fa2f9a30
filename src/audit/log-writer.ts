import { type FileHandle, stat } from 'node:fs/promises';
import {
  type AuditDisk,
  createFile,
  cutOff,
  fillEmpty,
  openExisting,
  openNewestAside,
  putAside,
} from './audit-files.ts';
import { type Batch, createBatch, createFirstBatch, openedBody, type Position, type Writing } from './batch.ts';
import type { ChainTip } from './chain.ts';
import { AuditFileError, auditFileError } from './file-error.ts';
import type { CheckpointReason, LineBody } from './line-body.ts';
import { createOutage, type Outage } from './outage.ts';
import { readTail } from './tail.ts';

export interface LogWriterOptions {
  readonly path: string;
  /** A file that has become larger is put aside before the next write; null: never. */
  readonly maxBytes: number | null;
  readonly writing: Writing;
  readonly disk: AuditDisk;
}

/**
 * The chain on the disk. One call at a time: the caller queues. After a rejection nothing of what was to be written
 * counts, and the next call tries to begin anew.
 */
export interface LogWriter {
  /** Resolves once the lines are flushed. @throws AuditFileError where they are not. */
  readonly write: (bodies: readonly LineBody[]) => Promise<void>;
  /** Signs the end of a file that was renamed by others, and begins a new one; else nothing. A write does it too. */
  readonly reopen: () => Promise<void>;
  /** Signs the end. The file stays closed also where that fails. */
  readonly close: () => Promise<void>;
}

interface OpenFile extends Position {
  readonly handle: FileHandle;
  /** Up to where the file is ours, flushed and told of. */
  readonly size: number;
}

/** @throws AuditFileError where the file cannot be written, or does not end in an intact chain. */
export async function openLogWriter(options: LogWriterOptions): Promise<LogWriter> {
  const writer = new FileLogWriter(options);
  await writer.start();
  return writer;
}

class FileLogWriter implements LogWriter {
  readonly #options: LogWriterOptions;
  /** The last state that is known to be good: what a new beginning continues. */
  #known: OpenFile | null = null;
  #usable = false;
  #attempted: Buffer = Buffer.alloc(0);
  #outage: Outage | null = null;

  constructor(options: LogWriterOptions) {
    this.#options = options;
  }

  async start(): Promise<void> {
    try {
      const { path } = this.#options;
      const handle = await openExisting(path);
      if (handle === null) await this.#begin(await this.#previousTip());
      else await closedOnFailure(handle, () => this.#takeUp(handle));
    } catch (error) {
      await this.#breakOff(error, 0);
      throw auditFileError(error);
    }
  }

  async write(bodies: readonly LineBody[]): Promise<void> {
    await this.#attempt(bodies.length, () => this.#append(bodies));
  }

  async reopen(): Promise<void> {
    await this.#attempt(0, async () => {});
  }

  async close(): Promise<void> {
    try {
      await this.#attempt(0, () => this.#append([], { last: 'closed' }));
    } finally {
      await this.#release();
    }
  }

  async #attempt(events: number, effect: () => Promise<void>): Promise<void> {
    try {
      if (!this.#usable) await this.#resume();
      if (await this.#wasMoved()) await this.#follow();
      const { maxBytes } = this.#options;
      if (maxBytes !== null && this.#current().size >= maxBytes && events > 0) await this.#rotate();
      await effect();
    } catch (error) {
      await this.#breakOff(error, events);
      throw auditFileError(error);
    }
  }

  async #append(
    bodies: readonly LineBody[],
    { prefix = '', last }: { readonly prefix?: string; readonly last?: CheckpointReason } = {},
  ): Promise<void> {
    const file = this.#current();
    await assertUntouched(file);
    const gap = this.#outage?.gap();
    const batch = createBatch(this.#options.writing, file, {
      bodies: gap === undefined ? bodies : [gap, ...bodies],
      ...(last === undefined ? {} : { last }),
    });
    const bytes = prefix === '' ? batch.bytes : Buffer.concat([Buffer.from(prefix), batch.bytes]);
    this.#attempted = bytes;
    await this.#options.disk.write(file.handle, bytes);
    await this.#options.disk.sync(file.handle);
    this.#take({ ...batch, handle: file.handle, size: file.size + bytes.length });
    this.#outage = null;
  }

  async #rotate(): Promise<void> {
    await this.#append([], { last: 'rotated' });
    await this.#release();
    await putAside(this.#options.path);
    await this.#begin(this.#current().tip);
  }

  /** Whether the file has another name now: logrotate and people rename what is being written. */
  async #wasMoved(): Promise<boolean> {
    const there = await stat(this.#options.path).catch(() => null);
    const ours = await this.#current().handle.stat();
    return there?.ino !== ours.ino || there.dev !== ours.dev;
  }

  async #follow(): Promise<void> {
    await this.#append([], { last: 'rotated' });
    await this.#release();
    await this.#resume();
  }

  /** A file that another process left: its end is checked, and what it did not finish writing is marked. */
  async #takeUp(handle: FileHandle): Promise<void> {
    const { writing } = this.#options;
    const { size } = await handle.stat();
    if (size === 0) return this.#begin(await this.#previousTip(), handle);
    const { tip, torn } = await readTail(handle, size);
    this.#take({ handle, size, tip, sinceCheckpoint: 0 });
    const recovered = torn === null ? [] : [{ kind: 'recovered', at: writing.at(), ...torn } as const];
    await this.#append([...recovered, openedBody(writing)], { prefix: torn === null ? '' : '\n' });
  }

  /** Takes up the file again where this process left it; where it is not what it was, begins another that says so. */
  async #resume(): Promise<void> {
    const known = this.#current();
    const handle = await openExisting(this.#options.path);
    if (handle === null) return this.#begin(known.tip);
    await closedOnFailure(handle, async () => {
      if ((await handle.stat()).size === 0) return this.#begin(known.tip, handle);
      if (await this.#isAsLeft(handle, known)) return this.#take({ ...known, handle });
      await putAside(this.#options.path);
      await this.#begin(known.tip);
      await handle.close();
    });
  }

  async #isAsLeft(handle: FileHandle, known: OpenFile): Promise<boolean> {
    try {
      await this.#discardLeftover(handle, known.size);
      const { tip, torn } = await readTail(handle, known.size);
      return torn === null && tip.file === known.tip.file && tip.hash === known.tip.hash;
    } catch (error) {
      if (error instanceof AuditFileError) return false;
      throw error;
    }
  }

  /** @param empty a file that somebody put there, with the owner and mode that they want */
  async #begin(after: ChainTip | null, empty: FileHandle | null = null): Promise<void> {
    const { path, writing, disk } = this.#options;
    const batch: Batch = createFirstBatch(writing, after);
    if (empty !== null) await fillEmpty(empty, batch.bytes, disk);
    this.#take({ ...batch, handle: empty ?? (await createFile(path, batch.bytes, disk)), size: batch.bytes.length });
  }

  async #previousTip(): Promise<ChainTip | null> {
    const handle = await openNewestAside(this.#options.path);
    if (handle === null) return null;
    try {
      return (await readTail(handle, (await handle.stat()).size)).tip;
    } finally {
      await handle.close();
    }
  }

  /** Nothing of a refused write may stay: it would look like a line that was accepted. */
  async #breakOff(error: unknown, refused: number): Promise<void> {
    this.#outage ??= createOutage(error, this.#options.writing.at);
    this.#outage.refuse(refused);
    if (!this.#usable || this.#known === null) return;
    // Where this fails too, the next attempt does it, before it writes.
    await this.#discardLeftover(this.#known.handle, this.#known.size).catch(() => {});
    await this.#release();
  }

  async #discardLeftover(handle: FileHandle, from: number): Promise<void> {
    const leftover = await cutOff(handle, { from, attempted: this.#attempted, disk: this.#options.disk });
    this.#outage?.discard(leftover);
  }

  #take(file: OpenFile): void {
    this.#known = file;
    this.#usable = true;
    this.#attempted = Buffer.alloc(0);
  }

  #current(): OpenFile {
    if (this.#known === null) throw new AuditFileError('AUDIT_FILE_CLOSED');
    return this.#known;
  }

  async #release(): Promise<void> {
    if (!this.#usable) return;
    this.#usable = false;
    await this.#known?.handle.close().catch(() => {});
  }
}

/** A file that others deleted keeps taking lines that nobody will ever read; one that they changed is no chain of ours. */
async function assertUntouched({ handle, size }: OpenFile): Promise<void> {
  const there = await handle.stat();
  if (there.nlink === 0) throw new AuditFileError('AUDIT_FILE_DELETED');
  if (there.size !== size) throw new AuditFileError('AUDIT_FILE_CHANGED');
}

async function closedOnFailure(handle: FileHandle, use: () => Promise<void>): Promise<void> {
  try {
    await use();
  } catch (error) {
    await handle.close().catch(() => {});
    throw error;
  }
}
