import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { doublingFragments, limitHit, limitsOf } from './__fixtures__/limits.ts';
import type { OperationLimits } from './limits.ts';
import { checkShape } from './shape.ts';

const hit = (text: string, limits: Partial<OperationLimits>) =>
  limitHit(() => checkShape(parse(text), limitsOf(limits)));

describe('depth', () => {
  it('passes at the limit', () => {
    expect(hit('{ a { b { c } } }', { maxDepth: 3 })).toBeNull();
  });

  it('is refused one level further', () => {
    expect(hit('{ a { b { c { d } } } }', { maxDepth: 3 })).toBe('maxDepth');
  });

  it('is counted through fragments', () => {
    expect(hit('{ a { ...F } } fragment F on T { b { ... on U { c { d } } } }', { maxDepth: 3 })).toBe('maxDepth');
  });

  it('is not used up by fragments themselves', () => {
    expect(hit('{ a { ...F } } fragment F on T { ... on U { ... { b } } }', { maxDepth: 2 })).toBeNull();
  });

  it('is counted in an operation that the request may not choose', () => {
    expect(hit('query A { a } query B { a { b { c } } }', { maxDepth: 2 })).toBe('maxDepth');
  });

  it('is counted in a fragment that is spread nowhere', () => {
    expect(hit('{ a } fragment F on T { b { c { d } } }', { maxDepth: 2 })).toBe('maxDepth');
  });
});

describe('aliases', () => {
  it('pass at the limit', () => {
    expect(hit('{ x: a y: a }', { maxAliases: 2 })).toBeNull();
  });

  it('are refused one further', () => {
    expect(hit('{ x: a y: a z: a }', { maxAliases: 2 })).toBe('maxAliases');
  });

  it('count as often as their fragment is spread', () => {
    expect(hit('{ a { ...F } b { ...F } c { ...F } } fragment F on T { x: d }', { maxAliases: 2 })).toBe('maxAliases');
  });

  it('include repeats of a field without one', () => {
    expect(hit('{ a a a a }', { maxAliases: 2 })).toBe('maxAliases');
  });

  it('do not include fields of one name in different places', () => {
    expect(hit('{ a { id } b { id } c { id } }', { maxAliases: 0 })).toBeNull();
  });
});

describe('width', () => {
  it('counts root fields through fragments', () => {
    expect(hit('{ ...F ...G } fragment F on Query { a b } fragment G on Query { c }', { maxRootFields: 2 })).toBe(
      'maxRootFields',
    );
  });

  it('does not count inner fields as root fields', () => {
    expect(hit('{ a { b c d } }', { maxRootFields: 1 })).toBeNull();
  });

  it('counts fields as often as their fragment is spread', () => {
    expect(hit('{ a { ...F } b { ...F } } fragment F on T { c d }', { maxFields: 5 })).toBe('maxFields');
  });

  it('counts directives wherever they stand', () => {
    const text = 'query Q($v: Int @a) @a { b @a ...F @a ... @a { c } } fragment F on T @a { d }';
    expect([hit(text, { maxDirectives: 6 }), hit(text, { maxDirectives: 5 })]).toEqual([null, 'maxDirectives']);
  });

  it('counts fragments as often as they are spread', () => {
    expect(hit('{ a { ...F } ...F } fragment F on T { ... { b } }', { maxFragments: 3 })).toBe('maxFragments');
  });
});

describe('fragments', () => {
  it('that double a hundred times are measured and refused', () => {
    expect(hit(`{ ...F0 } ${doublingFragments(100, { type: 'T', leaf: 'a' })}`, {})).toBe('maxFields');
  });

  it('that contain themselves end', () => {
    expect(hit('{ ...F } fragment F on T { a ...G } fragment G on T { b ...F }', {})).toBeNull();
  });

  it('that are not there count nothing', () => {
    expect(hit('{ a ...Missing }', { maxFields: 1 })).toBeNull();
  });
});

it('names the limit and its size in the error', () => {
  expect(() => checkShape(parse('{ a { b } }'), limitsOf({ maxDepth: 1 }))).toThrow(
    expect.objectContaining({ details: { facts: { limit: 'maxDepth', maximum: 1 } } }),
  );
});
