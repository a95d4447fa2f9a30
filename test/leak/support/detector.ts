import { needlesOf } from './needles.ts';

/** A text that must not turn up, with a name under which a failing test can tell of it. */
export interface Planted {
  readonly label: string;
  readonly text: string;
}

export interface Hit {
  readonly label: string;
  readonly form: string;
  readonly offset: number;
}

export interface Detector {
  /** Every planted text of which a piece, in whatever encoding, is in there; each once. */
  find(haystack: Buffer | string): readonly Hit[];
}

interface Indexed {
  readonly label: string;
  readonly form: string;
  readonly bytes: Buffer;
}

const FILTER_BITS = 22;

/** Searches for all at once: one pass over the haystack, whatever their number. */
export function createDetector(planted: readonly Planted[]): Detector {
  const byKey = new Map<number, Indexed[]>();
  const filter = new Uint8Array(1 << FILTER_BITS);
  for (const { label, text } of planted) {
    for (const { form, bytes } of needlesOf(text)) {
      const key = bytes.readInt32LE(0);
      byKey.set(key, [...(byKey.get(key) ?? []), { label, form, bytes }]);
      filter[slotOf(key)] = 1;
    }
  }
  return {
    find(haystack) {
      const bytes = typeof haystack === 'string' ? Buffer.from(haystack) : haystack;
      const hits = new Map<string, Hit>();
      for (const offset of candidates(bytes, filter)) {
        for (const { label, form, bytes: wanted } of byKey.get(bytes.readInt32LE(offset)) ?? []) {
          if (hits.has(label) || !bytes.subarray(offset, offset + wanted.length).equals(wanted)) continue;
          hits.set(label, { label, form, offset });
        }
      }
      return [...hits.values()];
    },
  };
}

function* candidates(bytes: Buffer, filter: Uint8Array): Generator<number> {
  let key = 0;
  for (let end = 0; end < bytes.length; end += 1) {
    key = (key >>> 8) | ((bytes[end] ?? 0) << 24);
    if (end >= 3 && filter[slotOf(key)] === 1) yield end - 3;
  }
}

function slotOf(key: number): number {
  return Math.imul(key, 0x9e3779b1) >>> (32 - FILTER_BITS);
}
