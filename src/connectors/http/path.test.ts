import { describe, expect, it } from 'vitest';
import { parseEndpoint } from './endpoint.ts';
import { buildPath } from './path.ts';

const ROOT = parseEndpoint('https://host.example');
const BELOW = parseEndpoint('https://host.example/base/v3');

describe('buildPath', () => {
  it.each([
    ['joins segments below the root', ROOT, ['v1', 'secrets'], '/v1/secrets'],
    ['joins segments below the base path', BELOW, ['secrets', 'a'], '/base/v3/secrets/a'],
    ['encodes a slash', ROOT, ['a/b'], '/a%2Fb'],
    ['encodes a question mark and a hash', ROOT, ['a?b#c'], '/a%3Fb%23c'],
    ['encodes a percent sign', ROOT, ['%2e%2e'], '/%252e%252e'],
    ['encodes a backslash', ROOT, ['a\\b'], '/a%5Cb'],
    ['encodes line breaks', ROOT, ['a\r\nHost: x'], '/a%0D%0AHost%3A%20x'],
    ['encodes NUL', ROOT, ['a\0'], '/a%00'],
    ['encodes what looks like another host', ROOT, ['//evil.example'], '/%2F%2Fevil.example'],
    ['encodes a dot of another alphabet', ROOT, ['．．'], '/%EF%BC%8E%EF%BC%8E'],
    ['leaves dots inside a name alone', ROOT, ['..a', 'a..b', '.hidden'], '/..a/a..b/.hidden'],
    ['leaves what URLs leave alone', ROOT, ["-_.!~*'()"], "/-_.!~*'()"],
  ])('%s', (_, endpoint, segments, expected) => {
    expect(buildPath(endpoint, segments)).toBe(expected);
  });

  it.each([
    ['an empty segment', ['a', '']],
    ['a dot', ['.']],
    ['two dots', ['a', '..', 'b']],
    ['three dots', ['...']],
    ['a lone surrogate', ['\ud800']],
    ['no segment at all', []],
  ])('refuses %s', (_, segments) => {
    expect(() => buildPath(ROOT, segments)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
  });

  it('appends a query, encoded, without what is undefined', () => {
    expect(buildPath(ROOT, ['a'], { q: 'x&y=1 ', page: 2, all: true, none: undefined })).toBe(
      '/a?q=x%26y%3D1%20&page=2&all=true',
    );
  });

  it('appends nothing for a query of which nothing is left', () => {
    expect(buildPath(ROOT, ['a'], { none: undefined })).toBe('/a');
  });

  it('refuses a lone surrogate in a query too', () => {
    expect(() => buildPath(ROOT, ['a'], { q: '\udfff' })).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
  });

  it('does not repeat what it refuses', () => {
    expect(() => buildPath(ROOT, ['pw-4711\ud800'])).not.toThrow(/4711/);
  });
});
