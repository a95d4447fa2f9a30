import { describe, expect, it } from 'vitest';
import { PROVIDERS } from '../connectors/registry.ts';
import { ConfigError, parseConfigValue } from './load.ts';

const STORE = {
  name: 'ncloud',
  provider: 'ncloud',
  endpoint: 'https://ncloud.test',
  credentials: { accessKey: 'a', secretKey: 'b' },
};
const POLICY = [{ effect: 'allow', roles: ['a'], actions: ['*'], resources: ['**'] }];
const JWT = { issuer: 'https://issuer.test/', audience: 'portcullis', jwksUrl: 'https://issuer.test/jwks' };
const SHA256 = 'ab'.repeat(32);

function parse(config: Readonly<Record<string, unknown>>) {
  return parseConfigValue({ stores: [STORE], policy: POLICY, ...config }, { providers: PROVIDERS, env: {} });
}

/** Where the faults are and what is said of the first. */
function faultsOf(config: Readonly<Record<string, unknown>>): readonly string[] {
  try {
    parse(config);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.faults.map(({ path }) => path);
  }
}

describe('identity', () => {
  it('by JWT has a bounded skew and the usual claims unless told', () => {
    expect(parse({ auth: { jwt: JWT } }).auth?.jwt).toMatchObject({
      rolesClaim: 'roles',
      nameClaim: 'name',
      clockSkewSeconds: 5,
    });
  });

  it.each(['http://127.0.0.1:8080/jwks', 'http://localhost/jwks', 'http://[::1]/jwks'])(
    'may have its keys on this machine in the clear: %s',
    (jwksUrl) => {
      expect(faultsOf({ auth: { jwt: { ...JWT, jwksUrl } } })).toEqual([]);
    },
  );

  it.each(['http://issuer.test/jwks', 'ftp://issuer.test/jwks', 'https://user:pass@issuer.test/jwks', 'issuer.test'])(
    'must not have its keys anywhere else in the clear: %s',
    (jwksUrl) => {
      expect(faultsOf({ auth: { jwt: { ...JWT, jwksUrl } } })).toEqual(['auth.jwt.jwksUrl']);
    },
  );

  it('has no skew of minutes', () => {
    expect(faultsOf({ auth: { jwt: { ...JWT, clockSkewSeconds: 61 } } })).toEqual(['auth.jwt.clockSkewSeconds']);
  });

  it('that names nobody is a fault', () => {
    expect(faultsOf({ auth: {} })).toEqual(['auth']);
  });

  it('by certificate needs the authority that signs them', () => {
    const certificates = [{ fingerprint: SHA256, roles: ['a'] }];
    expect(faultsOf({ auth: { certificates } })).toEqual(['auth.certificates']);
  });

  it.each([
    { roles: ['a'] },
    { subject: 'CN=ci', fingerprint: SHA256, roles: ['a'] },
    { fingerprint: 'ab:cd', roles: ['a'] },
  ])('by certificate is either by subject or by fingerprint: %j', (certificate) => {
    const tls = { certFile: 'a', keyFile: 'b', clientCaFile: 'c' };
    const [fault] = faultsOf({ server: { tls }, auth: { certificates: [certificate] } });
    expect(fault).toMatch(/^auth\.certificates\[0\]/);
  });

  it('by token may end at an instant, and at nothing else', () => {
    const token = (expiresAt: string) => ({
      auth: { tokens: [{ name: 'ci', sha256: SHA256, roles: ['a'], expiresAt }] },
    });
    expect([faultsOf(token('2027-01-31T00:00:00+09:00')), faultsOf(token('next week'))]).toEqual([
      [],
      ['auth.tokens[0].expiresAt'],
    ]);
  });
});

describe('protection', () => {
  it('is on without a word in the file', () => {
    const { server, limits, reveal } = parse({});
    expect([server.rateLimit, server.connections, server.cors, server.operations, reveal]).toEqual([
      { perMinute: 6_000, perAddressPerMinute: 30_000 },
      { max: 8_192, maxPerAddress: 1_024 },
      { origins: [] },
      'any',
      { perMinute: 60 },
    ]);
    expect(Object.values(limits).every((limit) => limit > 0)).toBe(true);
  });

  it('by trusted operations needs to know which', () => {
    expect(faultsOf({ server: { operations: 'trusted' } })).toEqual(['server.trustedDocumentsFile']);
  });

  it.each([
    '*',
    'null',
    'app.example.com',
    'https://app.example.com/',
    'https://*.example.com',
    'HTTPS://APP.EXAMPLE.COM',
  ])('lets in origins by name only: %s', (origin) => {
    expect(faultsOf({ server: { cors: { origins: [origin] } } })).toEqual(['server.cors.origins[0]']);
  });
});
