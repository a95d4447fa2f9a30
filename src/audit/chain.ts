import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical.ts';
import { type LineBody, lineBody, type ParsedBody } from './line-body.ts';

/** `prev` of the very first line. */
const NO_HASH = '0'.repeat(64);

/** Where a chain has got to: what its next line has to name. */
export interface Link {
  /** Counts the lines of the whole chain, over all its files, from 1. */
  readonly seq: number;
  /** SHA-256, hexadecimal. */
  readonly hash: string;
}

/** Where the chain of a file has got to, and which file that is. */
export interface ChainTip extends Link {
  readonly chain: string;
  readonly file: string;
}

export interface ChainedLine extends Link {
  /** JSON, without the line feed. */
  readonly text: string;
}

/** A line as it was found: nothing in it is to be believed before `intact` says so. */
export interface FoundLine extends Link {
  readonly prev: string;
  /** The hash that its content has, whatever `hash` claims. */
  readonly contentHash: string;
  /** Whether it is, byte for byte, a line that says its own hash. */
  readonly intact: boolean;
  readonly body: ParsedBody;
}

export const CHAIN_START: Link = { seq: 0, hash: NO_HASH };

/** The next line: `{ seq, prev, hash, … }`, its hash over the canonical form of all the rest. */
export function chainLine(after: Link, body: LineBody): ChainedLine {
  const seq = after.seq + 1;
  const hash = hashOf({ seq, prev: after.hash, body });
  return { seq, hash, text: lineText({ seq, prev: after.hash, hash, body }) };
}

/** Null for what is no line of an audit log at all. */
export function parseLine(bytes: Uint8Array): FoundLine | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const { seq, prev, hash, ...rest } = JSON.parse(text);
    if (!Number.isSafeInteger(seq) || typeof prev !== 'string' || typeof hash !== 'string') return null;
    const body = lineBody.parse(rest);
    const contentHash = hashOf({ seq, prev, body: rest });
    // A second `hash` key or a space changes nothing that is hashed: only the one way to write a line is accepted.
    const intact = contentHash === hash && lineText({ seq, prev, hash, body: rest }) === text;
    return { seq, prev, hash, contentHash, intact, body };
  } catch {
    return null;
  }
}

interface Parts {
  readonly seq: number;
  readonly prev: string;
  readonly body: object;
}

function hashOf({ seq, prev, body }: Parts): string {
  return createHash('sha256')
    .update(canonicalJson({ ...body, seq, prev }))
    .digest('hex');
}

/** The chain in front, for people who read it; the rest in canonical order. */
function lineText({ seq, prev, hash, body }: Parts & { readonly hash: string }): string {
  return `${JSON.stringify({ seq, prev, hash }).slice(0, -1)},${canonicalJson(body).slice(1)}`;
}
