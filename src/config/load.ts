import { readFileSync } from 'node:fs';
import { isCollection, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { ProviderDefinition, StoreSettings } from '../connectors/define.ts';
import { isLoopbackHost, parseEndpoint } from '../connectors/http/endpoint.ts';
import { causeName, PortcullisError } from '../domain/errors.ts';
import { type ConfigFault, interpolate, pathText } from './interpolate.ts';
import { COMMON_STORE_KEYS, createConfigSchema, type ParsedConfig } from './schema.ts';

/** The configuration as the rest of the code sees it: checked as a whole, defaults filled in. */
export interface Config extends Omit<ParsedConfig, 'stores'> {
  readonly stores: readonly StoreConfig[];
  /** Whether the gateway listens on loopback only. */
  readonly loopback: boolean;
}

export interface StoreConfig {
  /** The provider's word in the configuration. */
  readonly provider: string;
  readonly description: string | null;
  readonly settings: StoreSettings<unknown, unknown>;
}

/** All that is wrong with a configuration, found in one go. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly faults: readonly ConfigFault[];

  constructor(faults: readonly ConfigFault[]) {
    super(`the configuration has ${faults.length} fault${faults.length === 1 ? '' : 's'}`);
    this.faults = faults;
  }
}

export interface ConfigSources {
  readonly providers: Readonly<Record<string, ProviderDefinition>>;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** @throws ConfigError with every fault by path, in the words of the file and without what was filled in. */
export function loadConfigFile(file: string, sources: ConfigSources): Config {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new ConfigError([{ path: '', message: `the file cannot be read (${causeName(error)})` }]);
  }
  return parseConfig(text, sources);
}

export function parseConfig(text: string, sources: ConfigSources): Config {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    throw new ConfigError(
      document.errors.map(({ code, pos }) => ({
        path: '',
        message: `this is not YAML (${code})`,
        line: lines.linePos(pos[0]).line,
      })),
    );
  }
  const faults: ConfigFault[] = [];
  const lineOf = (path: readonly PropertyKey[]): number | undefined => lineOfPath(document.contents, path, lines);
  const addFault = (path: readonly PropertyKey[], message: string) => {
    const line = lineOf(path);
    faults.push({ path: pathText(path as (string | number)[]), message, ...(line === undefined ? {} : { line }) });
  };
  const filled = interpolate(document.toJS() ?? {}, sources, addFault);
  return checkConfig(filled, sources.providers, { faults, addFault });
}

/** A configuration that is an object already: the sandbox's. Nothing is filled in. */
export function parseConfigValue(value: unknown, { providers }: ConfigSources): Config {
  const faults: ConfigFault[] = [];
  return checkConfig(value, providers, {
    faults,
    addFault: (path, message) => faults.push({ path: pathText(path as (string | number)[]), message }),
  });
}

interface FaultList {
  readonly faults: readonly ConfigFault[];
  readonly addFault: (path: readonly PropertyKey[], message: string) => void;
}

function checkConfig(value: unknown, providers: ConfigSources['providers'], { faults, addFault }: FaultList): Config {
  const parsed = createConfigSchema(providers).safeParse(value);
  if (!parsed.success) for (const issue of parsed.error.issues) addIssue(issue, providers, addFault);
  else checkMeaning(parsed.data, addFault);
  if (faults.length > 0 || !parsed.success) throw new ConfigError(faults);
  const { stores, ...rest } = parsed.data;
  return { ...rest, stores: stores.map(toStoreConfig), loopback: isLoopbackHost(rest.server.host) };
}

function addIssue(
  issue: z.core.$ZodIssue,
  providers: ConfigSources['providers'],
  addFault: FaultList['addFault'],
): void {
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) addFault([...issue.path, key], 'is not a key that belongs here');
  } else if (issue.code === 'invalid_union' && issue.path.at(-1) === 'provider') {
    addFault(issue.path, `must be one of ${Object.keys(providers).join(', ')}`);
  } else {
    addFault(
      issue.path,
      issue.message
        .replace(/^Invalid input: expected (.*), received undefined$/, 'is missing ($1)')
        .replace(/^Invalid input: /, ''),
    );
  }
}

/** What no schema can say: names that must differ, keys that need each other. */
function checkMeaning(config: ParsedConfig, addFault: FaultList['addFault']): void {
  const seen = new Set<string>();
  config.stores.forEach((store, index) => {
    for (const [key, name] of [
      ['name', store.name],
      ['id', store.id ?? store.name],
    ] as const) {
      if (seen.has(`${key}:${name}`))
        addFault(['stores', index, store.id === undefined ? 'name' : key], 'is taken by another store');
      seen.add(`${key}:${name}`);
    }
    checkEndpoint(store.endpoint, (message) => addFault(['stores', index, 'endpoint'], message));
  });
  const names = config.auth?.tokens.map((token) => token.name) ?? [];
  names.forEach((name, index) => {
    if (names.indexOf(name) !== index) addFault(['auth', 'tokens', index, 'name'], 'is taken by another token');
  });
  if (config.auth !== undefined && config.policy === undefined) {
    addFault(
      ['policy'],
      'is missing: with auth, add for example\n    policy: [ { effect: allow, roles: [admin], actions: ["*"], resources: ["**"] } ]',
    );
  }
  if (isLoopbackHost(config.server.host)) return;
  if (config.auth === undefined)
    addFault(['auth'], `is missing: without it the gateway listens on loopback only, not on ${config.server.host}`);
  if (config.server.sealingKeys === undefined) {
    addFault(
      ['server', 'sealingKeys'],
      'is missing: add for example\n    sealingKeys: [ { name: "2026-11", key: "${env:PORTCULLIS_SEALING_KEY}" } ]   # openssl rand -hex 32',
    );
  }
}

/** Tokens and values must not travel in the clear: plain http is for this machine; tcp is Docker's own plain word. */
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

function toStoreConfig(store: ParsedConfig['stores'][number]): StoreConfig {
  const {
    name,
    id,
    description,
    provider,
    endpoint,
    credentials,
    caFile,
    allowPrivateNetwork,
    timeoutMs,
    connections,
    maxBodyBytes,
  } = store;
  const settings = Object.fromEntries(Object.entries(store).filter(([key]) => !COMMON_STORE_KEYS.has(key)));
  return {
    provider,
    description: description ?? null,
    settings: {
      name,
      id: id ?? name,
      endpoint,
      credentials,
      settings,
      caFile,
      allowPrivateNetwork,
      timeoutMs,
      connections,
      maxBodyBytes,
    },
  };
}

/** The line of the deepest part of the path that the file has. */
function lineOfPath(contents: unknown, path: readonly PropertyKey[], lines: LineCounter): number | undefined {
  let node = contents;
  let offset = rangeStart(node);
  for (const part of path) {
    if (!isCollection(node)) break;
    const next = node.get(part, true);
    const start = rangeStart(next);
    if (start === undefined) break;
    offset = start;
    node = next;
  }
  return offset === undefined ? undefined : lines.linePos(offset).line;
}

function rangeStart(node: unknown): number | undefined {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
    ? (node.range[0] as number)
    : undefined;
}
