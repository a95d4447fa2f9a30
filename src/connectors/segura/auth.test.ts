import { afterEach, describe, expect, it } from 'vitest';
import { listAll, openEmulated, openStore } from './__fixtures__/open-store.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function opened() {
  const store = await openEmulated({ secrets: 3 });
  closing.push(store.close);
  const tokens = () => store.emulator.requests().filter(({ path }) => path.endsWith('/oauth2/token')).length;
  return { ...store, tokens };
}

describe('the token', () => {
  it('is asked for once and used again', async () => {
    const store = await opened();
    await listAll(store);
    await listAll(store);
    expect(store.tokens()).toBe(1);
  });

  it('is asked for once by many callers at once, although they could take all connections', async () => {
    const store = await opened();
    await Promise.all(Array.from({ length: 20 }, () => listAll(store)));
    expect(store.tokens()).toBe(1);
  });

  it('is renewed a minute before its end, without a refusal', async () => {
    const store = await opened();
    await listAll(store);
    store.clock.now += 3_539_000;
    await listAll(store);
    expect(store.tokens()).toBe(1);
    store.clock.now += 1_000;
    await listAll(store);
    expect(store.tokens()).toBe(2);
    expect(store.emulator.requests().filter(({ status }) => status >= 400)).toEqual([]);
  });

  it.each([401, 404])('is renewed once after a %i, and the read is repeated once', async (status) => {
    const store = await opened();
    await listAll(store);
    store.emulator.setFault({
      match: /application/,
      status,
      body: '{"message":"no Route matched with those values"}',
      times: 1,
    });
    expect(await listAll(store)).toHaveLength(3);
    expect(store.tokens()).toBe(2);
  });

  it('is not renewed again and again when the store goes on refusing', async () => {
    const store = await opened();
    store.emulator.setFault({ match: /application/, status: 401, body: '{}' });
    await expect(listAll(store)).rejects.toMatchObject({ code: 'UPSTREAM_CREDENTIALS', retryable: false });
    expect(store.emulator.requests()).toHaveLength(4);
  });

  it('is renewed once for all who were refused with the same one', async () => {
    const store = await opened();
    await listAll(store);
    store.emulator.setFault({ match: /application/, status: 401, body: '{}', times: 4 });
    await Promise.all(Array.from({ length: 4 }, () => listAll(store)));
    expect(store.tokens()).toBe(2);
  });

  it('is waited for by the others when the caller who asked first goes away', async () => {
    const store = await opened();
    store.emulator.setFault({ match: /token/, delayMs: 50 });
    const first = new AbortController();
    const abandoned = store.connector.getSecrets([['101']], { signal: first.signal });
    const other = store.connector.getSecrets([['101']], store.context);
    first.abort();
    await expect(abandoned).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
    expect(await other).toHaveLength(1);
    expect(store.tokens()).toBe(1);
  });

  it.each([
    [{ clientId: 'wrong', clientSecret: 'wrong' }, {}],
    [null, { tokenPath: '/iso/elsewhere/token' }],
  ])('that cannot be had is the operator’s problem', async (credentials, settings) => {
    const { emulator } = await opened();
    const store = openStore(emulator.url, { credentials: credentials ?? emulator.storeConfig.credentials, settings });
    closing.push(store.connector.close);
    await expect(store.connector.check(store.context)).rejects.toMatchObject({
      code: 'UPSTREAM_CREDENTIALS',
      details: { store: 'dsm', operation: 'token' },
    });
  });

  it('is found at the newer prefix where the store is configured so', async () => {
    const { emulator } = await opened();
    const { credentials } = emulator.storeConfig;
    const store = openStore(emulator.url, { credentials, settings: { tokenPath: '/api/oauth2/token' } });
    closing.push(store.connector.close);
    expect(await listAll(store)).toHaveLength(3);
  });

  it('never stands in an error, nor does the client secret', async () => {
    const { emulator } = await opened();
    const clientSecret = 'PLANTED-client-secret';
    const store = openStore(emulator.url, { credentials: { clientId: 'wrong', clientSecret } });
    closing.push(store.connector.close);
    const error = await store.connector.check(store.context).catch((caught: unknown) => caught);
    const { inspect } = await import('node:util');
    expect(inspect(error, { depth: null, showHidden: true })).not.toContain('PLANTED');
  });
});
