import type { GraphQLSchema } from 'graphql';
import { useEffect, useState } from 'react';
import { fetchPrincipal, fetchSchema, type Principal } from './gateway.ts';
import { TYPING_PAUSE_MS } from './token.ts';

/** Who the token makes us, as far as it is known. */
export type Connection =
  | { readonly state: 'checking' | 'refused' | 'unreachable' }
  | { readonly state: 'connected'; readonly principal: Principal };

/**
 * Asks the gateway who we are whenever the token changes, and for its schema the first time it knows us. Also without
 * a token, unless it is known that one is needed: a gateway on loopback may take its caller as it is.
 */
export function useConnection(
  token: string,
  tokenNeeded: boolean,
): readonly [connection: Connection, schema: GraphQLSchema | null] {
  const [connection, setConnection] = useState<Connection>({ state: 'checking' });
  const [schema, setSchema] = useState<GraphQLSchema | null>(null);

  useEffect(() => {
    if (tokenNeeded && token === '') {
      setConnection({ state: 'refused' });
      return undefined;
    }
    const abort = new AbortController();
    const connect = async () => {
      const principal = await fetchPrincipal(token, abort.signal);
      if (abort.signal.aborted) return;
      setConnection(principal === null ? { state: 'refused' } : { state: 'connected', principal });
      const known = principal === null ? null : await fetchSchema(token, abort.signal);
      if (known !== null && !abort.signal.aborted) setSchema(known);
    };
    setConnection({ state: 'checking' });
    const timer = setTimeout(() => {
      connect().catch(() => {
        if (!abort.signal.aborted) setConnection({ state: 'unreachable' });
      });
    }, TYPING_PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [token, tokenNeeded]);

  return [connection, schema];
}
