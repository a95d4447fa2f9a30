import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TestGateway } from '../support/gateway.ts';
import { startSmallGateway, VIEWER } from './one-store.ts';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await startSmallGateway();
  await gateway.query('{ secrets { totalCount } }');
});

afterAll(() => gateway.close());

beforeEach(() => gateway.forgetRequests());

const times = (n: number, text: (i: number) => string) => Array.from({ length: n }, (_, i) => text(i)).join(' ');

function nested(depth: number): string {
  return `{ secrets { nodes ${'{ store { secrets { nodes '.repeat(depth)} { id } ${'} } }'.repeat(depth)} } }`;
}

/** Fragments that each spread the next one twice. */
const doubling = (n: number, leaf: string) =>
  `{ ...F0 } ${times(n, (i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`)} fragment F${n} on Query { ${leaf} }`;

const filter = (depth: number): unknown => (depth === 0 ? { inUse: true } : { not: filter(depth - 1) });

const attacks: readonly (readonly [name: string, query: string, limit: string, variables?: object])[] = [
  ['deep', nested(20), 'maxDepth'],
  ['deeper than a parser goes', '{a'.repeat(2_000), 'maxDepth'],
  ['aliased', `{ ${times(100, (i) => `a${i}: viewer { id }`)} }`, 'maxAliases'],
  ['repeated without an alias', `{ ${times(200, () => 'viewer { id }')} }`, 'maxAliases'],
  [
    'aliased in a fragment',
    `{ ...F } fragment F on Query { ${times(100, (i) => `a${i}: viewer { id }`)} }`,
    'maxAliases',
  ],
  [
    'wide',
    `{ ${times(25, (i) => `...F${i}`)} } ${times(25, (i) => `fragment F${i} on Query { a${i}: viewer { id } }`)}`,
    'maxRootFields',
  ],
  ['of directives', `{ viewer ${times(60, () => '@include(if: true)')} { id } }`, 'maxDirectives'],
  ['of directives that nobody knows', `{ viewer { id ${times(60, () => '@a')} } }`, 'maxDirectives'],
  ['of many words', `{ viewer { ${times(6_000, () => 'id')} } }`, 'maxTokens'],
  ['of many fragments', `{ viewer { ${times(300, () => '... { id }')} } }`, 'maxFragments'],
  ['of fragments that double', doubling(60, 'viewer { id }'), 'maxFields'],
  ['of pages within pages', '{ secrets(first: 500) { nodes { versions(first: 500) { nodes { id } } } } }', 'maxCost'],
  [
    'of pages within pages through a fragment',
    '{ secrets(first: 500) { ...P } } fragment P on SecretConnection { nodes { versions(first: 500) { nodes { id } } } }',
    'maxCost',
  ],
  [
    'of a page from a variable',
    'query ($n: Int) { secrets(first: $n) { nodes { versions(first: $n) { nodes { id } } } } }',
    'maxCost',
    { n: 500 },
  ],
  ['of many ids', 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', 'maxInputItems', { ids: Array(3_000).fill('x') }],
  [
    'of a few ids many times',
    `query ($ids: [ID!]!) { ${times(10, (i) => `a${i}: nodes(ids: $ids) { id }`)} }`,
    'maxInputItems',
    { ids: Array(400).fill('x') },
  ],
  [
    'of a long filter',
    'query ($f: SecretFilter) { secrets(filter: $f) { totalCount } }',
    'maxInputItems',
    { f: { or: Array(3_000).fill({}) } },
  ],
  [
    'of a deep filter',
    'query ($f: SecretFilter) { secrets(filter: $f) { totalCount } }',
    'maxInputDepth',
    { f: filter(50) },
  ],
];

describe('an operation is refused before it asks a store for anything', () => {
  it.each(attacks)('%s', async (_, query, limit, variables = {}) => {
    const { status, text } = await gateway.rawPost(JSON.stringify({ query, variables }));
    const { data, errors } = JSON.parse(text);
    expect([status, data ?? null, errors.length]).toEqual([400, null, 1]);
    expect(errors[0].extensions).toMatchObject({ code: 'OPERATION_TOO_COMPLEX', limit, retryable: false });
    expect(gateway.asked('ncloud')).toEqual([]);
  });

  it('also where another operation of the document is the one to run', async () => {
    const query = `query Small { viewer { id } } query Large { ${times(100, (i) => `a${i}: viewer { id }`)} }`;
    const { text } = await gateway.rawPost(JSON.stringify({ query, operationName: 'Small' }));
    expect(JSON.parse(text).errors[0].extensions.code).toBe('OPERATION_TOO_COMPLEX');
  });

  it('whose variable is a hundred thousand levels deep', async () => {
    const depth = 100_000;
    const variables = `{"f":${'{"not":'.repeat(depth)}null${'}'.repeat(depth)}}`;
    const query = 'query ($f: SecretFilter) { secrets(filter: $f) { totalCount } }';
    const { status, text } = await gateway.rawPost(`{"query":${JSON.stringify(query)},"variables":${variables}}`);
    expect([status, JSON.parse(text).errors[0].extensions.code]).toEqual([400, 'OPERATION_TOO_COMPLEX']);
  });

  it('of a fragment within itself', async () => {
    const { status, errors } = await gateway.query('{ ...F } fragment F on Query { viewer { id } ...F }');
    expect([status, errors[0]?.extensions.code]).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
  });

  it('of introspection within itself', async () => {
    const query = `{ __schema { types { fields { type ${'{ fields { type '.repeat(5)} { name } ${'} }'.repeat(5)} } } } }`;
    const { status } = await gateway.query(query);
    expect(status).toBe(400);
  });
});

describe('a body is refused', () => {
  it('larger than the gateway takes', async () => {
    const { status, text } = await gateway.rawPost(JSON.stringify({ query: VIEWER, padding: 'x'.repeat(1_100_000) }));
    expect([status, JSON.parse(text).errors[0].extensions.code]).toEqual([413, 'REQUEST_TOO_LARGE']);
  });

  it('of nobody before it is read', async () => {
    const { status } = await gateway.rawPost(JSON.stringify({ query: VIEWER, padding: 'x'.repeat(1_100_000) }), {
      authorization: 'Bearer wrong',
    });
    expect(status).toBe(401);
  });
});

it('memory stays flat and others are served under a thousand refused operations', async () => {
  const bodies = attacks.map(([, query, , variables = {}]) => JSON.stringify({ query, variables }));
  const attack = async (rounds: number) => {
    for (let i = 0; i < rounds; i += 1) await Promise.all(bodies.map((body) => gateway.rawPost(body)));
  };
  await attack(10);
  const before = process.memoryUsage().rss;
  const [, answers] = await Promise.all([
    attack(56),
    Promise.all(Array.from({ length: 20 }, () => gateway.query(VIEWER, {}, 'sandbox-auditor'))),
  ]);
  expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
  expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
});
