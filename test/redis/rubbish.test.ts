import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { requireProgram } from '../support/packages.ts';
import { type RedisServer, startRedisServer } from '../support/redis-server.ts';
import { clock, type Gateway, openGateway, STORE } from './gateway.ts';

const program = await requireProgram('redis-server');

describe.skipIf(program.path === null)('rubbish in Redis', () => {
  let redis: RedisServer;
  let writer: Gateway;
  let reader: Gateway;
  let entryName = '';
  let epochName = '';

  beforeAll(async () => {
    redis = await startRedisServer({ program: program.path ?? '' });
  });
  afterAll(() => redis?.close());

  /** An entry that one gateway wrote, and another that has not read it yet. */
  beforeEach(async () => {
    await redis.admin.flushall();
    writer = openGateway(redis.url);
    await writer.cache.open();
    await writer.read('card-key');
    await writer.cache.idle();
    const names = await redis.admin.keys('*');
    entryName = names.find((name) => !name.endsWith(':epoch')) ?? '';
    epochName = names.find((name) => name.endsWith(':epoch')) ?? '';
    reader = openGateway(redis.url);
    await reader.cache.open();
  });
  afterEach(() => Promise.all([writer.cache.close(), reader.cache.close()]));

  it.each([
    ['text', () => redis.admin.set(entryName, 'rubbish')],
    ['the entry of another name', async () => redis.admin.set(entryName, (await copyOfOther()) ?? '')],
    ['a damaged entry', () => redis.admin.setrange(entryName, 200, 'X')],
    ['a list', () => redis.admin.multi().del(entryName).rpush(entryName, 'a').exec()],
  ])('in the place of an entry is a miss and a counter: %s', async (_what, spoil) => {
    await spoil();
    const { value, source } = await reader.read('card-key', 'upstream');
    expect([value.description, source]).toEqual(['upstream', 'UPSTREAM']);
    expect(reader.cache.stats()).toMatchObject({ decodeFailures: 1, faults: 0 });
  });

  const copyOfOther = async () => {
    await writer.read('other');
    await writer.cache.idle();
    const other = (await redis.admin.keys('*')).find((name) => ![entryName, epochName].includes(name)) ?? '';
    return redis.admin.getBuffer(other);
  };

  it('is replaced by the next load', async () => {
    await redis.admin.set(entryName, 'rubbish');
    await reader.read('card-key', 'upstream');
    await reader.cache.idle();
    const third = openGateway(redis.url);
    await third.cache.open();
    expect((await third.read('card-key')).value.description).toBe('upstream');
    await third.cache.close();
  });

  it('of many megabytes is not sent to the gateway', async () => {
    await redis.admin.setrange(entryName, 64 * 1024 * 1024, 'X');
    await redis.admin.config('RESETSTAT');
    await reader.read('card-key', 'upstream');
    const sentBytes = /total_net_output_bytes:(\d+)/.exec(await redis.admin.info('stats'))?.[1];
    expect(Number(sentBytes)).toBeLessThan(2 * 1024 * 1024);
    expect(reader.cache.stats().decodeFailures).toBe(1);
  });

  it.each([
    ['text', () => redis.admin.set(epochName, 'rubbish')],
    ['a number out of reach', () => redis.admin.set(epochName, '9007199254740992')],
    ['a list', () => redis.admin.multi().del(epochName).rpush(epochName, 'a').exec()],
    ['nothing', () => redis.admin.del(epochName)],
  ])('in the place of the epoch ends what is cached, and sharing goes on: %s', async (_what, spoil) => {
    await spoil();
    clock.at += 1_000;
    expect((await reader.read('card-key', 'second')).value.description).toBe('second');
    await reader.cache.idle();
    clock.at += 1_000;
    expect((await writer.read('card-key', 'third')).value.description).toBe('second');
    expect(writer.upstreamCalls()).toBe(1);
  });

  it('in the place of the epoch does not keep a write from being seen', async () => {
    await redis.admin.set(epochName, 'rubbish');
    const noticed = reader.noticed('ANNOUNCED');
    await writer.cache.invalidate(STORE);
    await noticed;
    expect((await reader.read('card-key', 'second')).value.description).toBe('second');
    expect(writer.cache.stats().failedBumps).toBe(0);
  });

  it('is what a value larger than the bound would be, so it is not written', async () => {
    const small = openGateway(redis.url, { maxValueBytes: 300 });
    await small.cache.open();
    const before = await redis.admin.dbsize();
    await small.read('new');
    await small.cache.idle();
    expect(await redis.admin.dbsize()).toBe(before);
    expect(small.cache.stats().tooLargeForRedis).toBe(1);
    await small.cache.close();
  });
});
