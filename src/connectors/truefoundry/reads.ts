import pMap, { pMapIterable } from 'p-map';
import type { CallContext, Item, ListingPage } from '../../domain/connector.ts';
import { notFound } from '../../domain/errors.ts';
import type { NativePath, Secret, SecretGroup, SecretVersion } from '../../domain/model.ts';
import { PAGE_SIZE, type Page } from './client.ts';
import { asItem, type Env, part, readGroup, unlessAllFailed } from './env.ts';
import { type GroupState, mapGroup, mapIntegration, mapVersions } from './map.ts';
import type { NativeIntegration } from './native.ts';
import type { VendorIntegration } from './schema.ts';

interface GroupsPage {
  readonly states: readonly GroupState[];
  readonly pagesLeft: number;
}

/** All groups, 100 in a request, with their secrets, versions and subjects. */
export async function* listAll(env: Env, context: CallContext): AsyncGenerator<ListingPage> {
  const ask = (offset: number, signal: AbortSignal) => env.client.listGroups({ offset }, { signal });
  for await (const { items } of allPages(ask, { connections: env.connections, signal: context.signal })) {
    // One by one: a page is ten times what its packed secrets weigh.
    for (const vendor of items) {
      const { group, secrets } = mapGroup(vendor, env.valueView);
      yield { groups: [group], secrets };
    }
  }
}

export async function getGroups(
  env: Env,
  ids: readonly NativePath[],
  context: CallContext,
): Promise<readonly Item<SecretGroup>[]> {
  const found = await readGroups(env, new Set(ids.map((id) => part(id, 0))), context);
  return unlessAllFailed(ids.map((id) => pickFrom(found, id, ({ group }) => group)));
}

/** Through their groups: the call for a single secret answers its value. */
export async function getSecrets(
  env: Env,
  ids: readonly NativePath[],
  context: CallContext,
): Promise<readonly Item<Secret>[]> {
  const found = await readGroups(env, new Set(ids.map((id) => part(id, 0))), context);
  return unlessAllFailed(
    ids.map((id) =>
      pickFrom(found, id, ({ secrets }) => secrets.find((secret) => secret.nativeId === id[1]) ?? notFound()),
    ),
  );
}

export async function listVersions(
  env: Env,
  secrets: readonly Secret[],
  context: CallContext,
): Promise<readonly Item<readonly SecretVersion[]>[]> {
  const ask = (secret: Secret) =>
    env.client
      .listVersions(secret.nativeId, context)
      .then((versions) => mapVersions(versions, { id: secret.id, valueView: env.valueView }));
  const items = await pMap(secrets, (secret) => secret.versions ?? ask(secret).catch(asItem), {
    concurrency: env.connections,
  });
  return unlessAllFailed(items);
}

/** Null where the token sees no group at all: nothing else tells the tenant's name. */
export async function tenantName(env: Env, context: CallContext): Promise<string | null> {
  const { items } = await env.client.listGroups({ offset: 0, limit: 1 }, context);
  return items[0]?.tenantName ?? null;
}

/**
 * What the type of an integration that stores secrets holds: 'integration/secret-store/aws/secrets-manager'. One
 * without a type is kept. @see GitHub truefoundry/tfy-deploy-skills, skills/secrets/SKILL.md, "Finding the Integration ID"
 */
const SECRET_STORE = 'secret-store';

/** The integrations that a group can be created with. Also those of models, clusters, … are listed, and left out. */
export async function integrations(env: Env, context: CallContext): Promise<readonly NativeIntegration[]> {
  const all: NativeIntegration[] = [];
  for await (const { items } of pages((offset) => env.client.listIntegrations(offset, context))) {
    all.push(...items.filter(isSecretStore).map(mapIntegration));
  }
  return all;
}

function isSecretStore({ type }: VendorIntegration): boolean {
  return typeof type !== 'string' || type.includes(SECRET_STORE);
}

