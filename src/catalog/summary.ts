import { encodeId } from '../domain/ids.ts';
import type { Instant } from '../domain/model.ts';
import type { Contribution } from './catalog.ts';
import { isInUse } from './filter.ts';
import { compareCodePoints } from './order.ts';
import { type SecretEntry, subjectId } from './snapshot.ts';
import type { StoreResult } from './store-result.ts';

export interface Count {
  readonly key: string;
  readonly label: string;
  readonly count: number;
}

/** Counts over what the viewer may see. Largest first; buckets in their own order, empty ones included. */
export interface Summary {
  readonly totalCount: number;
  readonly byStore: readonly Count[];
  readonly byProvider: readonly Count[];
  readonly byGroup: (first: number) => readonly Count[];
  readonly byCreator: (first: number) => readonly Count[];
  readonly byStatus: readonly Count[];
  readonly byAge: readonly Count[];
  readonly byExpiry: readonly Count[];
  readonly byUsage: readonly Count[];
  readonly stores: readonly StoreResult[];
}

const DAY_MS = 86_400_000;

type Bucket = readonly [key: string, label: string];
const AGE: readonly Bucket[] = [
  ['LAST_30_DAYS', 'up to 30 days'],
  ['LAST_90_DAYS', '31 to 90 days'],
  ['LAST_180_DAYS', '91 to 180 days'],
  ['LAST_YEAR', '181 to 365 days'],
  ['OVER_A_YEAR', 'over a year'],
  ['UNKNOWN', 'not known'],
];
const EXPIRY: readonly Bucket[] = [
  ['EXPIRED', 'expired'],
  ['NEXT_7_DAYS', 'within 7 days'],
  ['NEXT_30_DAYS', 'within 30 days'],
  ['NEXT_90_DAYS', 'within 90 days'],
  ['LATER', 'later'],
  ['NONE', 'no expiry known'],
];
const USAGE: readonly Bucket[] = [
  ['IN_USE', 'in use'],
  ['UNUSED', 'not in use'],
  ['UNKNOWN', 'not known'],
];

export function summarize(contributions: readonly Contribution<SecretEntry>[], now: Instant): Summary {
  const entries = contributions.flatMap(({ elements }) => elements.map(({ entry }) => entry));
  return {
    totalCount: entries.length,
    byStore: tally(entries, ({ store }) => [encodeId({ type: 'Store', store: store.id, path: [] }), store.name]),
    byProvider: tally(entries, ({ store }) => [store.facts.provider, store.facts.title]),
    byGroup: (first) => tally(entries, groupBucket).slice(0, first),
    byCreator: (first) => tally(entries, creatorBucket).slice(0, first),
    byStatus: tally(entries, ({ object }) => [object.status, object.status.toLowerCase()]),
    byAge: tallyBuckets(AGE, entries, ({ object }) => ageBucket(object.createdAt, now)),
    byExpiry: tallyBuckets(EXPIRY, entries, ({ object }) => expiryBucket(object.expiresAt, now)),
    byUsage: tallyBuckets(USAGE, entries, ({ object }) => usageBucket(isInUse(object.usage))),
    stores: contributions.map(({ result }) => result),
  };
}

function groupBucket({ store, object }: SecretEntry): Bucket | null {
  if (object.group === null) return null;
  return [
    encodeId({ type: 'SecretGroup', store: store.id, path: object.group.id }),
    `${store.name}/${object.group.name}`,
  ];
}

function creatorBucket({ store, object }: SecretEntry): Bucket | null {
  if (object.createdBy === null) return null;
  const { displayName, slug, nativeId } = object.createdBy;
  return [subjectId(store, object.createdBy), displayName ?? slug ?? nativeId];
}

function ageBucket(createdAt: Instant | null, now: Instant): string {
  if (createdAt === null) return 'UNKNOWN';
  const days = (now - createdAt) / DAY_MS;
  if (days <= 30) return 'LAST_30_DAYS';
  if (days <= 90) return 'LAST_90_DAYS';
  if (days <= 180) return 'LAST_180_DAYS';
  return days <= 365 ? 'LAST_YEAR' : 'OVER_A_YEAR';
}

function expiryBucket(expiresAt: Instant | null, now: Instant): string {
  if (expiresAt === null) return 'NONE';
  const days = (expiresAt - now) / DAY_MS;
  if (days <= 0) return 'EXPIRED';
  if (days <= 7) return 'NEXT_7_DAYS';
  if (days <= 30) return 'NEXT_30_DAYS';
  return days <= 90 ? 'NEXT_90_DAYS' : 'LATER';
}

function usageBucket(inUse: boolean | null): string {
  if (inUse === null) return 'UNKNOWN';
  return inUse ? 'IN_USE' : 'UNUSED';
}

/** Secrets that the bucket function answers null for are in no bucket. */
function tally(entries: readonly SecretEntry[], bucketOf: (entry: SecretEntry) => Bucket | null): readonly Count[] {
  const counts = new Map<string, { label: string; count: number }>();
  for (const entry of entries) {
    const bucket = bucketOf(entry);
    if (bucket === null) continue;
    const known = counts.get(bucket[0]);
    if (known === undefined) counts.set(bucket[0], { label: bucket[1], count: 1 });
    else known.count += 1;
  }
  return [...counts]
    .map(([key, { label, count }]) => ({ key, label, count }))
    .sort((a, b) => b.count - a.count || compareCodePoints(a.label, b.label) || compareCodePoints(a.key, b.key));
}

function tallyBuckets(
  buckets: readonly Bucket[],
  entries: readonly SecretEntry[],
  keyOf: (entry: SecretEntry) => string,
): readonly Count[] {
  const counts = new Map(buckets.map(([key]) => [key, 0]));
  for (const entry of entries) {
    const key = keyOf(entry);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return buckets.map(([key, label]) => ({ key, label, count: counts.get(key) ?? 0 }));
}
