import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GraphContext, Services } from '../graphql/context.ts';
import { createLoaders } from '../loaders/loaders.ts';
import type { Policy } from '../policy/policy.ts';
import type { Principal } from '../policy/principal.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set once the caller is known; no route behind it runs without. */
    principal: Principal | null;
    /** Set once a GraphQL request has begun: what its log line tells. */
    graph: GraphContext | null;
  }
}

/** What one GraphQL request carries. Its signal ends when the client goes away or the time is up. */
export function createContext(request: {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly services: Services;
  readonly policy: Policy;
  readonly principal: Principal;
  readonly timeoutMs: number;
}): GraphContext {
  const { reply, services, policy, principal, timeoutMs } = request;
  const signal = AbortSignal.any([goneSignal(reply), AbortSignal.timeout(timeoutMs)]);
  const requestId = request.request.id;
  return {
    services,
    principal,
    requestId,
    viewer: { rights: policy.rightsOf(principal.roles), signal },
    loaders: createLoaders(services.metadata, signal),
    shortfalls: [],
    errorCodes: [],
    actor: {
      principalId: principal.id,
      principalName: principal.name,
      roles: principal.roles,
      address: request.request.ip,
      requestId,
      operationName: null,
      operationHash: null,
    },
  };
}

function goneSignal(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort();
  });
  return gone.signal;
}
