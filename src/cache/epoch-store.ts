import { REFUSED, type RedisLink } from './redis.ts';

/** What Redis says the epoch of a store is. ABSENT: nothing there. RUBBISH: something that is not an epoch. */
export type SeenEpoch = number | 'ABSENT' | 'RUBBISH';

/** The epochs as they lie in Redis: one counter a store, made of a clock so that a number never comes twice. */
export interface EpochStore {
  /** Null: Redis did not answer. */
  read(name: string): Promise<SeenEpoch | null>;
  /** Writes an epoch where there is none. False: there is one now, or it was refused. */
  seed(name: string, epoch: number): Promise<boolean>;
  /** The next epoch; `seed` is the ground to count from where there is none. */
  increment(name: string, seed: number): Promise<number | 'REFUSED' | null>;
  /**
   * Puts `epoch` in the place of whatever is there. DELETED: a full Redis (`noeviction`) takes no writes and yet lets
   * go: then there is no epoch, and nobody trusts an entry.
   * @see https://redis.io/docs/latest/develop/reference/eviction/
   */
  replace(name: string, epoch: number): Promise<'REPLACED' | 'DELETED' | null>;
  announce(message: string): Promise<void>;
}

/** An epoch further ahead of our clock than this (in microseconds, ten years) is rubbish. */
const MAX_AHEAD = 10 * 366 * 86_400_000_000;

/** Reads the reply to GET. `now`: epoch milliseconds. */
export function parseEpoch(reply: unknown, now: number): SeenEpoch {
  if (reply === null) return 'ABSENT';
  const text = Buffer.isBuffer(reply) ? reply.toString('latin1') : reply;
  if (typeof text !== 'string' || !/^[1-9]\d{0,15}$/.test(text)) return 'RUBBISH';
  const epoch = Number(text);
  return Number.isSafeInteger(epoch) && epoch <= now * 1_000 + MAX_AHEAD ? epoch : 'RUBBISH';
}

/** @param now epoch milliseconds */
export function createEpochStore(link: RedisLink, channel: string, now: () => number): EpochStore {
  return {
    read: async (name) => {
      const replies = await link.run((pipeline) => pipeline.getBuffer(name));
      return replies === null ? null : parseEpoch(replies[0], now());
    },
    seed: async (name, epoch) => {
      const replies = await link.run((pipeline) => pipeline.set(name, epoch, 'NX'));
      return replies?.[0] === 'OK';
    },
    increment: async (name, seed) => {
      const replies = await link.run((pipeline) => pipeline.set(name, seed, 'NX').incr(name));
      if (replies === null) return null;
      const epoch = typeof replies[1] === 'number' ? parseEpoch(String(replies[1]), now()) : 'RUBBISH';
      return typeof epoch === 'number' ? epoch : 'REFUSED';
    },
    replace: async (name, epoch) => {
      const replies = await link.run((pipeline) => pipeline.del(name).set(name, epoch, 'NX'));
      if (replies === null || replies[0] === REFUSED) return null;
      return replies[1] === 'OK' ? 'REPLACED' : 'DELETED';
    },
    announce: async (message) => {
      await link.run((pipeline) => pipeline.publish(channel, message));
    },
  };
}
