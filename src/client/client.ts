import type { RevealSecretInput, SecretSummaryFragment } from './__generated__/graphql.ts';
import { type Caller, createCaller } from './operation.ts';
import { type Revealed, revealSecret } from './reveal.ts';
import { type SecretsOptions, walkSecrets } from './secrets.ts';
import { type CallOptions, type ClientOptions, createTransport } from './transport.ts';

/** A typed way to one gateway. Every call rejects with a PortcullisClientError and nothing else. */
export interface PortcullisClient {
  /** Runs a query and resolves to its data; any error in the answer rejects, with what did arrive in `data`. */
  readonly query: Caller;
  /** Runs a mutation, once. Read `outcome` of the error before trying again: the write may have taken effect. */
  readonly mutate: Caller;
  /** Reads the value of a secret (its current version) or of a version. */
  readonly reveal: (input: RevealSecretInput, options?: CallOptions) => Promise<Revealed>;
  /** Walks all secrets that match over all stores, a page at a time. */
  readonly secrets: (options?: SecretsOptions) => AsyncGenerator<SecretSummaryFragment>;
}

/** Makes a client. It keeps no connection and no state: there is nothing to close. */
export function createClient(options: ClientOptions): PortcullisClient {
  const transport = createTransport(options);
  const query = createCaller(transport, 'read');
  return {
    query,
    mutate: createCaller(transport, 'write'),
    reveal: (input, callOptions) => revealSecret(transport, input, callOptions),
    secrets: (secretsOptions = {}) => walkSecrets(query, secretsOptions),
  };
}
