import type { SecretStatus } from '../../domain/model.ts';

/**
 * IMCO's own words for where a vault or a secret stands. Both lists are documented; which of them pass by themselves
 * is inferred from their names and decided here alone.
 * @see https://api.doc.imco.io/api-v3/secret/secrets.html
 * @see https://api.doc.imco.io/api-v3/secret/key-vaults
 */
const STATUSES: ReadonlyMap<string, SecretStatus> = new Map([
  ['start', 'PENDING'],
  ['deploying', 'PENDING'],
  ['available', 'ACTIVE'],
  ['active', 'ACTIVE'],
  ['updating_versions', 'UPDATING'],
  ['stalled', 'FAILED'],
  ['updating_error', 'FAILED'],
  ['decommissioning', 'DELETING'],
  ['end', 'DELETED'],
]);

const IN_TRANSITION: ReadonlySet<SecretStatus> = new Set<SecretStatus>(['PENDING', 'UPDATING', 'DELETING']);

/** What a secret is in between a new value's acceptance and its arrival in the cloud. */
export const UPDATING_VERSIONS = 'updating_versions';
/** What is no longer in the cloud, and soon no longer in IMCO either. */
export const END = 'end';

/** UNKNOWN for a word that is not documented. */
export function statusOf(state: string): SecretStatus {
  return STATUSES.get(state) ?? 'UNKNOWN';
}

/** Whether the platform is at work on the object and will leave this status by itself. */
export function isInTransition(status: SecretStatus): boolean {
  return IN_TRANSITION.has(status);
}
