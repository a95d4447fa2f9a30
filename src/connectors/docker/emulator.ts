import { connect, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { decodeUtf8 } from '../../domain/secret-value.ts';
import type { Emulator, EmulatorOptions } from '../emulation/emulator.ts';
import { startEmulatorServer } from '../emulation/server.ts';
import { makeCertificates } from './emulator/certificates.ts';
import { ENGINES, type EngineName, type SwarmState } from './emulator/engine.ts';
import { route } from './emulator/router.ts';
import { seedSwarm } from './emulator/seed.ts';
import { createSwarm, type Swarm } from './emulator/swarm.ts';
import { joinTokens } from './emulator/system-api.ts';

export interface DockerEmulatorOptions extends EmulatorOptions {
  /** Which engine is played; 28.0 where nothing is said. */
  readonly engine?: EngineName;
  /** Serves HTTPS and wants a client certificate, as a daemon with --tlsverify does. */
  readonly tls?: boolean;
  /** Listens on `docker.sock` in the directory as well. */
  readonly unixSocket?: boolean;
}

export interface DockerEmulator extends Emulator {
  /** unix:///…/docker.sock, where it was asked for. */
  readonly unixUrl: string | null;
  setSwarmState(state: SwarmState): void;
  /** The engine is replaced by another one under the same address: clients must agree on a version again. */
  setEngine(engine: EngineName): void;
}

/** A manager of a swarm with its secrets and the services that use them, as far as the README says. */
export async function startEmulator(options: DockerEmulatorOptions): Promise<DockerEmulator> {
  const swarm = createSwarm(options.now);
  const groups = seedSwarm(swarm, options.secrets, options.now());
  const certificates = options.tls === true ? await makeCertificates(options.directory) : null;
  let profile = ENGINES[options.engine ?? '28.0'];
  const server = await startEmulatorServer({
    host: options.host ?? '127.0.0.1',
    port: options.port ?? 0,
    handler: (request) => route(swarm, profile, request),
    ...(certificates === null ? {} : { tls: certificates.server }),
  });
  const socketPath = options.unixSocket === true ? join(options.directory, 'docker.sock') : null;
  const relay = socketPath === null ? null : await startRelay(socketPath, server);
  const authority = `${server.host}:${server.port}`;
  const endpoint = certificates === null ? `tcp://${authority}` : `https://${authority}`;
  return {
    url: certificates === null ? `http://${authority}` : endpoint,
    unixUrl: socketPath === null ? null : `unix://${socketPath}`,
    storeConfig: {
      provider: 'docker',
      endpoint,
      ...(certificates === null ? {} : { credentials: certificates.files }),
    },
    seeded: { groups, secrets: swarm.secrets.size },
    requests: server.requests,
    clearRequests: server.clearRequests,
    setFault: server.setFault,
    values: () => valuesOf(swarm),
    setSwarmState: (state) => {
      swarm.state = state;
    },
    setEngine: (engine) => {
      profile = ENGINES[engine];
    },
    async close() {
      await relay?.close();
      await server.close();
    },
  };
}

/** Bytes that are not UTF-8 are told as base64, which is how they travel. */
function valuesOf(swarm: Swarm): readonly string[] {
  const values = Array.from(swarm.secrets.values(), (secret) => {
    const data = secret.data();
    return data === null ? [] : [decodeUtf8(data) ?? data.toString('base64')];
  });
  return [...values.flat(), ...joinTokens()];
}

/** Carries a unix socket's bytes to the server, so that both doors record in one place. */
async function startRelay(
  path: string,
  to: { readonly host: string; readonly port: number },
): Promise<{ readonly close: () => Promise<void> }> {
  const open = new Set<Socket>();
  const relay: Server = createServer((local) => {
    const remote = connect(to.port, to.host);
    for (const [socket, other] of [
      [local, remote],
      [remote, local],
    ] as const) {
      open.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        open.delete(socket);
        other.destroy();
      });
      socket.pipe(other);
    }
  });
  await new Promise<void>((resolve, reject) => {
    relay.once('error', reject);
    relay.listen(path, resolve);
  });
  return {
    close: () =>
      new Promise((resolve) => {
        relay.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}
