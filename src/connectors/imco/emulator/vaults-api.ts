import type { EmulatedAnswer } from '../../emulation/server.ts';
import { beginNew, hasFailed, isTransitional } from './lifecycle.ts';
import type { Call } from './router.ts';
import { found, invalid, labelIds, optional, paramsOf, refused, required, vaultJson } from './wire.ts';
import { newId, planOf, record, type Vault, vaultNow, type World, work } from './world.ts';

function vaultsNow(world: World): readonly Vault[] {
  return Array.from(world.vaults.keys(), (id) => vaultNow(world, id)).filter((vault) => vault !== undefined);
}

export function listVaults({ world }: Call): EmulatedAnswer {
  return { status: 200, body: vaultsNow(world).map(vaultJson) };
}

export function showVault(call: Call): EmulatedAnswer {
  return { status: 200, body: vaultJson(vaultOf(call)) };
}

export function createVault({ world, request }: Call): EmulatedAnswer {
  const params = paramsOf(request);
  const name = required(params, 'name');
  const known = (field: string, ids: Iterable<string>): string => {
    const id = required(params, field);
    if (![...ids].includes(id)) throw invalid(field, 'is invalid');
    return id;
  };
  const accountId = known('cloud_account_id', world.accounts.keys());
  const realmId = known(
    'realm_id',
    world.realms.map(({ id }) => id),
  );
  const planId = known(
    'key_vault_plan_id',
    world.plans.map(({ id }) => id),
  );
  refuseName(world, name);
  const desiredRemoteId = optional(params, 'desired_remote_id');
  const vault: Vault = {
    id: newId(world),
    name,
    planId,
    accountId,
    realmId,
    brownfield: false,
    desiredRemoteId,
    remoteName: desiredRemoteId ?? name,
    labelIds: labelIds(world, params),
    secretIds: new Set(),
    deployed: false,
    state: 'start',
    steps: [],
    work: 'deploy',
  };
  beginNew(vault, planOf(world, 'active'));
  world.vaults.set(vault.id, vault);
  record(world, 'Key vault created', `Key vault ${name} has been created`);
  return { status: 201, body: vaultJson(vault) };
}

export function updateVault(call: Call): EmulatedAnswer {
  const vault = vaultOf(call);
  const params = paramsOf(call.request);
  refuseBusy(vault);
  if (params.name !== undefined) {
    const name = required(params, 'name');
    if (name !== vault.name) refuseName(call.world, name);
    vault.name = name;
    record(call.world, 'Key vault updated', `Key vault ${name} has been updated`);
  }
  return { status: 200, body: vaultJson(vault) };
}

export function deleteVault(call: Call): EmulatedAnswer {
  const vault = vaultOf(call);
  refuseBusy(vault);
  work(call.world, vault, 'remove', 'end');
  record(call.world, 'Key vault deleted', `Key vault ${vault.name} is being decommissioned`);
  return { status: 200, body: vaultJson(vault) };
}

export function retryVault(call: Call): EmulatedAnswer {
  const vault = vaultOf(call);
  refuseBusy(vault);
  if (!hasFailed(vault)) throw refused(409, 'Key vault cannot be retried in its current state');
  work(call.world, vault, vault.work, vault.work === 'remove' ? 'end' : 'active');
  return { status: 200, body: vaultJson(vault) };
}

/** Forgets an imported vault; it stays in the cloud. */
export function discardVault(call: Call): EmulatedAnswer {
  const vault = vaultOf(call);
  refuseBusy(vault);
  if (!vault.brownfield) throw refused(409, 'Only imported key vaults can be discarded');
  for (const id of vault.secretIds) call.world.secrets.delete(id);
  call.world.vaults.delete(vault.id);
  record(call.world, 'Key vault discarded', `Key vault ${vault.name} has been discarded`);
  return { status: 200, body: vaultJson(vault) };
}

export function vaultOf({ world, parts }: Call): Vault {
  return found(vaultNow(world, parts[0] ?? ''));
}

function refuseBusy(vault: Vault): void {
  if (isTransitional(vault)) throw refused(409, 'Key vault is busy');
}

function refuseName(world: World, name: string): void {
  if (vaultsNow(world).some((vault) => vault.name === name)) throw invalid('name', 'has already been taken');
}
