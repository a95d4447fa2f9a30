import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import { type ErrorCode, PortcullisError } from '../domain/errors.ts';
import { inputPositionOf } from './input-position.ts';

/**
 * What a client is told of an error. Ours go out as they are, in our words; everything else is rebuilt from its code
 * and place, because the messages of graphql-js and of libraries quote what they refuse.
 */
export function formatError(
  formatted: GraphQLFormattedError,
  error: unknown,
  { schema, onUnexpected }: { readonly schema: GraphQLSchema; readonly onUnexpected: (error: unknown) => void },
): GraphQLFormattedError {
  const original = unwrapResolverError(error);
  const ours = original instanceof PortcullisError ? original : ownErrorIn(error);
  const place = placeOf(formatted);
  if (ours?.code === 'INTERNAL') onUnexpected(original);
  if (ours !== null) return { message: ours.message, ...place, extensions: extensionsOf(ours) };
  const code = KNOWN_CODES.get(formatted.extensions?.code) ?? 'INTERNAL';
  if (code === 'INTERNAL') {
    onUnexpected(original);
    return {
      message: 'Something went wrong in the gateway. The request id helps to find it in the log.',
      ...place,
      extensions: { code, retryable: false },
    };
  }
  const message = error instanceof GraphQLError ? describe(code, error, schema) : MESSAGES[code];
  return { message, ...place, extensions: { code, retryable: false } };
}

const KNOWN_CODES: ReadonlyMap<unknown, RequestErrorCode> = new Map([
  ['GRAPHQL_PARSE_FAILED', 'GRAPHQL_PARSE_FAILED'],
  ['GRAPHQL_VALIDATION_FAILED', 'GRAPHQL_VALIDATION_FAILED'],
  ['BAD_USER_INPUT', 'BAD_USER_INPUT'],
  ['OPERATION_RESOLUTION_FAILURE', 'OPERATION_RESOLUTION_FAILURE'],
  ['BAD_REQUEST', 'BAD_REQUEST'],
  ['PERSISTED_QUERY_NOT_SUPPORTED', 'BAD_REQUEST'],
  ['PERSISTED_QUERY_NOT_FOUND', 'BAD_REQUEST'],
]);

type RequestErrorCode = Extract<
  ErrorCode,
  | 'GRAPHQL_PARSE_FAILED'
  | 'GRAPHQL_VALIDATION_FAILED'
  | 'BAD_USER_INPUT'
  | 'OPERATION_RESOLUTION_FAILURE'
  | 'BAD_REQUEST'
>;

const MESSAGES: Readonly<Record<RequestErrorCode, string>> = {
  GRAPHQL_PARSE_FAILED: 'The document is not GraphQL.',
  GRAPHQL_VALIDATION_FAILED: 'The document does not fit the schema.',
  BAD_USER_INPUT: 'The input is not what is expected there.',
  OPERATION_RESOLUTION_FAILURE:
    'Which operation to run cannot be told: give operationName, and only queries or mutations.',
  BAD_REQUEST:
    'The request is not a GraphQL request: POST a JSON object with query and, as needed, variables and operationName.',
};

/** Names of fields, arguments and types that a selection asks for: GraphQL names, and never part of an input value. */
const SAFE_TEXTS = [
  /^Cannot query field "\w{1,80}" on type "\w{1,80}"/,
  /^Unknown argument "\w{1,80}" on field "[\w.]{1,160}"/,
  /^Unknown fragment "\w{1,80}"/,
  /^Unknown type "\w{1,80}"/,
  /^Unknown directive "@\w{1,80}"/,
  /^Fragment "\w{1,80}" is never used/,
  /^Variable "\$\w{1,80}" is never used( in operation "\w{1,80}")?/,
  /^Field "\w{1,80}" of type "[\w![\]]{1,80}" must have a selection of subfields/,
  /^Field "\w{1,80}" must not have a selection since type "[\w![\]]{1,80}" has no subfields/,
  /^Field "\w{1,80}" argument "\w{1,80}" of type "[\w![\]]{1,80}" is required, but it was not provided/,
  /^Fields "\w{1,80}" conflict/,
  /^GraphQL introspection is not allowed/,
] as const;

/** Names of the schema that come near; Apollo has taken them off where the schema is not shown. */
const SUGGESTION = / Did you mean (to use an inline fragment on )?"@?\w{1,80}"(,? (or )?"@?\w{1,80}")*\?$/;

function describe(code: RequestErrorCode, error: GraphQLError, schema: GraphQLSchema): string {
  if (code !== 'GRAPHQL_VALIDATION_FAILED') return MESSAGES[code];
  const position = inputPositionOf(schema, error);
  // An unknown name inside an input object, or behind a $, may be a piece of a value that slipped out of its quotes.
  if (position !== null && /^Variable "\$\w+" is not defined/.test(error.message)) {
    return `The input at ${position.path} is a variable that the operation does not define.`;
  }
  if (position !== null && !/^Unknown argument|^Variable "\$\w+" is never used/.test(error.message)) {
    return position.expected === null
      ? `The input at ${position.path} is not one that the schema has.`
      : `The input at ${position.path} is not what is expected there: ${position.expected}.`;
  }
  const safe = SAFE_TEXTS.map((pattern) => pattern.exec(error.message)?.[0]).find((text) => text !== undefined);
  return safe === undefined ? MESSAGES[code] : `${safe}.${SUGGESTION.exec(error.message)?.[0] ?? ''}`;
}

/** The fields of `extensions` that the contract names; all of them our own words or numbers. */
export function extensionsOf(error: PortcullisError): Record<string, unknown> {
  const { facts, causeName: _cause, retryable: _retryable, operation: _operation, ...rest } = error.details;
  return { ...facts, ...rest, code: error.code, retryable: error.retryable };
}

function ownErrorIn(error: unknown): PortcullisError | null {
  return error instanceof GraphQLError && error.originalError instanceof PortcullisError ? error.originalError : null;
}

function placeOf({ locations, path }: GraphQLFormattedError): Pick<GraphQLFormattedError, 'locations' | 'path'> {
  return { ...(locations === undefined ? {} : { locations }), ...(path === undefined ? {} : { path }) };
}
