import { describe, expect, it } from 'vitest';
import { compileStringFilter, matchesGlob, type StringFilter } from './string-match.ts';

const passes = (filter: StringFilter, text: string | null) => compileStringFilter(filter)(text);

describe('compileStringFilter', () => {
  it.each<[string, StringFilter, string]>([
    ['eq', { eq: 'Key' }, 'Key'],
    ['in', { in: ['a', 'Key'] }, 'Key'],
    ['startsWith', { startsWith: 'Ke' }, 'Key'],
    ['contains', { contains: 'EY' }, 'Key'],
    ['glob', { glob: 'K?Y' }, 'key'],
    ['contains, with one accent written in two ways', { contains: 'caf\u00e9' }, 'CAFE\u0301-token'],
    ['an empty startsWith', { startsWith: '' }, ''],
    ['several that all hold', { startsWith: 'K', contains: 'y' }, 'Key'],
    ['none', {}, 'Key'],
  ])('passes by %s', (_, filter, text) => {
    expect(passes(filter, text)).toBe(true);
  });

  it.each<[string, StringFilter, string]>([
    ['eq in another case', { eq: 'Key' }, 'key'],
    ['in, in another case', { in: ['Key'] }, 'key'],
    ['an empty list', { in: [] }, 'Key'],
    ['startsWith in another case', { startsWith: 'ke' }, 'Key'],
    ['eq with another spelling of an accent', { eq: 'caf\u00e9' }, 'cafe\u0301'],
    ['several of which one does not hold', { startsWith: 'K', contains: 'x' }, 'Key'],
    ['a glob of a part', { glob: 'ey' }, 'Key'],
  ])('refuses %s', (_, filter, text) => {
    expect(passes(filter, text)).toBe(false);
  });

  it.each<StringFilter>([{ eq: '' }, { in: [''] }, { startsWith: '' }, { contains: '' }, { glob: '*' }, {}])(
    'refuses a text that is not known by %j',
    (filter) => {
      expect(passes(filter, null)).toBe(false);
    },
  );

  it('takes null for left out', () => {
    expect(passes({ eq: null, in: null, startsWith: null, contains: null, glob: null }, 'x')).toBe(true);
  });
});

describe('matchesGlob', () => {
  it.each([
    ['', ''],
    ['*', ''],
    ['**', 'a'],
    ['a*c', 'ac'],
    ['a*c', 'abcabc'],
    ['*a*b', 'xxaxxb'],
    ['?', 'a'],
    ['?', '😀'],
    ['*?', '😀'],
    ['a.c', 'a.c'],
    ['[a]', '[a]'],
    ['a\\*', 'a\\b'],
  ])('%j matches %j', (pattern, text) => {
    expect(matchesGlob(pattern, text)).toBe(true);
  });

  it.each([
    ['', 'a'],
    ['?', ''],
    ['?', 'ab'],
    ['??', '😀'],
    ['*??', '😀'],
    ['a*c', 'ab'],
    ['a.c', 'abc'],
    ['[a]', 'a'],
    ['{a,b}', 'a'],
  ])('%j does not match %j', (pattern, text) => {
    expect(matchesGlob(pattern, text)).toBe(false);
  });

  it('takes no more than pattern times text, where a regular expression would never end', () => {
    const startedAt = performance.now();
    expect(matchesGlob(`${'*a'.repeat(200)}b`, 'a'.repeat(5_000))).toBe(false);
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  });
});
