import { tmpdir } from 'node:os';
import type { CallContext, Connector } from '../../../domain/connector.ts';
import { PortcullisError } from '../../../domain/errors.ts';
import type { Secret } from '../../../domain/model.ts';
import type { Emulator } from '../../emulation/emulator.ts';
import { signatureOf } from '../auth.ts';
import { credentials } from '../config.ts';
import { startEmulator } from '../emulator.ts';
import { ncloud } from '../index.ts';

/** A connector on its emulator over real HTTP; one clock for both, which moves only when somebody waits. */
export interface EmulatedStore {
  readonly emulator: Emulator;
  readonly connector: Connector;
  readonly context: CallContext;
  readonly clock: { ms: number };
  /** The emulated account as a client program sees it: one signed request. */
  call(method: string, path: string, body?: unknown, changes?: Readonly<Record<string, string>>): Promise<Called>;
  /** The first secret of the list that fits, with its details. */
  find(fits: (secret: Secret) => boolean): Promise<Secret>;
  /** The secret as it is now. */
  reread(secret: Secret): Promise<Secret>;
  /** 'METHOD /path' of what was asked since the last look, without the prefix of the service. */
  asked(): readonly string[];
  close(): Promise<void>;
}

interface Called {
  readonly status: number;
  readonly body: unknown;
}

export async function openEmulatedStore(options: { secrets: number; connections?: number }): Promise<EmulatedStore> {
  const clock = { ms: Date.UTC(2026, 10, 1) };
  const emulator = await startEmulator({ secrets: options.secrets, now: () => clock.ms, directory: tmpdir() });
  const keys = credentials.parse(emulator.storeConfig.credentials);
  const connector = ncloud.open(
    {
      name: 'ncp',
      id: 'ncp',
      endpoint: String(emulator.storeConfig.endpoint),
      credentials: keys,
      settings: {},
      allowPrivateNetwork: false,
      timeoutMs: 5_000,
      connections: options.connections ?? 4,
      maxBodyBytes: 5_000_000,
    },
    {
      now: () => clock.ms,
      wait: async (ms) => {
        clock.ms += ms;
      },
    },
  );
  const context = { signal: new AbortController().signal };
  const reread = async (secret: Pick<Secret, 'id'>): Promise<Secret> => {
    const [found] = await connector.getSecrets([secret.id], context);
    if (found === undefined || found instanceof PortcullisError) throw found;
    return found;
  };
  return {
    emulator,
    connector,
    context,
    clock,
    reread,
    async call(method, path, body, changes = {}) {
      const timestamp = String(clock.ms);
      const response = await fetch(`${emulator.url}${path}`, {
        method,
        headers: {
          'x-ncp-apigw-timestamp': timestamp,
          'x-ncp-iam-access-key': keys.accessKey,
          'x-ncp-apigw-signature-v2': signatureOf(
            { method, path, timestamp, accessKey: keys.accessKey },
            keys.secretKey,
          ),
          ...changes,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return { status: response.status, body: await response.json() };
    },
    async find(fits) {
      for await (const page of connector.list(context)) {
        for (const listed of page.secrets) {
          const secret = await reread(listed);
          if (fits(secret)) return secret;
        }
      }
      throw new Error('the emulator holds no such secret');
    },
    asked() {
      const requests = emulator.requests().map(({ method, path }) => `${method} ${path.replace('/secretmanager', '')}`);
      emulator.clearRequests();
      return requests;
    },
    async close() {
      await connector.close();
      await emulator.close();
    },
  };
}

/** What a promise was rejected with; a promise that resolves fails the test. */
export async function refusalOf(work: Promise<unknown>): Promise<PortcullisError> {
  const [outcome] = await Promise.allSettled([work]);
  if (outcome?.status === 'rejected' && outcome.reason instanceof PortcullisError) return outcome.reason;
  throw new Error('it was not refused');
}
