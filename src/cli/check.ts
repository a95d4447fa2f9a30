import Table from 'cli-table3';
import type { OpenStore } from '../catalog/store.ts';
import { loadConfigFile } from '../config/load.ts';
import { PROVIDERS } from '../connectors/registry.ts';
import { capabilityOf, STORE_OPERATIONS, type StoreSupport } from '../domain/capabilities.ts';
import { causeName, PortcullisError } from '../domain/errors.ts';
import { openStores } from '../open-stores.ts';
import { waitFor } from '../wait.ts';
import type { Terminal } from './command-line.ts';

interface StoreCheckResult {
  readonly store: string;
  readonly provider: string;
  readonly reachable: boolean;
  readonly apiVersion: string | null;
  readonly error: string | null;
  readonly message: string | null;
  readonly operations: Readonly<Record<StoreSupport, number>>;
}

const CHECK_TIMEOUT_MS = 20_000;

/** Validates the file, reaches every store (no value is asked for), prints a table. Exit 1 when one is out of reach. */
export async function check(
  options: { readonly config: string; readonly json?: boolean },
  terminal: Terminal,
): Promise<number> {
  const config = loadConfigFile(options.config, { providers: PROVIDERS, env: terminal.env });
  const opened = openStores(config.stores, { providers: PROVIDERS, io: { now: Date.now, wait: waitFor } });
  try {
    const results = await Promise.all(opened.stores.map(checkStore));
    terminal.out(options.json === true ? JSON.stringify({ stores: results }) : tableOf(results));
    return results.every(({ reachable }) => reachable) ? 0 : 1;
  } finally {
    await opened.close();
  }
}

async function checkStore(store: OpenStore): Promise<StoreCheckResult> {
  const common = { store: store.name, provider: store.facts.title, operations: countOperations(store) };
  try {
    const { apiVersion } = await store.connector.check({ signal: AbortSignal.timeout(CHECK_TIMEOUT_MS) });
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

function tableOf(results: readonly StoreCheckResult[]): string {
  const table = new Table({
    head: ['store', 'provider', 'reachable', 'version', 'native', 'emulated', 'unsupported'],
    style: { head: [], border: [], compact: true },
  });
  for (const { store, provider, reachable, apiVersion, error, operations } of results) {
    table.push([
      store,
      provider,
      reachable ? 'yes' : `no: ${error}`,
      apiVersion ?? '-',
      String(operations.NATIVE),
      String(operations.EMULATED),
      String(operations.UNSUPPORTED),
    ]);
  }
  const problems = results.filter(({ reachable }) => !reachable).map(({ store, message }) => `  ${store}: ${message}`);
  return [table.toString(), ...problems].join('\n');
}
