import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeSecret, makeStore, makeSubject } from '../../src/catalog/__fixtures__/entries.ts';
import { compileSecretFilter, type SecretFilter } from '../../src/catalog/filter.ts';
import { secretEntry } from '../../src/catalog/snapshot.ts';
import { compileStringFilter, matchesGlob } from '../../src/catalog/string-match.ts';

const store = makeStore('tfy');
const text = fc.constantFrom('a', 'A', 'ab', 'b', 'é', '');
const instant = fc.option(fc.constantFrom(0, 1, 2));

const secret = fc
  .record({
    name: text,
    description: fc.option(text),
    createdAt: instant,
    expiresAt: instant,
    status: fc.constantFrom('ACTIVE', 'FAILED', 'DELETED'),
    createdBy: fc.option(fc.constant(makeSubject('ada'))),
    labels: fc.array(fc.record({ key: fc.constantFrom('k', 'l'), value: text }), { maxLength: 2 }),
    usage: fc.option(fc.record({ activeDeployments: fc.option(fc.nat(1)), consumers: fc.constant(null) })),
  })
  .map((parts) => secretEntry(store, makeSecret('x', parts)));

const stringFilter = fc.record(
  {
    eq: text,
    in: fc.array(text, { maxLength: 2 }),
    startsWith: text,
    contains: text,
    glob: fc.constantFrom('*', 'a?', '*b'),
  },
  { requiredKeys: [] },
);
const instantFilter = fc.record(
  { after: instant, before: instant, isNull: fc.option(fc.boolean()) },
  { requiredKeys: [] },
);
/** Conditions of every kind; without `statuses`, which also decides whether what was deleted is shown. */
const condition: fc.Arbitrary<SecretFilter> = fc.record(
  {
    name: stringFilter,
    description: stringFilter,
    createdAt: instantFilter,
    expiresAt: instantFilter,
    hasCreator: fc.boolean(),
    inUse: fc.boolean(),
    labels: fc.array(fc.record({ key: fc.constantFrom('k', 'l'), value: stringFilter }, { requiredKeys: ['key'] }), {
      maxLength: 2,
    }),
    stores: fc.subarray(['tfy', 'other']),
  },
  { requiredKeys: [] },
);
/** Every status is asked for, so that plain algebra holds over deleted secrets as well. */
const ALL = { statuses: ['ACTIVE', 'FAILED', 'DELETED'] } as const;
const filter: fc.Arbitrary<SecretFilter> = fc.letrec<{ node: SecretFilter }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 2 },
    condition,
    fc.record({ and: fc.array(tie('node'), { minLength: 1, maxLength: 2 }) }),
    fc.record({ or: fc.array(tie('node'), { minLength: 1, maxLength: 2 }) }),
    fc.record({ not: tie('node') }),
  ),
})).node;

type Entry = Parameters<ReturnType<typeof compileSecretFilter>>[0];
const passes = (given: SecretFilter, entry: Entry) => compileSecretFilter({ ...ALL, and: [given] })(entry);
const RUNS = { numRuns: 300 };

describe('and, or and not', () => {
  it('are what they are called', () => {
    fc.assert(
      fc.property(filter, filter, secret, (a, b, entry) => {
        const [left, right] = [passes(a, entry), passes(b, entry)];
        expect([passes({ and: [a, b] }, entry), passes({ or: [a, b] }, entry), passes({ not: a }, entry)]).toEqual([
          left && right,
          left || right,
          !left,
        ]);
      }),
      RUNS,
    );
  });

  it('obey De Morgan', () => {
    fc.assert(
      fc.property(condition, condition, secret, (a, b, entry) => {
        expect(passes({ not: { and: [a, b] } }, entry)).toBe(passes({ or: [{ not: a }, { not: b }] }, entry));
        expect(passes({ not: { or: [a, b] } }, entry)).toBe(passes({ and: [{ not: a }, { not: b }] }, entry));
      }),
      RUNS,
    );
  });

  it('cancel out twice, and leave nothing and everything between them', () => {
    fc.assert(
      fc.property(condition, secret, (a, entry) => {
        expect(passes({ not: { not: a } }, entry)).toBe(passes(a, entry));
        expect(passes({ and: [a, { not: a }] }, entry)).toBe(false);
        expect(passes({ or: [a, { not: a }] }, entry)).toBe(true);
      }),
      RUNS,
    );
  });

  it('do not depend on the order of their parts', () => {
    fc.assert(
      fc.property(filter, filter, filter, secret, (a, b, c, entry) => {
        expect(passes({ and: [a, b, c] }, entry)).toBe(passes({ and: [c, a, b] }, entry));
        expect(passes({ or: [a, b, c] }, entry)).toBe(passes({ or: [c, a, b] }, entry));
      }),
    );
  });
});

