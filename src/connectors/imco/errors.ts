import { type ErrorDetails, PortcullisError } from '../../domain/errors.ts';
import type { Classify, FailedAnswer } from '../http/classify.ts';
import { invalidAnswer } from './schema.ts';

/**
 * The calls whose path names no object. A 404 to one of these is a wrong endpoint or a platform without this call,
 * never a missing object.
 */
const WITHOUT_OBJECT: ReadonlySet<string> = new Set(['check', 'listVaults', 'createVault', 'listLabels']);

/** The fields that a validation may complain of, and the arguments that they come from. */
const ARGUMENTS: ReadonlyMap<string, string> = new Map([
  ['name', 'input.name'],
  ['content', 'input.value'],
  ['key_vault_id', 'input.group'],
  ['key_vault', 'input.group'],
  ['label_ids', 'input.native.imco.labelIds'],
  ['desired_remote_id', 'input.native.imco.desiredRemoteId'],
  ['cloud_account_id', 'input.native.imco.cloudAccountId'],
  ['realm_id', 'input.native.imco.realmId'],
  ['key_vault_plan_id', 'input.native.imco.keyVaultPlanId'],
]);

/** Rails' own text for a name that is not free. @see GitHub rails/rails, activerecord/lib/active_record/locale/en.yml */
const TAKEN = 'has already been taken';

/**
 * IMCO documents no status: what is known are the two shapes of its error bodies. A body is looked at, and nothing of
 * it is repeated; null: the status alone decides.
 * @see GitHub ingrammicro/cio, api/api_http_client.go, checkStandardStatus
 */
export const classify: Classify = (answer) => {
  if (answer.status >= 200 && answer.status <= 299) return null;
  switch (answer.status) {
    case 400:
      return answer.body === undefined && answer.kind === 'read' ? certificateRefused(answer) : invalid(answer);
    case 422:
      return invalid(answer);
    case 404:
      return WITHOUT_OBJECT.has(answer.operation)
        ? failure('UPSTREAM_REJECTED', 'The endpoint of the store does not have this call.', answer)
        : failure('NOT_FOUND', 'No such object, or not yours to see.', answer);
    case 409:
      return failure('CONFLICT', 'The store refused the change: the state of the object does not allow it.', answer);
    default:
      return null;
  }
};

function invalid(answer: FailedAnswer): PortcullisError {
  const parsed = invalidAnswer.safeParse(answer.body);
  const errors = parsed.success ? Object.entries(parsed.data.errors) : [];
  const known = errors.filter(([field]) => ARGUMENTS.has(field));
  const [first] = known;
  if (first === undefined) {
    return errors.some(([field]) => field === 'state')
      ? failure('CONFLICT', 'The store refused the change: the state of the object does not allow it.', answer)
      : failure('UPSTREAM_REJECTED', 'The store refused the request: an input is not to its rules.', answer);
  }
  const argument = ARGUMENTS.get(first[0]) ?? 'input';
  if (known.every(([, messages]) => messages.every((message) => message === TAKEN))) {
    return failure('CONFLICT', 'The store has this already, and keeps one only.', answer, { argument });
  }
  const facts = { fields: known.map(([field]) => field) };
  const message = 'The store refused the request: an input is not to its rules.';
  return failure('UPSTREAM_REJECTED', message, answer, { argument, facts });
}

/**
 * A 400 that is no JSON is not IMCO's but that of the web server before it, which answers so to a client certificate
 * that it does not take. @see https://nginx.org/en/docs/http/ngx_http_ssl_module.html#errors
 */
function certificateRefused(answer: FailedAnswer): PortcullisError {
  const message = 'The store refused the request before it was looked at: most likely the client certificate.';
  return failure('UPSTREAM_CREDENTIALS', message, answer);
}

function failure(
  code: PortcullisError['code'],
  message: string,
  answer: FailedAnswer,
  details: ErrorDetails = {},
): PortcullisError {
  return new PortcullisError(code, message, {
    upstreamStatus: answer.status,
    ...(answer.kind === 'write' ? { outcome: 'NOT_APPLIED' as const } : {}),
    ...details,
  });
}

const CERTIFICATE_ALERT = /_ALERT_(?:UNKNOWN_CA|BAD_CERTIFICATE|CERTIFICATE_[A-Z]+|ACCESS_DENIED)$/;

/**
 * What the handshake made of the client certificate. The server's alerts name it up to TLS 1.2; with 1.3 the client is
 * done before the server has judged, and all that is seen is a closed connection. The request was read in neither case
 * of an alert, so nothing can have been applied.
 */
export function withCertificateInMind(error: unknown): unknown {
  if (!(error instanceof PortcullisError)) return error;
  const { causeName = '' } = error.details;
  if (CERTIFICATE_ALERT.test(causeName)) {
    const message = 'The store does not take the client certificate that the gateway has for it.';
    const outcome = error.details.outcome === undefined ? {} : ({ outcome: 'NOT_APPLIED' } as const);
    return new PortcullisError('UPSTREAM_CREDENTIALS', message, { ...error.details, ...outcome });
  }
  if (causeName !== 'UND_ERR_SOCKET') return error;
  const message = 'The store closed the connection: it broke down, or does not take the client certificate.';
  return new PortcullisError(error.code, message, error.details);
}
