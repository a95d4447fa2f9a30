export interface RawLine {
  /** Counted from 1. */
  readonly number: number;
  /** Without the line feed. */
  readonly bytes: Buffer;
  /** Whether a line feed follows: what a dying process wrote last has none. */
  readonly ended: boolean;
}

const LINE_FEED = 0x0a;

/** The lines of a file as bytes: what was cut off in the middle of a letter is not to be mended by decoding it. */
export async function* splitLines(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<RawLine> {
  let number = 0;
  let pieces: Uint8Array[] = [];
  const take = (ended: boolean): RawLine => {
    const bytes = Buffer.concat(pieces);
    pieces = [];
    number += 1;
    return { number, bytes, ended };
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let to = chunk.indexOf(LINE_FEED); to !== -1; to = chunk.indexOf(LINE_FEED, from)) {
      pieces.push(chunk.subarray(from, to));
      from = to + 1;
      yield take(true);
    }
    if (from < chunk.length) pieces.push(chunk.subarray(from));
  }
  if (pieces.length > 0) yield take(false);
}
