import { randomUUID } from 'node:crypto';
import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import helmet from '@fastify/helmet';
import { type FastifyError, type FastifyInstance, type FastifyRequest, fastify } from 'fastify';
import { causeName, notFound, PortcullisError } from '../domain/errors.ts';
import type { GraphContext, Services } from '../graphql/context.ts';
import type { Policy } from '../policy/policy.ts';
import type { Principal } from '../policy/principal.ts';
import { framesOf, type Logger } from '../telemetry/logger.ts';
import { unauthenticated } from './authentication/authenticate.ts';
import { certificateOf } from './authentication/client-certificates.ts';
import { registerCors } from './cors.ts';
import { fromFastify, sendError } from './errors.ts';
import { refuseClient } from './listener/client-error.ts';
import { trustedSocket } from './listener/listener.ts';
import type { Protection } from './protection.ts';
import { registerRateLimits } from './rate-limit.ts';
import { checkRequestBody } from './request-body.ts';
import { createContext } from './request-context.ts';

export interface HttpOptions {
  readonly apollo: ApolloServer<GraphContext>;
  readonly services: Services;
  readonly policy: Policy;
  readonly protection: Protection;
  readonly logger: Logger;
  readonly requestTimeoutMs: number;
  readonly maxRequestBytes: number;
  /** On loopback without identities a web page could reach us by a name it controls: then Host is checked. */
  readonly checkHost: boolean;
}

const LOCAL_HOST = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/;

const GRAPHQL_PATH = '/graphql';

const NOTHING_HERE = notFound('There is nothing at this address.');

/**
 * Routes, in the order in which a request meets them: host, rate, identity, rate, document and its size, GraphQL; then
 * what is sent and logged.
 */
export async function createHttpServer(options: HttpOptions): Promise<FastifyInstance> {
  const { apollo, logger, protection } = options;
  const app = fastify({
    logger: false,
    bodyLimit: options.maxRequestBytes,
    serverFactory: protection.listener.createServer,
    clientErrorHandler: refuseClient,
    // Fastify's own answer to an address that cannot be decoded repeats it, with whatever was pasted into it.
    frameworkErrors: (_error, request, reply) => {
      sendError(request, reply, NOTHING_HERE);
    },
    genReqId: () => randomUUID(),
    trustProxy: false,
  });
  app.decorateRequest('principal', null);
  app.decorateRequest('graph', null);
  app.setErrorHandler<FastifyError>((error, request, reply) =>
    sendError(request, reply, ownError(error, request, logger)),
  );
  app.setNotFoundHandler((request, reply) => sendError(request, reply, NOTHING_HERE));
  await app.register(helmet, { contentSecurityPolicy: false, crossOriginEmbedderPolicy: false });
  if (options.checkHost) app.addHook('onRequest', async (request) => checkHost(request));
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id);
    if (reply.getHeader('cache-control') === undefined) reply.header('cache-control', 'no-store');
  });
  app.addHook('onResponse', async (request, reply) =>
    logRequest(logger, request, { status: reply.statusCode, durationMs: reply.elapsedTime }),
  );

  registerCors(app, GRAPHQL_PATH, protection.corsOrigins);
  const rates = await registerRateLimits(app, protection.rateLimits, protection.countRequests);

  await apollo.start();
  app.post(GRAPHQL_PATH, {
    onRequest: async (request) => {
      await rates.address(request);
      request.principal = await identify(request, options);
      await rates.principal(request);
    },
    preHandler: async (request) => {
      request.body = protection.resolveDocument(request.body);
      checkRequestBody(request.body);
      protection.guardRequest(request.body);
    },
    handler: fastifyApolloHandler(apollo, {
      context: async (request, reply) => {
        const { principal } = request;
        if (principal === null) throw unauthenticated();
        const { services, policy, requestTimeoutMs } = options;
        const context = createContext({ request, reply, services, policy, principal, timeoutMs: requestTimeoutMs });
        request.graph = context;
        return context;
      },
    }),
  });
  return app;
}

async function identify(request: FastifyRequest, { protection, services }: HttpOptions): Promise<Principal> {
  return protection.authenticate({
    authorization: request.headers.authorization,
    certificate: () => {
      const socket = trustedSocket(request.raw.socket, protection.listener.clientTrust);
      return socket === null ? null : certificateOf(socket, services.now());
    },
  });
}

function checkHost(request: FastifyRequest): void {
  if (!LOCAL_HOST.test(request.headers.host ?? '')) {
    throw new PortcullisError('FORBIDDEN', 'Without auth this gateway answers to localhost only.');
  }
}

function ownError(error: FastifyError, request: FastifyRequest, logger: Logger): PortcullisError {
  const own = fromFastify(error);
  if (own !== null) return own;
  logger.log('error', 'unexpected', { requestId: request.id, causeName: causeName(error), frames: framesOf(error) });
  return new PortcullisError(
    'INTERNAL',
    'Something went wrong in the gateway. The request id helps to find it in the log.',
  );
}

/** One line a request. Routes other than /graphql are asked for all the time and tell nothing. */
function logRequest(
  logger: Logger,
  request: FastifyRequest,
  { status, durationMs }: { readonly status: number; readonly durationMs: number },
): void {
  const { graph, principal } = request;
  const level = request.routeOptions.url === GRAPHQL_PATH ? 'info' : 'debug';
  logger.log(level, 'request', {
    requestId: request.id,
    method: request.method,
    address: request.ip,
    status,
    durationMs: Math.round(durationMs * 10) / 10,
    ...(principal === null ? {} : { principal: principal.id }),
    ...(graph === null
      ? {}
      : {
          operationName: graph.actor.operationName,
          operationHash: graph.actor.operationHash,
          partial: graph.shortfalls.length > 0,
          ...(graph.errorCodes.length === 0 ? {} : { codes: [...new Set(graph.errorCodes)] }),
        }),
  });
}
