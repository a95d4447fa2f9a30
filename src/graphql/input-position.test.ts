import { buildSchema, type GraphQLInputType, parse, parseType, typeFromAST, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { inputPositionOf, typeAt } from './input-position.ts';

const schema = buildSchema(`
  directive @limit(to: Int!) on FIELD
  input Item { name: String! tags: [[Int!]!] next: Item }
  type Query { list(items: [Item!], first: Int): Query }
`);

function positionOf(document: string) {
  const [error] = validate(schema, parse(document));
  return error === undefined ? undefined : inputPositionOf(schema, error);
}

describe('inputPositionOf', () => {
  it.each([
    ['{ list(first: "x") { __typename } }', { path: 'first', expected: 'Int' }],
    ['{ list(items: [{ name: 1 }]) { __typename } }', { path: 'items.name', expected: 'String!' }],
    ['{ list(items: { name: "a", tags: [["x"]] }) { __typename } }', { path: 'items.tags', expected: 'Int!' }],
    [
      '{ list(items: { name: "a", next: { name: 1 } }) { __typename } }',
      { path: 'items.next.name', expected: 'String!' },
    ],
    ['{ list { list(first: "x") { __typename } } }', { path: 'first', expected: 'Int' }],
    ['{ list(items: { name: "a", nope: 1 }) { __typename } }', { path: 'items.?', expected: null }],
    ['{ list @limit(to: "x") { __typename } }', { path: 'to', expected: 'Int!' }],
  ])('of %s is told in names of the schema', (document, expected) => {
    expect(positionOf(document)).toEqual(expected);
  });

  it.each(['{ nope }', '{ ...F }', '{ list }'])('is null for %s, which is not about input', (document) => {
    expect(positionOf(document)).toBeNull();
  });
});

describe('typeAt', () => {
  const typeOf = (text: string) => typeFromAST(schema, parseType(text) as never) as GraphQLInputType;

  it.each<[string, readonly (string | number)[], string]>([
    ['Int!', [], 'Int!'],
    ['Item!', ['name'], 'String!'],
    ['[Item!]', [0], 'Item!'],
    ['[Item!]!', [3, 'next', 'name'], 'String!'],
    ['[Item!]', ['name'], 'String!'],
    ['Item', ['tags', 0, 1], 'Int!'],
    ['Item', ['nope'], 'Item'],
    ['Int', ['nope'], 'Int'],
  ])('of %s at %j is %s', (text, path, expected) => {
    expect(String(typeAt(typeOf(text), path))).toBe(expected);
  });
});
