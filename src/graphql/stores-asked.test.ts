import { type OperationDefinitionNode, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { PROVIDERS } from '../connectors/registry.ts';
import { encodeId } from '../domain/ids.ts';
import { createPolicy } from '../policy/policy.ts';
import type { GraphContext } from './context.ts';
import { createSchema } from './schema.ts';
import { storesAsked } from './stores-asked.ts';

const schema = createSchema(Object.values(PROVIDERS));
const policy = createPolicy([
  { effect: 'allow', roles: ['admin'], actions: ['*'], resources: ['**'] },
  { effect: 'allow', roles: ['east'], actions: ['*'], resources: ['east/**'] },
]);
const STORES = ['east', 'west', 'north'].map((name) => ({
  id: `id-${name}`,
  name,
  resource: name,
  facts: { provider: name === 'north' ? 'DOCKER' : 'IMCO' },
}));

function asked(query: string, { role = 'admin', variables = {} } = {}): readonly string[] {
  const document = parse(query);
  const operation = document.definitions[0] as OperationDefinitionNode;
  const viewer = { rights: policy.rightsOf([role]) };
  const context = { services: { stores: STORES }, viewer } as unknown as GraphContext;
  return storesAsked({ schema, document, operation, variables }, context).map(({ name }) => name);
}

const secretId = (store: string) => encodeId({ type: 'Secret', store, path: ['a'] });

describe('the stores that a query asks', () => {
  it.each([
    ['all, for a list without a filter', '{ secrets { totalCount } }', ['east', 'west', 'north']],
    ['all, for the stores', '{ stores { name } }', ['east', 'west', 'north']],
    ['those of the filter', '{ secretsSummary(filter: { stores: ["west"] }) { totalCount } }', ['west']],
    ['those of the provider', '{ secretGroups(filter: { providers: [DOCKER] }) { totalCount } }', ['north']],
    ['the one named', '{ store(name: "east") { name } }', ['east']],
    ['the one searched by name', '{ secretByName(store: "west", name: "x") { id } }', ['west']],
    ['those that ids lead to', `{ nodes(ids: ["${secretId('id-east')}", "x"]) { id } }`, ['east']],
    ['the one that an id leads to', `{ secret(id: "${secretId('id-north')}") { id } }`, ['north']],
    ['none, for the viewer', '{ viewer { name } }', []],
    ['none, for the schema', '{ __schema { queryType { name } } }', []],
    ['none, for a store that is not known', '{ secrets(filter: { stores: ["x"] }) { totalCount } }', []],
    [
      'all of its root fields together',
      '{ store(name: "east") { name } b: store(name: "west") { name } }',
      ['east', 'west'],
    ],
  ])('are %s', (_, query, stores) => {
    expect(asked(query)).toEqual(stores);
  });

  it('are found in fragments', () => {
    const query =
      'query { ...f ... on Query { store(name: "west") { name } } } fragment f on Query { a: store(name: "east") { name } }';
    expect(asked(query)).toEqual(['east', 'west']);
  });

  it('are found in variables', () => {
    const query = 'query ($name: String!) { store(name: $name) { name } }';
    expect(asked(query, { variables: { name: 'west' } })).toEqual(['west']);
  });

  it('are only those within reach', () => {
    expect(asked('{ secrets { totalCount } stores { name } }', { role: 'east' })).toEqual(['east']);
  });
});
