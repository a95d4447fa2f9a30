import { BrokenCircuitError, CircuitState, ConsecutiveBreaker, circuitBreaker, handleAll } from 'cockatiel';
import { type ChainableCommander, Redis, type RedisOptions } from 'ioredis';

/** Redis answered, and the answer is no: full, wrong type, not permitted, a replica. The connection is fine. */
export const REFUSED = Symbol('refused');
/** One command's reply. */
export type Reply = unknown | typeof REFUSED;

/** What went wrong with commands, for whoever counts it. */
export interface RedisCommandCounters {
  /** Commands that failed or timed out. */
  redisErrors: number;
  /** Commands not sent, because Redis is down or the breaker is open. */
  redisSkipped: number;
}

export interface RedisCommands {
  /** Resolves when the connection stands, or once the first attempt failed. Never rejects. */
  open(): Promise<void>;
  /** All commands in one round trip, their replies in order. Null: down, too slow, or not even asked. */
  run(build: (pipeline: ChainableCommander) => ChainableCommander): Promise<readonly Reply[] | null>;
  close(): void;
}

/** A command that Redis does not answer within this time is a miss. */
const COMMAND_TIMEOUT_MS = 50;
/** Time-outs in a row until no more commands are sent, and for how long: a frozen Redis costs 50 ms once a second. */
const BREAKER_FAILURES = 3;
const BREAKER_OPEN_MS = 1_000;

/**
 * Nothing waits for a connection: without one a command fails at once, and none is sent twice. ioredis would
 * otherwise queue commands and send them again for as long as Redis is away.
 * @see https://github.com/redis/ioredis#offline-queue
 */
export const CONNECTION = {
  lazyConnect: true,
  connectTimeout: 500,
  commandTimeout: COMMAND_TIMEOUT_MS,
  socketTimeout: 2_000,
  maxRetriesPerRequest: 0,
  enableOfflineQueue: false,
  autoResendUnfulfilledCommands: false,
  autoResubscribe: false,
  retryStrategy: (attempt: number) => Math.min(50 * attempt, 1_000),
} as const satisfies RedisOptions;

/** One connection for commands, behind one breaker. */
export function createRedisCommands(options: {
  readonly url: string;
  readonly counters: RedisCommandCounters;
  /** Runs whenever commands can be sent (again). */
  readonly onReady?: () => void;
}): RedisCommands {
  const { counters } = options;
  const commands = new Redis(options.url, CONNECTION);
  // A refusal is a reply, not an error: it never gets as far as the breaker.
  const breaker = circuitBreaker(handleAll, {
    breaker: new ConsecutiveBreaker(BREAKER_FAILURES),
    halfOpenAfter: BREAKER_OPEN_MS,
  });
  if (options.onReady !== undefined) commands.on('ready', options.onReady);
  // Without a listener ioredis prints the error, and with it the address.
  commands.on('error', ignore);

  return {
    open: async () => {
      await commands.connect().catch(ignore);
    },
    run: async (build) => {
      // While one command tries a half-open breaker, cockatiel makes the others wait for it.
      if (commands.status !== 'ready' || breaker.state === CircuitState.HalfOpen) {
        counters.redisSkipped += 1;
        return null;
      }
      try {
        const replies = await breaker.execute(async () => repliesOf(await build(commands.pipeline()).exec()));
        counters.redisErrors += replies.filter((reply) => reply === REFUSED).length;
        return replies;
      } catch (error) {
        if (error instanceof BrokenCircuitError) counters.redisSkipped += 1;
        else counters.redisErrors += 1;
        return null;
      }
    },
    close: () => commands.disconnect(),
  };
}

/** @throws the first error that is not Redis's own answer */
function repliesOf(results: readonly [Error | null, unknown][] | null): readonly Reply[] {
  return (results ?? []).map(([error, reply]) => {
    if (error === null) return reply;
    if (isRefusal(error)) return REFUSED;
    throw error;
  });
}

export function isRefusal(error: unknown): boolean {
  return error instanceof Error && error.name === 'ReplyError';
}

export function ignore(): void {}
