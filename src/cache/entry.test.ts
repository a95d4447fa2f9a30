import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Secret } from '../domain/model.ts';
import { group, nativeShapes, secret } from './__fixtures__/metadata.ts';
import { decodeEntry, encodeEntry, FORMAT_VERSION } from './entry.ts';
import { createShapes } from './shapes.ts';

const NAME = 'p:{tag}:1:5:secret:hash';
const shapes = createShapes(nativeShapes);
/** For secrets of any provider. */
const openShapes = createShapes({ ...nativeShapes, secret: z.record(z.string(), z.json()) });

const anyText = fc.string({ unit: 'binary' });
const anySecret: fc.Arbitrary<Secret> = fc.record({
  id: fc.array(anyText),
  nativeId: anyText,
  name: anyText,
  group: fc.option(fc.record({ id: fc.array(anyText), name: anyText })),
  description: fc.option(anyText),
  labels: fc.array(fc.record({ key: anyText, value: anyText })),
  status: fc.constantFrom('ACTIVE', 'DELETED'),
  createdBy: fc.constant(null),
  createdAt: fc.option(fc.integer()),
  updatedAt: fc.option(fc.integer()),
  expiresAt: fc.option(fc.integer()),
  deletesAt: fc.option(fc.integer()),
  rotation: fc.constant(null),
  versions: fc.constant(null),
  usage: fc.option(fc.record({ activeDeployments: fc.option(fc.nat()), consumers: fc.constant(null) })),
  readability: fc.constantFrom('READABLE', 'UNKNOWN'),
  revision: fc.option(anyText),
  incomplete: fc.subarray(['usage', 'versions', 'native']),
  native: fc.dictionary(
    anyText.filter((key) => key !== '__proto__'),
    anyText,
  ),
}) as fc.Arbitrary<Secret>;

const entryOf = (value: unknown) => ({ value, fetchedAt: 1_000, freshUntil: 2_000 });

describe('an encoded entry', () => {
  it('is a hit as it was written', () => {
    const entry = entryOf(secret);
    expect(decodeEntry(NAME, encodeEntry(NAME, entry), shapes.secret)).toEqual(entry);
  });

  it('decodes to what it was', () => {
    fc.assert(
      fc.property(anySecret, fc.nat(), fc.nat(), (value, fetchedAt, freshUntil) => {
        const entry = { value, fetchedAt, freshUntil };
        expect(decodeEntry(NAME, encodeEntry(NAME, entry), openShapes.secret)).toEqual(entry);
      }),
    );
  });

  it('is a miss with any byte changed', () => {
    const bytes = encodeEntry(NAME, entryOf(secret));
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (index, change) => {
        const damaged = Buffer.from(bytes);
        damaged[index] = (damaged[index] ?? 0) ^ change;
        expect(decodeEntry(NAME, damaged, shapes.secret)).toBeNull();
      }),
    );
  });

  it('is a miss when cut short, lengthened or spliced', () => {
    const bytes = encodeEntry(NAME, entryOf(secret));
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.uint8Array(), (end, tail) => {
        expect(decodeEntry(NAME, bytes.subarray(0, end), shapes.secret)).toBeNull();
        fc.pre(tail.length > 0);
        expect(decodeEntry(NAME, Buffer.concat([bytes, tail]), shapes.secret)).toBeNull();
      }),
    );
  });

  it('is a miss for any bytes at all', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => decodeEntry(NAME, Buffer.from(bytes), shapes.secret) === null));
  });

  it('is a miss under another name', () => {
    expect(decodeEntry(`${NAME}x`, encodeEntry(NAME, entryOf(secret)), shapes.secret)).toBeNull();
  });

  it('is a miss as another kind', () => {
    expect(decodeEntry(NAME, encodeEntry(NAME, entryOf(group)), shapes.secret)).toBeNull();
  });

  it('is a miss with another format version, though all else is right', () => {
    const bytes = encodeEntry(NAME, entryOf(secret));
    const older = Buffer.from(bytes.toString('latin1').replace(`-${FORMAT_VERSION}\n`, '-0\n'), 'latin1');
    expect(decodeEntry(NAME, older, shapes.secret)).toBeNull();
  });

  it('is a miss with a further key, though the digest is right', () => {
    const bytes = encodeEntry(NAME, entryOf({ ...secret, value: 'v' }));
    expect(decodeEntry(NAME, bytes, shapes.secret)).toBeNull();
  });

  it('is a miss when its body is no JSON, though the digest is right', () => {
    const body = Buffer.from('{"fetchedAt":');
    const digest = createHash('sha256').update(NAME).update('\0').update(body).digest();
    const header = Buffer.from(`portcullis-entry-${FORMAT_VERSION}\n`);
    expect(decodeEntry(NAME, Buffer.concat([header, digest, body]), shapes.secret)).toBeNull();
  });
});
