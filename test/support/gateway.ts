import { parseConfigValue } from '../../src/config/load.ts';
import type { ProviderDefinition } from '../../src/connectors/define.ts';
import type { Emulator } from '../../src/connectors/emulation/emulator.ts';
import { PROVIDERS } from '../../src/connectors/registry.ts';
import { type Gateway, openGateway } from '../../src/gateway.ts';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { createLogger } from '../../src/telemetry/logger.ts';

/** An error of an answer: all that clients may rely on. */
export interface AnswerError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>>;
}

export interface Answer<Data> {
  readonly status: number;
  readonly data: Data;
  readonly errors: readonly AnswerError[];
  readonly extensions: Readonly<Record<string, unknown>>;
  /** The whole body as it came: what is searched for what must not be there. */
  readonly text: string;
}

interface RawAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

export interface TestGateway {
  readonly url: string;
  /** The stores' emulators by the stores' names, which are the providers' words. */
  readonly emulators: Readonly<Record<string, Emulator>>;
  readonly gateway: Gateway;
  /** The last token is that of an administrator unless another is named. */
  query<Data = Readonly<Record<string, unknown>>>(
    document: string,
    variables?: Readonly<Record<string, unknown>>,
    token?: string,
  ): Promise<Answer<Data>>;
  rawPost(body: string | Uint8Array, headers?: Readonly<Record<string, string>>): Promise<RawAnswer>;
  /** Everything that was logged since the start, one JSON line each. */
  log(): string;
  /** Lets time pass for the emulators: what a store works on behind its answers goes on. */
  advance(ms: number): void;
  /** What a store's emulator was asked since the last time, as 'METHOD /path', oldest first. */
  asked(store: string): readonly string[];
  forgetRequests(): void;
  close(): Promise<void>;
}

export interface TestGatewayOptions {
  /** How many secrets in all, spread evenly over the stores; 24 a store unless told. */
  readonly secrets?: number;
  /** All that are registered unless told. */
  readonly providers?: Readonly<Record<string, ProviderDefinition>>;
  /** Merged over the sandbox's configuration: `cache`, `server`, `log`, … */
  readonly config?: Readonly<Record<string, unknown>>;
  /** Merged over every store's entry: `timeoutMs`, … */
  readonly storeConfig?: Readonly<Record<string, unknown>>;
}

const SECRETS_A_STORE = 24;

/** The gateway of one test file over emulators of its own, all on free ports, reached over HTTP like any client. */
export async function startTestGateway(options: TestGatewayOptions = {}): Promise<TestGateway> {
  const providers = options.providers ?? PROVIDERS;
  const lines: string[] = [];
  let ahead = 0;
  const sandbox = await startSandbox({
    providers,
    secrets: options.secrets ?? SECRETS_A_STORE * Object.keys(providers).length,
    firstPort: 0,
    now: () => Date.now() + ahead,
  });
  const stores = (sandbox.config.stores as readonly object[]).map((entry) => ({ ...entry, ...options.storeConfig }));
  const { server, ...rest } = options.config ?? {};
  const config = parseConfigValue(
    { ...sandbox.config, stores, ...rest, server: { port: 0, ...(server as object | undefined) } },
    { providers, env: {} },
  );
  const logger = createLogger({ level: 'debug', destination: { write: (line) => void lines.push(line) } });
  const gateway = await openGateway(config, { providers, logger, sandboxTokens: sandbox.tokens }).catch(
    async (error: unknown) => {
      await sandbox.close();
      throw error;
    },
  );
  const emulators = Object.fromEntries(sandbox.stores.map(({ name, emulator }) => [name, emulator]));

  const rawPost: TestGateway['rawPost'] = async (body, headers = {}) => {
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer sandbox-admin', ...headers },
      body: body as NonNullable<RequestInit['body']>,
    });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };

  return {
    url: gateway.url,
    emulators,
    gateway,
    rawPost,
    async query(document, variables = {}, token = 'sandbox-admin') {
      const { status, text } = await rawPost(JSON.stringify({ query: document, variables }), {
        authorization: `Bearer ${token}`,
      });
      return readAnswer(status, text);
    },
    log: () => lines.join(''),
    advance: (ms) => {
      ahead += ms;
    },
    asked: (store) =>
      emulatorOf(emulators, store)
        .requests()
        .map(({ method, path }) => `${method} ${path}`),
    forgetRequests: () => {
      for (const emulator of Object.values(emulators)) emulator.clearRequests();
    },
    close: async () => {
      await gateway.close();
      await sandbox.close();
    },
  };
}

/** What a store is asked once and never again (a token, the versions it speaks), out of the way of what is counted. */
export async function warmUp(gateway: TestGateway): Promise<void> {
  await gateway.query('{ stores { apiVersion } }');
  gateway.forgetRequests();
}

export function emulatorOf(emulators: TestGateway['emulators'], store: string): Emulator {
  const emulator = emulators[store];
  if (emulator === undefined) throw new Error(`there is no store ${store}`);
  return emulator;
}

function readAnswer<Data>(status: number, text: string): Answer<Data> {
  const body = JSON.parse(text) as Partial<Answer<Data>>;
  return {
    status,
    data: (body.data ?? null) as Data,
    errors: body.errors ?? [],
    extensions: body.extensions ?? {},
    text,
  };
}
