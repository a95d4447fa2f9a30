import type { ApolloServerPlugin } from '@apollo/server';
import { PortcullisError } from '../../domain/errors.ts';
import type { GraphContext } from '../context.ts';
import { operationHashOf } from '../operation-hash.ts';
import { refusedOperation } from '../refused-operation.ts';
import { checkVariables } from '../variables.ts';

/** A name is the caller's own word: no more of it goes into logs and audit lines. */
const MAX_NAME_LENGTH = 200;

/** Names the operation for logs and audit, and refuses wrong variables in our own words before anything runs. */
export function checkedVariables(): ApolloServerPlugin<GraphContext> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ schema, operation, document, operationName, request, contextValue }) => {
        // Apollo hands plugins a copy of the context: what the server logs later has to be the same object.
        const name = operationName?.slice(0, MAX_NAME_LENGTH) ?? null;
        Object.assign(contextValue.actor, { operationName: name, operationHash: operationHashOf(document) });
        if (operation === undefined) return;
        // graphql-js validates such an operation and fails in executing it.
        if (schema.getRootType(operation.operation) == null) throw refusedOperation(noSuchRoot());
        const [first, ...others] = checkVariables(schema, operation, request.variables ?? {});
        if (first === undefined) return;
        const fault =
          others.length === 0 ? first : first.with({ facts: { others: others.map(({ message }) => message) } });
        throw refusedOperation(fault);
      },
    }),
  };
}

function noSuchRoot(): PortcullisError {
  return new PortcullisError('GRAPHQL_VALIDATION_FAILED', 'This graph has queries and mutations, and nothing else.');
}
