import { beforeEach, describe, expect, it, vi } from 'vitest';
import { notFound, PortcullisError } from '../domain/errors.ts';
import type { Secret } from '../domain/model.ts';
import { SecretValue } from '../domain/secret-value.ts';
import { nativeShapes, secret, secretNamed } from './__fixtures__/metadata.ts';
import { createMetadataCache, type MetadataCache, type MetadataCacheOptions } from './cache.ts';
import type { LoadContext } from './loads.ts';

const KEY = { storeId: 'swarm', id: secret.id };
const unavailable = new PortcullisError('UPSTREAM_UNAVAILABLE', 'The store cannot be reached.');
const never = () => Promise.reject(new Error('The upstream was asked.'));

const clock = { at: 0 };
const random = { next: 0 };
let cache: MetadataCache;

beforeEach(() => {
  clock.at = 1_750_000_000_000;
  random.next = 0;
  cache = openCache();
});

function openCache(options: Partial<MetadataCacheOptions> = {}): MetadataCache {
  return createMetadataCache({
    stores: ['swarm', 'vault'].map((storeId) => ({ storeId, fingerprint: 'f', nativeShapes })),
    ttlSeconds: 60,
    staleSeconds: 600,
    redis: null,
    now: () => clock.at,
    random: () => random.next,
    schedule: () => () => {},
    ...options,
  });
}

/** A load that waits to be told how it ends, and remembers its signal. */
function heldLoad() {
  const { promise, resolve, reject } = Promise.withResolvers<Secret>();
  const load = vi.fn((_context: LoadContext) => promise);
  return { load, resolve, reject, signal: () => load.mock.calls[0]?.[0].signal };
}

const answerWith = (name: string) => vi.fn(() => Promise.resolve(secretNamed(name)));
const read = (load: (context: LoadContext) => Promise<Secret>, options = {}) =>
  cache.read('secret', KEY, load, options);

