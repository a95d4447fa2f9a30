import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Secret, SecretGroup } from '../../domain/model.ts';
import { SecretValue } from '../../domain/secret-value.ts';
import {
  context,
  emulated,
  emulatedSecret,
  errorOf,
  found,
  keysOf,
  meanwhile,
  type OpenStore,
  openStore,
  someGroup,
  someSecret,
} from './__fixtures__/open-store.ts';
import { addSecret, plaintext, removeSecret, setValue } from './emulator/state.ts';

let store: OpenStore;
beforeEach(async () => {
  store = await openStore();
});
afterEach(() => store.close());

const text = SecretValue.fromText;

async function create(name: string, group: SecretGroup, value = text('a new value')) {
  return store.connector.createSecret?.({ group, name, value, waitSeconds: 0 }, context);
}

async function rotate(secret: Secret, value = text('a new value'), ifMatch = false) {
  return store.connector.createVersion?.({ secret, value, ifMatch, waitSeconds: 0 }, context);
}

describe('createSecret', () => {
  it('adds a key and leaves all others as they were', async () => {
    const before = keysOf(store);
    const written = await create('NEW_KEY', await someGroup(store));
    expect(keysOf(store)).toEqual({ ...before, NEW_KEY: [1, 'a new value'] });
    const created = found(emulated(store).secrets.get('NEW_KEY'));
    expect(written).toEqual({
      id: [emulated(store).id, created.id],
      versionId: [emulated(store).id, created.id, found(created.versions[0]).id],
      upstreamStatus: 200,
      upstreamCode: null,
      upstreamMessage: null,
    });
  });

  it('sends the value of no other key', async () => {
    await create('NEW_KEY', await someGroup(store));
    const put = found(store.bodies.find(({ method }) => method === 'PUT')).json;
    const others = [...emulated(store).secrets.keys()].filter((key) => key !== 'NEW_KEY').map((key) => ({ key }));
    expect(put).toEqual({ secrets: [...others, { key: 'NEW_KEY', value: 'a new value' }] });
  });

  it('reads the group, puts its keys and reads it again', async () => {
    const group = await someGroup(store);
    store.sent();
    await create('NEW_KEY', group);
    const path = `/secret-groups/${group.nativeId}`;
    expect(store.sent()).toEqual([`GET ${path}`, `PUT ${path}`, `GET ${path}`]);
  });

  it('takes bytes that are UTF-8', async () => {
    await create('NEW_KEY', await someGroup(store), SecretValue.fromBytes(Buffer.from('grün')));
    expect(keysOf(store).NEW_KEY).toEqual([1, 'grün']);
  });

  it.each([
    ['bytes that are not UTF-8', SecretValue.fromBytes(Uint8Array.of(0xff, 0xfe))],
    ['an empty value', text('')],
    ['fields', SecretValue.fromFields([{ key: 'a', value: 'b', section: null }])],
  ])('refuses %s before any request', async (_, value) => {
    const group = await someGroup(store);
    store.sent();
    const error = await errorOf(create('NEW_KEY', group, value));
    expect([error.code, error.details.argument, store.sent()]).toEqual(['BAD_USER_INPUT', 'input.value', []]);
  });

  it.each(['', '  ', 'a\nb', 'a\uD800b'])('refuses the name %j before any request', async (name) => {
    const group = await someGroup(store);
    store.sent();
    const error = await errorOf(create(name, group));
    expect([error.code, error.details.argument, store.sent()]).toEqual(['BAD_USER_INPUT', 'input.name', []]);
  });

  it('never overwrites a key that is there', async () => {
    const before = keysOf(store);
    const error = await errorOf(create(emulatedSecret(store).key, await someGroup(store)));
    expect([error.code, error.details.outcome, keysOf(store)]).toEqual(['CONFLICT', 'NOT_APPLIED', before]);
  });

  it('sends nothing when somebody else changed the group since it was read', async () => {
    const group = await someGroup(store);
    addSecret(store.state, emulated(store), { key: 'FOREIGN', value: 'theirs' });
    store.sent();
    const error = await errorOf(create('NEW_KEY', group));
    expect([error.code, error.details.outcome, error.retryable]).toEqual(['CONFLICT', 'NOT_APPLIED', true]);
    expect(store.sent()).toEqual([`GET /secret-groups/${group.nativeId}`]);
    expect(keysOf(store).FOREIGN).toEqual([1, 'theirs']);
  });

  it('lets many writers of one gateway add to one group at once and loses none of them', async () => {
    const group = await someGroup(store);
    const before = keysOf(store);
    const names = ['ONE', 'TWO', 'THREE', 'FOUR', 'FIVE'];
    await Promise.all(names.map((name) => create(name, group)));
    const added = Object.fromEntries(names.map((name) => [name, [1, 'a new value']]));
    expect(keysOf(store)).toEqual({ ...before, ...added });
  });

  it('says PARTIAL when another key was changed between the reading and the writing', async () => {
    const other = emulatedSecret(store, 1);
    meanwhile(store, /PUT/, () => setValue(store.state, other, 'theirs'));
    const error = await errorOf(create('NEW_KEY', await someGroup(store)));
    expect([error.code, error.details.outcome, error.details.applied, error.retryable]).toEqual([
      'CONFLICT',
      'PARTIAL',
      ['the keys of the group were replaced'],
      false,
    ]);
    expect(keysOf(store)[other.key]?.[1]).toBe('theirs');
  });

  it('says PARTIAL when another key was gone afterwards', async () => {
    const group = await someGroup(store);
    meanwhile(store, /GET/, () => removeSecret(store.state, emulated(store), emulatedSecret(store, 2)), 2);
    expect((await errorOf(create('NEW_KEY', group))).details.outcome).toBe('PARTIAL');
  });

  it('does not mind a key that somebody added after the writing', async () => {
    const group = await someGroup(store);
    meanwhile(store, /GET/, () => addSecret(store.state, emulated(store), { key: 'LATER', value: 'theirs' }), 2);
    await create('NEW_KEY', group);
    expect(keysOf(store)).toMatchObject({ LATER: [1, 'theirs'], NEW_KEY: [1, 'a new value'] });
  });

  it('makes do with the answer to the writing when the reading back fails', async () => {
    const group = await someGroup(store);
    meanwhile(store, /PUT/, () => store.server.setFault({ match: /^GET/, status: 503 }));
    expect((await create('NEW_KEY', group))?.id[0]).toBe(group.nativeId);
  });

  it('says APPLIED when neither shows what was written', async () => {
    const group = await someGroup(store);
    meanwhile(store, /GET/, () => store.server.setFault({ status: 200, body: '{}' }));
    const error = await errorOf(create('NEW_KEY', group));
    expect([error.code, error.details.outcome]).toEqual(['UPSTREAM_INVALID_RESPONSE', 'APPLIED']);
  });

  it('says PARTIAL when what was written is not there afterwards', async () => {
    const group = await someGroup(store);
    store.server.setFault({ match: /^PUT/, status: 200, body: '{}' });
    expect((await errorOf(create('NEW_KEY', group))).details.outcome).toBe('PARTIAL');
  });

  it.each([
    [{ status: 422 }, 'UPSTREAM_REJECTED', 'NOT_APPLIED'],
    [{ status: 424 }, 'UPSTREAM_UNAVAILABLE', 'UNKNOWN'],
    [{ status: 500 }, 'UPSTREAM_UNAVAILABLE', 'UNKNOWN'],
    [{ cut: 'before' }, 'UPSTREAM_UNAVAILABLE', 'UNKNOWN'],
    [{ hang: true }, 'UPSTREAM_TIMEOUT', 'UNKNOWN'],
  ] as const)('says what became of it when the writing ends in %j', async (fault, code, outcome) => {
    const group = await someGroup(store);
    store.server.setFault({ match: /^PUT/, ...fault });
    const error = await errorOf(create('NEW_KEY', group));
    expect([error.code, error.details.outcome]).toEqual([code, outcome]);
  });

  it('was not applied when the first reading fails', async () => {
    const group = await someGroup(store);
    store.server.setFault({ status: 500 });
    expect((await errorOf(create('NEW_KEY', group))).details.outcome).toBe('NOT_APPLIED');
  });
});

