import { LRUCache } from 'lru-cache';
import type { CountInWindow, WindowCount } from '../domain/window-counter.ts';

interface Window {
  count: number;
  readonly endsAt: number;
}

/** Keys that are remembered; the one that was quiet for longest goes first. */
const MAX_KEYS = 50_000;

/** Counts in this process, bounded in memory. */
export function createMemoryWindows({
  windowMs,
  now,
  maxKeys = MAX_KEYS,
}: {
  readonly windowMs: number;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly maxKeys?: number;
}): (key: string) => WindowCount {
  const windows = new LRUCache<string, Window>({ max: maxKeys });
  return (key) => {
    const time = now();
    const known = windows.get(key);
    // A clock that was set back must not leave a window that never ends.
    const current =
      known !== undefined && known.endsAt > time && known.endsAt <= time + windowMs
        ? known
        : { count: 0, endsAt: time + windowMs };
    current.count += 1;
    if (current !== known) windows.set(key, current);
    return { count: current.count, resetsInMs: current.endsAt - time };
  };
}

/**
 * Counts for all gateways together where `shared` answers, and in this process always: whoever makes the shared
 * counter forget or freeze still has this one against them.
 */
export function withShared(
  local: (key: string) => WindowCount,
  shared: (key: string) => Promise<WindowCount | null>,
): CountInWindow {
  return async (key) => {
    const mine = local(key);
    const all = await shared(key);
    return all === null || all.count < mine.count ? mine : all;
  };
}
