import { createHash, X509Certificate } from 'node:crypto';
import { Agent } from 'node:https';
import { connect } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { TestGateway } from '../support/gateway.ts';
import {
  type Authority,
  type Identity,
  makeAuthority,
  makeSelfSigned,
  makeTlsFolder,
  postTls,
  type TlsFolder,
} from './certificates.ts';
import { startSmallGateway, VIEWER } from './one-store.ts';

const CI = [
  // Escaped for the library that makes it: the organization is 'Example, Inc.'.
  { name: 'organizationName', value: 'Example\\, Inc.' },
  { name: 'commonName', value: 'ci' },
];
const named = (value: string) => [{ name: 'commonName', value }];
const fingerprintOf = ({ cert }: Identity) =>
  new X509Certificate(cert).fingerprint256.replaceAll(':', '').toLowerCase();

let authority: Authority;
let serverAuthority: Authority;
let pinned: Identity;
let folder: TlsFolder;
let gateway: TestGateway;

beforeAll(async () => {
  // The gateway's own clock alone is played; that of TLS is the system's.
  vi.useFakeTimers({ toFake: ['Date'] });
  [authority, serverAuthority] = await Promise.all([makeAuthority('clients'), makeAuthority('servers')]);
  pinned = await authority.issue(named('pinned'));
  folder = makeTlsFolder(await serverAuthority.issue(named('gateway'), { usage: 'server' }), authority.cert);
  gateway = await startSmallGateway({
    server: { tls: folder.files },
    auth: {
      tokens: [{ name: 'robot', sha256: createHash('sha256').update('robot-token').digest('hex'), roles: ['admin'] }],
      certificates: [
        { subject: 'O=Example\\, Inc., CN=ci', roles: ['admin'] },
        { fingerprint: fingerprintOf(pinned), roles: ['auditor'], name: 'the pinned one' },
      ],
    },
  });
});

afterAll(async () => {
  await gateway.close();
  folder.remove();
  vi.useRealTimers();
});

async function call(identity: Identity | null, token?: string, agent?: Agent): Promise<unknown> {
  const { text } = await postTls(`${gateway.url}/graphql`, {
    ca: serverAuthority.cert,
    ...(identity ?? {}),
    agent: agent ?? false,
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query: VIEWER }),
  });
  const { data, errors } = JSON.parse(text);
  return data?.viewer ?? errors[0].extensions.code;
}

it('says in its address that it listens over TLS', () => {
  expect(gateway.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
});

describe('a certificate that the authority signed', () => {
  it('stands for whom its whole subject names', async () => {
    const identity = await authority.issue(CI);
    expect(await call(identity)).toEqual({ id: `cert:${fingerprintOf(identity)}`, name: 'ci', roles: ['admin'] });
  });

  it('stands for whom its fingerprint names', async () => {
    expect(await call(pinned)).toMatchObject({ name: 'the pinned one', roles: ['auditor'] });
  });

  it('stands for nobody without an entry, though its common name be a known one', async () => {
    expect(await call(await authority.issue(named('ci')))).toBe('UNAUTHENTICATED');
  });

  it('does not spell another subject with what stands in one attribute', async () => {
    const forged = await authority.issue([{ name: 'organizationName', value: 'Example\\, Inc.\\,CN=ci' }]);
    expect(await call(forged)).toBe('UNAUTHENTICATED');
  });

  it('stands for nobody once it has ended', async () => {
    expect(await call(await authority.issue(CI, { days: -0.5 }))).toBe('UNAUTHENTICATED');
  });

  it('stands for nobody once it has ended, also on a connection that it opened before', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const identity = await authority.issue(CI);
    const start = Date.now();
    const before = [await call(identity, undefined, agent), await call(identity, undefined, agent)];
    vi.setSystemTime(start + 2 * 86_400_000);
    const after = await call(identity, undefined, agent);
    vi.setSystemTime(start);
    agent.destroy();
    const known = expect.objectContaining({ name: 'ci' });
    expect([...before, after]).toEqual([known, known, 'UNAUTHENTICATED']);
  });
});

describe('a certificate that the authority did not sign', () => {
  it('stands for nobody where it signed itself', async () => {
    expect(await call(await makeSelfSigned('ci'))).toBe('UNAUTHENTICATED');
  });

  it('stands for nobody where another authority of the same name signed it', async () => {
    const impostor = await makeAuthority('clients');
    expect(await call(await impostor.issue(CI))).toBe('UNAUTHENTICATED');
  });

  it('stands for nobody where it comes with the certificate of the true authority', async () => {
    const impostor = await makeAuthority('clients');
    const { cert, key } = await impostor.issue(CI);
    expect(await call({ cert: `${cert}\n${authority.cert}`, key })).toBe('UNAUTHENTICATED');
  });

  it('stands for nobody where the authority of servers signed it', async () => {
    expect(await call(await serverAuthority.issue(CI))).toBe('UNAUTHENTICATED');
  });

  it('keeps nobody from being known by a token', async () => {
    expect(await call(await makeSelfSigned('ci'), 'robot-token')).toMatchObject({ id: 'token:robot' });
  });
});

describe('with a certificate and a token', () => {
  it('the token says who is calling', async () => {
    expect(await call(await authority.issue(CI), 'robot-token')).toMatchObject({ id: 'token:robot' });
  });

  it('nobody is calling where the token does not hold', async () => {
    expect(await call(await authority.issue(CI), 'wrong')).toBe('UNAUTHENTICATED');
  });
});

it('without a certificate and a token nobody is calling', async () => {
  expect(await call(null)).toBe('UNAUTHENTICATED');
});

it('a session is never resumed, for a resumed one would not be checked again', async () => {
  const identity = await authority.issue(CI);
  const { port } = new URL(gateway.url);
  const session = await new Promise<Buffer | null>((resolve, reject) => {
    let ticket: Buffer | null = null;
    const socket = connect({ port: Number(port), host: '127.0.0.1', ca: serverAuthority.cert, ...identity }, () =>
      socket.end('GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n'),
    );
    socket.on('session', (found) => {
      ticket = found;
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(ticket));
    socket.resume();
  });
  const reused = await new Promise<boolean>((resolve, reject) => {
    const socket = connect(
      { port: Number(port), host: '127.0.0.1', ca: serverAuthority.cert, ...identity, ...(session && { session }) },
      () => {
        resolve(socket.isSessionReused());
        socket.destroy();
      },
    );
    socket.on('error', reject);
  });
  expect(reused).toBe(false);
});
