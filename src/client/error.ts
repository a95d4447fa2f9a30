import type { WriteOutcome } from '../domain/errors.ts';
import type { ErrorCode } from './__generated__/graphql.ts';

/**
 * What went wrong before the gateway could answer, or with the answer itself. NETWORK_ERROR: no answer came.
 * ABORTED: the caller's signal ended the call. INVALID_RESPONSE: what answered is no gateway (a proxy's page).
 * INCOMPLETE_LIST: a walk over a list ended, and a store is missing from it.
 */
export type ClientErrorCode = 'NETWORK_ERROR' | 'ABORTED' | 'INVALID_RESPONSE' | 'INCOMPLETE_LIST';

/** One entry of the answer's `errors`, with the extensions that the gateway documents. */
export interface GatewayError {
  readonly message: string;
  /** A gateway newer than this client may answer a code that the type does not list. */
  readonly code: ErrorCode;
  readonly retryable: boolean;
  readonly path?: readonly (string | number)[];
  readonly store?: string;
  readonly provider?: string;
  /** Dotted path of the input at fault. */
  readonly argument?: string;
  readonly retryAfterSeconds?: number;
  /** What became of a write that ended in an error. */
  readonly outcome?: WriteOutcome;
  readonly upstreamStatus?: number;
  readonly upstreamCode?: string;
  readonly auditId?: string;
  readonly requestId?: string;
}

export interface ClientErrorDetails {
  readonly code: ErrorCode | ClientErrorCode;
  readonly retryable: boolean;
  readonly errors?: readonly GatewayError[];
  readonly data?: unknown;
  readonly requestId?: string | null;
  readonly status?: number | null;
  readonly outcome?: WriteOutcome | null;
}

/** Everything that the client rejects with. It holds no token, no variables and no revealed value. */
export class PortcullisClientError extends Error {
  override readonly name = 'PortcullisClientError';
  /** The first error's code: what the caller may do about it. */
  readonly code: ErrorCode | ClientErrorCode;
  /** Whether the same call may succeed later. Never true where a write may have taken effect. */
  readonly retryable: boolean;
  /** Empty where no gateway answered. */
  readonly errors: readonly GatewayError[];
  /** What did arrive beside the errors; null where nothing did, and always null for a reveal. */
  readonly data: unknown;
  /** For the operator: finds this call in the gateway's log. */
  readonly requestId: string | null;
  /** The HTTP status; null where no answer came. */
  readonly status: number | null;
  /** What became of a write; null for a read. */
  readonly outcome: WriteOutcome | null;

  constructor(message: string, details: ClientErrorDetails) {
    super(message);
    this.code = details.code;
    this.retryable = details.retryable;
    this.errors = details.errors ?? [];
    this.data = details.data ?? null;
    this.requestId = details.requestId ?? null;
    this.status = details.status ?? null;
    this.outcome = details.outcome ?? null;
  }

  /** Seconds to wait before a retry, where the gateway says so. */
  get retryAfterSeconds(): number | null {
    return this.errors[0]?.retryAfterSeconds ?? null;
  }
}
