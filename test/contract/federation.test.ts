import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emulatorOf, startTestGateway, type TestGateway } from '../support/gateway.ts';
import { definitionOf, supports, WORDS, wordsWith } from '../support/registry.ts';
import { openStoreUnderTest } from './store-under-test.ts';

interface Listed {
  readonly id: string;
  readonly name: string;
  readonly store: { readonly name: string };
}
interface ListedSecret extends Listed {
  readonly group: { readonly id: string; readonly name: string } | null;
  readonly native: { readonly __typename: string };
  readonly versions: { readonly nodes: readonly { readonly id: string; readonly native: Native | null }[] } | null;
}
interface Native {
  readonly __typename: string;
}
interface ListedGroup extends Listed {
  readonly native: Native;
  readonly secrets: { readonly totalCount: number };
}
interface Everything {
  readonly secretGroups: { readonly totalCount: number; readonly nodes: readonly ListedGroup[] };
  readonly secrets: {
    readonly totalCount: number;
    readonly nodes: readonly ListedSecret[];
    readonly stores: readonly { store: { name: string }; outcome: string; count: number; error: null }[];
  };
  readonly subjects: { readonly nodes: readonly (Listed & { readonly native: Native | null })[] };
  readonly stores: readonly { id: string; name: string; provider: string; native: Native | null }[];
}

const EVERYTHING = `{
  secretGroups(first: 100) { totalCount nodes { id name store { name } native { __typename } secrets { totalCount } } }
  secrets(first: 200) { totalCount stores { store { name } outcome count error } nodes { id name store { name }
    group { id name } native { __typename } versions(first: 3) { nodes { id native { __typename } } } } }
  subjects(first: 100) { nodes { id name: slug store { name } native { __typename } } }
  stores { id name provider native { __typename } } }`;

let gateway: TestGateway;
let all: Everything;

beforeAll(async () => {
  gateway = await startTestGateway();
  const { data, errors } = await gateway.query<Everything>(EVERYTHING);
  expect(errors).toEqual([]);
  all = data;
});
afterAll(() => gateway?.close());

const of = <T extends { readonly store: { readonly name: string } }>(nodes: readonly T[], word: string) =>
  nodes.filter(({ store }) => store.name === word);

describe('one query', () => {
  it.each(WORDS)('holds the groups and secrets of %s', (word) => {
    const { groups, secrets } = emulatorOf(gateway.emulators, word).seeded;
    expect([of(all.secretGroups.nodes, word).length, of(all.secrets.nodes, word).length]).toEqual([groups, secrets]);
  });

  it.each(WORDS)("gives each object of %s its provider's own part", (word) => {
    const { nativeTypes } = definitionOf(word);
    const types = (nodes: readonly { native: Native | null }[]) => [
      ...new Set(nodes.map(({ native }) => native?.__typename)),
    ];
    expect(types(of(all.secrets.nodes, word))).toEqual([nativeTypes.secret]);
    expect(types(of(all.secretGroups.nodes, word))).toEqual([nativeTypes.group]);
    const store = all.stores.find(({ name }) => name === word);
    expect([store?.provider, store?.native?.__typename ?? null]).toEqual([
      definitionOf(word).provider,
      nativeTypes.store,
    ]);
  });

  it.each(WORDS)('holds versions of %s exactly where it has any', (word) => {
    const versions = of(all.secrets.nodes, word).flatMap(({ versions: found }) => found?.nodes ?? []);
    expect(versions.length > 0).toBe(supports(word, 'LIST_VERSIONS'));
    const { version } = definitionOf(word).nativeTypes;
    for (const { native } of versions) expect(native?.__typename ?? null).toBe(version);
  });

  it.each(WORDS)('holds subjects of %s exactly where it has any', (word) => {
    expect(of(all.subjects.nodes, word).length > 0).toBe(supports(word, 'LIST_SUBJECTS'));
  });

  it('says that every store is complete, and how much it holds', () => {
    const seeded = WORDS.map((word) => ({
      store: { name: word },
      outcome: 'COMPLETE',
      count: emulatorOf(gateway.emulators, word).seeded.secrets,
      error: null,
    }));
    expect(all.secrets.stores).toEqual(seeded);
    expect(all.secrets.totalCount).toBe(seeded.reduce((total, { count }) => total + count, 0));
  });

  it('counts in each group what its secrets say', () => {
    const grouped = all.secrets.nodes.filter(({ group }) => group !== null);
    const sum = all.secretGroups.nodes.reduce((total, { secrets }) => total + secrets.totalCount, 0);
    expect(sum).toBe(grouped.length);
    const ids = new Set(all.secretGroups.nodes.map(({ id }) => id));
    expect(grouped.filter(({ group }) => !ids.has(group?.id ?? ''))).toEqual([]);
  });
});

