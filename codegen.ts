import { globSync, readFileSync } from 'node:fs';
import type { CodegenConfig } from '@graphql-codegen/cli';
import { Kind, parse } from 'graphql';

const SCHEMA = 'schema/**/*.graphql';

/**
 * What resolvers hand on for each type of the graph, as src/graphql/nodes.ts defines it. The provider's own types are
 * the members of the unions named Native*: they are read from the schema, so that a sixth provider is no line here.
 */
const mappers = {
  Store: '../nodes.ts#StoreNode',
  SecretGroup: '../nodes.ts#SecretGroupNode',
  Secret: '../nodes.ts#SecretNode',
  SecretVersion: '../nodes.ts#SecretVersionNode',
  Subject: '../nodes.ts#SubjectNode',
  SecretConnection: '../nodes.ts#SecretConnectionNode',
  SecretGroupConnection: '../nodes.ts#SecretGroupConnectionNode',
  SecretVersionConnection: '../nodes.ts#SecretVersionConnectionNode',
  SubjectConnection: '../nodes.ts#SubjectConnectionNode',
  SecretsSummary: '../../catalog/summary.ts#Summary',
  ...Object.fromEntries(nativeTypeNames().map((name) => [name, '../nodes.ts#NativeNode'])),
};

function nativeTypeNames(): string[] {
  const definitions = globSync(SCHEMA).flatMap((file) => parse(readFileSync(file, 'utf8')).definitions);
  const members = definitions
    .filter((node) => node.kind === Kind.UNION_TYPE_DEFINITION || node.kind === Kind.UNION_TYPE_EXTENSION)
    .filter((node) => node.name.value.startsWith('Native'))
    .flatMap((node) => node.types ?? []);
  return [...new Set(members.map((type) => type.name.value))].sort();
}

/** Node runs the sources as they are: imports carry `.ts`, enums are unions of strings. */
const typeStripping = { useTypeImports: true, defaultScalarType: 'unknown' } as const;

const config: CodegenConfig = {
  schema: SCHEMA,
  emitLegacyCommonJSImports: false,
  importExtension: '.ts',
  generates: {
    'src/graphql/__generated__/resolvers.ts': {
      plugins: ['typescript', 'typescript-resolvers'],
      config: {
        ...typeStripping,
        enumsAsTypes: true,
        immutableTypes: true,
        contextType: '../context.ts#GraphContext',
        mappers,
        scalars: {
          ID: 'string',
          DateTime: 'number',
          SecretText: '../../domain/secret-value.ts#SecretText',
        },
      },
    },
    'src/client/__generated__/': {
      preset: 'client',
      documents: 'src/client/operations/*.graphql',
      presetConfig: {
        fragmentMasking: false,
        persistedDocuments: { mode: 'embedHashInDocument', hashAlgorithm: 'sha256' },
      },
      config: {
        ...typeStripping,
        enumType: 'string-literal',
        documentMode: 'string',
        scalars: { ID: 'string', DateTime: 'string', SecretText: 'string' },
      },
    },
  },
};

export default config;
