import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  context,
  emulated,
  emulatedSecret,
  errorOf,
  found,
  type OpenStore,
  openStore,
  someSecret,
} from './__fixtures__/open-store.ts';
import { plaintext, setValue } from './emulator/state.ts';
import { secretWithValueJson } from './emulator/wire.ts';

let store: OpenStore;
beforeEach(async () => {
  store = await openStore();
  // So that there is an earlier version to ask for.
  setValue(store.state, emulatedSecret(store), 'current value');
});
afterEach(() => store.close());

const reveal = async (version: readonly string[] | null = null) =>
  store.connector.reveal?.({ secret: await someSecret(store), version }, context);

const answerWith = (changes: object) => {
  const data = { ...secretWithValueJson(store.state, emulated(store), emulatedSecret(store)), ...changes };
  store.server.setFault({ match: /\/secrets\//, status: 200, body: JSON.stringify({ data }) });
};

it('reveals the current value with one request, and says whose it is', async () => {
  const secret = await someSecret(store);
  store.sent();
  const revealed = await store.connector.reveal?.({ secret, version: null }, context);
  expect(revealed?.value.expose().text).toBe('current value');
  expect(revealed).toMatchObject({ version: secret.versions?.[0]?.id, upstreamStatus: 200 });
  expect(store.sent()).toEqual([`GET /secrets/${secret.nativeId}`]);
});

it('reveals the current version by its id', async () => {
  const { versions } = await someSecret(store);
  const revealed = await reveal(found(versions?.[0]).id);
  expect(revealed?.value.expose().text).toBe(plaintext({ text: 'current value' }));
});

it('does not find an earlier version', async () => {
  const { versions } = await someSecret(store);
  expect((await errorOf(reveal(found(versions?.[1]).id))).code).toBe('NOT_FOUND');
});

it('does not find a version that stopped being current on the way', async () => {
  const secret = await someSecret(store);
  store.before = ({ path }) => {
    if (path.includes('/secrets/')) setValue(store.state, emulatedSecret(store), 'rotated meanwhile');
  };
  const revealing = store.connector.reveal?.({ secret, version: found(secret.versions?.[0]).id }, context);
  expect((await errorOf(revealing)).code).toBe('NOT_FOUND');
});

it('asks the group which version is current where the answer with the value does not tell', async () => {
  const { versions } = await someSecret(store);
  answerWith({ secretVersions: undefined });
  expect((await reveal(found(versions?.[0]).id))?.version).toEqual(found(versions?.[0]).id);
  expect((await errorOf(reveal(found(versions?.[1]).id))).code).toBe('NOT_FOUND');
});

it('does not find a secret that answers with another group or id', async () => {
  answerWith({ secretGroupId: 'another' });
  expect((await errorOf(reveal())).code).toBe('NOT_FOUND');
  answerWith({ id: 'another' });
  expect((await errorOf(reveal())).code).toBe('NOT_FOUND');
});

it.each([undefined, null])('says that the store shows no values where the value is %s', async (value) => {
  answerWith({ value });
  const error = await errorOf(reveal());
  expect([error.code, error.message]).toEqual(['UNSUPPORTED', expect.stringContaining('value viewing')]);
});

it('reveals an empty value as one', async () => {
  answerWith({ value: '' });
  expect((await reveal())?.value.expose().text).toBe('');
});

it('makes no request where value viewing is known to be off', async () => {
  const blind = await openStore({ settings: { valueView: 'disabled' } });
  const secret = await someSecret(blind);
  blind.sent();
  const error = await errorOf(blind.connector.reveal?.({ secret, version: null }, context));
  expect([secret.readability, error.code, blind.sent()]).toEqual(['FORBIDDEN_BY_STORE', 'UNSUPPORTED', []]);
  await blind.close();
});

it('tells a refusal, a missing secret and a broken store apart', async () => {
  const codes: string[] = [];
  for (const status of [403, 404, 500]) {
    const secret = await someSecret(store);
    store.server.setFault({ match: /\/secrets\//, status, body: '{"statusCode":1,"message":"canary"}' });
    codes.push((await errorOf(store.connector.reveal?.({ secret, version: null }, context))).code);
  }
  expect(codes).toEqual(['UPSTREAM_CREDENTIALS', 'NOT_FOUND', 'UPSTREAM_UNAVAILABLE']);
});
