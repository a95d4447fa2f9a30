import pMap, { pMapIterable } from 'p-map';
import type { CallContext, Item, ListingPage } from '../../domain/connector.ts';
import { notFound, PortcullisError } from '../../domain/errors.ts';
import type { GroupReference, NativePath, Secret, SecretGroup, SecretVersion } from '../../domain/model.ts';
import type { Client } from './client.ts';
import { mapLabel, mapSecret, mapVault, mapVersions, referenceOf, vaultIdOf } from './map.ts';
import type { NativeLabel } from './native.ts';
import type { VendorSecret, VendorVault } from './schema.ts';
import { END } from './states.ts';

/** What the methods of one opened store share. */
export interface Env {
  readonly client: Client;
  /** How many requests may run at once. */
  readonly concurrency: number;
}

/** The vaults first, then the secrets of each vault as they arrive: IMCO has no list of all secrets. */
export async function* list(env: Env, context: CallContext): AsyncGenerator<ListingPage> {
  const vaults = await env.client.listVaults(context);
  yield { groups: vaults.map(mapVault), secrets: [] };
  // A listing that fails or is given up takes the requests that are under way with it.
  const end = new AbortController();
  const signal = AbortSignal.any([context.signal, end.signal]);
  const { concurrency } = env;
  try {
    const answers = pMapIterable(
      vaults.filter(({ state }) => state !== END),
      (vault) => secretsOf(env, vault, { signal }),
      { concurrency },
    );
    for await (const secrets of answers) yield { groups: [], secrets };
  } finally {
    end.abort();
  }
}

export async function* listGroups(env: Env, context: CallContext): AsyncGenerator<ListingPage> {
  yield { groups: (await env.client.listVaults(context)).map(mapVault), secrets: [] };
}

/** One vault by its own call, several by the listing, which has no filter. */
export async function getGroups(
  env: Env,
  ids: readonly NativePath[],
  context: CallContext,
): Promise<readonly Item<SecretGroup>[]> {
  const [only, ...more] = new Set(ids.map(idOf));
  if (only === undefined) return [];
  if (more.length === 0) {
    const item = await env.client.getVault(only, context).then(mapVault, asItem);
    return ids.map(() => item);
  }
  const vaults = new Map((await env.client.listVaults(context)).map((vault) => [vault.id, mapVault(vault)]));
  return ids.map((id) => vaults.get(idOf(id)) ?? notFound());
}

/** One call a secret, and one for the names of the vaults: a secret knows its vault's id only. */
export async function getSecrets(
  env: Env,
  ids: readonly NativePath[],
  context: CallContext,
): Promise<readonly Item<Secret>[]> {
  if (ids.length === 0) return [];
  const { client, concurrency } = env;
  const [vaults, secrets] = await Promise.all([
    client.listVaults(context),
    pMap(ids, (id) => client.getSecret(idOf(id), context).catch(asItem), { concurrency }),
  ]);
  const groups = new Map(vaults.map((vault) => [vault.id, referenceOf(vault)]));
  return secrets.map((secret) => (secret instanceof PortcullisError ? secret : inItsGroup(secret, groups)));
}

export async function listVersions(
  env: Env,
  secrets: readonly Secret[],
  context: CallContext,
): Promise<readonly Item<readonly SecretVersion[]>[]> {
  const { client, concurrency } = env;
  const ask = async (secret: Secret) => mapVersions(secret, await client.listVersions(secret.nativeId, context));
  return pMap(secrets, (secret) => secret.versions ?? ask(secret).catch(asItem), { concurrency });
}

/** The account's labels, internal ones included: `labelIds` may name them. */
export async function labels(env: Env, context: CallContext): Promise<readonly NativeLabel[]> {
  return (await env.client.listLabels(context)).map(mapLabel);
}

/** The one part of an id that stands for the object itself in a path of the API. */
export function idOf(path: NativePath): string {
  const [id] = path;
  if (id === undefined) throw new PortcullisError('INTERNAL', 'An id reached the store without its part.');
  return id;
}

async function secretsOf(env: Env, vault: VendorVault, context: CallContext): Promise<readonly Secret[]> {
  try {
    const group = referenceOf(vault);
    return (await env.client.listSecrets(vault.id, context)).map((secret) => mapSecret(secret, group));
  } catch (error) {
    if (!(error instanceof PortcullisError) || error.code !== 'NOT_FOUND') throw error;
    if (await hasGone(env, vault.id, context)) return [];
    throw new PortcullisError('UPSTREAM_INVALID_RESPONSE', 'The store lists a key vault, but not what is in it.', {
      ...error.details,
    });
  }
}

/** A vault that was deleted after it was listed is no failure of the listing: it has no secrets any more. */
async function hasGone({ client }: Env, vaultId: string, context: CallContext): Promise<boolean> {
  try {
    return (await client.getVault(vaultId, context)).state === END;
  } catch (error) {
    if (error instanceof PortcullisError && error.code === 'NOT_FOUND') return true;
    throw error;
  }
}

/** Policies know a secret by its vault's name, so one whose vault cannot be named is not shown at all. */
function inItsGroup(secret: VendorSecret, groups: ReadonlyMap<string, GroupReference>): Item<Secret> {
  const vaultId = vaultIdOf(secret);
  if (vaultId === null) {
    return new PortcullisError('UPSTREAM_INVALID_RESPONSE', 'The store does not say which key vault the secret is in.');
  }
  const group = groups.get(vaultId);
  return group === undefined ? notFound() : mapSecret(secret, group);
}

/** What was caught, as an item of a batch; what nobody foresaw stays thrown. */
function asItem(error: unknown): PortcullisError {
  if (error instanceof PortcullisError) return error;
  throw error;
}
