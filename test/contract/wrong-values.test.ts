import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Answer, startTestGateway, type TestGateway } from '../support/gateway.ts';
import { supports, WORDS } from '../support/registry.ts';
import { documentOf, identityOf, inputTypeOf, MUTATIONS, mutationOf } from './mutations.ts';
import { clearError, countAll, expectNothingDone } from './refusals.ts';
import { openStoreUnderTest } from './store-under-test.ts';
import { Bare, inputWith, literal, valuePlaces } from './value-places.ts';

const CANARY = 'zqXw7HunterTwo';
const DIGITS = 734_905_186_223;

/** Every run of five characters of what was planted: none may come back, in whatever wrapping. */
const pieces = (text: string) => Array.from({ length: text.length - 4 }, (_, start) => text.slice(start, start + 5));
const PLANTED = [CANARY, Buffer.from(CANARY).toString('base64'), String(DIGITS)].flatMap(pieces);

function expectNothingRepeated(text: string): void {
  expect(PLANTED.filter((piece) => text.includes(piece))).toEqual([]);
}

let gateway: TestGateway;
let before: unknown;
beforeAll(async () => {
  gateway = await startTestGateway();
  before = await countAll(gateway);
});
beforeEach(() => gateway.forgetRequests());
afterAll(async () => {
  try {
    await gateway.gateway.logger.flush();
    expectNothingRepeated(gateway.log());
    await expectNothingDone(gateway, before);
  } finally {
    await gateway?.close();
  }
});

async function expectRefusedSilently(answer: Promise<Answer<unknown> | { status: number; text: string }>) {
  const { status, text } = await answer;
  expect(status).toBeLessThan(500);
  clearError(text);
  expectNothingRepeated(text);
  expect(WORDS.flatMap((word) => gateway.asked(word))).toEqual([]);
}

/** What people send by mistake where a text belongs. */
const WRONG_TEXTS: Readonly<Record<string, unknown>> = {
  'a number': DIGITS,
  'a fraction': Number(`${DIGITS}.5`),
  'a list': [CANARY],
  'an object': { [CANARY]: CANARY },
  'a list of objects': [{ a: CANARY }, { b: [CANARY, DIGITS] }],
};

const places = valuePlaces().map((place) => ({ ...place, at: `${place.mutation.name}.${place.path.join('.')}` }));

it('the suite finds the places of values', () => {
  expect(places.length).toBeGreaterThan(12);
});

describe.each(places)('$at', ({ mutation, path }) => {
  const parent = path.slice(0, -1);
  const asLiteral = (planted: unknown, place = path) =>
    gateway.query(
      `mutation { ${mutation.name}(input: ${literal(inputWith(mutation, place, planted))}) { clientMutationId } }`,
    );
  const asVariable = (planted: unknown, place = path) =>
    gateway.query(documentOf(mutation), { input: inputWith(mutation, place, planted) });

  it.each(Object.keys(WRONG_TEXTS))('as %s is refused and not repeated', async (what) => {
    await expectRefusedSilently(asLiteral(WRONG_TEXTS[what]));
    await expectRefusedSilently(asVariable(WRONG_TEXTS[what]));
  });

  it.each([CANARY, `${CANARY}"`, `"${CANARY}`, `"${CANARY}\n${CANARY}"`, `'${CANARY}'`, `$${CANARY}`, `-${CANARY}`])(
    'left bare in the document as %j is refused and not repeated',
    (text) => expectRefusedSilently(asLiteral(new Bare(text))),
  );

  it('in a variable of another type is refused and not repeated', () => {
    const input = literal(inputWith(mutation, path, new Bare('$value')));
    const document = `mutation M($value: String!) { ${mutation.name}(input: ${input}) { clientMutationId } }`;
    return expectRefusedSilently(gateway.query(document, { value: CANARY }));
  });

  it("as a variable's wrong default is refused and not repeated", () => {
    const input = literal(inputWith(mutation, path, new Bare('$value')));
    const document = `mutation M($value: SecretText = ${DIGITS}) { ${mutation.name}(input: ${input}) { clientMutationId } }`;
    return expectRefusedSilently(gateway.query(document));
  });

  it('under a misspelt key is refused and not repeated', async () => {
    for (const planted of [{ txet: CANARY }, { [CANARY]: 'a' }, { [CANARY]: DIGITS }]) {
      await expectRefusedSilently(asLiteral(planted, parent));
      await expectRefusedSilently(asVariable(planted, parent));
    }
  });

  it('in place of what should hold it is refused and not repeated', async () => {
    for (let depth = path.length - 1; depth > 0; depth -= 1) {
      const place = path.slice(0, depth);
      for (const planted of [CANARY, DIGITS, [[CANARY]], new Bare(CANARY)]) {
        await expectRefusedSilently(asLiteral(planted, place));
        if (!(planted instanceof Bare)) await expectRefusedSilently(asVariable(planted, place));
      }
    }
  });
});

