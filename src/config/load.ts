import { readFileSync } from 'node:fs';
import { type Document, isCollection, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { ProviderDefinition, StoreSettings } from '../connectors/define.ts';
import { isLoopbackHost } from '../connectors/http/endpoint.ts';
import { causeName } from '../domain/errors.ts';
import { faultWords } from './fault-words.ts';
import { type ConfigFault, interpolate, pathText } from './interpolate.ts';
import { checkMeaning } from './meaning.ts';
import { checkProtection } from './protection-meaning.ts';
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
    const told = faults.map(({ path, message }) => (path === '' ? message : `${path} ${message}`));
    super(`the configuration cannot be used: ${told.join('; ')}`);
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
  const filled = interpolate(toValue(document) ?? {}, sources, addFault);
  return checkConfig(filled, sources.providers, { faults, addFault });
}

/** The parser finds an alias without an anchor only now, and quotes it: a star that should have been in quotes. */
function toValue(document: Document): unknown {
  try {
    return document.toJS();
  } catch {
    throw new ConfigError([{ path: '', message: 'an unquoted * is a YAML alias: write "*" or "**" in quotes' }]);
  }
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
  const addShapeFault = besides(faults, addFault);
  for (const issue of parsed.error?.issues ?? []) addIssue(issue, providers, addShapeFault);
  checkMeaning(value, besides(faults, addFault));
  if (parsed.success) checkProtection(parsed.data, addFault);
  if (faults.length > 0 || !parsed.success) throw new ConfigError(faults);
  const { stores, ...rest } = parsed.data;
  return { ...rest, stores: stores.map(toStoreConfig), loopback: isLoopbackHost(rest.server.host) };
}

/** One thing wrong with a key is enough: what was not filled in is not also too short. */
function besides(faults: readonly ConfigFault[], addFault: FaultList['addFault']): FaultList['addFault'] {
  const taken = new Set(faults.map(({ path }) => path));
  return (path, message) => {
    if (!taken.has(pathText(path as (string | number)[]))) addFault(path, message);
  };
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
    addFault(issue.path, faultWords(issue));
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
