import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { emulatorOf, startTestGateway, type TestGateway, warmUp } from '../support/gateway.ts';
import { definitionOf, WORDS } from '../support/registry.ts';
import { dataOf, type ProviderData, type Shape } from './provider-data.ts';
import { openStoreUnderTest } from './store-under-test.ts';

/** A store on one page everywhere; one that no provider lists on a single page. */
const SIZES = [
  { size: 'small', secrets: 24 },
  { size: 'large', secrets: 1_100 },
];
/** How many secrets a question about versions, usage or details is asked for. */
const SHOWN = 15;

const NESTED = `query Nested($groups: SecretGroupFilter, $secrets: SecretFilter, $subjects: SubjectFilter) {
  secretGroups(first: 120, filter: $groups) { totalCount nodes { id name etag createdBy { slug }
    secrets(first: 30) { totalCount nodes { name status readability group { name } createdBy { displayName } } } } }
  secrets(first: 50, filter: $secrets) { totalCount nodes { id name createdAt
    group { name secrets(first: 2) { nodes { name } } } native { __typename } } }
  subjects(first: 50, filter: $subjects) { totalCount nodes { slug
    secretGroups(first: 5) { nodes { name } } secrets(first: 5) { nodes { name group { name } } } } } }`;
const GROUPS = `query Groups($filter: SecretGroupFilter) { secretGroups(first: 500, filter: $filter) {
  totalCount nodes { name status etag createdBy { slug } native { __typename } } } }`;
const SUMMARY = `query Summary($filter: SecretFilter) { secretsSummary(filter: $filter) {
  totalCount byGroup { key count } byCreator { key } byStatus { count } byUsage { count } } }`;

const PARTS = {
  versions: 'currentVersion { nativeId } versions { totalCount nodes { nativeId isCurrent secret { name } } }',
  usage: 'usage { activeDeployments consumers { name } }',
  details: 'description updatedAt etag rotation { automatic }',
};
const secretsWith = (part: string) => `query Secrets($filter: SecretFilter) {
  secrets(first: ${SHOWN}, filter: $filter) { nodes { id name group { name } ${part} } } }`;

describe.each(SIZES)('questions to $size stores', ({ secrets }) => {
  let gateway: TestGateway;

  beforeAll(async () => {
    gateway = await startTestGateway({ secrets: secrets * WORDS.length });
    await warmUp(gateway);
  });
  afterAll(() => gateway?.close());
  beforeEach(async () => {
    await Promise.all(WORDS.map((word) => gateway.gateway.cache.invalidate(word)));
    gateway.forgetRequests();
  });

  const ask = async (document: string, variables: Readonly<Record<string, unknown>>) => {
    const answer = await gateway.query(document, variables);
    expect(answer.errors).toEqual([]);
    expect(answer.extensions.partial).toBeUndefined();
    return answer;
  };
  const nested = (stores: readonly string[]) =>
    ask(NESTED, { groups: { stores }, secrets: { stores }, subjects: { stores } });
  const counts = () => Object.fromEntries(WORDS.map((word) => [word, gateway.asked(word).length]));
  const shapeOf = (word: string): Shape => emulatorOf(gateway.emulators, word).seeded;

  describe.each(WORDS)('of %s', (word) => {
    let data: ProviderData;
    let shape: Shape;
    beforeAll(async () => {
      data = await dataOf(word);
      shape = shapeOf(word);
    });

    it('declare what the fewest requests are', () => {
      const { costs } = definitionOf(word);
      const declared = [
        costs.list.requests(shape),
        costs.listGroups.requests(shape),
        costs.listVersions.requests(shape),
        costs.getUsage.requests(shape),
        costs.getDetails.requests(shape),
      ];
      const { list, groups, versions, usage, details } = data.minimum;
      expect(declared).toEqual([list, groups, versions, usage, details].map((cost) => cost(shape)));
    });

    it('over groups alone cost as little as can be', async () => {
      await ask(GROUPS, { filter: { stores: [word] } });
      expect(gateway.asked(word)).toHaveLength(data.minimum.groups(shape));
    });

    it('over groups, their secrets and subjects cost one listing', async () => {
      await nested([word]);
      expect(gateway.asked(word)).toHaveLength(data.minimum.list(shape));
    });

    it.each(['versions', 'usage', 'details'] as const)('about %s cost as little as can be on top', async (part) => {
      const { text } = await ask(secretsWith(PARTS[part]), { filter: { stores: [word] } });
      expect(text.match(/"name"/g)?.length).toBeGreaterThanOrEqual(SHOWN);
      const expected = data.minimum.list(shape) + data.minimum[part]({ ...shape, secrets: SHOWN });
      expect(gateway.asked(word)).toHaveLength(expected);
    });

    it('counted in a summary cost one listing and one look at usage', async () => {
      await ask(SUMMARY, { filter: { stores: [word] } });
      expect(gateway.asked(word)).toHaveLength(data.minimum.list(shape) + data.minimum.usage(shape));
    });

    it('ask nothing the second time', async () => {
      const all = secretsWith(Object.values(PARTS).join(' '));
      await nested([word]);
      await ask(all, { filter: { stores: [word] } });
      gateway.forgetRequests();
      await nested([word]);
      await ask(all, { filter: { stores: [word] } });
      expect(gateway.asked(word)).toEqual([]);
    });

    it('ask no other store', async () => {
      await nested([word]);
      expect(Object.entries(counts()).filter(([, count]) => count > 0)).toEqual([[word, gateway.asked(word).length]]);
    });
  });

  it('ask each store as little when they are asked together', async () => {
    await nested(WORDS);
    const minimum = await Promise.all(
      WORDS.map(async (word) => [word, (await dataOf(word)).minimum.list(shapeOf(word))]),
    );
    expect(counts()).toEqual(Object.fromEntries(minimum));
  });
});

