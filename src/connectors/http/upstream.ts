import { lookup as dnsLookup } from 'node:dns';
import { readFileSync } from 'node:fs';
import type { LookupFunction } from 'node:net';
import { bulkhead } from 'cockatiel';
import { type Dispatcher, Pool } from 'undici';
import type { z } from 'zod';
import { deadlineExceeded, type ErrorCode, PortcullisError } from '../../domain/errors.ts';
import { type CallKind, type Classify, classifyNetwork, classifyStatus } from './classify.ts';
import { type Endpoint, isAddressAllowed, isLoopbackHost } from './endpoint.ts';
import { buildPath, type Query } from './path.ts';
import { retryAfterSeconds } from './retry-after.ts';

export interface TlsFiles {
  readonly certFile?: string | undefined;
  readonly keyFile?: string | undefined;
  readonly caFile?: string | undefined;
}

/** One finished request, for metrics, logs and the tests that count. No path: it holds names. */
export interface UpstreamCallRecord {
  readonly store: string;
  readonly operation: string;
  readonly kind: CallKind;
  /** Null where there was no answer. */
  readonly status: number | null;
  readonly durationMs: number;
  /** What the caller was told; null for a success. */
  readonly error: ErrorCode | null;
}

export interface UpstreamOptions {
  readonly store: string;
  readonly endpoint: Endpoint;
  readonly tls?: TlsFiles;
  readonly allowPrivateNetwork: boolean;
  /** The whole of one request, from waiting for a connection to the last byte. */
  readonly timeoutMs: number;
  readonly connections: number;
  readonly maxBodyBytes: number;
  /** Headers that identify us: a token, a signature over method, path and query. Asked anew for every request. */
  readonly authorize?: (request: {
    method: string;
    path: string;
    signal: AbortSignal;
  }) => Promise<Record<string, string>> | Record<string, string>;
  readonly classify?: Classify;
  readonly onCall?: (record: UpstreamCallRecord) => void;
}

export interface UpstreamCall<T> {
  readonly operation: string;
  readonly kind: CallKind;
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE';
  /** Path below the endpoint, one segment each, not encoded. */
  readonly path: readonly string[];
  readonly query?: Query;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: { readonly json: unknown } | { readonly form: Readonly<Record<string, string>> };
  /** Parses the JSON of a success into our shape. It names no value field unless `kind` is 'reveal'. */
  readonly schema: z.ZodType<T>;
  readonly signal: AbortSignal;
  /** True for a health call whose body is plain text and does not matter. */
  readonly anyBody?: boolean;
  /** False for the token request itself. */
  readonly authorized?: boolean;
}

export interface UpstreamAnswer<T> {
  readonly status: number;
  readonly header: (name: string) => string | undefined;
  readonly body: T;
}

export interface Upstream {
  request<T>(call: UpstreamCall<T>): Promise<UpstreamAnswer<T>>;
  close(): Promise<void>;
}

/** Requests that may wait for a connection of one store before more are refused. */
const MAX_WAITING = 10_000;

/**
 * The only door to the network: one connection pool to one store. Follows no redirect, bounds every answer in bytes
 * and time, checks each resolved address at the moment it is connected to, and turns every failure into a
 * PortcullisError that holds nothing of what was sent or received.
 */
export function openUpstream(options: UpstreamOptions): Upstream {
  const { endpoint, store } = options;
  const addressRule = { loopback: isLoopbackHost(endpoint.host), allowPrivateNetwork: options.allowPrivateNetwork };
  const pool = new Pool(endpoint.origin, {
    connections: options.connections,
    pipelining: 1,
    maxResponseSize: options.maxBodyBytes,
    // The signal of each request is the time-out; undici's own are only coarse.
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: { ...connectOptions(options), lookup: guardedLookup(addressRule), timeout: options.timeoutMs },
  });
  // undici drops a queued request only once it is dispatched, so nothing may queue there: one slot a connection.
  const slots = bulkhead(options.connections, MAX_WAITING);

  return {
    close: () => pool.destroy(),
    async request(call) {
      const path = buildPath(endpoint, call.path, call.query);
      const timeout = AbortSignal.timeout(options.timeoutMs);
      const signal = AbortSignal.any([call.signal, timeout]);
      const startedAt = performance.now();
      let status: number | null = null;
      let sent = false;
      const onSend = () => {
        sent = true;
      };
      const failure = (error: unknown): PortcullisError => {
        const failed = classifyFailure(error, { call, answered: status !== null, timedOut: timeout.aborted });
        // Still waiting for a connection, or for its own token: whatever went wrong, the write was not sent.
        const outcome = call.kind === 'write' && !sent ? ({ outcome: 'NOT_APPLIED' } as const) : {};
        return failed.with({ store, operation: call.operation, ...outcome });
      };
      const report = (error: ErrorCode | null) =>
        options.onCall?.({
          store,
          operation: call.operation,
          kind: call.kind,
          status,
          durationMs: performance.now() - startedAt,
          error,
        });
      try {
        guardLiteral(endpoint, addressRule);
        const answer = await untilAborted(signal, () =>
          slots.execute(() => send({ call, path, signal, pool, options, onSend })),
        );
        status = answer.status;
        const finished = finish(call, answer, options.classify);
        report(null);
        return finished;
      } catch (error) {
        const failed = failure(error);
        report(failed.code);
        throw failed;
      }
    },
  };
}

