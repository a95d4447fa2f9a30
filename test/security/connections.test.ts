import { once } from 'node:events';
import { request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TestGateway } from '../support/gateway.ts';
import { startSmallGateway, VIEWER } from './one-store.ts';

const PER_ADDRESS = 200;
const LONG_MS = 60_000;
const SHORT_MS = 500;

let gateway: TestGateway;
let sockets: Socket[];

beforeEach(() => {
  sockets = [];
});

afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  await gateway.close();
});

async function start(requestTimeoutMs: number): Promise<void> {
  const connections = { max: 300, maxPerAddress: PER_ADDRESS };
  gateway = await startSmallGateway({ server: { connections, requestTimeoutMs } });
}

const port = () => Number(new URL(gateway.url).port);

/** Opens a connection; its end is not an error here but what the test looks for. */
function open(localAddress: string): Socket {
  const socket = connect({ port: port(), host: '127.0.0.1', localAddress });
  socket.on('error', () => {});
  sockets.push(socket);
  return socket;
}

const isClosed = (socket: Socket) => once(socket, 'close').then(() => true);

/** What a client at another address is answered. */
function askFrom(localAddress: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', authorization: 'Bearer sandbox-auditor' };
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

describe('a thousand idle connections of one address', () => {
  beforeEach(() => start(LONG_MS));

  it('are closed beyond the limit of the address, while others are served and memory stays flat', async () => {
    const before = process.memoryUsage().rss;
    const idle = Array.from({ length: 1_000 }, () => open('127.0.0.1'));
    let closed = 0;
    await new Promise<void>((resolve) => {
      for (const socket of idle) {
        socket.once('close', () => {
          closed += 1;
          if (closed === idle.length - PER_ADDRESS) resolve();
        });
        socket.resume();
      }
    });
    // Not the first, whose time is not up.
    expect(idle.slice(0, PER_ADDRESS).filter(({ closed }) => closed)).toEqual([]);
    expect(await askFrom('127.0.0.2')).toBe(200);
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
  });
});

it('connections that say nothing are closed after a while, all of them', async () => {
  await start(SHORT_MS);
  const idle = Array.from({ length: PER_ADDRESS }, () => open('127.0.0.1').resume());
  expect(await Promise.all(idle.map(isClosed))).toEqual(Array(PER_ADDRESS).fill(true));
  expect(await askFrom('127.0.0.1')).toBe(200);
});

describe('connections of many addresses', () => {
  beforeEach(() => start(LONG_MS));

  it('are closed beyond the limit in all', async () => {
    const fill = ['127.0.0.1', '127.0.0.2'].flatMap((address) =>
      Array.from({ length: 150 }, () => open(address).resume()),
    );
    await Promise.all(fill.map((socket) => once(socket, 'connect')));
    expect(await isClosed(open('127.0.0.3').resume())).toBe(true);
    expect(fill.filter(({ closed }) => closed)).toEqual([]);
  });

  it('that are closed make room for others', async () => {
    const fill = Array.from({ length: PER_ADDRESS }, () => open('127.0.0.1').resume());
    await Promise.all(fill.map((socket) => once(socket, 'connect')));
    expect(await isClosed(open('127.0.0.1').resume())).toBe(true);
    expect(fill.filter(({ closed }) => closed)).toEqual([]);
    await Promise.all(fill.map((socket) => isClosed(socket.end())));
    expect(await askFrom('127.0.0.1')).toBe(200);
  });
});

describe('a slow request', () => {
  beforeEach(() => start(SHORT_MS));

  const HEAD = 'POST /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer sandbox-admin\r\n';

  /** All that comes back until the connection is closed. */
  async function answerTo(text: string): Promise<string> {
    const socket = open('127.0.0.1').setEncoding('utf8');
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.write(text);
    await isClosed(socket);
    return answer;
  }

  it('whose body does not come is refused', async () => {
    const answer = await answerTo(`${HEAD}Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"query":`);
    expect(answer).toMatch(/^HTTP\/1\.1 408 .*"code":"DEADLINE_EXCEEDED"/s);
  });

  it('whose head does not end is refused', async () => {
    expect(await answerTo(HEAD)).toMatch(/^HTTP\/1\.1 408 .*"code":"DEADLINE_EXCEEDED"/s);
  });

  it('does not hold up another', async () => {
    const slow = Array.from({ length: 100 }, () => {
      const socket = open('127.0.0.1');
      socket.write(`${HEAD}Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{`);
      return socket;
    });
    await Promise.all(slow.map((socket) => once(socket, 'connect')));
    expect(await askFrom('127.0.0.2')).toBe(200);
  });
});

it('what is not HTTP is answered in our shape, without a word of it', async () => {
  await start(LONG_MS);
  const socket = open('127.0.0.1').setEncoding('utf8');
  let answer = '';
  socket.on('data', (chunk) => {
    answer += chunk;
  });
  socket.write('canary-4711\r\n\r\n');
  await isClosed(socket);
  expect(answer).toMatch(/^HTTP\/1\.1 400 .*"code":"BAD_REQUEST"/s);
  expect(answer).not.toContain('canary');
});
