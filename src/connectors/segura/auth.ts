import { PortcullisError } from '../../domain/errors.ts';
import type { Upstream } from '../http/upstream.ts';
import type { SeguraCredentials } from './config.ts';
import { TOKEN_OPERATION } from './errors.ts';
import { segmentsOf } from './paths.ts';
import { tokenSchema } from './schema.ts';

/** Used where the answer does not say: the documented lifetime. */
const DEFAULT_LIFETIME_SECONDS = 3_600;
/** A token is replaced this long before its end, or a tenth of its life where that is less. */
const MARGIN_MS = 60_000;

export interface TokenSource {
  /** A token that lives for a while yet. Asks for one if there is none; callers at once share one request. */
  get(signal: AbortSignal): Promise<string>;
  /** A new token in any case. */
  renew(signal: AbortSignal): Promise<string>;
  /** The store has refused this token: it is not given out again. A newer one stays. */
  drop(token: string): void;
}

interface Held {
  readonly token: string;
  readonly useUntil: number;
}

/**
 * OAuth 2.0 client credentials; no refresh token exists.
 * @see https://docs.senhasegura.io/docs/api-default-request
 * @see https://github.com/external-secrets/external-secrets providers/v1/senhasegura/auth/iso.go
 */
export function openTokenSource(options: {
  readonly upstream: Upstream;
  readonly credentials: SeguraCredentials;
  readonly tokenPath: string;
  readonly now: () => number;
}): TokenSource {
  const { upstream, credentials, now } = options;
  let held: Held | null = null;
  let flight: Promise<string> | null = null;

  const ask = async (): Promise<string> => {
    const askedAt = now();
    const answer = await upstream.request({
      operation: TOKEN_OPERATION,
      kind: 'read',
      method: 'POST',
      path: segmentsOf(options.tokenPath),
      body: {
        form: {
          grant_type: 'client_credentials',
          client_id: credentials.clientId,
          client_secret: credentials.clientSecret,
        },
      },
      schema: tokenSchema,
      // One caller that goes away must not end the request that others wait for; the time-out ends it.
      signal: new AbortController().signal,
      authorized: false,
    });
    const lifetimeMs = (answer.body.expires_in ?? DEFAULT_LIFETIME_SECONDS) * 1_000;
    held = { token: answer.body.access_token, useUntil: askedAt + lifetimeMs - Math.min(MARGIN_MS, lifetimeMs / 10) };
    return held.token;
  };

  const renew = (signal: AbortSignal): Promise<string> => {
    flight ??= ask().finally(() => {
      flight = null;
    });
    return orAborted(flight, signal);
  };

  return {
    renew,
    get: (signal) => (held !== null && now() < held.useUntil ? Promise.resolve(held.token) : renew(signal)),
    drop: (token) => {
      if (held?.token === token) held = null;
    },
  };
}

function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () =>
      reject(new PortcullisError('DEADLINE_EXCEEDED', 'The request was given up before the store had answered.'));
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}
