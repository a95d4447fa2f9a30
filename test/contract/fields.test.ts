import { isEnumType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';
import { supports, WORDS } from '../support/registry.ts';
import { fieldsOf, readDocuments, readFieldTable } from './field-table.ts';
import { dataAt, followPath, selectionOf } from './graph-path.ts';
import { identityOf, inputTypeOf, MUTATIONS, mutationField, type StoreMutation, schema } from './mutations.ts';
import { dataOf } from './provider-data.ts';
import { honours } from './samples.ts';
import { arrange } from './scenarios.ts';
import { openStoreUnderTest, type StoreUnderTest } from './store-under-test.ts';

const table = readFieldTable();
const documents = readDocuments();

const named = (prefix: RegExp) => table.filter(({ graphField }) => prefix.test(graphField));
const isOutput = /^(Secret|SecretGroup|SecretVersion|Subject)\./;

describe('the field table', () => {
  it.each([...documents.keys()])('has every field of the document of %s, and no other', (word) => {
    const document = documents.get(word);
    const rows = table.filter(({ provider }) => provider === word).map(({ documentField }) => documentField);
    expect(document).toBeDefined();
    expect(rows.toSorted()).toEqual(document === undefined ? [] : fieldsOf(document).toSorted());
  });

  it('has each field once', () => {
    const keys = table.map(({ provider, documentField }) => `${provider} ${documentField}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it.each(named(/^(?!extensions\.)/))(
    'leads from $provider $documentField to $graphField, which the schema has',
    (row) => {
      expect(() => followPath(schema, row.graphField)).not.toThrow();
    },
  );

  it.each(named(/^extensions\./))('leads from $provider $documentField to $graphField, which errors have', (row) => {
    const type = schema.getType('ErrorCode');
    const description = isEnumType(type) ? (type.description ?? '') : '';
    const key = row.graphField.replace('extensions', '');
    expect(description.includes(`\`${key}\``) || description.includes(`\`extensions${key}\``)).toBe(true);
  });
});

describe('an input field', () => {
  const mutationOfInput = (type: string): StoreMutation | undefined =>
    MUTATIONS.find((mutation) => inputTypeOf(mutation).name === type);

  it.each(named(/^\w+Input\./))('$graphField is one that stores of $provider honour', ({ provider, graphField }) => {
    const [type = '', ...path] = graphField.split('.');
    const mutation = mutationOfInput(type);
    expect(mutation).toBeDefined();
    if (mutation === undefined) return;
    expect(supports(provider, mutation.operation)).toBe(true);
    const argument = path.slice(0, path[0] === 'native' ? 3 : 1).join('.');
    const ofTarget = argument === identityOf(mutation) || (mutation.aim === 'Store' && argument === 'name');
    expect(ofTarget || honours(provider, mutation, argument)).toBe(true);
  });
});

describe('an output field', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway();
  });
  afterAll(() => gateway?.close());

  const nodesOf = async (word: string, type: string, selection: string): Promise<readonly unknown[]> => {
    const inside = type === 'SecretVersion' ? `versions(first: 3) { nodes { ${selection} } }` : selection;
    const list = type === 'SecretGroup' ? 'secretGroups' : type === 'Subject' ? 'subjects' : 'secrets';
    const filter = { SecretGroup: 'SecretGroupFilter', Subject: 'SubjectFilter' }[type] ?? 'SecretFilter';
    const { data, errors } = await gateway.query<Record<string, { nodes: readonly unknown[] }>>(
      `query Q($filter: ${filter}) { ${list}(first: 50, filter: $filter) { nodes { ${inside} } } }`,
      { filter: { stores: [word] } },
    );
    expect(errors).toEqual([]);
    const nodes = data[list]?.nodes ?? [];
    return type === 'SecretVersion' ? nodes.flatMap((node) => dataAt(node, 'Secret.versions.nodes')) : nodes;
  };

  it.each(named(isOutput))('$graphField of $provider answers what the store says', async ({ provider, graphField }) => {
    const type = graphField.split('.')[0] ?? '';
    const nodes = await nodesOf(provider, type, selectionOf(graphField));
    const found = nodes
      .flatMap((node) => dataAt(node, graphField))
      .filter((value) => value !== null && value !== undefined);
    const { silent = [] } = await dataOf(provider);
    expect(found.length > 0).toBe(!silent.includes(graphField));
  });

  describe.each(WORDS)('of a change to %s', (word) => {
    let store: StoreUnderTest;
    beforeAll(async () => {
      store = await openStoreUnderTest(gateway, word);
    });

    const payloads = table.filter(({ provider, graphField }) => provider === word && /^\w+Payload\./.test(graphField));
    const changes = Map.groupBy(payloads, ({ graphField }) => graphField.split('.')[0] ?? '');
    it.each([...changes.keys()])('stands in %s', async (payload) => {
      const mutation = MUTATIONS.find(({ name }) => mutationField(name).type.toString() === payload);
      if (mutation === undefined) throw new Error(`no mutation answers ${payload}`);
      const { target, input } = await arrange(store, mutation.operation);
      const paths = (changes.get(payload) ?? []).map(({ graphField }) => graphField);
      const { data, errors } = await gateway.query<Record<string, unknown>>(
        `mutation M($input: ${inputTypeOf(mutation).name}!) { ${mutation.name}(input: $input) { ${paths.map(selectionOf).join(' ')} } }`,
        { input: { [identityOf(mutation)]: target, ...input } },
      );
      expect(errors).toEqual([]);
      for (const path of paths) expect(dataAt(data[mutation.name], path), path).not.toContain(undefined);
      store.forget();
      await store.settle();
    });

    const receipts = named(/^Receipt\./).filter(({ provider }) => provider === word);
    it.each(receipts)('stands in $graphField', async ({ graphField }) => {
      const { receipt } = await store.write('CREATE_SECRET', word, await store.inputFor('CREATE_SECRET'));
      expect(dataAt(receipt, graphField)).not.toContain(null);
    });

    const reveals = named(/^revealSecret\./).filter(({ provider }) => provider === word);
    it.each(reveals)('stands in $graphField, from $documentField', async ({ graphField }) => {
      const marker = 'marker-to-be-revealed';
      const id = await store.newSecret({ value: store.value(marker) });
      const { data } = await gateway.query<{ revealSecret: unknown }>(
        `mutation R($id: ID!) { revealSecret(input: { id: $id }) { ${selectionOf(graphField)} } }`,
        { id },
      );
      expect(String(dataAt(data.revealSecret, graphField))).toContain(marker);
    });
  });
});
