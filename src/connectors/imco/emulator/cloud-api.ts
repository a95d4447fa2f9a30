import { hexOf, TEAMS } from '../../emulation/seed.ts';
import type { EmulatedAnswer } from '../../emulation/server.ts';
import { advance } from './lifecycle.ts';
import type { Call } from './router.ts';
import { accountJson, found, refused } from './wire.ts';
import { type CloudAccount, type Named, newId, record, type StoredSecret, type Vault, type World } from './world.ts';

export function ping(): EmulatedAnswer {
  return { status: 200, body: {} };
}

export function listEvents({ world }: Call): EmulatedAnswer {
  return { status: 200, body: world.events };
}

export function listAccounts({ world }: Call): EmulatedAnswer {
  return {
    status: 200,
    body: Array.from(world.accounts.values(), (account) => accountJson(accountNow(world, account))),
  };
}

export function showAccount(call: Call): EmulatedAnswer {
  return { status: 200, body: accountJson(accountOf(call)) };
}

/** Takes over the key vaults that are in the cloud account already: here, one that nobody had told IMCO of. */
export function importVaults(call: Call): EmulatedAnswer {
  const { world } = call;
  const account = accountOf(call);
  if (account.state !== 'active') throw refused(409, 'Cloud account is busy');
  account.state = 'importing_key_vaults';
  account.steps = [{ at: world.now() + world.latencyMs, state: 'active' }];
  record(world, 'Key vaults import', `Key vaults of cloud account ${account.name} are being imported`);
  return { status: 200, body: accountJson(account) };
}

export function listProviders({ world }: Call): EmulatedAnswer {
  const { id, name } = world.provider;
  return {
    status: 200,
    body: [{ id, name, required_credentials: [], provided_services: [], resource_type: 'cloud_provider' }],
  };
}

export function listRealms(call: Call): EmulatedAnswer {
  const { world } = call;
  refuseOtherProvider(call);
  return { status: 200, body: world.realms.map((realm) => realmJson(world, realm)) };
}

export function showRealm({ world, parts }: Call): EmulatedAnswer {
  return { status: 200, body: realmJson(world, found(world.realms.find(({ id }) => id === parts[0]))) };
}

export function listPlans(call: Call): EmulatedAnswer {
  refuseOtherProvider(call);
  return { status: 200, body: call.world.plans.map((plan) => planJson(call.world, plan)) };
}

export function showPlan({ world, parts }: Call): EmulatedAnswer {
  return { status: 200, body: planJson(world, found(world.plans.find(({ id }) => id === parts[0]))) };
}

/** Lets an import that is under way come to its end before anything is answered. */
export function finishImports(world: World): void {
  for (const account of world.accounts.values()) accountNow(world, account);
}

function accountNow(world: World, account: CloudAccount): CloudAccount {
  if (advance(account, world.now()).includes('active')) importInto(world, account);
  return account;
}

function accountOf({ world, parts }: Call): CloudAccount {
  return accountNow(world, found(world.accounts.get(parts[0] ?? '')));
}

function importInto(world: World, account: CloudAccount): void {
  const imported = [...world.vaults.values()].filter(({ brownfield }) => brownfield).length;
  const team = TEAMS[imported % TEAMS.length] ?? 'platform';
  const name = `${team}-imported-${imported + 1}`;
  const atRest = { steps: [], work: 'deploy', deployed: true, brownfield: true, desiredRemoteId: null } as const;
  const vault: Vault = {
    ...atRest,
    id: newId(world),
    name,
    remoteName: name,
    planId: world.plans[0]?.id ?? '',
    accountId: account.id,
    realmId: world.realms[0]?.id ?? '',
    labelIds: new Set(),
    secretIds: new Set(),
    state: 'active',
  };
  const secret: StoredSecret = {
    ...atRest,
    id: newId(world),
    vaultId: vault.id,
    name: 'db-password',
    remoteName: 'db-password',
    labelIds: new Set(),
    versions: [{ content: null, deployed: true }],
    state: 'available',
  };
  vault.secretIds.add(secret.id);
  world.vaults.set(vault.id, vault);
  world.secrets.set(secret.id, secret);
}

function refuseOtherProvider({ world, parts }: Call): void {
  if (parts[0] !== world.provider.id) throw refused(404, 'Not found');
}

function realmJson(world: World, { id, name }: Named): object {
  return {
    id,
    name,
    location_id: hexOf(`imco:location:${name}`, 24),
    cloud_provider_id: world.provider.id,
    provider_name: name,
    resource_type: 'realm',
  };
}

function planJson(world: World, { id, name }: Named): object {
  return {
    id,
    name,
    cloud_provider_id: world.provider.id,
    cloud_provider_name: world.provider.name,
    resource_type: 'key_vault_plan',
  };
}
