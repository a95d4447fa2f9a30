import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';
import { clearError, countAll, expectNothingDone } from './refusals.ts';

let gateway: TestGateway;
let before: unknown;
beforeAll(async () => {
  gateway = await startTestGateway();
  before = await countAll(gateway);
});
afterAll(async () => {
  try {
    await expectNothingDone(gateway, before);
  } finally {
    await gateway?.close();
  }
});

const json = (value: unknown) => JSON.stringify(value);
const query = '{ viewer { id } }';
type Raw = readonly [body: string, headers: Readonly<Record<string, string>>, status: number, code: string];
const REQUESTS: Readonly<Record<string, Raw>> = {
  'malformed JSON': ['{"query":"{ viewer { id } }"', {}, 400, 'BAD_REQUEST'],
  'an empty body': ['', {}, 400, 'BAD_REQUEST'],
  'JSON null': ['null', {}, 400, 'BAD_REQUEST'],
  'a JSON string': ['"{ viewer { id } }"', {}, 400, 'BAD_REQUEST'],
  'a JSON number': ['42', {}, 400, 'BAD_REQUEST'],
  'no query': ['{}', {}, 400, 'BAD_REQUEST'],
  'a query that is a number': [json({ query: 42 }), {}, 400, 'BAD_REQUEST'],
  'a query that is an object': [json({ query: {} }), {}, 400, 'BAD_REQUEST'],
  'a batch of one': [json([{ query }]), {}, 400, 'BAD_REQUEST'],
  'a batch of two': [json([{ query }, { query }]), {}, 400, 'BAD_REQUEST'],
  'variables that are a list': [json({ query, variables: [] }), {}, 400, 'BAD_REQUEST'],
  'variables that are text': [json({ query, variables: 'a' }), {}, 400, 'BAD_REQUEST'],
  'extensions that are text': [json({ query, extensions: 'a' }), {}, 400, 'BAD_REQUEST'],
  'an operation name that is a number': [json({ query, operationName: 1 }), {}, 400, 'BAD_REQUEST'],
  'an unknown operation name': [
    json({ query: `query A ${query}`, operationName: 'B' }),
    {},
    400,
    'OPERATION_RESOLUTION_FAILURE',
  ],
  'two operations and no name': [
    json({ query: `query A ${query} query B ${query}` }),
    {},
    400,
    'OPERATION_RESOLUTION_FAILURE',
  ],
  'an empty document': [json({ query: ' ' }), {}, 400, 'GRAPHQL_PARSE_FAILED'],
  'a syntax error': [json({ query: '{ viewer { id }' }), {}, 400, 'GRAPHQL_PARSE_FAILED'],
  'an unknown field': [json({ query: '{ viewer { no } }' }), {}, 400, 'GRAPHQL_VALIDATION_FAILED'],
  'an unknown argument': [json({ query: '{ secrets(no: 1) { totalCount } }' }), {}, 400, 'GRAPHQL_VALIDATION_FAILED'],
  'a subscription': [json({ query: 'subscription { viewer { id } }' }), {}, 400, 'GRAPHQL_VALIDATION_FAILED'],
  'an id of a wrong type': [json({ query: '{ secret(id: {}) { id } }' }), {}, 400, 'GRAPHQL_VALIDATION_FAILED'],
  'a variable of a wrong type': [
    json({ query: 'query Q($first: Int) { secrets(first: $first) { totalCount } }', variables: { first: 'ten' } }),
    {},
    400,
    'BAD_USER_INPUT',
  ],
  'a missing variable': [json({ query: 'query Q($id: ID!) { secret(id: $id) { id } }' }), {}, 400, 'BAD_USER_INPUT'],
  'a text': [json({ query }), { 'content-type': 'text/plain' }, 400, 'BAD_REQUEST'],
  'a form': ['query=%7Bviewer%7Bid%7D%7D', { 'content-type': 'application/x-www-form-urlencoded' }, 400, 'BAD_REQUEST'],
  'no token': [json({ query }), { authorization: '' }, 401, 'UNAUTHENTICATED'],
  'a wrong token': [json({ query }), { authorization: 'Bearer sandbox-nobody' }, 401, 'UNAUTHENTICATED'],
  'a token of another scheme': [json({ query }), { authorization: 'Basic sandbox-admin' }, 401, 'UNAUTHENTICATED'],
};

describe('a request with', () => {
  it.each(Object.keys(REQUESTS))('%s is refused', async (what) => {
    const [body, headers, status, code] = REQUESTS[what] ?? ['', {}, 0, ''];
    const answer = await gateway.rawPost(body, headers);
    expect([answer.status, clearError(answer.text).extensions.code]).toEqual([status, code]);
    expect(answer.headers.get('x-request-id')).toBe(clearError(answer.text).extensions.requestId);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it.each(['GET', 'PUT', 'DELETE', 'PATCH'])('the method %s is refused', async (method) => {
    const response = await fetch(`${gateway.url}/graphql?query=%7Bviewer%7Bid%7D%7D`, {
      method,
      headers: { authorization: 'Bearer sandbox-admin' },
    });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
    clearError(await response.text());
  });

  it('a body of 10 MB is refused', async () => {
    const value = 'x'.repeat(10 * 1_048_576);
    const body = json({ query: 'mutation { a }', variables: { input: { value: { text: value } } } });
    const answer = await post(body);
    expect([answer.status, clearError(answer.text).extensions.code]).toEqual([413, 'REQUEST_TOO_LARGE']);
  });

  it('a body of 10 MB that does not say so is refused', async () => {
    const answer = await post('x'.repeat(10 * 1_048_576), true);
    expect([answer.status, clearError(answer.text).extensions.code]).toEqual([413, 'REQUEST_TOO_LARGE']);
  });
});

/** With Node's own client: the answer comes before the body has been taken, which `fetch` calls a failure. */
function post(body: string, chunked = false): Promise<{ readonly status: number; readonly text: string }> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      authorization: 'Bearer sandbox-admin',
      ...(chunked ? { 'transfer-encoding': 'chunked' } : { 'content-length': Buffer.byteLength(body) }),
    };
    let answered = false;
    const request = httpRequest(`${gateway.url}/graphql`, { method: 'POST', headers }, (response) => {
      answered = true;
      response.setEncoding('utf8');
      let text = '';
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    request.on('error', (error) => {
      if (!answered) reject(error);
    });
    request.end(body);
  });
}
