import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const ALLOWED_HEADERS = 'authorization, content-type, apollo-require-preflight, x-apollo-operation-name';
const EXPOSED_HEADERS = 'x-request-id, retry-after';
const PREFLIGHT_MAX_AGE_SECONDS = 600;

/**
 * Lets pages of the named origins call the graph. Without any, nothing is said and browsers keep pages of other
 * origins out. Cookies and client certificates are never part of it: a page brings a token of its own.
 * @see https://fetch.spec.whatwg.org/#http-cors-protocol
 */
export function registerCors(app: FastifyInstance, path: string, origins: readonly string[]): void {
  if (origins.length === 0) return;
  const allowed = new Set(origins);
  app.addHook('onRequest', async (request, reply) => {
    if (request.routeOptions.url === path) allow(request, reply, allowed);
  });
  app.options(path, (_request, reply) => {
    if (reply.getHeader('access-control-allow-origin') === undefined) return reply.code(403).send();
    return reply
      .code(204)
      .header('access-control-allow-methods', 'POST')
      .header('access-control-allow-headers', ALLOWED_HEADERS)
      .header('access-control-max-age', PREFLIGHT_MAX_AGE_SECONDS)
      .header('vary', 'origin, access-control-request-method, access-control-request-headers')
      .send();
  });
}

function allow(request: FastifyRequest, reply: FastifyReply, allowed: ReadonlySet<string>): void {
  reply.header('vary', 'origin');
  const { origin } = request.headers;
  if (origin === undefined || !allowed.has(origin)) return;
  reply.header('access-control-allow-origin', origin).header('access-control-expose-headers', EXPOSED_HEADERS);
}
