import { useState } from 'react';
import type { ExplorerConfig } from './config.ts';
import type { Connection } from './connection.ts';

type PageName = 'explorer' | 'inventory';

interface HeaderProps {
  /** Where we are: the other one is a link away. The token goes along in the tab's own storage. */
  readonly page: PageName;
  readonly config: ExplorerConfig;
  readonly connection: Connection;
  readonly token: string;
  readonly onToken: (token: string) => void;
}

export function Header({ page, config, connection, token, onToken }: HeaderProps) {
  return (
    <header className="bar">
      <Mark />
      <div className="brand">
        <h1>Portcullis</h1>
        <p>One graph over every secret store</p>
      </div>
      <Pages current={page} />
      <div className="session">
        {config.sandbox && <SandboxTokens tokens={config.tokens} token={token} onToken={onToken} />}
        <TokenField token={token} onToken={onToken} />
        <Status connection={connection} hasToken={token !== ''} />
      </div>
    </header>
  );
}

function Pages({ current }: { readonly current: PageName }) {
  return (
    <nav className="pages" aria-label="Pages">
      <a href="/" aria-current={current === 'explorer' ? 'page' : undefined}>
        Explorer
      </a>
      <a href="/inventory" aria-current={current === 'inventory' ? 'page' : undefined}>
        Inventory
      </a>
    </nav>
  );
}

function SandboxTokens({ tokens, token, onToken }: Pick<HeaderProps, 'token' | 'onToken'> & ExplorerTokens) {
  return (
    <fieldset className="sandbox">
      <legend>Sandbox: try as</legend>
      {tokens.map((candidate) => (
        <button key={candidate} type="button" aria-pressed={candidate === token} onClick={() => onToken(candidate)}>
          {candidate.replace(/^sandbox-/, '')}
        </button>
      ))}
    </fieldset>
  );
}

interface ExplorerTokens {
  readonly tokens: readonly string[];
}

/** Not a form and not named: browsers must not offer to keep the token. */
function TokenField({ token, onToken }: Pick<HeaderProps, 'token' | 'onToken'>) {
  const [shown, setShown] = useState(false);
  return (
    <div className="token">
      <label htmlFor="token">Token</label>
      <input
        id="token"
        type={shown ? 'text' : 'password'}
        value={token}
        onChange={(event) => onToken(event.target.value.trim())}
        placeholder="Kept for this tab only"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        data-1p-ignore
        data-lpignore="true"
      />
      <button type="button" aria-pressed={shown} aria-controls="token" onClick={() => setShown(!shown)}>
        {shown ? 'Hide' : 'Show'}
      </button>
    </div>
  );
}

function Status({ connection, hasToken }: { readonly connection: Connection; readonly hasToken: boolean }) {
  return (
    <p className="status" data-state={connection.state} role="status">
      {connection.state === 'connected' ? (
        <>
          <strong>{connection.principal.name}</strong>
          <span>{connection.principal.roles.join(', ')}</span>
        </>
      ) : (
        <strong>{describe(connection.state, hasToken)}</strong>
      )}
    </p>
  );
}

function describe(state: Exclude<Connection['state'], 'connected'>, hasToken: boolean): string {
  if (state === 'checking') return 'Checking…';
  if (state === 'unreachable') return 'Gateway not reached';
  return hasToken ? 'Token not accepted' : 'No token yet';
}

function Mark() {
  return (
    <svg className="mark" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="7" />
      <path d="M7 20V14a9 9 0 0 1 18 0v6M7.5 13h17M7.5 19h17" />
      <path d="M11.5 8v17l-1.3-2m1.3 2 1.3-2M16 6.5V27l-1.3-2m1.3 2 1.3-2M20.5 8v17l-1.3-2m1.3 2 1.3-2" />
    </svg>
  );
}