describe('createVersion', () => {
  it('gives one key a new version and leaves all others as they were', async () => {
    const before = keysOf(store);
    const secret = await someSecret(store);
    const written = await rotate(secret);
    const number = found(secret.versions?.[0]).number ?? 0;
    expect(keysOf(store)).toEqual({ ...before, [secret.name]: [number + 1, 'a new value'] });
    expect(written).toMatchObject({
      id: secret.id,
      versionId: [...secret.id, found(emulatedSecret(store).versions.at(-1)).id],
    });
  });

  it('makes no version of a value that is the present one', async () => {
    const present = plaintext(found(emulatedSecret(store).versions.at(-1)).value);
    const before = keysOf(store);
    const written = await rotate(await someSecret(store), text(present));
    expect([written?.versionId, keysOf(store)]).toEqual([undefined, before]);
  });

  it.each([
    [true, 'PRECONDITION_FAILED'],
    [false, 'CONFLICT'],
  ])('does not overwrite what changed since it was read (ifMatch: %s)', async (ifMatch, code) => {
    const secret = await someSecret(store);
    setValue(store.state, emulatedSecret(store), 'theirs');
    const error = await errorOf(rotate(secret, text('mine'), ifMatch));
    expect([error.code, error.details.outcome, keysOf(store)[secret.name]?.[1]]).toEqual([
      code,
      'NOT_APPLIED',
      'theirs',
    ]);
  });

  it('does not mind changes of other keys since the secret was read', async () => {
    const secret = await someSecret(store);
    setValue(store.state, emulatedSecret(store, 1), 'theirs');
    await rotate(secret);
    expect(keysOf(store)[emulatedSecret(store, 1).key]?.[1]).toBe('theirs');
  });

  it('does not bring back a secret that was deleted', async () => {
    const secret = await someSecret(store);
    removeSecret(store.state, emulated(store), emulatedSecret(store));
    expect((await errorOf(rotate(secret))).code).toBe('NOT_FOUND');
  });

  it('says PARTIAL when somebody changed the same key at the same moment', async () => {
    const secret = await someSecret(store);
    meanwhile(store, /PUT/, () => setValue(store.state, emulatedSecret(store), 'theirs'));
    expect((await errorOf(rotate(secret))).details.outcome).toBe('PARTIAL');
  });
});
