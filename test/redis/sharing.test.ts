import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { nativeShapes, secret } from '../../src/cache/__fixtures__/metadata.ts';
import type { Secret } from '../../src/domain/model.ts';
import { SecretValue } from '../../src/domain/secret-value.ts';
import { requireProgram } from '../support/packages.ts';
import { type RedisServer, startRedisServer } from '../support/redis-server.ts';
import { clock, type Gateway, KEY_PREFIX, openGateway, STORE } from './gateway.ts';

const program = await requireProgram('redis-server');

describe.skipIf(program.path === null)('two gateways with one Redis', () => {
  let redis: RedisServer;
  let first: Gateway;
  let second: Gateway;

  beforeAll(async () => {
    redis = await startRedisServer({ program: program.path ?? '' });
  });
  afterAll(() => redis?.close());

  beforeEach(async () => {
    await redis.admin.flushall();
    await redis.admin.config('RESETSTAT');
    first = openGateway(redis.url);
    second = openGateway(redis.url);
    await Promise.all([first.cache.open(), second.cache.open()]);
  });
  afterEach(() => Promise.all([first.cache.close(), second.cache.close()]));

  /** Both have the secret, by one call to the upstream. */
  const warm = async (name: string) => {
    await first.read(name);
    await first.cache.idle();
    return second.read(name);
  };

  it('ask the upstream once for both', async () => {
    const { source, stale, value } = await warm('card-key');
    expect([source, stale, value.name]).toEqual(['CACHE', false, 'card-key']);
    expect([first.upstreamCalls(), second.upstreamCalls()]).toEqual([1, 0]);
    expect(second.cache.stats()).toMatchObject({ redisHits: 1, misses: 0 });
  });

  it('share many entries in one round trip', async () => {
    const keys = ['a', 'b', 'c'].map((name) => ({ id: ['g1', name] }));
    await first.cache.readMany('secret', STORE, keys, (missing) =>
      Promise.resolve(missing.map(({ id }) => ({ ...secret, id }))),
    );
    await first.cache.idle();
    const items = await second.cache.readMany('secret', STORE, keys, () => Promise.reject(new Error('asked')));
    expect(items).toHaveLength(3);
    expect(second.cache.stats()).toMatchObject({ redisHits: 3, loads: 0 });
  });

  it('are warm after a restart', async () => {
    await first.read('card-key');
    await first.cache.close();
    first = openGateway(redis.url);
    await first.cache.open();
    expect((await first.read('card-key')).source).toBe('CACHE');
  });

  it('show a write of one in the other within 100 ms, without asking Redis', async () => {
    await warm('card-key');
    const noticed = second.noticed('ANNOUNCED');
    const writtenAt = performance.now();
    await first.cache.invalidate(STORE);
    expect((await noticed) - writtenAt).toBeLessThan(100);
    expect((await second.read('card-key', 'second')).value.description).toBe('second');
  });

  it('repair a missed announcement at the next reading of the epoch', async () => {
    await warm('card-key');
    const noticed = second.noticed('READ');
    await redis.admin.client('KILL', 'TYPE', 'PUBSUB');
    await first.cache.invalidate(STORE);
    clock.at += 1_000;
    expect((await second.read('card-key', 'second')).value.description).toBe('second');
    await noticed;
  });

  it('share what was loaded after the write', async () => {
    await warm('card-key');
    const noticed = second.noticed('ANNOUNCED');
    await first.cache.invalidate(STORE);
    await noticed;
    await first.read('card-key', 'second');
    await first.cache.idle();
    expect((await second.read('card-key', 'third')).value.description).toBe('second');
  });

  it('never share what a load brought that began before the write', async () => {
    const { promise, resolve } = Promise.withResolvers<Secret>();
    const started = Promise.withResolvers<void>();
    const key = { storeId: STORE, id: ['g1', 'card-key'] };
    const reading = first.cache.read('secret', key, () => {
      started.resolve();
      return promise;
    });
    await started.promise;
    const noticed = first.noticed('ANNOUNCED');
    await second.read('warm-up');
    await second.cache.invalidate(STORE);
    await noticed;
    resolve({ ...secret, description: 'before' });
    await reading;
    await first.cache.idle();
    expect((await second.read('card-key', 'after')).value.description).toBe('after');
    expect((await first.read('card-key', 'after')).value.description).toBe('after');
  });

  it('with different credentials see nothing of each other', async () => {
    await first.read('card-key');
    await first.cache.idle();
    const other = openGateway(redis.url, { stores: [{ storeId: STORE, fingerprint: 'other', nativeShapes }] });
    await other.cache.open();
    await other.read('card-key');
    expect(other.upstreamCalls()).toBe(1);
    await other.cache.close();
  });

  it('ignore rubbish on the channel', async () => {
    await warm('card-key');
    const channel = (await redis.admin.pubsub('CHANNELS', `${KEY_PREFIX}*`))[0];
    const noticed = second.noticed('ANNOUNCED');
    for (const message of ['', 'x', '{"epoch":1}', `${'0'.repeat(32)} 5`]) {
      await redis.admin.publish(String(channel), message);
    }
    // Messages of one channel come in order: what was announced after the rubbish shows that it was heard.
    await first.cache.invalidate(STORE);
    await noticed;
    expect(second.cache.stats().rubbishMessages).toBe(3);
  });

  it('write names under the prefix that tell nothing, with a lifetime, and no value', async () => {
    const canary = 'canary-4f1c';
    await warm('card-key');
    const key = { storeId: STORE, id: ['g1', 'hostile'] };
    const hostile = { ...secret, native: { driver: SecretValue.fromText(canary), options: [] }, value: canary };
    await first.cache.read('secret', key, () => Promise.resolve(hostile as unknown as Secret));
    await first.cache.idle();

    const names = await redis.admin.keys('*');
    expect(names).toHaveLength(2);
    for (const name of names) {
      expect(name.startsWith(KEY_PREFIX)).toBe(true);
      expect(name).not.toMatch(/card-key|hostile|payments|swarm/);
      expect(await redis.admin.get(name)).not.toContain(canary);
    }
    const entry = names.find((name) => !name.endsWith(':epoch')) ?? '';
    const lifetimeMs = await redis.admin.pttl(entry);
    expect(lifetimeMs).toBeGreaterThan(590_000);
    expect(lifetimeMs).toBeLessThanOrEqual(600_000);
  });

  it('send no command that looks at more than it names', async () => {
    await warm('card-key');
    await first.cache.invalidate(STORE);
    await second.read('card-key');
    const stats = await redis.admin.info('commandstats');
    const commands = [...stats.matchAll(/^cmdstat_([^:|]+)/gm)].map(([, name]) => name);
    const connecting = ['hello', 'info', 'client', 'config', 'subscribe'];
    const expected = ['get', 'getrange', 'set', 'incr', 'publish', ...connecting];
    expect(commands.filter((name) => !expected.includes(String(name)))).toEqual([]);
    expect(commands).toContain('getrange');
  });
});
