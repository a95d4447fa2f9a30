import { Redis } from 'ioredis';
import type { CacheCounters } from './counters.ts';
import { CONNECTION, createRedisCommands, ignore, isRefusal, type RedisCommands } from './redis-commands.ts';

export { REFUSED, type Reply } from './redis-commands.ts';

export interface RedisLinkOptions {
  readonly url: string;
  /** The one channel that is listened to. */
  readonly channel: string;
  readonly counters: CacheCounters;
  /** Runs whenever commands can be sent (again): what was known of Redis may be out of date. */
  readonly onReady: () => void;
  /** Runs whenever the channel is listened to (again): messages may have been missed. */
  readonly onListening: () => void;
  readonly onMessage: (message: string) => void;
}

export interface RedisLink extends RedisCommands {
  /** Resolves when both connections stand and the channel is listened to, or once the first attempt failed. */
  open(): Promise<void>;
}

/** One connection for commands, behind a breaker, and one for the channel. */
export function createRedisLink(options: RedisLinkOptions): RedisLink {
  const commands = createRedisCommands(options);
  const subscriber = new Redis(options.url, CONNECTION);
  let listening: Promise<void> = Promise.resolve();
  subscriber.on('ready', () => {
    listening = listen(subscriber, options);
  });
  subscriber.on('message', (_channel, message) => options.onMessage(message));
  // Without a listener ioredis prints the error, and with it the address.
  subscriber.on('error', ignore);

  return {
    open: async () => {
      await Promise.all([commands.open(), subscriber.connect().catch(ignore)]);
      await listening;
    },
    run: commands.run,
    close: () => {
      commands.close();
      subscriber.disconnect();
    },
  };
}

async function listen(subscriber: Redis, options: RedisLinkOptions): Promise<void> {
  try {
    await subscriber.subscribe(options.channel);
    options.onListening();
  } catch (error) {
    options.counters.redisErrors += 1;
    // Not answered in time: a new connection, and `ready` again. Refused: only the operator can change that.
    if (!isRefusal(error)) subscriber.disconnect(true);
  }
}
