import { createHmac } from 'node:crypto';
import { type CryptoKey, exportSPKI, importJWK, type JWTPayload } from 'jose';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TestGateway } from '../support/gateway.ts';
import {
  AUDIENCE,
  claims,
  compact,
  ISSUER,
  type Issuer,
  type IssuerKey,
  makeKey,
  seconds,
  sign,
  startIssuer,
} from './issuer.ts';
import { startSmallGateway, VIEWER, type ViewerData } from './one-store.ts';

let rsa: IssuerKey;
let ec: IssuerKey;
let ed: IssuerKey;
let forger: IssuerKey;
let issuer: Issuer;
let gateway: TestGateway;

beforeAll(async () => {
  [rsa, ec, ed, forger] = await Promise.all([
    makeKey('rsa'),
    makeKey('ec', 'ES256'),
    makeKey('ed', 'EdDSA'),
    makeKey('rsa'),
  ]);
});

beforeEach(async () => {
  // Time alone is played: a key set is not asked for again within half a minute.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-22T12:00:00Z') });
  issuer = await startIssuer(rsa, ec, ed);
  gateway = await startSmallGateway({
    auth: { jwt: { issuer: ISSUER, audience: AUDIENCE, jwksUrl: issuer.jwksUrl } },
  });
});

afterEach(async () => {
  await gateway.close();
  await issuer.close();
  vi.useRealTimers();
});

const pass = (ms: number) => vi.setSystemTime(Date.now() + ms);

async function viewerOf(token: string) {
  const { data, errors } = await gateway.query<ViewerData | null>(VIEWER, {}, token);
  return data?.viewer ?? errors[0]?.extensions.code;
}

const ADA = { id: 'jwt:u-1', name: 'Ada', roles: ['admin'] };

describe('a token of the issuer', () => {
  it.each([() => rsa, () => ec, () => ed])('names its subject, whatever the kind of key (%#)', async (key) => {
    expect(await viewerOf(await sign(key()))).toEqual(ADA);
  });

  it('costs one request for keys, however many come', async () => {
    for (const key of [rsa, ec, ed]) await viewerOf(await sign(key));
    expect(issuer.requests()).toBe(1);
  });

  it('may name several audiences', async () => {
    expect(await viewerOf(await sign(rsa, claims({ aud: ['other', AUDIENCE] })))).toEqual(ADA);
  });

  it('holds within the clock skew', async () => {
    const slow = claims({ exp: seconds() - 4, nbf: seconds() + 4 });
    expect(await viewerOf(await sign(rsa, slow))).toEqual(ADA);
  });

  it('that was let in is refused once it has ended', async () => {
    const token = await sign(rsa, claims({ exp: seconds() + 2 }));
    await viewerOf(token);
    pass(8_000);
    expect(await viewerOf(token)).toBe('UNAUTHENTICATED');
  });
});

