import { hexOf, valueFor } from '../../emulation/seed.ts';
import { advance, begin, type Living, type Work } from './lifecycle.ts';

export interface Vault extends Living {
  readonly id: string;
  name: string;
  readonly planId: string;
  readonly accountId: string;
  readonly realmId: string;
  readonly brownfield: boolean;
  readonly desiredRemoteId: string | null;
  /** What the cloud knows it by: renaming it here does not rename it there. */
  readonly remoteName: string;
  readonly labelIds: Set<string>;
  readonly secretIds: Set<string>;
  deployed: boolean;
}

interface StoredVersion {
  /** Null: seeded, and told by `contentOf` when it is asked for. */
  readonly content: string | null;
  deployed: boolean;
}

export interface StoredSecret extends Living {
  readonly id: string;
  readonly vaultId: string;
  name: string;
  readonly brownfield: boolean;
  readonly desiredRemoteId: string | null;
  readonly remoteName: string;
  readonly labelIds: Set<string>;
  /** Oldest first. */
  readonly versions: StoredVersion[];
  deployed: boolean;
}

export interface Label {
  readonly id: string;
  readonly name: string;
  readonly namespace: string;
  readonly value: string;
}
export interface CloudAccount extends Living {
  readonly id: string;
  readonly name: string;
  readonly subscriptionId: string;
  readonly providerId: string;
}
export interface Named {
  readonly id: string;
  readonly name: string;
}
interface Event {
  readonly id: string;
  readonly timestamp: string;
  readonly level: string;
  readonly header: string;
  readonly description: string;
}

/** All that the platform knows of one customer. */
export interface World {
  readonly provider: Named;
  readonly realms: readonly Named[];
  readonly plans: readonly Named[];
  readonly accounts: Map<string, CloudAccount>;
  readonly vaults: Map<string, Vault>;
  readonly secrets: Map<string, StoredSecret>;
  readonly labels: Map<string, Label>;
  /** Newest first. */
  readonly events: Event[];
  readonly now: () => number;
  readonly latencyMs: number;
  /** How many of the next pieces of work the cloud refuses. */
  failures: number;
  /** Makes ids: 24 hexadecimal characters, the last four of which number a secret's versions. */
  lastId: number;
}

/** Digits of an id that tell a secret from its versions, so that a version's id leads to its secret without an index. */
const VERSION_DIGITS = 4;
const MAX_EVENTS = 1_000;

export function newId(world: World): string {
  world.lastId += 1;
  return objectId(`new:${world.lastId}`);
}

export function objectId(name: string): string {
  return hexOf(`imco:${name}`, 24 - VERSION_DIGITS) + '0'.repeat(VERSION_DIGITS);
}

export function versionId(secret: StoredSecret, index: number): string {
  return secret.id.slice(0, -VERSION_DIGITS) + (index + 1).toString(16).padStart(VERSION_DIGITS, '0');
}

export function contentOf(secret: StoredSecret, index: number): string {
  return secret.versions[index]?.content ?? valueFor(`imco:${secret.id}:${index}`);
}

/** The vault as it is now; undefined once it has come to its end. */
export function vaultNow(world: World, id: string): Vault | undefined {
  const vault = world.vaults.get(id);
  if (vault === undefined) return undefined;
  const reached = advance(vault, world.now());
  if (reached.includes('active')) vault.deployed = true;
  if (vault.state !== 'end') return vault;
  // What was in it goes with it.
  for (const secretId of vault.secretIds) world.secrets.delete(secretId);
  world.vaults.delete(id);
  return undefined;
}

export function secretNow(world: World, id: string): StoredSecret | undefined {
  const secret = world.secrets.get(id);
  if (secret === undefined || vaultNow(world, secret.vaultId) === undefined) return undefined;
  return settled(world, secret);
}

/** The secrets of a vault that still exists. */
export function secretsNow(world: World, vault: Vault): readonly StoredSecret[] {
  return Array.from(vault.secretIds, (id) => world.secrets.get(id)).flatMap((secret) => {
    const now = secret === undefined ? undefined : settled(world, secret);
    return now === undefined ? [] : [now];
  });
}

/** Sends a piece of work to the cloud, which refuses it when it was told to. */
export function work(world: World, object: Living, what: Work, done: string): void {
  begin(object, what, planOf(world, done));
}

export function planOf(world: World, done: string): { now: number; latencyMs: number; done: string; fails: boolean } {
  const fails = world.failures > 0;
  if (fails) world.failures -= 1;
  return { now: world.now(), latencyMs: world.latencyMs, done, fails };
}

export function record(world: World, header: string, description: string): void {
  const timestamp = new Date(world.now()).toISOString();
  world.events.unshift({ id: newId(world), timestamp, level: 'info', header, description });
  world.events.length = Math.min(world.events.length, MAX_EVENTS);
}

function settled(world: World, secret: StoredSecret): StoredSecret | undefined {
  const reached = advance(secret, world.now());
  if (reached.includes('available')) {
    secret.deployed = true;
    for (const version of secret.versions) version.deployed = true;
  }
  if (secret.state !== 'end') return secret;
  world.vaults.get(secret.vaultId)?.secretIds.delete(secret.id);
  world.secrets.delete(secret.id);
  return undefined;
}
