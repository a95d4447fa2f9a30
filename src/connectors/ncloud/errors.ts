import { type ErrorCode, type ErrorDetails, PortcullisError } from '../../domain/errors.ts';
import type { FailedAnswer } from '../http/classify.ts';
import { type DocumentedError, GATEWAY_ERRORS, SERVICE_ERRORS } from './documented.ts';

const REFUSED_KEY: Meaning = [
  'UPSTREAM_CREDENTIALS',
  'The store refused the access key, the signature or the clock of the gateway.',
];
const NOT_PERMITTED: Meaning = [
  'UPSTREAM_CREDENTIALS',
  'The store does not let the access key of the gateway do this.',
];
const WRONG_STATE: Meaning = ['CONFLICT', 'The store refused the request: the secret is in a state that forbids it.'];
const TOO_MANY: Meaning = ['UPSTREAM_RATE_LIMITED', 'The store asks for fewer requests.'];
const REJECTED: Meaning = ['UPSTREAM_REJECTED', 'The store refused the request as invalid.'];
const FAILED: Meaning = ['UPSTREAM_UNAVAILABLE', 'The store failed to answer.'];

type Meaning = readonly [ErrorCode, string];

const SERVICE_MEANINGS: Readonly<Record<keyof typeof SERVICE_ERRORS, Meaning>> = {
  FORBIDDEN: NOT_PERMITTED,
  INTERNAL_SERVER_ERROR: FAILED,
  UNPROCESSABLE_ENTITY: WRONG_STATE,
  INVALID_REQUEST: REJECTED,
  UNAUTHORIZED: REFUSED_KEY,
  NOT_FOUND: ['NOT_FOUND', 'The store has no such secret.'],
  INVALID_STATUS: WRONG_STATE,
};

const GATEWAY_MEANINGS: Readonly<Record<keyof typeof GATEWAY_ERRORS, Meaning>> = {
  '100': REJECTED,
  '200': REFUSED_KEY,
  '210': NOT_PERMITTED,
  // An unknown URL, not an unknown secret: the endpoint of the store is wrong.
  '300': ['UPSTREAM_REJECTED', 'The store has no such address: its endpoint in the configuration may be wrong.'],
  '400': TOO_MANY,
  '410': TOO_MANY,
  '420': TOO_MANY,
  '430': ['UPSTREAM_REJECTED', 'The store refused the request: it is too large.'],
  '500': ['UPSTREAM_UNAVAILABLE', 'The store cannot be reached behind its own gateway.'],
  '510': ['UPSTREAM_TIMEOUT', 'The store did not answer in time behind its own gateway.'],
  '900': FAILED,
};

interface Said {
  /** Undefined where the envelope is one of a failure but names no code that is documented. */
  readonly code: string | undefined;
  readonly documented: DocumentedError | undefined;
  readonly meaning: Meaning | undefined;
  readonly message: unknown;
}

/**
 * The documented error of an answer, also where it comes with a success status. Null: a success, or a failure about
 * which the body says nothing that is documented (then its status decides).
 */
export function classify(answer: FailedAnswer): PortcullisError | null {
  const disguised = answer.status >= 200 && answer.status <= 299;
  const said = readEnvelope(answer.body);
  if (said === null) return null;
  if (said.meaning === undefined || said.documented === undefined) return disguised ? undocumented(answer) : null;
  const [code, sentence] = said.meaning;
  return new PortcullisError(code, sentence, {
    ...commonDetails(answer, said.documented.status),
    ...(said.code === undefined ? {} : { upstreamCode: said.code }),
    ...(said.message === said.documented.message ? { upstreamMessage: said.documented.message } : {}),
  });
}

function undocumented(answer: FailedAnswer): PortcullisError {
  return new PortcullisError('UPSTREAM_REJECTED', 'The store answered with an error that is not documented.', {
    ...commonDetails(answer, 500),
  });
}

/** `meant`: the status that is documented for the code; it tells a refusal from a failure whatever the wire says. */
function commonDetails(answer: FailedAnswer, meant: number): ErrorDetails {
  const refused = meant < 500 && answer.status < 500;
  return {
    upstreamStatus: answer.status,
    ...(answer.retryAfterSeconds === undefined ? {} : { retryAfterSeconds: answer.retryAfterSeconds }),
    ...(answer.kind === 'write' ? { outcome: refused ? ('NOT_APPLIED' as const) : ('UNKNOWN' as const) } : {}),
  };
}

/**
 * The documented envelope is `{error:{errorCode,message}}`. Other NAVER services answer `{responseError:{returnCode,
 * returnMessage}}`, a flat `{errorCode,message}` or `{code,msg}`: their numbers mean other things, so only the
 * service's own words count there.
 */
function readEnvelope(body: unknown): Said | null {
  if (!isRecord(body)) return null;
  if (isRecord(body.error)) return say(body.error.errorCode, body.error.message, true);
  if (isRecord(body.responseError)) return say(body.responseError.returnCode, body.responseError.returnMessage, false);
  if (body.errorCode !== undefined) return say(body.errorCode, body.message, false);
  const flat = say(body.code, body.msg, false);
  return flat.meaning === undefined ? null : flat;
}

function say(code: unknown, message: unknown, gatewayToo: boolean): Said {
  const text = typeof code === 'number' ? String(code) : code;
  if (isKeyOf(SERVICE_ERRORS, text)) {
    return { code: text, documented: SERVICE_ERRORS[text], meaning: SERVICE_MEANINGS[text], message };
  }
  if (gatewayToo && isKeyOf(GATEWAY_ERRORS, text)) {
    return { code: text, documented: GATEWAY_ERRORS[text], meaning: GATEWAY_MEANINGS[text], message };
  }
  return { code: undefined, documented: undefined, meaning: undefined, message };
}

function isKeyOf<Table extends object>(table: Table, key: unknown): key is keyof Table & string {
  return typeof key === 'string' && Object.hasOwn(table, key);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
