import { LRUCache } from 'lru-cache';
import type { Snapshot } from './snapshot.ts';

type Made = Uint8Array | Uint32Array;

/**
 * What was made of snapshots lately, so that the next page of a list costs no second pass: what may be seen, and which
 * rows a filter lets through. Each is named by everything that made it: the digest of the viewer's rights (equal
 * rights share it, others never do), filter, order and scope.
 */
export interface Selections {
  readonly get: <T extends Made>(snapshot: Snapshot, key: readonly (string | null)[], make: () => T) => T;
  /** All that is remembered, in bytes. */
  readonly bytes: () => number;
}

/** Over all snapshots: some eighty selections of a hundred thousand rows. */
const MAX_BYTES = 32 * 1024 * 1024;
/** What a selection costs besides its rows and its name. */
const OVERHEAD_BYTES = 200;

export function createSelections(maxBytes = MAX_BYTES): Selections {
  const numbers = new WeakMap<Snapshot, number>();
  let last = 0;
  const numberOf = (snapshot: Snapshot): number => {
    const known = numbers.get(snapshot);
    if (known !== undefined) return known;
    last += 1;
    numbers.set(snapshot, last);
    return last;
  };
  const book = new LRUCache<string, Made>({
    maxSize: maxBytes,
    sizeCalculation: (made, name) => made.byteLength + 2 * name.length + OVERHEAD_BYTES,
  });
  return {
    get<T extends Made>(snapshot: Snapshot, key: readonly (string | null)[], make: () => T): T {
      const name = JSON.stringify([numberOf(snapshot), ...key]);
      const known = book.get(name);
      if (known !== undefined) return known as T;
      const made = make();
      book.set(name, made);
      return made;
    },
    bytes: () => book.calculatedSize,
  };
}
