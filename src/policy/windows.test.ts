import { beforeEach, describe, expect, it } from 'vitest';
import { createMemoryWindows, withShared } from './windows.ts';

let time = 0;
const now = () => time;

beforeEach(() => {
  time = 1_000_000;
});

describe('a window in memory', () => {
  it('counts each key by itself', () => {
    const count = createMemoryWindows({ windowMs: 60_000, now });
    expect([count('a'), count('a'), count('b')].map((window) => window.count)).toEqual([1, 2, 1]);
  });

  it('ends a minute after its first', () => {
    const count = createMemoryWindows({ windowMs: 60_000, now });
    count('a');
    time += 59_999;
    expect(count('a')).toEqual({ count: 2, resetsInMs: 1 });
    time += 1;
    expect(count('a')).toEqual({ count: 1, resetsInMs: 60_000 });
  });

  it('does not last longer when the clock is set back', () => {
    const count = createMemoryWindows({ windowMs: 60_000, now });
    count('a');
    time -= 3_600_000;
    expect(count('a')).toEqual({ count: 1, resetsInMs: 60_000 });
  });

  it('remembers no more keys than it may', () => {
    const count = createMemoryWindows({ windowMs: 60_000, now, maxKeys: 2 });
    for (const key of ['a', 'b', 'c']) count(key);
    expect([count('c'), count('a')].map((window) => window.count)).toEqual([2, 1]);
  });
});

describe('a window that is shared', () => {
  const local = () => createMemoryWindows({ windowMs: 60_000, now });

  it('counts what other gateways counted', async () => {
    const count = withShared(local(), async () => ({ count: 41, resetsInMs: 500 }));
    expect(await count('a')).toEqual({ count: 41, resetsInMs: 500 });
  });

  it('goes on in memory while nobody answers', async () => {
    const count = withShared(local(), async () => null);
    await count('a');
    expect(await count('a')).toMatchObject({ count: 2 });
  });

  it('is not made to forget by whoever empties the shared one', async () => {
    const count = withShared(local(), async () => ({ count: 1, resetsInMs: 60_000 }));
    await count('a');
    expect(await count('a')).toMatchObject({ count: 2 });
  });
});
