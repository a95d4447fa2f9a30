/** What the cache did since it was made. Every fault of the cache itself is here and nowhere else. */
export interface CacheCounters {
  memoryHits: number;
  redisHits: number;
  /** Reads that had to ask the upstream, or to wait for somebody who did. */
  misses: number;
  /** Of the misses, those that joined a load under way. */
  joinedFlights: number;
  /** Calls of `load`, one a batch. */
  loads: number;
  /** Of these, those that failed for at least one key. */
  failedLoads: number;
  staleServed: number;
  /** Values that did not fit their kind, and were answered but not kept. */
  refusedShapes: number;
  /** Entries in Redis that were not ours: damaged, foreign, of another format, larger than the bound. */
  decodeFailures: number;
  /** Values too large for Redis, or for the whole of the memory. */
  tooLargeForRedis: number;
  tooLargeForMemory: number;
  evictions: number;
  invalidations: number;
  /** Invalidations that Redis could not be told of at once. */
  failedBumps: number;
  /** Those that it was told of later. */
  repairedBumps: number;
  /** Epochs that were missing, unreadable or older than what we knew, and were made anew. */
  epochResets: number;
  /** Messages on the channel that were not ours. */
  rubbishMessages: number;
  /** Anything else that went wrong inside the cache: a bug, and yet only a miss. */
  faults: number;
  /** Commands that failed or timed out. */
  redisErrors: number;
  /** Commands not sent, because Redis is down or the breaker is open. */
  redisSkipped: number;
}

export function createCounters(): CacheCounters {
  return {
    memoryHits: 0,
    redisHits: 0,
    misses: 0,
    joinedFlights: 0,
    loads: 0,
    failedLoads: 0,
    staleServed: 0,
    refusedShapes: 0,
    decodeFailures: 0,
    tooLargeForRedis: 0,
    tooLargeForMemory: 0,
    evictions: 0,
    invalidations: 0,
    failedBumps: 0,
    repairedBumps: 0,
    epochResets: 0,
    rubbishMessages: 0,
    faults: 0,
    redisErrors: 0,
    redisSkipped: 0,
  };
}
