import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { requireProgram } from '../support/packages.ts';
import { type RedisServer, startRedisServer } from '../support/redis-server.ts';
import { clock, type Gateway, openGateway, STORE } from './gateway.ts';

const program = await requireProgram('redis-server');

describe.skipIf(program.path === null)('a Redis in trouble', () => {
  let redis: RedisServer;
  let first: Gateway;
  let second: Gateway;

  beforeAll(async () => {
    redis = await startRedisServer({ program: program.path ?? '' });
  });
  afterAll(() => redis?.close());

  beforeEach(async () => {
    await redis.admin.flushall();
    await redis.admin.config('SET', 'maxmemory', '0');
    first = openGateway(redis.url);
    second = openGateway(redis.url);
    await Promise.all([first.cache.open(), second.cache.open()]);
    await first.read('card-key');
    await first.cache.idle();
    await second.read('card-key');
  });
  afterEach(() => Promise.all([first.cache.close(), second.cache.close()]));

  /** Resolves once what the first gateway loads reaches the second. */
  const sharedAgain = (round: string) =>
    vi.waitFor(
      async () => {
        const name = `${round}-${performance.now()}`;
        await first.read(name);
        await first.cache.idle();
        clock.at += 1_000;
        expect((await second.read(name)).source).toBe('CACHE');
      },
      { timeout: 10_000 },
    );

  it('that is not there costs nothing but calls to the upstream', async () => {
    const alone = openGateway('redis://127.0.0.1:1');
    await alone.cache.open();
    const { value } = await alone.read('card-key', 'upstream');
    expect([value.description, (await alone.read('card-key')).source]).toEqual(['upstream', 'CACHE']);
    await alone.cache.invalidate(STORE);
    expect((await alone.read('card-key', 'written')).value.description).toBe('written');
    expect(alone.cache.stats()).toMatchObject({ failedBumps: 1, redisErrors: 0, faults: 0 });
    await alone.cache.close();
  });

  it('that is killed leaves the memory in use, and is used again after its restart', async () => {
    await redis.kill();
    expect((await first.read('card-key')).source).toBe('CACHE');
    expect((await second.read('other', 'upstream')).value.description).toBe('upstream');
    await redis.restart();
    await sharedAgain('restart');
  });

  it('that is frozen costs a few time-outs and not one for each read', async () => {
    redis.freeze();
    const startedAt = performance.now();
    for (let index = 0; index < 40; index += 1) await first.read(`frozen-${index}`);
    const elapsedMs = performance.now() - startedAt;
    redis.thaw();
    const { redisErrors, redisSkipped } = first.cache.stats();
    expect(elapsedMs).toBeLessThan(1_000);
    expect(redisErrors).toBeLessThan(10);
    expect(redisSkipped).toBeGreaterThan(50);
  });

  it('that is slow costs no more than one time-out', async () => {
    await redis.admin.client('PAUSE', 200, 'ALL');
    const startedAt = performance.now();
    expect((await second.read('other', 'upstream')).value.description).toBe('upstream');
    expect(performance.now() - startedAt).toBeLessThan(150);
    await sharedAgain('slow');
  });

  it('that is frozen does not keep a gateway from starting', async () => {
    redis.freeze();
    const late = openGateway(redis.url);
    await late.cache.open();
    expect((await late.read('card-key', 'upstream')).value.description).toBe('upstream');
    redis.thaw();
    await late.cache.close();
  });

  it('that is frozen during a write hears of it before it is trusted, and so does the other gateway', async () => {
    redis.freeze();
    await first.cache.invalidate(STORE);
    expect((await first.read('card-key', 'second')).value.description).toBe('second');
    const repaired = first.noticed('REPAIRED');
    const announced = second.noticed('ANNOUNCED');
    redis.thaw();
    await Promise.all([repaired, announced]);
    expect((await second.read('card-key', 'third')).value.description).not.toBe('first');
    expect(first.cache.stats()).toMatchObject({ failedBumps: 1, repairedBumps: 1 });
  });

  it('that is killed during a write hears of it after its restart', async () => {
    await redis.kill();
    await first.cache.invalidate(STORE);
    const repaired = first.noticed('REPAIRED');
    await redis.restart();
    await repaired;
    await sharedAgain('repaired');
  });

  it('that comes back with old data does not bring back what a write had ended', async () => {
    await redis.admin.save();
    await first.cache.invalidate(STORE);
    await redis.kill();
    const noticed = Promise.race([first.noticed('READ'), second.noticed('READ')]);
    await redis.restart();
    expect(await redis.admin.dbsize()).toBeGreaterThan(0);
    await noticed;
    clock.at += 1_000;
    expect((await second.read('card-key', 'second')).value.description).toBe('second');
  });

  it('that is flushed is only empty', async () => {
    await redis.admin.flushall();
    clock.at += 1_000;
    expect((await second.read('card-key', 'second')).value.description).toBe('second');
    await sharedAgain('flushed');
  });

  it('that is full still answers what it has and takes nothing new', async () => {
    await redis.admin.config('SET', 'maxmemory', '1');
    const third = openGateway(redis.url);
    await third.cache.open();
    expect((await third.read('card-key')).source).toBe('CACHE');
    expect((await third.read('other', 'upstream')).value.description).toBe('upstream');
    await third.cache.idle();
    expect(third.cache.stats()).toMatchObject({ redisHits: 1, redisErrors: 1 });
    await third.cache.close();
  });

  it('that is full shows a write in the other gateway, and in one that starts later', async () => {
    await redis.admin.config('SET', 'maxmemory', '1');
    const noticed = second.noticed('ANNOUNCED');
    await first.cache.invalidate(STORE);
    await noticed;
    const third = openGateway(redis.url);
    await third.cache.open();
    for (const gateway of [first, second, third]) {
      expect((await gateway.read('card-key', 'second')).value.description).toBe('second');
    }
    await third.cache.close();
    await redis.admin.config('SET', 'maxmemory', '0');
    await sharedAgain('room again');
  });
});
