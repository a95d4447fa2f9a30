import {
  createServer as createHttpServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createHttpsServer, type ServerOptions as TlsOptions } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Fault, RecordedRequest } from './emulator.ts';

export interface EmulatedRequest {
  readonly method: string;
  /** Path as received, still encoded, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Path and query exactly as received: what NAVER signs. */
  readonly target: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

export interface EmulatedAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A string goes out as it is; anything else as JSON; undefined: no body. */
  readonly body?: unknown;
}

export type Handler = (request: EmulatedRequest) => EmulatedAnswer | Promise<EmulatedAnswer>;

export interface EmulatorServer {
  readonly host: string;
  readonly port: number;
  requests(): readonly RecordedRequest[];
  clearRequests(): void;
  setFault(fault: Fault | null): void;
  close(): Promise<void>;
}

/**
 * The HTTP half that all emulators share: a real server that records what it is asked and can be told to misbehave.
 * What is answered, and to whom, is each provider's own business. `tls` makes it HTTPS, with client certificates
 * where `requestCert` says so.
 */
export async function startEmulatorServer(options: {
  readonly host: string;
  readonly port: number;
  readonly handler: Handler;
  readonly tls?: TlsOptions;
  readonly maxBodyBytes?: number;
}): Promise<EmulatorServer> {
  const recorded: RecordedRequest[] = [];
  let fault: { readonly rule: Fault; left: number } | null = null;

  const takeFault = (request: EmulatedRequest): Fault | null => {
    if (fault === null || fault.left === 0) return null;
    if (fault.rule.match?.test(`${request.method} ${request.target}`) === false) return null;
    fault.left -= 1;
    return fault.rule;
  };

  const listener: RequestListener = (incoming, response) => {
    void readRequest(incoming, options.maxBodyBytes ?? 10_000_000)
      .then(async (request) => {
        const rule = takeFault(request);
        const status = await answer({ request, response, rule, handler: options.handler });
        recorded.push({ method: request.method, path: request.target, status });
      })
      .catch(() => response.destroy());
  };

  // Node refuses header blocks over 16 KiB; the real services behind their proxies take more.
  const server = options.tls
    ? createHttpsServer({ ...options.tls, maxHeaderSize: 1_048_576 }, listener)
    : createHttpServer({ maxHeaderSize: 1_048_576 }, listener);
  server.keepAliveTimeout = 60_000;
  await listen(server, options.port, options.host);

  return {
    host: options.host,
    port: (server.address() as AddressInfo).port,
    requests: () => recorded,
    clearRequests: () => recorded.splice(0),
    setFault: (rule) => {
      fault = rule === null ? null : { rule, left: rule.times ?? Number.POSITIVE_INFINITY };
    },
    close: () => close(server),
  };
}

async function answer(exchange: {
  readonly request: EmulatedRequest;
  readonly response: ServerResponse;
  readonly rule: Fault | null;
  readonly handler: Handler;
}): Promise<number> {
  const { request, response, rule, handler } = exchange;
  if (rule?.delayMs !== undefined) await delayed(rule.delayMs, response);
  if (rule?.hang) return 0;
  if (rule?.status !== undefined) {
    response.writeHead(rule.status, { 'content-type': 'application/json', ...rule.headers });
    response.end(rule.body ?? 'fault');
    return rule.status;
  }
  const result = await handler(request);
  const text =
    typeof result.body === 'string' ? result.body : result.body === undefined ? '' : JSON.stringify(result.body);
  if (rule?.cut === 'before') {
    response.socket?.destroy();
    return 0;
  }
  const bytes = Buffer.from(text, 'utf8');
  const sent = rule?.truncate ? bytes.subarray(0, Math.floor(bytes.length / 2)) : bytes;
  const hasBody = request.method !== 'HEAD' && result.status !== 204;
  response.writeHead(result.status, {
    ...(typeof result.body === 'string' || result.body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(hasBody ? { 'content-length': String(rule?.cut === 'middle' ? bytes.length : sent.length) } : {}),
    ...result.headers,
  });
  if (rule?.cut === 'middle') {
    response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.socket?.destroy());
    return result.status;
  }
  response.end(hasBody ? sent : undefined);
  return result.status;
}

/** Ends early when the client goes away, so that closing a server waits for nobody. */
function delayed(ms: number, response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    response.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

async function readRequest(incoming: IncomingMessage, maxBytes: number): Promise<EmulatedRequest> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    size += (chunk as Buffer).length;
    if (size > maxBytes) throw new Error('request body too large');
    chunks.push(chunk as Buffer);
  }
  const target = incoming.url ?? '/';
  const mark = target.indexOf('?');
  return {
    method: incoming.method ?? 'GET',
    path: mark < 0 ? target : target.slice(0, mark),
    query: new URLSearchParams(mark < 0 ? '' : target.slice(mark + 1)),
    target,
    headers: incoming.headers,
    body: Buffer.concat(chunks),
  };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
