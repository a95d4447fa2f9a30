import type { z } from 'zod';
import type { CacheCounters } from './counters.ts';
import { decodeEntry, type Entry, encodeEntry } from './entry.ts';
import { parseEpoch } from './epoch-store.ts';
import type { Epochs } from './epochs.ts';
import type { StoredEntry } from './memory.ts';
import type { EntryKey, Names, StoreIdentity } from './names.ts';
import type { PlainSize } from './plain.ts';
import { REFUSED, type RedisLink, type Reply } from './redis.ts';

export interface SharedLayerOptions {
  readonly link: RedisLink;
  readonly names: Names;
  readonly epochs: Epochs;
  readonly counters: CacheCounters;
  readonly now: () => number;
  /** Bound of one encoded entry, both ways. */
  readonly maxValueBytes: number;
}

/** The layer that several gateways share. Whatever goes wrong in it is a miss. */
export interface SharedLayer {
  /** The entries of one store, in the order of `keys`; null where there is none to be trusted. */
  lookup(
    identity: StoreIdentity,
    keys: readonly EntryKey[],
    shape: z.ZodType,
  ): Promise<readonly (StoredEntry | null)[]>;
  /** Keeps an entry for `lifetimeMs`, unless another epoch than `epoch` has begun. */
  store(identity: StoreIdentity, key: EntryKey, entry: StoredEntry, size: PlainSize, lifetimeMs: number): Promise<void>;
  remove(identity: StoreIdentity, key: EntryKey): Promise<void>;
}

/** Another gateway's clock may run ahead by this much. */
const MAX_CLOCK_SKEW_MS = 5_000;

export function createSharedLayer(options: SharedLayerOptions): SharedLayer {
  const { link, names, epochs, counters } = options;

  const decode = (name: string, reply: Reply, shape: z.ZodType): Entry<unknown> | null => {
    if (Buffer.isBuffer(reply) && reply.length === 0) return null;
    const entry =
      Buffer.isBuffer(reply) && reply.length <= options.maxValueBytes ? decodeEntry(name, reply, shape) : null;
    if (entry !== null && entry.fetchedAt <= options.now() + MAX_CLOCK_SKEW_MS) return entry;
    counters.decodeFailures += 1;
    return null;
  };

  /** Epoch and entries in one round trip. Null: the epoch was another one, and is known now if it can be. */
  const attempt = async (identity: StoreIdentity, keys: readonly EntryKey[], shape: z.ZodType) => {
    const { storeId } = identity;
    const asked = epochs.of(storeId).shared;
    if (asked === null) return null;
    const entryNames = keys.map((key) => names.entry(identity, asked, key));
    // GETRANGE instead of GET: half a gigabyte of rubbish under our name is not even sent to us.
    const replies = await link.run((pipeline) =>
      entryNames.reduce(
        (commands, name) => commands.getrangeBuffer(name, 0, options.maxValueBytes),
        pipeline.getBuffer(names.epoch(storeId)),
      ),
    );
    if (replies === null) return [];
    const [epochReply, ...entryReplies] = replies;
    await epochs.of(storeId).observe(asked, parseEpoch(epochReply, options.now()));
    if (epochs.of(storeId).shared !== asked) return null;
    const epoch = epochs.of(storeId).current;
    return entryNames.map((name, index) => {
      const entry = decode(name, entryReplies[index] ?? REFUSED, shape);
      return entry === null ? null : { ...entry, epoch };
    });
  };

  return {
    lookup: async (identity, keys, shape) => {
      const found = (await attempt(identity, keys, shape)) ?? (await attempt(identity, keys, shape));
      return keys.map((_key, index) => found?.[index] ?? null);
    },
    store: async (identity, key, entry, size, lifetimeMs) => {
      const shared = epochs.of(identity.storeId).shared;
      if (shared === null || lifetimeMs < 1 || epochs.of(identity.storeId).current !== entry.epoch) return;
      const name = names.entry(identity, shared, key);
      const bytes = size.textBytes <= options.maxValueBytes ? encodeEntry(name, entry) : null;
      if (bytes === null || bytes.length > options.maxValueBytes) {
        counters.tooLargeForRedis += 1;
        return;
      }
      await link.run((pipeline) => pipeline.set(name, bytes, 'PX', Math.ceil(lifetimeMs)));
    },
    remove: async (identity, key) => {
      const shared = epochs.of(identity.storeId).shared;
      if (shared === null) return;
      await link.run((pipeline) => pipeline.del(names.entry(identity, shared, key)));
    },
  };
}
