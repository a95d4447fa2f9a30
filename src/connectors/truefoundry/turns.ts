import { LRUCache } from 'lru-cache';
import { PortcullisError } from '../../domain/errors.ts';

/**
 * One writer per group at a time. The API replaces the whole key set of a group and knows no precondition, so two
 * changes that overlap would lose each other's keys. Kept for the process, not for the store: two stores may reach
 * the same control plane.
 */
const queues = new Map<string, { tail: Promise<void>; inLine: number }>();

/** By group: the revisions that our own writers left behind one after the other, with nobody else's in between. */
const trails = new LRUCache<string, readonly string[]>({ max: 1_000 });
const MAX_TRAIL = 100;

interface Turn {
  /** Notes what this writer found the group at, and what it left it at. */
  record(before: string | null, after: string | null): void;
  /**
   * Whether all that happened to the group between two revisions was done by writers of this process. Each of them
   * verified its change, so a later one may build on them.
   */
  isOwnWork(before: string | null, now: string | null): boolean;
}

/**
 * Runs `work` when all earlier writers of the same group have ended.
 *
 * @throws PortcullisError DEADLINE_EXCEEDED with outcome NOT_APPLIED when the signal aborts while waiting.
 */
export async function inTurn<T>(group: string, signal: AbortSignal, work: (turn: Turn) => Promise<T>): Promise<T> {
  const queue = queues.get(group) ?? { tail: Promise.resolve(), inLine: 0 };
  queues.set(group, queue);
  const earlier = queue.tail;
  const { promise, resolve } = Promise.withResolvers<void>();
  queue.tail = promise;
  queue.inLine += 1;
  try {
    await unlessAborted(earlier, signal);
    return await work(turnOf(group));
  } finally {
    // One that gave up waiting must not let the next overtake those before it.
    void earlier.then(resolve);
    queue.inLine -= 1;
    if (queue.inLine === 0) queues.delete(group);
  }
}

function turnOf(group: string): Turn {
  return {
    record(before, after) {
      if (before === null || after === null) return;
      const trail = trails.get(group) ?? [];
      trails.set(group, trail.at(-1) === before ? [...trail.slice(-MAX_TRAIL), after] : [before, after]);
    },
    isOwnWork(before, now) {
      const trail = trails.get(group) ?? [];
      return before !== null && trail.includes(before) && trail.at(-1) === now;
    },
  };
}

function unlessAborted(earlier: Promise<void>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const giveUp = () =>
      reject(
        new PortcullisError('DEADLINE_EXCEEDED', 'The change was given up while it waited for another to end.', {
          outcome: 'NOT_APPLIED',
        }),
      );
    if (signal.aborted) return giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
    void earlier.then(() => {
      signal.removeEventListener('abort', giveUp);
      resolve();
    });
  });
}
