import { afterEach, describe, expect, it } from 'vitest';
import { SECRETS_AT_THE_TOP } from './__fixtures__/documented.ts';
import { firstOf, listAll, NOW, openEmulated, openStore, startScripted } from './__fixtures__/open-store.ts';
import { segura } from './index.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function opened(options: Parameters<typeof openEmulated>[0] = {}) {
  const store = await openEmulated(options);
  closing.push(store.close);
  // Costs are told without the token.
  await store.connector.check(store.context);
  store.emulator.clearRequests();
  return store;
}

describe('reading a store of Segura', () => {
  it('checks with one token request and asks for no value', async () => {
    const { connector, context, emulator } = await opened();
    expect(await connector.check(context)).toEqual({ apiVersion: null });
    expect(emulator.requests()).toEqual([{ method: 'POST', path: '/iso/oauth2/token', status: 200 }]);
  });

  it('lists the group and all secrets with the declared requests', async () => {
    const { connector, context, emulator } = await opened({ secrets: 120 });
    const pages = await Array.fromAsync(connector.list(context));
    expect(pages.flatMap(({ groups }) => groups.map(({ name }) => name))).toEqual(['platform-delivery']);
    expect(pages.flatMap(({ secrets }) => secrets)).toHaveLength(120);
    expect(emulator.requests()).toHaveLength(segura.costs.list.requests({ groups: 1, secrets: 120 }));
  });

  it('holds no value in anything that a list answers', async () => {
    const store = await opened({ secrets: 120 });
    const text = JSON.stringify(await Array.fromAsync(store.connector.list(store.context)));
    const values = store.emulator.values();
    expect(values.length).toBeGreaterThanOrEqual(120);
    expect(values.filter((value) => text.includes(value))).toEqual([]);
  });

  it('names only objects that its own id grammar takes', async () => {
    const { matchesGrammar } = await import('../../domain/ids.ts');
    for (const { id, group, versions } of await listAll(await opened({ secrets: 60 }))) {
      expect(matchesGrammar(id, segura.idGrammar.secret)).toBe(true);
      expect(matchesGrammar(group?.id ?? [], segura.idGrammar.group)).toBe(true);
      expect(matchesGrammar(versions?.[0]?.id ?? [], segura.idGrammar.version)).toBe(true);
    }
  });

  it('fills native shapes that its own strict schemas take', async () => {
    const store = await opened();
    for (const secret of await listAll(store)) {
      expect(segura.nativeShapes.SeguraSecret?.safeParse(secret.native).success).toBe(true);
      expect(segura.nativeShapes.SeguraSecretVersion?.safeParse(secret.versions?.[0]?.native).success).toBe(true);
    }
    const [group] = await store.connector.getGroups([['platform-delivery', 'kubernetes', 'prod']], store.context);
    expect(
      segura.nativeShapes.SeguraApplication?.safeParse(group && 'native' in group ? group.native : null).success,
    ).toBe(true);
  });

  it('gets any number of secrets with one request, in order, and says which is missing', async () => {
    const store = await opened();
    const { connector, context, emulator } = store;
    const got = await connector.getSecrets([['103'], ['999'], ['101']], context);
    expect(got.map((item) => ('code' in item ? item.code : item.nativeId))).toEqual(['103', 'NOT_FOUND', '101']);
    expect(emulator.requests()).toHaveLength(segura.costs.getSecrets.requests({ groups: 0, secrets: 3 }));
  });

  it('gets its group and no other with one request', async () => {
    const { connector, context, emulator } = await opened();
    const ids = [
      ['platform-delivery', 'kubernetes', 'prod'],
      ['platform-delivery', 'kubernetes', 'dev'],
    ];
    const got = await connector.getGroups(ids, context);
    expect(got.map((item) => ('code' in item ? item.code : item.name))).toEqual(['platform-delivery', 'NOT_FOUND']);
    expect(emulator.requests()).toHaveLength(segura.costs.getGroups.requests({ groups: 2, secrets: 0 }));
  });

  it('asks nothing for no ids and nothing for versions', async () => {
    const store = await opened();
    const secrets = await listAll(store);
    store.emulator.clearRequests();
    expect(await store.connector.getSecrets([], store.context)).toEqual([]);
    expect(await store.connector.getGroups([], store.context)).toEqual([]);
    const [versions] = await store.connector.listVersions(secrets, store.context);
    expect(versions).toEqual([expect.objectContaining({ isCurrent: true })]);
    expect(store.emulator.requests()).toEqual([]);
  });

  it('sees a secret leave the list once it has expired', async () => {
    const store = await opened();
    const expiring = firstOf((await listAll(store)).filter(({ expiresAt }) => expiresAt !== null));
    expect(expiring.expiresAt).toBeGreaterThan(NOW);
    store.clock.now = (expiring.expiresAt ?? 0) + 1;
    expect((await listAll(store)).map(({ nativeId }) => nativeId)).not.toContain(expiring.nativeId);
  });

  it('reads the list that has its secrets at the top, without a group', async () => {
    const store = await opened({ settings: { secretsPath: '/iso/sctm/secret' }, secrets: 5 });
    const [page] = await Array.fromAsync(store.connector.list(store.context));
    expect(page?.groups).toEqual([]);
    expect(page?.secrets.map(({ group }) => group)).toEqual([null, null, null, null, null]);
  });

  it('reads dates in the zone of the vault', async () => {
    const { url, server } = await startScripted(() => ({ status: 200, body: SECRETS_AT_THE_TOP }));
    const store = openStore(url, { settings: { timeZone: 'America/Sao_Paulo' } });
    closing.push(store.connector.close, server.close);
    const [secret] = await listAll(store);
    expect(secret?.expiresAt).toBe(Date.UTC(2022, 7, 18, 14, 10));
    expect(secret?.status).toBe('EXPIRED');
  });
});

describe('a store that fails', () => {
  it.each([
    [{ status: 200, body: '{"response":{"status":500,"message":"x","error":true}}' }, 'UPSTREAM_UNAVAILABLE'],
    [{ status: 200, body: '{"response":{"status":200,"error":false}}' }, 'UPSTREAM_INVALID_RESPONSE'],
    [{ status: 200, body: '<html>' }, 'UPSTREAM_INVALID_RESPONSE'],
    [{ status: 200, body: '{"secrets":[{"identity":"no id"}]}' }, 'UPSTREAM_INVALID_RESPONSE'],
    [{ status: 503 }, 'UPSTREAM_UNAVAILABLE'],
    [{ truncate: true }, 'UPSTREAM_INVALID_RESPONSE'],
    [{ cut: 'middle' as const }, 'UPSTREAM_UNAVAILABLE'],
  ])('answers a list with %j as %s', async (fault, code) => {
    const store = await opened();
    store.emulator.setFault({ ...fault, match: /application/ });
    await expect(listAll(store)).rejects.toMatchObject({ code });
  });

  it('ends when the caller goes away', async () => {
    const store = await opened();
    store.emulator.setFault({ hang: true });
    const caller = new AbortController();
    const reading = store.connector.getSecrets([['101']], { signal: caller.signal });
    caller.abort();
    await expect(reading).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
  });
});
