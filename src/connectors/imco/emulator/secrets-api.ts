import type { EmulatedAnswer } from '../../emulation/server.ts';
import { beginNew, hasFailed, isTransitional } from './lifecycle.ts';
import type { Call } from './router.ts';
import { vaultOf } from './vaults-api.ts';
import {
  found,
  invalid,
  labelIds,
  optional,
  paramsOf,
  refused,
  required,
  secretJson,
  secretRemoteId,
  versionJson,
} from './wire.ts';
import {
  contentOf,
  newId,
  planOf,
  record,
  type StoredSecret,
  secretNow,
  secretsNow,
  type Vault,
  vaultNow,
  versionId,
  type World,
  work,
} from './world.ts';

export function listSecrets(call: Call): EmulatedAnswer {
  const vault = vaultOf(call);
  return { status: 200, body: secretsNow(call.world, vault).map((secret) => secretJson(secret, vault)) };
}

export function showSecret(call: Call): EmulatedAnswer {
  return answer(call.world, secretOf(call));
}

/** The cloud refuses an identifier that it has: such a secret is accepted, and stalls. */
export function createSecret(call: Call): EmulatedAnswer {
  const { world } = call;
  const vault = vaultOf(call);
  const params = paramsOf(call.request);
  const name = required(params, 'name');
  const content = required(params, 'content');
  if (vault.state !== 'active') throw refused(409, 'Key vault is not active');
  refuseName(world, vault, name);
  const desiredRemoteId = optional(params, 'desired_remote_id');
  const secret: StoredSecret = {
    id: newId(world),
    vaultId: vault.id,
    name,
    brownfield: false,
    desiredRemoteId,
    remoteName: desiredRemoteId ?? name,
    labelIds: labelIds(world, params),
    versions: [{ content, deployed: false }],
    deployed: false,
    state: 'start',
    steps: [],
    work: 'deploy',
  };
  const plan = planOf(world, 'available');
  beginNew(secret, { ...plan, fails: plan.fails || isTaken(world, vault, secret) });
  world.secrets.set(secret.id, secret);
  vault.secretIds.add(secret.id);
  record(world, 'Secret created', `Secret ${name} has been created in key vault ${vault.name}`);
  return answer(world, secret, 201);
}

/** Takes the name and nothing else: the content cannot be changed here. */
export function updateSecret(call: Call): EmulatedAnswer {
  const secret = secretOf(call);
  const params = paramsOf(call.request);
  refuseBusy(secret);
  if (params.name !== undefined) {
    const name = required(params, 'name');
    const vault = vaultNow(call.world, secret.vaultId);
    if (name !== secret.name && vault !== undefined) refuseName(call.world, vault, name);
    secret.name = name;
    record(call.world, 'Secret updated', `Secret ${name} has been updated`);
  }
  return answer(call.world, secret);
}

export function deleteSecret(call: Call): EmulatedAnswer {
  const secret = secretOf(call);
  refuseBusy(secret);
  work(call.world, secret, 'remove', 'end');
  record(call.world, 'Secret deleted', `Secret ${secret.name} is being decommissioned`);
  return answer(call.world, secret);
}

export function retrySecret(call: Call): EmulatedAnswer {
  const secret = secretOf(call);
  refuseBusy(secret);
  if (!hasFailed(secret)) throw refused(409, 'Secret cannot be retried in its current state');
  work(call.world, secret, secret.work, secret.work === 'remove' ? 'end' : 'available');
  record(call.world, 'Secret retried', `Secret ${secret.name} is being applied again`);
  return answer(call.world, secret);
}

export function listVersions(call: Call): EmulatedAnswer {
  const secret = secretOf(call);
  const vault = found(vaultNow(call.world, secret.vaultId));
  return { status: 200, body: secret.versions.map((_, index) => versionJson(secret, vault, index)) };
}

export function createVersion(call: Call): EmulatedAnswer {
  const secret = secretOf(call);
  const content = required(paramsOf(call.request), 'content');
  if (secret.state !== 'available') throw refused(409, 'Secret is not available');
  secret.versions.push({ content, deployed: false });
  work(call.world, secret, 'update', 'available');
  record(call.world, 'Secret version created', `A version of secret ${secret.name} has been created`);
  const vault = found(vaultNow(call.world, secret.vaultId));
  return { status: 201, body: versionJson(secret, vault, secret.versions.length - 1) };
}

/**
 * The raw content of a version, for the certificate of a managed server.
 * @see GitHub ingrammicro/cio, api/agentsecret/secret_api.go
 */
export function downloadVersion({ world, parts }: Call): EmulatedAnswer {
  const id = parts[0] ?? '';
  const secret = found(secretNow(world, `${id.slice(0, -4)}0000`));
  const index = secret.versions.findIndex((_, place) => versionId(secret, place) === id);
  if (index < 0) throw refused(404, 'Not found');
  return { status: 200, headers: { 'content-type': 'application/octet-stream' }, body: contentOf(secret, index) };
}

function secretOf({ world, parts }: Call): StoredSecret {
  return found(secretNow(world, parts[0] ?? ''));
}

function answer(world: World, secret: StoredSecret, status = 200): EmulatedAnswer {
  return { status, body: secretJson(secret, found(vaultNow(world, secret.vaultId))) };
}

function refuseBusy(secret: StoredSecret): void {
  if (isTransitional(secret)) throw refused(409, 'Secret is busy');
}

function refuseName(world: World, vault: Vault, name: string): void {
  const taken = secretsNow(world, vault).some((secret) => secret.name === name);
  if (taken) throw invalid('name', 'has already been taken');
}

function isTaken(world: World, vault: Vault, secret: StoredSecret): boolean {
  const remoteId = secretRemoteId(secret, vault);
  return secretsNow(world, vault).some((other) => secretRemoteId(other, vault) === remoteId);
}
