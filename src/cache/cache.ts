import type { Item } from '../domain/connector.ts';
import { PortcullisError } from '../domain/errors.ts';
import type { NativePath } from '../domain/model.ts';
import { type CacheCounters, createCounters } from './counters.ts';
import { createEpochStore } from './epoch-store.ts';
import { createEpochs, type Epochs } from './epochs.ts';
import { createFlights } from './flights.ts';
import { createFreshness, type ReadOptions } from './freshness.ts';
import { type CachedStore, Keeper } from './keeper.ts';
import { type Keyed, type LoadContext, Loads } from './loads.ts';
import { createMemoryLayer, type StoredEntry } from './memory.ts';
import { createNames, type Names } from './names.ts';
import { type CacheRead, Reader } from './reader.ts';
import { createRedisLink, type RedisLink } from './redis.ts';
import {
  type Cacheable,
  type CacheKind,
  createShapes,
  type NativeShapes,
  type ObjectKind,
  type StoreKind,
} from './shapes.ts';
import { createSharedLayer } from './shared-layer.ts';
import type { EpochChange, Schedule } from './store-epoch.ts';

export interface CacheStoreOptions {
  readonly storeId: string;
  /**
   * A digest of the store's credentials (and of whatever else decides what they may see). It must not be guessable:
   * it keys the hashes in the names of entries.
   */
  readonly fingerprint: string;
  readonly nativeShapes: NativeShapes;
}

export interface RedisCacheOptions {
  /** 'redis://…', 'rediss://…' or the path of a socket. */
  readonly url: string;
  /** Before every name and the channel. */
  readonly keyPrefix: string;
  /** Larger entries stay in this process. Default 1 MiB: what a slow link carries within one command's time-out. */
  readonly maxValueBytes?: number;
}

export interface MetadataCacheOptions {
  readonly stores: readonly CacheStoreOptions[];
  /** The lifetime of an entry, shortened by up to a tenth at random. */
  readonly ttlSeconds: number;
  /** How old an entry may be and still stand in for an upstream that fails. 0: never. */
  readonly staleSeconds: number;
  /** Bound of the memory layer. Default 128 MiB. */
  readonly maxMemoryBytes?: number;
  /** Null: in this process only. */
  readonly redis: RedisCacheOptions | null;
  /** A missed announcement is repaired after this time at the latest. Default 1,000 ms. */
  readonly epochCheckMs?: number;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** 0 to 1, 1 excluded. */
  readonly random: () => number;
  readonly schedule: Schedule;
  /** What was cached of a store does not count any more: by a write here, or by one that another gateway told of. */
  readonly onInvalidated?: (change: EpochChange) => void;
}

/** All counters since the start, and what the memory layer holds now. */
export interface CacheStats extends Readonly<CacheCounters> {
  readonly memoryBytes: number;
  readonly memoryEntries: number;
}

/** A store, and within it the object where a store has many of the kind. */
export type CacheKey<Kind extends CacheKind> = Kind extends StoreKind
  ? { readonly storeId: string }
  : { readonly storeId: string; readonly id: NativePath };

/**
 * What several reads of metadata may share: memory, then Redis, then the upstream. It knows neither who asks nor what
 * they may see: policy is asked after it. A fault of its own is a miss and a counter, never an error.
 */
export interface MetadataCache {
  /**
   * @throws what `load` throws, unless it is retryable and an older entry may stand in (then `stale` is true); the
   *   reason of an aborted signal; TypeError for a store that the cache was not made for
   */
  read<Kind extends CacheKind>(
    kind: Kind,
    key: CacheKey<Kind>,
    load: (context: LoadContext) => Promise<Cacheable[Kind]>,
    options?: ReadOptions,
  ): Promise<CacheRead<Cacheable[Kind]>>;
  /**
   * Many objects of one store. `load` is called at most once, with the keys that are neither cached nor being loaded
   * by another read, each once, and answers an item for each in their order; errors are never cached.
   * @returns one item for each key, in order; if `load` rejects with a PortcullisError, each missing key has it
   */
  readMany<Kind extends ObjectKind, K extends Keyed>(
    kind: Kind,
    storeId: string,
    keys: readonly K[],
    load: (missing: readonly K[], context: LoadContext) => Promise<readonly Item<Cacheable[Kind]>[]>,
    options?: ReadOptions,
  ): Promise<readonly Item<CacheRead<Cacheable[Kind]>>[]>;
  /**
   * Nothing that was loaded before is answered to a read that begins after this was called; other gateways have been
   * told when it resolves, or will be as soon as Redis answers. Never rejects, save for an unknown store.
   */
  invalidate(storeId: string): Promise<void>;
  stats(): CacheStats;
  /** Connects to Redis. Resolves when it is there or could not be reached; reads before that only miss. */
  open(): Promise<void>;
  /** Resolves when no load and no write to Redis is under way. */
  idle(): Promise<void>;
  /** Aborts loads, ends the connections. */
  close(): Promise<void>;
}

