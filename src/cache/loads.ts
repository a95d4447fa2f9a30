import type { Item } from '../domain/connector.ts';
import { PortcullisError } from '../domain/errors.ts';
import type { NativePath } from '../domain/model.ts';
import type { CacheCounters } from './counters.ts';
import type { Epochs } from './epochs.ts';
import type { Flight, Flights, Outcome } from './flights.ts';
import { type Freshness, maxAgeOf, type ReadOptions } from './freshness.ts';
import type { CachedStore, Keeper } from './keeper.ts';
import type { StoredEntry } from './memory.ts';
import type { EntryKey } from './names.ts';
import type { CacheKind } from './shapes.ts';

/** Travels with every load. The signal aborts when nobody waits any more. */
export interface LoadContext {
  readonly signal: AbortSignal;
}

/** What names an object: an id, or the object itself where the load needs it. */
export interface Keyed {
  readonly id: NativePath;
}

export interface ReadRequest<K extends Keyed> {
  readonly store: CachedStore;
  readonly kind: CacheKind;
  readonly keys: readonly K[];
  /** Answers one item for each missing key, in order. */
  readonly load: (missing: readonly K[], context: LoadContext) => Promise<readonly Item<unknown>[]>;
  readonly options: ReadOptions;
}

/** A key of a request, with what is known of it. */
export interface Slot<K> {
  /** The key in this process. */
  readonly name: string;
  readonly key: EntryKey;
  readonly keyed: K;
  entry: StoredEntry | null;
}

export interface LoadsOptions {
  readonly keeper: Keeper;
  readonly flights: Flights<StoredEntry>;
  readonly epochs: Epochs;
  readonly freshness: Freshness;
  readonly counters: CacheCounters;
  readonly now: () => number;
}

/** The way to the upstream: what a load answers is kept, and shared by all reads that began in its epoch. */
export class Loads {
  readonly #options: LoadsOptions;

  constructor(options: LoadsOptions) {
    this.#options = options;
  }

  /** Whether somebody is loading the slot and this read may join. */
  isUnderWay<K extends Keyed>(request: ReadRequest<K>, slot: Slot<K>): boolean {
    const epoch = this.#epochOf(request);
    return this.#options.flights.find(flightKey(slot, epoch), maxAgeOf(request.options)) !== null;
  }

  /** One flight for each slot, in order: those under way are joined, the others take off as one load. */
  board<K extends Keyed>(request: ReadRequest<K>, slots: readonly Slot<K>[]): readonly Flight<StoredEntry>[] {
    const { flights, counters } = this.#options;
    const epoch = this.#epochOf(request);
    const grounded = slots.filter((slot) => !this.isUnderWay(request, slot));
    counters.joinedFlights += slots.length - grounded.length;
    if (grounded.length > 0) {
      const keys = grounded.map((slot) => flightKey(slot, epoch));
      flights.start(keys, (signal) => this.#load(request, grounded, signal));
    }
    return slots.flatMap((slot) => flights.find(flightKey(slot, epoch), Number.POSITIVE_INFINITY) ?? []);
  }

  async #load<K extends Keyed>(
    request: ReadRequest<K>,
    slots: readonly Slot<K>[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, Outcome<StoredEntry>>> {
    const epoch = this.#epochOf(request);
    const fetchedAt = this.#options.now();
    const items = await this.#items(request, slots, signal);
    const freshUntil = this.#options.freshness.freshUntil(fetchedAt);
    const outcomes = new Map<string, Outcome<StoredEntry>>();
    for (const [index, slot] of slots.entries()) {
      const item = items[index];
      const outcome =
        item instanceof PortcullisError ? { error: item } : { value: { value: item, fetchedAt, freshUntil, epoch } };
      this.#keep(request.store, slot.key, outcome);
      outcomes.set(flightKey(slot, epoch), outcome);
    }
    return outcomes;
  }

  /** @throws what `load` throws; a wrong number of items is a bug of the caller, never a cache fault */
  async #items<K extends Keyed>(
    request: ReadRequest<K>,
    slots: readonly Slot<K>[],
    signal: AbortSignal,
  ): Promise<readonly Item<unknown>[]> {
    const { counters } = this.#options;
    const missing = slots.map((slot) => slot.keyed);
    counters.loads += 1;
    try {
      const items = await request.load(missing, { signal });
      if (items.length !== missing.length) throw new TypeError('A load answered more or fewer items than asked for.');
      if (items.some((item) => item instanceof PortcullisError)) counters.failedLoads += 1;
      return items;
    } catch (error) {
      counters.failedLoads += 1;
      throw error;
    }
  }

  #keep(store: CachedStore, key: EntryKey, outcome: Outcome<StoredEntry>): void {
    if ('value' in outcome) this.#options.keeper.keep(store, key, outcome.value);
    else if (outcome.error instanceof PortcullisError && outcome.error.code === 'NOT_FOUND') {
      this.#options.keeper.forget(store, key);
    }
  }

  #epochOf(request: { readonly store: CachedStore }): string {
    return this.#options.epochs.of(request.store.storeId).current;
  }
}

/** With the epoch in its key, no read joins a load that began before a write. */
function flightKey(slot: { readonly name: string }, epoch: string): string {
  return `${slot.name}\0${epoch}`;
}
