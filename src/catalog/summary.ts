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
  readonly byStore: () => readonly Count[];
  readonly byProvider: () => readonly Count[];
  readonly byGroup: (first: number) => readonly Count[];
  readonly byCreator: (first: number) => readonly Count[];
  readonly byStatus: () => readonly Count[];
  readonly byAge: () => readonly Count[];
  readonly byExpiry: () => readonly Count[];
  readonly byUsage: () => readonly Count[];
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
  const lists = contributions.map(({ elements }) => elements);
  const entries: Iterable<SecretEntry> = { [Symbol.iterator]: () => entriesOf(lists) };
  return {
    totalCount: lists.reduce((sum, { length }) => sum + length, 0),
    byStore: () => tally(entries, BY_STORE),
    byProvider: () => tally(entries, BY_PROVIDER),
    byGroup: (first) => tally(entries, BY_GROUP).slice(0, first),
    byCreator: (first) => tally(entries, BY_CREATOR).slice(0, first),
    byStatus: () => tally(entries, BY_STATUS),
    byAge: () => tallyBuckets(AGE, entries, ({ object }) => ageBucket(object.createdAt, now)),
    byExpiry: () => tallyBuckets(EXPIRY, entries, ({ object }) => expiryBucket(object.expiresAt, now)),
    byUsage: () => tallyBuckets(USAGE, entries, ({ object }) => usageBucket(isInUse(object.usage))),
    stores: contributions.map(({ result }) => result),
  };
}

function* entriesOf(lists: readonly Iterable<SecretEntry>[]): Iterator<SecretEntry> {
  for (const list of lists) yield* list;
}

/** What entries are told apart by, cheaply, and the bucket that one of them stands for. Null: in no bucket. */
interface Tally {
  readonly keyOf: (entry: SecretEntry) => unknown;
  readonly bucketOf: (entry: SecretEntry) => Bucket;
}

const BY_STORE: Tally = {
  keyOf: ({ store }) => store,
  bucketOf: ({ store }) => [encodeId({ type: 'Store', store: store.id, path: [] }), store.name],
};
const BY_PROVIDER: Tally = {
  keyOf: ({ store }) => store.facts.provider,
  bucketOf: ({ store: { facts } }) => [facts.provider, facts.title],
};
const BY_STATUS: Tally = {
  keyOf: ({ object }) => object.status,
  bucketOf: ({ object }) => [object.status, object.status.toLowerCase()],
};
const BY_GROUP: Tally = {
  keyOf: ({ store, object }) => object.group && [store.id, ...object.group.id].join('\0'),
  bucketOf: ({ store, object }) => [
    encodeId({ type: 'SecretGroup', store: store.id, path: object.group?.id ?? [] }),
    `${store.name}/${object.group?.name}`,
  ],
};
const BY_CREATOR: Tally = {
  keyOf: ({ store, object }) => object.createdBy && [store.id, ...object.createdBy.id].join('\0'),
  bucketOf: ({ store, object: { createdBy } }) => [
    createdBy === null ? '' : subjectId(store, createdBy),
    createdBy?.displayName ?? createdBy?.slug ?? createdBy?.nativeId ?? '',
  ],
};

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

function tally(entries: Iterable<SecretEntry>, { keyOf, bucketOf }: Tally): readonly Count[] {
  const counts = new Map<unknown, { readonly first: SecretEntry; count: number }>();
  for (const entry of entries) {
    const key = keyOf(entry);
    if (key === null) continue;
    const known = counts.get(key);
    if (known === undefined) counts.set(key, { first: entry, count: 1 });
    else known.count += 1;
  }
  return [...counts.values()]
    .map(({ first, count }) => {
      const [key, label] = bucketOf(first);
      return { key, label, count };
    })
    .sort((a, b) => b.count - a.count || compareCodePoints(a.label, b.label) || compareCodePoints(a.key, b.key));
}

function tallyBuckets(
  buckets: readonly Bucket[],
  entries: Iterable<SecretEntry>,
  keyOf: (entry: SecretEntry) => string,
): readonly Count[] {
  const counts = new Map(buckets.map(([key]) => [key, 0]));
  for (const entry of entries) {
    const key = keyOf(entry);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return buckets.map(([key, label]) => ({ key, label, count: counts.get(key) ?? 0 }));
}