describe('a token is refused', () => {
  const bad: readonly (readonly [string, () => JWTPayload])[] = [
    ['of another issuer', () => claims({ iss: 'https://evil.test/' })],
    ['whose issuer only begins alike', () => claims({ iss: `${ISSUER}x` })],
    ['for another audience', () => claims({ aud: 'billing' })],
    ['for no audience', () => without('aud')],
    ['of no issuer', () => without('iss')],
    ['that has ended', () => claims({ exp: seconds() - 6 })],
    ['that has not begun', () => claims({ nbf: seconds() + 6 })],
    ['without an end', () => without('exp')],
    ['whose end is no number', () => ({ ...claims(), exp: 'never' as unknown as number })],
    ['without a subject', () => without('sub')],
    ['whose roles are no words', () => claims({ roles: [{ name: 'admin' }] })],
  ];

  it.each(bad)('%s', async (_, payload) => {
    expect(await viewerOf(await sign(rsa, payload()))).toBe('UNAUTHENTICATED');
  });

  it.each(['none', 'None', 'NONE', 'nOnE'])('with the algorithm %s and no signature', async (alg) => {
    expect(await viewerOf(compact({ alg, kid: 'rsa' }, claims()))).toBe('UNAUTHENTICATED');
    // Two parts and a dot, as RFC 7515 has an unsecured one; and without the dot.
    expect(await viewerOf(compact({ alg }, claims()).replace(/\.$/, ''))).toBe('UNAUTHENTICATED');
  });

  it('that takes the public key for the secret of HS256', async () => {
    const publicKey = await importJWK(rsa.jwk, 'RS256');
    const pem = await exportSPKI(publicKey as CryptoKey);
    for (const secret of [pem, pem.trim(), JSON.stringify(rsa.jwk), rsa.jwk.n ?? '']) {
      const unsigned = compact({ alg: 'HS256', kid: 'rsa', typ: 'JWT' }, claims()).replace(/\.$/, '');
      const signature = createHmac('sha256', secret).update(unsigned).digest('base64url');
      expect(await viewerOf(`${unsigned}.${signature}`)).toBe('UNAUTHENTICATED');
    }
  });

  it('signed by another key under a known name', async () => {
    expect(await viewerOf(await sign(forger))).toBe('UNAUTHENTICATED');
  });

  it('whose key is not known', async () => {
    expect(await viewerOf(await sign({ ...forger, kid: 'unknown' }))).toBe('UNAUTHENTICATED');
  });

  it('whose signature was cut, changed or moved from another', async () => {
    const token = await sign(rsa);
    const [head, body, signature] = token.split('.');
    const [, otherBody] = (await sign(rsa, claims({ roles: ['root'] }))).split('.');
    for (const forged of [`${head}.${body}.`, `${head}.${body}.AAAA`, `${head}.${otherBody}.${signature}`]) {
      expect(await viewerOf(forged)).toBe('UNAUTHENTICATED');
    }
  });

  it('that brings its own key', async () => {
    const header = { jwk: forger.jwk, x5c: ['MIIB'] };
    expect(await viewerOf(await sign({ ...forger, kid: 'own' }, claims(), header))).toBe('UNAUTHENTICATED');
  });

  it.each(['jku', 'x5u'])('that names an address for its key with %s, which is never asked', async (parameter) => {
    const evil = await startIssuer({ ...forger, kid: 'evil' });
    const token = await sign({ ...forger, kid: 'evil' }, claims(), { [parameter]: evil.jwksUrl });
    expect([await viewerOf(token), evil.requests()]).toEqual(['UNAUTHENTICATED', 0]);
    await evil.close();
  });

  it('that declares something critical', async () => {
    const header = { alg: 'RS256', kid: 'rsa', crit: ['https://evil.test/ext'], 'https://evil.test/ext': true };
    expect(await viewerOf(compact(header, claims(), new Uint8Array(256)))).toBe('UNAUTHENTICATED');
  });

  it('of a megabyte, before it is a request, and others are served', async () => {
    const { status, text } = await gateway.rawPost(JSON.stringify({ query: VIEWER }), {
      authorization: `Bearer ${'a'.repeat(1_000_000)}`,
    });
    expect([status, JSON.parse(text).errors[0].extensions.code]).toEqual([431, 'REQUEST_TOO_LARGE']);
    expect(await viewerOf(await sign(rsa))).toEqual(ADA);
  });

  it('with the same words, whatever was wrong', async () => {
    const tokens = [
      await sign(forger),
      await sign(rsa, without('exp')),
      'nonsense',
      compact({ alg: 'none' }, claims()),
    ];
    const answers = await Promise.all(tokens.map((token) => gateway.query(VIEWER, {}, token)));
    const texts = answers.map(({ status, errors }) => JSON.stringify([status, errors[0]?.message]));
    expect(new Set(texts).size).toBe(1);
  });

  it('without a trace of it in the log', async () => {
    const token = await sign(forger, claims({ sub: 'canary-4711' }));
    await viewerOf(token);
    expect(gateway.log()).not.toMatch(new RegExp(`canary-4711|${token.slice(-40)}`));
  });
});

