import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { createKeySet, type KeySet } from './key-set.ts';

let keys: KeySet | null = null;
let stop = () => {};

afterEach(async () => {
  await keys?.close();
  stop();
});

/** An issuer that takes a request and never answers it. */
async function startSilent(): Promise<{ readonly url: string; readonly requests: () => number }> {
  let requests = 0;
  const server = createServer(() => {
    requests += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stop = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, requests: () => requests };
}

const HEADER = { alg: 'RS256', kid: 'a' };
const TOKEN = { payload: '', signature: '' };

it('does not wait for an issuer that never answers, and asks it once for all who wait', async () => {
  const silent = await startSilent();
  const failures: unknown[] = [];
  keys = createKeySet({
    jwksUrl: silent.url,
    now: () => 0,
    onFailure: (error) => failures.push(error),
    timeoutMs: 50,
  });
  const { getKey } = keys;
  const waiting = await Promise.allSettled(Array.from({ length: 20 }, () => Promise.try(getKey, HEADER, TOKEN)));
  expect(waiting.map(({ status }) => status)).toEqual(Array(20).fill('rejected'));
  expect([silent.requests(), failures.length]).toEqual([1, 1]);
});

it('asks it again after a moment, not before', async () => {
  const silent = await startSilent();
  let time = 0;
  keys = createKeySet({ jwksUrl: silent.url, now: () => time, onFailure: () => {}, timeoutMs: 50 });
  const { getKey } = keys;
  const ask = () => expect(Promise.try(getKey, HEADER, TOKEN)).rejects.toThrow();
  await ask();
  await ask();
  const soon = silent.requests();
  time = 5_000;
  await ask();
  expect([soon, silent.requests()]).toEqual([1, 2]);
});
