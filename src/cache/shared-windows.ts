import { createHash } from 'node:crypto';
import type { WindowCount } from '../domain/window-counter.ts';
import { createRedisCommands } from './redis-commands.ts';

/** Counts that all gateways of one Redis share. */
export interface SharedWindows {
  /** Connects. Resolves when Redis is there or could not be reached. */
  readonly open: () => Promise<void>;
  /** A counter of its own for each kind of thing; null while Redis does not answer. */
  readonly counter: (kind: string, windowMs: number) => (key: string) => Promise<WindowCount | null>;
  readonly close: () => void;
}

/** On a connection of its own: a flood that is being counted must not queue before the cache. */
export function createSharedWindows(redis: { readonly url: string; readonly keyPrefix: string }): SharedWindows {
  const commands = createRedisCommands({ url: redis.url, counters: { redisErrors: 0, redisSkipped: 0 } });
  return {
    open: commands.open,
    counter: (kind, windowMs) => async (key) => {
      const name = `${redis.keyPrefix}window:${kind}:${nameOf(key)}`;
      const replies = await commands.run((pipeline) =>
        pipeline.set(name, 0, 'PX', windowMs, 'NX').incr(name).pttl(name),
      );
      if (replies === null) return null;
      const [, count, leftMs] = replies;
      if (typeof count !== 'number' || typeof leftMs !== 'number') return null;
      // It ended between the two commands, and INCR made it anew without an end.
      if (leftMs < 0) await commands.run((pipeline) => pipeline.pexpire(name, windowMs));
      return { count, resetsInMs: leftMs < 0 ? windowMs : leftMs };
    },
    close: commands.close,
  };
}

/** Redis need not know who calls, or from where. */
function nameOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, 22);
}
