import { buildSchema, GraphQLError, parse, validate } from 'graphql';
import { describe, expect, it, vi } from 'vitest';
import { PortcullisError } from '../domain/errors.ts';
import { formatError } from './format-error.ts';

const CANARY = 'sv-canary-4711';
const schema = buildSchema(`
  scalar SecretText
  enum Status { ACTIVE }
  input Value @oneOf { text: SecretText base64: SecretText }
  input Create { name: String! count: Int status: Status value: Value }
  type Query { secret(id: ID!): String create(input: Create!): String }
`);

function format(error: unknown, formatted: { code?: string; message?: string; path?: string[] } = {}) {
  const onUnexpected = vi.fn();
  const { code, message = CANARY, path } = formatted;
  const given = {
    message,
    ...(path === undefined ? {} : { path }),
    ...(code === undefined ? {} : { extensions: { code } }),
  };
  return { result: formatError(given, error, { schema, onUnexpected }), onUnexpected };
}

/** What a client is told of a document that graphql-js refuses. */
function refused(document: string): readonly string[] {
  return validate(schema, parse(document)).map(
    (error) => format(error, { code: 'GRAPHQL_VALIDATION_FAILED', message: error.message }).result.message,
  );
}

describe('an error of ours', () => {
  it('goes out as it is, with what the contract names', () => {
    const error = new PortcullisError('CONFLICT', 'In use.', {
      store: 'swarm',
      operation: 'deleteSecret',
      outcome: 'NOT_APPLIED',
      causeName: 'X',
      facts: { services: ['web'] },
    });
    expect(format(new GraphQLError(error.message, { originalError: error }), { path: ['a'] }).result).toEqual({
      message: 'In use.',
      path: ['a'],
      extensions: { code: 'CONFLICT', retryable: false, store: 'swarm', outcome: 'NOT_APPLIED', services: ['web'] },
    });
  });

  it('cannot be made another by its facts', () => {
    const error = new PortcullisError('CONFLICT', 'm', {
      store: 'a',
      facts: { code: 'NOT_FOUND', retryable: true, store: 'b' },
    });
    expect(format(error).result.extensions).toEqual({ code: 'CONFLICT', retryable: false, store: 'a' });
  });

  it('is told of where nobody meant it', () => {
    const error = new PortcullisError('INTERNAL', 'm');
    expect(format(error).onUnexpected).toHaveBeenCalledWith(error);
  });

  it('is not told of where it was meant', () => {
    expect(format(new PortcullisError('NOT_FOUND', 'm')).onUnexpected).not.toHaveBeenCalled();
  });
});

describe('an error that nobody meant', () => {
  it.each<[string, unknown, string | undefined]>([
    ['a bug', new TypeError(CANARY), 'INTERNAL_SERVER_ERROR'],
    [
      'a bug in a resolver',
      new GraphQLError(CANARY, { originalError: new TypeError(CANARY) }),
      'INTERNAL_SERVER_ERROR',
    ],
    [
      'a value that cannot be serialised',
      new GraphQLError(`Int cannot represent non-integer value: "${CANARY}"`),
      'INTERNAL_SERVER_ERROR',
    ],
    ['an unknown code', new GraphQLError(CANARY), 'SOMETHING_ELSE'],
    ['a code that every object inherits', new GraphQLError(CANARY), 'constructor'],
    ['no code', CANARY, undefined],
  ])('is INTERNAL without its message: %s', (_, error, code) => {
    const { result, onUnexpected } = format(error, code === undefined ? {} : { code });
    expect([result.extensions, JSON.stringify(result).includes('4711')]).toEqual([
      { code: 'INTERNAL', retryable: false },
      false,
    ]);
    expect(onUnexpected).toHaveBeenCalledOnce();
  });
});

describe('a request that is none', () => {
  it.each([
    ['GRAPHQL_PARSE_FAILED', 'GRAPHQL_PARSE_FAILED'],
    ['BAD_USER_INPUT', 'BAD_USER_INPUT'],
    ['OPERATION_RESOLUTION_FAILURE', 'OPERATION_RESOLUTION_FAILURE'],
    ['BAD_REQUEST', 'BAD_REQUEST'],
    ['PERSISTED_QUERY_NOT_FOUND', 'BAD_REQUEST'],
  ])('of %s is %s in our words', (code, expected) => {
    const { result, onUnexpected } = format(new GraphQLError(CANARY), { code });
    expect([result.extensions?.code, result.message.includes('4711'), onUnexpected.mock.calls.length]).toEqual([
      expected,
      false,
      0,
    ]);
  });
});

describe('a document that does not fit the schema', () => {
  it.each([
    ['{ passwords }', ['Cannot query field "passwords" on type "Query".']],
    ['{ secrets }', ['Cannot query field "secrets" on type "Query". Did you mean "secret"?']],
    ['{ secret }', ['Field "secret" argument "id" of type "ID!" is required, but it was not provided.']],
    ['{ secret(id: "1", nope: 1) }', ['Unknown argument "nope" on field "Query.secret".']],
    ['query($x: ID!) { secret(id: "1") }', ['Variable "$x" is never used.']],
    ['{ secret(id: $x) }', ['The input at id is a variable that the operation does not define.']],
    ['{ ...F }', ['Unknown fragment "F".']],
    [
      `{ create(input: { name: "a", value: { text: "${CANARY}", base64: "${CANARY}" } }) }`,
      ['The input at input.value is not what is expected there: Value.'],
    ],
    [
      `{ create(input: { name: "a", count: "${CANARY}" }) }`,
      ['The input at input.count is not what is expected there: Int.'],
    ],
    [
      `{ create(input: { name: "a", status: sv_canary_4711 }) }`,
      ['The input at input.status is not what is expected there: Status.'],
    ],
  ])('%s is told in names of the schema', (document, messages) => {
    expect(refused(document)).toEqual(messages);
  });

  it.each([
    `{ create(input: { name: "a", value: { text: "x" sv_canary_4711: 1 } }) }`,
    `{ create(input: { name: "a", value: { sv_canary_4711: "x" } }) }`,
    `{ create(input: { name: ["${CANARY}"] }) }`,
    `{ create(input: "${CANARY}") }`,
    `{ create(input: { name: "a", status: "${CANARY}" }) }`,
    `query($v: Create = { name: "a", count: "${CANARY}" }) { create(input: $v) }`,
    `{ secret(id: "1") @skip(if: "${CANARY}") }`,
    '{ secret(id: $sv_canary_4711) }',
    `{ secret(id: { a: "${CANARY}" }) }`,
  ])('%s is refused without a piece of it', (document) => {
    const messages = refused(document);
    expect(messages.length).toBeGreaterThan(0);
    expect(messages.join('\n')).not.toMatch(/4711/);
  });
});
