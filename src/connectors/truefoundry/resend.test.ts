import { afterEach, beforeEach, expect, it } from 'vitest';
import type { SecretGroup } from '../../domain/model.ts';
import { SecretValue } from '../../domain/secret-value.ts';
import {
  context,
  emulatedSecret,
  errorOf,
  found,
  keysOf,
  meanwhile,
  type OpenStore,
  openStore,
  someGroup,
} from './__fixtures__/open-store.ts';
import { setValue } from './emulator/state.ts';

let store: OpenStore;
beforeEach(async () => {
  store = await openStore({ settings: { unchangedKeys: 'resend' } });
});
afterEach(() => store.close());

const create = async (group: SecretGroup) =>
  store.connector.createSecret?.(
    { group, name: 'NEW_KEY', value: SecretValue.fromText('a new value'), waitSeconds: 0 },
    context,
  );

it('sends every value again, and no other key gets a version', async () => {
  const before = keysOf(store);
  await create(await someGroup(store));
  const put = found(store.bodies.find(({ method }) => method === 'PUT')).json;
  const others = Object.entries(before).map(([key, current]) => ({ key, value: current[1] }));
  expect(put).toEqual({ secrets: [...others, { key: 'NEW_KEY', value: 'a new value' }] });
  expect(keysOf(store)).toEqual({ ...before, NEW_KEY: [1, 'a new value'] });
});

it('sends nothing when a key was changed while the values were read', async () => {
  const group = await someGroup(store);
  meanwhile(store, /GET .*\/secrets\//, () => setValue(store.state, emulatedSecret(store, 1), 'theirs'), 4);
  const error = await errorOf(create(group));
  expect([error.code, error.details.outcome]).toEqual(['CONFLICT', 'NOT_APPLIED']);
  expect(store.sent().filter((line) => line.startsWith('PUT'))).toEqual([]);
  expect(keysOf(store)[emulatedSecret(store, 1).key]?.[1]).toBe('theirs');
});

it('is refused where the store shows no values', async () => {
  const group = await someGroup(store);
  const { id } = emulatedSecret(store);
  const data = { id, fqn: 'f', name: 'n', secretGroupId: group.nativeId };
  store.server.setFault({ match: /\/secrets\//, status: 200, body: JSON.stringify({ data }) });
  const error = await errorOf(create(group));
  expect([error.code, error.details.outcome]).toEqual(['UNSUPPORTED', 'NOT_APPLIED']);
});
