import { inspect } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { ENCRYPTION_ERROR, QUERY_SECRET } from './__fixtures__/documented.ts';
import { firstOf, listAll, openEmulated, openStore, startScripted } from './__fixtures__/open-store.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function scripted(body: unknown) {
  const { url, server } = await startScripted(() => ({ status: 200, body }));
  const store = openStore(url);
  closing.push(store.connector.close, server.close);
  const secret = firstOf(await listAll(store));
  const { reveal } = store.connector;
  if (!reveal) throw new Error('the connector reveals nothing');
  return { ...store, secret, reveal };
}

describe('revealing a value', () => {
  it('answers the pairs with numbered sections, nulls, and the JSON of the upstream', async () => {
    const { secret, reveal, context } = await scripted(QUERY_SECRET);
    const revealed = await reveal({ secret, version: null }, context);
    const { fields, text, form } = revealed.value.expose();
    expect(form).toBe('FIELDS');
    expect(fields).toContainEqual({ key: 'password', value: 'PLANTED-password', section: 0 });
    expect(fields).toContainEqual({ key: 'TTL', value: null, section: 1 });
    expect(fields).toContainEqual({ key: 'my_key_name', value: 'PLANTED-value', section: 2 });
    expect(JSON.parse(text ?? '')).toEqual(QUERY_SECRET.application.secrets[0]?.data);
    expect(revealed).toMatchObject({ version: null, upstreamStatus: 200, upstreamCode: null, upstreamMessage: null });
    expect(inspect(revealed, { depth: null })).not.toContain('PLANTED');
  });

  it('answers the one map of a container secret', async () => {
    const container = { ...QUERY_SECRET.application.secrets[0], data: { APP_VAR1: 'PLANTED' } };
    const { secret, reveal, context } = await scripted({ secrets: [container] });
    const { value } = await reveal({ secret, version: null }, context);
    expect(value.expose().fields).toEqual([{ key: 'APP_VAR1', value: 'PLANTED', section: 0 }]);
    expect(value.expose().text).toBe('{"APP_VAR1":"PLANTED"}');
  });

  it('takes the literal text of a failed encryption for an error', async () => {
    const { secret, reveal, context } = await scripted(ENCRYPTION_ERROR);
    const error = await reveal({ secret, version: null }, context).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'UPSTREAM_REJECTED' });
    expect(inspect(error, { depth: null })).not.toContain('PLANTED');
  });

  it('keeps repeated keys apart by their section', async () => {
    const store = await openEmulated({ secrets: 120 });
    closing.push(store.close);
    const kafka = firstOf((await listAll(store)).filter(({ name }) => name.endsWith('kafka-sasl')));
    const revealed = await store.connector.reveal?.({ secret: kafka, version: null }, store.context);
    const roles = revealed?.value.expose().fields?.filter(({ key }) => key === 'ROLE');
    expect(roles?.map(({ section }) => section)).toEqual([0, 1]);
    expect(store.emulator.values()).toEqual(expect.arrayContaining(roles?.map(({ value }) => value) ?? ['none']));
  });

  it('reveals a version by its id only while it is the current one', async () => {
    const store = await openEmulated({ secrets: 3 });
    closing.push(store.close);
    const secret = firstOf(await listAll(store));
    const version = firstOf(secret.versions ?? []).id;
    store.emulator.clearRequests();
    expect(await store.connector.reveal?.({ secret, version }, store.context)).toMatchObject({ version });
    expect(store.emulator.requests()).toHaveLength(1);
    const older = [secret.nativeId, '0'];
    await expect(store.connector.reveal?.({ secret, version: older }, store.context)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('answers NOT_FOUND for a secret that is gone', async () => {
    const { secret, reveal, context } = await scripted(QUERY_SECRET);
    await expect(
      reveal({ secret: { ...secret, id: ['9'], nativeId: '9' }, version: null }, context),
    ).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('refuses data of a shape that nobody documents', async () => {
    const odd = { ...QUERY_SECRET.application.secrets[0], data: [{ nested: { PLANTED: 'PLANTED' } }] };
    const { secret, reveal, context } = await scripted({ secrets: [odd] });
    const error = await reveal({ secret, version: null }, context).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'UPSTREAM_INVALID_RESPONSE' });
    expect(inspect(error, { depth: null })).not.toContain('PLANTED');
  });
});
