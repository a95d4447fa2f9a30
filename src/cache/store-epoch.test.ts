import { beforeEach, describe, expect, it } from 'vitest';
import { createCounters } from './counters.ts';
import { type EpochStore, parseEpoch, type SeenEpoch } from './epoch-store.ts';
import { type EpochChange, type EpochOptions, StoreEpoch } from './store-epoch.ts';

/** Redis as far as epochs go: one number, which can be lost, spoilt, and out of reach. */
class FakeEpochStore implements EpochStore {
  value: SeenEpoch = 'ABSENT';
  isReachable = true;
  takesWrites = true;
  readonly announced: string[] = [];

  read(): Promise<SeenEpoch | null> {
    return Promise.resolve(this.isReachable ? this.value : null);
  }
  seed(_name: string, epoch: number): Promise<boolean> {
    const isWritten = this.isReachable && this.takesWrites && this.value === 'ABSENT';
    if (isWritten) this.value = epoch;
    return Promise.resolve(isWritten);
  }
  increment(_name: string, seed: number): Promise<number | 'REFUSED' | null> {
    if (!this.isReachable) return Promise.resolve(null);
    if (!this.takesWrites || this.value === 'RUBBISH') return Promise.resolve('REFUSED');
    this.value = (this.value === 'ABSENT' ? seed : this.value) + 1;
    return Promise.resolve(this.value);
  }
  replace(_name: string, epoch: number): Promise<'REPLACED' | 'DELETED' | null> {
    if (!this.isReachable) return Promise.resolve(null);
    this.value = this.takesWrites ? epoch : 'ABSENT';
    return Promise.resolve(this.takesWrites ? 'REPLACED' : 'DELETED');
  }
  announce(message: string): Promise<void> {
    if (this.isReachable) this.announced.push(message);
    return Promise.resolve();
  }
}

const clock = { at: 0 };
let redis = new FakeEpochStore();
let counters = createCounters();
let changes: EpochChange['origin'][] = [];
let tasks: (() => void)[] = [];

beforeEach(() => {
  clock.at = 1_000_000;
  redis = new FakeEpochStore();
  counters = createCounters();
  changes = [];
  tasks = [];
});

function openEpoch(options: Partial<EpochOptions> = {}): StoreEpoch {
  return new StoreEpoch(
    { storeId: 'swarm', tag: 'tag', name: 'name' },
    {
      shared: redis,
      counters,
      now: () => clock.at,
      random: () => 0,
      schedule: (task) => {
        tasks.push(task);
        return () => {
          tasks = tasks.filter((other) => other !== task);
        };
      },
      checkIntervalMs: 1_000,
      onChange: ({ origin }) => changes.push(origin),
      ...options,
    },
  );
}

/** A gateway that has read the epoch. */
async function openKnowing(): Promise<StoreEpoch> {
  const epoch = openEpoch();
  await epoch.ensureFresh();
  return epoch;
}

describe('the epoch of a store, alone', () => {
  it('is another one as soon as it is invalidated', () => {
    const epoch = openEpoch({ shared: null });
    const before = epoch.current;
    void epoch.invalidate();
    expect(epoch.current).not.toBe(before);
    expect(epoch.shared).toBeNull();
  });
});

describe('the epoch of a store, with Redis', () => {
  it('is not trusted before it is read', async () => {
    const epoch = openEpoch();
    expect(epoch.shared).toBeNull();
    await epoch.ensureFresh();
    expect(epoch.shared).toBe(redis.value);
  });

  it('is the same for the gateway that comes second', async () => {
    const [first, second] = [await openKnowing(), await openKnowing()];
    expect(second.shared).toBe(first.shared);
  });

  it('is bumped in Redis and announced before the invalidation resolves', async () => {
    const epoch = await openKnowing();
    const before = Number(epoch.shared);
    await epoch.invalidate();
    expect([epoch.shared, redis.value]).toEqual([before + 1, before + 1]);
    expect(redis.announced).toEqual([`tag ${before + 1}`]);
  });

  it('is not trusted between the call and the answer of Redis', async () => {
    const epoch = await openKnowing();
    const invalidated = epoch.invalidate();
    expect(epoch.shared).toBeNull();
    await invalidated;
    expect(epoch.shared).not.toBeNull();
  });

  it('is another one at once when another gateway announces it', async () => {
    const epoch = await openKnowing();
    const before = epoch.current;
    epoch.hear(Number(epoch.shared) + 1);
    expect(epoch.current).not.toBe(before);
    expect(changes).toEqual(['READ', 'ANNOUNCED']);
  });

  it('is told of when it is read for the first time, since something may have been loaded before', async () => {
    await openKnowing();
    expect(changes).toEqual(['READ']);
  });

  it('stays when an older one is announced', async () => {
    const epoch = await openKnowing();
    const before = epoch.current;
    epoch.hear(Number(epoch.shared) - 1);
    expect(epoch.current).toBe(before);
  });

  it('is read again after the interval, so a missed announcement is repaired', async () => {
    const [missed, other] = [await openKnowing(), await openKnowing()];
    await other.invalidate();
    clock.at += 999;
    await missed.ensureFresh();
    expect(missed.shared).not.toBe(other.shared);
    clock.at += 1;
    await missed.ensureFresh();
    expect(missed.shared).toBe(other.shared);
  });

  it('is read again at once after the connection was away', async () => {
    const [missed, other] = [await openKnowing(), await openKnowing()];
    await other.invalidate();
    missed.distrust();
    await missed.ensureFresh();
    expect(missed.shared).toBe(other.shared);
  });
});

