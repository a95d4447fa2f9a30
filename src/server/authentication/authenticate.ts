import { createHash, timingSafeEqual } from 'node:crypto';
import { PortcullisError } from '../domain/errors.ts';
import type { Principal } from '../policy/principal.ts';

/** What of a request says who is calling. */
export interface Credentials {
  readonly authorization: string | undefined;
}

/** @throws PortcullisError UNAUTHENTICATED, with the same words whatever was wrong. */
export type Authenticate = (credentials: Credentials) => Promise<Principal>;

export interface TokenEntry {
  readonly name: string;
  /** Hexadecimal. */
  readonly sha256: string;
  readonly roles: readonly string[];
}

/** The one principal of a gateway on loopback without `auth`. */
export const LOCAL: Principal = { id: 'local', name: 'local', roles: ['local'] };

const MAX_TOKEN_LENGTH = 16_384;

/**
 * Service tokens, of which only the SHA-256 is known. Every entry is compared, each in constant time, so that the
 * time taken tells neither how much of a token was right nor which entry it came near.
 */
export function createTokenAuthentication(tokens: readonly TokenEntry[]): Authenticate {
  const known = tokens.map(({ name, sha256, roles }) => ({
    digest: Buffer.from(sha256, 'hex'),
    principal: { id: `token:${name}`, name, roles },
  }));
  return async ({ authorization }) => {
    const digest = createHash('sha256').update(bearerOf(authorization)).digest();
    let found: Principal | null = null;
    for (const entry of known) if (timingSafeEqual(entry.digest, digest)) found = entry.principal;
    if (found === null) throw unauthenticated();
    return found;
  };
}

export function unauthenticated(): PortcullisError {
  return new PortcullisError('UNAUTHENTICATED', 'A valid token is needed: Authorization: Bearer …');
}

/** @throws UNAUTHENTICATED where there is no bearer token, or one that cannot be ours. */
export function bearerOf(authorization: string | undefined): string {
  if (authorization === undefined || authorization.length > MAX_TOKEN_LENGTH) throw unauthenticated();
  const token = /^Bearer +([\x21-\x7e]+)$/i.exec(authorization)?.[1];
  if (token === undefined) throw unauthenticated();
  return token;
}
