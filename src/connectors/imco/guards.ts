import { PortcullisError } from '../../domain/errors.ts';
import type { SecretStatus } from '../../domain/model.ts';
import { isInTransition } from './states.ts';

interface Standing {
  readonly status: SecretStatus;
}

/**
 * The platform works on an object for as long as it is in transition, and IMCO has no precondition that would order
 * two changes: the second is refused before it is sent.
 * @throws PortcullisError CONFLICT, retryable: the state passes.
 */
export function refuseInTransition({ status }: Standing): void {
  if (!isInTransition(status)) return;
  throw conflict('The platform is still at work on the object: try again when it has settled.', true);
}

/** "These secrets can be added to a key vault already deployed": @see https://api.doc.imco.io/api-v3/secret/secrets.html */
export function requireDeployed(vault: Standing): void {
  refuseInTransition(vault);
  if (vault.status !== 'FAILED' && vault.status !== 'DELETED') return;
  throw conflict('The key vault is not deployed, so it takes no secrets.', false);
}

/** There is nothing to apply again but what has failed. */
export function requireFailed(secret: Standing): void {
  refuseInTransition(secret);
  if (secret.status === 'FAILED') return;
  throw conflict('Nothing of the secret has failed, so there is nothing to retry.', false);
}

function conflict(message: string, retryable: boolean): PortcullisError {
  return new PortcullisError('CONFLICT', message, { outcome: 'NOT_APPLIED', retryable });
}
