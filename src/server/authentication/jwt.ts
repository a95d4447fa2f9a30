import { jwtVerify } from 'jose';
import type { IdentifyToken } from './authenticate.ts';
import { type ClaimNames, principalOf } from './claims.ts';
import type { KeySet } from './key-set.ts';
import { createVerifiedTokens } from './verified-tokens.ts';

export interface JwtOptions extends ClaimNames {
  readonly issuer: string;
  readonly audience: string | readonly string[];
  readonly clockSkewSeconds: number;
}

/**
 * Asymmetric signatures only. With a symmetric algorithm allowed, a public key would do as the secret to forge with.
 * @see https://www.rfc-editor.org/rfc/rfc8725#section-2.1
 */
const ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];

/** Three parts of base64url: anything else is some other kind of token. */
const COMPACT = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/**
 * JSON Web Tokens of one issuer. The key is the one that the issuer's own key set has under the token's `kid`; what a
 * token says of keys itself (`jku`, `x5u`, `jwk`, `x5c`) is not looked at, and a critical header is refused.
 */
export function createJwtIdentification(
  options: JwtOptions,
  parts: {
    readonly keys: KeySet;
    /** Epoch milliseconds. */
    readonly now: () => number;
    /** Told why a token was refused, for the log: nothing of it goes to the caller. */
    readonly onRefused: (error: unknown) => void;
  },
): IdentifyToken {
  const { keys, now, onRefused } = parts;
  const verified = createVerifiedTokens(now);
  const { issuer, audience, clockSkewSeconds } = options;
  return async (token) => {
    if (!COMPACT.test(token)) return null;
    const known = verified.get(token);
    if (known !== null) return known;
    try {
      const { payload } = await jwtVerify(token, keys.getKey, {
        issuer,
        audience: typeof audience === 'string' ? audience : [...audience],
        algorithms: ALGORITHMS,
        clockTolerance: clockSkewSeconds,
        requiredClaims: ['exp', 'sub'],
        currentDate: new Date(now()),
      });
      const principal = principalOf(payload, options);
      if (principal !== null && payload.exp !== undefined) verified.set(token, principal, payload.exp * 1_000);
      return principal;
    } catch (error) {
      onRefused(error);
      return null;
    }
  };
}
