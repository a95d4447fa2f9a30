import type { Emulator, EmulatorOptions } from '../emulation/emulator.ts';
import { startEmulatorServer } from '../emulation/server.ts';
import { type CertificateFiles, makeCertificates } from './emulator/certificates.ts';
import { CertifiedMessage } from './emulator/peer.ts';
import { route } from './emulator/router.ts';
import { seedWorld } from './emulator/seeding.ts';
import { contentOf } from './emulator/world.ts';

export interface ImcoEmulatorOptions extends EmulatorOptions {
  /** How long the cloud takes for a piece of work, in milliseconds of `now`; 300 where nothing is said. */
  readonly latencyMs?: number;
}

export interface ImcoEmulator extends Emulator {
  /** What a managed server is let in with: it may download values at `${origin}/secret/secret_versions/:id`. */
  readonly hostFiles: CertificateFiles;
  /** The cloud refuses the next pieces of work: what is created stalls, what is updated ends in updating_error. */
  failNext(times: number): void;
}

/**
 * The secrets API of one customer of IMCO, with mutual TLS: a client without a certificate of the authority made at
 * start does not get through the handshake. The folder holds that certificate, as an API key is handed out.
 */
export async function startEmulator(options: ImcoEmulatorOptions): Promise<ImcoEmulator> {
  const world = seedWorld(options.secrets, { now: options.now, latencyMs: options.latencyMs ?? 300 });
  const seeded = { groups: world.vaults.size, secrets: world.secrets.size };
  const { server: identity, user, host } = await makeCertificates(options.directory, options.now());
  const server = await startEmulatorServer({
    host: options.host ?? '127.0.0.1',
    port: options.port ?? 0,
    handler: (request) => route(world, request),
    tls: { ...identity, requestCert: true, rejectUnauthorized: true, IncomingMessage: CertifiedMessage },
  });
  const url = `https://${server.host}:${server.port}/v3`;
  return {
    url,
    storeConfig: { provider: 'imco', endpoint: url, credentials: user },
    seeded,
    hostFiles: host,
    requests: server.requests,
    clearRequests: server.clearRequests,
    setFault: server.setFault,
    failNext: (times) => {
      world.failures = times;
    },
    values: () =>
      [...world.secrets.values()].flatMap((secret) => secret.versions.map((_, index) => contentOf(secret, index))),
    close: server.close,
  };
}
