import { inspect } from 'node:util';
import { describe, expect, it, vi } from 'vitest';
import { PortcullisError } from '../../domain/errors.ts';
import type { Fault } from '../emulation/emulator.ts';
import type { Handler } from '../emulation/server.ts';
import { open } from './__fixtures__/open-world.ts';

const dns = vi.hoisted(() => ({ addresses: [] as { address: string; family: number }[] }));
vi.mock('node:dns', async (original) => ({
  ...(await original<typeof import('node:dns')>()),
  lookup: (_: string, __: unknown, callback: (error: null, addresses: unknown) => void) =>
    callback(null, dns.addresses),
}));

const CANARY = 'pw-4711';
const WRITE = { kind: 'write', method: 'POST', body: { json: { value: CANARY } } } as const;

describe('a request', () => {
  it('goes to its path below the endpoint, with query, headers and identity', async () => {
    const { call, seen } = await open({ authorize: ({ method, path }) => ({ authorization: `${method} ${path}` }) });
    await call({ path: ['a b', 'c'], query: { q: 1 }, headers: { 'x-own': 'yes' } });
    expect(seen[0]).toMatchObject({
      target: '/base/a%20b/c?q=1',
      headers: { 'x-own': 'yes', authorization: 'GET /base/a%20b/c?q=1', accept: 'application/json' },
    });
  });

  it('sends JSON, or a form', async () => {
    const { call, seen } = await open();
    await call({ method: 'POST', body: { json: { a: 1 } } });
    await call({ method: 'POST', body: { form: { a: '1 &', b: '' } } });
    expect(seen.map(({ headers, body }) => [headers['content-type'], body.toString()])).toEqual([
      ['application/json', '{"a":1}'],
      ['application/x-www-form-urlencoded', 'a=1+%26&b='],
    ]);
  });

  it('goes without identity where it asks for one', async () => {
    const authorize = vi.fn(() => ({ authorization: 'x' }));
    const { call } = await open({ authorize });
    await call({ authorized: false });
    expect(authorize).not.toHaveBeenCalled();
  });

  it('answers what the schema names, the status and any header', async () => {
    const { call } = await open({
      handler: () => ({ status: 201, body: { ok: true, value: CANARY }, headers: { 'x-index': '7' } }),
    });
    const answer = (await call()) as { status: number; header: (name: string) => unknown; body: unknown };
    expect([answer.status, answer.header('X-Index'), answer.body]).toEqual([201, '7', { ok: true }]);
  });

  it('is told of when it is done, without its path', async () => {
    const { call, calls } = await open();
    await call({ path: [CANARY] });
    expect(calls).toEqual([
      { store: 'tfy', operation: 'getThing', kind: 'read', status: 200, durationMs: expect.any(Number), error: null },
    ]);
  });

  it.each([['..'], [''], ['\ud800']])('is not sent with the segment %j', async (segment) => {
    const { fails, seen } = await open();
    expect([(await fails({ path: ['a', segment] })).code, seen.length]).toEqual(['BAD_USER_INPUT', 0]);
  });

  it.each(['a\r\nx-evil: 1', 'a\nb', 'a\0b'])('is not sent with the header %j', async (header) => {
    const { fails, seen } = await open({ authorize: () => ({ authorization: header }) });
    const { details } = await fails(WRITE);
    expect([details.outcome, seen.length]).toEqual(['NOT_APPLIED', 0]);
  });

  it('follows no redirect', async () => {
    const { fails, seen } = await open({ handler: () => ({ status: 302, headers: { location: '/elsewhere' } }) });
    expect([(await fails()).code, seen.length]).toEqual(['UPSTREAM_INVALID_RESPONSE', 1]);
  });

  it('waits for a connection rather than opening more than it may', async () => {
    let [busy, most] = [0, 0];
    const { call } = await open({
      handler: async () => {
        busy += 1;
        most = Math.max(most, busy);
        await new Promise(setImmediate);
        busy -= 1;
        return { status: 200, body: { ok: true } };
      },
    });
    await Promise.all(Array.from({ length: 20 }, () => call()));
    expect(most).toBeLessThanOrEqual(2);
  });
});

