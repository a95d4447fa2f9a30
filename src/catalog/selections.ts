import { LRUCache } from 'lru-cache';
import type { Snapshot } from './snapshot.ts';

/**
 * What was selected of each snapshot lately, so that the next page of a list costs no second pass over it. A
 * selection is named by everything that made it: the digest of the viewer's rights (equal rights share it, others
 * never do), filter, order and scope. It goes with its snapshot.
 */
export interface Selections {
  readonly get: <E>(snapshot: Snapshot, key: readonly (string | null)[], select: () => readonly E[]) => readonly E[];
}

/** Elements remembered per snapshot, over all selections: at 8 bytes each some 12 MB. */
const MAX_ELEMENTS = 1_500_000;
const MAX_SELECTIONS = 500;

export function createSelections(): Selections {
  const books = new WeakMap<Snapshot, LRUCache<string, readonly unknown[]>>();
  const bookOf = (snapshot: Snapshot) => {
    const known = books.get(snapshot);
    if (known !== undefined) return known;
    const book = new LRUCache<string, readonly unknown[]>({
      max: MAX_SELECTIONS,
      maxSize: MAX_ELEMENTS,
      sizeCalculation: (elements) => elements.length + 1,
    });
    books.set(snapshot, book);
    return book;
  };
  return {
    get<E>(snapshot: Snapshot, key: readonly (string | null)[], select: () => readonly E[]) {
      const book = bookOf(snapshot);
      const name = JSON.stringify(key);
      const known = book.get(name);
      if (known !== undefined) return known as readonly E[];
      const made = select();
      book.set(name, made);
      return made;
    },
  };
}
