import { beforeEach, describe, expect, it, vi } from 'vitest';
import { notFound, PortcullisError } from '../domain/errors.ts';
import type { Secret } from '../domain/model.ts';
import { SecretValue } from '../domain/secret-value.ts';
import { secret, secretNamed } from './__fixtures__/metadata.ts';
import { clock, heldLoad, KEY, never, openCache, resetClock, unavailable } from './__fixtures__/opened-cache.ts';
import { packedSecrets } from './__fixtures__/packed.ts';
import type { MetadataCache } from './cache.ts';
import type { LoadContext } from './loads.ts';

let cache: MetadataCache;

beforeEach(() => {
  resetClock();
  cache = openCache();
});

const read = (load: (context: LoadContext) => Promise<Secret>, options = {}) =>
  cache.read('secret', KEY, load, options);

describe('a value that does not fit its kind', () => {
  const withValue = { ...secret, native: { driver: SecretValue.fromText('v'), options: [] } } as unknown as Secret;
  const withKey = { ...secret, value: 'v' } as Secret;
  const withNative = { ...secret, native: { ...secret.native, value: 'v' } };

  it.each([
    ['a SecretValue', withValue],
    ['a further key', withKey],
    ['a further native key', withNative],
  ])('is answered and not kept: %s', async (_what, value) => {
    expect((await read(() => Promise.resolve(value))).value).toBe(value);
    expect(cache.stats()).toMatchObject({ refusedShapes: 1, memoryEntries: 0 });
  });
});

describe('reading many', () => {
  const keys = ['a', 'b', 'c'].map((name) => ({ id: secretNamed(name).id }));
  const byId = vi.fn();
  const load = (missing: readonly { id: readonly string[] }[]) => {
    byId(missing.map(({ id }) => id[1]));
    return Promise.resolve(missing.map(({ id }) => secretNamed(id[1] ?? '')));
  };
  const namesOf = (items: readonly unknown[]) =>
    items.map((item) => (item instanceof PortcullisError ? item.code : (item as { value: Secret }).value.name));

  beforeEach(() => byId.mockClear());

  it('asks for what is missing, each once, in one load, and answers in order', async () => {
    await cache.readMany('secret', 'swarm', keys.slice(1, 2), load);
    const items = await cache.readMany('secret', 'swarm', [...keys, ...keys], load);
    expect(namesOf(items)).toEqual(['a', 'b', 'c', 'a', 'b', 'c']);
    expect(byId.mock.calls).toEqual([[['b']], [['a', 'c']]]);
  });

  it('asks nobody when nothing is missing', async () => {
    await cache.readMany('secret', 'swarm', keys, load);
    await cache.readMany('secret', 'swarm', keys, never);
    await cache.readMany('secret', 'swarm', [], never);
    expect(byId).toHaveBeenCalledTimes(1);
  });

  it('shares loads key by key with other reads', async () => {
    const held = heldLoad();
    const single = cache.read('secret', { storeId: 'swarm', id: ['g1', 'a'] }, held.load);
    await vi.waitFor(() => expect(held.load).toHaveBeenCalled());
    const many = cache.readMany('secret', 'swarm', keys, load);
    await vi.waitFor(() => expect(byId.mock.calls).toEqual([[['b', 'c']]]));
    held.resolve(secretNamed('a'));
    expect(namesOf(await many)).toEqual(['a', 'b', 'c']);
    expect((await single).value.name).toBe('a');
  });

  it('answers an error in its place, and does not cache it', async () => {
    const some = (missing: readonly unknown[]) =>
      Promise.resolve(missing.map((_key, index) => (index === 1 ? notFound() : secretNamed('x'))));
    expect(namesOf(await cache.readMany('secret', 'swarm', keys, some))).toEqual(['x', 'NOT_FOUND', 'x']);
    expect(namesOf(await cache.readMany('secret', 'swarm', keys, load))).toEqual(['x', 'b', 'x']);
  });

  it('answers the failure of the whole load for each missing key', async () => {
    await cache.readMany('secret', 'swarm', keys.slice(0, 1), load);
    const items = await cache.readMany('secret', 'swarm', keys, () => Promise.reject(unavailable));
    expect(namesOf(items)).toEqual(['a', 'UPSTREAM_UNAVAILABLE', 'UPSTREAM_UNAVAILABLE']);
  });

  it('answers a stale entry in the place of an error that passes', async () => {
    await cache.readMany('secret', 'swarm', keys.slice(0, 1), load);
    clock.at += 60_000;
    const items = await cache.readMany('secret', 'swarm', keys, () => Promise.reject(unavailable));
    expect(items.map((item) => (item instanceof PortcullisError ? item.code : item.stale))).toEqual([
      true,
      'UPSTREAM_UNAVAILABLE',
      'UPSTREAM_UNAVAILABLE',
    ]);
  });

  it('rejects where the load answers for fewer keys than it was asked for', async () => {
    await expect(cache.readMany('secret', 'swarm', keys, () => Promise.resolve([secret]))).rejects.toThrow(TypeError);
  });
});

describe('a large listing', () => {
  const secrets = packedSecrets(Array.from({ length: 20_000 }, (_, index) => `secret-${index}`));

  it('is neither copied nor encoded when it is read', async () => {
    const listing = { groups: [], secrets };
    await cache.read('listing', { storeId: 'swarm' }, () => Promise.resolve(listing));
    const stringify = vi.spyOn(JSON, 'stringify');
    const { value } = await cache.read('listing', { storeId: 'swarm' }, never);
    expect(value).toBe(listing);
    expect(stringify).not.toHaveBeenCalled();
  });

  it('that is larger than the memory is answered all the same', async () => {
    cache = openCache({ maxMemoryBytes: 100_000 });
    const { value } = await cache.read('listing', { storeId: 'swarm' }, () => Promise.resolve({ groups: [], secrets }));
    expect(value.secrets.count).toBe(20_000);
    expect(cache.stats()).toMatchObject({ tooLargeForMemory: 1, memoryBytes: 0 });
  });
});

describe('closing', () => {
  it('calls loads off', async () => {
    const load = heldLoad();
    void read(load.load);
    await vi.waitFor(() => expect(load.load).toHaveBeenCalled());
    await cache.close();
    expect(load.signal()?.aborted).toBe(true);
  });
});
