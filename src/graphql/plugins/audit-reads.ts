import { type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import { OperationTypeNode } from 'graphql';
import type { AuditSubject } from '../../audit/event.ts';
import { PortcullisError } from '../../domain/errors.ts';
import type { GraphContext } from '../context.ts';
import { extensionsOf } from '../format-error.ts';
import { type Asked, storesAsked } from '../stores-asked.ts';

/**
 * One audit event for each query, written before it is executed: who, which operation, which stores. After every
 * check, so that what was refused does not look like a read; and what cannot be recorded is not executed.
 */
export function auditReads(): ApolloServerPlugin<GraphContext> {
  return {
    requestDidStart: async () => ({
      responseForOperation: async ({ schema, operation, document, request, contextValue }) => {
        // Apollo's types promise one, but a document of several operations may name none of them.
        if (operation?.operation !== OperationTypeNode.QUERY) return null;
        const asked: Asked = { schema, operation, document, variables: request.variables ?? {} };
        try {
          await contextValue.services.audit.read(contextValue.actor, subjectOf(asked, contextValue));
          return null;
        } catch (error) {
          if (error instanceof PortcullisError) return refusalOf(error);
          throw error;
        }
      },
    }),
  };
}

/** Stores by the names that policies know them by; no argument of the query. */
function subjectOf(asked: Asked, context: GraphContext): AuditSubject {
  const stores = storesAsked(asked, context);
  const [only] = stores;
  return {
    action: '*:describe',
    mutation: 'query',
    store: stores.length === 1 && only !== undefined ? only.name : null,
    resources: stores.map(({ resource }) => resource),
    ids: [],
    reason: null,
  };
}

const UNAVAILABLE = 503;

function refusalOf(error: PortcullisError) {
  const errors = [{ message: error.message, extensions: extensionsOf(error) }];
  return {
    http: { status: UNAVAILABLE, headers: new HeaderMap() },
    body: { kind: 'single' as const, singleResult: { errors } },
  };
}
