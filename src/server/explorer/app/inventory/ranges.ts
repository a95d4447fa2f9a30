import type { SecretDateTimeFilter } from '../../../../client/index.ts';

const DAY_MS = 86_400_000;

/** One bar of a histogram: a bucket of the summary, in words short enough to stand below a bar. */
export interface Range {
  /** The bucket's key in `secretsSummary`. */
  readonly key: string;
  readonly label: string;
  /** Days from now to where it begins and ends, for ages counted back: the nearer end first. Null: open. */
  readonly days: readonly [from: number | null, to: number | null];
}

/** By `createdAt`, youngest first: the buckets of `byAge`, without the one for what is not known. */
export const AGES: readonly Range[] = [
  { key: 'LAST_30_DAYS', label: '≤ 30 d', days: [null, 30] },
  { key: 'LAST_90_DAYS', label: '≤ 90 d', days: [30, 90] },
  { key: 'LAST_180_DAYS', label: '≤ 180 d', days: [90, 180] },
  { key: 'LAST_YEAR', label: '≤ 1 y', days: [180, 365] },
  { key: 'OVER_A_YEAR', label: '> 1 y', days: [365, null] },
];

/** By `expiresAt`, soonest first: the buckets of `byExpiry`, without the one for what does not expire. */
export const EXPIRIES: readonly Range[] = [
  { key: 'EXPIRED', label: 'past', days: [null, 0] },
  { key: 'NEXT_7_DAYS', label: '≤ 7 d', days: [0, 7] },
  { key: 'NEXT_30_DAYS', label: '≤ 30 d', days: [7, 30] },
  { key: 'NEXT_90_DAYS', label: '≤ 90 d', days: [30, 90] },
  { key: 'LATER', label: 'later', days: [90, null] },
];

/** The keys of the buckets that hold what has no date. */
export const NO_AGE = 'UNKNOWN';
export const NO_EXPIRY = 'NONE';

/** What `createdAt` must fulfil to be counted in that bucket of `byAge` at `now`; null for an unknown bucket. */
export function createdIn(key: string, now: number): SecretDateTimeFilter | null {
  if (key === NO_AGE) return { isNull: true };
  const range = AGES.find((candidate) => candidate.key === key);
  if (range === undefined) return null;
  const [newest, oldest] = range.days;
  // Both ends of `days` are inclusive at the older side; `after` is inclusive and `before` exclusive.
  return {
    ...(oldest === null ? {} : { after: daysFrom(now, -oldest) }),
    ...(newest === null ? {} : { before: daysFrom(now, -newest) }),
  };
}

/** What `expiresAt` must fulfil to be counted in that bucket of `byExpiry` at `now`; null for an unknown bucket. */
export function expiresIn(key: string, now: number): SecretDateTimeFilter | null {
  if (key === NO_EXPIRY) return { isNull: true };
  const range = EXPIRIES.find((candidate) => candidate.key === key);
  if (range === undefined) return null;
  const [soonest, latest] = range.days;
  // A bucket holds its far end: one millisecond more on both sides turns the two comparisons round.
  return {
    ...(soonest === null ? {} : { after: daysFrom(now + 1, soonest) }),
    ...(latest === null ? {} : { before: daysFrom(now + 1, latest) }),
  };
}

function daysFrom(now: number, days: number): string {
  return new Date(now + days * DAY_MS).toISOString();
}
