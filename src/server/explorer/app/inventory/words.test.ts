import { describe, expect, it } from 'vitest';
import { countOf, distance, latency, toneOf, usersOf } from './words.ts';

const NOW = Date.UTC(2026, 5, 1, 12);

describe('distance', () => {
  it.each([
    [0, 'just now'],
    [-59, '59 seconds ago'],
    [-60, '1 minute ago'],
    [-14 * 60 - 59, '14 minutes ago'],
    [-23 * 3_600, '23 hours ago'],
    [-29 * 86_400, '29 days ago'],
    [-364 * 86_400, '12 months ago'],
    [-366 * 86_400, '1 year ago'],
    [90, 'in 1 minute'],
    [7 * 86_400, 'in 7 days'],
  ])('says %d seconds as "%s"', (seconds, words) => {
    expect(distance(new Date(NOW + seconds * 1_000).toISOString(), NOW)).toBe(words);
  });
});

describe('latency', () => {
  it.each([
    [0.63, '0.6 ms'],
    [114.5, '115 ms'],
    [2_430, '2.4 s'],
  ])('says %d as "%s"', (milliseconds, words) => {
    expect(latency(milliseconds)).toBe(words);
  });
});

describe('countOf', () => {
  it.each([
    [0, '0 secrets'],
    [1, '1 secret'],
    [100_000, '100,000 secrets'],
  ])('says %d as "%s"', (number, words) => {
    expect(countOf(number, 'secret')).toBe(words);
  });
});

describe('usersOf', () => {
  it('tells nobody from not known', () => {
    const nobody = { activeDeployments: 0, consumers: null };
    const untold = { activeDeployments: null, consumers: null };
    expect([usersOf(nobody), usersOf({ ...untold, consumers: [] }), usersOf(untold), usersOf(null)]).toEqual([
      0,
      0,
      null,
      null,
    ]);
  });

  it('counts whichever the store tells', () => {
    expect(usersOf({ activeDeployments: 2, consumers: null })).toBe(2);
    expect(usersOf({ activeDeployments: null, consumers: ['a', 'b', 'c'] })).toBe(3);
  });
});

describe('toneOf', () => {
  it('alarms for what cannot be used and needs somebody', () => {
    expect([toneOf('ACTIVE'), toneOf('FAILED'), toneOf('EXPIRED'), toneOf('DISABLED'), toneOf('UNKNOWN')]).toEqual([
      'good',
      'bad',
      'bad',
      'warn',
      'soft',
    ]);
  });
});
