import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { createMetadataCache, type MetadataCache } from '../cache/cache.ts';
import type { Connector, ListingPage } from '../domain/connector.ts';
import { notFound } from '../domain/errors.ts';
import { makeGroup, makeSecret, makeStore, NOW } from './__fixtures__/entries.ts';
import { createCachedMetadata } from './cached-metadata.ts';

const opened: MetadataCache[] = [];
afterEach(async () => {
  for (const cache of opened.splice(0)) await cache.close();
});

const { signal } = new AbortController();

function metadataOf() {
  const shape = z.strictObject({});
  const cache = createMetadataCache({
    stores: [
      { storeId: 'tfy', fingerprint: 'f', nativeShapes: { group: shape, secret: shape, version: null, subject: null } },
    ],
    ttlSeconds: 60,
    staleSeconds: 600,
    redis: null,
    now: () => NOW,
    random: () => 0,
    schedule: () => () => {},
  });
  opened.push(cache);
  return createCachedMetadata(cache);
}

const storeOf = (connector: Partial<Connector>, groupsListing: 'together' | 'separate' = 'together') =>
  makeStore('tfy', { connector, facts: { groupsListing } });

async function* pagesOf(...pages: readonly Partial<ListingPage>[]) {
  for (const page of pages) yield { groups: [], secrets: [], ...page };
}

describe('listing', () => {
  it('gathers all pages', async () => {
    const list = () =>
      pagesOf({ groups: [makeGroup('g')], secrets: [makeSecret('a')] }, { secrets: [makeSecret('b')] });
    const { value } = await metadataOf().listing(storeOf({ list }), signal);
    expect([value.groups.length, value.secrets.fields.name]).toEqual([1, { each: ['a', 'b'] }]);
  });

  it('takes a page of any size', async () => {
    const secrets = Array.from({ length: 130_000 }, () => makeSecret('a'));
    const { value } = await metadataOf().listing(storeOf({ list: () => pagesOf({ secrets }) }), signal);
    expect(value.secrets.count).toBe(130_000);
  });

  it('asks the store once, and says from where an answer came', async () => {
    const list = vi.fn(() => pagesOf({ secrets: [makeSecret('a')] }));
    const [metadata, store] = [metadataOf(), storeOf({ list })];
    const first = await metadata.listing(store, signal);
    const second = await metadata.listing(store, signal);
    expect([list.mock.calls.length, first.freshness.source, second.freshness.source]).toEqual([1, 'UPSTREAM', 'CACHE']);
  });

  it('asks anew after an invalidation', async () => {
    const list = vi.fn(() => pagesOf({ secrets: [makeSecret('a')] }));
    const [metadata, store] = [metadataOf(), storeOf({ list })];
    await metadata.listing(store, signal);
    await metadata.invalidate(store);
    await metadata.listing(store, signal);
    expect(list).toHaveBeenCalledTimes(2);
  });
});

describe('groups', () => {
  it('come from the listing where they are listed together', async () => {
    const listGroups = vi.fn(() => pagesOf({}));
    const list = () => pagesOf({ groups: [makeGroup('g')] });
    const { value } = await metadataOf().groups(storeOf({ list, listGroups }), signal);
    expect([value.groups.length, listGroups.mock.calls.length]).toEqual([1, 0]);
  });

  it('come without the secrets where that is cheaper', async () => {
    const list = vi.fn(() => pagesOf({}));
    const listGroups = () => pagesOf({ groups: [makeGroup('g')] });
    const { value } = await metadataOf().groups(storeOf({ list, listGroups }, 'separate'), signal);
    expect([value.groups.length, value.secrets.count, list.mock.calls.length]).toEqual([1, 0, 0]);
  });

  it('are the same list each time they come from the cache, so that one snapshot serves all', async () => {
    const listGroups = () => pagesOf({ groups: [makeGroup('g')] });
    const [metadata, store] = [metadataOf(), storeOf({ listGroups }, 'separate')];
    const [first, second] = [await metadata.groups(store, signal), await metadata.groups(store, signal)];
    expect(second.value).toBe(first.value);
  });
});

describe('batches', () => {
  it('answer one item per id, in order, and remember objects but not errors', async () => {
    const getSecrets = vi.fn<Connector['getSecrets']>(async (ids) =>
      ids.map(([id = '']) => (id === 'gone' ? notFound() : makeSecret(id))),
    );
    const [metadata, store] = [metadataOf(), storeOf({ getSecrets })];
    const ids = [['a'], ['gone'], ['b']];
    const first = await metadata.getSecrets(store, ids, signal);
    await metadata.getSecrets(store, ids, signal);
    expect(first.map((item) => ('value' in item ? item.value.name : item.code))).toEqual(['a', 'NOT_FOUND', 'b']);
    expect(getSecrets.mock.calls.map(([asked]) => asked)).toEqual([ids, [['gone']]]);
  });

  it('need no connector that knows details where a store has none', async () => {
    const secret = makeSecret('a');
    const [item] = await metadataOf().getDetails(storeOf({}), [secret], signal);
    expect(item).toMatchObject({ value: secret });
  });

  it('answer the usage that a listing brought along where a store is not asked for it', async () => {
    const usage = { activeDeployments: 1, consumers: null };
    expect(await metadataOf().getUsage(storeOf({}), [makeSecret('a', { usage })], signal)).toEqual([usage]);
  });
});
