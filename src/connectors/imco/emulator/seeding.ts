import { daysBefore, ENVIRONMENTS, hexOf, numberOf, SECRET_STEMS, TEAMS } from '../../emulation/seed.ts';
import { type CloudAccount, type Label, objectId, type StoredSecret, type Vault, type World } from './world.ts';

/** As many as a team keeps for one environment, until there are vaults for all of them. */
const SECRETS_A_VAULT = 12;
const FIRST_VAULTS = TEAMS.length * ENVIRONMENTS.length;
/** Beyond that, vaults are filled before there are more of them: each costs the listing a request. */
const MOST_IN_A_VAULT = 500;

/** A customer with one cloud, and a key vault for each team and environment. */
export function seedWorld(count: number, options: { readonly now: () => number; readonly latencyMs: number }): World {
  const account = seedAccount();
  const world: World = {
    provider: { id: hexOf('imco:provider', 24), name: 'Microsoft Azure' },
    realms: ['West Europe', 'North Europe'].map((name) => ({ id: hexOf(`imco:realm:${name}`, 24), name })),
    plans: ['Standard', 'Premium'].map((name) => ({ id: hexOf(`imco:plan:${name}`, 24), name })),
    accounts: new Map([[account.id, account]]),
    vaults: new Map(),
    secrets: new Map(),
    labels: new Map(seedLabels().map((label) => [label.id, label])),
    events: [],
    ...options,
    failures: 0,
    lastId: 0,
  };
  const vaults = vaultsFor(count);
  for (let place = 0; place < vaults; place += 1) {
    const size = Math.floor(((place + 1) * count) / vaults) - Math.floor((place * count) / vaults);
    seedVault(world, { place, size, accountId: account.id });
  }
  world.events.sort((left, right) => (left.timestamp < right.timestamp ? 1 : -1));
  return world;
}

function vaultsFor(count: number): number {
  const few = Math.min(FIRST_VAULTS, Math.ceil(count / SECRETS_A_VAULT));
  return Math.max(1, few, Math.ceil(count / MOST_IN_A_VAULT));
}

function seedVault(world: World, plan: { place: number; size: number; accountId: string }): void {
  const { place, size } = plan;
  const team = TEAMS[place % TEAMS.length] ?? 'platform';
  const environment = ENVIRONMENTS[Math.floor(place / TEAMS.length) % ENVIRONMENTS.length] ?? 'prod';
  const generation = Math.floor(place / FIRST_VAULTS);
  const name = `${team}-${environment}${generation === 0 ? '' : `-${generation + 1}`}`;
  const vault: Vault = {
    id: objectId(`vault:${name}`),
    name,
    planId: world.plans[environment === 'prod' ? 1 : 0]?.id ?? '',
    accountId: plan.accountId,
    realmId: world.realms[place % world.realms.length]?.id ?? '',
    brownfield: place % 7 === 6,
    desiredRemoteId: null,
    remoteName: name,
    labelIds: new Set([labelId(team), labelId(environment)]),
    secretIds: new Set(),
    deployed: true,
    state: 'active',
    steps: [],
    work: 'deploy',
  };
  world.vaults.set(vault.id, vault);
  for (let index = 0; index < size; index += 1) seedSecret(world, { vault, index, team });
  const timestamp = new Date(daysBefore(world.now(), `imco:vault:${name}`, [1, 400])).toISOString();
  const description = `Key vault ${name} has been deployed`;
  world.events.push({
    id: hexOf(`imco:event:${name}`, 24),
    timestamp,
    level: 'info',
    header: 'Key vault deployed',
    description,
  });
}

function seedSecret(world: World, plan: { vault: Vault; index: number; team: string }): void {
  const { vault, index } = plan;
  const round = Math.floor(index / SECRET_STEMS.length);
  const stem = SECRET_STEMS[index % SECRET_STEMS.length] ?? 'api-key';
  const name = round === 0 ? stem : `${stem}-${round + 1}`;
  const chance = numberOf(`imco:${vault.name}/${name}`);
  // Most arrived; here and there one that the cloud did not take, so that there is something to retry.
  const stalled = chance % 41 === 0;
  const outdated = !stalled && chance % 37 === 0;
  const versions = Array.from({ length: stalled ? 1 : 1 + (chance % 3) + Number(outdated) }, () => ({
    content: null,
    deployed: !stalled,
  }));
  const last = versions.at(-1);
  if (outdated && last !== undefined) last.deployed = false;
  const desiredRemoteId = chance % 5 === 0 ? `${plan.team}-${name}` : null;
  const secret: StoredSecret = {
    id: objectId(`secret:${vault.name}/${name}`),
    vaultId: vault.id,
    name,
    brownfield: vault.brownfield,
    desiredRemoteId,
    remoteName: desiredRemoteId ?? name,
    labelIds: new Set(chance % 2 === 0 ? [labelId(plan.team)] : []),
    versions,
    deployed: !stalled,
    state: stalled ? 'stalled' : outdated ? 'updating_error' : 'available',
    steps: [],
    work: outdated ? 'update' : 'deploy',
  };
  world.secrets.set(secret.id, secret);
  vault.secretIds.add(secret.id);
}

function seedAccount(): CloudAccount {
  return {
    id: hexOf('imco:account', 24),
    name: 'Azure production',
    subscriptionId: hexOf('imco:subscription', 32),
    providerId: hexOf('imco:provider', 24),
    state: 'active',
    steps: [],
    work: 'deploy',
  };
}

function seedLabels(): readonly Label[] {
  const made = [...TEAMS, ...ENVIRONMENTS].map((name) => ({ id: labelId(name), name, namespace: '', value: '' }));
  return [...made, { id: labelId('imco/managed'), name: 'managed', namespace: 'imco', value: 'true' }];
}

function labelId(name: string): string {
  return hexOf(`imco:label:${name}`, 24);
}
