import { buildSchema, GraphQLScalarType, type OperationDefinitionNode, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { checkVariables } from './variables.ts';

const schema = buildSchema(`
  scalar SecretText
  enum Status { ACTIVE DELETED }
  input Value @oneOf { text: SecretText base64: SecretText }
  input Item { name: String! value: Value! }
  input Create { name: String! value: Value status: Status items: [Item!] tags: [[String!]] count: Int }
  type Query { q(input: Create, n: Int, items: [Item!], constructor: String): String }
`);
const secretText = schema.getType('SecretText');
if (secretText instanceof GraphQLScalarType) {
  secretText.parseValue = (value) => {
    if (typeof value !== 'string') throw new Error(`not a text: ${String(value)}`);
    return value;
  };
}

function faultsOf(definition: string, given: Record<string, unknown>): readonly string[] {
  const [operation] = parse(`query(${definition}) { __typename }`).definitions;
  return checkVariables(schema, operation as OperationDefinitionNode, given).map(({ code, message, details }) => {
    expect([code, message]).toEqual(['BAD_USER_INPUT', expect.stringContaining(`$${details.argument} is not`)]);
    return `${details.argument}: ${message.replace(/^.*expected there: /, '')}`;
  });
}

describe('checkVariables', () => {
  it.each<[string, Record<string, unknown>]>([
    ['$n: Int', { n: 1 }],
    ['$n: Int', { n: null }],
    ['$n: Int', {}],
    ['$n: Int! = 1', {}],
    ['$input: Create', { input: { name: 'a', value: { text: 'x' }, status: 'ACTIVE', tags: [['a']] } }],
    ['$items: [Item!]', { items: { name: 'a', value: { text: 'x' } } }],
    ['$constructor: String', {}],
    ['$n: Unknown', { n: 1 }],
    ['$n: Query', { n: 1 }],
    ['$n: Int', { n: 1, other: 'pw-4711' }],
  ])('finds nothing wrong with %s in %j', (definition, given) => {
    expect(faultsOf(definition, given)).toEqual([]);
  });

  it.each<[string, Record<string, unknown>, readonly string[]]>([
    ['$n: Int!', {}, ['n: Int!.']],
    ['$n: Int!', { n: null }, ['n: Int!.']],
    ['$n: Int', { n: 'pw-4711' }, ['n: Int.']],
    ['$constructor: String!', {}, ['constructor: String!.']],
    ['$input: Create', { input: 'pw-4711' }, ['input: Create.']],
    ['$input: Create', { input: { name: 4711 } }, ['input.name: String!.']],
    ['$input: Create', { input: {} }, ['input.name: String!.']],
    ['$input: Create', { input: { name: 'a', 'pw-4711': 1 } }, ['input: Create.']],
    ['$input: Create', { input: { name: 'a', status: 'pw-4711' } }, ['input.status: Status.']],
    ['$input: Create', { input: { name: 'a', value: { text: 4711 } } }, ['input.value.text: SecretText.']],
    [
      '$input: Create',
      { input: { name: 'a', value: { text: 'pw-4711', base64: 'pw-4711' } } },
      ['input.value: Value.'],
    ],
    [
      '$input: Create',
      {
        input: {
          name: 'a',
          items: [
            { name: 'b', value: { text: 'x' } },
            { name: 'c', value: { text: 4711 } },
          ],
        },
      },
      ['input.items.1.value.text: SecretText.'],
    ],
    ['$input: Create', { input: { name: 'a', tags: [['pw-4711', 4711]] } }, ['input.tags.0.1: String!.']],
    ['$items: [Item!]', { items: { name: 4711, value: { text: 'x' } } }, ['items.name: String!.']],
    ['$n: Int, $input: Create', { n: 'x', input: { name: 'a', count: 'x' } }, ['n: Int.', 'input.count: Int.']],
  ])('says of %s in %j where the fault lies and what is expected there', (definition, given, expected) => {
    expect(faultsOf(definition, given)).toEqual(expected);
  });

  it('never repeats what was given', () => {
    const given = {
      input: {
        name: ['pw-4711'],
        status: 'pw-4711',
        'pw-4711': 'pw-4711',
        value: { text: { 'pw-4711': 1 } },
        count: 'pw-4711',
      },
    };
    const faults = faultsOf('$input: Create', given);
    expect(faults.length).toBeGreaterThan(3);
    expect(faults.join()).not.toContain('4711');
  });

  it('stops after twenty faults', () => {
    const tags = [Array.from({ length: 1_000 }, () => 4711)];
    expect(faultsOf('$input: Create', { input: { name: 'a', tags } })).toHaveLength(20);
  });
});
