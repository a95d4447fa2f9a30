import type { ExplorerConfig } from '../config.ts';
import type { Connection } from '../connection.ts';
import { Header } from '../header.tsx';
import { useToken } from '../token.ts';
import { Inventory } from './inventory.tsx';
import { useSession } from './use-session.ts';

/** What there is, for people: everything that the token may see, over every store. Metadata only; it never reveals. */
export function Page({ config }: { readonly config: ExplorerConfig }) {
  const [token, setToken] = useToken();
  const { connection, client } = useSession(token, config.sandbox);
  return (
    <>
      <a className="skip" href="#secrets">
        Skip to the secrets
      </a>
      <Header page="inventory" config={config} connection={connection} token={token} onToken={setToken} />
      <main className="inventory">
        {connection.state === 'connected' ? (
          // Another token is another person: nothing of what was shown may stay.
          <Inventory key={token} client={client} />
        ) : (
          <p className="waiting">{adviceFor(connection.state, token, config)}</p>
        )}
      </main>
    </>
  );
}

function adviceFor(state: Exclude<Connection['state'], 'connected'>, token: string, { sandbox }: ExplorerConfig) {
  if (state === 'checking') return 'Asking the gateway who you are…';
  if (state === 'unreachable') return 'The gateway cannot be reached. Reload the page to try again.';
  if (token !== '') return 'The gateway does not accept this token.';
  return sandbox ? 'Choose one of the sandbox’s tokens above to see its secrets.' : 'Enter a token above.';
}
