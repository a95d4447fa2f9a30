import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TestGateway } from '../support/gateway.ts';
import { startSmallGateway, VIEWER } from './one-store.ts';

let gateway: TestGateway;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
});

afterEach(async () => {
  await gateway.close();
  vi.useRealTimers();
});

async function start(rateLimit: Readonly<Record<string, number>>): Promise<void> {
  gateway = await startSmallGateway({ server: { rateLimit } });
}

/** The status of each, one after the other. */
async function ask(times: number, { token = 'sandbox-admin', from = '127.0.0.1' } = {}): Promise<number[]> {
  const statuses: number[] = [];
  for (let i = 0; i < times; i += 1) statuses.push(await post(token, from));
  return statuses;
}

function post(token: string, localAddress: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const call = request(
      `${gateway.url}/graphql`,
      { method: 'POST', headers, localAddress, agent: false },
      (response) => {
        response.resume().on('end', () => resolve(response.statusCode ?? 0));
      },
    );
    call.on('error', reject);
    call.end(JSON.stringify({ query: VIEWER }));
  });
}

describe('the rate of a principal', () => {
  beforeEach(() => start({ perMinute: 3 }));

  it('is refused beyond its limit', async () => {
    expect(await ask(5)).toEqual([200, 200, 200, 429, 429]);
  });

  it('is counted over all its addresses', async () => {
    await ask(3);
    expect(await ask(1, { from: '127.0.0.2' })).toEqual([429]);
  });

  it('takes nothing from another principal', async () => {
    await ask(5);
    expect(await ask(3, { token: 'sandbox-auditor' })).toEqual([200, 200, 200]);
  });

  it('is answered in our shape, with the time to wait', async () => {
    await ask(3);
    vi.setSystemTime(Date.now() + 20_000);
    const { status, headers, text } = await gateway.rawPost(JSON.stringify({ query: VIEWER }));
    const [error] = JSON.parse(text).errors;
    expect([status, headers.get('retry-after')]).toEqual([429, '40']);
    expect(error.extensions).toMatchObject({ code: 'RATE_LIMITED', retryable: true, retryAfterSeconds: 40 });
  });

  it('is anew after a minute', async () => {
    await ask(5);
    vi.setSystemTime(Date.now() + 60_000);
    expect(await ask(1)).toEqual([200]);
  });
});

describe('the rate of an address', () => {
  beforeEach(() => start({ perAddressPerMinute: 3 }));

  it('is refused beyond its limit, whoever calls', async () => {
    await ask(2);
    expect(await ask(3, { token: 'sandbox-auditor' })).toEqual([200, 429, 429]);
  });

  it('limits how often a token can be guessed', async () => {
    expect(await ask(5, { token: 'guess' })).toEqual([401, 401, 401, 429, 429]);
  });

  it('takes nothing from another address', async () => {
    await ask(5, { token: 'guess' });
    expect(await ask(1, { from: '127.0.0.2' })).toEqual([200]);
  });
});

it('nobody is limited where the limits are zero', async () => {
  await start({ perMinute: 0, perAddressPerMinute: 0 });
  expect(new Set(await ask(50))).toEqual(new Set([200]));
});
