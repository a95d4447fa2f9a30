import type { Instant } from '../domain/model.ts';
import type { StoredEntry } from './memory.ts';

export interface ReadOptions {
  /** Ends the waiting of this read. The load goes on as long as another read waits for it. */
  readonly signal?: AbortSignal;
  /** Nothing that is as old as this (by when its load began), and nothing stale: 0 always asks the upstream. */
  readonly maxAgeMs?: number;
  /** Past its lifetime an entry is answered at once, marked stale, and loaded again behind the answer. */
  readonly staleWhileRevalidate?: boolean;
}

export interface FreshnessOptions {
  readonly ttlMs: number;
  readonly staleMs: number;
  readonly now: () => Instant;
  /** 0 to 1, 1 excluded. */
  readonly random: () => number;
}

/** The rules of time, in one place. */
export interface Freshness {
  /** The end of the lifetime of what is loaded now. */
  freshUntil(fetchedAt: Instant): Instant;
  isUsable(entry: StoredEntry | null, options: ReadOptions): entry is StoredEntry;
  /** Whether an entry past its lifetime may stand in, marked as stale. */
  mayStandIn(entry: StoredEntry | null, options: ReadOptions): entry is StoredEntry;
}

/** Lifetimes are shortened by up to a tenth, so that what was loaded together is not reloaded together. */
const JITTER = 0.1;

export function createFreshness({ ttlMs, staleMs, now, random }: FreshnessOptions): Freshness {
  return {
    freshUntil: (fetchedAt) => fetchedAt + Math.floor(ttlMs * (1 - JITTER * random())),
    isUsable: (entry, options): entry is StoredEntry =>
      entry !== null &&
      // Another gateway may give longer lifetimes: ours counts.
      now() < Math.min(entry.freshUntil, entry.fetchedAt + ttlMs) &&
      now() - entry.fetchedAt < maxAgeOf(options),
    // A bound that the reader gave is a bound: it is never answered with something stale.
    mayStandIn: (entry, options): entry is StoredEntry =>
      entry !== null && options.maxAgeMs === undefined && now() - entry.fetchedAt < staleMs,
  };
}

export function maxAgeOf(options: ReadOptions): number {
  return options.maxAgeMs ?? Number.POSITIVE_INFINITY;
}
