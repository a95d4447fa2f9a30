import { createSharedWindows } from './cache/shared-windows.ts';
import type { Config } from './config/load.ts';
import type { CountInWindow } from './domain/window-counter.ts';
import { createRequestGuard } from './graphql/limits/request-guard.ts';
import { createRevealBudget, type RevealBudget } from './policy/reveal-budget.ts';
import { createMemoryWindows, withShared } from './policy/windows.ts';
import { LOCAL } from './server/authentication/authenticate.ts';
import { createAuthentication } from './server/authentication/create-authentication.ts';
import { createListener } from './server/listener/listener.ts';
import type { Protection } from './server/protection.ts';
import { createDocumentResolution, readTrustedDocuments } from './server/trusted-documents.ts';
import type { Logger } from './telemetry/logger.ts';

export interface OpenedProtection extends Protection {
  readonly revealBudget: RevealBudget;
  readonly close: () => Promise<void>;
}

const MINUTE_MS = 60_000;

/** @throws PortcullisError BAD_USER_INPUT for a file of the configuration that cannot be used */
export async function openProtection(
  config: Config,
  { now, logger }: { readonly now: () => number; readonly logger: Logger },
): Promise<OpenedProtection> {
  const { server, auth } = config;
  const documents =
    server.trustedDocumentsFile === undefined ? new Map() : readTrustedDocuments(server.trustedDocumentsFile);
  const listener = await createListener({
    tls: server.tls ?? null,
    maxConnections: server.connections.max,
    maxConnectionsPerAddress: server.connections.maxPerAddress,
    requestTimeoutMs: server.requestTimeoutMs,
    logger,
  });
  const authentication = auth === undefined ? null : createAuthentication(auth, { now, logger });
  const { counter, close } = await openCounters(config, now);
  return {
    listener,
    corsOrigins: server.cors.origins,
    rateLimits: server.rateLimit,
    countRequests: counter('requests'),
    authenticate: authentication?.authenticate ?? (async () => LOCAL),
    resolveDocument: createDocumentResolution(documents, server.operations),
    guardRequest: createRequestGuard(config.limits),
    revealBudget: createRevealBudget({ perMinute: config.reveal.perMinute, count: counter('reveals') }),
    close: async () => {
      listener.close();
      close();
      await authentication?.close();
    },
  };
}

/** Per minute: together with the other gateways where there is a Redis, and in this process always. */
async function openCounters(
  { cache }: Config,
  now: () => number,
): Promise<{ readonly counter: (kind: string) => CountInWindow; readonly close: () => void }> {
  const local = () => createMemoryWindows({ windowMs: MINUTE_MS, now });
  if (cache.redis === undefined) return { counter: local, close: () => {} };
  const shared = createSharedWindows(cache.redis);
  await shared.open();
  return { counter: (kind) => withShared(local(), shared.counter(kind, MINUTE_MS)), close: shared.close };
}
