import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PortcullisError } from '../../domain/errors.ts';
import { matchesGrammar } from '../../domain/ids.ts';
import {
  context,
  emulated,
  errorOf,
  everything,
  found,
  type OpenStore,
  openStore,
  present,
  someSecret,
} from './__fixtures__/open-store.ts';
import { costs } from './capabilities.ts';
import { plaintext } from './emulator/state.ts';
import { truefoundry } from './index.ts';
import { nativeShapes } from './native.ts';

let store: OpenStore;
beforeEach(async () => {
  store = await openStore();
});
afterEach(() => store.close());

const shape = () => ({ groups: store.state.groups.size, secrets: store.state.groupOfSecret.size });

describe('the listing', () => {
  it('reads all groups, secrets, versions and subjects with one request per 100 groups', async () => {
    const large = await openStore({ secrets: 2_350 });
    const { groups, secrets } = await everything(large.connector);
    expect([groups.length, secrets.length]).toEqual([235, 2_350]);
    expect(large.sent()).toEqual([0, 100, 200].map((offset) => `GET /secret-groups?limit=100&offset=${offset}`));
    expect(costs.list.requests({ groups: 235, secrets: 2_350 })).toBe(3);
    await large.close();
  });

  it('asks once in an empty store', async () => {
    const empty = await openStore({ secrets: 0 });
    expect(await everything(empty.connector)).toEqual({ groups: [], secrets: [] });
    expect(empty.sent()).toHaveLength(costs.list.requests({ groups: 0, secrets: 0 }));
    await empty.close();
  });

  it('leaves nothing to be asked later', async () => {
    const { secrets } = await everything(store.connector);
    expect(secrets.flatMap(({ incomplete }) => incomplete)).toEqual([]);
  });

  it('gives ids that the grammar lets through', async () => {
    const { groups, secrets } = await everything(store.connector);
    const { idGrammar } = truefoundry;
    expect(groups.every(({ id }) => matchesGrammar(id, idGrammar.group))).toBe(true);
    expect(secrets.every(({ id }) => matchesGrammar(id, idGrammar.secret))).toBe(true);
    expect(secrets.every(({ versions }) => found(versions?.[0]).id.length === idGrammar.version.length)).toBe(true);
    expect(secrets.every(({ createdBy }) => matchesGrammar(createdBy?.id ?? [], idGrammar.subject))).toBe(true);
  });

  it('holds none of the values that the store has, its manifests included', async () => {
    const { groups, secrets } = await everything(store.connector);
    const text = JSON.stringify([groups, secrets]);
    const values = [...store.state.groups.values()].flatMap((group) =>
      [...group.secrets.values()].flatMap(({ versions }) => versions.map(({ value }) => plaintext(value))),
    );
    expect(values.length).toBeGreaterThan(24);
    expect(values.filter((value) => text.includes(value))).toEqual([]);
  });

  it('has native parts of exactly the shapes that may be cached', async () => {
    const { groups, secrets } = await everything(store.connector);
    for (const { native } of groups) nativeShapes.TrueFoundrySecretGroup.parse(native);
    for (const { native } of secrets) nativeShapes.TrueFoundrySecret.parse(native);
    expect(groups).not.toHaveLength(0);
  });

  it('ends when the pages bring nothing new, whatever total they claim', async () => {
    const { groups } = await everything(store.connector);
    const { data } = await firstPage();
    store.server.setFault({ status: 200, body: JSON.stringify({ data, pagination: { total: 1_000_000_000 } }) });
    expect((await everything(store.connector)).groups).toHaveLength(groups.length);
  });

  it('ends without a total at the first page that is not full', async () => {
    const { data } = await firstPage();
    store.sent();
    store.server.setFault({ status: 200, body: JSON.stringify({ data }) });
    expect((await everything(store.connector)).groups).toHaveLength(6);
    expect(store.sent()).toHaveLength(1);
  });
});