describe('a filter', () => {
  it('asks for all of its members at once', () => {
    fc.assert(
      fc.property(condition, secret, (given, entry) => {
        const members = Object.entries(given).map(([key, value]) => ({ [key]: value }));
        expect(passes(given, entry)).toBe(members.every((member) => passes(member, entry)));
      }),
      RUNS,
    );
  });

  it('shows nothing deleted unless it speaks of statuses', () => {
    fc.assert(
      fc.property(filter, secret, (given, entry) => {
        if (entry.object.status === 'DELETED') expect(compileSecretFilter(given)(entry)).toBe(false);
        else expect(compileSecretFilter(given)(entry)).toBe(passes(given, entry));
      }),
      RUNS,
    );
  });

  it('finds no comparison true of what is not known', () => {
    const unknown = secretEntry(store, makeSecret('x'));
    fc.assert(
      fc.property(stringFilter, instantFilter, fc.boolean(), (words, times, flag) => {
        const compared = { ...times, isNull: null };
        fc.pre(times.after != null || times.before != null);
        const filters: SecretFilter[] = [
          { description: words },
          { expiresAt: compared },
          { inUse: flag },
          { automaticRotation: flag },
        ];
        expect(filters.map((given) => passes(given, unknown))).toEqual([false, false, false, false]);
      }),
    );
  });
});

describe('glob', () => {
  const character = fc.constantFrom(
    'a',
    'b',
    'A',
    'é',
    'e\u0301',
    '😀',
    '.',
    '[',
    ']',
    '\\',
    '(',
    '|',
    '\n',
    '-',
    '^',
    '$',
  );
  const name = fc.array(character, { maxLength: 10 }).map((parts) => parts.join(''));
  const glob = fc
    .array(fc.oneof(character, fc.constantFrom('*', '?')), { maxLength: 8 })
    .map((parts) => parts.join(''));
  /** The same meaning as a regular expression: fine for patterns of a test, not for those of strangers. */
  const toRegExp = (pattern: string) =>
    new RegExp(
      `^${[...pattern].map((one) => (one === '*' ? '.*' : one === '?' ? '.' : RegExp.escape(one))).join('')}$`,
      'su',
    );

  it('matches what a regular expression of the same meaning matches', () => {
    fc.assert(
      fc.property(glob, name, (pattern, value) => {
        expect([pattern, value, matchesGlob(pattern, value)]).toEqual([pattern, value, toRegExp(pattern).test(value)]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('matches every text that was made from it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(character, fc.constantFrom('*', '?')), { maxLength: 8 }),
        fc.array(name),
        character,
        (parts, runs, one) => {
          const value = parts
            .map((part, index) => (part === '*' ? (runs[index] ?? '') : part === '?' ? ([...one][0] ?? '') : part))
            .join('');
          expect(matchesGlob(parts.join(''), value)).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('ignores case, and how an accent is written, as contains does', () => {
    fc.assert(
      fc.property(name, (value) => {
        const literal = value.replaceAll(/[*?]/g, '?');
        for (const given of [literal, literal.toUpperCase(), literal.normalize('NFD')]) {
          expect(compileStringFilter({ glob: given })(value)).toBe(true);
          expect(compileStringFilter({ contains: given })(value)).toBe(true);
        }
      }),
    );
  });
});
