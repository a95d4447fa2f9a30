import { describe, expect, it } from 'vitest';
import { notFound, PortcullisError } from '../../domain/errors.ts';
import { waitUntilSettled } from './settle.ts';

function prepare(states: readonly (string | Error)[]) {
  const clock = { now: 0 };
  const waits: number[] = [];
  const left = [...states];
  const io = {
    now: () => clock.now,
    wait: async (ms: number, signal: AbortSignal) => {
      signal.throwIfAborted();
      waits.push(ms);
      clock.now += ms;
    },
  };
  const look = async () => {
    const next = left.shift() ?? 'deploying';
    if (next instanceof Error) throw next;
    return next;
  };
  const run = (waitSeconds: number, state: string | null, signal = new AbortController().signal) =>
    waitUntilSettled(io, { waitSeconds, state, look }, { signal });
  return { run, waits };
}

describe('waiting for a settled state', () => {
  it('ends with the first state that lasts', async () => {
    const { run, waits } = prepare(['deploying', 'available', 'deploying']);
    expect(await run(60, 'start')).toBe('available');
    expect(waits).toHaveLength(2);
  });

  it.each(['stalled', 'updating_error', 'end', 'something_new'])('takes %s for settled', async (state) => {
    const { run } = prepare([state]);
    expect(await run(60, 'start')).toBe(state);
  });

  it('does not wait at all for 0 seconds', async () => {
    const { run, waits } = prepare([]);
    expect(await run(0, 'deploying')).toBe('deploying');
    expect(waits).toEqual([]);
  });

  it('does not wait for what is settled already', async () => {
    const { run, waits } = prepare([]);
    expect(await run(60, 'available')).toBe('available');
    expect(waits).toEqual([]);
  });

  it('looks where the answer did not tell the state', async () => {
    const { run } = prepare(['available']);
    expect(await run(60, null)).toBe('available');
  });

  it('looks ever more rarely and never past the deadline', async () => {
    const { run, waits } = prepare([]);
    expect(await run(20, 'deploying')).toBe('deploying');
    expect(waits).toEqual([500, 1_000, 2_000, 4_000, 5_000, 5_000, 2_500]);
  });

  it('takes an object that is not found any more for ended', async () => {
    const { run } = prepare(['decommissioning', notFound()]);
    expect(await run(60, 'decommissioning')).toBe('end');
  });

  it('answers the last state seen when looking fails', async () => {
    const { run } = prepare(['deploying', new PortcullisError('UPSTREAM_UNAVAILABLE', 'down')]);
    expect(await run(60, 'start')).toBe('deploying');
  });

  it('answers the last state seen when the call is given up', async () => {
    const { run } = prepare([]);
    expect(await run(60, 'start', AbortSignal.abort())).toBe('start');
  });

  it('does not hide a fault of our own', async () => {
    const { run } = prepare([new TypeError('bug')]);
    await expect(run(60, 'start')).rejects.toThrow(TypeError);
  });
});
