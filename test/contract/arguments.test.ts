import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { encodeId } from '../../src/domain/ids.ts';
import { type AnswerError, startTestGateway, type TestGateway, warmUp } from '../support/gateway.ts';
import { capability, definitionOf, memberOf, supports, WORDS } from '../support/registry.ts';
import { forms } from './forms.ts';
import { MUTATIONS, optionalArgumentsOf, type StoreMutation } from './mutations.ts';
import type { Input } from './provider-data.ts';
import { foreignMembersOf, honours, nativeFieldsOf, sampleNative, samples, without } from './samples.ts';
import { arrange } from './scenarios.ts';
import { openStoreUnderTest, type StoreUnderTest } from './store-under-test.ts';

const FORMS = ['TEXT', 'BASE64', 'FIELDS'] as const;

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await startTestGateway();
  await warmUp(gateway);
});
afterAll(() => gateway?.close());

describe.each(WORDS)('%s', (word) => {
  let store: StoreUnderTest;
  let seeded: StoreUnderTest['seeded'];
  let given: Readonly<Record<string, unknown>>;

  beforeAll(async () => {
    store = await openStoreUnderTest(gateway, word);
    seeded = store.seeded;
    given = samples(store, seeded.group);
  });
  beforeEach(() => store.forget());

  const supported = MUTATIONS.filter(({ operation }) => supports(word, operation));
  const targetOf = ({ aim }: StoreMutation) =>
    ({ Store: word, SecretGroup: seeded.group, Secret: seeded.secret, SecretVersion: seeded.version })[aim];
  const inputWith = (mutation: StoreMutation, input: Input): Input => ({
    ...(mutation.aim === 'Store' ? { name: store.data.secretName(1) } : {}),
    ...input,
  });
  const refusal = async (mutation: StoreMutation, input: Input): Promise<AnswerError | undefined> => {
    const { data, errors } = await store.send(mutation.operation, targetOf(mutation), inputWith(mutation, input));
    expect(data).toBeNull();
    return errors[0];
  };

  const dropped = supported.flatMap((mutation) =>
    optionalArgumentsOf(mutation)
      .filter((argument) => argument !== 'native' && !honours(word, mutation, argument))
      .map((argument) => ({ mutation, name: mutation.name, argument })),
  );
  it.each(dropped)('has no place for $argument in $name and says so', async ({ mutation, argument }) => {
    const error = await refusal(mutation, { [argument]: given[argument] });
    expect(error?.extensions).toMatchObject({
      code: 'UNSUPPORTED',
      argument: `input.${argument}`,
      outcome: 'NOT_APPLIED',
    });
    expect(store.asked()).toEqual([]);
  });

  const droppedNative = supported.flatMap((mutation) =>
    nativeFieldsOf(mutation, word)
      .filter((field) => !honours(word, mutation, `native.${memberOf(word)}.${field}`))
      .map((field) => ({ mutation, name: mutation.name, field })),
  );
  it.each(droppedNative)('has no place for its own $field in $name and says so', async ({ mutation, field }) => {
    const error = await refusal(mutation, { native: sampleNative(mutation, word, field) });
    const argument = `input.native.${memberOf(word)}.${field}`;
    expect(error?.extensions).toMatchObject({ code: 'UNSUPPORTED', argument });
    expect(store.asked()).toEqual([]);
  });

  const foreign = supported.flatMap((mutation) =>
    foreignMembersOf(mutation, word).map((other) => ({ mutation, name: mutation.name, other })),
  );
  it.each(foreign)("refuses $other's native input in $name", async ({ mutation, other }) => {
    const error = await refusal(mutation, { native: sampleNative(mutation, other) });
    const argument = `input.native.${memberOf(other)}`;
    expect(error?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument, outcome: 'NOT_APPLIED' });
    expect(store.asked()).toEqual([]);
  });

  const needed = supported.flatMap((mutation) =>
    (capability(word, mutation.operation).requires ?? []).map((argument) => ({
      mutation,
      name: mutation.name,
      argument,
    })),
  );
  it.each(needed)('needs $argument in $name', async ({ mutation, argument }) => {
    const { target, input } = await arrange(store, mutation.operation);
    store.forget();
    const { data, errors } = await store.send(mutation.operation, target, without(input, argument));
    expect(data).toBeNull();
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: `input.${argument}` });
    expect(store.asked()).toEqual([]);
  });

  const valued = supported.filter(
    ({ operation }) => operation !== 'REVEAL_VALUE' && capability(word, operation).valueForms !== undefined,
  );
  const refused = valued.flatMap((mutation) =>
    FORMS.filter((form) => !capability(word, mutation.operation).valueForms?.includes(form)).map((form) => ({
      mutation,
      name: mutation.name,
      form,
    })),
  );
  it.each(refused)('takes no value as $form in $name', async ({ mutation, form }) => {
    const { target, input } = await arrange(store, mutation.operation);
    const value = forms('marker-in-a-wrong-form', FORMS)[form];
    const [changed, argument] =
      'value' in input
        ? [{ value }, 'input.value']
        : [{ secrets: [{ name: 'contract', value }] }, 'input.secrets.0.value'];
    store.forget();
    const { data, errors } = await store.send(mutation.operation, target, { ...input, ...changed });
    expect(data).toBeNull();
    const wanted = { code: 'BAD_USER_INPUT', argument: `${argument}.${form.toLowerCase()}` };
    expect(errors[0]?.extensions).toMatchObject(wanted);
    expect(store.asked()).toEqual([]);
  });

  const taken = (capability(word, 'CREATE_SECRET').valueForms ?? []).map((form) => ({ form }));
  it.each(taken)('keeps a value given as $form', async ({ form }) => {
    const id = await store.newSecret({ value: store.value('marker-in-this-form', form) });
    if (!supports(word, 'REVEAL_VALUE')) return expect(await store.readSecret(id)).not.toBeNull();
    const { data } = await store.reveal(id);
    expect(Buffer.from(data?.value?.base64 ?? '', 'base64').toString()).toContain('marker-in-this-form');
  });

  const updates = supported.filter(({ operation }) => operation.startsWith('UPDATE_'));
  it.each(updates)('refuses $name with nothing to change', async (mutation) => {
    const error = await refusal(mutation, {});
    expect(error?.extensions.code).toBe('BAD_USER_INPUT');
    expect(error?.extensions.argument).toMatch(/^input/);
    expect(store.askedToWrite()).toEqual([]);
  });

  const labelled = supported.filter((mutation) => honours(word, mutation, 'labels'));
  it.each(labelled)('refuses a repeated label key in $name', async (mutation) => {
    const { target, input } = await arrange(store, mutation.operation);
    store.forget();
    const labels = ['one', 'two'].map((value) => ({ key: 'team', value }));
    const { errors } = await store.send(mutation.operation, target, { ...input, labels });
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'input.labels' });
    expect(store.askedToWrite()).toEqual([]);
  });

  const inFields = supported.filter(
    ({ operation }) => capability(word, operation).valueForms?.includes('FIELDS') && operation !== 'REVEAL_VALUE',
  );
  it.each(inFields)('refuses a repeated key of a value in $name', async (mutation) => {
    const { target, input } = await arrange(store, mutation.operation);
    store.forget();
    const fields = ['marker-one', 'marker-two'].map((value) => ({ key: 'password', value }));
    const { errors, text } = await store.send(mutation.operation, target, { ...input, value: { fields } });
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'input.value.fields' });
    expect(text).not.toContain('marker-');
    expect(store.askedToWrite()).toEqual([]);
  });

  const takesGroup = supported.filter((mutation) => honours(word, mutation, 'group'));
  it.each(takesGroup)('refuses a group of another store in $name', async (mutation) => {
    const other = WORDS.find((candidate) => candidate !== word) ?? '';
    const group = (await openStoreUnderTest(gateway, other)).seeded.group;
    const { target, input } = await arrange(store, mutation.operation);
    gateway.forgetRequests();
    const { errors } = await store.send(mutation.operation, target, { ...input, group });
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'input.group' });
    expect([store.asked(), gateway.asked(other)]).toEqual([[], []]);
  });

  const conditional = supported.filter((mutation) => honours(word, mutation, 'ifMatch'));
  it.each(conditional)('refuses $name where the etag is stale', async ({ operation, aim }) => {
    const { target, input, subject, staleEtag } = await arrange(store, operation);
    const stale = staleEtag ?? (await staleEtagOf(store, aim, subject));
    store.forget();
    const { data, errors } = await store.send(operation, target, { ...input, ifMatch: stale });
    expect(data).toBeNull();
    const wanted = { code: 'PRECONDITION_FAILED', outcome: 'NOT_APPLIED', argument: 'input.ifMatch', retryable: false };
    expect(errors[0]?.extensions).toMatchObject(wanted);
    expect(store.askedToWrite()).toEqual([]);
  });

  it.each(conditional)('carries out $name where the etag is right', async ({ operation, aim }) => {
    const { target, input, subject } = await arrange(store, operation);
    const now = await (aim === 'SecretGroup' ? store.readGroup(subject) : store.readSecret(subject));
    const { data, errors } = await store.send(operation, target, { ...input, ifMatch: now?.etag });
    expect(errors).toEqual([]);
    expect(data?.receipt.recorded).toBe(true);
  });

  it('refuses a group that does not exist', async () => {
    const path = ['nowhere', 'none', 'none'];
    const id = encodeId({
      type: 'SecretGroup',
      store: word,
      path: path.slice(0, definitionOf(word).idGrammar.group.length),
    });
    const { data, errors } = await gateway.query<{ secretGroup: null }>(
      'query Q($id: ID!) { secretGroup(id: $id) { id } }',
      { id },
    );
    expect([data.secretGroup, errors[0]?.extensions.code]).toEqual([null, 'NOT_FOUND']);
  });
});

/** The etag of the subject as it was before a change that has happened meanwhile. */
async function staleEtagOf(store: StoreUnderTest, aim: string, subject: string): Promise<string> {
  const isGroup = aim === 'SecretGroup';
  const before = await (isGroup ? store.readGroup(subject) : store.readSecret(subject));
  const number = store.nextNumber();
  if (isGroup) await store.write('UPDATE_GROUP', subject, store.data.groupChange?.(store, number).input ?? {});
  else if (store.data.secretChange === undefined)
    await store.write('CREATE_VERSION', subject, await store.inputFor('CREATE_VERSION'));
  else await store.write('UPDATE_SECRET', subject, store.data.secretChange(store, number).input);
  return before?.etag ?? '';
}
