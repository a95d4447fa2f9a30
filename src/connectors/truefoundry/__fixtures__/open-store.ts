import type { Connector } from '../../../domain/connector.ts';
import { PortcullisError } from '../../../domain/errors.ts';
import type { Secret, SecretGroup } from '../../../domain/model.ts';
import type { RecordedRequest } from '../../emulation/emulator.ts';
import { type EmulatedRequest, type EmulatorServer, startEmulatorServer } from '../../emulation/server.ts';
import type { UpstreamCallRecord } from '../../http/upstream.ts';
import type { TrueFoundrySettings } from '../config.ts';
import { handle } from '../emulator/routes.ts';
import { seedState } from '../emulator/seeding.ts';
import { type EmulatedGroup, type EmulatedSecret, type EmulatedState, plaintext } from '../emulator/state.ts';
import { truefoundry } from '../index.ts';

export interface OpenStore {
  readonly connector: Connector;
  readonly state: EmulatedState;
  readonly server: EmulatorServer;
  readonly url: string;
  readonly calls: UpstreamCallRecord[];
  /** Called with every request before it is answered: somebody else's changes happen here. */
  before: (request: EmulatedRequest) => void;
  /** Requests since the last call of this, as 'METHOD /path' without the common prefix. */
  sent(): string[];
  /** Bodies of the requests of a method, since the start. */
  readonly bodies: { readonly method: string; readonly json: unknown }[];
  close(): Promise<void>;
}

export const context = { signal: AbortSignal.timeout(60_000) };

/** A connector on an emulated control plane whose state the test can reach into. */
export async function openStore(
  options: {
    readonly secrets?: number;
    readonly settings?: Partial<TrueFoundrySettings>;
    readonly token?: string;
  } = {},
): Promise<OpenStore> {
  let clock = Date.UTC(2026, 4, 1);
  const state = seedState({ secrets: options.secrets ?? 24, now: () => clock++ });
  const bodies: OpenStore['bodies'] = [];
  const server = await startEmulatorServer({
    host: '127.0.0.1',
    port: 0,
    handler: (request) => {
      store.before(request);
      if (request.body.length > 0) bodies.push({ method: request.method, json: JSON.parse(String(request.body)) });
      return handle(state, request);
    },
  });
  const url = `http://127.0.0.1:${server.port}`;
  const calls: UpstreamCallRecord[] = [];
  const connector = truefoundry.open(
    {
      name: 'tfy',
      id: 'tfy',
      endpoint: url,
      credentials: { token: options.token ?? state.token },
      settings: truefoundry.configuration.settings.parse(options.settings ?? {}),
      allowPrivateNetwork: false,
      timeoutMs: 2_000,
      connections: 4,
      maxBodyBytes: 5_000_000,
    },
    { onCall: (record) => calls.push(record), now: () => clock, wait: async () => {} },
  );
  const store: OpenStore = {
    connector,
    state,
    server,
    url,
    calls,
    bodies,
    before: () => {},
    sent() {
      const lines = server.requests().map(line);
      server.clearRequests();
      return lines;
    },
    async close() {
      await connector.close();
      await server.close();
    },
  };
  return store;
}

export async function everything(connector: Connector): Promise<{ groups: SecretGroup[]; secrets: Secret[] }> {
  const groups: SecretGroup[] = [];
  const secrets: Secret[] = [];
  for await (const page of connector.list(context)) {
    groups.push(...page.groups);
    secrets.push(...page.secrets);
  }
  return { groups, secrets };
}

/** The first group that is not in Azure, so that any key may be added to it. */
export async function someGroup(store: OpenStore): Promise<SecretGroup> {
  const id = emulated(store).id;
  return present((await store.connector.getGroups([[id]], context))[0]);
}

export function emulated(store: OpenStore): EmulatedGroup {
  return found([...store.state.groups.values()][0]);
}

export function emulatedSecret(store: OpenStore, index = 0): EmulatedSecret {
  return found([...emulated(store).secrets.values()][index]);
}

export async function someSecret(store: OpenStore, index = 0): Promise<Secret> {
  const id = [emulated(store).id, emulatedSecret(store, index).id];
  return present((await store.connector.getSecrets([id], context))[0]);
}

export function present<T>(item: T | PortcullisError | undefined): T {
  if (item === undefined || item instanceof PortcullisError) throw new Error('not there');
  return item;
}

export function found<T>(item: T | undefined): T {
  if (item === undefined) throw new Error('not found');
  return item;
}

/** Key to version number and current value in that group, as the store has them. */
export function keysOf(store: OpenStore): Record<string, readonly [number, string]> {
  const pairs = emulated(store)
    .secrets.values()
    .map(({ key, versions }) => {
      const current = found(versions.at(-1));
      return [key, [current.number, plaintext(current.value)]] as const;
    });
  return Object.fromEntries(pairs);
}

/** Somebody else's change, right before the n-th request that matches is answered. */
export function meanwhile(store: OpenStore, match: RegExp, change: () => void, nth = 1): void {
  let seen = 0;
  store.before = ({ method, target }) => {
    if (!match.test(`${method} ${target}`)) return;
    seen += 1;
    if (seen === nth) change();
  };
}

/** The error a promise rejects with. */
export async function errorOf(promise: Promise<unknown> | undefined): Promise<PortcullisError> {
  const caught = await promise?.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(caught instanceof PortcullisError)) throw new Error('did not reject with a PortcullisError');
  return caught;
}

function line({ method, path }: RecordedRequest): string {
  return `${method} ${path.replace('/api/svc/v1', '')}`;
}
