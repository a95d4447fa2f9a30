import pMap from 'p-map';
import type { CallContext, Connector, Item, ListingPage } from '../../domain/connector.ts';
import { notFound, PortcullisError } from '../../domain/errors.ts';
import type { NativePath, Secret, SecretGroup } from '../../domain/model.ts';
import type { NcloudClient } from './client.ts';
import { mapDetail, mapKey, mapListed, mapRegion, mapTrigger, mapVersions } from './map.ts';
import { walkSecrets } from './pages.ts';

type Reads = Pick<
  Connector,
  'check' | 'list' | 'getGroups' | 'getSecrets' | 'listVersions' | 'getDetails' | 'storeNative'
>;

/** Metadata alone: no method here calls an endpoint that answers a value. */
export function createReads(client: NcloudClient, connections: number): Reads {
  const details = (ids: readonly NativePath[], { signal }: CallContext): Promise<readonly Item<Secret>[]> =>
    pMap(ids, ([id]) => (id === undefined ? notFound() : item(client.detail(id, signal).then(mapDetail), signal)), {
      concurrency: connections,
    });

  return {
    async check({ signal }) {
      await client.listPage(1, signal);
      return { apiVersion: null };
    },

    list: ({ signal }) => listing(client, connections, signal),

    async getGroups(ids, { signal }) {
      if (ids.length === 0) return [];
      const wanted = new Set(ids.map(([code]) => code));
      const found = new Map<string, SecretGroup>();
      for await (const page of listing(client, connections, signal)) {
        for (const group of page.groups) if (wanted.has(group.nativeId)) found.set(group.nativeId, group);
        if (found.size === wanted.size) break;
      }
      return ids.map(([code = '']) => found.get(code) ?? notFound());
    },

    getSecrets: details,
    getDetails: (secrets, context) =>
      details(
        secrets.map((secret) => secret.id),
        context,
      ),
    listVersions: async (secrets) => secrets.map(mapVersions),

    storeNative: {
      triggers: async ({ signal }) => (await client.triggers(signal)).map(mapTrigger),
      protectionKeys: async ({ signal }) => (await client.protectionKeys(signal)).map(mapKey),
    },
  };
}

/** Secrets as they come, and each region with the first of them. */
async function* listing(
  client: NcloudClient,
  connections: number,
  signal: AbortSignal,
): AsyncGenerator<ListingPage, void, undefined> {
  const regions = new Set<string>();
  for await (const items of walkSecrets(client, { connections, signal })) {
    const secrets = items.map(mapListed);
    const fresh = new Set(secrets.flatMap(({ group }) => (group === null ? [] : [group.name]))).difference(regions);
    for (const code of fresh) regions.add(code);
    yield { groups: [...fresh].map(mapRegion), secrets };
  }
}

/** One refusal is an item; only the end of the whole call rejects. */
async function item<T>(work: Promise<T>, signal: AbortSignal): Promise<Item<T>> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof PortcullisError && !signal.aborted) return error;
    throw error;
  }
}
