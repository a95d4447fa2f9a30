/**
 * The typed client of a Portcullis gateway, for Node (20 or later) and browsers: it needs `fetch` and nothing else.
 *
 *     const client = createClient({ url: 'https://portcullis.example.com', token });
 *     for await (const secret of client.secrets({ filter: { inUse: false } })) console.log(secret.name);
 *     const { value } = await client.reveal({ id, reason: 'Restoring the billing database' });
 */

export type * from './__generated__/graphql.ts';
/** Operations that come with their types. `RevealSecret` is not among them: use `client.reveal()`. */
export {
  CreateSecretDocument,
  CreateSecretGroupDocument,
  CreateSecretVersionDocument,
  DeleteSecretDocument,
  DeleteSecretGroupDocument,
  DeleteSecretVersionDocument,
  DisableSecretDocument,
  EnableSecretDocument,
  RefreshStoreDocument,
  RestoreSecretDocument,
  RetrySecretDocument,
  RotateSecretDocument,
  SecretByIdDocument,
  SecretByNameDocument,
  SecretGroupsPageDocument,
  SecretsPageDocument,
  SecretsSummaryDocument,
  SecretVersionsDocument,
  StoresDocument,
  SubjectsPageDocument,
  UpdateSecretDocument,
  UpdateSecretGroupDocument,
  ViewerDocument,
} from './__generated__/graphql.ts';
export { createClient, type PortcullisClient } from './client.ts';
export { type ClientErrorCode, type GatewayError, PortcullisClientError } from './error.ts';
export type { CallArguments, Caller, TypedDocument } from './operation.ts';
export type { Revealed } from './reveal.ts';
export { type RevealedField, RevealedValue } from './revealed-value.ts';
export type { SecretsOptions } from './secrets.ts';
export type { CallOptions, ClientOptions } from './transport.ts';
