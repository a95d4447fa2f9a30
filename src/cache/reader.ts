import type { Item } from '../domain/connector.ts';
import { PortcullisError } from '../domain/errors.ts';
import type { Instant } from '../domain/model.ts';
import type { CacheCounters } from './counters.ts';
import type { Epochs } from './epochs.ts';
import type { Flights, Outcome } from './flights.ts';
import type { Freshness, ReadOptions } from './freshness.ts';
import type { Keeper } from './keeper.ts';
import type { Keyed, Loads, ReadRequest, Slot } from './loads.ts';
import type { StoredEntry } from './memory.ts';
import { memoryKey } from './names.ts';

/** What a read answers, and how old it is. */
export interface CacheRead<Value> {
  readonly value: Value;
  /** When the load began that answered it. */
  readonly fetchedAt: Instant;
  /** UPSTREAM: loaded for this read, or by a load that it joined. */
  readonly source: 'UPSTREAM' | 'CACHE';
  /** True where the lifetime is over: the upstream could not be asked, or is being asked now. */
  readonly stale: boolean;
}

export interface ReaderOptions {
  readonly keeper: Keeper;
  readonly flights: Flights<StoredEntry>;
  readonly loads: Loads;
  readonly epochs: Epochs;
  readonly freshness: Freshness;
  readonly counters: CacheCounters;
}

type Answer = Item<CacheRead<unknown>>;
type Verdict = 'FRESH' | 'REVALIDATE' | 'MISS';

/** Reads n keys of one kind of one store: what is fresh, then loads under way, then one load for the rest. */
export class Reader {
  readonly #options: ReaderOptions;

  constructor(options: ReaderOptions) {
    this.#options = options;
  }

  /**
   * @returns one answer for each key, in order
   * @throws the reason of an aborted signal, and what a load throws that is no PortcullisError
   */
  async read<K extends Keyed>(request: ReadRequest<K>): Promise<readonly Answer[]> {
    const { epochs, counters } = this.#options;
    const { store, options } = request;
    options.signal?.throwIfAborted();
    await epochs.of(store.storeId).ensureFresh();
    const slots = slotsOf(request);
    await this.#recall(request, slots);
    options.signal?.throwIfAborted();

    const { MISS = [], REVALIDATE = [], FRESH = [] } = Object.groupBy(slots, (slot) => this.#judge(slot, options));
    counters.misses += MISS.length;
    counters.staleServed += REVALIDATE.length;
    const answers = new Map<string, Answer>([
      ...FRESH.map((slot) => [slot.name, cached(slot.entry, false)] as const),
      ...REVALIDATE.map((slot) => [slot.name, cached(slot.entry, true)] as const),
      ...(await this.#load(request, MISS, REVALIDATE)),
    ]);
    return request.keys.flatMap(({ id }) => answers.get(memoryKey(store, { kind: request.kind, id })) ?? []);
  }

  /** From memory, and what is not usable there from the shared layer, unless somebody is loading it anyway. */
  async #recall<K extends Keyed>(request: ReadRequest<K>, slots: readonly Slot<K>[]): Promise<void> {
    const { keeper, loads, freshness, counters } = this.#options;
    const { store, options } = request;
    const isMissing = (slot: Slot<K>) => !freshness.isUsable(slot.entry, options);
    for (const slot of slots) slot.entry = keeper.recall(store, slot.key);
    const missing = slots.filter(isMissing);
    counters.memoryHits += slots.length - missing.length;
    const asked = missing.filter((slot) => options.maxAgeMs !== 0 && !loads.isUnderWay(request, slot));
    if (asked.length === 0) return;

    const keys = asked.map((slot) => slot.key);
    const found = await keeper.lookup(store, keys);
    // Another read may have loaded something meanwhile, or a write may have ended the epoch of what was recalled.
    for (const slot of slots) slot.entry = newer(keeper.recall(store, slot.key), found.get(slot.name) ?? null);
    counters.redisHits += asked.length - asked.filter(isMissing).length;
  }

  #judge<K>(slot: Slot<K>, options: ReadOptions): Verdict {
    const { freshness } = this.#options;
    if (freshness.isUsable(slot.entry, options)) return 'FRESH';
    return options.staleWhileRevalidate === true && freshness.mayStandIn(slot.entry, options) ? 'REVALIDATE' : 'MISS';
  }

  /** Waits for the missed ones; the others are loaded behind the answer. */
  async #load<K extends Keyed>(
    request: ReadRequest<K>,
    missed: readonly Slot<K>[],
    revalidated: readonly Slot<K>[],
  ): Promise<[string, Answer][]> {
    const { flights, loads } = this.#options;
    void flights.wait(loads.board(request, revalidated), undefined);
    const outcomes = await flights.wait(loads.board(request, missed), request.options.signal);
    return missed.flatMap((slot, index) => {
      const outcome = outcomes[index];
      return outcome === undefined ? [] : [[slot.name, this.#answer(request, slot, outcome)]];
    });
  }

  #answer<K extends Keyed>(request: ReadRequest<K>, slot: Slot<K>, outcome: Outcome<StoredEntry>): Answer {
    const { epochs, freshness, counters } = this.#options;
    if ('value' in outcome) return { ...timed(outcome.value), source: 'UPSTREAM', stale: false };
    const { error } = outcome;
    if (!(error instanceof PortcullisError)) throw error;
    // What was cached before a write never stands in after it.
    const isCurrent = slot.entry?.epoch === epochs.of(request.store.storeId).current;
    if (!error.retryable || !isCurrent || !freshness.mayStandIn(slot.entry, request.options)) return error;
    counters.staleServed += 1;
    return cached(slot.entry, true);
  }
}

function slotsOf<K extends Keyed>(request: ReadRequest<K>): Slot<K>[] {
  const slots = new Map<string, Slot<K>>();
  for (const keyed of request.keys) {
    const key = { kind: request.kind, id: keyed.id };
    const name = memoryKey(request.store, key);
    if (!slots.has(name)) slots.set(name, { name, key, keyed, entry: null });
  }
  return [...slots.values()];
}

function newer(left: StoredEntry | null, right: StoredEntry | null): StoredEntry | null {
  if (left === null || right === null) return left ?? right;
  return left.fetchedAt >= right.fetchedAt ? left : right;
}

function cached(entry: StoredEntry | null, stale: boolean): Answer {
  if (entry === null) throw new TypeError('Judged to be cached, and is not.');
  return { ...timed(entry), source: 'CACHE', stale };
}

function timed({ value, fetchedAt }: StoredEntry): { value: unknown; fetchedAt: Instant } {
  return { value, fetchedAt };
}
