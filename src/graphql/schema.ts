import { makeExecutableSchema } from '@graphql-tools/schema';
import type { GraphQLSchema } from 'graphql';
import type { ProviderFacts } from '../domain/connector.ts';
import { type AccessQuestion, applyAccess } from './access.ts';
import type { GraphContext } from './context.ts';
import { resolvers } from './resolvers/index.ts';
import { attachNativeResolvers } from './resolvers/native.ts';
import { readTypeDefs } from './sdl.ts';

/**
 * The executable graph: contract, resolvers, the providers' own fields, and around all of it the access rules.
 * @throws Error where a field has no rule, a resolver no field, or a provider names a type that is not there
 */
export function createSchema(providers: readonly ProviderFacts[]): GraphQLSchema {
  const schema = makeExecutableSchema({
    typeDefs: [...readTypeDefs()],
    resolvers,
    resolverValidationOptions: { requireResolversToMatchSchema: 'error', requireResolversForResolveType: 'ignore' },
  });
  attachNativeResolvers(schema, providers);
  return applyAccess<GraphContext>(schema, decideField);
}

/** A field is decided on the resource of the object it belongs to; what has no resource is refused. */
function decideField({ rule, parent, context }: AccessQuestion<GraphContext>): boolean {
  const resource = (parent as { readonly resource?: unknown } | null)?.resource;
  return typeof resource === 'string' && context.viewer.rights.allows(rule.action, resource);
}
