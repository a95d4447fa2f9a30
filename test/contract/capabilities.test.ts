import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestGateway, type TestGateway, warmUp } from '../support/gateway.ts';
import { capability, supports, WORDS } from '../support/registry.ts';
import { expectEffect } from './effects.ts';
import { type Aim, GATEWAY_MUTATIONS, MUTATIONS, schema } from './mutations.ts';
import { arrange } from './scenarios.ts';
import { openStoreUnderTest, type StoreUnderTest } from './store-under-test.ts';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await startTestGateway();
  await warmUp(gateway);
});
afterAll(() => gateway?.close());

describe('the suite', () => {
  it('knows every mutation of the contract', () => {
    const known = [...MUTATIONS.map(({ name }) => name), ...GATEWAY_MUTATIONS];
    expect(known.toSorted()).toEqual(Object.keys(schema.getMutationType()?.getFields() ?? {}).toSorted());
  });
});

describe.each(WORDS)('%s', (word) => {
  let store: StoreUnderTest;
  beforeAll(async () => {
    store = await openStoreUnderTest(gateway, word);
  });
  beforeEach(() => store.forget());

  const unsupported = MUTATIONS.filter(({ operation }) => !supports(word, operation));

  it.each(unsupported)('answers UNSUPPORTED to $name, with its note and before any request', async (mutation) => {
    const target = await targetFor(store, mutation.aim);
    store.forget();
    const { data, errors } = await store.send(mutation.operation, target, required(mutation.name));
    expect(data).toBeNull();
    expect(errors[0]?.extensions).toMatchObject({ code: 'UNSUPPORTED', outcome: 'NOT_APPLIED', retryable: false });
    expect(errors[0]?.message).toBe(capability(word, mutation.operation).note);
    expect(store.asked()).toEqual([]);
  });

  const supported = MUTATIONS.filter(({ operation }) => supports(word, operation));

  it.each(supported)('carries out $name, and a read shows it', async ({ operation }) => {
    const scenario = await arrange(store, operation);
    store.forget();
    const clientMutationId = `contract-${word}-${operation}`;
    const payload = await store.write(operation, scenario.target, { ...scenario.input, clientMutationId });
    expect(payload).toMatchObject({ clientMutationId, receipt: { recorded: true } });
    expect(payload.receipt.auditId).toMatch(/^[\w-]{8,}$/);
    expect(payload.receipt.upstreamStatus).toBeGreaterThanOrEqual(200);
    expect(payload.receipt.upstreamStatus).toBeLessThan(300);
    expect(gateway.log()).toContain(payload.receipt.auditId);
    await expectEffect({ ...scenario, store, payload });
  });

  it('is listed again by refreshStore', async () => {
    const { data } = await gateway.query<{ refreshStore: Refreshed }>(REFRESH, { input: { store: word } });
    expect(data.refreshStore).toMatchObject({ store: { name: word }, result: { outcome: 'COMPLETE', error: null } });
    expect(store.asked()).not.toEqual([]);
  });
});

interface Refreshed {
  readonly store: { readonly name: string };
  readonly result: { readonly outcome: string };
}

const REFRESH = `mutation Refresh($input: RefreshStoreInput!) {
  refreshStore(input: $input) { store { name } result { outcome error count } } }`;

/** What the schema wants besides the target. */
function required(mutation: string): Readonly<Record<string, unknown>> {
  return mutation === 'createSecret' || mutation === 'createSecretGroup' ? { name: 'contract' } : {};
}

async function targetFor(store: StoreUnderTest, aim: Aim): Promise<string> {
  const { secret, group, version } = store.seeded;
  return { Store: store.word, SecretGroup: group, Secret: secret, SecretVersion: version }[aim];
}
