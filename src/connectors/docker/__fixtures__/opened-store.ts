import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import type { Connector, ListingPage } from '../../../domain/connector.ts';
import type { Secret } from '../../../domain/model.ts';
import type { ConnectorIo } from '../../define.ts';
import { type DockerEmulator, type DockerEmulatorOptions, startEmulator } from '../emulator.ts';
import { docker } from '../index.ts';

const NOW = Date.UTC(2026, 10, 1);
export const context = { signal: new AbortController().signal };
/** Undone after each test, last first. */
export const cleanUps: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

export interface Opened {
  readonly connector: Connector;
  readonly emulator: DockerEmulator;
  /** What the emulator was asked since the last look. */
  readonly asked: () => string[];
}

/** An emulator of its own and the connector on it. */
export async function open(options: Partial<DockerEmulatorOptions> & { readonly via?: 'unix' } = {}): Promise<Opened> {
  const directory = await mkdtemp(join(tmpdir(), 'portcullis-docker-'));
  cleanUps.push(() => rm(directory, { recursive: true }));
  const emulator = await startEmulator({ secrets: 24, now: () => NOW, directory, ...options });
  cleanUps.push(() => emulator.close());
  const endpoint = options.via === 'unix' ? emulator.unixUrl : emulator.storeConfig.endpoint;
  const connector = connect(String(endpoint), emulator.storeConfig.credentials);
  const asked = () => {
    const lines = emulator.requests().map(({ method, path }) => `${method} ${path.split('?')[0]}`);
    emulator.clearRequests();
    return lines;
  };
  return { connector, emulator, asked };
}

/** The connector as the gateway opens it. */
export function connect(endpoint: string, credentials?: unknown): Connector {
  const io: ConnectorIo = { now: () => NOW, wait: () => Promise.reject(new Error('nothing of Docker waits')) };
  const store = {
    name: 'swarm',
    id: 'swarm',
    endpoint,
    credentials: docker.configuration.credentials.parse(credentials),
    settings: docker.configuration.settings.parse({}),
    allowPrivateNetwork: false,
    timeoutMs: 5_000,
    connections: 4,
    maxBodyBytes: 50_000_000,
  };
  const connector = docker.open(store, io);
  cleanUps.push(() => connector.close());
  return connector;
}

export async function listed(connector: Connector): Promise<ListingPage> {
  const pages: ListingPage[] = [];
  for await (const page of connector.list(context)) pages.push(page);
  return { groups: pages.flatMap(({ groups }) => groups), secrets: pages.flatMap(({ secrets }) => secrets) };
}

/** The first of the listing that is as wanted. */
export async function anySecret(
  connector: Connector,
  wanted: (secret: Secret) => boolean = () => true,
): Promise<Secret> {
  const found = (await listed(connector)).secrets.find(wanted);
  if (found === undefined) throw new Error('the seed holds no such secret');
  return found;
}
