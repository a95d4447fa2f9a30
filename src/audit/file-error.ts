import { causeName } from '../domain/errors.ts';

const MESSAGES = {
  AUDIT_FILE_LOCKED: 'Another process writes this audit file. Give each its own: the path may hold {pid}.',
  AUDIT_FILE_DAMAGED:
    'The audit file does not end in an intact chain. See what portcullis audit verify says, then move it away.',
  AUDIT_FILE_DELETED: 'The audit file was deleted while it was being written.',
  AUDIT_FILE_CHANGED: 'The audit file was changed by somebody else while it was being written.',
  AUDIT_FILE_CLOSED: 'The audit file is closed.',
  AUDIT_KEY_INVALID: 'The signing key of the audit file is not an unencrypted Ed25519 private key in PEM.',
  AUDIT_KEY_EXPOSED: 'The signing key of the audit file can be read by everybody: chmod 600.',
} as const;

export type AuditFileFault = keyof typeof MESSAGES;

/** Why an audit file cannot be used. The message is ours; `code` is one of these or the system's (ENOSPC, EROFS). */
export class AuditFileError extends Error {
  override readonly name = 'AuditFileError';
  readonly code: string;

  constructor(code: AuditFileFault | (string & {})) {
    super(
      Object.hasOwn(MESSAGES, code) ? MESSAGES[code as AuditFileFault] : `The audit file cannot be used (${code}).`,
    );
    this.code = code;
  }
}

/** The same without whatever the system said besides its code. */
export function auditFileError(error: unknown): AuditFileError {
  return error instanceof AuditFileError ? error : new AuditFileError(causeName(error));
}
