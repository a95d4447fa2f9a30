import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type DocumentNode, GraphQLSchema, parse, printSchema, Source } from 'graphql';

/** The same folder from `src/graphql` and from `dist/graphql`: both lie two levels below the package's root. */
const SCHEMA_FOLDER = fileURLToPath(new URL('../../schema/', import.meta.url));

/** The directive that holds the access rules: for the gateway's start, not for clients. */
export const ACCESS_DIRECTIVE = 'access';

/**
 * Every `schema/**` file of SDL as a document of its own, sorted by path, so that whoever merges them gets the same
 * schema on every machine. The documents extend each other: they build together or not at all.
 *
 * @throws GraphQLError naming file and place, where one is not SDL
 */
export function readTypeDefs(): readonly DocumentNode[] {
  return readdirSync(SCHEMA_FOLDER, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.graphql'))
    .sort()
    .map((path) => parse(new Source(readFileSync(`${SCHEMA_FOLDER}${path}`, 'utf8'), `schema/${path}`)));
}

/** The same schema, sharing its types and resolvers, without the access directive: introspection does not show it. */
export function publicSchema(schema: GraphQLSchema): GraphQLSchema {
  const config = schema.toConfig();
  return new GraphQLSchema({
    ...config,
    directives: config.directives.filter((directive) => directive.name !== ACCESS_DIRECTIVE),
  });
}

/** The SDL that clients, generators and routers get: one document, descriptions and @oneOf kept, no access rules. */
export function publicSdl(schema: GraphQLSchema): string {
  return printSchema(publicSchema(schema));
}
