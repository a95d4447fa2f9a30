import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer, type Server as TlsServer } from 'node:https';
import type { TLSSocket } from 'node:tls';
import { causeName } from '../../domain/errors.ts';
import type { Logger } from '../../telemetry/logger.ts';
import { type CertificateRenewal, createCertificateRenewal } from './certificate-renewal.ts';
import { type ClientTrust, createClientTrust } from './client-trust.ts';
import { type ConnectionLimits, createConnectionGuard } from './connection-guard.ts';
import { readTlsFiles, secureContextOf, type TlsFiles } from './tls-files.ts';

export interface ListenerOptions extends ConnectionLimits {
  readonly tls: TlsFiles | null;
  /** How long one request may take to arrive as a whole. */
  readonly requestTimeoutMs: number;
  readonly logger: Logger;
}

/** How the gateway listens: in the clear or over TLS, and within which bounds. */
export interface Listener {
  readonly scheme: 'http' | 'https';
  /** A server that does not listen yet. */
  readonly createServer: (handler: RequestListener) => Server;
  /** Null: no client certificates are taken. */
  readonly clientTrust: ClientTrust | null;
  /** Null without TLS. */
  readonly renewal: CertificateRenewal | null;
  readonly close: () => void;
}

/** Until the headers of a request are here; a connection that says nothing is closed by then as well. */
const HEADERS_TIMEOUT_MS = 10_000;
const HANDSHAKE_TIMEOUT_MS = 10_000;
/** How often the time-outs are looked at: 30 s, Node's own, would let a slow body live that much longer. */
const CHECK_CONNECTIONS_EVERY_MS = 1_000;
/** Longer than load balancers keep an idle connection, so that they do not use one as we close it. */
const KEEP_ALIVE_MS = 75_000;

/** @throws PortcullisError BAD_USER_INPUT where a file cannot be used */
export async function createListener(options: ListenerOptions): Promise<Listener> {
  const guard = createConnectionGuard(options);
  const bounds = {
    connectionsCheckingInterval: CHECK_CONNECTIONS_EVERY_MS,
    headersTimeout: Math.min(HEADERS_TIMEOUT_MS, options.requestTimeoutMs),
    requestTimeout: options.requestTimeoutMs,
    keepAliveTimeout: KEEP_ALIVE_MS,
  };
  if (options.tls === null) {
    return {
      scheme: 'http',
      createServer: (handler) => guarded(createServer(bounds, handler), guard),
      clientTrust: null,
      renewal: null,
      close: () => {},
    };
  }
  return createTlsListener(options.tls, { guard, bounds, logger: options.logger });
}

async function createTlsListener(
  files: TlsFiles,
  parts: {
    readonly guard: (server: Server) => void;
    readonly bounds: Parameters<typeof createServer>[0] & object;
    readonly logger: Logger;
  },
): Promise<Listener> {
  const { guard, bounds, logger } = parts;
  let material = await readTlsFiles(files);
  const clientTrust = material.clientCa === null ? null : createClientTrust(material.clientCa);
  const servers = new Set<TlsServer>();
  const renewal = createCertificateRenewal({
    files,
    current: material,
    use: (found) => {
      for (const server of servers) server.setSecureContext(secureContextOf(found));
      clientTrust?.trust(found.clientCa);
      material = found;
    },
    onRenewed: () => logger.log('info', 'certificates renewed'),
    onFailure: (error) => logger.log('error', 'certificates not renewed', { causeName: causeName(error) }),
  });
  return {
    scheme: 'https',
    createServer: (handler) => {
      const server = createTlsServer(
        {
          ...bounds,
          ...secureContextOf(material),
          handshakeTimeout: HANDSHAKE_TIMEOUT_MS,
          // Not refused in the handshake: who has no certificate may still have a token.
          requestCert: clientTrust !== null,
          rejectUnauthorized: false,
        },
        handler,
      );
      servers.add(server);
      return guarded(server, guard);
    },
    clientTrust,
    renewal,
    close: renewal.close,
  };
}

function guarded<S extends Server>(server: S, guard: (server: S) => void): S {
  guard(server);
  return server;
}

/** The connection as one that may carry a client certificate that holds now; null where it does not. */
export function trustedSocket(socket: unknown, clientTrust: ClientTrust | null): TLSSocket | null {
  if (clientTrust === null) return null;
  const tlsSocket = socket as TLSSocket;
  return clientTrust.isTrusted(tlsSocket) ? tlsSocket : null;
}
