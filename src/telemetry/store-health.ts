import type { UpstreamCallRecord } from '../connectors/http/upstream.ts';
import type { ErrorCode } from '../domain/errors.ts';

/** What the gateway knows of a store's health from the calls it makes anyway. */
export interface StoreHealth {
  readonly status: 'UP' | 'DEGRADED' | 'DOWN' | 'UNKNOWN';
  readonly circuit: 'CLOSED' | 'OPEN' | 'HALF_OPEN';
  readonly checkedAt: number | null;
  readonly latencyMs: number | null;
  readonly lastError: ErrorCode | null;
}

/** Refusals that say something about the request, not about the store. */
const NOT_ITS_FAULT: ReadonlySet<ErrorCode> = new Set([
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'CONFLICT',
  'PRECONDITION_FAILED',
  'UPSTREAM_REJECTED',
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
      // Given up by the caller: that tells neither that the store answers nor that it does not.
      if (error === 'DEADLINE_EXCEEDED') return;
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
