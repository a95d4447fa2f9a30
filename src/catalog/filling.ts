import type { Item } from '../domain/connector.ts';
import { PortcullisError } from '../domain/errors.ts';

export interface FillingOptions<T> {
  /** Answers an item for each row, in order. */
  readonly load: (rows: readonly number[], signal: AbortSignal) => Promise<readonly Item<T>[]>;
  /** Rows that are asked for together. */
  readonly batch: number;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** What failed is asked for again after this time at the earliest: not by every page of a list. */
const RETRY_AFTER_MS = 10_000;

/** Something to be known of each row of a table, loaded once, batch after batch, whoever waits for it. */
export class Filling<T> {
  readonly known = new Map<number, T>();
  readonly #options: FillingOptions<T>;
  readonly #end = new AbortController();
  readonly #queued = new Set<number>();
  readonly #failedAt = new Map<number, number>();
  #running: Promise<void> | null = null;

  constructor(options: FillingOptions<T>) {
    this.#options = options;
  }

  /** Asks for those of the rows that are not known and were not asked for lately. */
  want(rows: Iterable<number>): void {
    if (this.#end.signal.aborted) return;
    const triedBefore = this.#options.now() - RETRY_AFTER_MS;
    for (const row of rows) {
      const failedAt = this.#failedAt.get(row) ?? Number.NEGATIVE_INFINITY;
      if (!this.known.has(row) && failedAt <= triedBefore) this.#queued.add(row);
    }
    if (this.#queued.size === 0) return;
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
    });
  }

  /** Resolves when everything that was asked for is known or has failed. Never rejects. */
  async settled(): Promise<void> {
    await this.#running;
  }

  get isSettled(): boolean {
    return this.#running === null;
  }

  /** Nobody will ask any more. */
  stop(): void {
    this.#end.abort();
    this.#queued.clear();
  }

  async #run(): Promise<void> {
    while (this.#queued.size > 0) {
      const rows = [...this.#queued.values().take(this.#options.batch)];
      const items = await this.#load(rows);
      for (const [index, row] of rows.entries()) {
        const item = items[index];
        this.#queued.delete(row);
        if (item === undefined || item instanceof PortcullisError) this.#failedAt.set(row, this.#options.now());
        else this.known.set(row, item);
      }
    }
  }

  /** No item where the whole load failed: the list then says what is missing. */
  async #load(rows: readonly number[]): Promise<readonly Item<T>[]> {
    try {
      return await this.#options.load(rows, this.#end.signal);
    } catch {
      return [];
    }
  }
}
