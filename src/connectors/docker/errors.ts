import { badInput, type ErrorDetails, notFound, PortcullisError } from '../../domain/errors.ts';
import type { FailedAnswer } from '../http/classify.ts';
import { UNAVAILABLE } from './messages.ts';
import { vendorError } from './schema.ts';

/** Names of what was caught (`causeName`), by which the connector itself knows two failures again. */
export const VERSION_REFUSED = 'ApiVersionRefused';
export const OUT_OF_SEQUENCE = 'UpdateOutOfSequence';

type Rule = readonly [text: RegExp, make: (answer: FailedAnswer, match: RegExpExecArray) => PortcullisError];

/**
 * The engine's own error texts, by what they end in: gRPC prefixes ("rpc error: code = … desc = …") come and go
 * between versions, and the HTTP status is often not the one that fits (500 for a stale version, 400 for "in use").
 */
const RULES: readonly Rule[] = [
  [/^client version [\d.]+ is too (?:new|old)\. /, versionRefused],
  [/update out of sequence$/, outOfSequence],
  [/secret .+ already exists$/s, nameTaken],
  [/is in use by the following services?: ([^\n]*)$/, inUse],
  [/secret .+ not found$/s, missing],
  [/could not find secret .+$/s, missing],
  [/plugin ".*" not found$/s, unknownDriver],
  [/(?:code = DeadlineExceeded desc = .*|context deadline exceeded)$/s, clusterTimedOut],
];

/** Null where the status alone tells: a refusal by an authorization plugin (403), a failure nobody documented. */
export function classify(answer: FailedAnswer): PortcullisError | null {
  if (answer.status >= 200 && answer.status < 300) return null;
  const parsed = vendorError.safeParse(answer.body);
  const text = parsed.success ? parsed.data.message.trim() : '';
  const unavailable = UNAVAILABLE.find(({ upstreamMessage }) => text.endsWith(upstreamMessage));
  if (unavailable !== undefined) return notAvailable(answer, unavailable);
  for (const [expression, make] of RULES) {
    const match = expression.exec(text);
    if (match !== null) return make(answer, match);
  }
  return answer.status === 404 ? notAnEngine(answer) : null;
}

function refused(answer: FailedAnswer, details: ErrorDetails = {}): ErrorDetails {
  return {
    upstreamStatus: answer.status,
    ...(answer.kind === 'write' ? { outcome: 'NOT_APPLIED' as const } : {}),
    ...details,
  };
}

function notAvailable(answer: FailedAnswer, known: (typeof UNAVAILABLE)[number]): PortcullisError {
  const { upstreamMessage, message, retryable } = known;
  // Without a leader the call may have reached the former one; the other states refuse before anything is done.
  const outcome = retryable && answer.kind === 'write' ? ({ outcome: 'UNKNOWN' } as const) : {};
  const details = refused(answer, { upstreamMessage, retryable, ...outcome });
  return new PortcullisError('UPSTREAM_UNAVAILABLE', message, details);
}

function versionRefused(answer: FailedAnswer): PortcullisError {
  return new PortcullisError(
    'UPSTREAM_REJECTED',
    'The engine and the gateway share no version of the API.',
    refused(answer, { causeName: VERSION_REFUSED }),
  );
}

function outOfSequence(answer: FailedAnswer): PortcullisError {
  return new PortcullisError(
    'CONFLICT',
    'The secret was changed by someone else at the same time.',
    refused(answer, { causeName: OUT_OF_SEQUENCE, retryable: true }),
  );
}

function nameTaken(answer: FailedAnswer): PortcullisError {
  const message = 'The swarm has a secret of this name; names are unique without regard to case.';
  return new PortcullisError('CONFLICT', message, refused(answer, { argument: 'input.name' }));
}

/** The text names the services; what does not look like a service's name stays out. */
function inUse(answer: FailedAnswer, match: RegExpExecArray): PortcullisError {
  const services = (match[1] ?? '').split(', ').filter((name) => /^[A-Za-z0-9_.-]{1,128}$/.test(name));
  const message = 'The secret is in use: take it out of the services that refer to it first.';
  return new PortcullisError('CONFLICT', message, refused(answer, { facts: { services } }));
}

function missing(answer: FailedAnswer): PortcullisError {
  return notFound(undefined, refused(answer));
}

/** Refused while the specification is checked, so nothing was made, although the status is 500. */
function unknownDriver(answer: FailedAnswer): PortcullisError {
  const message = 'The engine has no secrets driver of this name.';
  return badInput(message, 'input.native.docker.driver.name', refused(answer));
}

function clusterTimedOut(answer: FailedAnswer): PortcullisError {
  return new PortcullisError('UPSTREAM_TIMEOUT', 'The managers of the swarm did not agree in time.', {
    upstreamStatus: answer.status,
    ...(answer.kind === 'write' ? { outcome: 'UNKNOWN' as const } : {}),
  });
}

/** "page not found": there is an HTTP server, but not one that knows swarm secrets. Not an object's absence. */
function notAnEngine(answer: FailedAnswer): PortcullisError {
  const message = 'The endpoint answers, but knows nothing of swarm secrets.';
  return new PortcullisError('UPSTREAM_INVALID_RESPONSE', message, refused(answer));
}
