import {
  type SecretFilter,
  type SecretOrder,
  type SecretSummaryFragment,
  SecretsPageDocument,
  type StoreOutcomeFragment,
} from './__generated__/graphql.ts';
import { PortcullisClientError } from './error.ts';
import type { Caller } from './operation.ts';
import type { CallOptions } from './transport.ts';

export interface SecretsOptions extends CallOptions {
  readonly filter?: SecretFilter;
  readonly orderBy?: SecretOrder;
  /** Secrets per request, 1 to 500; 200 unless told. */
  readonly pageSize?: number;
  /**
   * Called with how each store contributed, once per page. With it the walk ends normally although a store failed;
   * without it, it ends in INCOMPLETE_LIST, so that nobody takes a part for the whole.
   */
  readonly onStores?: (stores: readonly StoreOutcomeFragment[]) => void;
}

/** Every secret that matches, in order, page by page as the consumer asks for more. */
export async function* walkSecrets(query: Caller, options: SecretsOptions): AsyncGenerator<SecretSummaryFragment> {
  const { filter, orderBy, pageSize = 200, onStores, signal } = options;
  const failed = new Map<string, StoreOutcomeFragment>();
  let after: string | null = null;
  do {
    const page = await nextPage(query, { first: pageSize, after, filter, orderBy }, signal);
    onStores?.(page.stores);
    for (const store of page.stores) if (store.outcome === 'FAILED') failed.set(store.store.name, store);
    yield* page.nodes;
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  if (onStores === undefined && failed.size > 0) throw incompleteList([...failed.values()]);
}

interface PageVariables {
  readonly first: number;
  readonly after: string | null;
  readonly filter: SecretFilter | undefined;
  readonly orderBy: SecretOrder | undefined;
}

async function nextPage(query: Caller, variables: PageVariables, signal: AbortSignal | undefined) {
  const data = await query(SecretsPageDocument, variables, { signal });
  return data.secrets;
}

function incompleteList(failed: readonly StoreOutcomeFragment[]): PortcullisClientError {
  const names = failed.map(({ store, error }) => `${store.name} (${error ?? 'UNKNOWN'})`).join(', ');
  return new PortcullisClientError(`The list lacks what these stores hold: ${names}.`, {
    code: 'INCOMPLETE_LIST',
    retryable: failed.some((store) => store.retryable === true),
  });
}
