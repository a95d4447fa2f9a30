import { beforeEach, describe, expect, it } from 'vitest';
import { nativeShapes, secret } from './__fixtures__/metadata.ts';
import { createCounters } from './counters.ts';
import { encodeEntry } from './entry.ts';
import { createEpochStore } from './epoch-store.ts';
import { createEpochs } from './epochs.ts';
import { createNames } from './names.ts';
import { measurePlain } from './plain.ts';
import type { RedisLink, Reply } from './redis.ts';
import { createShapes } from './shapes.ts';
import { createSharedLayer } from './shared-layer.ts';

const NOW = 1_750_000_000_000;
const identity = { storeId: 'swarm', fingerprint: 'f' };
const key = { kind: 'secret', id: secret.id } as const;
const names = createNames('p:');
const shape = createShapes(nativeShapes).secret;

/** What Redis answers to each round trip, in order; the last answer repeats. */
let answers: (() => readonly Reply[] | null)[] = [];
let roundTrips = 0;
let counters = createCounters();

const link: RedisLink = {
  open: () => Promise.resolve(),
  run: () => {
    roundTrips += 1;
    return Promise.resolve((answers.length > 1 ? answers.shift() : answers[0])?.() ?? null);
  },
  close: () => {},
};

beforeEach(() => {
  roundTrips = 0;
  counters = createCounters();
});

/** A layer that knows the epoch 5. */
async function openLayer() {
  const epochs = createEpochs(['swarm'], names, {
    shared: createEpochStore(link, names.channel, () => NOW),
    counters,
    now: () => NOW,
    random: () => 0,
    schedule: () => () => {},
    checkIntervalMs: 1_000,
    onChange: () => {},
  });
  answers = [() => [Buffer.from('5')]];
  await epochs.of('swarm').ensureFresh();
  roundTrips = 0;
  const layer = createSharedLayer({ link, names, epochs, counters, now: () => NOW, maxValueBytes: 10_000 });
  return { layer, epochs };
}

const encoded = (epoch: number, fetchedAt = NOW) =>
  encodeEntry(names.entry(identity, epoch, key), { value: secret, fetchedAt, freshUntil: NOW + 1 });

describe('the shared layer', () => {
  it('answers epoch and entry in one round trip', async () => {
    const { layer, epochs } = await openLayer();
    answers = [() => [Buffer.from('5'), encoded(5)]];
    const [entry] = await layer.lookup(identity, [key], shape);
    expect([entry?.value, entry?.epoch]).toEqual([secret, epochs.of('swarm').current]);
    expect(roundTrips).toBe(1);
  });

  it('answers nothing of an epoch that has ended, and looks once more in the new one', async () => {
    const { layer } = await openLayer();
    answers = [() => [Buffer.from('6'), encoded(5)], () => [Buffer.from('6'), encoded(6)]];
    const [entry] = await layer.lookup(identity, [key], shape);
    expect(entry?.epoch).toBe('6.0');
    expect(roundTrips).toBe(2);
  });

  it('gives up when the epoch changes again and again', async () => {
    const { layer } = await openLayer();
    answers = [() => [Buffer.from('6'), encoded(5)], () => [Buffer.from('7'), encoded(6)]];
    expect(await layer.lookup(identity, [key], shape)).toEqual([null]);
  });

  it('answers nothing that came while a write began', async () => {
    const { layer, epochs } = await openLayer();
    answers = [() => [Buffer.from('5'), encoded(5)], () => null];
    const looking = layer.lookup(identity, [key], shape);
    void epochs.of('swarm').invalidate();
    expect(await looking).toEqual([null]);
  });

  it('answers nothing from a clock that runs far ahead', async () => {
    const { layer } = await openLayer();
    answers = [() => [Buffer.from('5'), encoded(5, NOW + 5_001)]];
    expect(await layer.lookup(identity, [key], shape)).toEqual([null]);
    expect(counters.decodeFailures).toBe(1);
  });

  it.each([
    ['of another epoch', { epoch: '4.0' }, 1_000],
    ['that is over', { epoch: '5.0' }, 0],
  ])('keeps nothing %s', async (_what, { epoch }, lifetimeMs) => {
    const { layer } = await openLayer();
    const size = measurePlain(secret) ?? expect.unreachable();
    const entry = { value: secret, fetchedAt: NOW, freshUntil: NOW + 1, epoch };
    await layer.store(identity, key, entry, size, lifetimeMs);
    expect(roundTrips).toBe(0);
  });
});
