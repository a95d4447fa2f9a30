import type { EmulatedAnswer, EmulatedRequest } from '../../emulation/server.ts';
import {
  finishImports,
  importVaults,
  listAccounts,
  listEvents,
  listPlans,
  listProviders,
  listRealms,
  ping,
  showAccount,
  showPlan,
  showRealm,
} from './cloud-api.ts';
import { attachLabel, createLabel, detachLabel, listLabels, showLabel } from './labels-api.ts';
import { peerIn } from './peer.ts';
import {
  createSecret,
  createVersion,
  deleteSecret,
  downloadVersion,
  listSecrets,
  listVersions,
  retrySecret,
  showSecret,
  updateSecret,
} from './secrets-api.ts';
import {
  createVault,
  deleteVault,
  discardVault,
  listVaults,
  retryVault,
  showVault,
  updateVault,
} from './vaults-api.ts';
import { Refusal, refused } from './wire.ts';
import type { World } from './world.ts';

/** One request, with the ids out of its path. */
export interface Call {
  readonly world: World;
  readonly request: EmulatedRequest;
  readonly parts: readonly string[];
}

type Route = readonly [method: string, path: string, handle: (call: Call) => EmulatedAnswer];

/** A colon stands for an id. */
const ROUTES: readonly Route[] = [
  ['GET', '/ping', ping],
  ['GET', '/secret/key_vaults', listVaults],
  ['POST', '/secret/key_vaults', createVault],
  ['GET', '/secret/key_vaults/:', showVault],
  ['PUT', '/secret/key_vaults/:', updateVault],
  ['DELETE', '/secret/key_vaults/:', deleteVault],
  ['PUT', '/secret/key_vaults/:/retry', retryVault],
  ['PUT', '/secret/key_vaults/:/discard', discardVault],
  ['GET', '/secret/key_vaults/:/secrets', listSecrets],
  ['POST', '/secret/key_vaults/:/secrets', createSecret],
  ['GET', '/secret/secrets/:', showSecret],
  ['PUT', '/secret/secrets/:', updateSecret],
  ['DELETE', '/secret/secrets/:', deleteSecret],
  ['PUT', '/secret/secrets/:/retry', retrySecret],
  ['GET', '/secret/secrets/:/versions', listVersions],
  ['POST', '/secret/secrets/:/versions', createVersion],
  ['GET', '/secret/key_vault_plans/:', showPlan],
  ['GET', '/cloud/cloud_providers', listProviders],
  ['GET', '/cloud/cloud_providers/:/realms', listRealms],
  ['GET', '/cloud/cloud_providers/:/key_vault_plans', listPlans],
  ['GET', '/cloud/realms/:', showRealm],
  ['GET', '/settings/cloud_accounts', listAccounts],
  ['GET', '/settings/cloud_accounts/:', showAccount],
  ['GET', '/brownfield/cloud_accounts', listAccounts],
  ['GET', '/brownfield/cloud_accounts/:', showAccount],
  ['PUT', '/brownfield/cloud_accounts/:/import_key_vaults', importVaults],
  ['GET', '/labels', listLabels],
  ['POST', '/labels', createLabel],
  ['GET', '/labels/:', showLabel],
  ['POST', '/labels/:/resources', attachLabel],
  ['DELETE', '/labels/:/resources/:/:', detachLabel],
  ['GET', '/audit/events', listEvents],
  ['GET', '/audit/system_events', listEvents],
];

const USER_ROUTES = ROUTES.map(compiled);
const HOST_ROUTES = [compiled(['GET', '/secret/secret_versions/:', downloadVersion] as const)];

/** People call below /v3, managed servers below the root: @see GitHub ingrammicro/cio, utils/config.go */
export function route(world: World, request: EmulatedRequest): EmulatedAnswer {
  finishImports(world);
  const path = request.path.replace(/^\/v3(?=\/)/, '');
  const isVersioned = path !== request.path;
  try {
    if (matched(HOST_ROUTES, request, path) !== null && peerIn(request.headers) === 'user') throw forbidden();
    if (peerIn(request.headers) === 'host') return handled(HOST_ROUTES, { world, request, path }, forbidden());
    if (!isVersioned) throw refused(404, 'Not found');
    return handled(USER_ROUTES, { world, request, path }, refused(404, 'Not found'));
  } catch (error) {
    if (error instanceof Refusal) return error.answer;
    throw error;
  }
}

interface CompiledRoute {
  readonly method: string;
  readonly path: RegExp;
  readonly handle: Route[2];
}

function compiled([method, path, handle]: Route): CompiledRoute {
  return { method, path: new RegExp(`^${path.replaceAll(':', '([A-Za-z0-9_.-]+)')}$`), handle };
}

function matched(routes: readonly CompiledRoute[], { method }: EmulatedRequest, path: string) {
  for (const route of routes) {
    const match = route.method === method ? route.path.exec(path) : null;
    if (match !== null) return { handle: route.handle, parts: match.slice(1) };
  }
  return null;
}

function handled(
  routes: readonly CompiledRoute[],
  { world, request, path }: { readonly world: World; readonly request: EmulatedRequest; readonly path: string },
  otherwise: Refusal,
): EmulatedAnswer {
  const match = matched(routes, request, path);
  if (match === null) throw otherwise;
  return match.handle({ world, request, parts: match.parts });
}

function forbidden(): Refusal {
  return refused(403, 'Forbidden');
}
