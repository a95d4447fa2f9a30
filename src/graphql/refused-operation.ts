import { GraphQLError } from 'graphql';
import type { PortcullisError } from '../domain/errors.ts';

/** For plugins: an operation that is refused before it runs is the caller's fault, and no HTTP 500. */
export function refusedOperation(error: PortcullisError): GraphQLError {
  return new GraphQLError(error.message, { originalError: error, extensions: { http: { status: 400 } } });
}
