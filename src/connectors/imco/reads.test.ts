import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Secret } from '../../domain/model.ts';
import { firstOf, listAll, type OpenStore, openEmulated, read } from './__fixtures__/open-store.ts';
import { costs } from './capabilities.ts';
import { nativeShapes } from './native.ts';

let store: OpenStore;
let secrets: readonly Secret[];
const requests = () => store.emulator.requests().map(({ method, path }) => `${method} ${path}`);

beforeAll(async () => {
  store = await openEmulated({ secrets: 60 });
  secrets = (await listAll(store)).secrets;
});
afterAll(() => store.close());
afterEach(() => {
  store.emulator.setFault(null);
  store.emulator.clearRequests();
});

/** A listing that is given up leaves requests behind that arrive late: such a test has a store of its own. */
async function withOwnStore(test: (own: OpenStore) => Promise<void>, connections = 4): Promise<void> {
  const own = await openEmulated({ secrets: 60, connections });
  await test(own).finally(() => own.close());
}

describe('the listing', () => {
  it('finds every vault and every secret, and costs what is declared', async () => {
    store.emulator.clearRequests();
    const listing = await listAll(store);
    const { seeded } = store.emulator;
    expect([listing.groups.length, listing.secrets.length]).toEqual([seeded.groups, seeded.secrets]);
    expect(store.emulator.requests()).toHaveLength(costs.list.requests(seeded));
  });

  it('names the vault of every secret', async () => {
    const { groups, secrets } = await listAll(store);
    const names = new Map(groups.map(({ nativeId, name }) => [nativeId, name]));
    expect(secrets.every(({ group }) => group?.name === names.get(group?.id[0] ?? ''))).toBe(true);
  });

  it('yields the vaults before any secret', () =>
    withOwnStore(async ({ connector, context, emulator }) => {
      const pages = connector.list(context)[Symbol.asyncIterator]();
      const first = await pages.next();
      await pages.return?.();
      expect(first.value).toMatchObject({ secrets: [] });
      expect(first.value.groups).toHaveLength(emulator.seeded.groups);
    }));

  it('yields the secrets of one vault before those of the last have arrived', () =>
    withOwnStore(async (own) => {
      const { groups } = await listAll(own);
      own.emulator.setFault({ match: new RegExp(`${groups.at(-1)?.nativeId}/secrets`), hang: true });
      const pages = own.connector.list(own.context)[Symbol.asyncIterator]();
      await pages.next();
      const second = await pages.next();
      await pages.return?.();
      expect(second.value.secrets.length).toBeGreaterThan(0);
    }));

  it('that is given up ends the requests that are under way', () =>
    withOwnStore(async (own) => {
      const { groups } = await listAll(own);
      own.emulator.setFault({ match: new RegExp(`${groups.at(-1)?.nativeId}/secrets`), hang: true });
      const pages = own.connector.list(own.context)[Symbol.asyncIterator]();
      for (const _ of groups) await pages.next();
      await pages.return?.();
      await vi.waitFor(() => expect(own.calls.at(-1)).toMatchObject({ operation: 'listSecrets', status: null }));
    }));

  it('asks for vaults alone with one request', async () => {
    store.emulator.clearRequests();
    const pages = await Array.fromAsync(store.connector.listGroups?.(store.context) ?? []);
    expect(pages.flatMap(({ groups }) => groups)).toHaveLength(store.emulator.seeded.groups);
    expect(requests()).toEqual(['GET /v3/secret/key_vaults']);
  });

  it('is refused as a whole where one vault cannot be listed', () =>
    withOwnStore(async (own) => {
      own.emulator.setFault({ match: /key_vaults\/\w+\/secrets/, status: 500, times: 1 });
      await expect(listAll(own)).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', retryable: true });
    }));

  it('is refused where a vault is there but its secrets are not', () =>
    withOwnStore(async (own) => {
      own.emulator.setFault({ match: /key_vaults\/\w+\/secrets/, status: 404, times: 1 });
      await expect(listAll(own)).rejects.toMatchObject({ code: 'UPSTREAM_INVALID_RESPONSE' });
    }));

  it('goes on without the secrets of a vault that went while it was listed', () =>
    withOwnStore(async (own) => {
      const { secrets, groups } = await listAll(own);
      own.emulator.setFault({ match: /key_vaults\/\w+(\/secrets)?$/, status: 404, times: 2 });
      const gone = secrets.filter(({ group }) => group?.name === firstOf(groups).name);
      expect((await listAll(own)).secrets).toHaveLength(secrets.length - gone.length);
    }, 1));

  it('does not ask for the secrets of a vault at its end', async () => {
    const vault = { id: 'kv', name: 'payments-old', state: 'end' };
    store.emulator.setFault({ match: /key_vaults$/, status: 200, body: JSON.stringify([vault]) });
    store.emulator.clearRequests();
    expect((await listAll(store)).groups).toMatchObject([{ status: 'DELETED' }]);
    expect(store.emulator.requests()).toHaveLength(1);
  });

  it('carries native parts that the cache lets in', () => {
    expect(secrets.every(({ native }) => nativeShapes.ImcoSecret.safeParse(native).success)).toBe(true);
  });

  it('holds no value', async () => {
    const text = JSON.stringify(await listAll(store));
    expect(store.emulator.values().filter((value) => text.includes(value))).toEqual([]);
  });
});

