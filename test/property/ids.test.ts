import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEndpoint } from '../../src/connectors/http/endpoint.ts';
import { buildPath } from '../../src/connectors/http/path.ts';
import { PROVIDERS } from '../../src/connectors/registry.ts';
import { PortcullisError } from '../../src/domain/errors.ts';
import {
  decodeId,
  encodeId,
  type GlobalId,
  ID_TYPES,
  type IdType,
  matchesGrammar,
  pathKey,
} from '../../src/domain/ids.ts';
import { groupResource, secretResource } from '../../src/domain/resource.ts';
import { compileResourcePattern } from '../../src/policy/resource-pattern.ts';

/** What people have tried to climb out of a path with. */
const ATTACKS = [
  '.',
  '..',
  '...',
  '../',
  '..\\',
  '../../etc/passwd',
  '%2e%2e',
  '%2E%2e/',
  '..%2f',
  '%252e%252e',
  '..%00',
  '..;/',
  '.%0d./',
  '/',
  '//',
  '//host',
  '\\\\host',
  'http://host/',
  '/../',
  'a/../b',
  '?',
  '#',
  'a?b=c',
  'a#b',
  '@host',
  'user:pw@host',
  ':80',
  '\0',
  '\r\n',
  'a\r\nHost: evil',
  '\u2024\u2024',
  '\uff0e\uff0e',
  '\u2025',
  '\uff0f',
  '\u2215',
  '\u29f8',
  '\u202e..',
  '\ufeff..',
  '..\u200b',
  ' ..',
  '.. ',
  '\t..',
  '\ud800',
  'a\udc00b',
  '\udbff\udbff',
  '%',
  '%2',
  '%zz',
  'A'.repeat(100_000),
  '*',
  '**',
  '',
];
const anyText = fc.oneof(
  fc.constantFrom(...ATTACKS),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: fc.constantFrom(...'./\\%2eEfF:?#@\0\r\n \ud800\udfff\uff0e'), maxLength: 12 }),
);
const wellFormed = fc.string({ unit: 'binary', maxLength: 40 }).filter((text) => text.isWellFormed());
const segments = fc.array(anyText, { minLength: 1, maxLength: 4 });

const globalId: fc.Arbitrary<GlobalId> = fc
  .tuple(
    fc.constantFrom(...(Object.keys(ID_TYPES) as IdType[])),
    wellFormed.filter(Boolean),
    fc.array(wellFormed, { minLength: 1, maxLength: 4 }),
  )
  .map(([type, store, path]) => ({ type, store, path: type === 'Store' ? [] : path }));

describe('global ids', () => {
  it('come back as what they were made of', () => {
    fc.assert(
      fc.property(globalId, (id) => {
        expect(decodeId(encodeId(id))).toEqual(id);
      }),
    );
  });

  it('are different for different things', () => {
    fc.assert(
      fc.property(globalId, globalId, (a, b) => {
        const same = JSON.stringify(a) === JSON.stringify(b);
        expect(encodeId(a) === encodeId(b)).toBe(same);
      }),
    );
  });

  it('are refused unless they are exactly what encodeId writes', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anyText,
          anyText.map((text) => Buffer.from(text).toString('base64url')),
        ),
        (text) => {
          const id = decodeId(text);
          expect(id === null || encodeId(id) === text).toBe(true);
        },
      ),
    );
  });

  it('are another id or none once a character of them was changed', () => {
    fc.assert(
      fc.property(globalId, fc.nat(), fc.string({ minLength: 1, maxLength: 1 }), (id, at, character) => {
        const text = encodeId(id);
        const place = at % text.length;
        const changed = text.slice(0, place) + character + text.slice(place + 1);
        fc.pre(changed !== text);
        expect(decodeId(changed)).not.toEqual(id);
      }),
    );
  });
});

describe('paths as map keys', () => {
  it('are equal exactly when the paths are', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 3 }), fc.array(anyText, { maxLength: 3 }), (a, b) => {
        const bothEmpty = (path: readonly string[]) => path.length === 0 || (path.length === 1 && path[0] === '');
        fc.pre(!(bothEmpty(a) && bothEmpty(b)));
        expect(pathKey(a) === pathKey(b)).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
    );
  });
});

