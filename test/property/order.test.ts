import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareCodePoints,
  comparePlaces,
  inOrder,
  type Order,
  type Place,
  type SortKey,
} from '../../src/catalog/order.ts';

const text = fc.string({ unit: 'binary', maxLength: 4 }).filter((value) => value.isWellFormed());
const key: fc.Arbitrary<SortKey> = fc.oneof(text, fc.constant(null));
const numberKey: fc.Arbitrary<SortKey> = fc.oneof(fc.integer(), fc.constantFrom(0, null));
const places = fc.oneof(
  fc.array(fc.tuple(key, text), { maxLength: 12 }),
  fc.array(fc.tuple(numberKey, text), { maxLength: 12 }),
) as fc.Arbitrary<Place[]>;
const direction = fc.constantFrom('ASC', 'DESC');
const sign = (value: number) => Math.sign(value) + 0;

describe('code points', () => {
  it('compare as lists of code points do', () => {
    const byCodePoints = (a: string, b: string): number => {
      const [left, right] = [[...a], [...b]].map((characters) => characters.map((one) => one.codePointAt(0) ?? 0));
      const length = Math.max(left?.length ?? 0, right?.length ?? 0);
      for (let index = 0; index < length; index += 1) {
        const difference = (left?.[index] ?? -1) - (right?.[index] ?? -1);
        if (difference !== 0) return sign(difference);
      }
      return 0;
    };
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(sign(compareCodePoints(a, b))).toBe(byCodePoints(a, b));
      }),
      { numRuns: 1_000 },
    );
  });

  it('compare as bytes of UTF-8 do', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(sign(compareCodePoints(a, b))).toBe(sign(Buffer.compare(Buffer.from(a), Buffer.from(b))));
      }),
      { numRuns: 1_000 },
    );
  });

  it('are a total order, lone surrogates included', () => {
    const any = fc.string({ unit: fc.constantFrom('a', '\ud800', '\udfff', '\uffff', '😀'), maxLength: 3 });
    fc.assert(
      fc.property(any, any, any, (a, b, c) => {
        expect(sign(compareCodePoints(a, b))).toBe(-sign(compareCodePoints(b, a)) + 0);
        expect(compareCodePoints(a, b) === 0).toBe(a === b);
        if (compareCodePoints(a, b) <= 0 && compareCodePoints(b, c) <= 0)
          expect(compareCodePoints(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('places', () => {
  it('are in a total order: antisymmetric, transitive, equal only to themselves', () => {
    fc.assert(
      fc.property(direction, places, (along, list) => {
        for (const a of list) {
          for (const b of list) {
            expect(sign(comparePlaces(along, a, b))).toBe(-sign(comparePlaces(along, b, a)) + 0);
            expect(comparePlaces(along, a, b) === 0).toBe(a[0] === b[0] && a[1] === b[1]);
            for (const c of list) {
              if (comparePlaces(along, a, b) < 0 && comparePlaces(along, b, c) < 0)
                expect(comparePlaces(along, a, c)).toBeLessThan(0);
            }
          }
        }
      }),
    );
  });

  it('have what is unknown last in both directions', () => {
    fc.assert(
      fc.property(direction, places, (along, list) => {
        const keys = list.toSorted((a, b) => comparePlaces(along, a, b)).map(([of]) => of);
        const firstNull = keys.indexOf(null);
        expect(firstNull < 0 || keys.slice(firstNull).every((of) => of === null)).toBe(true);
      }),
    );
  });

  it('stand backwards when descending, but for what is unknown', () => {
    fc.assert(
      fc.property(places, (list) => {
        const known = list.filter(([of]) => of !== null);
        const ascending = known.toSorted((a, b) => comparePlaces('ASC', a, b));
        const descending = known.toSorted((a, b) => comparePlaces('DESC', a, b));
        expect(descending).toEqual(ascending.toReversed());
      }),
    );
  });

  it('come out of inOrder the same whatever order they went in', () => {
    const order: Order<Place> = { field: 'F', direction: 'DESC', keyOf: ([of]) => of, idOf: ([, id]) => id };
    fc.assert(
      fc.property(
        places.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => {
          expect(inOrder(shuffled, order)).toEqual(inOrder(list, order));
        },
      ),
    );
  });
});