const DEFAULT_MEMORY_BYTES = 128 * 1024 * 1024;
const DEFAULT_VALUE_BYTES = 1024 * 1024;
const DEFAULT_EPOCH_CHECK_MS = 1_000;

/** A `Schedule` of the process's own timers, which do not keep it alive. */
export const systemSchedule: Schedule = (task, delayMs) => {
  const timer = setTimeout(task, delayMs).unref();
  return () => clearTimeout(timer);
};

export function createMetadataCache(options: MetadataCacheOptions): MetadataCache {
  const { link, epochs, memory, keeper, flights, reader, counters } = assemble(options);
  const stores = new Map(options.stores.map((store) => [store.storeId, cachedStore(store)]));
  const storeOf = (storeId: string): CachedStore => {
    const store = stores.get(storeId);
    if (store === undefined) throw new TypeError('The cache was not made for this store.');
    return store;
  };

  // The casts: a kind is part of every key, so what comes back is what a load of the kind answered or its shape let in.
  return {
    read: async (kind, key, load, wish = {}) => {
      const store = storeOf(key.storeId);
      const keys = [{ id: 'id' in key ? key.id : [] }];
      const loadOne = async (_missing: unknown, context: LoadContext) => [
        await Promise.try(load, context).catch(asItem),
      ];
      const [answer] = await reader.read({ store, kind, keys, load: loadOne, options: wish });
      if (answer === undefined || answer instanceof PortcullisError) throw answer;
      return answer as CacheRead<Cacheable[typeof kind]>;
    },
    readMany: async (kind, storeId, keys, load, wish = {}) => {
      const answers = await reader.read({ store: storeOf(storeId), kind, keys, load, options: wish });
      return answers as readonly Item<CacheRead<Cacheable[typeof kind]>>[];
    },
    invalidate: async (storeId) => {
      await epochs.of(storeId).invalidate();
    },
    stats: () => ({ ...counters, memoryBytes: memory.bytes, memoryEntries: memory.entries }),
    open: async () => {
      await link?.open();
      await epochs.catchUp();
    },
    idle: async () => {
      await flights.idle();
      await keeper.idle();
    },
    close: async () => {
      flights.abortAll();
      epochs.close();
      await keeper.idle();
      link?.close();
    },
  };
}

function assemble(options: MetadataCacheOptions) {
  const { redis, now, random } = options;
  const counters = createCounters();
  const names = createNames(redis?.keyPrefix ?? '');
  const { link, epochs } = connect(options, names, counters);
  const memory = createMemoryLayer(options.maxMemoryBytes ?? DEFAULT_MEMORY_BYTES, counters);
  const maxValueBytes = redis?.maxValueBytes ?? DEFAULT_VALUE_BYTES;
  const shared = link && createSharedLayer({ link, names, epochs, counters, now, maxValueBytes });
  const ttlMs = options.ttlSeconds * 1_000;
  const staleMs = options.staleSeconds * 1_000;
  const keeper = new Keeper({ memory, shared, epochs, counters, now, keepMs: Math.max(ttlMs, staleMs) });
  const flights = createFlights<StoredEntry>(now);
  const freshness = createFreshness({ ttlMs, staleMs, now, random });
  const loads = new Loads({ keeper, flights, epochs, freshness, counters, now });
  const reader = new Reader({ keeper, flights, loads, epochs, freshness, counters });
  return { link, epochs, memory, keeper, flights, reader, counters };
}

/** An error of one object is an item like any other; anything else goes on being thrown. */
function asItem(error: unknown): PortcullisError {
  if (error instanceof PortcullisError) return error;
  throw error;
}

function cachedStore({ storeId, fingerprint, nativeShapes }: CacheStoreOptions): CachedStore {
  return { storeId, fingerprint, shapes: createShapes(nativeShapes) };
}

/** The epochs, and the connection that feeds them where there is one. */
function connect(
  options: MetadataCacheOptions,
  names: Names,
  counters: CacheCounters,
): { link: RedisLink | null; epochs: Epochs } {
  const { redis, now, random, schedule } = options;
  const link =
    redis &&
    createRedisLink({
      url: redis.url,
      channel: names.channel,
      counters,
      onReady: () => {
        epochs.distrust();
        void epochs.catchUp();
      },
      onListening: () => epochs.distrust(),
      onMessage: (message) => epochs.hear(message),
    });
  const storeIds = options.stores.map((store) => store.storeId);
  const epochs = createEpochs(storeIds, names, {
    shared: link && createEpochStore(link, names.channel, now),
    counters,
    now,
    random,
    schedule,
    checkIntervalMs: options.epochCheckMs ?? DEFAULT_EPOCH_CHECK_MS,
    onChange: (change) => {
      try {
        options.onInvalidated?.(change);
      } catch {
        counters.faults += 1;
      }
    },
  });
  return { link, epochs };
}
