import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';
import { definitionOf, WORDS } from '../support/registry.ts';
import { documentOf, MUTATIONS } from './mutations.ts';
import { clearError, countAll, expectNothingDone, expectRefused } from './refusals.ts';
import { openStoreUnderTest } from './store-under-test.ts';

let gateway: TestGateway;
let before: unknown;
beforeAll(async () => {
  gateway = await startTestGateway();
  before = await countAll(gateway);
});
afterAll(async () => {
  try {
    await expectNothingDone(gateway, before);
  } finally {
    await gateway?.close();
  }
});

const refused = (
  document: string,
  variables: Readonly<Record<string, unknown>>,
  wanted: Readonly<Record<string, unknown>>,
) => expectRefused(gateway, { document, variables }, wanted);

describe('a cursor', () => {
  const LIST =
    'query C($after: String, $filter: SecretFilter) { secrets(first: 2, after: $after, filter: $filter) { pageInfo { endCursor } } }';
  const cursorOf = async (filter: unknown = null) => {
    const { data } = await gateway.query<{ secrets: { pageInfo: { endCursor: string } } }>(LIST, { filter });
    return data.secrets.pageInfo.endCursor;
  };
  const wrong = { code: 'BAD_USER_INPUT', argument: 'after' };

  it.each(['', 'password', '!', 'A'.repeat(40), 'A'.repeat(20_000), '../..'])('made up as %j is refused', (after) =>
    refused(LIST, { after }, wrong),
  );
  it('of which one character was changed is refused', async () => {
    const cursor = await cursorOf();
    const middle = Math.floor(cursor.length / 2);
    const other = cursor[middle] === 'A' ? 'B' : 'A';
    await refused(LIST, { after: cursor.slice(0, middle) + other + cursor.slice(middle + 1) }, wrong);
  });
  it('of another filter is refused', async () =>
    refused(LIST, { after: await cursorOf({ statuses: ['ACTIVE'] }) }, wrong));
  it('of another list is refused', async () => {
    const after = await cursorOf();
    await refused('query G($after: String) { secretGroups(after: $after) { totalCount } }', { after }, wrong);
  });
});

describe('an etag', () => {
  const conditional = MUTATIONS.filter(({ name }) => name === 'deleteSecret' || name === 'updateSecret');
  it.each(conditional)('that is none is refused by $name', async (mutation) => {
    for (const word of WORDS.filter((one) =>
      definitionOf(one).capabilities[mutation.operation]?.inputs?.includes('ifMatch'),
    )) {
      const store = await openStoreUnderTest(gateway, word);
      const input = mutation.name === 'updateSecret' ? store.data.secretChange?.(store, 1).input : {};
      for (const ifMatch of ['', '*', 'W/"1"', 'a b', 'A'.repeat(1_000)]) {
        const { data, errors, text } = await store.send(mutation.operation, store.seeded.secret, { ...input, ifMatch });
        expect(data).toBeNull();
        clearError(text);
        expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'input.ifMatch' });
      }
    }
  });
});

describe('a store that there is not', () => {
  const name = 'no-such-store';
  const found = { code: 'NOT_FOUND' };
  const filtered = { code: 'BAD_USER_INPUT', argument: 'filter.stores' };
  const filter = { stores: [name] };

  it('is not found by name', () => refused('query S($name: String!) { store(name: $name) { id } }', { name }, found));
  it('holds no secret of any name', () =>
    refused('query S($name: String!) { secretByName(store: $name, name: "a") { id } }', { name }, found));
  it('cannot be filtered for, nor inside and, or, not', async () => {
    for (const inside of [filter, { and: [filter] }, { or: [{}, filter] }, { not: filter }]) {
      const document = 'query F($filter: SecretFilter) { secrets(filter: $filter) { totalCount } }';
      await refused(document, { filter: inside }, filtered);
    }
  });
  it('cannot be counted', () =>
    refused('query F($filter: SecretFilter) { secretsSummary(filter: $filter) { totalCount } }', { filter }, filtered));
  it.each(MUTATIONS.filter(({ aim }) => aim === 'Store'))('takes nothing from $name', (mutation) =>
    refused(documentOf(mutation), { input: { store: name, name: 'a' } }, { ...found, outcome: 'NOT_APPLIED' }),
  );
  it('cannot be refreshed', () =>
    refused('mutation R { refreshStore(input: { store: "no-such-store" }) { store { id } } }', {}, found));
});

const SIZES: Readonly<Record<string, string>> = {
  'first: 501': 'first',
  'first: -1': 'first',
  'last: 501': 'last',
  'last: -1': 'last',
  'first: 1, last: 1': 'last',
};

describe.each(['secrets', 'secretGroups'])('a page of %s', (list) => {
  it.each(Object.keys(SIZES))('asked for with %s is refused', (size) =>
    refused(`{ ${list}(${size}) { totalCount } }`, {}, { code: 'BAD_USER_INPUT', argument: SIZES[size] }),
  );
  it('may have 500', async () => {
    const { errors } = await gateway.query(`{ ${list}(first: 500) { totalCount } }`);
    expect(errors).toEqual([]);
  });
});

it('501 nodes at a time are too many', () =>
  refused(
    'query N($ids: [ID!]!) { nodes(ids: $ids) { id } }',
    { ids: Array.from({ length: 501 }, () => 'a') },
    {
      code: 'BAD_USER_INPUT',
      argument: 'ids',
    },
  ));

describe('a filter', () => {
  const nested = (depth: number): unknown => (depth === 0 ? { name: { eq: 'a' } } : { and: [nested(depth - 1)] });
  const document = 'query F($filter: SecretFilter) { secrets(filter: $filter) { totalCount } }';
  it.each([50, 500, 5_000, 50_000])('%i deep in a variable is refused', async (depth) => {
    const body = `{"query":${JSON.stringify(document)},"variables":{"filter":${'{"and":['.repeat(depth)}{}${']}'.repeat(depth)}}}`;
    gateway.forgetRequests();
    const { status, text } = await gateway.rawPost(body);
    expect(status).toBeLessThan(500);
    expect(clearError(text).extensions.code).toMatch(/^(OPERATION_TOO_COMPLEX|BAD_USER_INPUT|BAD_REQUEST)$/);
    expect(WORDS.flatMap((word) => gateway.asked(word))).toEqual([]);
  });
  it.each([50, 500, 1_500])('%i deep in the document is refused', async (depth) => {
    const literal = `${'{and:['.repeat(depth)}{}${']}'.repeat(depth)}`;
    const { status, text } = await gateway.rawPost(
      JSON.stringify({ query: `{ secrets(filter: ${literal}) { totalCount } }` }),
    );
    expect(status).toBeLessThan(500);
    expect(clearError(text).extensions.code).toMatch(/^(OPERATION_TOO_COMPLEX|BAD_USER_INPUT|GRAPHQL_PARSE_FAILED)$/);
  });
  it('as deep as people write them works', async () => {
    const { errors } = await gateway.query(document, { filter: nested(3) });
    expect(errors).toEqual([]);
  });
});
