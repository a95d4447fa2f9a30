import { describe, expect, it } from 'vitest';
import { encodeId } from '../domain/ids.ts';
import type { Secret } from '../domain/model.ts';
import { FRESH, makeListing, makeSecret, makeStore, makeSubject, NOW } from './__fixtures__/entries.ts';
import { createSnapshot, secretEntry } from './snapshot.ts';
import { succeeded } from './store-result.ts';
import { summarize } from './summary.ts';

const DAY = 86_400_000;
const store = makeStore('tfy');

function summaryOf(...secrets: readonly Partial<Secret>[]) {
  const elements = secrets.map((parts, index) => secretEntry(store, makeSecret(`s${index}`, parts)));
  const origin = { freshness: FRESH, snapshot: createSnapshot(store, makeListing({})) };
  return summarize([{ store, elements, origin, result: succeeded(store, FRESH, { count: elements.length }) }], NOW);
}

const nonZero = (counts: readonly { key: string; count: number }[]) =>
  Object.fromEntries(counts.filter(({ count }) => count > 0).map(({ key, count }) => [key, count]));

describe('summarize', () => {
  it.each([
    [0, 'LAST_30_DAYS'],
    [30, 'LAST_30_DAYS'],
    [30.01, 'LAST_90_DAYS'],
    [90, 'LAST_90_DAYS'],
    [91, 'LAST_180_DAYS'],
    [181, 'LAST_YEAR'],
    [365, 'LAST_YEAR'],
    [366, 'OVER_A_YEAR'],
    [-1, 'LAST_30_DAYS'],
  ])('counts what is %d days old as %s', (days, key) => {
    expect(nonZero(summaryOf({ createdAt: NOW - days * DAY }).byAge())).toEqual({ [key]: 1 });
  });

  it.each([
    [-1, 'EXPIRED'],
    [0, 'EXPIRED'],
    [0.01, 'NEXT_7_DAYS'],
    [7, 'NEXT_7_DAYS'],
    [8, 'NEXT_30_DAYS'],
    [31, 'NEXT_90_DAYS'],
    [91, 'LATER'],
  ])('counts what expires in %d days as %s', (days, key) => {
    expect(nonZero(summaryOf({ expiresAt: NOW + days * DAY }).byExpiry())).toEqual({ [key]: 1 });
  });

  it('counts what is not known in a range of its own', () => {
    const { byAge, byExpiry, byUsage } = summaryOf({});
    expect([nonZero(byAge()), nonZero(byExpiry()), nonZero(byUsage())]).toEqual([
      { UNKNOWN: 1 },
      { NONE: 1 },
      { UNKNOWN: 1 },
    ]);
  });

  it('shows empty ranges too, in their own order', () => {
    expect(summaryOf().byUsage()).toEqual([
      { key: 'IN_USE', label: 'in use', count: 0 },
      { key: 'UNUSED', label: 'not in use', count: 0 },
      { key: 'UNKNOWN', label: 'not known', count: 0 },
    ]);
  });

  it('puts every secret into exactly one bar of each chart', () => {
    const { totalCount, byStore, byProvider, byStatus, byAge, byExpiry, byUsage } = summaryOf(
      { createdAt: NOW, status: 'FAILED' },
      { expiresAt: NOW, usage: { activeDeployments: 1, consumers: null } },
      {},
    );
    const sums = [byStore, byProvider, byStatus, byAge, byExpiry, byUsage].map((counts) =>
      counts().reduce((sum, { count }) => sum + count, 0),
    );
    expect([totalCount, ...sums]).toEqual([3, 3, 3, 3, 3, 3, 3]);
  });

  it('counts groups by id, the largest first, and cuts after as many as are asked for', () => {
    const small = { id: ['a'], name: 'small' };
    const large = { id: ['z'], name: 'large' };
    const { byGroup } = summaryOf({ group: small }, { group: large }, { group: large }, {});
    const key = encodeId({ type: 'SecretGroup', store: 'tfy', path: ['z'] });
    expect(byGroup(1)).toEqual([{ key, label: 'tfy/large', count: 2 }]);
  });

  it('keeps two groups of one name apart', () => {
    const { byGroup } = summaryOf({ group: { id: ['a'], name: 'same' } }, { group: { id: ['b'], name: 'same' } });
    expect(byGroup(50).map(({ count }) => count)).toEqual([1, 1]);
  });

  it('counts creators by the best name there is', () => {
    const nameless = makeSubject('x', { displayName: null, slug: null });
    const { byCreator } = summaryOf({ createdBy: makeSubject('ada') }, { createdBy: nameless }, {});
    expect(byCreator(50).map(({ label }) => label)).toEqual(['ada', 'x']);
  });
});
