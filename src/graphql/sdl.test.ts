import { makeExecutableSchema } from '@graphql-tools/schema';
import {
  buildASTSchema,
  buildSchema,
  concatAST,
  findBreakingChanges,
  graphqlSync,
  isEnumType,
  isObjectType,
  Kind,
  parse,
  printSchema,
  visit,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { publicSchema, publicSdl, readTypeDefs } from './sdl.ts';

const documents = readTypeDefs();
const schema = buildASTSchema(concatAST(documents));
const fileOf = (document: (typeof documents)[number]): string => document.loc?.source.name ?? '';
const baseDocuments = documents.filter((document) => !fileOf(document).startsWith('schema/providers/'));
const providerDocuments = documents.filter((document) => fileOf(document).startsWith('schema/providers/'));

describe('readTypeDefs', () => {
  it('reads the files of all folders, sorted by path', () => {
    const files = documents.map(fileOf);
    expect(files).toContain('schema/query.graphql');
    expect(files).toContain('schema/inputs/secret.graphql');
    expect(files).toContain('schema/providers/docker.graphql');
    expect(files).toEqual([...files].sort());
  });

  it('reads documents that graphql-js and graphql-tools merge into the same schema', () => {
    const merged = makeExecutableSchema({ typeDefs: [...documents] });
    expect(findBreakingChanges(schema, merged)).toEqual([]);
    expect(findBreakingChanges(merged, schema)).toEqual([]);
  });

  it('finds no provider named in the files that all providers share', () => {
    const members = schema.getType('Provider');
    const providers = isEnumType(members) ? members.getValues().map((value) => value.name.toLowerCase()) : [];
    const own = providerDocuments.flatMap(definedNames).map((name) => name.toLowerCase());
    const shared = baseDocuments.map((document) => (document.loc?.source.body ?? '').toLowerCase()).join('\n');
    expect(providers.length).toBe(providerDocuments.length);
    expect([...providers, ...own].filter((name) => new RegExp(`\\b${name}\\b`).test(shared))).toEqual([]);
  });

  it('finds each provider in one file of its own, which defines every type that it adds', () => {
    for (const document of providerDocuments) {
      const provider = fileOf(document).replace(/^.*\/|\.graphql$/g, '');
      const foreign = definedNames(document).filter(
        (name) => !name.toLowerCase().startsWith(provider) && !/(Input|Payload)$/.test(name),
      );
      expect(foreign).toEqual([]);
    }
  });
});

describe('publicSdl', () => {
  it('carries no access rule', () => {
    expect(publicSdl(schema)).not.toContain('@access');
    expect(
      publicSdl(buildSchema('directive @access(rule: String!) on OBJECT type Query @access(rule: "x") { a: Int }')),
    ).toBe('type Query {\n  a: Int\n}');
  });

  it('builds again into the same types, @oneOf included', () => {
    const rebuilt = buildSchema(publicSdl(schema));
    expect(printSchema(rebuilt)).toBe(publicSdl(schema));
    expect(publicSdl(schema).match(/^input \w+ @oneOf/gm)).toHaveLength(6);
  });
});

describe('publicSchema', () => {
  it('hides the access directive from introspection', () => {
    const source = '{ __schema { directives { name } } }';
    const names = JSON.stringify(graphqlSync({ schema: publicSchema(schema), source }));
    expect(names).toContain('oneOf');
    expect(names).not.toContain('access');
  });

  it('shares its types with the schema it is made of', () => {
    const type = publicSchema(schema).getType('Secret');
    expect(isObjectType(type)).toBe(true);
    expect(type).toBe(schema.getType('Secret'));
  });
});

function definedNames(document: (typeof documents)[number]): string[] {
  const names: string[] = [];
  visit(parse(document.loc?.source.body ?? '', { noLocation: true }), {
    enter(node) {
      if (node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) {
        names.push(node.name.value);
      }
    },
  });
  return names;
}
