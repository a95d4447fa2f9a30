import { describe, expect, it } from 'vitest';
import { retryAfterSeconds } from './retry-after.ts';

const NOW = Date.UTC(2026, 0, 1);

describe('retryAfterSeconds', () => {
  it.each([
    ['7', 7],
    ['0', 0],
    ['99999999999999999999', 86_400],
    ['Thu, 01 Jan 2026 00:00:09 GMT', 9],
    ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
    ['Fri, 31 Dec 9999 23:59:59 GMT', 86_400],
  ])('of %j are %d', (header, seconds) => {
    expect(retryAfterSeconds(header, NOW)).toBe(seconds);
  });

  it.each([undefined, '', '-5', '1e3', '1.5', ' 7', 'soon', 'pw-4711', '2026-01-02', 'Thu, 99 Foo 2026 00:00:00 GMT'])(
    'of %j are not known',
    (header) => {
      expect(retryAfterSeconds(header, NOW)).toBeUndefined();
    },
  );
});
