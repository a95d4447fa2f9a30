import { causeName, deadlineExceeded, PortcullisError } from '../domain/errors.ts';
import type { Sealer } from '../domain/sealing.ts';
import type { Elements } from './elements.ts';
import type { Order } from './order.ts';
import { cutPage, type Page, type PageArguments } from './page.ts';
import type { Freshness, Snapshot } from './snapshot.ts';
import type { OpenStore } from './store.ts';
import { failed, type StoreResult } from './store-result.ts';

/** The moment an entry was read, and the snapshot it stands in. */
export interface Origin {
  readonly freshness: Freshness;
  readonly snapshot: Snapshot;
}

export interface List<E> {
  readonly page: Page<E>;
  readonly stores: readonly StoreResult[];
  readonly originOf: (entry: E) => Origin;
}

export interface Contribution<E> {
  readonly store: OpenStore;
  readonly result: StoreResult;
  /** What the viewer may see of this store and the filter lets through, in order. */
  readonly elements: Elements<E>;
  /** Null where the store failed. */
  readonly origin: Origin | null;
}

/** Asks all stores at once. One that fails is a result of its own and empties nothing else. */
export function perStore<E>(
  stores: readonly OpenStore[],
  signal: AbortSignal,
  select: (store: OpenStore) => Promise<Omit<Contribution<E>, 'store'>>,
): Promise<readonly Contribution<E>[]> {
  return Promise.all(
    stores.map(async (store) => {
      try {
        return { store, ...(await select(store)) };
      } catch (error) {
        return { store, elements: [], origin: null, result: failed(store, asPortcullisError(error, signal)) };
      }
    }),
  );
}

function asPortcullisError(error: unknown, signal: AbortSignal): PortcullisError {
  if (error instanceof PortcullisError) return error;
  if (signal.aborted) return deadlineExceeded();
  return new PortcullisError('INTERNAL', 'The list of this store could not be made.', { causeName: causeName(error) });
}

/** Merges the contributions and cuts one page out of them. */
export function cut<E extends { readonly store: OpenStore }>(request: {
  readonly contributions: readonly Contribution<E>[];
  readonly order: Order<E>;
  readonly page: PageArguments;
  readonly sealer: Sealer;
  readonly binding: string;
}): List<E> {
  const { contributions } = request;
  const origins = new Map(contributions.map(({ store, origin }) => [store, origin]));
  return {
    page: cutPage({ ...request, lists: contributions.map(({ elements }) => elements) }),
    stores: contributions.map(({ result }) => result),
    originOf: ({ store }) => {
      const origin = origins.get(store);
      if (origin == null) throw new PortcullisError('INTERNAL', 'An element of a store that was not listed.');
      return origin;
    },
  };
}
