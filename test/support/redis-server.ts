import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Redis } from 'ioredis';

export interface RedisServerOptions {
  /** Where the program is: `requireProgram('redis-server')`. */
  readonly program: string;
  /** Further settings, as on the command line: ['--maxmemory', '2mb']. */
  readonly settings?: readonly string[];
}

/** A Redis of one test file, on its own loopback port, in its own folder. */
export interface RedisServer {
  readonly url: string;
  /** A client with ioredis's own patience, for looking in from outside. It fails while the server is away. */
  readonly admin: Redis;
  /** SIGSTOP: connections stay, no answer comes. */
  freeze(): void;
  thaw(): void;
  /** SIGKILL. Resolves when the process is gone. */
  kill(): Promise<void>;
  /** Starts it again after `kill`: same port, same folder. Resolves when it takes connections. */
  restart(): Promise<void>;
  /** Ends it and removes its folder. */
  close(): Promise<void>;
}

/** Starts a Redis that keeps nothing on disk unless told to (`SAVE`), and resolves when it takes connections. */
export async function startRedisServer(options: RedisServerOptions): Promise<RedisServer> {
  const folder = await mkdtemp(join(tmpdir(), 'portcullis-redis-'));
  const port = await freePort();
  const fixed = ['--port', `${port}`, '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--daemonize', 'no'];
  const start = () => startProcess(options.program, [...fixed, ...(options.settings ?? [])]);
  let child = await start();
  const url = `redis://127.0.0.1:${port}`;
  const admin = new Redis(url, { retryStrategy: () => 20 });
  admin.on('error', () => {});
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
  };
  return {
    url,
    admin,
    freeze: () => child.kill('SIGSTOP'),
    thaw: () => child.kill('SIGCONT'),
    kill,
    restart: async () => {
      child = await start();
    },
    close: async () => {
      admin.disconnect();
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function startProcess(program: string, settings: readonly string[]): Promise<ChildProcess> {
  const child = spawn(program, settings, { stdio: ['ignore', 'pipe', 'inherit'] });
  const last: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.includes('Ready to accept connections')) {
      // Read on: a full pipe would stop the server.
      child.stdout.resume();
      return child;
    }
    last.push(line);
  }
  throw new Error(`redis-server did not start: ${last.slice(-3).join(' / ')}`);
}

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  const closed = once(probe, 'close');
  probe.close();
  await closed;
  if (address === null || typeof address === 'string') throw new Error('No port to be had.');
  return address.port;
}
