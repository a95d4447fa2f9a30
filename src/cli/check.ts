import type { OpenStore } from '../catalog/store.ts';
import { PROVIDERS } from '../connectors/registry.ts';
import { capabilityOf, STORE_OPERATIONS, type StoreSupport } from '../domain/capabilities.ts';
import { causeName, PortcullisError } from '../domain/errors.ts';
import { openStores } from '../open-stores.ts';
import { waitFor } from '../wait.ts';
import { loadConfig } from './load-config.ts';
import { plainTable } from './store-table.ts';
import type { Terminal } from './terminal.ts';

interface StoreCheckResult {
  readonly store: string;
  /** The word of the configuration. */
  readonly provider: string;
  readonly reachable: boolean;
  readonly apiVersion: string | null;
  readonly error: string | null;
  readonly message: string | null;
  /** How many operations of the graph the store supports, and how. */
  readonly operations: Readonly<Record<StoreSupport, number>>;
}

const CHECK_TIMEOUT_MS = 20_000;

/** Validates the file, reaches every store (no value is asked for), prints a table. Exit 1 when one is out of reach. */
export async function check(
  options: { readonly config: string; readonly json?: boolean },
  terminal: Terminal,
): Promise<number> {
  const config = loadConfig(options.config, terminal);
  if (config === null) return 2;
  const opened = openStores(config.stores, { providers: PROVIDERS, io: { now: Date.now, wait: waitFor } });
  try {
    const signal = AbortSignal.any([terminal.stop, AbortSignal.timeout(CHECK_TIMEOUT_MS)]);
    const results = await Promise.all(opened.stores.map((store) => checkStore(store, signal)));
    if (terminal.stop.aborted) return 1;
    terminal.out(options.json === true ? JSON.stringify({ stores: results }) : asText(results));
    return results.every(({ reachable }) => reachable) ? 0 : 1;
  } finally {
    await opened.close();
  }
}

async function checkStore(store: OpenStore, signal: AbortSignal): Promise<StoreCheckResult> {
  const common = {
    store: store.name,
    provider: store.facts.provider.toLowerCase(),
    operations: countOperations(store),
  };
  try {
    const { apiVersion } = await store.connector.check({ signal });
    return { ...common, reachable: true, apiVersion, error: null, message: null };
  } catch (error) {
    const known = error instanceof PortcullisError;
    const message = known ? error.message : `Unexpected: ${causeName(error)}.`;
    return { ...common, reachable: false, apiVersion: null, error: known ? error.code : 'INTERNAL', message };
  }
}

function countOperations({ facts }: OpenStore): Record<StoreSupport, number> {
  const supports = STORE_OPERATIONS.map((operation) => capabilityOf(facts.capabilities, operation).support);
  const count = (support: StoreSupport) => supports.filter((each) => each === support).length;
  return { NATIVE: count('NATIVE'), EMULATED: count('EMULATED'), UNSUPPORTED: count('UNSUPPORTED') };
}

function asText(results: readonly StoreCheckResult[]): string {
  const rows = results.map(({ store, provider, reachable, apiVersion, operations }) => [
    store,
    provider,
    reachable ? 'yes' : 'no',
    apiVersion ?? '-',
    `${operations.NATIVE} native, ${operations.EMULATED} emulated`,
  ]);
  const problems = results
    .filter(({ reachable }) => !reachable)
    .map(({ store, error, message }) => `  ${store}: ${message} (${error})`);
  const table = plainTable([['store', 'provider', 'reachable', 'version', 'operations'], ...rows]);
  return ['', table, ...(problems.length === 0 ? [] : ['', ...problems]), ''].join('\n');
}
