import { accessSync, constants } from 'node:fs';
import { isLoopbackHost, parseEndpoint } from '../connectors/http/endpoint.ts';
import { causeName, PortcullisError } from '../domain/errors.ts';
import { DEFAULT_HOST } from './schema.ts';

type AddFault = (path: readonly PropertyKey[], message: string) => void;
type Mapping = Readonly<Record<string, unknown>>;

/**
 * What no schema can say: names that must differ, keys that need each other. Looks at the file as it is, and past
 * whatever is not of the right shape, so that these faults come together with those of the schema.
 */
export function checkMeaning(value: unknown, addFault: AddFault): void {
  const config = mappingOf(value);
  checkStores(config, addFault);
  checkAudit(mappingOf(config.audit), mappingOf(config.log), addFault);
  checkTokens(config, addFault);
  if (config.auth !== undefined && config.policy === undefined) {
    addFault(
      ['policy'],
      'is missing: with auth, add for example\n    policy: [ { effect: allow, roles: [admin], actions: ["*"], resources: ["**"] } ]',
    );
  }
  checkListener(config, addFault);
}

function checkStores(config: Mapping, addFault: AddFault): void {
  const stores = listOf(config.stores).map(mappingOf);
  const names = stores.map(({ name }) => name);
  for (const index of repeated(names)) addFault(['stores', index, 'name'], 'is taken by another store');
  for (const index of repeated(stores.map(({ id, name }) => id ?? name))) {
    if (stores[index]?.id !== undefined) addFault(['stores', index, 'id'], 'is taken by another store');
    else if (names.indexOf(names[index]) === index) addFault(['stores', index, 'name'], 'is the id of another store');
  }
  stores.forEach((store, index) => {
    const { endpoint } = store;
    if (typeof endpoint === 'string')
      checkEndpoint(endpoint, (message) => addFault(['stores', index, 'endpoint'], message));
    checkFiles(store, ['stores', index], addFault);
    checkFiles(mappingOf(store.credentials), ['stores', index, 'credentials'], addFault);
  });
}

/** Keys that end in File name a file that has to be there: found now, not when the store is first asked. */
function checkFiles(mapping: Mapping, path: readonly PropertyKey[], addFault: AddFault): void {
  for (const [key, file] of Object.entries(mapping)) {
    if (!key.endsWith('File') || typeof file !== 'string') continue;
    try {
      accessSync(file, constants.R_OK);
    } catch (error) {
      addFault([...path, key], `names a file that cannot be read (${causeName(error)})`);
    }
  }
}

function checkAudit(audit: Mapping, log: Mapping, addFault: AddFault): void {
  if (audit.file !== undefined) return;
  if (log.level === 'silent') addFault(['log', 'level'], 'would leave the audit log nowhere: give audit.file as well');
  for (const key of ['checkpointEvery', 'signingKeyFile', 'maxBytes']) {
    if (audit[key] !== undefined) addFault(['audit', key], 'is about audit.file, which is missing');
  }
}

function checkTokens(config: Mapping, addFault: AddFault): void {
  const tokens = listOf(mappingOf(config.auth).tokens).map(mappingOf);
  for (const index of repeated(tokens.map(({ name }) => name)))
    addFault(['auth', 'tokens', index, 'name'], 'is taken by another token');
  const hashes = tokens.map(({ sha256 }) => (typeof sha256 === 'string' ? sha256.toLowerCase() : undefined));
  for (const index of repeated(hashes))
    addFault(['auth', 'tokens', index, 'sha256'], 'is that of another token: who calls could not be told');
}

function checkListener(config: Mapping, addFault: AddFault): void {
  const { host = DEFAULT_HOST, sealingKeys } = mappingOf(config.server);
  if (typeof host !== 'string' || isLoopbackHost(host)) return;
  if (config.auth === undefined)
    addFault(['auth'], `is missing: without it the gateway listens on loopback only, not on ${host}`);
  if (sealingKeys === undefined) {
    addFault(
      ['server', 'sealingKeys'],
      'is missing: add for example\n    sealingKeys: [ { name: "2026-11", key: "${env:PORTCULLIS_SEALING_KEY}" } ]   # openssl rand -hex 32',
    );
  }
}

/** Tokens and values must not travel in the clear: plain http is for this machine; tcp says itself that it is plain. */
function checkEndpoint(endpoint: string, addFault: (message: string) => void): void {
  try {
    const { host } = parseEndpoint(endpoint);
    if (endpoint.startsWith('http://') && !isLoopbackHost(host))
      addFault('must be https:// for anything but this machine');
  } catch (error) {
    if (error instanceof PortcullisError) addFault(error.message);
    else throw error;
  }
}

/** The places of those that stand in the list before. */
function repeated(items: readonly unknown[]): readonly number[] {
  return [...items.keys()].filter((index) => items[index] !== undefined && items.indexOf(items[index]) < index);
}

function mappingOf(value: unknown): Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Mapping) : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
