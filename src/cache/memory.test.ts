import { describe, expect, it } from 'vitest';
import { createCounters } from './counters.ts';
import { createMemoryLayer } from './memory.ts';

const entry = (value: string, fetchedAt = 1, epoch = 'a') => ({ value, fetchedAt, freshUntil: 2, epoch });

describe('the memory layer', () => {
  it('answers the very value that was put in', () => {
    const memory = createMemoryLayer(10_000, createCounters());
    const stored = entry('x');
    memory.set('k', stored, 10);
    expect(memory.get('k')).toBe(stored);
  });

  it('stays under its bound by letting the least recently used go', () => {
    const counters = createCounters();
    const memory = createMemoryLayer(3_100, counters);
    for (const key of ['a', 'b', 'a', 'c', 'd']) {
      if (memory.get(key) === undefined) memory.set(key, entry(key), 800);
    }
    expect(['a', 'b', 'c', 'd'].filter((key) => memory.get(key) !== undefined)).toEqual(['a', 'c', 'd']);
    expect(memory.bytes).toBeLessThanOrEqual(3_100);
    expect(counters.evictions).toBe(1);
  });

  it('does not take what is larger than all of it', () => {
    const counters = createCounters();
    const memory = createMemoryLayer(1_000, counters);
    memory.set('small', entry('x'), 10);
    memory.set('large', entry('y'), 1_000);
    expect([memory.get('small')?.value, memory.get('large')]).toEqual(['x', undefined]);
    expect(counters.tooLargeForMemory).toBe(1);
  });

  it('keeps the newer of two entries of one epoch', () => {
    const memory = createMemoryLayer(10_000, createCounters());
    memory.set('k', entry('new', 5), 10);
    memory.set('k', entry('old', 4), 10);
    expect(memory.get('k')?.value).toBe('new');
  });

  it('keeps the later of two entries of different epochs', () => {
    const memory = createMemoryLayer(10_000, createCounters());
    memory.set('k', entry('before', 5, 'a'), 10);
    memory.set('k', entry('after', 4, 'b'), 10);
    expect(memory.get('k')?.value).toBe('after');
  });
});
