import { parseValue } from 'graphql';
import { describe, expect, it } from 'vitest';
import { limitHit, limitsOf } from './__fixtures__/limits.ts';
import { literalItems, variableItems } from './input-size.ts';

const deep = (levels: number) => JSON.parse(`${'{"not":'.repeat(levels)}null${'}'.repeat(levels)}`);

describe('variables', () => {
  it('count the elements of all their lists', () => {
    expect(variableItems({ ids: ['a', 'b'], filter: { or: [{ names: ['c'] }] } }, limitsOf({}))).toEqual(
      new Map([
        ['ids', 2],
        ['filter', 2],
      ]),
    );
  });

  it('are refused where all together are too long', () => {
    const variables = { a: [1, 2], b: [3, 4] };
    expect(limitHit(() => variableItems(variables, limitsOf({ maxInputItems: 3 })))).toBe('maxInputItems');
  });

  it('are refused where one is too deep', () => {
    expect(limitHit(() => variableItems({ filter: deep(4) }, limitsOf({ maxInputDepth: 3 })))).toBe('maxInputDepth');
  });

  it('a hundred thousand levels deep are refused without a full stack', () => {
    expect(limitHit(() => variableItems({ filter: deep(100_000) }, limitsOf({})))).toBe('maxInputDepth');
  });
});

describe('literals', () => {
  const count = (text: string, limits = {}) =>
    literalItems(parseValue(text), new Map([['ids', 40]]), { limits: limitsOf(limits) });

  it('count the elements of lists within lists', () => {
    expect(count('{ a: [1, 2], b: [{ c: [3] }] }')).toBe(4);
  });

  it('count what a variable brings', () => {
    expect(count('{ ids: $ids, more: [$ids] }')).toBe(81);
  });

  it('are refused where they are too deep', () => {
    expect(limitHit(() => count('{ a: { b: { c: 1 } } }', { maxInputDepth: 2 }))).toBe('maxInputDepth');
  });
});
