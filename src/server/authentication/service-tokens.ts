import { createHash, timingSafeEqual } from 'node:crypto';
import type { Principal } from '../../policy/principal.ts';
import type { IdentifyToken } from './authenticate.ts';

export interface TokenEntry {
  readonly name: string;
  /** Hexadecimal. */
  readonly sha256: string;
  readonly roles: readonly string[];
  /** An instant in ISO 8601; from then on the token is refused. */
  readonly expiresAt?: string | undefined;
}

/**
 * Service tokens, of which only the SHA-256 is known. Every entry is compared, each in constant time, so that the
 * time taken tells neither how much of a token was right nor which entry it came near.
 * @param now epoch milliseconds
 */
export function createServiceTokens(tokens: readonly TokenEntry[], now: () => number): IdentifyToken {
  const known = tokens.map(({ name, sha256, roles, expiresAt }) => ({
    digest: Buffer.from(sha256, 'hex'),
    expiresAt: expiresAt === undefined ? Number.POSITIVE_INFINITY : Date.parse(expiresAt),
    principal: { id: `token:${name}`, name, roles },
  }));
  return (token) => {
    const digest = createHash('sha256').update(token).digest();
    let found: Principal | null = null;
    // `now < expiresAt`, not the reverse: an instant that is no number must refuse.
    for (const { digest: mine, expiresAt, principal } of known) {
      if (timingSafeEqual(mine, digest) && now() < expiresAt) found = principal;
    }
    return found;
  };
}
