import type { CallContext } from '../../domain/connector.ts';
import { PortcullisError } from '../../domain/errors.ts';
import type { ConnectorIo, StoreSettings } from '../define.ts';
import type { CallKind } from '../http/classify.ts';
import { openStoreUpstream } from '../http/store-upstream.ts';
import type { UpstreamAnswer, UpstreamCall } from '../http/upstream.ts';
import { openTokenSource } from './auth.ts';
import type { SeguraCredentials, SeguraSettings } from './config.ts';
import { classifySegura, isTokenRefused } from './errors.ts';
import { segmentsOf } from './paths.ts';
import {
  listingSchema,
  type RevealedJson,
  revealedSecret,
  type SeguraListing,
  type SeguraWritten,
  writtenSchema,
} from './schema.ts';

export type SeguraStore = StoreSettings<SeguraCredentials, SeguraSettings>;

/** The three requests that Segura's secrets API consists of. */
export interface SeguraClient {
  /** POST token. */
  authenticate(context: CallContext): Promise<void>;
  /** GET everything that the authorization sees; values are dropped while parsing. */
  list(context: CallContext): Promise<SeguraListing>;
  /** The same GET, keeping the values of one secret. */
  reveal(secretId: string, context: CallContext): Promise<UpstreamAnswer<RevealedJson>>;
  /** POST: creates the identity or replaces everything about it. `json` holds the value. */
  save(
    request: { readonly operation: string; readonly json: unknown },
    context: CallContext,
  ): Promise<UpstreamAnswer<SeguraWritten>>;
  close(): Promise<void>;
}

export function openSeguraClient(store: SeguraStore, io: ConnectorIo): SeguraClient {
  const { settings } = store;
  const upstream = openStoreUpstream(store, io.onCall, { classify: classifySegura });
  const tokens = openTokenSource({
    upstream,
    credentials: store.credentials,
    tokenPath: settings.tokenPath,
    now: io.now,
  });

  const tokenFor = (call: { readonly kind: CallKind; readonly signal: AbortSignal }) =>
    tokens.get(call.signal).catch((error: unknown) => {
      throw call.kind === 'write' ? notSent(error) : error;
    });
  // A token is fetched before a connection is taken: requests that held all connections while they waited for one
  // would leave none for the token's own request.
  const request = async <T>(call: Omit<UpstreamCall<T>, 'headers'>): Promise<UpstreamAnswer<T>> => {
    const send = (bearer: string) => upstream.request({ ...call, headers: { authorization: `Bearer ${bearer}` } });
    const token = await tokenFor(call);
    try {
      return await send(token);
    } catch (error) {
      if (!isTokenRefused(error)) throw error;
      tokens.drop(token);
      return send(await tokenFor(call));
    }
  };

  const secretsPath = segmentsOf(settings.secretsPath);
  const writePath = segmentsOf(settings.writePath);
  return {
    authenticate: async ({ signal }) => {
      await tokens.renew(signal);
    },
    list: async ({ signal }) => {
      const call = { operation: 'listSecrets', kind: 'read', method: 'GET', path: secretsPath } as const;
      return (await request({ ...call, schema: listingSchema, signal })).body;
    },
    reveal: (secretId, { signal }) => {
      const call = { operation: 'revealSecret', kind: 'reveal', method: 'GET', path: secretsPath } as const;
      return request({ ...call, schema: revealedSecret(secretId), signal });
    },
    save: ({ operation, json }, { signal }) => {
      const call = { operation, kind: 'write', method: 'POST', path: writePath, body: { json } } as const;
      return request({ ...call, schema: writtenSchema, signal });
    },
    close: () => upstream.close(),
  };
}

/** What failed before the write was sent has changed nothing. */
export function notSent(error: unknown): unknown {
  return error instanceof PortcullisError ? error.with({ outcome: 'NOT_APPLIED' }) : error;
}
