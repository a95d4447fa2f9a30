import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSharedWindows, type SharedWindows } from '../../src/cache/shared-windows.ts';
import type { CountInWindow } from '../../src/domain/window-counter.ts';
import { createMemoryWindows, withShared } from '../../src/policy/windows.ts';
import { requireProgram } from '../support/packages.ts';
import { type RedisServer, startRedisServer } from '../support/redis-server.ts';

const program = await requireProgram('redis-server');

describe.skipIf(program.path === null)('what several gateways count together', () => {
  let redis: RedisServer;
  let gateways: SharedWindows[];
  let first: CountInWindow;
  let second: CountInWindow;

  beforeAll(async () => {
    redis = await startRedisServer({ program: program.path ?? '' });
  });
  afterAll(() => redis?.close());

  beforeEach(async () => {
    await redis.admin.flushall();
    gateways = [];
    [first, second] = await Promise.all([openCounter(), openCounter()]);
  });
  afterEach(() => {
    for (const gateway of gateways) gateway.close();
  });

  async function openCounter(): Promise<CountInWindow> {
    const shared = createSharedWindows({ url: redis.url, keyPrefix: 'test:' });
    gateways.push(shared);
    await shared.open();
    const local = createMemoryWindows({ windowMs: 60_000, now: Date.now });
    return withShared(local, shared.counter('reveals', 60_000));
  }

  const count = async (counter: CountInWindow, key = 'token:a') => (await counter(key)).count;

  it('is counted once for all', async () => {
    expect([await count(first), await count(second), await count(first)]).toEqual([1, 2, 3]);
  });

  it('is counted for each key by itself', async () => {
    await count(first);
    expect(await count(second, 'token:b')).toBe(1);
  });

  it('ends by itself', async () => {
    await count(first);
    const [name] = await redis.admin.keys('*');
    const leftMs = await redis.admin.pttl(name ?? '');
    expect([leftMs > 0, leftMs <= 60_000]).toEqual([true, true]);
  });

  it('says how long it lasts', async () => {
    const { resetsInMs } = await first('token:a');
    expect([resetsInMs > 0, resetsInMs <= 60_000]).toEqual([true, true]);
  });

  it('does not last for ever where its end was lost', async () => {
    await count(first);
    const [name] = await redis.admin.keys('*');
    await redis.admin.persist(name ?? '');
    await count(first);
    expect(await redis.admin.pttl(name ?? '')).toBeGreaterThan(0);
  });

  it('tells Redis no names', async () => {
    await count(first, 'token:canary-4711');
    expect(await redis.admin.keys('*canary*')).toEqual([]);
  });

  it('goes on in each gateway while Redis is frozen', async () => {
    await count(first);
    redis.freeze();
    const during = [await count(first), await count(first), await count(first), await count(first), await count(first)];
    redis.thaw();
    expect(during).toEqual([2, 3, 4, 5, 6]);
  });

  it('is not forgotten in each gateway where Redis is emptied', async () => {
    await count(first);
    await redis.admin.flushall();
    expect(await count(first)).toBe(2);
  });

  it('goes on where Redis holds something else under the name', async () => {
    await count(first);
    const [name] = await redis.admin.keys('*');
    await redis.admin.del(name ?? '');
    await redis.admin.lpush(name ?? '', 'rubbish');
    expect(await count(first)).toBe(2);
  });
});
