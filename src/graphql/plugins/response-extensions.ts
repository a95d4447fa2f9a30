import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import type { GraphContext } from '../context.ts';

/**
 * Says in every response whether a store's part is missing, and in every error which request it belongs to; notes the
 * errors' codes for the request's log line.
 */
export function responseExtensions(): ApolloServerPlugin<GraphContext> {
  return {
    requestDidStart: async () => ({
      willSendResponse: async ({
        response: { body },
        operation,
        contextValue: { requestId, shortfalls, errorCodes },
      }) => {
        if (body.kind !== 'single') return;
        const { singleResult } = body;
        if (shortfalls.length > 0) singleResult.extensions = { ...singleResult.extensions, partial: true };
        if (singleResult.errors === undefined) return;
        const isWrite = operation?.operation === 'mutation';
        // By their places and not as they came: what was cached comes first, which would tell that it is there.
        singleResult.errors = singleResult.errors
          .toSorted((a, b) => comparePaths(a.path ?? [], b.path ?? []))
          .map((error) => withRequest(error, { requestId, isWrite }));
        errorCodes.push(...singleResult.errors.map(({ extensions }) => String(extensions?.code)));
      },
    }),
  };
}

/** Only a write has an outcome. */
function withRequest(
  error: GraphQLFormattedError,
  { requestId, isWrite }: { readonly requestId: string; readonly isWrite: boolean },
): GraphQLFormattedError {
  const { outcome, ...rest } = error.extensions ?? {};
  return { ...error, extensions: { ...rest, ...(isWrite && outcome !== undefined ? { outcome } : {}), requestId } };
}

type Path = NonNullable<GraphQLFormattedError['path']>;

function comparePaths(a: Path, b: Path): number {
  const at = a.findIndex((part, index) => part !== b[index]);
  const [left, right] = [a[at], b[at]];
  if (left === undefined || right === undefined) return a.length - b.length;
  return left < right ? -1 : 1;
}