describe('an answer', () => {
  it.each<[string, Handler]>([
    ['no JSON', () => ({ status: 200, body: `<html>${CANARY}` })],
    ['JSON that is cut short', () => ({ status: 200, body: `{"ok":true,"value":"${CANARY}` })],
    ['another shape', () => ({ status: 200, body: { ok: CANARY } })],
    ['nothing', () => ({ status: 204 })],
    ['more than is allowed', () => ({ status: 200, body: { ok: true, pad: CANARY.repeat(10_000) } })],
  ])('of %s is UPSTREAM_INVALID_RESPONSE, and nothing of it is in the error', async (_, handler) => {
    const error = await (await open({ handler })).fails();
    expect(error.code).toBe('UPSTREAM_INVALID_RESPONSE');
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('4711');
  });

  it.each<[string, Fault]>([
    ['before its head', { cut: 'before' }],
    ['in the middle', { cut: 'middle' }],
  ])('that is cut %s leaves a write unknown', async (_, fault) => {
    const { fails, seen } = await open({ fault });
    const error = await fails(WRITE);
    expect([error.code, error.details.outcome, seen.length]).toEqual(['UPSTREAM_UNAVAILABLE', 'UNKNOWN', 1]);
  });

  it('in a shape that is not documented leaves a write unknown', async () => {
    const { fails } = await open({ handler: () => ({ status: 200, body: {} }) });
    expect((await fails(WRITE)).details.outcome).toBe('UNKNOWN');
  });

  it('that failed is what the connector makes of it, else what its status says', async () => {
    const known = new PortcullisError('CONFLICT', 'known');
    const { fails } = await open({
      handler: ({ path }) => ({ status: 400, body: { code: path.endsWith('known') ? 7 : 8 } }),
      classify: ({ body }) => ((body as { code: number }).code === 7 ? known : null),
    });
    expect([(await fails({ path: ['known'] })).message, (await fails()).code]).toEqual(['known', 'UPSTREAM_REJECTED']);
  });

  it('of 200 may be a failure all the same', async () => {
    const { fails } = await open({ classify: () => new PortcullisError('UPSTREAM_REJECTED', 'disguised') });
    expect((await fails()).message).toBe('disguised');
  });

  it('that asks to come back later is told so', async () => {
    const { fails } = await open({ handler: () => ({ status: 429, headers: { 'retry-after': '7' } }) });
    expect((await fails()).details.retryAfterSeconds).toBe(7);
  });

  it('that failed names store and operation, and is told of', async () => {
    const { fails, calls } = await open({ handler: () => ({ status: 500 }) });
    expect([(await fails()).details, calls[0]?.error]).toMatchObject([
      { store: 'tfy', operation: 'getThing', upstreamStatus: 500 },
      'UPSTREAM_UNAVAILABLE',
    ]);
  });
});

describe('giving up', () => {
  it('ends a request that takes longer than it may', async () => {
    const { fails } = await open({ fault: { hang: true }, timeoutMs: 30 });
    const error = await fails(WRITE);
    expect([error.code, error.details.outcome, error.retryable]).toEqual(['UPSTREAM_TIMEOUT', 'UNKNOWN', true]);
  });

  it('ends a request whose caller has gone', async () => {
    const gone = new AbortController();
    const { fails } = await open({
      handler: () => {
        gone.abort();
        return new Promise(() => {});
      },
    });
    const error = await fails({ ...WRITE, signal: gone.signal });
    expect([error.code, error.details.outcome]).toEqual(['DEADLINE_EXCEEDED', 'UNKNOWN']);
  });

  it('sends nothing for a caller who has gone before', async () => {
    const { fails, seen } = await open();
    const error = await fails({ ...WRITE, signal: AbortSignal.abort() });
    expect([error.code, error.details.outcome, seen.length]).toEqual(['DEADLINE_EXCEEDED', 'NOT_APPLIED', 0]);
  });

  it('knows that a write was not sent while it waited for a connection', async () => {
    const { fails, seen } = await open({ fault: { hang: true, times: 1 }, connections: 1, timeoutMs: 2_000 });
    const first = new AbortController();
    const gone = new AbortController();
    const hanging = fails({ signal: first.signal });
    const waiting = fails({ ...WRITE, signal: gone.signal });
    gone.abort();
    const error = await waiting;
    first.abort();
    await hanging;
    expect([error.code, error.details.outcome, seen.length]).toEqual(['DEADLINE_EXCEEDED', 'NOT_APPLIED', 0]);
  });

  it('knows that a write was not sent for want of a token', async () => {
    const authorize = () => Promise.reject(new PortcullisError('UPSTREAM_CREDENTIALS', 'm', { operation: 'token' }));
    const { fails, seen } = await open({ authorize });
    expect([(await fails(WRITE)).details, seen.length]).toEqual([
      { store: 'tfy', operation: 'getThing', outcome: 'NOT_APPLIED' },
      0,
    ]);
  });

  it('knows that a write was not sent where nobody listens', async () => {
    const { fails, server } = await open();
    await server.close();
    const error = await fails(WRITE);
    expect([error.code, error.details.outcome, error.details.causeName]).toEqual([
      'UPSTREAM_UNAVAILABLE',
      'NOT_APPLIED',
      'ECONNREFUSED',
    ]);
  });
});

describe('addresses', () => {
  const refused = { code: 'UPSTREAM_UNAVAILABLE', retryable: false, details: { outcome: 'NOT_APPLIED' } };

  it.each(['10.0.0.1', '169.254.169.254', '[fd00::1]', '0.0.0.0'])(
    'refuses the endpoint %s before connecting',
    async (host) => {
      expect(await (await open({ host })).fails(WRITE)).toMatchObject(refused);
    },
  );

  it.each([
    ['this machine', '127.0.0.1', false],
    ['this machine, private networks allowed', '127.0.0.1', true],
    ['a private network', '192.168.0.1', false],
    ['the metadata service of a cloud', '169.254.169.254', true],
  ])('refuses a name that resolves to %s', async (_, address, allowPrivateNetwork) => {
    dns.addresses = [{ address, family: 4 }];
    const { fails, seen } = await open({ host: 'store.example.com', allowPrivateNetwork });
    expect([await fails(WRITE), seen.length]).toMatchObject([refused, 0]);
  });

  it('connects to those addresses of a name that it may have', async () => {
    dns.addresses = [
      { address: '169.254.169.254', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ];
    const { call } = await open({ host: 'localhost' });
    expect(await call()).toMatchObject({ status: 200 });
  });
});