/** One call for one group. For several the listing, for as long as it is cheaper than a call for each. */
async function readGroups(
  env: Env,
  wanted: ReadonlySet<string>,
  context: CallContext,
): Promise<ReadonlyMap<string, Item<GroupState>>> {
  const found = new Map<string, Item<GroupState>>();
  const missing = new Set(wanted);
  if (wanted.size > 1) {
    let pagesRead = 0;
    for await (const { states, pagesLeft } of groupPages(env, context)) {
      pagesRead += 1;
      for (const state of states) {
        if (missing.delete(state.group.nativeId)) found.set(state.group.nativeId, state);
      }
      // What is not on the only page there is, is not there. Across pages it may have moved while they were read.
      if (pagesRead === 1 && pagesLeft === 0) return found;
      if (missing.size <= pagesLeft) break;
    }
  }
  const read = async (id: string) => found.set(id, await readGroup(env, id, context).catch(asItem));
  await pMap(missing, read, { concurrency: env.connections });
  return found;
}

function pickFrom<T>(
  found: ReadonlyMap<string, Item<GroupState>>,
  id: NativePath,
  pick: (state: GroupState) => Item<T>,
): Item<T> {
  const item = found.get(part(id, 0)) ?? notFound();
  return item instanceof Error ? item : pick(item);
}

async function* groupPages(env: Env, context: CallContext): AsyncGenerator<GroupsPage> {
  for await (const { items, pagesLeft } of pages((offset) => env.client.listGroups({ offset }, context))) {
    yield { states: items.map((group) => mapGroup(group, env.valueView)), pagesLeft };
  }
}

interface PageOfNew<T> {
  readonly items: readonly T[];
  readonly pagesLeft: number;
}

/** Pages under way at once while the whole store is listed: enough to have one always, without a rush on the store. */
const PAGES_AHEAD = 4;

/**
 * All pages of a listing that is read to its end: the first tells how many there are, the others are asked for a few
 * at a time. What does not come as the first page had it (a page that is not full, a total that grew) is read on page
 * by page.
 */
async function* allPages<T extends { readonly id: string }>(
  ask: (offset: number, signal: AbortSignal) => Promise<Page<T>>,
  { connections, signal }: { readonly connections: number; readonly signal: AbortSignal },
): AsyncGenerator<PageOfNew<T>> {
  const end = new AbortController();
  const either = AbortSignal.any([signal, end.signal]);
  const read = pageReader<T>();
  try {
    let last = read(await ask(0, either));
    yield last;
    const ahead = pMapIterable(offsetsFrom(PAGE_SIZE, last.pagesLeft), (offset) => ask(offset, either), {
      concurrency: Math.min(connections, PAGES_AHEAD),
    });
    if (last.isFull) {
      for await (const page of ahead) {
        last = read(page);
        yield last;
        if (last.pagesLeft === 0 || !last.isFull) break;
      }
    }
    while (last.pagesLeft > 0) {
      last = read(await ask(last.offset, either));
      yield last;
    }
  } finally {
    // Whoever stops reading, or fails, stops the requests that run ahead.
    end.abort();
  }
}

function* offsetsFrom(first: number, count: number): Generator<number> {
  for (let page = 0; page < count; page += 1) yield first + page * PAGE_SIZE;
}

/** Pages by offset until the total is reached, one after the other: for who may stop before the end. */
async function* pages<T extends { readonly id: string }>(
  ask: (offset: number) => Promise<Page<T>>,
): AsyncGenerator<PageOfNew<T>> {
  const read = pageReader<T>();
  for (let offset = 0; ; ) {
    const page = read(await ask(offset));
    yield page;
    if (page.pagesLeft === 0) return;
    offset = page.offset;
  }
}

/**
 * Reads pages in their order. An item that moved while the pages were read comes once; a page that brings nothing new
 * ends the listing, whatever total it claims.
 */
function pageReader<T extends { readonly id: string }>() {
  const seen = new Set<string>();
  let offset = 0;
  return (page: Page<T>) => {
    const items = page.items.filter(({ id }) => !seen.has(id) && seen.add(id));
    const isFull = page.items.length === PAGE_SIZE;
    offset += page.items.length;
    const left = page.total === null ? (isFull ? PAGE_SIZE : 0) : page.total - offset;
    const pagesLeft = items.length === 0 ? 0 : Math.max(0, Math.ceil(left / PAGE_SIZE));
    return { items, pagesLeft, isFull, offset };
  };
}
