import type { Item } from '../domain/connector.ts';
import { PortcullisError } from '../domain/errors.ts';
import type { Instant, NativePath } from '../domain/model.ts';
import type { CacheCounters } from './counters.ts';
import type { Entry } from './entry.ts';
import type { Epochs } from './epochs.ts';
import { type Flights, type Outcome } from './flights.ts';
import type { CachedStore, Keeper } from './keeper.ts';
import type { StoredEntry } from './memory.ts';
import { type EntryKey, memoryKey } from './names.ts';
import type { CacheKind } from './shapes.ts';

/** What a read answers, and how old it is. */
export interface CacheRead<Value> {
  readonly value: Value;
  readonly fetchedAt: Instant;
  /** UPSTREAM: loaded for this read, or by a load that it joined. */
  readonly source: 'UPSTREAM' | 'CACHE';
  /** True where the lifetime is over: the upstream could not be asked, or is being asked now. */
  readonly stale: boolean;
}

export interface ReadOptions {
  /** Ends the waiting of this read. The load goes on as long as another read waits for it. */
  readonly signal?: AbortSignal;
  /** Nothing that is as old as this (by when its load began), and nothing stale: 0 always asks the upstream. */
  readonly maxAgeMs?: number;
  /** Past its lifetime an entry is answered at once, marked stale, and loaded again behind the answer. */
  readonly staleWhileRevalidate?: boolean;
}

/** Travels with every load. The signal aborts when nobody waits any more. */
export interface LoadContext {
  readonly signal: AbortSignal;
}

export interface ReaderOptions {
  readonly keeper: Keeper;
  readonly flights: Flights<StoredEntry>;
  readonly epochs: Epochs;
  readonly counters: CacheCounters;
  readonly now: () => number;
  readonly random: () => number;
  readonly ttlMs: number;
  readonly staleMs: number;
}

export interface ReadRequest<Keyed extends { readonly id: NativePath }> {
  readonly store: CachedStore;
  readonly kind: CacheKind;
  readonly keys: readonly Keyed[];
  readonly load: (missing: readonly Keyed[], context: LoadContext) => Promise<readonly Item<unknown>[]>;
  readonly options: ReadOptions;
}

/** A key of a request, with what is known of it. */
interface Slot<Keyed> {
  readonly name: string;
  readonly key: EntryKey;
  readonly keyed: Keyed;
  entry: StoredEntry | null;
}

/** Lifetimes are shortened by up to a tenth, so that what was loaded together is not reloaded together. */
const JITTER = 0.1;

/** Reads n keys of one kind of one store: hits, then flights under way, then one load for the rest. */
export type Reader = <Keyed extends { readonly id: NativePath }>(
  request: ReadRequest<Keyed>,
) => Promise<readonly Item<CacheRead<unknown>>[]>;

