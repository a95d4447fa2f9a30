import { RevealSecretDocument, type RevealSecretInput, type RevealSecretMutation } from './__generated__/graphql.ts';
import { answerError, hashOf } from './operation.ts';
import { RevealedValue } from './revealed-value.ts';
import type { CallOptions, Transport } from './transport.ts';

type Payload = NonNullable<RevealSecretMutation['revealSecret']>;

/** What a reveal answers: whose value it is, the value in its wrapper, and the receipt with the audit id. */
export interface Revealed extends Omit<Payload, 'value'> {
  readonly value: RevealedValue;
}

/** Reads one value. Recorded in the gateway's audit log, with the reason, before it is answered. */
export async function revealSecret(
  transport: Transport,
  input: RevealSecretInput,
  options: CallOptions = {},
): Promise<Revealed> {
  const document = RevealSecretDocument.toString();
  const hash = hashOf(RevealSecretDocument);
  const answer = await transport({ kind: 'read', document, hash, variables: { input }, ...options });
  const payload = (answer.data as RevealSecretMutation | null)?.revealSecret;
  if (!payload || answer.errors.length > 0) throw answerError(answer, 'read', null);
  return { ...payload, value: new RevealedValue(payload.value) };
}
