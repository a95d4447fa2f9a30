import { describe, expect, it } from 'vitest';
import { createFreshness } from './freshness.ts';

const clock = { at: 1_000_000 };
const freshness = createFreshness({ ttlMs: 60_000, staleMs: 600_000, now: () => clock.at, random: () => 0.5 });
const entry = (ageMs: number, freshUntil = clock.at + 1) => ({
  value: 1,
  epoch: 'a',
  fetchedAt: clock.at - ageMs,
  freshUntil,
});

describe('freshness', () => {
  it('shortens a lifetime by up to a tenth', () => {
    expect(freshness.freshUntil(0)).toBe(57_000);
  });

  it('ends with the lifetime that the entry has', () => {
    expect([clock.at + 1, clock.at].map((until) => freshness.isUsable(entry(0, until), {}))).toEqual([true, false]);
  });

  it('ends with our own lifetime, whatever another gateway gave', () => {
    const farAway = clock.at + 1_000_000;
    expect([59_999, 60_000].map((age) => freshness.isUsable(entry(age, farAway), {}))).toEqual([true, false]);
  });

  it('ends with the age that the reader bears', () => {
    expect([9, 10].map((age) => freshness.isUsable(entry(age), { maxAgeMs: 10 }))).toEqual([true, false]);
  });

  it('lets an entry stand in until it is too old', () => {
    expect([599_999, 600_000].map((age) => freshness.mayStandIn(entry(age), {}))).toEqual([true, false]);
  });

  it('lets nothing stand in where there is nothing, or where the reader named a bound', () => {
    expect([freshness.mayStandIn(null, {}), freshness.mayStandIn(entry(0), { maxAgeMs: 600_000 })]).toEqual([
      false,
      false,
    ]);
  });
});