const valued = MUTATIONS.filter((mutation) => 'value' in inputTypeOf(mutation).getFields());
const VALUES: Readonly<Record<string, unknown>> = {
  'two forms': { text: CANARY, base64: Buffer.from(CANARY).toString('base64') },
  'three forms': { text: CANARY, base64: CANARY, fields: [{ key: CANARY, value: CANARY }] },
  'a form and nothing': { text: CANARY, base64: null },
  'no form': {},
  'a field without a key': { fields: [{ value: CANARY }] },
  'a field with more': { fields: [{ key: 'a', value: CANARY, extra: CANARY }] },
  'fields that are an object': { fields: { password: CANARY } },
};

describe.each(valued)('$name, given', (mutation) => {
  it.each(Object.keys(VALUES))('%s is refused and not repeated', async (what) => {
    const input = inputWith(mutation, ['value'], VALUES[what]);
    await expectRefusedSilently(gateway.query(documentOf(mutation), { input }));
    const document = `mutation { ${mutation.name}(input: ${literal(input)}) { clientMutationId } }`;
    await expectRefusedSilently(gateway.query(document));
  });
});

describe.each(WORDS)('%s', (word) => {
  const operations = (['CREATE_SECRET', 'CREATE_VERSION'] as const).filter((operation) => supports(word, operation));

  it.each(operations)('refuses base64 that is none to %s, and does not repeat it', async (operation) => {
    const store = await openStoreUnderTest(gateway, word);
    const input = { ...(await store.inputFor(operation)), value: { base64: `${CANARY}!*` } };
    const target = operation === 'CREATE_SECRET' ? word : store.seeded.secret;
    const { text, errors } = await store.send(operation, target, input);
    clearError(text);
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'input.value.base64' });
    expectNothingRepeated(text);
    expect(store.askedToWrite()).toEqual([]);
  });

  it('refuses two forms in a variable although each of them is right', async () => {
    const store = await openStoreUnderTest(gateway, word);
    const mutation = mutationOf('CREATE_SECRET');
    const type = inputTypeOf(mutation).getFields().value?.type;
    const document = `mutation M($value: ${String(type)}, $a: SecretText, $b: SecretText) {
      one: ${mutation.name}(input: { ${identityOf(mutation)}: "${word}", name: "a-name", value: $value }) { clientMutationId }
      two: ${mutation.name}(input: { ${identityOf(mutation)}: "${word}", name: "a-name", value: { text: $a, base64: $b } }) {
        clientMutationId } }`;
    gateway.forgetRequests();
    await expectRefusedSilently(
      gateway.query(document, { value: { ...store.value(CANARY), base64: CANARY, text: CANARY } }),
    );
    await expectRefusedSilently(gateway.query(document, { a: CANARY, b: CANARY }));
  });
});

describe('a value that slipped out of its place', () => {
  const post = (body: string) => gateway.rawPost(body);
  const BODIES: Readonly<Record<string, string>> = {
    'JSON that ends too early': `{"query":"mutation { a }","variables":{"input":{"value":{"text":"${CANARY}"`,
    'JSON with a bare word': `{"query":"{ viewer { id } }","variables":{"a":${CANARY}}}`,
    'a query that is the value': JSON.stringify({ query: `"${CANARY}"` }),
    'a document with an open quote': JSON.stringify({
      query: `mutation { createSecret(input: { value: { text: "${CANARY} } }) }`,
    }),
    'variables that are the value': JSON.stringify({ query: '{ viewer { id } }', variables: CANARY }),
    'an operation name that is the value': JSON.stringify({
      query: 'query A { viewer { id } }',
      operationName: CANARY,
    }),
    'text that is no JSON': CANARY,
  };
  it.each(Object.keys(BODIES))('into %s is not repeated', (what) => expectRefusedSilently(post(BODIES[what] ?? '')));
});
