/**
 * One error class, split by what the caller may do about it. It never holds a body, a header, a URL query or a
 * value, also not inside `cause`: `JSON.parse` and HTTP clients quote their input, so causes are reduced to a name.
 */
export type ErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'BAD_USER_INPUT'
  | 'CONFLICT'
  | 'PRECONDITION_FAILED'
  | 'UNSUPPORTED'
  | 'BAD_REQUEST'
  | 'GRAPHQL_PARSE_FAILED'
  | 'GRAPHQL_VALIDATION_FAILED'
  | 'OPERATION_RESOLUTION_FAILURE'
  | 'OPERATION_TOO_COMPLEX'
  | 'OPERATION_NOT_TRUSTED'
  | 'REQUEST_TOO_LARGE'
  | 'DEADLINE_EXCEEDED'
  | 'RATE_LIMITED'
  | 'AUDIT_UNAVAILABLE'
  | 'UPSTREAM_TIMEOUT'
  | 'UPSTREAM_UNAVAILABLE'
  | 'UPSTREAM_RATE_LIMITED'
  | 'UPSTREAM_CREDENTIALS'
  | 'UPSTREAM_REJECTED'
  | 'UPSTREAM_INVALID_RESPONSE'
  | 'INTERNAL';

/** What became of a write that ended in an error. */
export type WriteOutcome = 'NOT_APPLIED' | 'APPLIED' | 'PARTIAL' | 'UNKNOWN';

export interface ErrorDetails {
  /** Dotted path of the offending input: 'input.native.docker'. */
  readonly argument?: string;
  readonly store?: string;
  readonly provider?: string;
  /** Our name of the upstream call: 'createSecret'. */
  readonly operation?: string;
  readonly retryAfterSeconds?: number;
  readonly outcome?: WriteOutcome;
  /** With outcome PARTIAL: the steps that took effect, in order, in our words. */
  readonly applied?: readonly string[];
  readonly upstreamStatus?: number;
  /** Only where it is one of the codes that the provider documents. */
  readonly upstreamCode?: string;
  /** Only where it equals a text that the provider documents. */
  readonly upstreamMessage?: string;
  readonly auditId?: string;
  /** Further documented facts for the client, such as the services that hold a secret. Never input, never a value. */
  readonly facts?: Readonly<Record<string, string | number | boolean | readonly string[]>>;
  /** The name of what was caught ('TimeoutError', 'ECONNREFUSED'), never its message. */
  readonly causeName?: string;
  /** Overrides the code's own retryability where the connector knows better (a state that passes). */
  readonly retryable?: boolean;
}

const RETRYABLE: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'RATE_LIMITED',
  'DEADLINE_EXCEEDED',
  'AUDIT_UNAVAILABLE',
  'UPSTREAM_TIMEOUT',
  'UPSTREAM_UNAVAILABLE',
  'UPSTREAM_RATE_LIMITED',
]);

/**
 * Everything that Portcullis throws on purpose. `message` is one sentence in our words that may go to the client as
 * it is; what is not a PortcullisError is shown as INTERNAL with a request id.
 */
export class PortcullisError extends Error {
  override readonly name = 'PortcullisError';
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message);
    this.code = code;
    this.details = details;
  }

  get retryable(): boolean {
    return this.details.retryable ?? RETRYABLE.has(this.code);
  }

  /** The same error with more known about it: the http door knows the store, the write path the outcome. */
  with(details: ErrorDetails): PortcullisError {
    return new PortcullisError(this.code, this.message, { ...details, ...this.details, ...definedOnly(details) });
  }
}

/** The connector cannot do this on its upstream; known from `capabilities` before any request. */
export function unsupported(message: string, details: ErrorDetails = {}): PortcullisError {
  return new PortcullisError('UNSUPPORTED', message, { outcome: 'NOT_APPLIED', ...details });
}

/** The caller's input breaks a rule; `argument` says which. The offending text itself is never repeated. */
export function badInput(message: string, argument: string, details: ErrorDetails = {}): PortcullisError {
  return new PortcullisError('BAD_USER_INPUT', message, { argument, outcome: 'NOT_APPLIED', ...details });
}

export function notFound(
  message = 'No such object, or not yours to see.',
  details: ErrorDetails = {},
): PortcullisError {
  return new PortcullisError('NOT_FOUND', message, details);
}

/** The request's own time was up, or its client gone. */
export function deadlineExceeded(details: ErrorDetails = {}): PortcullisError {
  return new PortcullisError('DEADLINE_EXCEEDED', 'The request was given up before the store had answered.', details);
}

/** A name that is safe to keep of anything caught: an error code or class name, never its message. */
export function causeName(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = (error as { code?: unknown }).code;
  if (typeof code === 'string' && /^[A-Z][A-Z0-9_]{2,60}$/.test(code)) return code;
  return /^[A-Za-z]{1,60}$/.test(error.name) ? error.name : 'Error';
}

function definedOnly(details: ErrorDetails): ErrorDetails {
  return Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined));
}
