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
import { createDocumentStore } from './document-store.ts';
import { formatError } from './format-error.ts';
import type { OperationLimits } from './limits/limits.ts';
import { auditReads } from './plugins/audit-reads.ts';
import { checkedVariables } from './plugins/checked-variables.ts';
import { operationCost } from './plugins/operation-cost.ts';
import { responseExtensions } from './plugins/response-extensions.ts';

/** The server that executes operations, with everything off that would talk to others or remember requests. */
export function createApolloServer(options: {
  readonly schema: GraphQLSchema;
  readonly introspection: boolean;
  readonly limits: OperationLimits;
  /** Whether every query goes into the audit log before it is executed. */
  readonly recordReads: boolean;
  /** Told of errors that nobody meant: where they came from may be logged, never their message. */
  readonly onUnexpected: (error: unknown) => void;
}): ApolloServer<GraphContext> {
  const { schema, introspection, limits, recordReads, onUnexpected } = options;
  return new ApolloServer<GraphContext>({
    schema,
    introspection,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    documentStore: createDocumentStore(),
    hideSchemaDetailsFromClientErrors: !introspection,
    includeStacktraceInErrorResponses: false,
    nodeEnv: 'production',
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: limits.maxTokens },
    logger: SILENT,
    formatError: (formatted, error) => formatError(formatted, error, { schema, onUnexpected }),
    plugins: [
      checkedVariables(),
      operationCost(limits),
      ...(recordReads ? [auditReads()] : []),
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
