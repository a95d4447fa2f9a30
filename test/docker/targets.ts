import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ConnectorIo } from '../../src/connectors/define.ts';
import { startEmulator } from '../../src/connectors/docker/emulator.ts';
import { docker } from '../../src/connectors/docker/index.ts';
import type { UpstreamCallRecord } from '../../src/connectors/http/upstream.ts';
import type { Connector } from '../../src/domain/connector.ts';
import { dockerEngineMissing, type EngineAnswer, startDockerEngine } from '../support/docker-engine.ts';

/** Something that speaks the Engine's API, not in a swarm yet. */
export interface Target {
  readonly endpoint: string;
  readonly socketPath: string;
  send(method: string, path: string, body?: unknown): Promise<EngineAnswer>;
  /** Makes it the manager of a swarm without secrets. */
  initSwarm(): Promise<void>;
  close(): Promise<void>;
}

/** The two that every suite here is run against: the engine that Debian 12 has, and the emulator playing it. */
export const TARGETS: readonly { name: string; missing: string | null; start: () => Promise<Target> }[] = [
  { name: 'a real dockerd', missing: await dockerEngineMissing(), start: startDockerEngine },
  { name: 'the emulator', missing: null, start: startEmulated },
];

async function startEmulated(): Promise<Target> {
  const directory = await mkdtemp(join(tmpdir(), 'portcullis-docker-'));
  const options = { secrets: 0, now: Date.now, directory, engine: '20.10', unixSocket: true } as const;
  const emulator = await startEmulator(options);
  emulator.setSwarmState('inactive');
  return {
    endpoint: emulator.unixUrl ?? '',
    socketPath: join(directory, 'docker.sock'),
    async send(method, path, body) {
      const sent = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
      const headers: Record<string, string> = sent === undefined ? {} : { 'content-type': 'application/json' };
      const answer = await fetch(emulator.url + path, {
        method,
        headers,
        ...(sent === undefined ? {} : { body: sent }),
      });
      return { status: answer.status, headers: Object.fromEntries(answer.headers), text: await answer.text() };
    },
    initSwarm: async () => emulator.setSwarmState('active/manager'),
    async close() {
      await emulator.close();
      await rm(directory, { recursive: true });
    },
  };
}

/** The connector as the gateway opens it, and the requests it has made. */
export function openConnector(endpoint: string): { connector: Connector; calls: UpstreamCallRecord[] } {
  const calls: UpstreamCallRecord[] = [];
  const io: ConnectorIo = {
    onCall: (record) => calls.push(record),
    now: Date.now,
    wait: () => Promise.reject(new Error('nothing of Docker waits')),
  };
  const { credentials, settings } = docker.configuration;
  const store = {
    name: 'swarm',
    id: 'swarm',
    endpoint,
    credentials: credentials.parse(undefined),
    settings: settings.parse({}),
    allowPrivateNetwork: false,
    timeoutMs: 30_000,
    connections: 4,
    maxBodyBytes: 16_000_000,
  };
  return { connector: docker.open(store, io), calls };
}
