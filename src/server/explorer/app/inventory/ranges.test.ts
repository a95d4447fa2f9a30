import { describe, expect, it } from 'vitest';
import { FRESH, makeSecret, makeStore, NOW } from '../../../../catalog/__fixtures__/entries.ts';
import { compileSecretFilter, type SecretFilter } from '../../../../catalog/filter.ts';
import { type SecretEntry, secretEntry } from '../../../../catalog/snapshot.ts';
import { succeeded } from '../../../../catalog/store-result.ts';
import { type Count, summarize } from '../../../../catalog/summary.ts';
import type { SecretDateTimeFilter } from '../../../../client/index.ts';
import { AGES, createdIn, EXPIRIES, expiresIn, NO_AGE, NO_EXPIRY } from './ranges.ts';

const DAY = 86_400_000;
const DAYS = [0, 7, 8, 29, 30, 31, 89, 90, 91, 180, 181, 365, 366, 1000];
/** At each end of every bucket, a millisecond before and after it, in the past and in the future; and nothing. */
const INSTANTS = [null, ...DAYS.flatMap((days) => [-1, 1].flatMap((sign) => around(NOW + sign * days * DAY)))];

const store = makeStore('any');

function around(instant: number): number[] {
  return [instant - 1, instant, instant + 1];
}

function entriesWith(field: 'createdAt' | 'expiresAt'): SecretEntry[] {
  return INSTANTS.map((at, index) => secretEntry(store, makeSecret(`s${index}`, { [field]: at })));
}

function summaryOf(elements: SecretEntry[]) {
  return summarize(
    [{ store, elements, origin: null, result: succeeded(store, FRESH, { count: elements.length }) }],
    NOW,
  );
}

/** As the server counts it, and as many as the page's filter finds. */
function compare(
  counts: readonly Count[],
  elements: SecretEntry[],
  filterOf: (key: string) => Record<string, SecretDateTimeFilter | null>,
) {
  const counted = Object.fromEntries(counts.map(({ key, count }) => [key, count]));
  const found = counts.map(({ key }) => {
    const test = compileSecretFilter(parsed(filterOf(key)));
    return [key, elements.filter(test).length] as const;
  });
  return { counted, found: Object.fromEntries(found) };
}

/** The wire has instants as text, the catalog as numbers. */
function parsed(filter: Record<string, SecretDateTimeFilter | null>): SecretFilter {
  return JSON.parse(JSON.stringify(filter), (key, value) =>
    key === 'after' || key === 'before' ? Date.parse(value) : value,
  );
}

describe('a bar of a histogram', () => {
  it('selects exactly the secrets that the summary counts in that bucket of age', () => {
    const elements = entriesWith('createdAt');
    const { counted, found } = compare(summaryOf(elements).byAge(), elements, (key) => ({
      createdAt: createdIn(key, NOW),
    }));
    expect(found).toEqual(counted);
  });

  it('selects exactly the secrets that the summary counts in that bucket of expiry', () => {
    const elements = entriesWith('expiresAt');
    const { counted, found } = compare(summaryOf(elements).byExpiry(), elements, (key) => ({
      expiresAt: expiresIn(key, NOW),
    }));
    expect(found).toEqual(counted);
  });

  it('is there for every bucket of the summary', () => {
    const { byAge, byExpiry } = summaryOf([]);
    expect([...AGES.map(({ key }) => key), NO_AGE]).toEqual(byAge().map(({ key }) => key));
    expect([...EXPIRIES.map(({ key }) => key), NO_EXPIRY]).toEqual(byExpiry().map(({ key }) => key));
  });

  it.each([createdIn, expiresIn])('selects nothing by a bucket that it does not know', (rangeOf) => {
    expect(rangeOf('TOMORROW', NOW)).toBeNull();
  });
});
