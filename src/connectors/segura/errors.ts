import { z } from 'zod';
import { type ErrorDetails, PortcullisError, type WriteOutcome } from '../../domain/errors.ts';
import { classifyStatus, type FailedAnswer } from '../http/classify.ts';
import { type Envelope, envelopeSchema } from './schema.ts';

/**
 * What the vendor documents about failures, which is little: no list for the secrets API itself, so its sibling
 * pages count. The gateway in front answers 404 without an envelope to whoever is not authorized.
 * @see https://docs.senhasegura.io/v3-32/docs/a2a-api-dsm ("Errors")
 * @see https://docs.senhasegura.io/v3-32/docs/a2a-pam-core-deactivate-a-related-user ("Errors")
 */
const NO_ROUTE = 'no route matched with those values';
const NOT_AUTHORIZED = 'You are not authorized to access this resource.';
const INACTIVE_AUTHORIZATION = 'Inactive authorization';
const SUBJECT_NOT_FOUND = 'Resource sub not found';
/** The literal that stands where a value should be, when the vault could not encrypt it for the authorization. */
export const ENCRYPTION_FAILED = 'An error occurred while encrypting the text';

const DOCUMENTED_MESSAGES: ReadonlySet<string> = new Set([
  'Secret created successfully.',
  INACTIVE_AUTHORIZATION,
  SUBJECT_NOT_FOUND,
  NOT_AUTHORIZED,
  'Unexpected error.',
  'Client authentication failed',
]);
/** 0: no error. 1: inactive authorization. 4: not found. */
const DOCUMENTED_CODES: ReadonlySet<number> = new Set([0, 1, 4]);
/** RFC 6749, 5.2: the answers that blame the client's own credentials. */
const REFUSED_CLIENT: ReadonlySet<string> = new Set(['invalid_client', 'unauthorized_client', 'invalid_grant']);

const failureSchema = z.object({
  response: envelopeSchema.nullish().catch(null),
  /** The gateway's own message, and that of the token endpoint. */
  message: z.string().nullish().catch(null),
  /** The token endpoint's, and of any answer in the vendor's own client types. */
  error: z.string().nullish().catch(null),
});

/** The token request: an error of OAuth, or the envelope. */
export const TOKEN_OPERATION = 'token';

/**
 * The envelope's status, code and text, for receipts and errors: only what is documented.
 */
export function documentedParts(envelope: Envelope | null | undefined): {
  readonly code: string | null;
  readonly message: string | null;
} {
  const code = envelope?.error_code;
  const message = envelope?.message;
  return {
    code: typeof code === 'number' && DOCUMENTED_CODES.has(code) ? String(code) : null,
    message: typeof message === 'string' && DOCUMENTED_MESSAGES.has(message) ? message : null,
  };
}

/** Null: a success, as far as this can see. A 200 may carry a failure. */
export function classifySegura(answer: FailedAnswer): PortcullisError | null {
  const parsed = failureSchema.safeParse(answer.body);
  const succeeded = answer.status >= 200 && answer.status <= 299;
  if (!parsed.success) return succeeded ? null : classifyPlain(answer, null);
  const { response, message, error } = parsed.data;
  const disguised = response?.error === true || (typeof error === 'string' && error !== '');
  if (succeeded && !disguised) return null;
  if (error !== null && error !== undefined && REFUSED_CLIENT.has(error)) return refused(answer, response);
  if (answer.status === 404 && sameText(message, NO_ROUTE)) return noRoute(answer);
  const said = response?.message;
  if (said === INACTIVE_AUTHORIZATION || said === NOT_AUTHORIZED) return refused(answer, response);
  return classifyPlain(answer, response ?? null);
}

/** By status: the envelope's own where the answer pretends to be a success. */
function classifyPlain(answer: FailedAnswer, envelope: Envelope | null): PortcullisError {
  const pretended = answer.status >= 200 && answer.status <= 299;
  const status = pretended ? failureStatus(envelope?.status) : answer.status;
  if (status === null) {
    return new PortcullisError('UPSTREAM_REJECTED', 'The store answered that the request failed.', {
      upstreamStatus: answer.status,
      ...partsOf(envelope),
      ...outcome(answer, 'UNKNOWN'),
    });
  }
  // Every path is that of a collection: a 404 never says that one secret is missing.
  if (status === 404) {
    return new PortcullisError('UPSTREAM_REJECTED', 'The store does not know this request: check its paths.', {
      upstreamStatus: status,
      ...partsOf(envelope),
      ...outcome(answer, 'NOT_APPLIED'),
    });
  }
  return classifyStatus({ ...answer, status }, partsOf(envelope));
}

function refused(answer: FailedAnswer, envelope: Envelope | null | undefined): PortcullisError {
  return new PortcullisError('UPSTREAM_CREDENTIALS', 'The store refused the credentials that the gateway has for it.', {
    upstreamStatus: answer.status,
    ...partsOf(envelope),
    ...outcome(answer, 'NOT_APPLIED'),
  });
}

function noRoute(answer: FailedAnswer): PortcullisError {
  return new PortcullisError(
    'UPSTREAM_CREDENTIALS',
    "The gateway in front of the store let the request not pass: check the store's credentials and paths.",
    { upstreamStatus: answer.status, ...outcome(answer, 'NOT_APPLIED') },
  );
}

function partsOf(envelope: Envelope | null | undefined): ErrorDetails {
  const { code, message } = documentedParts(envelope);
  return {
    ...(code === null || code === '0' ? {} : { upstreamCode: code }),
    ...(message === null ? {} : { upstreamMessage: message }),
  };
}

function outcome(answer: FailedAnswer, what: WriteOutcome): ErrorDetails {
  return answer.kind === 'write' ? { outcome: what } : {};
}

function failureStatus(status: number | null | undefined): number | null {
  return typeof status === 'number' && status >= 400 && status <= 599 ? status : null;
}

function sameText(text: string | null | undefined, expected: string): boolean {
  return text?.toLowerCase().replace(/\.$/, '') === expected;
}

/** Whether a new token may help: the old one was refused, so nothing was done. */
export function isTokenRefused(error: unknown): boolean {
  return (
    error instanceof PortcullisError &&
    error.code === 'UPSTREAM_CREDENTIALS' &&
    (error.details.upstreamStatus === 401 || error.details.upstreamStatus === 404)
  );
}
