import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { GraphContext } from './context.ts';
import { formatError } from './format-error.ts';
import { checkedVariables } from './plugins/checked-variables.ts';
import { responseExtensions } from './plugins/response-extensions.ts';

const MAX_TOKENS = 15_000;

/** The server that executes operations, with everything off that would talk to others or remember requests. */
export function createApolloServer(options: {
  readonly schema: GraphQLSchema;
  readonly introspection: boolean;
  /** Told of errors that nobody meant: where they came from may be logged, never their message. */
  readonly onUnexpected: (error: unknown) => void;
}): ApolloServer<GraphContext> {
  const { schema, introspection, onUnexpected } = options;
  return new ApolloServer<GraphContext>({
    schema,
    introspection,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    nodeEnv: 'production',
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: MAX_TOKENS },
    logger: SILENT,
    formatError: (formatted, error) => formatError(formatted, error, { schema, onUnexpected }),
    plugins: [
      checkedVariables(),
      responseExtensions(),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
}

/** Apollo logs messages of errors; ours go through the gateway's own logger, which takes none. */
const SILENT = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
