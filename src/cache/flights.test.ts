import { describe, expect, it } from 'vitest';
import { createFlights, type Outcome } from './flights.ts';

type Result = ReadonlyMap<string, Outcome<string>>;

/** Flights, a clock, and a load of 'a' and 'b' that ends when told to. */
function takeOff() {
  const clock = { at: 100 };
  const flights = createFlights<string>(() => clock.at);
  const { promise, resolve } = Promise.withResolvers<Result>();
  const signals: AbortSignal[] = [];
  flights.start(['a', 'b'], (signal) => {
    signals.push(signal);
    return promise;
  });
  const land = () =>
    resolve(
      new Map([
        ['a', { value: 'A' }],
        ['b', { value: 'B' }],
      ]),
    );
  const joined = (key: string) => flights.find(key, Number.POSITIVE_INFINITY) ?? expect.unreachable();
  return { clock, flights, land, joined, isAborted: () => signals[0]?.aborted };
}

describe('a flight', () => {
  it('brings each waiting read what it waits for', async () => {
    const { flights, land, joined } = takeOff();
    const waits = [flights.wait([joined('a'), joined('b')], undefined), flights.wait([joined('b')], undefined)];
    land();
    expect(await Promise.all(waits)).toEqual([[{ value: 'A' }, { value: 'B' }], [{ value: 'B' }]]);
  });

  it('goes on when one of two reads leaves', async () => {
    const { flights, land, joined, isAborted } = takeOff();
    const leaving = new AbortController();
    const left = flights.wait([joined('a')], leaving.signal);
    const stayed = flights.wait([joined('a')], undefined);
    leaving.abort(new Error('left'));
    await expect(left).rejects.toThrow('left');
    expect(isAborted()).toBe(false);
    land();
    expect(await stayed).toEqual([{ value: 'A' }]);
  });

  it('goes on as long as anybody waits for any of its keys', async () => {
    const { flights, joined, isAborted } = takeOff();
    const leaving = new AbortController();
    const left = flights.wait([joined('a')], leaving.signal);
    void flights.wait([joined('b')], undefined);
    leaving.abort();
    await expect(left).rejects.toThrow();
    expect(isAborted()).toBe(false);
  });

  it('is called off and not joined any more when the last read leaves', async () => {
    const { flights, joined, isAborted } = takeOff();
    const leaving = new AbortController();
    const left = flights.wait([joined('a'), joined('b')], leaving.signal);
    leaving.abort();
    await expect(left).rejects.toThrow();
    expect(isAborted()).toBe(true);
    expect(flights.find('a', Number.POSITIVE_INFINITY)).toBeNull();
  });

  it('is joined only while it is young enough', () => {
    const { clock, flights } = takeOff();
    clock.at += 10;
    expect([10, 11].map((maxAgeMs) => flights.find('a', maxAgeMs) !== null)).toEqual([false, true]);
  });

  it('that fails as a whole fails for each key', async () => {
    const flights = createFlights<string>(() => 0);
    const error = new Error('broken');
    flights.start(['a', 'b'], () => Promise.reject(error));
    const joined = ['a', 'b'].flatMap((key) => flights.find(key, 1) ?? []);
    expect(await flights.wait(joined, undefined)).toEqual([{ error }, { error }]);
  });

  it('is over when it has landed, and its signal stays quiet', async () => {
    const { flights, land, joined, isAborted } = takeOff();
    const wait = flights.wait([joined('a')], undefined);
    land();
    await wait;
    expect(flights.find('a', Number.POSITIVE_INFINITY)).toBeNull();
    expect(isAborted()).toBe(false);
  });

  it('is called off with all others at the end', () => {
    const { flights, isAborted } = takeOff();
    flights.abortAll();
    expect(isAborted()).toBe(true);
  });
});
