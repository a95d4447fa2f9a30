import { tmpdir } from 'node:os';
import type { CallContext, Connector } from '../../../domain/connector.ts';
import type { Secret } from '../../../domain/model.ts';
import type { Emulator } from '../../emulation/emulator.ts';
import { type EmulatorServer, type Handler, startEmulatorServer } from '../../emulation/server.ts';
import type { UpstreamCallRecord } from '../../http/upstream.ts';
import { seguraCredentials, seguraSettings } from '../config.ts';
import { openSegura } from '../connector.ts';
import { startEmulator } from '../emulator.ts';

export const NOW = Date.UTC(2026, 5, 1, 12);

export interface OpenStore {
  readonly connector: Connector;
  readonly calls: readonly UpstreamCallRecord[];
  readonly clock: { now: number };
  readonly context: CallContext;
}

/** Opens a connector on `endpoint`, with a clock that only the test moves. */
export function openStore(
  endpoint: string,
  options: { credentials?: unknown; settings?: unknown; clock?: { now: number }; connections?: number } = {},
): OpenStore {
  const clock = options.clock ?? { now: NOW };
  const calls: UpstreamCallRecord[] = [];
  const connector = openSegura(
    {
      name: 'dsm',
      id: 'dsm',
      endpoint,
      credentials: seguraCredentials.parse(options.credentials ?? { clientId: 'id', clientSecret: 'secret' }),
      settings: seguraSettings.parse(options.settings ?? {}),
      allowPrivateNetwork: false,
      timeoutMs: 5_000,
      connections: options.connections ?? 4,
      maxBodyBytes: 50_000_000,
    },
    { now: () => clock.now, wait: async () => {}, onCall: (record) => calls.push(record) },
  );
  return { connector, calls, clock, context: { signal: new AbortController().signal } };
}

/** An emulator and a connector on it, sharing one clock. */
export async function openEmulated(
  options: { secrets?: number; settings?: unknown } = {},
): Promise<OpenStore & { readonly emulator: Emulator; close(): Promise<void> }> {
  const clock = { now: NOW };
  const emulator = await startEmulator({ secrets: options.secrets ?? 12, now: () => clock.now, directory: tmpdir() });
  const { credentials } = emulator.storeConfig;
  const store = openStore(emulator.url, { credentials, clock, settings: options.settings ?? {} });
  return {
    ...store,
    emulator,
    close: async () => {
      await store.connector.close();
      await emulator.close();
    },
  };
}

/** A server that answers what the test says, after a token; `bodies` holds the JSON that was posted. */
export async function startScripted(
  answer: Handler,
): Promise<{ readonly url: string; readonly bodies: unknown[]; readonly server: EmulatorServer }> {
  const bodies: unknown[] = [];
  const server = await startEmulatorServer({
    host: '127.0.0.1',
    port: 0,
    handler: (request) => {
      if (request.path.endsWith('/oauth2/token')) {
        return { status: 200, body: { token_type: 'Bearer', expires_in: 3600, access_token: 'token-1' } };
      }
      if (request.method === 'POST') bodies.push(JSON.parse(request.body.toString('utf8')));
      return answer(request);
    },
  });
  return { url: `http://127.0.0.1:${server.port}`, bodies, server };
}

export async function listAll({ connector, context }: OpenStore): Promise<readonly Secret[]> {
  const secrets: Secret[] = [];
  for await (const page of connector.list(context)) secrets.push(...page.secrets);
  return secrets;
}

/** The first of a list that a test knows not to be empty. */
export function firstOf<T>(items: readonly T[]): T {
  const [first] = items;
  if (first === undefined) throw new Error('the list is empty');
  return first;
}
