import { readFileSync } from 'node:fs';
import { createRemoteJWKSet, customFetch, type JWTVerifyGetKey } from 'jose';
import { Agent, fetch } from 'undici';

/** The keys of an issuer, kept up to date. */
export interface KeySet {
  /** Rejects where the key is not among them, or none could be had. Never waits longer than one fetch. */
  readonly getKey: JWTVerifyGetKey;
  readonly close: () => Promise<void>;
}

export interface KeySetOptions {
  readonly jwksUrl: string;
  /** PEM of the authority that signed the endpoint's certificate, where the system's own do not do. */
  readonly caFile?: string | undefined;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** The keys could not be fetched. Told once for each attempt. */
  readonly onFailure: (error: unknown) => void;
  /** How long one fetch may take; 5 s unless told. */
  readonly timeoutMs?: number;
}

const FETCH_TIMEOUT_MS = 5_000;
/** After a failure nobody asks again for this long: callers are refused at once, not each after a time-out. */
const RETRY_AFTER_MS = 5_000;
/** How old the keys may grow before they are fetched again: a key that the issuer withdrew holds so long. */
const REFRESH_AFTER_MS = 5 * 60_000;
/** How old they may be while the issuer cannot be reached. Then nobody is let in by them. */
const MAX_AGE_MS = 60 * 60_000;
/** How often a key that is not known may cause a fetch: anybody can make up a key's name. */
const UNKNOWN_KEY_COOLDOWN_MS = 30_000;
/** A key set is a few kilobytes. */
const MAX_BODY_BYTES = 262_144;

/**
 * Fetches the issuer's keys when first needed, again every five minutes, and when a token names a key that is not
 * known (a rotation), at most every 30 s. No redirects, bounded in time and size.
 * @see https://www.rfc-editor.org/rfc/rfc7517#section-5
 */
export function createKeySet(options: KeySetOptions): KeySet {
  const { now, onFailure, timeoutMs = FETCH_TIMEOUT_MS } = options;
  const agent = new Agent({
    maxResponseSize: MAX_BODY_BYTES,
    headersTimeout: FETCH_TIMEOUT_MS,
    bodyTimeout: FETCH_TIMEOUT_MS,
    connect: {
      timeout: FETCH_TIMEOUT_MS,
      ...(options.caFile === undefined ? {} : { ca: readFileSync(options.caFile, 'utf8') }),
    },
    connections: 1,
  });
  let fetchedAt = Number.NEGATIVE_INFINITY;
  let failedAt = Number.NEGATIVE_INFINITY;
  const keys = createRemoteJWKSet(new URL(options.jwksUrl), {
    timeoutDuration: timeoutMs,
    cacheMaxAge: MAX_AGE_MS,
    cooldownDuration: UNKNOWN_KEY_COOLDOWN_MS,
    [customFetch]: async (url, { headers, method, signal }) => {
      if (now() < failedAt + RETRY_AFTER_MS) throw new Error('the key set could not be fetched a moment ago');
      try {
        const response = await fetch(url, {
          headers: [...headers],
          method,
          signal,
          redirect: 'manual',
          dispatcher: agent,
        });
        const keySet = await parseKeySet(response);
        fetchedAt = now();
        return keySet;
      } catch (error) {
        failedAt = now();
        onFailure(error);
        throw error;
      }
    },
  });
  return {
    getKey: async (header, token) => {
      // Behind the caller's back: while the keys are still good enough, nobody waits for new ones.
      if (keys.jwks() !== undefined && now() >= fetchedAt + REFRESH_AFTER_MS) keys.reload().catch(() => {});
      return keys(header, token);
    },
    close: () => agent.destroy(),
  };
}

/** What jose takes for the answer: read here, so that a body too large or broken is a failure like any other. */
async function parseKeySet(response: Awaited<ReturnType<typeof fetch>>): Promise<Response> {
  if (response.status !== 200) {
    await response.body?.cancel();
    throw new Error(`the key set's address answered ${response.status}`);
  }
  const json: unknown = await response.json();
  if (typeof json !== 'object' || json === null || !('keys' in json) || !Array.isArray(json.keys))
    throw new Error('what the address answered is no key set');
  return Response.json(json);
}
