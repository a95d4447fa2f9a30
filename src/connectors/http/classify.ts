import {
  causeName,
  type ErrorCode,
  type ErrorDetails,
  PortcullisError,
  type WriteOutcome,
} from '../../domain/errors.ts';

/** read: may be repeated. write: sent once. reveal: answers a value. */
export type CallKind = 'read' | 'write' | 'reveal';

/** An answer that is not a success, as a connector's `errors` sees it. */
export interface FailedAnswer {
  /** Our name of the call: 'createSecret'. */
  readonly operation: string;
  readonly kind: CallKind;
  readonly status: number;
  /** Parsed JSON, or undefined. Look for documented codes and texts; never copy from it into an error. */
  readonly body: unknown;
  readonly retryAfterSeconds: number | undefined;
}

/** What a connector makes of a failed answer; null: the status alone decides. */
export type Classify = (answer: FailedAnswer) => PortcullisError | null;

const BY_STATUS: Readonly<Record<number, readonly [ErrorCode, string]>> = {
  401: ['UPSTREAM_CREDENTIALS', 'The store refused the credentials that the gateway has for it.'],
  403: ['UPSTREAM_CREDENTIALS', 'The store does not let the credentials of the gateway do this.'],
  404: ['NOT_FOUND', 'The store has no such object.'],
  408: ['UPSTREAM_TIMEOUT', 'The store did not answer in time.'],
  409: ['CONFLICT', 'The store refused the change: it conflicts with what is there.'],
  412: ['PRECONDITION_FAILED', 'The object has changed since it was read.'],
  413: ['UPSTREAM_REJECTED', 'The store refused the request: it is too large.'],
  429: ['UPSTREAM_RATE_LIMITED', 'The store asks for fewer requests.'],
  502: ['UPSTREAM_UNAVAILABLE', 'The store cannot be reached behind its own gateway.'],
  503: ['UPSTREAM_UNAVAILABLE', 'The store is not available.'],
  504: ['UPSTREAM_TIMEOUT', 'The store did not answer in time behind its own gateway.'],
};

/** Status to code, where nothing in the body says better. */
export function classifyStatus(answer: FailedAnswer, details: ErrorDetails = {}): PortcullisError {
  const [code, message] =
    BY_STATUS[answer.status] ??
    (answer.status >= 500
      ? (['UPSTREAM_UNAVAILABLE', 'The store failed to answer.'] as const)
      : answer.status >= 400
        ? (['UPSTREAM_REJECTED', 'The store refused the request.'] as const)
        : (['UPSTREAM_INVALID_RESPONSE', 'The store answered in a way that is not documented.'] as const));
  return new PortcullisError(code, message, {
    upstreamStatus: answer.status,
    ...(answer.retryAfterSeconds === undefined ? {} : { retryAfterSeconds: answer.retryAfterSeconds }),
    ...(answer.kind === 'write' ? { outcome: outcomeOf(answer.status) } : {}),
    ...details,
  });
}

/** A refusal is known not to have been applied; a 5xx, or an answer nobody documented, may have been. */
function outcomeOf(status: number): WriteOutcome {
  return status >= 400 && status < 500 && status !== 408 ? 'NOT_APPLIED' : 'UNKNOWN';
}

const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'ENOENT',
  'EACCES',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_INVALID_ARG',
]);

/** What failed before there was an answer: connecting, TLS, sending, waiting. */
export function classifyNetwork(
  error: unknown,
  call: { readonly kind: CallKind; readonly timedOut: boolean },
): PortcullisError {
  if (error instanceof PortcullisError) return error;
  const name = causeName(error);
  const outcome = call.kind === 'write' ? ({ outcome: NEVER_SENT.has(name) ? 'NOT_APPLIED' : 'UNKNOWN' } as const) : {};
  if (name === 'UND_ERR_RES_EXCEEDED_MAX_SIZE') {
    return new PortcullisError('UPSTREAM_INVALID_RESPONSE', 'The answer of the store is larger than allowed.', {
      causeName: name,
      ...outcome,
    });
  }
  if (call.timedOut || name.includes('TIMEOUT')) {
    return new PortcullisError('UPSTREAM_TIMEOUT', 'The store did not answer in time.', {
      causeName: name,
      ...outcome,
    });
  }
  if (/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_VERIFY|ALTNAME/.test(name)) {
    return new PortcullisError('UPSTREAM_UNAVAILABLE', 'No trusted connection to the store could be made.', {
      causeName: name,
      ...outcome,
    });
  }
  return new PortcullisError('UPSTREAM_UNAVAILABLE', 'The store cannot be reached.', { causeName: name, ...outcome });
}
