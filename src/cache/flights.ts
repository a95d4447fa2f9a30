/** How one key of a load ended. */
export type Outcome<Value> = { readonly value: Value } | { readonly error: unknown };

export interface Flight<Value> {
  readonly startedAt: number;
  readonly outcome: Promise<Outcome<Value>>;
  readonly crew: Crew;
}

/** The keys that one call of `load` brings, and how many wait for any of them. */
interface Crew {
  waiting: number;
  isSettled: boolean;
  readonly controller: AbortController;
  readonly keys: readonly string[];
}

/** Loads under way, at most one a key. A load ends when nobody waits for it any more, and not before. */
export interface Flights<Value> {
  /** The load of a key that began less than `maxAgeMs` ago. */
  find(key: string, maxAgeMs: number): Flight<Value> | null;
  /** Starts one load for all keys; `run` answers for each of them, and what it misses is an error. */
  start(keys: readonly string[], run: (signal: AbortSignal) => Promise<ReadonlyMap<string, Outcome<Value>>>): void;
  /** The outcomes, in order. Rejects with the reason when `signal` aborts: the others go on waiting. */
  wait(flights: readonly Flight<Value>[], signal: AbortSignal | undefined): Promise<readonly Outcome<Value>[]>;
  /** Resolves when no load is under way. */
  idle(): Promise<void>;
  abortAll(): void;
}

export function createFlights<Value>(now: () => number): Flights<Value> {
  const flights = new Map<string, Flight<Value>>();

  const forget = (crew: Crew): void => {
    for (const key of crew.keys) if (flights.get(key)?.crew === crew) flights.delete(key);
  };

  const leave = (crew: Crew): void => {
    crew.waiting -= 1;
    if (crew.waiting > 0 || crew.isSettled) return;
    // Forgotten at once: who comes now must not join a load that is being called off.
    forget(crew);
    crew.controller.abort();
  };

  return {
    find: (key, maxAgeMs) => {
      const flight = flights.get(key);
      return flight !== undefined && now() - flight.startedAt < maxAgeMs ? flight : null;
    },
    start: (keys, run) => {
      const crew: Crew = { waiting: 0, isSettled: false, controller: new AbortController(), keys };
      const startedAt = now();
      const outcomes = settle(keys, () => run(crew.controller.signal)).finally(() => {
        crew.isSettled = true;
        forget(crew);
      });
      for (const key of keys) {
        const outcome = outcomes.then((all) => all.get(key) ?? missing());
        flights.set(key, { startedAt, outcome, crew });
      }
    },
    wait: async (joined, signal) => {
      for (const { crew } of joined) crew.waiting += 1;
      try {
        return await orAborted(Promise.all(joined.map((flight) => flight.outcome)), signal);
      } finally {
        for (const { crew } of joined) leave(crew);
      }
    },
    idle: async () => {
      await Promise.all([...flights.values()].map((flight) => flight.outcome));
    },
    abortAll: () => {
      for (const { crew } of flights.values()) crew.controller.abort();
      flights.clear();
    },
  };
}

/** Never rejects: a load that failed as a whole failed for each key. */
async function settle<Value>(
  keys: readonly string[],
  run: () => Promise<ReadonlyMap<string, Outcome<Value>>>,
): Promise<ReadonlyMap<string, Outcome<Value>>> {
  try {
    return await run();
  } catch (error) {
    return new Map(keys.map((key) => [key, { error }]));
  }
}

function missing(): { readonly error: unknown } {
  return { error: new TypeError('A load answered for fewer keys than it was asked for.') };
}

async function orAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return promise;
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const abort = () => reject(signal.reason);
  if (signal.aborted) abort();
  else signal.addEventListener('abort', abort, { once: true });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
