import { randomUUID } from 'node:crypto';
import { causeName, PortcullisError } from '../domain/errors.ts';
import type { AuditActor, AuditEvent, AuditResult, AuditSink, AuditSubject } from './event.ts';

export interface AuditRecorder {
  /**
   * Writes the intent and resolves once it is kept.
   * @throws PortcullisError AUDIT_UNAVAILABLE where it cannot be: then nothing may happen.
   */
  begin(actor: AuditActor, subject: AuditSubject): Promise<AuditEntry>;
  /** Keeps a metadata read; @throws AUDIT_UNAVAILABLE. */
  read(actor: AuditActor, subject: AuditSubject): Promise<void>;
  close(): Promise<void>;
}

export interface AuditEntry {
  readonly id: string;
  /** Writes the outcome; false where it could not be kept. The intent then stands open in the log. Never rejects. */
  end(result: AuditResult): Promise<boolean>;
}

/** Asks every sink: an event is kept only when all of them have it. */
export function createAuditRecorder(options: {
  readonly sinks: readonly AuditSink[];
  readonly now: () => number;
  /** Told when an event could not be kept, for the operator's log: the name of the cause only. */
  readonly onFailure: (failure: {
    readonly auditId: string;
    readonly phase: string;
    readonly causeName: string;
  }) => void;
}): AuditRecorder {
  const keep = async (event: AuditEvent): Promise<boolean> => {
    const results = await Promise.allSettled(options.sinks.map(async (sink) => sink.append(event)));
    const failed = results.find((result) => result.status === 'rejected');
    if (failed === undefined) return true;
    options.onFailure({ auditId: event.id, phase: event.phase, causeName: causeName(failed.reason) });
    return false;
  };
  const at = () => new Date(options.now()).toISOString();

  return {
    async begin(actor, subject) {
      const id = randomUUID();
      if (!(await keep({ id, at: at(), phase: 'intent', actor, subject }))) throw unavailable(id);
      return { id, end: (result) => keep({ id, at: at(), phase: 'outcome', actor, subject, result }) };
    },
    async read(actor, subject) {
      const id = randomUUID();
      if (!(await keep({ id, at: at(), phase: 'read', actor, subject }))) throw unavailable(id);
    },
    async close() {
      await Promise.all(options.sinks.map((sink) => sink.close()));
    },
  };
}

function unavailable(auditId: string): PortcullisError {
  return new PortcullisError('AUDIT_UNAVAILABLE', 'Nothing was done: the audit log cannot be written.', {
    auditId,
    outcome: 'NOT_APPLIED',
  });
}