describe('objects by id', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway();
    await warmUp(gateway);
  });
  afterAll(() => gateway?.close());

  const idsOf = async (field: 'secrets' | 'secretGroups', word: string) => {
    const type = field === 'secrets' ? 'SecretFilter' : 'SecretGroupFilter';
    const document = `query Ids($filter: ${type}) { ${field}(first: 10, filter: $filter) { nodes { id } } }`;
    const { data } = await gateway.query<Record<string, { nodes: { id: string }[] }>>(document, {
      filter: { stores: [word] },
    });
    return (data[field]?.nodes ?? []).map(({ id }) => id);
  };
  const NODES = `query Nodes($ids: [ID!]!) { nodes(ids: $ids) { id ... on Secret { name status }
    ... on SecretGroup { name etag } } }`;

  it.each(WORDS)('of %s are fetched together for as much as is declared', async (word) => {
    const { costs } = definitionOf(word);
    for (const field of ['secrets', 'secretGroups'] as const) {
      const ids = await idsOf(field, word);
      await gateway.gateway.cache.invalidate(word);
      gateway.forgetRequests();
      const { data, errors } = await gateway.query<{ nodes: unknown[] }>(NODES, { ids: [...ids, ...ids] });
      expect(errors).toEqual([]);
      expect(data.nodes).toHaveLength(2 * ids.length);
      const cost = field === 'secrets' ? costs.getSecrets : costs.getGroups;
      const shape = field === 'secrets' ? { groups: 0, secrets: ids.length } : { groups: ids.length, secrets: 0 };
      expect(gateway.asked(word), field).toHaveLength(cost.requests(shape));
    }
  });
});

describe('after a mutation', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway();
  });
  afterAll(() => gateway?.close());

  it.each(WORDS)('%s alone is asked again', async (word) => {
    const list = secretsWith('native { __typename }');
    await gateway.query(list);
    const store = await openStoreUnderTest(gateway, word);
    const { errors: refusals } = await store.send('CREATE_SECRET', word, await store.inputFor('CREATE_SECRET'));
    expect(refusals).toEqual([]);
    gateway.forgetRequests();
    const { errors } = await gateway.query(list);
    expect(errors).toEqual([]);
    expect(WORDS.filter((other) => gateway.asked(other).length > 0)).toEqual([word]);
  });
});
