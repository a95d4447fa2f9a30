import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ListingPage } from '../../domain/connector.ts';
import { type EmulatedStore, openEmulatedStore, refusalOf } from './__fixtures__/store.ts';
import { ncloud } from './index.ts';
import { nativeShapes } from './native.ts';

const SECRETS = 250;
let store: EmulatedStore;
let pages: readonly ListingPage[];

beforeAll(async () => {
  store = await openEmulatedStore({ secrets: SECRETS });
  pages = await Array.fromAsync(store.connector.list(store.context));
});
beforeEach(() => store.asked());
afterAll(() => store.close());

const listed = () => pages.flatMap((page) => page.secrets);

describe('listing', () => {
  it('finds every secret once', () => {
    expect(new Set(listed().map(({ nativeId }) => nativeId)).size).toBe(SECRETS);
  });

  it('finds the region once, with the first of its secrets', () => {
    expect(pages.map((page) => page.groups.map(({ name }) => name))).toEqual([['KR'], [], []]);
  });

  it('costs one request a page', async () => {
    await Array.fromAsync(store.connector.list(store.context));
    expect(store.asked()).toHaveLength(ncloud.costs.list.requests({ groups: 1, secrets: SECRETS }));
  });

  it('ends with the signal', async () => {
    const refusal = refusalOf(Array.fromAsync(store.connector.list({ signal: AbortSignal.abort() })));
    expect((await refusal).code).toBe('DEADLINE_EXCEEDED');
  });

  it('fails as a whole when a page fails', async () => {
    store.emulator.setFault({ match: /pageNo=2/, status: 500, body: '{"error":{"errorCode":"900"}}' });
    const refusal = await refusalOf(Array.fromAsync(store.connector.list(store.context)));
    store.emulator.setFault(null);
    expect(refusal).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', details: { upstreamCode: '900' } });
  });
});

describe('the groups by id', () => {
  it('are found on the first page that names them', async () => {
    expect(await store.connector.getGroups([['KR']], store.context)).toMatchObject([{ name: 'KR', nativeId: 'KR' }]);
    expect(store.asked()).toHaveLength(ncloud.costs.getGroups.requests({ groups: 1, secrets: 0 }));
  });

  it('are missing only after the whole list', async () => {
    expect(await store.connector.getGroups([['JPN'], ['KR']], store.context)).toMatchObject([
      { code: 'NOT_FOUND' },
      { name: 'KR' },
    ]);
    expect(store.asked()).toHaveLength(3);
  });

  it('cost nothing when none is asked', async () => {
    expect(await store.connector.getGroups([], store.context)).toEqual([]);
    expect(store.asked()).toEqual([]);
  });
});

describe('the secrets by id', () => {
  it('come in the order of the ids, each with all details', async () => {
    const ids = [listed()[7], listed()[2]].map((secret) => secret?.id ?? []);
    const found = await store.connector.getSecrets(ids, store.context);
    expect(found).toMatchObject(ids.map((id) => ({ id, incomplete: [], revision: expect.any(String) })));
    expect(store.asked()).toHaveLength(ncloud.costs.getSecrets.requests({ groups: 0, secrets: 2 }));
  });

  it('are each missing by themselves', async () => {
    const known = listed()[0]?.id ?? [];
    expect(await store.connector.getSecrets([['ffff'], known], store.context)).toMatchObject([
      { code: 'NOT_FOUND', details: { upstreamCode: 'NOT_FOUND', upstreamMessage: 'Not found' } },
      { id: known },
    ]);
  });

  it('reject together when the signal ends', async () => {
    const refusal = refusalOf(store.connector.getSecrets([['ffff']], { signal: AbortSignal.abort() }));
    expect((await refusal).code).toBe('DEADLINE_EXCEEDED');
  });

  it('cost one request each for the details of listed ones', async () => {
    const some = listed().slice(0, 5);
    const details = await store.connector.getDetails?.(some, store.context);
    expect(details?.map((secret) => 'description' in secret && secret.description)).not.toContain(null);
    expect(store.asked()).toHaveLength(ncloud.costs.getDetails.requests({ groups: 0, secrets: 5 }));
  });
});

describe('the versions', () => {
  it('cost no request', async () => {
    const versions = await store.connector.listVersions(listed().slice(0, 3), store.context);
    expect(versions.map((slots) => Array.isArray(slots) && slots.length)).toEqual([3, 3, 3]);
    expect(store.asked()).toEqual([]);
  });
});

describe('what the store tells of itself', () => {
  it('names triggers with the secrets that they rotate', async () => {
    const triggers = await store.connector.storeNative?.triggers?.(store.context);
    const parsed = nativeShapes.NcloudStore.parse({ triggers, protectionKeys: null }).triggers;
    expect(parsed?.[0]).toMatchObject({ name: 'payments-rotation' });
    expect(parsed?.flatMap(({ linkedSecretIds }) => linkedSecretIds).length).toBeGreaterThan(0);
  });

  it('names protection keys, whose numbers become text', async () => {
    const keys = await store.connector.storeNative?.protectionKeys?.(store.context);
    const parsed = nativeShapes.NcloudStore.parse({ triggers: null, protectionKeys: keys }).protectionKeys;
    expect(parsed?.[0]).toMatchObject({ nativeId: '0', tag: '', boundary: 'GLOBAL' });
  });

  it('is reached by one request', async () => {
    expect(await store.connector.check(store.context)).toEqual({ apiVersion: null });
    expect(store.asked()).toEqual(['GET /api/v1/secrets?pageNo=1']);
  });
});

describe('a metadata call', () => {
  it('asks for no value', async () => {
    await store.connector.check(store.context);
    await Array.fromAsync(store.connector.list(store.context));
    await store.connector.getDetails?.(listed().slice(0, 3), store.context);
    await store.connector.storeNative?.triggers?.(store.context);
    expect(store.asked().filter((line) => /\/(values|active|previous|pending)/.test(line))).toEqual([]);
  });
});

describe('an answer that cannot be used', () => {
  it.each([
    ['the gateway refuses the key', { status: 401, body: '{"error":{"errorCode":"200"}}' }, 'UPSTREAM_CREDENTIALS'],
    ['the gateway throttles', { status: 429, body: '{"error":{"errorCode":"410"}}' }, 'UPSTREAM_RATE_LIMITED'],
    ['an error comes with status 200', { status: 200, body: '{"error":{"errorCode":"900"}}' }, 'UPSTREAM_UNAVAILABLE'],
    ['it is HTML', { status: 200, body: '<html>' }, 'UPSTREAM_INVALID_RESPONSE'],
    ['it is cut short', { truncate: true }, 'UPSTREAM_INVALID_RESPONSE'],
    ['the connection breaks', { cut: 'middle' }, 'UPSTREAM_UNAVAILABLE'],
    [
      'it claims more pages than anybody has',
      { status: 200, body: '{"code":"SUCCESS","data":{"totalPageNo":1000000000,"secretList":[]}}' },
      'UPSTREAM_INVALID_RESPONSE',
    ],
  ] as const)('because %s is told apart', async (_name, fault, code) => {
    store.emulator.setFault(fault);
    const refusal = await refusalOf(store.connector.check(store.context));
    store.emulator.setFault(null);
    expect(refusal.code).toBe(code);
  });
});