describe('request paths', () => {
  const endpoints = ['https://host.example', 'https://host.example/base/v3'].map(parseEndpoint);

  it('lie under the endpoint whatever their segments are, or are refused', () => {
    fc.assert(
      fc.property(fc.constantFrom(...endpoints), segments, (endpoint, parts) => {
        let path: string;
        try {
          path = buildPath(endpoint, parts);
        } catch (error) {
          expect(error).toBeInstanceOf(PortcullisError);
          return;
        }
        const url = new URL(path, endpoint.origin);
        expect(path).toMatch(/^[\x21-\x7e]+$/);
        expect([url.origin, url.pathname, url.search, url.hash]).toEqual([endpoint.origin, path, '', '']);
        expect(
          path
            .slice(endpoint.basePath.length + 1)
            .split('/')
            .map(decodeURIComponent),
        ).toEqual(parts);
      }),
      { numRuns: 500 },
    );
  });

  it('never hold a segment of dots, and never a decoded one after the upstream has decoded once', () => {
    fc.assert(
      fc.property(segments, (parts) => {
        fc.pre(parts.some((part) => /^\.*$/.test(part)));
        for (const endpoint of endpoints) expect(() => buildPath(endpoint, parts)).toThrow(PortcullisError);
      }),
    );
  });

  it('keep queries from ending early or adding pairs', () => {
    fc.assert(
      fc.property(
        anyText.filter((text) => text.isWellFormed()),
        (value) => {
          const [endpoint] = endpoints;
          if (endpoint === undefined) throw new Error('no endpoint');
          const url = new URL(buildPath(endpoint, ['a'], { q: value, page: 1 }), endpoint.origin);
          expect([...url.searchParams]).toEqual([
            ['q', value],
            ['page', '1'],
          ]);
        },
      ),
    );
  });
});

describe.each(Object.entries(PROVIDERS))('the id grammar of %s', (_, { idGrammar }) => {
  const grammars = Object.values(idGrammar).filter((grammar) => grammar.length > 0);

  it('lets no dots, control characters, lone surrogates or very long parts through', () => {
    fc.assert(
      fc.property(fc.constantFrom(...grammars), fc.array(anyText, { minLength: 3, maxLength: 3 }), (grammar, parts) => {
        const path = parts.slice(0, grammar.length);
        if (!matchesGrammar(path, grammar)) return;
        for (const part of path) {
          expect(part).not.toMatch(/^\.*$/);
          expect(part).not.toMatch(/\p{Cc}/u);
          expect([part.isWellFormed(), part.length < 1_000]).toEqual([true, true]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('has expressions that give the same answer each time and look at the whole part', () => {
    for (const expression of grammars.flat()) {
      expect(expression.flags).not.toMatch(/[gym]/);
      expect(expression.source).toMatch(/^\^.*\$$/s);
    }
  });

  it('lets nothing through that is too long to be read back from an id', () => {
    const longest = grammars.map((grammar) => grammar.map(longestOf)).filter((path) => !path.includes(''));
    expect(longest.length).toBeGreaterThan(0);
    for (const path of longest) {
      expect(decodeId(encodeId({ type: 'Secret', store: 's'.repeat(63), path }))?.path).toEqual(path);
    }
  });
});

/** The part that takes the most bytes of those that the expression lets through; empty where it takes none of them. */
function longestOf(expression: RegExp): string {
  const lengths = Array.from({ length: 400 }, (_, index) => 400 - index);
  const texts = ['😀', 'ü', 'a'].flatMap((unit) => lengths.map((length) => unit.repeat(length)));
  return texts.find((text) => expression.test(text)) ?? '';
}

describe('resources', () => {
  it('are matched by a pattern that writes the same names encoded, and by no other name', () => {
    fc.assert(
      fc.property(wellFormed, wellFormed, wellFormed, (group, secret, other) => {
        const pattern = compileResourcePattern(secretResource('s', group, secret));
        expect(pattern.matches(secretResource('s', group, secret))).toBe(true);
        expect(pattern.matches(secretResource('s', group, other))).toBe(other === secret);
      }),
    );
  });

  it('have as many parts as they should, whatever is in a name', () => {
    fc.assert(
      fc.property(anyText, anyText, (group, secret) => {
        expect([
          groupResource('s', group).split('/').length,
          secretResource('s', group, secret).split('/').length,
        ]).toEqual([2, 3]);
      }),
    );
  });
});
