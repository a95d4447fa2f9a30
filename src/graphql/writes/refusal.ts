import type { AuditSubject } from '../../audit/event.ts';
import type { PortcullisError } from '../../domain/errors.ts';
import { decodeId } from '../../domain/ids.ts';
import type { GraphContext } from '../context.ts';

/** What a mutation that never began was about: what of its input is an id or a store's name, and nothing else of it. */
export function subjectOfInput(
  context: GraphContext,
  { mutation, action, input }: { readonly mutation: string; readonly action: string; readonly input: unknown },
): AuditSubject {
  const given = (typeof input === 'object' && input !== null ? input : {}) as Readonly<Record<string, unknown>>;
  const ids = [given.id, given.secret, given.group].filter((id) => typeof id === 'string' && decodeId(id) !== null);
  const store = context.services.stores.find(({ name }) => name === given.store)?.name ?? null;
  const reason = typeof given.reason === 'string' ? given.reason.slice(0, MAX_REASON_LENGTH) : null;
  return { action, mutation, store, resources: [], ids: ids as string[], reason };
}

/** Longest reason that the audit log takes. */
export const MAX_REASON_LENGTH = 1_000;

/**
 * Puts a refusal on the record and answers the error to throw: the same, with the id of its record.
 * @throws PortcullisError AUDIT_UNAVAILABLE where it cannot be kept
 */
export async function recordRefusal(
  context: GraphContext,
  subject: AuditSubject,
  refusal: PortcullisError,
): Promise<PortcullisError> {
  const entry = await context.services.audit.begin(context.actor, subject);
  const { outcome: writeOutcome = 'NOT_APPLIED', upstreamStatus = null } = refusal.details;
  const ids = subject.ids;
  await entry.end({ allowed: false, outcome: 'REFUSED', code: refusal.code, writeOutcome, upstreamStatus, ids });
  return refusal.with({ outcome: writeOutcome, auditId: entry.id });
}
