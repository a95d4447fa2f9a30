import { expect, it } from 'vitest';
import { PortcullisError } from '../../domain/errors.ts';
import { inTurn } from './turns.ts';

const never = new AbortController().signal;

it('lets one writer of a group finish before the next begins', async () => {
  const log: string[] = [];
  const gate = Promise.withResolvers<void>();
  const first = inTurn('one', never, async () => {
    await gate.promise;
    log.push('first ends');
  });
  const second = inTurn('one', never, async () => log.push('second begins'));
  await inTurn('other', never, async () => log.push('another group is not held up'));
  gate.resolve();
  await Promise.all([first, second]);
  expect(log).toEqual(['another group is not held up', 'first ends', 'second begins']);
});

it('goes on after a writer that failed', async () => {
  const failed = inTurn('two', never, async () => {
    throw new Error('no');
  });
  const next = inTurn('two', never, async () => 'done');
  await expect(failed).rejects.toThrow('no');
  await expect(next).resolves.toBe('done');
});

it('lets nobody overtake when one who waited gives up', async () => {
  const log: string[] = [];
  const gate = Promise.withResolvers<void>();
  const patience = new AbortController();
  const first = inTurn('three', never, async () => {
    await gate.promise;
    log.push('first');
  });
  const second = inTurn('three', patience.signal, async () => log.push('second'));
  const third = inTurn('three', never, async () => log.push('third'));
  patience.abort();
  const error = await second.catch((caught: unknown) => caught);
  gate.resolve();
  await Promise.all([first, third]);
  expect(log).toEqual(['first', 'third']);
  expect(error).toBeInstanceOf(PortcullisError);
  expect(error).toMatchObject({ code: 'DEADLINE_EXCEEDED', details: { outcome: 'NOT_APPLIED' } });
});

it('knows the revisions that our own writers left one after the other', async () => {
  await inTurn('four', never, async (turn) => turn.record('a', 'b'));
  await inTurn('four', never, async (turn) => turn.record('b', 'c'));
  await inTurn('four', never, async (turn) => {
    expect([turn.isOwnWork('a', 'c'), turn.isOwnWork('a', 'b'), turn.isOwnWork('x', 'c')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

it('forgets what lay before somebody else changed the group', async () => {
  await inTurn('five', never, async (turn) => turn.record('a', 'b'));
  await inTurn('five', never, async (turn) => turn.record('foreign', 'c'));
  await inTurn('five', never, async (turn) => {
    expect([turn.isOwnWork('a', 'c'), turn.isOwnWork('foreign', 'c')]).toEqual([false, true]);
  });
});