interface RawAnswer {
  readonly status: number;
  readonly headers: Dispatcher.ResponseData['headers'];
  readonly text: string;
}

async function send<T>(request: {
  readonly call: UpstreamCall<T>;
  readonly path: string;
  readonly signal: AbortSignal;
  readonly pool: Pool;
  readonly options: UpstreamOptions;
  /** Called at the last moment at which nothing was sent yet. */
  readonly onSend: () => void;
}): Promise<RawAnswer> {
  const { call, path, signal, pool, options, onSend } = request;
  signal.throwIfAborted();
  const identity = call.authorized === false ? {} : await options.authorize?.({ method: call.method, path, signal });
  const body = encodeBody(call.body);
  signal.throwIfAborted();
  onSend();
  const answer = await pool.request({
    method: call.method,
    path,
    signal,
    headers: { accept: 'application/json', 'user-agent': 'portcullis', ...body.headers, ...call.headers, ...identity },
    ...(body.text === undefined ? {} : { body: body.text }),
  });
  return { status: answer.statusCode, headers: answer.headers, text: await answer.body.text() };
}

function finish<T>(call: UpstreamCall<T>, raw: RawAnswer, classify: Classify | undefined): UpstreamAnswer<T> {
  const json = parseJson(raw.text);
  const header = (name: string) => firstOf(raw.headers[name.toLowerCase()]);
  const failed = {
    operation: call.operation,
    kind: call.kind,
    status: raw.status,
    body: json,
    retryAfterSeconds: retryAfterSeconds(header('retry-after'), Date.now()),
  };
  if (raw.status < 200 || raw.status > 299) throw classify?.(failed) ?? classifyStatus(failed);
  // Some upstreams answer 200 to a failure: the connector may look before the shape is judged.
  const disguised = classify?.(failed);
  if (disguised) throw disguised;
  // A body that is there but is not JSON was cut short, or is of somebody in between: never an empty answer.
  const broken = json === undefined && raw.text !== '' && call.anyBody !== true;
  const parsed = call.schema.safeParse(json);
  if (broken || !parsed.success) {
    throw new PortcullisError('UPSTREAM_INVALID_RESPONSE', 'The store answered in a shape that is not documented.', {
      upstreamStatus: raw.status,
      ...(call.kind === 'write' ? { outcome: 'UNKNOWN' as const } : {}),
    });
  }
  return { status: raw.status, header, body: parsed.data };
}

function encodeBody(body: UpstreamCall<unknown>['body']): { text?: string; headers: Record<string, string> } {
  if (body === undefined) return { headers: {} };
  if ('json' in body) return { text: JSON.stringify(body.json), headers: { 'content-type': 'application/json' } };
  return {
    text: new URLSearchParams(body.form).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  };
}

/** Undefined for an empty or malformed body. The parser's message quotes its input and must not go anywhere. */
function parseJson(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function firstOf(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}

function classifyFailure(
  error: unknown,
  request: {
    readonly call: { readonly kind: CallKind; readonly signal: AbortSignal };
    readonly answered: boolean;
    readonly timedOut: boolean;
  },
): PortcullisError {
  const { call, answered, timedOut } = request;
  // What an answer said stands, also when the caller has given up meanwhile.
  if (call.signal.aborted && !answered) {
    return deadlineExceeded(call.kind === 'write' ? { outcome: 'UNKNOWN' } : {});
  }
  return classifyNetwork(error, { kind: call.kind, timedOut });
}

/** Rejects as soon as the signal aborts, whatever `run` is waiting for. */
function untilAborted<T>(signal: AbortSignal, run: () => Promise<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const onAbort = () => reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    run()
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', onAbort));
  });
}

function connectOptions(options: UpstreamOptions): object {
  if (options.endpoint.socketPath !== null) return { socketPath: options.endpoint.socketPath };
  const { certFile, keyFile, caFile } = options.tls ?? {};
  const read = (file: string | undefined, name: string) => (file === undefined ? {} : { [name]: readFileSync(file) });
  return { ...read(certFile, 'cert'), ...read(keyFile, 'key'), ...read(caFile, 'ca') };
}

type AddressRule = Parameters<typeof isAddressAllowed>[1];

/** undici calls no look-up for an address written as a number, so that one is judged here. */
function guardLiteral(endpoint: Endpoint, rule: AddressRule): void {
  if (endpoint.socketPath !== null || !/^[\d.]+$|:/.test(endpoint.host)) return;
  if (!isAddressAllowed(endpoint.host, rule)) throw addressRefused();
}

/** Resolves as usual, then drops the addresses a store may not have: what is checked is what is connected to. */
function guardedLookup(rule: AddressRule): LookupFunction {
  return (hostname, lookupOptions, callback) => {
    dnsLookup(hostname, { ...lookupOptions, all: true }, (error, addresses) => {
      if (error) return callback(error, []);
      const allowed = addresses.filter(({ address }) => isAddressAllowed(address, rule));
      const [first] = allowed;
      if (first === undefined) return callback(addressRefused(), []);
      if (lookupOptions.all === true) return callback(null, allowed);
      callback(null, first.address, first.family);
    });
  };
}

function addressRefused(): PortcullisError {
  return new PortcullisError(
    'UPSTREAM_UNAVAILABLE',
    'The store resolves to a private address; set allowPrivateNetwork on the store if that is meant.',
    { outcome: 'NOT_APPLIED', retryable: false },
  );
}
