import { Agent } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createListener, type Listener, trustedSocket } from '../../src/server/listener/listener.ts';
import { createLogger } from '../../src/telemetry/logger.ts';
import {
  type Authority,
  type Identity,
  makeAuthority,
  makeTlsFolder,
  postTls,
  type TlsFolder,
} from './certificates.ts';

const NAME = [{ name: 'commonName', value: 'it' }];

let servers: Authority;
let clients: Authority;
let client: Identity;
let folder: TlsFolder;
let listener: Listener;
let url: string;
let lines: string[];
let closeServer: () => Promise<void>;
let kept: Agent;

beforeEach(async () => {
  [servers, clients] = await Promise.all([makeAuthority('servers'), makeAuthority('clients')]);
  client = await clients.issue(NAME);
  folder = makeTlsFolder(await servers.issue(NAME, { usage: 'server' }), clients.cert);
  lines = [];
  listener = await open(folder);
  const server = listener.createServer((request, response) => {
    response.end(trustedSocket(request.socket, listener.clientTrust) === null ? 'nobody' : 'known');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `https://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  kept = new Agent({ keepAlive: true, maxSockets: 1 });
  closeServer = () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
});

afterEach(async () => {
  kept.destroy();
  listener.close();
  await closeServer();
  folder.remove();
});

function open({ files }: TlsFolder): Promise<Listener> {
  const logger = createLogger({ level: 'debug', destination: { write: (line) => void lines.push(line) } });
  return createListener({
    tls: files,
    maxConnections: 100,
    maxConnectionsPerAddress: 100,
    requestTimeoutMs: 30_000,
    logger,
  });
}

const call = (agent: Agent | false, identity: Identity = client) =>
  postTls(url, { ca: servers.cert, ...identity, agent });

async function renewServer(): Promise<void> {
  const next = await servers.issue(NAME, { usage: 'server' });
  folder.write('certFile', next.cert);
  folder.write('keyFile', next.key);
}

describe("the server's certificate, once its files have changed,", () => {
  it('is the new one for connections to come, and stays the old one for those that stand', async () => {
    const before = await call(kept);
    await renewServer();
    await listener.renewal?.check();
    const [old, fresh] = [await call(kept), await call(false)];
    expect(old.reused).toBe(true);
    expect(fresh.serverFingerprint).not.toBe(before.serverFingerprint);
  });

  it('stays while a file is half written, and follows when it is whole', async () => {
    const before = await call(false);
    folder.write('certFile', '-----BEGIN CERTIFICATE-----\ncanary-4711');
    await listener.renewal?.check();
    const during = await call(false);
    await renewServer();
    await listener.renewal?.check();
    const after = await call(false);
    expect(during.serverFingerprint).toBe(before.serverFingerprint);
    expect(after.serverFingerprint).not.toBe(before.serverFingerprint);
    expect(lines.join('')).toContain('certificates not renewed');
    expect(lines.join('')).not.toContain('canary-4711');
  });

  it('stays while the key is not its own', async () => {
    const before = await call(false);
    folder.write('certFile', (await servers.issue(NAME, { usage: 'server' })).cert);
    await listener.renewal?.check();
    expect((await call(false)).serverFingerprint).toBe(before.serverFingerprint);
  });

  it('is not touched while nothing changes', async () => {
    await listener.renewal?.check();
    expect(lines).toEqual([]);
  });
});

describe("the clients' authority, once its file has changed,", () => {
  it('lets in whom the new one signed', async () => {
    const next = await makeAuthority('next clients');
    folder.write('clientCaFile', `${clients.cert}\n${next.cert}`);
    await listener.renewal?.check();
    expect((await call(false, await next.issue(NAME))).text).toBe('known');
  });

  it('no longer knows whom the old one signed, on a connection that stands as little as on a new one', async () => {
    const before = await call(kept);
    folder.write('clientCaFile', (await makeAuthority('next clients')).cert);
    await listener.renewal?.check();
    const after = [await call(kept), await call(false)];
    expect([before, ...after].map(({ text }) => text)).toEqual(['known', 'nobody', 'nobody']);
  });

  it('still knows, on a connection that stands, whom an authority signed that is still named', async () => {
    await call(kept);
    folder.write('clientCaFile', `${(await makeAuthority('next clients')).cert}\n${clients.cert}`);
    await listener.renewal?.check();
    expect((await call(kept)).text).toBe('known');
  });
});

describe('a listener does not start', () => {
  it.each(['certFile', 'keyFile', 'clientCaFile'] as const)('with a %s that is none, and names it', async (file) => {
    folder.write(file, 'canary-4711');
    await expect(open(folder)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      message: expect.not.stringContaining('canary'),
      details: { argument: `server.tls.${file}` },
    });
  });

  it('with a file that is not there', async () => {
    await expect(open({ ...folder, files: { ...folder.files, keyFile: '/nowhere' } })).rejects.toMatchObject({
      details: { argument: 'server.tls.keyFile' },
    });
  });

  it('with a key that is not that of its certificate', async () => {
    folder.write('keyFile', (await servers.issue(NAME)).key);
    await expect(open(folder)).rejects.toMatchObject({ details: { argument: 'server.tls.keyFile' } });
  });
});
