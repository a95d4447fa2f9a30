import { LRUCache } from 'lru-cache';
import type { CacheCounters } from './counters.ts';
import type { Entry } from './entry.ts';

/** An entry and the epoch it was loaded under: in another epoch it is not there. */
export interface StoredEntry<Value = unknown> extends Entry<Value> {
  readonly epoch: string;
}

/** The layer in this process: values as they are, nothing encoded, the least recently used leave first. */
export interface MemoryLayer {
  get(key: string): StoredEntry | undefined;
  /** Keeps the entry, unless a newer one of the same epoch is there. `bytes`: what the value weighs. */
  set(key: string, entry: StoredEntry, bytes: number): void;
  delete(key: string): void;
  readonly bytes: number;
  readonly entries: number;
}

/** What an entry costs besides its key and value. */
const ENTRY_OVERHEAD_BYTES = 200;

/** @param maxBytes bound of all entries together, by the estimate of `measurePlain` */
export function createMemoryLayer(maxBytes: number, counters: CacheCounters): MemoryLayer {
  const lru = new LRUCache<string, StoredEntry>({
    maxSize: maxBytes,
    dispose: (_entry, _key, reason) => {
      if (reason === 'evict') counters.evictions += 1;
    },
  });
  return {
    get: (key) => lru.get(key),
    set: (key, entry, bytes) => {
      const present = lru.peek(key);
      if (present !== undefined && present.epoch === entry.epoch && present.fetchedAt > entry.fetchedAt) return;
      const size = bytes + key.length + ENTRY_OVERHEAD_BYTES;
      if (size > maxBytes) counters.tooLargeForMemory += 1;
      lru.set(key, entry, { size });
    },
    delete: (key) => {
      lru.delete(key);
    },
    get bytes() {
      return lru.calculatedSize;
    },
    get entries() {
      return lru.size;
    },
  };
}
