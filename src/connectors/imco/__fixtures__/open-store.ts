import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CallContext, Connector } from '../../../domain/connector.ts';
import { PortcullisError } from '../../../domain/errors.ts';
import type { Secret, SecretGroup } from '../../../domain/model.ts';
import type { UpstreamCallRecord } from '../../http/upstream.ts';
import { type ImcoEmulator, startEmulator } from '../emulator.ts';
import { imco } from '../index.ts';

export const NOW = Date.UTC(2026, 5, 1, 12);

export interface OpenStore {
  readonly connector: Connector;
  readonly emulator: ImcoEmulator;
  readonly clock: { now: number };
  /** What the connector waited for, in milliseconds, in order. */
  readonly waits: number[];
  /** What the connector's requests came to, in the order in which they ended. */
  readonly calls: readonly UpstreamCallRecord[];
  readonly context: CallContext;
  close(): Promise<void>;
}

/** An emulator and a connector on it that share one clock, which moves only when the connector waits. */
export async function openEmulated(
  options: { secrets?: number; latencyMs?: number; connections?: number } = {},
): Promise<OpenStore> {
  const clock = { now: NOW };
  const waits: number[] = [];
  const calls: UpstreamCallRecord[] = [];
  const directory = await mkdtemp(join(tmpdir(), 'imco-'));
  const { secrets = 24, latencyMs = 300 } = options;
  const emulator = await startEmulator({ secrets, latencyMs, now: () => clock.now, directory });
  const wait = async (ms: number, signal: AbortSignal) => {
    signal.throwIfAborted();
    waits.push(ms);
    clock.now += ms;
  };
  const connector = openConnector(emulator.storeConfig.credentials, {
    endpoint: emulator.url,
    clock,
    wait,
    connections: options.connections ?? 4,
    onCall: (record) => calls.push(record),
  });
  return {
    connector,
    emulator,
    clock,
    waits,
    calls,
    context: { signal: new AbortController().signal },
    async close() {
      await connector.close();
      await emulator.close();
      await rm(directory, { recursive: true });
    },
  };
}

export function openConnector(
  credentials: unknown,
  options: {
    readonly endpoint: string;
    readonly clock: { now: number };
    readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
    readonly connections?: number;
    readonly onCall?: (record: UpstreamCallRecord) => void;
  },
): Connector {
  return imco.open(
    {
      name: 'imco',
      id: 'imco',
      endpoint: options.endpoint,
      credentials: imco.configuration.credentials.parse(credentials),
      settings: imco.configuration.settings.parse({}),
      allowPrivateNetwork: false,
      timeoutMs: 5_000,
      connections: options.connections ?? 4,
      maxBodyBytes: 50_000_000,
    },
    {
      now: () => options.clock.now,
      wait: options.wait,
      ...(options.onCall === undefined ? {} : { onCall: options.onCall }),
    },
  );
}

export async function listAll({
  connector,
  context,
}: OpenStore): Promise<{ readonly groups: readonly SecretGroup[]; readonly secrets: readonly Secret[] }> {
  const groups: SecretGroup[] = [];
  const secrets: Secret[] = [];
  for await (const page of connector.list(context)) {
    groups.push(...page.groups);
    secrets.push(...page.secrets);
  }
  return { groups, secrets };
}

/** A secret as it is now. */
export async function read({ connector, context }: OpenStore, id: readonly string[]): Promise<Secret> {
  return itemOf(await connector.getSecrets([id], context));
}

export async function readGroup({ connector, context }: OpenStore, id: readonly string[]): Promise<SecretGroup> {
  return itemOf(await connector.getGroups([id], context));
}

/** The first of a list that a test knows not to be empty. */
export function firstOf<T>(items: readonly T[]): T {
  const [first] = items;
  if (first === undefined) throw new Error('the list is empty');
  return first;
}

function itemOf<T>(items: readonly (T | PortcullisError)[]): T {
  const item = firstOf(items);
  if (item instanceof PortcullisError) throw item;
  return item;
}
