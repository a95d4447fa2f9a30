import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestGateway } from '../support/gateway.ts';
import { startSmallGateway, VIEWER } from './one-store.ts';

const APP = 'https://app.example.com';

let closed: TestGateway;
let open: TestGateway;

beforeAll(async () => {
  closed = await startSmallGateway();
  open = await startSmallGateway({ server: { cors: { origins: [APP] } } });
});

afterAll(async () => {
  await closed.close();
  await open.close();
});

function preflight({ url }: TestGateway, origin: string): Promise<Response> {
  const headers = {
    origin,
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'authorization, content-type',
  };
  return fetch(`${url}/graphql`, { method: 'OPTIONS', headers });
}

const corsHeaders = (headers: Headers) => [...headers.keys()].filter((name) => name.startsWith('access-control-'));

describe('pages of other origins', () => {
  it('are told nothing where none is configured', async () => {
    const response = await preflight(closed, APP);
    expect([response.status, corsHeaders(response.headers)]).toEqual([404, []]);
  });

  it('may call where they are configured', async () => {
    const { status, headers } = await preflight(open, APP);
    expect([status, headers.get('access-control-allow-origin'), headers.get('access-control-allow-methods')]).toEqual([
      204,
      APP,
      'POST',
    ]);
  });

  it('get their answer where they are configured, without cookies', async () => {
    const { status, headers } = await open.rawPost(JSON.stringify({ query: VIEWER }), { origin: APP });
    expect([
      status,
      headers.get('access-control-allow-origin'),
      headers.get('access-control-allow-credentials'),
    ]).toEqual([200, APP, null]);
  });

  it.each(['https://evil.example.com', 'null', `${APP}.evil.test`, 'http://app.example.com', `${APP}:8443`])(
    'are refused where others are configured: %s',
    async (origin) => {
      const { status, headers } = await preflight(open, origin);
      expect([status, corsHeaders(headers)]).toEqual([403, []]);
    },
  );

  it('share no cached answer', async () => {
    const { headers } = await open.rawPost(JSON.stringify({ query: VIEWER }), { origin: 'https://evil.example.com' });
    expect(headers.get('vary')).toContain('origin');
  });
});

describe('a request that a page could send without asking', () => {
  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''])(
    'with the content type %j is no request',
    async (type) => {
      const { status, text } = await closed.rawPost(JSON.stringify({ query: VIEWER }), { 'content-type': type });
      expect([status >= 400, text.includes('sandbox-admin')]).toEqual([true, false]);
    },
  );

  it('by GET is not there', async () => {
    const url = `${closed.url}/graphql?query=${encodeURIComponent(VIEWER)}`;
    const response = await fetch(url, {
      headers: { authorization: 'Bearer sandbox-admin', 'apollo-require-preflight': '1' },
    });
    expect(response.status).toBe(404);
  });

  it('as a batch is no request', async () => {
    const { status } = await closed.rawPost(JSON.stringify([{ query: VIEWER }, { query: VIEWER }]));
    expect(status).toBe(400);
  });
});

describe('every answer', () => {
  it('forbids to be stored, framed and guessed at', async () => {
    const { headers } = await closed.rawPost(JSON.stringify({ query: VIEWER }));
    expect({
      'cache-control': headers.get('cache-control'),
      'x-content-type-options': headers.get('x-content-type-options'),
      'x-frame-options': headers.get('x-frame-options'),
      'referrer-policy': headers.get('referrer-policy'),
    }).toEqual({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
      'referrer-policy': 'no-referrer',
    });
  });
});

describe('the names of the schema', () => {
  it('are suggested where it may be asked for', async () => {
    const { errors } = await closed.query('{ viewer { nam } }');
    expect(errors[0]?.message).toContain('Did you mean "name"?');
  });

  it('are neither suggested nor listed where it may not', async () => {
    const gateway = await startSmallGateway({ server: { introspection: false } });
    const [misspelt, asked] = [
      await gateway.query('{ viewer { nam } }'),
      await gateway.query('{ __schema { types { name } } }'),
    ];
    await gateway.close();
    expect(misspelt.errors[0]?.message).not.toContain('name');
    expect(asked.errors[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });
});
