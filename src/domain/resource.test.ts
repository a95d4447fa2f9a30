import { describe, expect, it } from 'vitest';
import { groupResource, secretResource, storeResource } from './resource.ts';

describe('resources', () => {
  it('are store, store/group and store/group/secret', () => {
    expect([storeResource('tfy'), groupResource('tfy', 'g'), secretResource('tfy', 'g', 's')]).toEqual([
      'tfy',
      'tfy/g',
      'tfy/g/s',
    ]);
  });

  it('leave the part of a missing group empty', () => {
    expect(secretResource('swarm', null, 'token')).toBe('swarm//token');
  });

  it.each([
    ['a slash', 'a/b', 'a%2Fb'],
    ['a star', 'a*', 'a%2A'],
    ['a question mark', 'a?', 'a%3F'],
    ['a percent sign', 'a%2F', 'a%252F'],
    ['quotes and brackets', "!'()", '%21%27%28%29'],
    ['a space', 'a b', 'a%20b'],
    ['a letter beyond ASCII', 'ü', '%C3%BC'],
    ['a line break', 'a\nb', 'a%0Ab'],
    ['a lone surrogate', '\ud800', '%EF%BF%BD'],
  ])('keep %s a character of the name', (_, name, encoded) => {
    expect(secretResource('s', name, name)).toBe(`s/${encoded}/${encoded}`);
  });

  it('leave dots as they are: nothing climbs here', () => {
    expect(secretResource('s', '..', '.')).toBe('s/../.');
  });
});
