import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Instant } from '../domain/model.ts';

/** One cached value and its times. */
export interface Entry<Value> {
  readonly value: Value;
  /** When the load began that answered it. */
  readonly fetchedAt: Instant;
  /** From here on it is stale: `fetchedAt` and the jittered lifetime. */
  readonly freshUntil: Instant;
}

/** Part of the key names and of the encoded form: a change of either is a new number, and what was is a miss. */
export const FORMAT_VERSION = 1;
const HEADER = Buffer.from(`portcullis-entry-${FORMAT_VERSION}\n`, 'latin1');
const DIGEST_BYTES = 32;

/**
 * The bytes of an entry as they lie in Redis: a header with the format version, a SHA-256 over the key name and the
 * body, the body as JSON. The digest makes damage a miss, and so is an entry under a name that is not its own.
 */
export function encodeEntry(name: string, entry: Entry<unknown>): Buffer {
  const { value, fetchedAt, freshUntil } = entry;
  const body = Buffer.from(JSON.stringify({ fetchedAt, freshUntil, value }), 'utf8');
  return Buffer.concat([HEADER, digestOf(name, body), body]);
}

/** Null for whatever `encodeEntry` did not write under this name, or what `shape` refuses. Never throws. */
export function decodeEntry<Value>(name: string, bytes: Buffer, shape: z.ZodType<Value>): Entry<Value> | null {
  const bodyStart = HEADER.length + DIGEST_BYTES;
  if (bytes.length <= bodyStart || !bytes.subarray(0, HEADER.length).equals(HEADER)) return null;
  const body = bytes.subarray(bodyStart);
  if (!bytes.subarray(HEADER.length, bodyStart).equals(digestOf(name, body))) return null;
  try {
    const parsed: unknown = JSON.parse(body.toString('utf8'));
    return z.strictObject({ fetchedAt: z.number(), freshUntil: z.number(), value: shape }).safeParse(parsed).success
      ? (parsed as Entry<Value>)
      : null;
  } catch {
    return null;
  }
}

function digestOf(name: string, body: Buffer): Buffer {
  return createHash('sha256').update(name, 'utf8').update('\0').update(body).digest();
}
