import { PortcullisError } from '../../domain/errors.ts';
import type { Principal } from '../../policy/principal.ts';
import type { ClientCertificate } from './client-certificates.ts';

/** What of a request says who is calling. */
export interface Credentials {
  readonly authorization: string | undefined;
  /** Verified against the configured authority; null where there is none, or one that does not hold. */
  readonly certificate: () => ClientCertificate | null;
}

/** @throws PortcullisError UNAUTHENTICATED, with the same words whatever was wrong. */
export type Authenticate = (credentials: Credentials) => Promise<Principal>;

/** One way to know a bearer token. Null: not a token of this kind, or not one that holds. */
export type IdentifyToken = (token: string) => Principal | null | Promise<Principal | null>;

/** The one principal of a gateway on loopback without `auth`. */
export const LOCAL: Principal = { id: 'local', name: 'local', roles: ['local'] };

const MAX_TOKEN_LENGTH = 16_384;

/**
 * Asks each kind of token in turn, then the certificate. Who sends a token means to be known by it: one that does not
 * hold is refused, and no certificate makes up for it.
 */
export function createAuthenticate(ways: {
  readonly tokens: readonly IdentifyToken[];
  readonly certificates: (certificate: ClientCertificate) => Principal | null;
}): Authenticate {
  return async (credentials) => {
    const { authorization } = credentials;
    if (authorization === undefined) {
      const certificate = credentials.certificate();
      const principal = certificate === null ? null : ways.certificates(certificate);
      if (principal === null) throw unauthenticated();
      return principal;
    }
    const token = bearerOf(authorization);
    for (const identify of ways.tokens) {
      const principal = await identify(token);
      if (principal !== null) return principal;
    }
    throw unauthenticated();
  };
}

export function unauthenticated(): PortcullisError {
  return new PortcullisError('UNAUTHENTICATED', 'A valid identity is needed: Authorization: Bearer …');
}

/** @throws UNAUTHENTICATED where there is no bearer token, or one that cannot be ours. */
function bearerOf(authorization: string): string {
  if (authorization.length > MAX_TOKEN_LENGTH) throw unauthenticated();
  const token = /^Bearer +([\x21-\x7e]+)$/i.exec(authorization)?.[1];
  if (token === undefined) throw unauthenticated();
  return token;
}
