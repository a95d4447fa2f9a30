import { nativeShapes, secretNamed } from '../../src/cache/__fixtures__/metadata.ts';
import {
  createMetadataCache,
  type MetadataCache,
  type MetadataCacheOptions,
  systemSchedule,
} from '../../src/cache/cache.ts';
import type { CacheRead } from '../../src/cache/reader.ts';
import type { EpochOrigin } from '../../src/cache/store-epoch.ts';
import type { Secret } from '../../src/domain/model.ts';

export const STORE = 'swarm';
export const KEY_PREFIX = 'portcullis-test:';

/** The cache of one gateway, and the upstream behind it: it answers the name it is given, and counts. */
export interface Gateway {
  readonly cache: MetadataCache;
  /** How often the upstream was asked. */
  readonly upstreamCalls: () => number;
  /** Reads one secret; the upstream would say that its description is `description`. */
  read(name: string, description?: string): Promise<CacheRead<Secret>>;
  /** The time at which an invalidation of this origin is next noticed, from `performance.now()`. */
  noticed(origin: EpochOrigin): Promise<number>;
}

/** A clock that stands still: what happens by announcement does not happen by the passing of time. */
export const clock = { at: 1_750_000_000_000 };

export function openGateway(url: string, options: Partial<MetadataCacheOptions> & { maxValueBytes?: number } = {}) {
  const waiting: { origin: EpochOrigin; resolve: (at: number) => void }[] = [];
  let calls = 0;
  const { maxValueBytes, ...others } = options;
  const cache = createMetadataCache({
    stores: [{ storeId: STORE, fingerprint: 'f', nativeShapes }],
    ttlSeconds: 60,
    staleSeconds: 600,
    redis: { url, keyPrefix: KEY_PREFIX, ...(maxValueBytes === undefined ? {} : { maxValueBytes }) },
    now: () => clock.at,
    random: Math.random,
    schedule: systemSchedule,
    onInvalidated: ({ origin }) => {
      for (const waiter of waiting.filter((one) => one.origin === origin)) waiter.resolve(performance.now());
    },
    ...others,
  });
  const gateway: Gateway = {
    cache,
    upstreamCalls: () => calls,
    read: (name, description = 'first') =>
      cache.read('secret', { storeId: STORE, id: ['g1', name] }, () => {
        calls += 1;
        return Promise.resolve({ ...secretNamed(name), description });
      }),
    noticed: (origin) => {
      const { promise, resolve } = Promise.withResolvers<number>();
      waiting.push({ origin, resolve });
      return promise;
    },
  };
  return gateway;
}