export function createReader(options: ReaderOptions): Reader {
  const { keeper, flights, epochs, counters, now, ttlMs, staleMs } = options;

  const age = (entry: Entry<unknown>): number => now() - entry.fetchedAt;
  // Another gateway may give longer lifetimes: ours counts.
  const isFresh = (entry: Entry<unknown>): boolean => now() < Math.min(entry.freshUntil, entry.fetchedAt + ttlMs);
  const isUsable = (entry: StoredEntry | null, { maxAgeMs }: ReadOptions): entry is StoredEntry =>
    entry !== null && isFresh(entry) && age(entry) < (maxAgeMs ?? Number.POSITIVE_INFINITY);
  /** A bound that the reader gave is a bound: it is never answered with something stale. */
  const mayServeStale = (slot: { entry: StoredEntry | null }, { maxAgeMs }: ReadOptions, storeId: string): boolean =>
    slot.entry !== null &&
    maxAgeMs === undefined &&
    age(slot.entry) < staleMs &&
    slot.entry.epoch === epochs.current(storeId);

  const flightKey = (name: string, storeId: string): string => `${name}\0${epochs.current(storeId)}`;

  /** From memory, and for what is not usable there from the shared layer, unless somebody is loading it anyway. */
  const recall = async <Keyed>(slots: readonly Slot<Keyed>[], request: { store: CachedStore; options: ReadOptions }) => {
    const { store, options: wish } = request;
    for (const slot of slots) slot.entry = keeper.recall(store, slot.key);
    counters.memoryHits += slots.filter((slot) => isUsable(slot.entry, wish)).length;
    if (wish.maxAgeMs === 0) return;
    const maxAgeMs = wish.maxAgeMs ?? Number.POSITIVE_INFINITY;
    const open = slots.filter(
      (slot) =>
        !isUsable(slot.entry, wish) && flights.find(flightKey(slot.name, store.storeId), maxAgeMs) === null,
    );
    if (open.length === 0) return;
    const found = await keeper.lookup(
      store,
      open.map((slot) => slot.key),
    );
    for (const slot of slots) slot.entry = newer(keeper.recall(store, slot.key), found.get(slot.name) ?? null);
    counters.redisHits += open.filter((slot) => isUsable(slot.entry, wish)).length;
  };

  const load = async <Keyed extends { readonly id: NativePath }>(
    request: ReadRequest<Keyed>,
    slots: readonly Slot<Keyed>[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, Outcome<StoredEntry>>> => {
    const { store } = request;
    const { storeId } = store;
    const epoch = epochs.current(storeId);
    const fetchedAt = now();
    const items = await loadItems(request, slots, signal, counters);
    return new Map(
      slots.map((slot, index) => {
        const item = items[index];
        if (item instanceof PortcullisError) {
          if (item.code === 'NOT_FOUND' && epochs.current(storeId) === epoch) keeper.forget(store, slot.key);
          return [`${slot.name}\0${epoch}`, { error: item }];
        }
        const freshUntil = fetchedAt + Math.floor(ttlMs * (1 - JITTER * options.random()));
        const entry = { value: item, fetchedAt, freshUntil, epoch };
        keeper.keep(store, slot.key, entry);
        return [`${slot.name}\0${epoch}`, { value: entry }];
      }),
    );
  };

  /** Joins the flights of the slots; those that have none take off together. */
  const board = <Keyed extends { readonly id: NativePath }>(
    request: ReadRequest<Keyed>,
    slots: readonly Slot<Keyed>[],
  ) => {
    const { storeId } = request.store;
    const maxAgeMs = request.options.maxAgeMs ?? Number.POSITIVE_INFINITY;
    const keyOf = (slot: Slot<Keyed>) => flightKey(slot.name, storeId);
    const waiting = slots.filter((slot) => flights.find(keyOf(slot), maxAgeMs) === null);
    counters.joinedFlights += slots.length - waiting.length;
    if (waiting.length > 0) flights.start(waiting.map(keyOf), (signal) => load(request, waiting, signal));
    return slots.flatMap((slot) => flights.find(keyOf(slot), Number.POSITIVE_INFINITY) ?? []);
  };

  return async (request) => {
    const { store, options: wish } = request;
    wish.signal?.throwIfAborted();
    await epochs.ensureFresh(store.storeId);
    const slots = slotsOf(request);
    await recall(slots, request);
    wish.signal?.throwIfAborted();

    const answers = new Map<string, Item<CacheRead<unknown>>>();
    const stale = (slot: { entry: StoredEntry | null }) => mayServeStale(slot, wish, store.storeId);
    const hits = slots.filter((slot) => isUsable(slot.entry, wish));
    const others = slots.filter((slot) => !hits.includes(slot));
    const revalidated = wish.staleWhileRevalidate === true ? others.filter(stale) : [];
    const missed = others.filter((slot) => !revalidated.includes(slot));
    counters.misses += missed.length;
    counters.staleServed += revalidated.length;
    for (const slot of hits) if (slot.entry) answers.set(slot.name, cached(slot.entry, false));
    for (const slot of revalidated) if (slot.entry) answers.set(slot.name, cached(slot.entry, true));

    const background = board(request, revalidated);
    void flights.wait(background, undefined);
    const outcomes = await flights.wait(board(request, missed), wish.signal);
    missed.forEach((slot, index) => {
      const outcome = outcomes[index] ?? { error: null };
      if ('value' in outcome) answers.set(slot.name, loaded(outcome.value));
      else if (isRetryable(outcome.error) && slot.entry && stale(slot)) {
        counters.staleServed += 1;
        answers.set(slot.name, cached(slot.entry, true));
      } else if (outcome.error instanceof PortcullisError) answers.set(slot.name, outcome.error);
      else throw outcome.error;
    });
    return request.keys.map((keyed) => answerOf(answers, memoryKey(store, { kind: request.kind, id: keyed.id })));
  };
}
