import { ApolloServer } from '@apollo/server';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { describe, expect, it } from 'vitest';
import type { GraphContext } from '../context.ts';
import { responseExtensions } from './response-extensions.ts';

const SDL = 'type Query { items: [Item!]! other: Item } type Item { first: String second: Int }';
/** The later its place, the earlier it fails. */
const failAfter = (turns: number) => async () => {
  for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
  throw new Error('fails');
};
const items = [20, 10, 0].map((turns) => ({ first: failAfter(turns + 5), second: failAfter(turns) }));

async function run(query: string) {
  const server = new ApolloServer<GraphContext>({
    schema: makeExecutableSchema({ typeDefs: SDL, resolvers: { Query: { items: () => items, other: failAfter(30) } } }),
    plugins: [responseExtensions()],
    stopOnTerminationSignals: false,
  });
  const contextValue = { requestId: 'r1', shortfalls: [], errorCodes: [] } as unknown as GraphContext;
  const { body } = await server.executeOperation({ query }, { contextValue });
  return body.kind === 'single' ? (body.singleResult.errors ?? []) : [];
}

describe('the errors of an answer', () => {
  it('come in the order of their places, whichever failed first', async () => {
    const errors = await run('{ other { first } items { second first } }');
    expect(errors.map(({ path }) => path?.join('.'))).toEqual([
      'items.0.first',
      'items.0.second',
      'items.1.first',
      'items.1.second',
      'items.2.first',
      'items.2.second',
      'other',
    ]);
  });

  it('each name their request', async () => {
    const errors = await run('{ items { first } }');
    expect(errors.map(({ extensions }) => extensions?.requestId)).toEqual(['r1', 'r1', 'r1']);
  });
});