describe('groups and secrets by id', () => {
  it('cost one request for one group', async () => {
    const { id } = emulated(store);
    const [group] = await store.connector.getGroups([[id]], context);
    expect(present(group).nativeId).toBe(id);
    expect(store.sent()).toEqual([`GET /secret-groups/${id}`]);
  });

  it('cost one request for all groups of a page', async () => {
    const { groups } = await everything(store.connector);
    store.sent();
    const again = await store.connector.getGroups(groups.map(({ id }) => id).reverse(), context);
    expect(again).toEqual(groups.reverse());
    expect(store.sent()).toHaveLength(costs.getGroups.requests(shape()));
  });

  it('cost one request for all secrets of a page, and none of them is one that answers values', async () => {
    const { secrets } = await everything(store.connector);
    store.sent();
    const again = await store.connector.getSecrets(
      secrets.map(({ id }) => id),
      context,
    );
    expect(again).toEqual(secrets);
    expect(store.sent()).toEqual(['GET /secret-groups?limit=100&offset=0']);
    expect(costs.getSecrets.requests(shape())).toBe(1);
  });

  it('cost one request each where few are wanted of a store of many pages', async () => {
    const large = await openStore({ secrets: 5_000 });
    const ids = [...large.state.groups.keys()].slice(-2).map((id) => [id]);
    expect((await large.connector.getGroups(ids, context)).map((item) => present(item).id)).toEqual(ids);
    expect(large.sent()).toHaveLength(3);
    await large.close();
  });

  it('are NOT_FOUND one by one, in the order that was asked', async () => {
    const [one, two] = [...store.state.groups.keys()];
    const items = await store.connector.getGroups([['none'], [one ?? ''], ['nobody'], [two ?? '']], context);
    expect(items.map((item) => (item instanceof PortcullisError ? item.code : item.nativeId))).toEqual([
      'NOT_FOUND',
      one,
      'NOT_FOUND',
      two,
    ]);
  });

  it('are NOT_FOUND where the secret is not in the group that its id names', async () => {
    const [one, two] = [...store.state.groups.values()];
    const elsewhere = [found(one).id, found([...found(two).secrets.values()][0]).id];
    const [item] = await store.connector.getSecrets([elsewhere], context);
    expect(item).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('are refused one by one where the token may not see a group', async () => {
    const large = await openStore({ secrets: 5_000 });
    const [seen, hidden] = [...large.state.groups.keys()].slice(-2);
    large.server.setFault({ match: new RegExp(`/${hidden}$`), status: 403 });
    const items = await large.connector.getGroups([[hidden ?? ''], [seen ?? '']], context);
    expect(items).toMatchObject([{ code: 'UPSTREAM_CREDENTIALS' }, { nativeId: seen }]);
    await large.close();
  });

  it('reject as a whole when the store does not answer', async () => {
    store.server.setFault({ status: 503 });
    const error = await errorOf(store.connector.getGroups([['a'], ['b']], context));
    expect(error.code).toBe('UPSTREAM_UNAVAILABLE');
  });
});

describe('versions', () => {
  it('come from the listing without a request', async () => {
    const { secrets } = await everything(store.connector);
    store.sent();
    const versions = await store.connector.listVersions(secrets, context);
    expect(versions).toEqual(secrets.map((secret) => secret.versions));
    expect(store.sent()).toHaveLength(costs.listVersions.requests(shape()));
  });

  it('are asked for where a control plane lists none', async () => {
    const secret = await someSecret(store);
    store.sent();
    const [versions] = await store.connector.listVersions(
      [{ ...secret, versions: null, incomplete: ['versions'] }],
      context,
    );
    expect(present(versions)).toEqual(secret.versions);
    expect(store.sent()).toEqual([`GET /secrets/${secret.nativeId}/versions`]);
  });

  it('are taken without an envelope too', async () => {
    const secret = await someSecret(store);
    store.server.setFault({ status: 200, body: JSON.stringify([{ id: 'v1', version: 1 }]) });
    const [versions] = await store.connector.listVersions([{ ...secret, versions: null }], context);
    expect(present(versions).map(({ nativeId }) => nativeId)).toEqual(['v1']);
  });
});

describe('the store', () => {
  it('is checked with one small request', async () => {
    expect(await store.connector.check(context)).toEqual({ apiVersion: null });
    expect(store.sent()).toEqual(['GET /secret-groups?limit=1&offset=0']);
  });

  it('refuses a wrong token as the fault of the gateway', async () => {
    const stranger = await openStore({ token: 'wrong' });
    expect((await errorOf(stranger.connector.check(context))).code).toBe('UPSTREAM_CREDENTIALS');
    await stranger.close();
  });

  it('tells the name of its tenant', async () => {
    expect(await store.connector.storeNative?.tenantName?.(context)).toBe('acme');
  });

  it('lists the integrations that keep secrets, and no others', async () => {
    const listed = nativeShapes.TrueFoundryStore.shape.integrations.parse(
      await store.connector.storeNative?.integrations?.(context),
    );
    const wanted = store.state.integrations.filter(({ type }) => type.includes('secret-store'));
    expect(listed).toEqual(wanted.map(({ id, name, fqn, type }) => ({ nativeId: id, name, fqn, type })));
    expect(wanted.length).toBeLessThan(store.state.integrations.length);
  });

  it('answers in a shape that is not documented, and none of it is told', async () => {
    store.server.setFault({ status: 200, body: '{"data":"canary' });
    const error = await errorOf(everything(store.connector));
    expect([error.code, JSON.stringify(error.details).includes('canary')]).toEqual([
      'UPSTREAM_INVALID_RESPONSE',
      false,
    ]);
  });
});

async function firstPage(): Promise<{ readonly data: unknown }> {
  const headers = { authorization: `Bearer ${store.state.token}` };
  return (await fetch(`${store.url}/api/svc/v1/secret-groups`, { headers })).json() as Promise<{ data: unknown }>;
}
