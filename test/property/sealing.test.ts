import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSealer, type SealingKey } from '../../src/domain/sealing.ts';

const key: fc.Arbitrary<SealingKey> = fc.record({
  name: fc.string({ maxLength: 8 }),
  key: fc.uint8Array({ minLength: 32, maxLength: 32 }),
});
const keys = fc.uniqueArray(key, {
  minLength: 1,
  maxLength: 4,
  selector: ({ name, key: bytes }) => `${name}:${bytes.join()}`,
});
const text = fc.string({ unit: 'binary', maxLength: 60 }).filter((value) => value.isWellFormed());
const purpose = fc.string({ unit: 'binary', maxLength: 20 }).filter((value) => value.isWellFormed());

const sealerOf = ([first, ...rest]: readonly SealingKey[]) => {
  if (first === undefined) throw new Error('no key');
  return createSealer([first, ...rest]);
};

describe('sealing', () => {
  it('gives back every text under every ring that has its key', () => {
    fc.assert(
      fc.property(keys, keys, purpose, text, (ring, others, of, value) => {
        const sealed = sealerOf(ring).seal(of, value);
        expect(sealerOf([...others, ...ring]).open(of, sealed)).toBe(value);
      }),
    );
  });

  it('opens nothing for another purpose', () => {
    fc.assert(
      fc.property(keys, purpose, purpose, text, (ring, sealedFor, openedFor, value) => {
        fc.pre(sealedFor !== openedFor);
        const sealer = sealerOf(ring);
        expect(sealer.open(openedFor, sealer.seal(sealedFor, value))).toBeNull();
      }),
    );
  });

  it('opens nothing that was changed in any bit', () => {
    fc.assert(
      fc.property(keys, text, fc.nat(), fc.integer({ min: 1, max: 255 }), (ring, value, at, flip) => {
        const sealer = sealerOf(ring);
        const bytes = Buffer.from(sealer.seal('p', value), 'base64url');
        bytes.writeUInt8((bytes[at % bytes.length] ?? 0) ^ flip, at % bytes.length);
        expect(sealer.open('p', bytes.toString('base64url'))).toBeNull();
      }),
    );
  });

  it('opens nothing that was cut, lengthened or put together from two', () => {
    fc.assert(
      fc.property(
        keys,
        text,
        text,
        fc.nat(),
        fc.uint8Array({ minLength: 1, maxLength: 9 }),
        (ring, one, two, at, tail) => {
          const sealer = sealerOf(ring);
          const [first, second] = [one, two].map((value) => Buffer.from(sealer.seal('p', value), 'base64url'));
          if (first === undefined || second === undefined) throw new Error('nothing sealed');
          const place = at % first.length;
          const made = [
            first.subarray(0, place),
            Buffer.concat([first, tail]),
            Buffer.concat([first.subarray(0, place), second.subarray(place)]),
          ];
          for (const bytes of made) {
            const opened = sealer.open('p', bytes.toString('base64url'));
            expect(opened === null || (bytes.equals(second) && opened === two)).toBe(true);
          }
        },
      ),
    );
  });

  it('opens one spelling only', () => {
    fc.assert(
      fc.property(keys, text, fc.nat(), fc.string({ maxLength: 2 }), (ring, value, at, inserted) => {
        const sealer = sealerOf(ring);
        const sealed = sealer.seal('p', value);
        const place = at % (sealed.length + 1);
        const changed = sealed.slice(0, place) + inserted + sealed.slice(place);
        fc.pre(changed !== sealed);
        expect(sealer.open('p', changed)).toBeNull();
      }),
    );
  });

  it('opens nothing with other keys, and makes no tag of theirs', () => {
    fc.assert(
      fc.property(key, key, text, (mine, theirs, value) => {
        fc.pre(Buffer.compare(mine.key, theirs.key) !== 0);
        const [sealer, stranger] = [createSealer([mine]), createSealer([theirs])];
        expect([
          stranger.open('p', sealer.seal('p', value)),
          stranger.hasTag('p', value, sealer.tag('p', value)),
        ]).toEqual([null, false]);
      }),
    );
  });
});

describe('tags', () => {
  it('are equal exactly for the same purpose and text', () => {
    fc.assert(
      fc.property(
        keys,
        purpose.filter((of) => !of.includes('\0')),
        purpose.filter((of) => !of.includes('\0')),
        text,
        text,
        (ring, p, q, a, b) => {
          const sealer = sealerOf(ring);
          const same = p === q && a === b;
          expect([sealer.tag(p, a) === sealer.tag(q, b), sealer.hasTag(p, a, sealer.tag(q, b))]).toEqual([same, same]);
        },
      ),
    );
  });

  it('hold across a rotation until their key is gone', () => {
    fc.assert(
      fc.property(keys, key, text, (ring, added, value) => {
        const tag = sealerOf(ring).tag('p', value);
        fc.pre(ring.every((known) => Buffer.compare(known.key, added.key) !== 0));
        expect([
          sealerOf([added, ...ring]).hasTag('p', value, tag),
          createSealer([added]).hasTag('p', value, tag),
        ]).toEqual([true, false]);
      }),
    );
  });
});