const BY_ID = `query ById($id: ID!) { node(id: $id) { __typename id }
  nodes(ids: [$id, $id]) { __typename id } }`;

describe.each(WORDS)('by id, of %s', (word) => {
  const expectFound = async (type: string, id: string | undefined, lookup: string) => {
    const wanted = { __typename: type, id };
    const { data, errors } = await gateway.query(BY_ID, { id });
    expect(errors).toEqual([]);
    expect(data).toEqual({ node: wanted, nodes: [wanted, wanted] });
    const direct = await gateway.query(`query Direct($id: ID!) { found: ${lookup}(id: $id) { __typename id } }`, {
      id,
    });
    expect(direct.data).toEqual({ found: wanted });
  };

  it('a secret is found', () => expectFound('Secret', of(all.secrets.nodes, word)[0]?.id, 'secret'));
  it('a group is found', () => expectFound('SecretGroup', of(all.secretGroups.nodes, word)[0]?.id, 'secretGroup'));
  it.each(wordsWith('LIST_VERSIONS').filter((one) => one === word))('a version of %s is found', () => {
    const secret = of(all.secrets.nodes, word).find(({ versions }) => (versions?.nodes.length ?? 0) > 0);
    return expectFound('SecretVersion', secret?.versions?.nodes[0]?.id, 'secretVersion');
  });
  it.each(wordsWith('LIST_SUBJECTS').filter((one) => one === word))('a subject of %s is found', () =>
    expectFound('Subject', of(all.subjects.nodes, word)[0]?.id, 'subject'),
  );

  it('its store is found, also by name', async () => {
    const id = all.stores.find(({ name }) => name === word)?.id;
    const { data } = await gateway.query(
      'query S($id: ID!, $name: String!) { node(id: $id) { id } store(name: $name) { id } }',
      {
        id,
        name: word,
      },
    );
    expect(data).toEqual({ node: { id }, store: { id } });
  });

  it('a secret says the same as in the list', async () => {
    const fields = `id nativeId name description status labels { key value } createdAt updatedAt expiresAt deletesAt
      readability resource etag createdBy { slug } group { name } rotation { automatic periodDays }
      versions(first: 5) { nodes { id nativeId number stage isCurrent } } usage { activeDeployments consumers { name } }`;
    const { data } = await gateway.query<{ secrets: { nodes: { id: string }[] } }>(
      `query L($filter: SecretFilter) { secrets(first: 3, filter: $filter) { nodes { ${fields} } } }`,
      { filter: { stores: [word] } },
    );
    await gateway.gateway.cache.invalidate(word);
    const ids = data.secrets.nodes.map(({ id }) => id);
    const found = await gateway.query(`query N($ids: [ID!]!) { nodes(ids: $ids) { ... on Secret { ${fields} } } }`, {
      ids,
    });
    expect(found.data).toEqual({ nodes: data.secrets.nodes });
  });
});

describe('secretByName', () => {
  const BY_NAME = `query ByName($store: String!, $group: String, $name: String!) {
    secretByName(store: $store, group: $group, name: $name) { id } }`;

  it.each(WORDS)('finds a secret of %s by store, group and name', async (word) => {
    for (const { id, name, group } of of(all.secrets.nodes, word).slice(0, 3)) {
      const { data } = await gateway.query(BY_NAME, { store: word, name, ...(group && { group: group.name }) });
      expect(data).toEqual({ secretByName: { id } });
    }
  });

  it.each(WORDS)('finds a new secret of %s right after it was created', async (word) => {
    const store = await openStoreUnderTest(gateway, word);
    const input = await store.inputFor('CREATE_SECRET');
    const { secretId } = await store.write('CREATE_SECRET', word, input);
    const { data } = await gateway.query(BY_NAME, { store: word, name: input.name });
    expect(data).toEqual({ secretByName: { id: secretId } });
  });

  it('tells several matches apart by their ids', async () => {
    const key = ({ store, name }: Listed) => `${store.name}/${name}`;
    const same = [...Map.groupBy(all.secrets.nodes, key).values()].find((group) => group.length > 1);
    expect(same).toBeDefined();
    const [first] = same ?? [];
    const { data, errors } = await gateway.query(BY_NAME, { store: first?.store.name, name: first?.name });
    expect(data).toEqual({ secretByName: null });
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(new Set(errors[0]?.extensions.ids as string[])).toEqual(new Set(same?.map(({ id }) => id)));
  });

  it('is NOT_FOUND for a name that no secret has', async () => {
    const { data, errors } = await gateway.query(BY_NAME, { store: WORDS[0], name: 'no-such-secret' });
    expect([data, errors[0]?.extensions.code]).toEqual([{ secretByName: null }, 'NOT_FOUND']);
  });
});
