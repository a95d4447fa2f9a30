import { z } from 'zod';
import type { CacheCounters } from './counters.ts';
import type { Epochs } from './epochs.ts';
import type { MemoryLayer, StoredEntry } from './memory.ts';
import { type EntryKey, memoryKey, type StoreIdentity } from './names.ts';
import { measurePlain, type PlainSize } from './plain.ts';
import type { Shapes } from './shapes.ts';
import type { SharedLayer } from './shared-layer.ts';

/** A store as the cache knows it. */
export interface CachedStore extends StoreIdentity {
  readonly shapes: Shapes;
}

export interface KeeperOptions {
  readonly memory: MemoryLayer;
  readonly shared: SharedLayer | null;
  readonly epochs: Epochs;
  readonly counters: CacheCounters;
  readonly now: () => number;
  /** How long an entry is kept at all, from `fetchedAt` on. */
  readonly keepMs: number;
}

/** Both layers as one: what it answers belongs to the epoch that is current when it answers. */
export class Keeper {
  readonly #options: KeeperOptions;
  readonly #lookups = new Map<string, Promise<StoredEntry | null>>();
  readonly #writes = new Set<Promise<void>>();

  constructor(options: KeeperOptions) {
    this.#options = options;
  }

  /** From this process. */
  recall(store: CachedStore, key: EntryKey): StoredEntry | null {
    const { memory, epochs } = this.#options;
    const name = memoryKey(store, key);
    const entry = memory.get(name);
    if (entry === undefined || entry.epoch !== epochs.of(store.storeId).current) return null;
    if (this.#isKept(entry)) return entry;
    memory.delete(name);
    return null;
  }

  /**
   * Fetches into this process what the shared layer has of these keys, which are of one kind; one request at a time
   * for each. What does not fit into this process is answered all the same.
   */
  async lookup(store: CachedStore, keys: readonly EntryKey[]): Promise<ReadonlyMap<string, StoredEntry>> {
    const names = keys.map((key) => memoryKey(store, key));
    this.#ask(
      store,
      keys.filter((_key, index) => !this.#lookups.has(names[index] ?? '')),
    );
    const entries = await Promise.all(names.map((name) => this.#lookups.get(name) ?? null));
    const { current } = this.#options.epochs.of(store.storeId);
    const found = new Map<string, StoredEntry>();
    for (const [index, name] of names.entries()) {
      const entry = entries[index];
      if (entry?.epoch === current) found.set(name, entry);
    }
    return found;
  }

  /** Keeps what was loaded under `entry.epoch`, if that is still current and the value fits its kind. */
  keep(store: CachedStore, key: EntryKey, entry: StoredEntry): void {
    const { memory, shared, epochs, counters, now, keepMs } = this.#options;
    if (epochs.of(store.storeId).current !== entry.epoch) return;
    const size = sizeIfFit(store.shapes, key, entry.value);
    if (size === null) {
      counters.refusedShapes += 1;
      return;
    }
    memory.set(memoryKey(store, key), entry, size.memoryBytes);
    if (shared !== null) this.#track(shared.store(store, key, entry, size, entry.fetchedAt + keepMs - now()));
  }

  forget(store: CachedStore, key: EntryKey): void {
    const { memory, shared } = this.#options;
    memory.delete(memoryKey(store, key));
    if (shared !== null) this.#track(shared.remove(store, key));
  }

  /** Resolves when nothing is on its way to the shared layer. */
  async idle(): Promise<void> {
    await Promise.all(this.#writes);
  }

  #ask(store: CachedStore, keys: readonly EntryKey[]): void {
    const { shared } = this.#options;
    const [first] = keys;
    if (shared === null || first === undefined) return;
    const answer = shared.lookup(store, keys, store.shapes[first.kind]).catch(() => {
      this.#options.counters.faults += 1;
      return [];
    });
    for (const [index, key] of keys.entries()) {
      const name = memoryKey(store, key);
      const entry = answer.then((entries) => {
        this.#lookups.delete(name);
        return this.#remember(name, entries[index] ?? null);
      });
      this.#lookups.set(name, entry);
    }
  }

  #remember(name: string, entry: StoredEntry | null): StoredEntry | null {
    if (entry === null || !this.#isKept(entry)) return null;
    const size = measurePlain(entry.value);
    if (size !== null) this.#options.memory.set(name, entry, size.memoryBytes);
    return entry;
  }

  #isKept(entry: StoredEntry): boolean {
    return this.#options.now() - entry.fetchedAt < this.#options.keepMs;
  }

  #track(write: Promise<void>): void {
    const tracked = write
      .catch(() => {
        this.#options.counters.faults += 1;
      })
      .finally(() => this.#writes.delete(tracked));
    this.#writes.add(tracked);
  }
}

/** Null for what its kind does not admit. */
function sizeIfFit(shapes: Shapes, key: EntryKey, value: unknown): PlainSize | null {
  const size = measurePlain(value);
  try {
    return size !== null && z.validate(shapes[key.kind], value) ? size : null;
  } catch {
    // A provider's schema that throws has not let the value in.
    return null;
  }
}
