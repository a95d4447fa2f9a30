import type { CacheCounters } from './counters.ts';
import type { Entry } from './entry.ts';
import type { Epochs } from './epochs.ts';
import type { MemoryLayer, StoredEntry } from './memory.ts';
import { type EntryKey, memoryKey, type StoreIdentity } from './names.ts';
import { measurePlain } from './plain.ts';
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
export interface Keeper {
  recall(store: CachedStore, key: EntryKey): StoredEntry | null;
  /** Fetches from the shared layer into this process what is there; one request a key at a time. */
  lookup(store: CachedStore, keys: readonly EntryKey[]): Promise<ReadonlyMap<string, StoredEntry>>;
  /** Keeps a value that was loaded under `entry.epoch`, if that is still current and the value fits its kind. */
  keep(store: CachedStore, key: EntryKey, entry: StoredEntry): void;
  forget(store: CachedStore, key: EntryKey): void;
  /** Resolves when nothing is on its way to the shared layer. */
  idle(): Promise<void>;
}

export function createKeeper(options: KeeperOptions): Keeper {
  const { memory, shared, epochs, counters, now } = options;
  const lookups = new Map<string, Promise<StoredEntry | null>>();
  const writes = new Set<Promise<void>>();

  const isKept = (entry: Entry<unknown>): boolean => now() - entry.fetchedAt < options.keepMs;

  const track = (write: Promise<void>): void => {
    const tracked = write
      .catch(() => {
        counters.faults += 1;
      })
      .finally(() => writes.delete(tracked));
    writes.add(tracked);
  };

  /** In one request: the keys must be of one kind. */
  const lookupTogether = (layer: SharedLayer, store: CachedStore, keys: readonly EntryKey[]): void => {
    const [first] = keys;
    if (first === undefined) return;
    const answer = layer.lookup(store, keys, store.shapes[first.kind]).catch(() => {
      counters.faults += 1;
      return [];
    });
    keys.forEach((key, index) => {
      const name = memoryKey(store, key);
      const entry = answer.then((entries) => {
        lookups.delete(name);
        return remember(memory, name, entries[index] ?? null, isKept);
      });
      lookups.set(name, entry);
    });
  };

  return {
    recall: (store, key) => {
      const name = memoryKey(store, key);
      const entry = memory.get(name);
      if (entry === undefined || entry.epoch !== epochs.current(store.storeId)) return null;
      if (isKept(entry)) return entry;
      memory.delete(name);
      return null;
    },
    lookup: async (store, keys) => {
      if (shared === null) return new Map();
      lookupTogether(
        shared,
        store,
        keys.filter((key) => !lookups.has(memoryKey(store, key))),
      );
      const names = keys.map((key) => memoryKey(store, key));
      const entries = await Promise.all(names.map((name) => lookups.get(name) ?? null));
      const epoch = epochs.current(store.storeId);
      const found = names.map((name, index) => [name, entries[index] ?? null] as const);
      return new Map(found.flatMap(([name, entry]) => (entry?.epoch === epoch ? [[name, entry]] : [])));
    },
    keep: (store, key, entry) => {
      if (epochs.current(store.storeId) !== entry.epoch) return;
      const size = fits(store.shapes, key, entry.value);
      if (size === null) {
        counters.refusedShapes += 1;
        return;
      }
      memory.set(memoryKey(store, key), entry, size.memoryBytes);
      if (shared !== null) track(shared.store(store, key, entry, size, entry.fetchedAt + options.keepMs - now()));
    },
    forget: (store, key) => {
      memory.delete(memoryKey(store, key));
      if (shared !== null) track(shared.remove(store, key));
    },
    idle: async () => {
      await Promise.all(writes);
    },
  };
}

function remember(
  memory: MemoryLayer,
  name: string,
  entry: StoredEntry | null,
  isKept: (entry: StoredEntry) => boolean,
): StoredEntry | null {
  if (entry === null || !isKept(entry)) return null;
  memory.set(name, entry, measurePlain(entry.value)?.memoryBytes ?? Number.MAX_SAFE_INTEGER);
  return entry;
}

function fits(shapes: Shapes, key: EntryKey, value: unknown) {
  const size = measurePlain(value);
  if (size === null) return null;
  try {
    return shapes[key.kind].safeParse(value).success ? size : null;
  } catch {
    // A provider's schema that throws has not let the value in.
    return null;
  }
}
