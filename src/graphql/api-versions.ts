import { LRUCache } from 'lru-cache';
import type { OpenStore } from '../catalog/store.ts';
import type { Services } from './context.ts';

const KEEP_MS = 300_000;
/** A store that could not say is asked again soon, but not by every request. */
const KEEP_NOTHING_MS = 10_000;

/** Each store's own version, asked for when somebody wants to know and remembered for five minutes. */
export function createApiVersions(now: () => number): Services['apiVersionOf'] {
  const known = new LRUCache<string, { readonly version: string | null }>({ max: 1_000, perf: { now } });
  return async ({ id, connector }: OpenStore, signal) => {
    const kept = known.get(id);
    if (kept !== undefined) return kept.version;
    const version = await connector.check({ signal }).then(
      ({ apiVersion }) => apiVersion,
      () => null,
    );
    known.set(id, { version }, { ttl: version === null ? KEEP_NOTHING_MS : KEEP_MS });
    return version;
  };
}
