import { PortcullisError } from '../domain/errors.ts';

/**
 * Refuses what is no GraphQL request before Apollo does: its own answers to these bear no request id, and it is this
 * gateway's word that one request holds one operation.
 * @see https://graphql.github.io/graphql-over-http/draft/#sec-Request
 * @throws PortcullisError BAD_REQUEST
 */
export function checkRequestBody(body: unknown): void {
  if (typeof body === 'string') throw badRequest('The request must be application/json.');
  if (Array.isArray(body)) throw badRequest('One operation a request: there are no batches.');
  if (!isObject(body)) throw badRequest('The body must be a JSON object with a query.');
  const { query, operationName, variables, extensions } = body;
  if (typeof query !== 'string' || query === '') throw badRequest('The query must be text.');
  if (!isAbsent(operationName) && typeof operationName !== 'string') {
    throw badRequest('The operationName must be text.');
  }
  if (!isAbsent(variables) && !isObject(variables)) throw badRequest('The variables must be an object.');
  if (!isAbsent(extensions) && !isObject(extensions)) throw badRequest('The extensions must be an object.');
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function badRequest(message: string): PortcullisError {
  return new PortcullisError('BAD_REQUEST', message);
}
