import { compareCodePoints, type SortKey } from '../order.ts';

/** Rows of a table in ascending order: those with a key, and those without, which stand last in both directions. */
export interface RowOrder {
  readonly known: Uint32Array;
  readonly unknown: Uint32Array;
}

interface Ordering {
  readonly count: number;
  readonly keyOf: (row: number) => SortKey;
  /** What rows with equal keys are ordered by. Where all is equal, the store has listed one object twice: it stands once. */
  readonly tieOf: (row: number) => string;
}

/**
 * Orders rows by their keys. Each key that there is is looked at once: the keys alone are sorted, by the engine itself,
 * and each leads to the chain of its rows.
 */
export function orderRows(ordering: Ordering): RowOrder {
  const { first, next } = chainsOf(ordering);
  const unknown = Uint32Array.from(chainFrom(first.get(null), next, ordering));
  first.delete(null);
  const known = new Uint32Array(ordering.count);
  let place = 0;
  for (const key of sortedKeys([...first.keys()])) {
    for (const row of chainFrom(first.get(key), next, ordering)) {
      known[place] = row;
      place += 1;
    }
  }
  return { known: known.slice(0, place), unknown };
}

/** Reads an order downwards; what has no key stays at the end, as it stands. */
export function descending({ known, unknown }: RowOrder): Uint32Array {
  return concat(known.toReversed(), unknown);
}

export function ascending({ known, unknown }: RowOrder): Uint32Array {
  return concat(known, unknown);
}

function concat(a: Uint32Array, b: Uint32Array): Uint32Array {
  if (b.length === 0) return a;
  const both = new Uint32Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

/** The first row of each key, and after each row the next one of its key; -1 after the last. */
function chainsOf({ count, keyOf }: Ordering) {
  const first = new Map<SortKey, number>();
  const next = new Int32Array(count);
  for (let row = count - 1; row >= 0; row -= 1) {
    const key = keyOf(row);
    next[row] = first.get(key) ?? -1;
    first.set(key, row);
  }
  return { first, next };
}

function chainFrom(start: number | undefined, next: Int32Array, { tieOf }: Ordering): Iterable<number> {
  if (start === undefined) return [];
  if (next[start] === -1) return [start];
  const rows = new Map<string, number>();
  for (let row = start; row >= 0; row = next[row] ?? -1) rows.set(tieOf(row), row);
  return sortedTexts([...rows.keys()]).map((tie) => rows.get(tie) ?? -1);
}

const SURROGATE = /[\ud800-\udfff]/;

/** The engine sorts by UTF-16 units, which is the order of code points unless surrogates are among them. */
function sortedKeys(keys: readonly SortKey[]): Iterable<SortKey> {
  if (keys.every((key) => typeof key === 'number')) return Float64Array.from(keys).sort();
  return sortedTexts(keys.map(String));
}

function sortedTexts(texts: string[]): string[] {
  return texts.some((text) => SURROGATE.test(text)) ? texts.sort(compareCodePoints) : texts.sort();
}
