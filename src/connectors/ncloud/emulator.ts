import type { Emulator, EmulatorModule } from '../emulation/emulator.ts';
import { hexOf } from '../emulation/seed.ts';
import { type EmulatedAnswer, type Handler, startEmulatorServer } from '../emulation/server.ts';
import type { NcloudCredentials } from './config.ts';
import { STAGES } from './documented.ts';
import { fail } from './emulator/answers.ts';
import { authenticate, findRoute, limitBody } from './emulator/gateway.ts';
import { bodyOf, pairsOf } from './emulator/input.ts';
import { ROUTES } from './emulator/routes.ts';
import { seedWorld } from './emulator/seeded.ts';
import { peekChain, Refusal, type World } from './emulator/world.ts';

const CREDENTIALS: NcloudCredentials = {
  accessKey: hexOf('ncloud:access-key', 20).toUpperCase(),
  secretKey: hexOf('ncloud:secret-key', 40).toUpperCase(),
};

/**
 * NAVER's API gateway with the Secret Manager behind it, as one account in Korea sees it: all 32 operations, at the
 * root like the host for global keys and below `/secretmanager` like the ocapi hosts. Both show the same secrets.
 */
export const startEmulator: EmulatorModule['startEmulator'] = async (options) => {
  const world = seedWorld(options);
  const seeded = { groups: Math.min(1, world.secrets.size), secrets: world.secrets.size };
  const server = await startEmulatorServer({
    host: options.host ?? '127.0.0.1',
    port: options.port ?? 0,
    handler: (request) => serve(world, request),
  });
  const url = `http://${server.host}:${server.port}`;
  const emulator: Emulator = {
    url,
    storeConfig: { provider: 'ncloud', endpoint: `${url}/secretmanager`, credentials: CREDENTIALS },
    seeded,
    requests: server.requests,
    clearRequests: server.clearRequests,
    setFault: server.setFault,
    values: () => valuesOf(world),
    close: server.close,
  };
  return emulator;
};

function serve(world: World, request: Parameters<Handler>[0]): EmulatedAnswer {
  try {
    const { handler, parts } = findRoute(ROUTES, request);
    authenticate(request, CREDENTIALS, world.now());
    limitBody(request);
    return handler({ world, parts, query: request.query, body: bodyOf(request) });
  } catch (error) {
    if (error instanceof Refusal) return fail(error);
    throw error;
  }
}

/** Every value of every pair in every slot. */
function valuesOf(world: World): readonly string[] {
  return [...world.secrets.values()].flatMap((secret) => {
    const chain = peekChain(secret);
    return STAGES.flatMap((stage) => Object.values(pairsOf(chain[stage]))).map((value) =>
      typeof value === 'string' ? value : JSON.stringify(value),
    );
  });
}
