import { describe, expect, it } from 'vitest';
import { groupResource, secretResource } from '../domain/resource.ts';
import { compileResourcePattern, isResourcePattern } from './resource-pattern.ts';

const matches = (pattern: string, resource: string) => compileResourcePattern(pattern).matches(resource);

describe('compileResourcePattern', () => {
  it.each([
    ['**', 'swarm//token'],
    ['swarm', 'swarm'],
    ['swarm/**', 'swarm'],
    ['swarm/**/**', 'swarm'],
    ['swarm/**', 'swarm/stack'],
    ['swarm/**', 'swarm//token'],
    ['swarm/**', 'swarm/stack/token'],
    ['swarm/*', 'swarm/stack'],
    ['swarm//*', 'swarm//token'],
    ['swarm/*/*', 'swarm//token'],
    ['swarm/*/*', 'swarm/stack/token'],
    ['*/*/db-*', 'tfy/payments/db-password'],
    ['**/db-*', 'tfy/payments/db-password'],
    ['tfy/payments**', 'tfy/payments-eu/key'],
    ['tfy/pay?ents/*', 'tfy/payments/key'],
    ['*', 'swarm'],
    ['tfy/**/key', 'tfy/a/key'],
    ['***', 'tfy/a/key'],
  ])('%s matches %s', (pattern, resource) => {
    expect(matches(pattern, resource)).toBe(true);
  });

  it.each([
    ['swarm', 'swarm/stack'],
    ['swarm', 'swarm2'],
    ['swarm/**', 'swarm2/stack'],
    ['swarm/**', 'swar'],
    ['swarm/*', 'swarm/stack/token'],
    ['swarm/*', 'swarm'],
    ['swarm//*', 'swarm/stack/token'],
    ['*', 'swarm/stack'],
    ['swarm/*/token', 'swarm/token'],
    ['tfy/payments/*', 'tfy/Payments/key'],
    ['tfy/payments/*', 'x/tfy/payments/key'],
    ['tfy/pay?ents/*', 'tfy/payents/key'],
    ['tfy/a?b', 'tfy/a/b'],
    ['', 'swarm'],
  ])('%s does not match %s', (pattern, resource) => {
    expect(matches(pattern, resource)).toBe(false);
  });

  it.each(['.hidden', '..', '...', '{a,b}', '[ab]', '!a', '@(a)', '+(a)', '\\a', '#a', '(a|b)', '$', '^'])(
    'takes a star for the name %s, which glob libraries treat in a way of their own',
    (name) => {
      expect([
        matches('s/*/*', secretResource('s', name, name)),
        matches('s/**', secretResource('s', name, name)),
      ]).toEqual([true, true]);
    },
  );

  it.each(['{a,b}', '[ab]', '!a', '@(a|b)', '.', 'a+', 'a|b', '(a)', '^a$'])('takes %s literally', (text) => {
    expect([matches(`s/${text}`, groupResource('s', text)), matches(`s/${text}`, 's/a')]).toEqual([true, false]);
  });

  it('does not take an encoded slash for a border', () => {
    expect([
      matches('s/*', groupResource('s', 'a/b')),
      matches('s/a/b', groupResource('s', 'a/b')),
      matches('s/a%2Fb', groupResource('s', 'a/b')),
    ]).toEqual([true, false, true]);
  });

  it('does not take an encoded star for a wildcard', () => {
    expect([matches('s/a%2A', groupResource('s', 'a*')), matches('s/a%2A', groupResource('s', 'abc'))]).toEqual([
      true,
      false,
    ]);
  });

  it.each([
    ['in lower case', 's/a%2fb', 'a/b'],
    ['without need', 's/%61', 'a'],
    ['not at all', 's/my group', 'my group'],
    ['not at all beyond ASCII', 's/grün', 'grün'],
    ['in part', 's/my group%21', 'my group!'],
  ])('reads a name that is encoded %s: a deny must not match nothing', (_, pattern, group) => {
    expect(matches(pattern, groupResource('s', group))).toBe(true);
  });

  it('counts a character beyond ASCII as one', () => {
    expect(['é', '€', '😀', ' ', '/', 'a'].map((name) => matches('s/?', groupResource('s', name)))).toEqual(
      Array.from({ length: 6 }, () => true),
    );
  });

  it.each([
    ['s/*0', 'space '],
    ['s/*20', 'space '],
    ['s/*D', 'a='],
    ['s/**0', 'space '],
    ['s/?', 'ab'],
    ['s/?', ''],
  ])('%s does not match a piece of an escape in the group %j', (pattern, group) => {
    expect(matches(pattern, groupResource('s', group))).toBe(false);
  });

  it('matches a name with a line break as a whole', () => {
    expect([matches('s/a', 's/a\n'), matches('s/*', groupResource('s', 'a\nb'))]).toEqual([false, true]);
  });
});

describe('reaches', () => {
  it.each([
    ['**', true],
    ['*/x', true],
    ['swarm/a/b', true],
    ['sw*/a', true],
    ['**/x', true],
    ['other/**', false],
    ['swarm2/**', false],
  ])('of %s for the store swarm is %s', (pattern, expected) => {
    expect(compileResourcePattern(pattern).reaches('swarm')).toBe(expected);
  });
});

describe('covers', () => {
  it.each([
    ['**', true],
    ['swarm/**', true],
    ['*/**', true],
    ['swarm/*', false],
    ['swarm/a/**', false],
    ['swarm/**/x', false],
    ['other/**', false],
  ])('of %s for the store swarm is %s', (pattern, expected) => {
    expect(compileResourcePattern(pattern).covers('swarm')).toBe(expected);
  });
});

describe('isResourcePattern', () => {
  it.each(['100%', 's/%4/**', 's/%zz', 's/%FF', 's/%C3*'])('refuses %s, whose escapes mean nothing', (text) => {
    expect(isResourcePattern(text)).toBe(false);
  });

  it.each(['**', 's/my group/*', 's/100%25', 's/%C3%A9*'])('accepts %s', (text) => {
    expect(isResourcePattern(text)).toBe(true);
  });
});
