import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { cannotRun, requireProgram } from './packages.ts';

export interface DockerEngine {
  /** unix:///…/docker.sock */
  readonly endpoint: string;
  readonly socketPath: string;
  /** One request over the socket, for what the connector under test does not do. */
  send(method: string, path: string, body?: unknown): Promise<EngineAnswer>;
  /** Makes the node the manager of a swarm of its own. */
  initSwarm(): Promise<void>;
  /** Ends the daemon and removes all that it wrote. */
  close(): Promise<void>;
}

export interface EngineAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** As sent. */
  readonly text: string;
}

/** Null where a real engine can be started here, else the reason (already printed; thrown with CI=true). */
export async function dockerEngineMissing(): Promise<string | null> {
  const dockerd = await requireProgram('dockerd');
  if (dockerd.reason !== null) return dockerd.reason;
  return process.getuid?.() === 0 ? null : cannotRun('dockerd needs root');
}

/**
 * Starts a real `dockerd` in mount and network namespaces of its own: no bridge, no firewall rule and no mount of it
 * is seen outside, so two run side by side and nothing stays when it is killed. `setpriv` has the kernel end it
 * when this process dies; dockerd has containerd end with itself.
 */
export async function startDockerEngine(): Promise<DockerEngine> {
  const dockerd = await requireProgram('dockerd');
  if (dockerd.path === null) throw new Error(dockerd.reason);
  const directory = await mkdtemp(join(tmpdir(), 'portcullis-dockerd-'));
  const socketPath = join(directory, 'docker.sock');
  const daemon = spawn('setpriv', ['--pdeathsig', 'KILL', ...inNamespaces(dockerd.path), ...flags(directory)], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const send: DockerEngine['send'] = (method, path, body) => sendTo(socketPath, { method, path, body });
  const close = async () => {
    await end(daemon);
    await rm(directory, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    await untilListening(daemon);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    endpoint: `unix://${socketPath}`,
    socketPath,
    send,
    async initSwarm() {
      const { status } = await send('POST', '/swarm/init', { ListenAddr: '127.0.0.1:0', AdvertiseAddr: '127.0.0.1' });
      if (status !== 200) throw new Error(`swarm init answered ${status}`);
    },
    close,
  };
}

function inNamespaces(dockerd: string): readonly string[] {
  const script = `ip link set lo up && exec ${dockerd} "$@"`;
  return ['unshare', '--mount', '--net', '--propagation', 'private', 'sh', '-c', script, 'sh'];
}

function flags(directory: string): readonly string[] {
  return [
    ...['--data-root', join(directory, 'data'), '--exec-root', join(directory, 'exec')],
    ...['--pidfile', join(directory, 'docker.pid'), '--host', `unix://${join(directory, 'docker.sock')}`],
    ...['--iptables=false', '--ip6tables=false', '--ip-forward=false', '--ip-masq=false'],
    ...['--bridge=none', '--storage-driver=vfs'],
  ];
}

/** The daemon's log says when; its last lines say why not. */
async function untilListening(daemon: ChildProcess): Promise<void> {
  let log = '';
  await new Promise<void>((resolve, reject) => {
    daemon.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      log = `${log}${chunk}`.slice(-4_000);
      if (log.includes('API listen on')) resolve();
    });
    daemon.once('error', reject);
    daemon.once('exit', () => reject(new Error(`dockerd did not start:\n${log}`)));
  });
}

async function end(daemon: ChildProcess): Promise<void> {
  if (daemon.exitCode !== null || daemon.signalCode !== null) return;
  const exited = once(daemon, 'exit');
  daemon.kill('SIGTERM');
  const impatient = setTimeout(() => daemon.kill('SIGKILL'), 10_000);
  await exited;
  clearTimeout(impatient);
}

async function sendTo(
  socketPath: string,
  { method, path, body }: { readonly method: string; readonly path: string; readonly body: unknown },
): Promise<EngineAnswer> {
  const sent = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
  const headers = sent === undefined ? {} : { 'content-type': 'application/json' };
  const outgoing = request({ socketPath, method, path, headers });
  outgoing.end(sent);
  const [answer] = await once(outgoing, 'response');
  return { status: answer.statusCode, headers: answer.headers, text: await text(answer) };
}
