import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { PortcullisError } from '../../domain/errors.ts';

/** Where a store's requests go, taken apart once. */
export interface Endpoint {
  /** Scheme and authority for undici; `http://localhost` where a unix socket carries the requests. */
  readonly origin: string;
  /** '' or '/prefix' without a slash at the end; part of every request path (and of NAVER's signed path). */
  readonly basePath: string;
  readonly socketPath: string | null;
  /** Host as configured, without brackets; empty for a unix socket. */
  readonly host: string;
}

/**
 * Takes `https://host/base`, `http://host`, `tcp://host:port` (plain HTTP, Docker's word) and `unix:///path`.
 * @throws PortcullisError BAD_USER_INPUT with a sentence for the operator; credentials, query and fragment in an
 * endpoint are refused, because they would be copied into places that log it.
 */
export function parseEndpoint(text: string): Endpoint {
  if (text.startsWith('unix://')) {
    const socketPath = text.slice('unix://'.length);
    if (!socketPath.startsWith('/')) throw invalid('a unix endpoint is unix:// and an absolute path');
    return { origin: 'http://localhost', basePath: '', socketPath, host: '' };
  }
  const url = URL.parse(text.replace(/^tcp:\/\//, 'http://'));
  if (url === null) throw invalid('it is not a URL');
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw invalid('its scheme is not https, http, tcp or unix');
  if (url.username !== '' || url.password !== '') throw invalid('it must not carry credentials');
  if (url.search !== '' || url.hash !== '') throw invalid('it must not carry a query or a fragment');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return { origin: url.origin, basePath: url.pathname.replace(/\/+$/, ''), socketPath: null, host };
}

export function isLoopbackHost(host: string): boolean {
  if (host === '' || host === 'localhost') return true;
  return isIP(host) !== 0 && ipaddr.process(host).range() === 'loopback';
}

/**
 * Whether a store may talk to this address. Public unicast always; loopback only where the endpoint itself names it;
 * private ranges only with `allowPrivateNetwork`; link-local (where clouds keep their metadata services), multicast
 * and the rest never.
 */
export function isAddressAllowed(
  address: string,
  rule: { readonly loopback: boolean; readonly allowPrivateNetwork: boolean },
): boolean {
  if (isIP(address) === 0) return false;
  const range = ipaddr.process(address).range();
  if (range === 'unicast') return true;
  if (range === 'loopback') return rule.loopback;
  return rule.allowPrivateNetwork && (range === 'private' || range === 'uniqueLocal' || range === 'carrierGradeNat');
}

function invalid(why: string): PortcullisError {
  return new PortcullisError('BAD_USER_INPUT', `The endpoint cannot be used: ${why}.`, { argument: 'endpoint' });
}
