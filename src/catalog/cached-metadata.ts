import type { MetadataCache } from '../cache/cache.ts';
import type { CacheRead } from '../cache/reader.ts';
import type { CallContext, Item, ListingPage } from '../domain/connector.ts';
import { PortcullisError } from '../domain/errors.ts';
import type { NativePath, Secret, SecretGroup } from '../domain/model.ts';
import type { Metadata, Read } from './metadata.ts';
import type { Listing } from './snapshot.ts';
import { packSecrets, SecretPacker } from './table/pack.ts';

/** Reads through the cache: each kind of question under its own kind of entry, each load by the cheapest call. */
export function createCachedMetadata(cache: MetadataCache): Metadata {
  const listing: Metadata['listing'] = async (store, signal) =>
    toRead(
      await cache.read('listing', { storeId: store.id }, (context) => collect(store.connector.list(context)), {
        signal,
      }),
    );

  return {
    listing,
    async groups(store, signal) {
      const { listGroups } = store.connector;
      if (store.facts.groupsListing === 'together' || listGroups === undefined) return listing(store, signal);
      const load = async (context: CallContext) => (await collect(listGroups.call(store.connector, context))).groups;
      const { value, freshness } = toRead(await cache.read('groups', { storeId: store.id }, load, { signal }));
      return { value: listingOfGroups(value), freshness };
    },
    getGroups: async (store, ids, signal) =>
      toReads(
        await cache.readMany(
          'group',
          store.id,
          keysOf(ids),
          (missing, context) => store.connector.getGroups(idsOf(missing), context),
          { signal },
        ),
      ),
    getSecrets: async (store, ids, signal) =>
      toReads(
        await cache.readMany(
          'secret',
          store.id,
          keysOf(ids),
          (missing, context) => store.connector.getSecrets(idsOf(missing), context),
          { signal },
        ),
      ),
    async getDetails(store, secrets, signal) {
      const { connector } = store;
      if (connector.getDetails === undefined) return secrets.map((value) => ({ value, freshness: here() }));
      const load = connector.getDetails.bind(connector);
      return toReads(await cache.readMany('details', store.id, secrets, load, { signal }));
    },
    async listVersions({ id, connector }, secrets, signal) {
      return toReads(await cache.readMany('versions', id, secrets, connector.listVersions.bind(connector), { signal }));
    },
    async getUsage({ id, connector }, secrets, signal) {
      if (connector.getUsage === undefined) return secrets.map(({ usage }) => usage);
      const items = await cache.readMany('usage', id, secrets, connector.getUsage.bind(connector), { signal });
      return items.map((item) => (item instanceof PortcullisError ? item : item.value));
    },
    invalidate: (store) => cache.invalidate(store.id),
  };
}

/** Remembered per list, so that the same cached groups give the same listing and so the same snapshot. */
const listings = new WeakMap<readonly SecretGroup[], Listing>();

function listingOfGroups(groups: readonly SecretGroup[]): Listing {
  const known = listings.get(groups) ?? { groups, secrets: packSecrets([]) };
  listings.set(groups, known);
  return known;
}

/** Packs each page as it arrives, while the next one is under way: what it was parsed from is let go of. */
async function collect(pages: AsyncIterable<ListingPage>): Promise<Listing> {
  const groups: SecretGroup[] = [];
  const packer = new SecretPacker();
  for await (const page of pages) {
    // One by one: a page may be a whole store, and a call takes only so many arguments.
    for (const group of page.groups) groups.push(group);
    for (const secret of page.secrets) packer.add(secret);
  }
  return { groups, secrets: packer.finish() };
}

function toRead<T>({ value, fetchedAt, source, stale }: CacheRead<T>): Read<T> {
  return { value, freshness: { source, fetchedAt, stale } };
}

function toReads<T>(items: readonly Item<CacheRead<T>>[]): readonly Item<Read<T>>[] {
  return items.map((item) => (item instanceof PortcullisError ? item : toRead(item)));
}

const keysOf = (ids: readonly NativePath[]) => ids.map((id) => ({ id }));
const idsOf = (keys: readonly { readonly id: NativePath }[]) => keys.map(({ id }) => id);

/** For what is known already: the secret as its own listing answered it. */
function here(): Read<Secret>['freshness'] {
  return { source: 'CACHE', fetchedAt: Date.now(), stale: false };
}
