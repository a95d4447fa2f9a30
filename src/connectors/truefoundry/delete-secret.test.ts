import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Secret } from '../../domain/model.ts';
import {
  context,
  emulatedSecret,
  errorOf,
  keysOf,
  type OpenStore,
  openStore,
  someSecret,
} from './__fixtures__/open-store.ts';
import { setValue } from './emulator/state.ts';

let store: OpenStore;
beforeEach(async () => {
  store = await openStore();
});
afterEach(() => store.close());

const remove = async (secret: Secret, options: { force?: boolean; ifMatch?: boolean } = {}) =>
  store.connector.deleteSecret?.(
    { secret, force: false, permanently: false, ifMatch: false, waitSeconds: 0, ...options },
    context,
  );

it('deletes one key for good with one request', async () => {
  const secret = await someSecret(store);
  store.sent();
  expect(await remove(secret)).toMatchObject({ id: secret.id, gone: true, upstreamStatus: 200 });
  expect(store.sent()).toEqual([`DELETE /secrets/${secret.nativeId}`]);
  expect(Object.keys(keysOf(store))).not.toContain(secret.name);
});

it('passes force on', async () => {
  const secret = await someSecret(store);
  store.sent();
  await remove(secret, { force: true });
  expect(store.sent()).toEqual([`DELETE /secrets/${secret.nativeId}?forceDelete=true`]);
});

it('looks again before it deletes what ifMatch was about', async () => {
  const secret = await someSecret(store);
  setValue(store.state, emulatedSecret(store), 'theirs');
  const error = await errorOf(remove(secret, { ifMatch: true }));
  expect([error.code, keysOf(store)[secret.name]?.[1]]).toEqual(['PRECONDITION_FAILED', 'theirs']);
});

it('does not find what is gone', async () => {
  const secret = await someSecret(store);
  await remove(secret);
  expect((await errorOf(remove(secret))).code).toBe('NOT_FOUND');
});

it('does not find what the store counts as nothing deleted', async () => {
  const secret = await someSecret(store);
  store.server.setFault({ match: /^DELETE/, status: 200, body: '0' });
  expect((await errorOf(remove(secret))).details).toMatchObject({ outcome: 'NOT_APPLIED' });
});
