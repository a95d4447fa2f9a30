import type { Logger } from '../telemetry/logger.ts';
import type { AuditEvent, AuditSink } from './event.ts';

/** Audit events as lines of the gateway's log: for a start, and beside a file. */
export function createLogSink(logger: Logger): AuditSink {
  return {
    append: async (event) => logger.record('audit', fieldsOf(event)),
    close: async () => logger.flush(),
  };
}

function fieldsOf({ id, phase, actor, subject, ...event }: AuditEvent) {
  const result = 'result' in event ? event.result : null;
  const ids = result !== null && result.ids.length > 0 ? result.ids : subject.ids;
  return {
    auditId: id,
    phase,
    requestId: actor.requestId,
    principal: actor.principalId,
    address: actor.address,
    operationName: actor.operationName,
    operationHash: actor.operationHash,
    action: subject.action,
    mutation: subject.mutation,
    resources: subject.resources,
    ids,
    ...(subject.store === null ? {} : { store: subject.store }),
    ...(subject.reason === null ? {} : { reason: subject.reason }),
    ...(result === null ? {} : { outcome: result.outcome, status: result.upstreamStatus }),
    ...(result !== null && 'code' in result ? { code: result.code } : {}),
  };
}
