/**
 * What NAVER prints about its answers: the only codes and texts that may travel on in an error or a receipt.
 *
 * @see https://api.ncloud-docs.com/docs/en/secretmanager-api-overview "Response status codes" (service)
 * @see https://api-gov.ncloud-docs.com/docs/api-call-lgc-errorhandling (the API gateway in front of it)
 */
export interface DocumentedError {
  readonly status: number;
  readonly message: string;
}

/** `code` of every success. */
export const SUCCESS = 'SUCCESS';

/** The page's own table; the statuses of the last three rows are inferred from their names. */
export const SERVICE_ERRORS = {
  FORBIDDEN: { status: 403, message: 'Forbidden' },
  INTERNAL_SERVER_ERROR: { status: 500, message: 'Server internal error' },
  UNPROCESSABLE_ENTITY: { status: 422, message: 'Invalid status' },
  INVALID_REQUEST: { status: 400, message: 'Invalid request' },
  UNAUTHORIZED: { status: 401, message: 'Unauthorized' },
  NOT_FOUND: { status: 404, message: 'Not found' },
  INVALID_STATUS: { status: 409, message: 'Invalid status' },
} as const satisfies Readonly<Record<string, DocumentedError>>;

/** Numbers, sent as text. */
export const GATEWAY_ERRORS = {
  '100': { status: 400, message: 'Bad Request Exception' },
  '200': { status: 401, message: 'Authentication Failed' },
  '210': { status: 401, message: 'Permission Denied' },
  '300': { status: 404, message: 'Not Found Exception' },
  '400': { status: 429, message: 'Quota Exceeded' },
  '410': { status: 429, message: 'Throttle Limited' },
  '420': { status: 429, message: 'Rate Limited' },
  '430': { status: 413, message: 'Request Entity Too Large' },
  '500': { status: 503, message: 'Endpoint Error' },
  '510': { status: 504, message: 'Endpoint Timeout' },
  '900': { status: 500, message: 'Unexpected Error' },
} as const satisfies Readonly<Record<string, DocumentedError>>;

export type ServiceErrorCode = keyof typeof SERVICE_ERRORS;
export type GatewayErrorCode = keyof typeof GATEWAY_ERRORS;

/** The slots a value can lie in. There is no other, and none is numbered or dated. */
export const STAGES = ['ACTIVE', 'PREVIOUS', 'PENDING'] as const;
export type Stage = (typeof STAGES)[number];

export function isStage(text: string | undefined): text is Stage {
  return STAGES.some((stage) => stage === text);
}
