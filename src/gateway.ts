import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { openFileSink } from './audit/file-sink.ts';
import { createLogSink } from './audit/log-sink.ts';
import { createAuditRecorder } from './audit/recorder.ts';
import { createMetadataCache, type MetadataCache, systemSchedule } from './cache/cache.ts';
import { createCachedMetadata } from './catalog/cached-metadata.ts';
import { createCatalog } from './catalog/catalog.ts';
import type { Config } from './config/load.ts';
import type { ProviderDefinition } from './connectors/define.ts';
import { causeName } from './domain/errors.ts';
import { createSealer, type SealingKey } from './domain/sealing.ts';
import { createApiVersions } from './graphql/api-versions.ts';
import { createApolloServer } from './graphql/apollo.ts';
import type { Services } from './graphql/context.ts';
import { createSchema } from './graphql/schema.ts';
import { openProtection } from './open-protection.ts';
import { openStores } from './open-stores.ts';
import { createPolicy } from './policy/policy.ts';
import { LOCAL } from './server/authentication/authenticate.ts';
import { registerExplorer } from './server/explorer/explorer.ts';
import { createHttpServer } from './server/http.ts';
import { createLogger, framesOf, type Logger } from './telemetry/logger.ts';
import { createStoreHealthBook } from './telemetry/store-health.ts';
import { waitFor } from './wait.ts';

export interface Gateway {
  /** 'http://127.0.0.1:4000' */
  readonly url: string;
  readonly cache: MetadataCache;
  readonly logger: Logger;
  /** Stops accepting, finishes what is under way, closes every connection. */
  readonly close: () => Promise<void>;
}

export interface GatewayOptions {
  readonly providers: Readonly<Record<string, ProviderDefinition>>;
  readonly logger?: Logger;
  /** Tokens that the explorer offers to fill in: a sandbox's own words, never anybody's credentials. */
  readonly sandboxTokens?: readonly string[];
}

/**
 * The composition root: builds every part from the configuration and joins them. To follow a request, read on in
 * server/http.ts, graphql/resolvers, catalog or loaders, connectors/<provider>, connectors/http.
 */
export async function openGateway(config: Config, options: GatewayOptions): Promise<Gateway> {
  const now = Date.now;
  const logger = options.logger ?? createLogger({ level: config.log.level });
  const protection = await openProtection(config, { now, logger });
  const health = createStoreHealthBook(now);
  const {
    stores,
    cacheStores,
    close: closeStores,
  } = openStores(config.stores, {
    providers: options.providers,
    io: { now, wait: waitFor, onCall: health.record },
  });
  const cache = createMetadataCache({
    stores: cacheStores,
    ttlSeconds: config.cache.ttlSeconds,
    staleSeconds: config.cache.staleSeconds,
    maxMemoryBytes: config.cache.memoryBytes,
    redis: config.cache.redis ?? null,
    now,
    random: Math.random,
    schedule: systemSchedule,
  });
  const metadata = createCachedMetadata(cache);
  const sealer = createSealer(sealingKeysOf(config));
  const auditFile = await openAuditFile(config.audit, now);
  const audit = createAuditRecorder({
    sinks: [createLogSink(logger), ...(auditFile === null ? [] : [auditFile])],
    now,
    onFailure: (failure) => logger.log('error', 'audit failed', failure),
  });
  const onUnexpected = (error: unknown) =>
    logger.log('error', 'unexpected', { causeName: causeName(error), frames: framesOf(error) });
  const services: Services = {
    onUnexpected,
    stores,
    metadata,
    sealer,
    audit,
    revealBudget: protection.revealBudget,
    catalog: createCatalog({ metadata, sealer }),
    healthOf: ({ name }) => health.healthOf(name),
    apiVersionOf: createApiVersions(now),
    now,
    writeTimeoutMs: config.server.requestTimeoutMs,
  };
  const apollo = createApolloServer({
    schema: createSchema(Object.values(options.providers)),
    introspection: config.server.introspection ?? config.loopback,
    limits: config.limits,
    recordReads: config.audit.reads,
    onUnexpected,
  });
  const app = await createHttpServer({
    apollo,
    services,
    logger,
    policy: createPolicy(config.policy ?? EVERYTHING_LOCAL),
    protection,
    requestTimeoutMs: config.server.requestTimeoutMs,
    maxRequestBytes: config.server.maxRequestBytes,
    checkHost: config.auth === undefined,
  });
  registerExplorer(app, { enabled: config.server.explorer, sandboxTokens: options.sandboxTokens ?? [] });

  const close = async () => {
    await app.close();
    await apollo.stop();
    await protection.close();
    await closeStores();
    await cache.close();
    await audit.close();
  };
  try {
    await cache.open();
    await app.listen({ host: config.server.host, port: config.server.port });
  } catch (error) {
    // A connection to Redis would keep the process, which has nothing to do any more.
    await close();
    throw error;
  }
  const { port } = app.server.address() as AddressInfo;
  const url = `${protection.listener.scheme}://${config.server.host.includes(':') ? `[${config.server.host}]` : config.server.host}:${port}`;
  logger.log('info', 'listening', { url });

  return { url, cache, logger, close };
}

/** Without `auth` a gateway answers to this machine alone, and everyone here may do everything. */
const EVERYTHING_LOCAL = [{ effect: 'allow', roles: [LOCAL.name], actions: ['*'], resources: ['**'] }] as const;

async function openAuditFile({ file, ...settings }: Config['audit'], now: () => number) {
  return file === undefined ? null : openFileSink({ ...settings, file, now });
}

/** Random where nobody else needs to open what was sealed: the configuration demands keys off loopback. */
function sealingKeysOf(config: Config): readonly [SealingKey, ...SealingKey[]] {
  const [first, ...rest] = (config.server.sealingKeys ?? []).map(({ name, key }) => ({ name, key: keyBytes(key) }));
  return first === undefined ? [{ name: 'random', key: randomBytes(32) }] : [first, ...rest];
}

function keyBytes(text: string): Uint8Array {
  return /^[0-9a-f]{64}$/i.test(text) ? Buffer.from(text, 'hex') : Buffer.from(text, 'base64');
}
