import { PortcullisError } from '../../domain/errors.ts';
import type { Secret, SecretStatus } from '../../domain/model.ts';

const SENTENCES: Readonly<Partial<Record<SecretStatus, string>>> = {
  ROTATING: 'The secret is rotating: wait until it has ended, or cancel the rotation.',
  DELETING: 'The secret waits for its deletion: restore it first.',
  DELETED: 'The secret has been deleted for good.',
  ACTIVE: 'The secret is enabled already.',
  DISABLED: 'The secret is disabled: enable it first.',
};

/**
 * Refuses what the documents say the upstream refuses in the secret's state, before any request.
 *
 * @throws PortcullisError CONFLICT; retryable where the state passes by itself.
 */
export function refuseIn(secret: Secret, ...states: readonly SecretStatus[]): void {
  if (states.includes(secret.status)) throw conflict(SENTENCES[secret.status], secret.status === 'ROTATING');
}

/** The other way round: only from these. A state that is not documented is left to the upstream. */
export function allowOnlyIn(secret: Secret, ...states: readonly SecretStatus[]): void {
  if (secret.status === 'UNKNOWN' || states.includes(secret.status)) return;
  throw conflict(SENTENCES[secret.status], secret.status === 'ROTATING');
}

export function conflict(
  sentence = 'The state of the secret forbids this.',
  retryable: boolean = false,
): PortcullisError {
  return new PortcullisError('CONFLICT', sentence, { outcome: 'NOT_APPLIED', retryable });
}

/** The upstream's id of a secret whose path the grammar has passed. */
export function idOf(secret: Secret): string {
  return secret.nativeId;
}
