import { describe, expect, it, vi } from 'vitest';
import { FRESH, makeMetadata, makeSecret, makeStore } from '../catalog/__fixtures__/entries.ts';
import type { Metadata } from '../catalog/metadata.ts';
import { notFound, PortcullisError } from '../domain/errors.ts';
import { createLoaders } from './loaders.ts';

const { signal } = new AbortController();
const [tfy, swarm] = [makeStore('tfy'), makeStore('swarm')];

const answering = () =>
  vi.fn<Metadata['getSecrets']>(async (_, ids) =>
    ids.map(([id = '']) => (id === 'gone' ? notFound() : { value: makeSecret(id), freshness: FRESH })),
  );
const loadersOf = (parts: Partial<Metadata>, of = signal) => createLoaders(makeMetadata({}, parts), of);

describe('createLoaders', () => {
  it('gathers what is asked for at the same time into one call per store', async () => {
    const getSecrets = answering();
    const { secret } = loadersOf({ getSecrets });
    const loaded = await Promise.all([secret(tfy, ['a']), secret(swarm, ['b']), secret(tfy, ['c'])]);
    expect(loaded.map(({ value }) => value.name)).toEqual(['a', 'b', 'c']);
    expect(getSecrets.mock.calls.map(([store, ids]) => [store.name, ids])).toEqual([
      ['tfy', [['a'], ['c']]],
      ['swarm', [['b']]],
    ]);
  });

  it('asks once for the same object', async () => {
    const getSecrets = answering();
    const { secret } = loadersOf({ getSecrets });
    await Promise.all([secret(tfy, ['a']), secret(tfy, ['a'])]);
    await secret(tfy, ['a']);
    expect(getSecrets.mock.calls.map(([, ids]) => ids)).toEqual([[['a']]]);
  });

  it('takes the same path in two stores, and paths that join alike, for different objects', async () => {
    const getSecrets = answering();
    const { secret } = loadersOf({ getSecrets });
    await Promise.all([secret(tfy, ['a']), secret(swarm, ['a']), secret(tfy, ['a', 'b']), secret(tfy, ['a/b'])]);
    expect(getSecrets.mock.calls.flatMap(([, ids]) => ids)).toHaveLength(4);
  });

  it('fails one object and not its neighbours', async () => {
    const { secret } = loadersOf({ getSecrets: answering() });
    const [good, bad] = await Promise.allSettled([secret(tfy, ['a']), secret(tfy, ['gone'])]);
    expect([good.status, bad]).toEqual([
      'fulfilled',
      { status: 'rejected', reason: expect.objectContaining({ code: 'NOT_FOUND' }) },
    ]);
  });

  it('fails one store and not the others', async () => {
    const failure = new PortcullisError('UPSTREAM_TIMEOUT', 'm');
    const getSecrets: Metadata['getSecrets'] = async (store, ids, of) =>
      store === tfy ? Promise.reject(failure) : answering()(store, ids, of);
    const { secret } = loadersOf({ getSecrets });
    const [failed, loaded] = await Promise.allSettled([secret(tfy, ['a']), secret(swarm, ['a'])]);
    expect([failed, loaded.status]).toEqual([{ status: 'rejected', reason: failure }, 'fulfilled']);
  });

  it('hands on an error that nobody meant, for the log to tell where it came from', async () => {
    const bug = new TypeError('m');
    const { secret } = loadersOf({ getSecrets: () => Promise.reject(bug) });
    await expect(secret(tfy, ['a'])).rejects.toBe(bug);
  });

  it('says that the time was up where that is the reason', async () => {
    const aborted = AbortSignal.abort();
    const { secret } = loadersOf({ getSecrets: () => Promise.reject(aborted.reason) }, aborted);
    await expect(secret(tfy, ['a'])).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
  });

  it('takes an answer that is too short for a missing object', async () => {
    const { secret } = loadersOf({ getSecrets: async () => [] });
    await expect(secret(tfy, ['a'])).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('passes on that a store does not tell the usage', async () => {
    const { usage } = loadersOf({ getUsage: async () => [null] });
    expect(await usage(tfy, makeSecret('a'))).toBeNull();
  });

  it('forgets everything when it is cleared', async () => {
    const getSecrets = answering();
    const loaders = loadersOf({ getSecrets });
    await loaders.secret(tfy, ['a']);
    loaders.clear();
    await loaders.secret(tfy, ['a']);
    expect(getSecrets).toHaveBeenCalledTimes(2);
  });

  it('reads each field of a store’s native type by itself', async () => {
    const failure = new PortcullisError('UPSTREAM_TIMEOUT', 'm');
    const storeNative = { version: async () => '1', nodes: () => Promise.reject(failure) };
    const store = makeStore('tfy', { connector: { storeNative } });
    const { storeNative: read } = loadersOf({});
    const fields = await Promise.allSettled([read(store, 'version'), read(store, 'nodes'), read(store, 'unknown')]);
    expect(fields).toEqual([
      { status: 'fulfilled', value: '1' },
      { status: 'rejected', reason: failure },
      { status: 'fulfilled', value: null },
    ]);
  });
});