describe('a read', () => {
  it('asks the upstream once within the lifetime', async () => {
    const load = answerWith('a');
    const first = await read(load);
    clock.at += 59_999;
    const second = await read(load);
    expect(first).toEqual({ value: secretNamed('a'), fetchedAt: clock.at - 59_999, source: 'UPSTREAM', stale: false });
    expect(second).toEqual({ ...first, source: 'CACHE' });
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('asks again past the lifetime', async () => {
    await read(answerWith('a'));
    clock.at += 60_000;
    expect((await read(answerWith('b'))).value.name).toBe('b');
  });

  it('asks again up to a tenth earlier, by chance', async () => {
    random.next = 0.999;
    await read(answerWith('a'));
    clock.at += 54_006;
    expect((await read(answerWith('b'))).source).toBe('UPSTREAM');
  });

  it('takes age from the beginning of the load', async () => {
    const slow = heldLoad();
    const reading = read(slow.load);
    await vi.waitFor(() => expect(slow.load).toHaveBeenCalled());
    clock.at += 50_000;
    slow.resolve(secret);
    expect((await reading).fetchedAt).toBe(clock.at - 50_000);
    clock.at += 10_000;
    expect((await read(answerWith('b'))).source).toBe('UPSTREAM');
  });

  it('never takes one kind, store or id for another', async () => {
    await read(answerWith('a'));
    await cache.read('details', KEY, answerWith('b'));
    await cache.read('secret', { ...KEY, storeId: 'vault' }, answerWith('c'));
    await cache.read('secret', { ...KEY, id: ['g1'] }, answerWith('d'));
    expect(cache.stats()).toMatchObject({ loads: 4, memoryHits: 0 });
    expect((await read(never)).value.name).toBe('a');
  });

  it('bounded by an age asks for what is as old', async () => {
    await read(answerWith('a'));
    clock.at += 10;
    expect((await read(never, { maxAgeMs: 11 })).source).toBe('CACHE');
    expect((await read(answerWith('b'), { maxAgeMs: 10 })).source).toBe('UPSTREAM');
  });

  it('bounded by no age at all joins no load that began before', async () => {
    const before = heldLoad();
    const first = read(before.load);
    await vi.waitFor(() => expect(before.load).toHaveBeenCalled());
    expect((await read(answerWith('after'), { maxAgeMs: 0 })).value.name).toBe('after');
    before.resolve(secretNamed('before'));
    expect((await first).value.name).toBe('before');
  });

  it('of a store that the cache was not made for is refused', async () => {
    await expect(cache.read('listing', { storeId: 'other' }, never)).rejects.toThrow(TypeError);
  });

  it('rejects with what the load rejects with, and caches no error', async () => {
    await expect(read(() => Promise.reject(notFound()))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(read(() => Promise.reject(new RangeError('bug')))).rejects.toThrow(RangeError);
    expect((await read(answerWith('a'))).source).toBe('UPSTREAM');
  });
});

describe('a stale entry', () => {
  beforeEach(async () => {
    await read(answerWith('old'));
    clock.at += 60_000;
  });

  it('stands in for an upstream that fails for now', async () => {
    const { value, stale, source, fetchedAt } = await read(() => Promise.reject(unavailable));
    expect([value.name, stale, source, fetchedAt]).toEqual(['old', true, 'CACHE', clock.at - 60_000]);
  });

  it('does not stand in for an upstream that says no', async () => {
    await expect(read(() => Promise.reject(notFound()))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('does not stand in for an object that the upstream said is gone', async () => {
    await expect(read(() => Promise.reject(notFound()))).rejects.toThrow();
    await expect(read(() => Promise.reject(unavailable))).rejects.toBe(unavailable);
  });

  it('does not hide a bug', async () => {
    await expect(read(() => Promise.reject(new RangeError('bug')))).rejects.toThrow(RangeError);
  });

  it('does not stand in past the bound', async () => {
    clock.at += 540_000;
    await expect(read(() => Promise.reject(unavailable))).rejects.toBe(unavailable);
  });

  it('does not stand in for a reader who named a bound', async () => {
    await expect(read(() => Promise.reject(unavailable), { maxAgeMs: 500_000 })).rejects.toBe(unavailable);
  });

  it('does not stand in after a write', async () => {
    const load = heldLoad();
    const reading = read(load.load);
    await vi.waitFor(() => expect(load.load).toHaveBeenCalled());
    await cache.invalidate('swarm');
    load.reject(unavailable);
    await expect(reading).rejects.toBe(unavailable);
  });

  it('is answered at once and loaded behind the answer where the reader wants that', async () => {
    const load = heldLoad();
    const answer = await read(load.load, { staleWhileRevalidate: true });
    expect([answer.value.name, answer.stale]).toEqual(['old', true]);
    load.resolve(secretNamed('new'));
    await cache.idle();
    const next = await read(never, { staleWhileRevalidate: true });
    expect([next.value.name, next.stale]).toEqual(['new', false]);
  });

  it('is loaded once behind many answers', async () => {
    const load = heldLoad();
    await Promise.all([1, 2, 3].map(() => read(load.load, { staleWhileRevalidate: true })));
    expect(load.load).toHaveBeenCalledTimes(1);
  });

  it('stays when the load behind the answer fails', async () => {
    await read(() => Promise.reject(unavailable), { staleWhileRevalidate: true });
    await cache.idle();
    expect((await read(heldLoad().load, { staleWhileRevalidate: true })).value.name).toBe('old');
  });
});

describe('reads at the same time', () => {
  it('share one load', async () => {
    const load = heldLoad();
    const reads = [read(load.load), read(load.load), read(load.load)];
    await vi.waitFor(() => expect(load.load).toHaveBeenCalled());
    load.resolve(secret);
    expect((await Promise.all(reads)).map(({ source }) => source)).toEqual(['UPSTREAM', 'UPSTREAM', 'UPSTREAM']);
    expect(load.load).toHaveBeenCalledTimes(1);
  });

  it('keep the load alive when one of them leaves', async () => {
    const load = heldLoad();
    const leaving = new AbortController();
    const left = read(load.load, { signal: leaving.signal });
    const stayed = read(load.load);
    await vi.waitFor(() => expect(cache.stats().joinedFlights).toBe(1));
    leaving.abort(new Error('left'));
    await expect(left).rejects.toThrow('left');
    expect(load.signal()?.aborted).toBe(false);
    load.resolve(secret);
    expect((await stayed).value).toEqual(secret);
  });

  it('call the load off when all of them have left', async () => {
    const load = heldLoad();
    const leaving = new AbortController();
    const reads = [1, 2].map(() => read(load.load, { signal: leaving.signal }));
    await vi.waitFor(() => expect(cache.stats().joinedFlights).toBe(1));
    leaving.abort();
    await Promise.allSettled(reads);
    expect(load.signal()?.aborted).toBe(true);
  });

  it('never begin a load for a signal that has aborted', async () => {
    await expect(read(never, { signal: AbortSignal.abort(new Error('gone')) })).rejects.toThrow('gone');
  });
});

describe('an invalidation', () => {
  it('ends what was cached of its store, and of no other', async () => {
    await read(answerWith('a'));
    await cache.read('secret', { ...KEY, storeId: 'vault' }, answerWith('a'));
    await cache.invalidate('swarm');
    expect((await read(answerWith('b'))).value.name).toBe('b');
    expect((await cache.read('secret', { ...KEY, storeId: 'vault' }, never)).source).toBe('CACHE');
  });

  it('keeps a load that began before it from being stored or answered after it', async () => {
    const before = heldLoad();
    const first = read(before.load);
    await vi.waitFor(() => expect(before.load).toHaveBeenCalled());
    await cache.invalidate('swarm');
    const after = heldLoad();
    const second = read(after.load);
    await vi.waitFor(() => expect(after.load).toHaveBeenCalled());
    after.resolve(secretNamed('after'));
    expect((await second).value.name).toBe('after');
    before.resolve(secretNamed('before'));
    await first;
    expect((await read(never)).value.name).toBe('after');
  });

  it('is told to who listens', async () => {
    const onInvalidated = vi.fn();
    await openCache({ onInvalidated }).invalidate('vault');
    expect(onInvalidated.mock.calls).toEqual([[{ storeId: 'vault', origin: 'LOCAL' }]]);
  });

  it('does not fail with who listens', async () => {
    const deaf = openCache({
      onInvalidated: () => {
        throw new Error('deaf');
      },
    });
    await deaf.invalidate('vault');
    expect(deaf.stats()).toMatchObject({ invalidations: 1, faults: 1 });
  });
});

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
  const secrets = Array.from({ length: 20_000 }, (_, index) => secretNamed(`secret-${index}`));

  it('is neither copied nor encoded when it is read', async () => {
    const listing = { groups: [], secrets };
    await cache.read('listing', { storeId: 'swarm' }, () => Promise.resolve(listing));
    const stringify = vi.spyOn(JSON, 'stringify');
    const { value } = await cache.read('listing', { storeId: 'swarm' }, never);
    expect(value).toBe(listing);
    expect(stringify).not.toHaveBeenCalled();
  });

  it('that is larger than the memory is answered all the same', async () => {
    cache = openCache({ maxMemoryBytes: 1_000_000 });
    const { value } = await cache.read('listing', { storeId: 'swarm' }, () => Promise.resolve({ groups: [], secrets }));
    expect(value.secrets).toHaveLength(20_000);
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
