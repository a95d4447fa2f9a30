import { describe, expect, it } from 'vitest';
import { limitHit, limitsOf } from './__fixtures__/limits.ts';
import { checkText } from './text.ts';

const hit = (text: string, maxTokens = 1_000_000) => limitHit(() => checkText(text, limitsOf({ maxTokens })));

describe('tokens', () => {
  it('pass at the limit', () => {
    expect(hit('{ a b }', 4)).toBeNull();
  });

  it('are refused one further', () => {
    expect(hit('{ a b c }', 4)).toBe('maxTokens');
  });

  it('do not include comments and blanks', () => {
    expect(hit('# a comment\n{ a,,, # another\n b }', 4)).toBeNull();
  });
});

describe('brackets', () => {
  it('two hundred deep pass', () => {
    expect(hit('{a'.repeat(200) + '}'.repeat(200))).toBeNull();
  });

  it.each(['{a', '[', '('])('%s a hundred thousand deep are refused without a full stack', (opening) => {
    expect(hit(opening.repeat(100_000))).toBe('maxDepth');
  });

  it('one after another are not deep', () => {
    expect(hit('a { b } '.repeat(1_000))).toBeNull();
  });
});

it('lets pass what is not GraphQL, for the parser to refuse', () => {
  expect(hit('{ a "unterminated')).toBeNull();
});