describe('a reading of the epoch', () => {
  it('that is under way is waited for', async () => {
    const epoch = openEpoch();
    void epoch.catchUp();
    await epoch.ensureFresh();
    expect(epoch.shared).not.toBeNull();
  });
});

describe('a bump that Redis does not hear', () => {
  it('is an invalidation here all the same, and a counter', async () => {
    const epoch = await openKnowing();
    const before = epoch.current;
    redis.isReachable = false;
    await epoch.invalidate();
    expect(epoch.current).not.toBe(before);
    expect(counters.failedBumps).toBe(1);
  });

  it('is told before anything in Redis is trusted again', async () => {
    const [epoch, other] = [await openKnowing(), await openKnowing()];
    const before = Number(epoch.shared);
    redis.isReachable = false;
    await epoch.invalidate();
    expect(epoch.shared).toBeNull();
    redis.isReachable = true;
    clock.at += 1_000;
    await epoch.ensureFresh();
    expect(epoch.shared).toBe(before + 1);
    clock.at += 1_000;
    await other.ensureFresh();
    expect(other.shared).toBe(before + 1);
  });

  it('is tried again without anybody reading', async () => {
    const epoch = await openKnowing();
    redis.isReachable = false;
    await epoch.invalidate();
    redis.isReachable = true;
    await epoch.catchUp();
    expect(counters.repairedBumps).toBe(1);
    expect(tasks).toHaveLength(1);
  });

  it('is not forgotten by a second failure', async () => {
    const epoch = await openKnowing();
    redis.isReachable = false;
    await epoch.invalidate();
    for (const task of [...tasks]) task();
    await epoch.catchUp();
    expect(epoch.shared).toBeNull();
    expect(tasks).toHaveLength(1);
  });

  it('is covered by a later one that Redis hears', async () => {
    const epoch = await openKnowing();
    redis.isReachable = false;
    await epoch.invalidate();
    redis.isReachable = true;
    await epoch.invalidate();
    expect(epoch.shared).toBe(redis.value);
  });

  it('is given up when the cache closes', async () => {
    const epoch = await openKnowing();
    redis.isReachable = false;
    await epoch.invalidate();
    epoch.close();
    expect(tasks).toEqual([]);
  });
});

describe('a Redis that lost or spoilt the epoch', () => {
  it.each([
    ['nothing', 'ABSENT'],
    ['rubbish', 'RUBBISH'],
    ['an older epoch', 1],
  ] as const)('gets a number that was never used where there is %s', async (_what, value) => {
    const epoch = await openKnowing();
    const before = Number(epoch.shared);
    redis.value = value;
    clock.at += 1_000;
    await epoch.ensureFresh();
    expect(epoch.shared).toBeGreaterThan(before);
    expect(redis.value).toBe(epoch.shared);
  });

  it('with an older epoch does not make a used number the next one', async () => {
    const epoch = await openKnowing();
    const before = Number(epoch.shared);
    redis.value = before - 5;
    await epoch.invalidate();
    expect(redis.value).toBeGreaterThan(before);
  });

  it('that takes no writes loses its epoch on invalidation, so nobody trusts its entries', async () => {
    const [epoch, other] = [await openKnowing(), await openKnowing()];
    redis.takesWrites = false;
    await epoch.invalidate();
    expect(redis.value).toBe('ABSENT');
    expect(counters.failedBumps).toBe(0);
    clock.at += 1_000;
    await other.ensureFresh();
    expect(other.shared).toBeNull();
  });

  it('is asked again, and not reset, when an announcement overtakes its answer', async () => {
    const epoch = await openKnowing();
    const asked = Number(epoch.shared);
    epoch.hear(asked + 1);
    await epoch.observe(asked, asked);
    expect(epoch.shared).toBe(asked + 1);
    expect(counters.epochResets).toBe(1);
    redis.value = asked + 2;
    await epoch.ensureFresh();
    expect(epoch.shared).toBe(asked + 2);
  });
});

describe('parseEpoch', () => {
  it.each(['', '0', '-1', '1.5', '1e3', ' 1', '01', 'x', '99999999999999999', '9007199254740993'])(
    'takes %j for rubbish',
    (text) => {
      expect(parseEpoch(Buffer.from(text), 1_750_000_000_000)).toBe('RUBBISH');
    },
  );

  it('takes an epoch of a far future for rubbish', () => {
    const now = 1_750_000_000_000;
    expect([parseEpoch(Buffer.from(`${now * 1_000}`), now), parseEpoch(Buffer.from(`${now * 2_000}`), now)]).toEqual([
      now * 1_000,
      'RUBBISH',
    ]);
  });
});
