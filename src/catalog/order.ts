/** A total order over one kind of element: by key with nulls last in both directions, ties by id. */
export interface Order<T> {
  readonly field: string;
  readonly direction: 'ASC' | 'DESC';
  readonly keyOf: (element: T) => SortKey;
  readonly idOf: (element: T) => string;
}

export type SortKey = string | number | null;
/** What a cursor names: a place in the order, whether or not an element still stands there. */
export type Place = readonly [key: SortKey, id: string];

export function placeOf<T>(order: Order<T>, element: T): Place {
  return [order.keyOf(element), order.idOf(element)];
}

/** A sorted copy. Keys are made once for each element, not once for each comparison. */
export function inOrder<T>(elements: readonly T[], order: Order<T>): readonly T[] {
  const placed = elements.map((element) => ({ element, place: placeOf(order, element) }));
  placed.sort((a, b) => comparePlaces(order.direction, a.place, b.place));
  return placed.map(({ element }) => element);
}

/** Descending is ascending read backwards, ids too; only the nulls stay at the end. */
export function comparePlaces(direction: 'ASC' | 'DESC', [keyA, idA]: Place, [keyB, idB]: Place): number {
  if (keyA === null || keyB === null) {
    if (keyA === null && keyB === null) return compareCodePoints(idA, idB);
    return keyA === null ? 1 : -1;
  }
  const ascending = compareKeys(keyA, keyB) || compareCodePoints(idA, idB);
  return direction === 'ASC' ? ascending : -ascending;
}

function compareKeys(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return compareCodePoints(String(a), String(b));
}

/** JavaScript compares UTF-16 units, which puts U+1F600 before U+FF21. Units from U+D800 up are moved into place. */
export function compareCodePoints(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    const unitA = a.charCodeAt(index);
    const unitB = b.charCodeAt(index);
    if (unitA !== unitB) return rank(unitA) - rank(unitB);
  }
  return a.length - b.length;
}

function rank(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit >= 0xe000 ? unit - 0x800 : unit + 0x2000;
}
