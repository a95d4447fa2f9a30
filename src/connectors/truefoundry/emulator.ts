import type { EmulatorModule } from '../emulation/emulator.ts';
import { startEmulatorServer } from '../emulation/server.ts';
import { handle } from './emulator/routes.ts';
import { seedState } from './emulator/seeding.ts';
import { type EmulatedState, plaintext } from './emulator/state.ts';

/**
 * A TrueFoundry control plane, as far as secret groups and secrets go: every call of the vendor's reference and
 * clients, over HTTP, with its one token.
 *
 * @see https://www.truefoundry.com/docs/api-reference/secret-groups/list-secret-groups.md
 */
export const startEmulator: EmulatorModule['startEmulator'] = async (options) => {
  const state = seedState({ secrets: options.secrets, now: options.now });
  const seeded = { groups: state.groups.size, secrets: state.groupOfSecret.size };
  const host = options.host ?? '127.0.0.1';
  const server = await startEmulatorServer({
    host,
    port: options.port ?? 0,
    handler: (request) => handle(state, request),
  });
  const url = `http://${host}:${server.port}`;
  return {
    url,
    storeConfig: { provider: 'truefoundry', endpoint: url, credentials: { token: state.token } },
    seeded,
    requests: () => server.requests(),
    clearRequests: () => server.clearRequests(),
    setFault: (fault) => server.setFault(fault),
    values: () => valuesOf(state),
    close: () => server.close(),
  };
};

function valuesOf(state: EmulatedState): string[] {
  return [...state.groups.values()].flatMap((group) =>
    [...group.secrets.values()].flatMap(({ versions }) => versions.map(({ value }) => plaintext(value))),
  );
}
