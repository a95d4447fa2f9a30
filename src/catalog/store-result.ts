import type { ErrorCode, PortcullisError } from '../domain/errors.ts';
import type { DetailField, Instant } from '../domain/model.ts';
import type { Freshness } from './snapshot.ts';
import type { OpenStore } from './store.ts';

/** How one store contributed to a list: the graph's StoreResult. */
export interface StoreResult {
  readonly store: OpenStore;
  readonly outcome: 'COMPLETE' | 'INCOMPLETE' | 'STALE' | 'FAILED';
  /** Elements of this store that the viewer may see and the filter lets through; null where it failed. */
  readonly count: number | null;
  readonly fetchedAt: Instant | null;
  readonly error: ErrorCode | null;
  readonly retryable: boolean | null;
  readonly retryAfterSeconds: number | null;
  readonly incompleteFields: readonly DetailField[];
  /** Behind `error`: for a question about one object of this store, which fails with it. */
  readonly failure: PortcullisError | null;
}

export function succeeded(
  store: OpenStore,
  freshness: Freshness,
  { count, incompleteFields = [] }: { readonly count: number; readonly incompleteFields?: readonly DetailField[] },
): StoreResult {
  const outcome = freshness.stale ? 'STALE' : incompleteFields.length > 0 ? 'INCOMPLETE' : 'COMPLETE';
  return {
    store,
    outcome,
    count,
    fetchedAt: freshness.fetchedAt,
    error: null,
    retryable: null,
    retryAfterSeconds: null,
    incompleteFields,
    failure: null,
  };
}

export function failed(store: OpenStore, error: PortcullisError): StoreResult {
  return {
    store,
    outcome: 'FAILED',
    count: null,
    fetchedAt: null,
    error: error.code,
    retryable: error.retryable,
    retryAfterSeconds: error.details.retryAfterSeconds ?? null,
    incompleteFields: [],
    failure: error,
  };
}
