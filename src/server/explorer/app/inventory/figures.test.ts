import { describe, expect, it } from 'vitest';
import { figuresOf, type Summary } from './figures.ts';

const counts = (numbers: Readonly<Record<string, number>>) =>
  Object.entries(numbers).map(([key, count]) => ({ key, label: key, count }));

function summaryOf(outcomes: readonly Summary['stores'][number]['outcome'][]): Summary {
  return {
    totalCount: 1_000,
    byStore: [],
    byProvider: [],
    byStatus: counts({ ACTIVE: 900, FAILED: 60, DISABLED: 40 }),
    byAge: counts({ OVER_A_YEAR: 7, UNKNOWN: 5 }),
    byExpiry: counts({ EXPIRED: 1, NEXT_7_DAYS: 2, NEXT_30_DAYS: 3, NEXT_90_DAYS: 4, NONE: 990 }),
    byUsage: counts({ IN_USE: 10, UNUSED: 20, UNKNOWN: 970 }),
    stores: outcomes.map((outcome, index) => ({
      store: { id: String(index), name: String(index), provider: 'DOCKER' },
      outcome,
      count: 1,
      fetchedAt: null,
      error: null,
      retryable: null,
      retryAfterSeconds: null,
      incompleteFields: [],
    })),
  };
}

describe('figuresOf', () => {
  it('says what is worth a glance', () => {
    expect(figuresOf(summaryOf(['COMPLETE', 'STALE'])).map(({ label, number, note }) => [label, number, note])).toEqual(
      [
        ['Secrets', 1_000, 'in 2 stores'],
        ['Expire within 30 days', 5, '1 already expired'],
        ['Older than a year', 7, '5 of unknown age'],
        ['Used by nothing', 20, '970 not known'],
        ['Not active', 100, '60 failed, 40 disabled'],
      ],
    );
  });

  it('does not count a store that failed among those that were counted', () => {
    expect(figuresOf(summaryOf(['COMPLETE', 'FAILED']))[0]?.note).toBe('in 1 of 2 stores');
  });
});
