import { useEffect, useMemo, useState } from 'react';
import {
  createClient,
  type PortcullisClient,
  PortcullisClientError,
  ViewerDocument,
} from '../../../../client/index.ts';
import type { Connection } from '../connection.ts';
import { TYPING_PAUSE_MS } from '../token.ts';

/** Who the token makes us, and the client that carries it. */
export interface Session {
  readonly connection: Connection;
  readonly client: PortcullisClient;
}

/** Asks the gateway who we are whenever the token changes; without a token too, unless one is known to be needed. */
export function useSession(token: string, tokenNeeded: boolean): Session {
  const client = useMemo(() => createClient({ url: location.origin, ...(token === '' ? {} : { token }) }), [token]);
  const [known, setKnown] = useState<{ readonly of: PortcullisClient; readonly connection: Connection } | null>(null);
  const missing = tokenNeeded && token === '';
  useEffect(() => {
    if (missing) return undefined;
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      const connection = await connect(client, abort.signal);
      if (!abort.signal.aborted) setKnown({ of: client, connection });
    }, TYPING_PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [client, missing]);
  if (missing) return { connection: { state: 'refused' }, client };
  // What is known of another token's client says nothing about this one, not even for one frame.
  return { connection: known?.of === client ? known.connection : { state: 'checking' }, client };
}

async function connect(client: PortcullisClient, signal: AbortSignal): Promise<Connection> {
  try {
    const { viewer } = await client.query(ViewerDocument, {}, { signal });
    return { state: 'connected', principal: viewer };
  } catch (error) {
    const refused = error instanceof PortcullisClientError && error.code === 'UNAUTHENTICATED';
    return { state: refused ? 'refused' : 'unreachable' };
  }
}
