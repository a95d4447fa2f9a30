import { getNamedType, isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';
import { WORDS } from '../support/registry.ts';
import { schema } from './mutations.ts';

/**
 * Where each connection of the schema hangs: the query around it, with `$ID` where an object's id belongs, and the
 * list in which to find objects that have something in it.
 */
const PLACES: Readonly<Record<string, { readonly around: string; readonly parents: string }>> = {
  'Query.secretGroups': { around: '@', parents: '' },
  'Query.secrets': { around: '@', parents: '' },
  'Query.subjects': { around: '@', parents: '' },
  'Store.secretGroups': { around: 'node(id: $id) { ... on Store { @ } }', parents: 'stores { id }' },
  'Store.secrets': { around: 'node(id: $id) { ... on Store { @ } }', parents: 'stores { id }' },
  'SecretGroup.secrets': { around: 'secretGroup(id: $id) { @ }', parents: 'secretGroups(first: 500) { nodes { id } }' },
  'Secret.versions': { around: 'secret(id: $id) { @ }', parents: 'secrets(first: 500) { nodes { id } }' },
  'Subject.secretGroups': { around: 'subject(id: $id) { @ }', parents: 'subjects(first: 500) { nodes { id } }' },
  'Subject.secrets': { around: 'subject(id: $id) { @ }', parents: 'subjects(first: 500) { nodes { id } }' },
};

interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  readonly nodes: readonly { readonly id: string }[];
  readonly totalCount: number;
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

const PAGE = `edges { cursor node { id } } nodes { id } totalCount
  pageInfo { hasNextPage hasPreviousPage startCursor endCursor }`;

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway({ secrets: 60 * WORDS.length });
});
afterAll(() => gateway?.close());

it('the suite knows every connection of the schema', () => {
  const found = Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type)
      ? Object.values(type.getFields())
          .filter((field) => getNamedType(field.type).name.endsWith('Connection'))
          .map((field) => `${type.name}.${field.name}`)
      : [],
  );
  expect(found.toSorted()).toEqual(Object.keys(PLACES).toSorted());
});

describe.each(Object.keys(PLACES))('%s', (coordinate) => {
  const { around, parents } = PLACES[coordinate] ?? { around: '@', parents: '' };
  const field = coordinate.split('.')[1] ?? '';
  let parent: string | null = null;
  let whole: readonly string[] = [];

  const page = async (args: Readonly<Record<string, unknown>>): Promise<Page> => {
    const text = Object.entries(args).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
    const call = `${field}${text.length === 0 ? '' : `(${text.join(', ')})`} { ${PAGE} }`;
    const head = parents === '' ? 'query' : 'query Q($id: ID!)';
    const { data, errors } = await gateway.query(`${head} { ${around.replace('@', call)} }`, { id: parent });
    expect(errors).toEqual([]);
    return connectionIn(data);
  };

  beforeAll(async () => {
    if (parents !== '') {
      const { data } = await gateway.query(`{ ${parents} }`);
      const counts = new Map<string, number>();
      for (parent of idsIn(data)) counts.set(parent, (await page({ first: 0 })).totalCount);
      parent = [...counts].toSorted(([, one], [, other]) => other - one)[0]?.[0] ?? null;
    }
    whole = (await page({ first: 500 })).nodes.map(({ id }) => id);
    expect(whole.length).toBeGreaterThan(1);
  });

  const size = () => Math.max(1, Math.ceil(whole.length / 4));

  it('is answered page by page without a gap or a repetition', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    for (let more = true; more; ) {
      const { nodes, pageInfo, totalCount } = await page({ first: size(), ...(after && { after }) });
      expect([totalCount, pageInfo.hasPreviousPage]).toEqual([whole.length, after !== null]);
      seen.push(...nodes.map(({ id }) => id));
      after = pageInfo.endCursor;
      more = pageInfo.hasNextPage;
    }
    expect(seen).toEqual(whole);
  });

  // Some connections only go forwards.
  it.each(hasArgument(coordinate, 'last') ? ['last'] : [])('is answered backwards just so with %s', async () => {
    const seen: string[] = [];
    let before: string | null = null;
    for (let more = true; more; ) {
      const { nodes, pageInfo } = await page({ last: size(), ...(before && { before }) });
      expect(pageInfo.hasNextPage).toBe(before !== null);
      seen.unshift(...nodes.map(({ id }) => id));
      before = pageInfo.startCursor;
      more = pageInfo.hasPreviousPage;
    }
    expect(seen).toEqual(whole);
  });

  it('gives each edge a cursor that continues behind it', async () => {
    const { edges, nodes } = await page({ first: size() });
    expect(edges.map(({ node }) => node)).toEqual(nodes);
    const next = await page({ first: 1, after: edges[0]?.cursor });
    expect(next.nodes[0]?.id).toBe(whole[1]);
  });

  it('may be asked for nothing but its count', async () => {
    const { nodes, totalCount, pageInfo } = await page({ first: 0 });
    expect([nodes, totalCount, pageInfo.endCursor]).toEqual([[], whole.length, null]);
  });

  it('has 50 on a page unless told', async () => {
    expect((await page({})).nodes.map(({ id }) => id)).toEqual(whole.slice(0, 50));
  });
});

function connectionIn(data: unknown): Page {
  if (typeof data !== 'object' || data === null) throw new Error('there is no connection in the answer');
  if ('pageInfo' in data) return data as Page;
  return connectionIn(Object.values(data)[0]);
}

function hasArgument(coordinate: string, argument: string): boolean {
  const [typeName = '', fieldName = ''] = coordinate.split('.');
  const type = schema.getType(typeName);
  const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
  return field?.args.some(({ name }) => name === argument) ?? false;
}

function idsIn(data: unknown): string[] {
  return [...JSON.stringify(data).matchAll(/"id":"([\w-]+)"/g)].map((match) => match[1] ?? '');
}
