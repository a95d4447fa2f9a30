import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphContext } from '../context.ts';

/** Says in every response whether a store's part is missing, and in every error which request it belongs to. */
export function responseExtensions(): ApolloServerPlugin<GraphContext> {
  return {
    requestDidStart: async () => ({
      willSendResponse: async ({ response: { body }, contextValue: { requestId, shortfalls } }) => {
        if (body.kind !== 'single') return;
        const { singleResult } = body;
        if (shortfalls.length > 0) singleResult.extensions = { ...singleResult.extensions, partial: true };
        if (singleResult.errors === undefined) return;
        singleResult.errors = singleResult.errors.map((error) => ({
          ...error,
          extensions: { ...error.extensions, requestId },
        }));
      },
    }),
  };
}
