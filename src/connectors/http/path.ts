import { PortcullisError } from '../../domain/errors.ts';
import type { Endpoint } from './endpoint.ts';

export type Query = Readonly<Record<string, string | number | boolean | undefined>>;

/**
 * The path and query of one request, exactly as they go out on the wire (NAVER signs this text).
 *
 * `encodeURIComponent('..')` is `..`, and URL parsers climb over it: encoding is no defence. So a segment that is
 * empty, made of dots, or not well-formed is refused here, after each connector's own id grammar has judged it, and
 * the result must come back from the URL parser unchanged and lie under the endpoint's base path.
 */
export function buildPath(endpoint: Endpoint, segments: readonly string[], query: Query = {}): string {
  for (const segment of segments) {
    if (/^\.*$/.test(segment) || !segment.isWellFormed()) throw refused();
  }
  const path = [endpoint.basePath, ...segments.map(encodeURIComponent)].join('/');
  const url = URL.parse(path, endpoint.origin);
  if (url === null || url.origin !== endpoint.origin || url.pathname !== path) throw refused();
  if (!path.startsWith(`${endpoint.basePath}/`)) throw refused();
  return path + buildQuery(query);
}

function buildQuery(query: Query): string {
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined);
  if (!pairs.every(([, value]) => String(value).isWellFormed())) throw refused();
  if (pairs.length === 0) return '';
  return `?${pairs.map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(String(value))}`).join('&')}`;
}

function refused(): PortcullisError {
  return new PortcullisError('BAD_USER_INPUT', 'This id cannot be part of a request.', { outcome: 'NOT_APPLIED' });
}
