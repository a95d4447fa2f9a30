import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Agent, type Dispatcher, request } from 'undici';
import type { Order, Report } from './gateway-process.ts';

const PROGRAM = fileURLToPath(new URL('gateway-process.ts', import.meta.url));

/** One answer of the gateway as it came over the wire. */
export interface Exchange {
  readonly label: string;
  readonly status: number;
  readonly head: string;
  readonly body: string;
}

export interface Sending {
  readonly label: string;
  readonly path?: string;
  readonly method?: Dispatcher.HttpMethod;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

export interface RemoteGateway {
  readonly url: string;
  /** Everything that was answered so far. */
  readonly exchanges: readonly Exchange[];
  send(sending: Sending): Promise<Exchange>;
  /** What it printed, on either stream. */
  output(): Buffer;
  retain(text: string, atTheEnd: string): Promise<void>;
  /** Ends the client's connections, then takes a snapshot of the heap and answers it. */
  heapSnapshot(): Promise<Buffer>;
  /** The contents of every file in the folders that it may write to. */
  files(): Promise<readonly { readonly name: string; readonly contents: Buffer }[]>;
  /** Its working and temporary folder: nothing else on this machine may be written by it. */
  readonly folder: string;
  close(): Promise<void>;
}

/**
 * Starts a gateway in a process of its own that may write nowhere but into a folder of its own: Node's permission
 * model refuses the rest, so that looking into the folder is looking everywhere.
 * @see https://nodejs.org/docs/latest-v24.x/api/permissions.html
 */
export async function startRemoteGateway(configOf: (folder: string) => unknown): Promise<RemoteGateway> {
  const base = await mkdtemp(join(tmpdir(), 'portcullis-leak-'));
  const [folder, heap] = [join(base, 'work'), join(base, 'heap')];
  await Promise.all([mkdir(folder), mkdir(heap)]);
  const child = fork(PROGRAM, {
    cwd: folder,
    env: { TMPDIR: folder, HOME: folder },
    // Strings are cut at 1,024 characters in a snapshot unless told otherwise: a body that is kept would be missed.
    execArgv: [
      '--expose-gc',
      '--heap-snapshot-string-limit=50000000',
      '--permission',
      '--allow-fs-read=*',
      `--allow-fs-write=${base}`,
      '--disable-warning=SecurityWarning',
    ],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const printed: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => printed.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => printed.push(chunk));
  const order = (what: Order) => ask(child, what, () => Buffer.concat(printed).toString());
  const { url = '' } = await order({ do: 'open', config: configOf(folder) }).catch(async (error: unknown) => {
    child.kill();
    await rm(base, { recursive: true, force: true });
    throw error;
  });

  let agent = new Agent({ connections: 8 });
  const exchanges: Exchange[] = [];
  return {
    url,
    exchanges,
    folder,
    async send({ label, path = '/graphql', method = 'POST', headers, body }) {
      const answer = await request(`${url}${path}`, {
        dispatcher: agent,
        method,
        headers: { 'content-type': 'application/json', ...headers },
        ...(body === undefined ? {} : { body }),
      });
      const text = await answer.body.text();
      const exchange = { label, status: answer.statusCode, head: JSON.stringify(answer.headers), body: text };
      exchanges.push(exchange);
      return exchange;
    },
    output: () => Buffer.concat(printed),
    retain: async (text, atTheEnd) => {
      await order({ do: 'retain', text, atTheEnd });
    },
    async heapSnapshot() {
      await agent.close();
      agent = new Agent({ connections: 8 });
      const file = join(heap, 'gateway.heapsnapshot');
      await order({ do: 'snapshot', file });
      return readFile(file);
    },
    files: () => readFolder(folder),
    async close() {
      await agent.close();
      const exited = once(child, 'exit');
      child.send({ do: 'close' } satisfies Order);
      await exited;
      await rm(base, { recursive: true, force: true });
    },
  };
}

async function ask(child: ChildProcess, order: Order, printed: () => string): Promise<Report> {
  const answered = new Promise<Report>((resolve, reject) => {
    const onMessage = (report: unknown) => {
      child.off('exit', onExit);
      resolve(report as Report);
    };
    const onExit = () => {
      child.off('message', onMessage);
      reject(new Error(`the gateway ended at ${order.do}: ${printed().slice(-2_000)}`));
    };
    child.once('message', onMessage);
    child.once('exit', onExit);
  });
  child.send(order);
  return answered;
}

async function readFolder(folder: string): Promise<readonly { readonly name: string; readonly contents: Buffer }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry) => {
        const name = join(entry.parentPath, entry.name);
        return { name, contents: await readFile(name) };
      }),
  );
}
