import { buildSchema, Kind, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { doublingFragments, limitsOf } from './__fixtures__/limits.ts';
import { costOf } from './cost.ts';
import { variableItems } from './input-size.ts';

const schema = buildSchema(`
  type Query { item: Item, items(first: Int, last: Int): ItemConnection!, nodes(ids: [ID!]!): [Node]!, all: [Item!]! }
  type Mutation { change(input: Input): Item }
  input Input { ids: [ID!] }
  interface Node { id: ID! }
  type Item implements Node { id: ID!, name: String, tags: [String!]!, labels: [Label!]!, items(first: Int): ItemConnection! }
  type Label { key: String }
  type ItemConnection { nodes: [Item!]!, edges: [ItemEdge!]!, totalCount: Int! }
  type ItemEdge { node: Item! }
`);

function measure(text: string, variables: Record<string, unknown> = {}) {
  const document = parse(text);
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (operation === undefined) throw new Error('the document has no operation');
  const limits = limitsOf({});
  return costOf({ schema, document, operation, variables, variableItems: variableItems(variables, limits), limits });
}

const cost = (text: string, variables?: Record<string, unknown>) => measure(text, variables).cost;

describe('the cost', () => {
  it('of a lookup is ten and one for each field', () => {
    expect(cost('{ item { id name tags } }')).toBe(13);
  });

  it('of a mutation is a hundred and one for each field', () => {
    expect(cost('mutation { change { id } }')).toBe(101);
  });

  it('of a page grows with what it is asked for', () => {
    expect(cost('{ items(first: 7) { totalCount nodes { id } } }')).toBe(10 + 1 + 1 + 7);
  });

  it('of a page takes fifty elements for granted', () => {
    expect(cost('{ items { nodes { id } } }')).toBe(10 + 1 + 50);
  });

  it('of a page from the end is the same', () => {
    expect(cost('{ items(last: 7) { nodes { id } } }')).toBe(10 + 1 + 7);
  });

  it('of a page takes its size from a variable', () => {
    expect(cost('query Q($n: Int) { items(first: $n) { nodes { id } } }', { n: 9 })).toBe(10 + 1 + 9);
  });

  it("of a page takes its size from a variable's default", () => {
    expect(cost('query Q($n: Int = 9) { items(first: $n) { nodes { id } } }')).toBe(10 + 1 + 9);
  });

  it('of a page is not lowered by an impossible size', () => {
    expect(cost('{ items(first: -1000000) { nodes { id } } }')).toBe(10 + 1 + 1);
  });

  it('of edges is that of their nodes and themselves', () => {
    expect(cost('{ items(first: 5) { edges { node { id } } } }')).toBe(10 + 1 + 5 * 2);
  });

  it('of pages within pages multiplies', () => {
    expect(cost('{ items(first: 10) { nodes { items(first: 20) { nodes { id } } } } }')).toBe(
      10 + 1 + 10 * (10 + 1 + 20),
    );
  });

  it('of a list of unknown length is ten times its elements', () => {
    expect(cost('{ all { labels { key } } }')).toBe(10 + 10 * (1 + 10));
  });

  it('of objects by id grows with the ids', () => {
    expect(cost('query Q($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: ['a', 'b', 'c'] })).toBe(10 + 3 + 3);
  });

  it('is the same whether a selection is in a fragment or not', () => {
    const fragments = `{ items(first: 5) { ...Page } }
      fragment Page on ItemConnection { nodes { ...Fields } }
      fragment Fields on Item { id ... on Item { name } }`;
    expect(cost(fragments)).toBe(cost('{ items(first: 5) { nodes { id name } } }'));
  });

  it('of one fragment follows the size of each page it is spread on', () => {
    const text =
      '{ a: items(first: 2) { ...Page } b: items(first: 3) { ...Page } } fragment Page on ItemConnection { nodes { id } }';
    expect(cost(text)).toBe(2 * 11 + 2 + 3);
  });

  it('of repeats without an alias counts each', () => {
    expect(cost('{ item { id } item { id } }')).toBe(22);
  });

  it('of fragments that double a hundred times is found', () => {
    const text = `{ all { ...F0 } } ${doublingFragments(100, { type: 'Item', leaf: 'labels { key }' })}`;
    expect(cost(text)).toBeGreaterThan(2 ** 100);
  });

  it('of fragments that contain themselves is found', () => {
    expect(cost('{ item { ...F } } fragment F on Item { id ...G } fragment G on Item { name ...F }')).toBe(12);
  });
});

describe('input items', () => {
  it('count a variable wherever it is used', () => {
    const text = 'query Q($ids: [ID!]!) { a: nodes(ids: $ids) { id } b: nodes(ids: $ids) { id } }';
    expect(measure(text, { ids: ['a', 'b', 'c'] }).inputItems).toBe(6);
  });

  it('count those of a fragment as often as it is spread', () => {
    const text = 'mutation { ...F ...F } fragment F on Mutation { change(input: { ids: ["a", "b"] }) { id } }';
    expect(measure(text).inputItems).toBe(4);
  });
});
