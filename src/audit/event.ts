import type { ErrorCode, WriteOutcome } from '../domain/errors.ts';

/** Who, from where, by which request. The same in the intent and in the outcome. */
export interface AuditActor {
  readonly principalId: string;
  readonly principalName: string;
  readonly roles: readonly string[];
  readonly address: string | null;
  readonly requestId: string;
  readonly operationName: string | null;
  /** SHA-256 of the document's text, hex. */
  readonly operationHash: string | null;
}

/** What is about to be done, or was refused. Ids and names, never a value and never other input. */
export interface AuditSubject {
  readonly action: string;
  /** The mutation's field: 'createSecret'. */
  readonly mutation: string;
  readonly store: string | null;
  /** The policy resources that were decided on; a rename has the old and the new one. */
  readonly resources: readonly string[];
  /** Global ids, where the object exists already. */
  readonly ids: readonly string[];
  /** Why, in the caller's words (a reveal). */
  readonly reason: string | null;
}

export type AuditResult =
  | {
      readonly allowed: true;
      readonly outcome: 'SUCCEEDED';
      readonly upstreamStatus: number | null;
      readonly ids: readonly string[];
    }
  | {
      readonly allowed: boolean;
      readonly outcome: 'FAILED' | 'REFUSED';
      readonly code: ErrorCode;
      readonly writeOutcome: WriteOutcome | null;
      readonly upstreamStatus: number | null;
      readonly ids: readonly string[];
    };

interface AuditEventBase {
  /** One id for the intent and its outcome: the receipt's auditId. */
  readonly id: string;
  /** RFC 3339, UTC, milliseconds. */
  readonly at: string;
  readonly actor: AuditActor;
  readonly subject: AuditSubject;
}

export type AuditEvent =
  | (AuditEventBase & { readonly phase: 'intent' })
  | (AuditEventBase & { readonly phase: 'outcome'; readonly result: AuditResult })
  /** A metadata read, where the configuration asks for them. */
  | (AuditEventBase & { readonly phase: 'read' });

/** Where events go. Resolves only once the event is kept for good; a rejection means that it is not. */
export interface AuditSink {
  append(event: AuditEvent): Promise<void>;
  close(): Promise<void>;
}
