import { beforeEach, describe, expect, it, vi } from 'vitest';
import { notFound } from '../domain/errors.ts';
import type { Secret } from '../domain/model.ts';
import { secret, secretNamed } from './__fixtures__/metadata.ts';
import {
  answerWith,
  clock,
  heldLoad,
  KEY,
  never,
  openCache,
  random,
  resetClock,
  unavailable,
} from './__fixtures__/opened-cache.ts';
import type { MetadataCache } from './cache.ts';
import type { LoadContext } from './loads.ts';

let cache: MetadataCache;

beforeEach(() => {
  resetClock();
  cache = openCache();
});

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