describe('secrets by id', () => {
  it('are what the listing told, in the order asked for, and cost what is declared', async () => {
    const wanted = [...secrets.slice(0, 7)].reverse();
    const items = await store.connector.getSecrets(
      wanted.map(({ id }) => id),
      store.context,
    );
    expect(items).toEqual(wanted);
    expect(store.emulator.requests()).toHaveLength(costs.getSecrets.requests({ groups: 0, secrets: 7 }));
  });

  it('that are missing and that are broken are told apart', async () => {
    const [one, two] = secrets.slice(0, 2);
    store.emulator.setFault({ match: new RegExp(`secrets/${two?.nativeId}`), status: 503 });
    const items = await store.connector.getSecrets([one?.id ?? [], ['nothing'], two?.id ?? []], store.context);
    expect(items).toMatchObject([{ name: one?.name }, { code: 'NOT_FOUND' }, { code: 'UPSTREAM_UNAVAILABLE' }]);
  });

  it('are refused together where the vaults cannot be named', async () => {
    store.emulator.setFault({ match: /key_vaults$/, status: 503 });
    const asked = store.connector.getSecrets([firstOf(secrets).id], store.context);
    await expect(asked).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
  });

  it('are not there where their vault is not', async () => {
    store.emulator.setFault({ match: /key_vaults$/, status: 200, body: '[]' });
    expect(await store.connector.getSecrets([firstOf(secrets).id], store.context)).toMatchObject([
      { code: 'NOT_FOUND' },
    ]);
  });

  it('cost nothing where none is asked for', async () => {
    expect(await store.connector.getSecrets([], store.context)).toEqual([]);
    expect(store.emulator.requests()).toEqual([]);
  });

  it('keep the revision of the listing', async () => {
    const listed = firstOf(secrets);
    expect((await read(store, listed.id)).revision).toBe(listed.revision);
  });
});

describe('vaults by id', () => {
  it('cost one request for one', async () => {
    const { groups } = await listAll(store);
    store.emulator.clearRequests();
    expect(await store.connector.getGroups([firstOf(groups).id], store.context)).toEqual([firstOf(groups)]);
    expect(requests()).toEqual([`GET /v3/secret/key_vaults/${firstOf(groups).nativeId}`]);
  });

  it('cost one request for several, of which one may be missing', async () => {
    const { groups } = await listAll(store);
    store.emulator.clearRequests();
    const items = await store.connector.getGroups([...groups.map(({ id }) => id), ['nothing']], store.context);
    expect(items).toMatchObject([...groups, { code: 'NOT_FOUND' }]);
    expect(requests()).toEqual(['GET /v3/secret/key_vaults']);
  });

  it('that are missing are so for one as well', async () => {
    expect(await store.connector.getGroups([['nothing']], store.context)).toMatchObject([{ code: 'NOT_FOUND' }]);
  });
});

describe('versions', () => {
  it('cost one request per secret and begin with the current one', async () => {
    const some = secrets.slice(0, 5);
    const items = await store.connector.listVersions(some, store.context);
    const current = items.map((item) => ('code' in item ? [] : item.map(({ isCurrent }) => isCurrent)));
    expect(current.every(([first, ...others]) => first === true && !others.includes(true))).toBe(true);
    expect(store.emulator.requests()).toHaveLength(costs.listVersions.requests({ groups: 0, secrets: 5 }));
  });

  it('of a secret that is gone are missing, those of the others are not', async () => {
    const gone = { ...firstOf(secrets), nativeId: 'nothing' };
    const items = await store.connector.listVersions([gone, firstOf(secrets)], store.context);
    expect(items).toMatchObject([{ code: 'NOT_FOUND' }, [{ isCurrent: true }]]);
  });

  it('hold no value', async () => {
    const text = JSON.stringify(await store.connector.listVersions(secrets, store.context));
    expect(store.emulator.values().filter((value) => text.includes(value))).toEqual([]);
  });
});

describe('the store itself', () => {
  it('is checked with one ping', async () => {
    expect(await store.connector.check(store.context)).toEqual({ apiVersion: 'API v3' });
    expect(requests()).toEqual(['GET /v3/ping']);
  });

  it('tells its labels with one request, internal ones included', async () => {
    const labels = nativeShapes.ImcoStore.shape.labels.parse(
      await store.connector.storeNative?.labels?.(store.context),
    );
    expect(labels).toContainEqual(expect.objectContaining({ name: 'payments', namespace: null }));
    expect(labels).toContainEqual(expect.objectContaining({ name: 'managed', namespace: 'imco', value: 'true' }));
    expect(requests()).toEqual(['GET /v3/labels']);
  });

  it('asks no endpoint that answers values', async () => {
    await listAll(store);
    await store.connector.listVersions(secrets, store.context);
    expect(requests().filter((request) => request.includes('secret_versions'))).toEqual([]);
  });
});
