import type { FastifyInstance, FastifyReply } from 'fastify';
import { BUILT_EXPLORER, openBuiltExplorer, type PageName } from './assets.ts';

export interface ExplorerOptions {
  /** False: none of the explorer's paths exists. */
  readonly enabled: boolean;
  /** The tokens that the pages offer to fill in: a sandbox's own words. Anything else must leave them out. */
  readonly sandboxTokens?: readonly string[];
  /** Where the built pages lie; its own place in the package unless told. */
  readonly folder?: string;
}

/** A page runs its own scripts and talks to its own gateway, and that is all. The editor sets styles inline. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const NOT_BUILT = `The explorer has not been built.

  npm run build:explorer

builds it, and the inventory with it; then start the gateway again. The graph itself answers at POST /graphql.
`;

/**
 * Serves the explorer at `/`, the inventory at `/inventory`, their files at `/assets/…` and what they must know at
 * `/explorer/config.json`. A page that has not been built is a 503 that says how to build it.
 */
export function registerExplorer(app: FastifyInstance, options: ExplorerOptions): void {
  if (!options.enabled) return;
  const built = openBuiltExplorer(options.folder ?? BUILT_EXPLORER);
  const tokens = options.sandboxTokens ?? [];

  const servePage = (path: string, name: PageName) =>
    app.get(path, (_request, reply) => {
      if (built === null) return guard(reply, 'no-store').code(503).type('text/plain; charset=utf-8').send(NOT_BUILT);
      return guard(reply, 'no-store').type('text/html; charset=utf-8').send(built.pages[name]);
    });
  servePage('/', 'index');
  servePage('/inventory', 'inventory');

  app.get('/explorer/config.json', (_request, reply) =>
    guard(reply, 'no-store').send({ sandbox: tokens.length > 0, tokens }),
  );

  app.get<{ Params: { name: string } }>('/assets/:name', (request, reply) => {
    const acceptsGzip = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
    const asset = built?.asset(request.params.name, acceptsGzip) ?? null;
    if (asset === null)
      return guard(reply, 'no-store').code(404).type('text/plain; charset=utf-8').send('No such file.');
    if (asset.gzipped) reply.header('content-encoding', 'gzip');
    // The name carries a hash of the content.
    return guard(reply, 'public, max-age=31536000, immutable')
      .header('vary', 'accept-encoding')
      .type(asset.contentType)
      .send(asset.content);
  });
}

function guard(reply: FastifyReply, cacheControl: string): FastifyReply {
  return reply
    .header('cache-control', cacheControl)
    .header('content-security-policy', CONTENT_SECURITY_POLICY)
    .header('cross-origin-opener-policy', 'same-origin')
    .header('cross-origin-resource-policy', 'same-origin')
    .header('referrer-policy', 'no-referrer')
    .header('x-content-type-options', 'nosniff');
}
