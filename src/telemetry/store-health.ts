import type { UpstreamCallRecord } from '../connectors/http/upstream.ts';
import type { ErrorCode } from '../domain/errors.ts';
import type { StoreHealth } from '../graphql/context.ts';

/** Refusals that say something about the request, not about the store. */
const NOT_ITS_FAULT: ReadonlySet<ErrorCode> = new Set([
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'CONFLICT',
  'PRECONDITION_FAILED',
  'UPSTREAM_REJECTED',
  'DEADLINE_EXCEEDED',
  'UNSUPPORTED',
]);

const DOWN_AFTER_FAILURES = 3;

export interface StoreHealthBook {
  readonly record: (call: UpstreamCallRecord) => void;
  readonly healthOf: (store: string) => StoreHealth;
}

/** What the calls that are made anyway tell of each store: no probe of its own. */
export function createStoreHealthBook(now: () => number): StoreHealthBook {
  const pages = new Map<string, StoreHealth & { readonly failures: number }>();
  return {
    record({ store, error, durationMs }) {
      const failed = error !== null && !NOT_ITS_FAULT.has(error);
      const known = pages.get(store);
      const failures = failed ? (known?.failures ?? 0) + 1 : 0;
      pages.set(store, {
        status: failures === 0 ? 'UP' : failures < DOWN_AFTER_FAILURES ? 'DEGRADED' : 'DOWN',
        circuit: 'CLOSED',
        checkedAt: now(),
        latencyMs: Math.round(durationMs * 10) / 10,
        lastError: failed ? error : (known?.lastError ?? null),
        failures,
      });
    },
    healthOf: (store) =>
      pages.get(store) ?? { status: 'UNKNOWN', circuit: 'CLOSED', checkedAt: null, latencyMs: null, lastError: null },
  };
}
