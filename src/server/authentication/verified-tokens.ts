import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Principal } from '../../policy/principal.ts';

/** Remembers who a token stood for, under its hash and for a moment. */
export interface VerifiedTokens {
  readonly get: (token: string) => Principal | null;
  /** @param expiresAt epoch milliseconds, the token's own; it is not remembered past that */
  readonly set: (token: string, principal: Principal, expiresAt: number) => void;
}

/** A token that was withdrawn, or whose roles changed, holds no longer than this for it. */
const REMEMBER_MS = 5_000;
const MAX_TOKENS = 10_000;

/** @param now epoch milliseconds */
export function createVerifiedTokens(now: () => number): VerifiedTokens {
  const known = new LRUCache<string, { readonly principal: Principal; readonly from: number; readonly until: number }>({
    max: MAX_TOKENS,
  });
  return {
    get: (token) => {
      const entry = known.get(nameOf(token));
      if (entry === undefined) return null;
      const time = now();
      // A clock that was set back must not make it last longer.
      return time >= entry.from && time < entry.until ? entry.principal : null;
    },
    set: (token, principal, expiresAt) => {
      const from = now();
      known.set(nameOf(token), { principal, from, until: Math.min(from + REMEMBER_MS, expiresAt) });
    },
  };
}

function nameOf(token: string): string {
  return createHash('sha256').update(token).digest('base64');
}