describe('a rotation', () => {
  it('lets in a new key without a restart', async () => {
    await viewerOf(await sign(rsa));
    const next = await makeKey('next');
    issuer.keys.push(next);
    pass(31_000);
    expect(await viewerOf(await sign(next))).toEqual(ADA);
  });

  it('shuts out the old key once the set was fetched again', async () => {
    await viewerOf(await sign(rsa));
    issuer.keys.splice(0, 1);
    pass(31_000);
    // A key that nobody knows makes the gateway look.
    await viewerOf(await sign({ ...forger, kid: 'unknown' }));
    expect(await viewerOf(await sign(rsa))).toBe('UNAUTHENTICATED');
  });

  it('is not looked for more than twice a minute, however many unknown keys come', async () => {
    await viewerOf(await sign(rsa));
    const tokens = await Promise.all(Array.from({ length: 50 }, (_, i) => sign({ ...forger, kid: `made-up-${i}` })));
    await Promise.all(tokens.map(viewerOf));
    expect(issuer.requests()).toBe(1);
  });
});

describe('while the issuer is down', () => {
  it('known keys go on', async () => {
    await viewerOf(await sign(rsa));
    await issuer.close();
    pass(10 * 60_000);
    expect(await viewerOf(await sign(rsa))).toEqual(ADA);
  });

  it('known keys do not go on for ever', async () => {
    await viewerOf(await sign(rsa));
    await issuer.close();
    pass(61 * 60_000);
    expect(await viewerOf(await sign(rsa))).toBe('UNAUTHENTICATED');
  });

  it('unknown keys are refused, with a line in the log', async () => {
    await issuer.close();
    expect(await viewerOf(await sign(rsa))).toBe('UNAUTHENTICATED');
    expect(gateway.log()).toContain('key set unavailable');
  });

  it('it is not asked again for every token', async () => {
    issuer.answer = { status: 503, body: 'canary-4711' };
    for (let i = 0; i < 20; i += 1) await viewerOf(await sign(rsa));
    expect([issuer.requests(), gateway.log().includes('canary-4711')]).toEqual([1, false]);
  });
});

describe('what answers for the key set', () => {
  it('is not followed to another address', async () => {
    const evil = await startIssuer(forger);
    issuer.answer = { status: 302, headers: { location: evil.jwksUrl }, body: '' };
    expect([await viewerOf(await sign(forger)), evil.requests()]).toEqual(['UNAUTHENTICATED', 0]);
    await evil.close();
  });

  it.each(['null', '[]', '{}', '{"keys":7}', '{'])('is refused where it is none (%#)', async (body) => {
    issuer.answer = { status: 200, body };
    expect(await viewerOf(await sign(rsa))).toBe('UNAUTHENTICATED');
    expect(gateway.log()).toContain('key set unavailable');
  });

  it('is refused where it is larger than any', async () => {
    const set = { keys: issuer.keys.map(({ jwk }) => jwk), padding: 'x'.repeat(1_000_000) };
    issuer.answer = { status: 200, body: JSON.stringify(set) };
    expect(await viewerOf(await sign(rsa))).toBe('UNAUTHENTICATED');
  });

  it('is not let offer a shared secret', async () => {
    const secret = Buffer.from('not a secret at all, everybody has it');
    issuer.answer = {
      status: 200,
      body: JSON.stringify({ keys: [{ kty: 'oct', kid: 'shared', alg: 'HS256', k: secret.toString('base64url') }] }),
    };
    const unsigned = compact({ alg: 'HS256', kid: 'shared' }, claims()).replace(/\.$/, '');
    const signature = createHmac('sha256', secret).update(unsigned).digest('base64url');
    expect(await viewerOf(`${unsigned}.${signature}`)).toBe('UNAUTHENTICATED');
  });
});

function without(claim: string): JWTPayload {
  return Object.fromEntries(Object.entries(claims()).filter(([name]) => name !== claim));
}
