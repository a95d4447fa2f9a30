import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Secret } from '../../domain/model.ts';
import { SecretValue } from '../../domain/secret-value.ts';
import { type EmulatedStore, openEmulatedStore, refusalOf } from './__fixtures__/store.ts';
import { ncloud } from './index.ts';

let store: EmulatedStore;

beforeAll(async () => {
  store = await openEmulatedStore({ secrets: 60 });
});
beforeEach(() => store.asked());
afterAll(() => store.close());

let found = 0;
/** A secret that no other test touches. */
async function fresh(): Promise<Secret> {
  found += 1;
  const written = await store.connector.createSecret?.(
    {
      group: null,
      name: `slots-${found}`,
      value: SecretValue.fromText('{"a":"old"}'),
      waitSeconds: 0,
    },
    store.context,
  );
  const secret = await store.reread({ id: written?.id ?? [] } as Secret);
  store.asked();
  return secret;
}
const createVersion = async (secret: Secret, text: string, native?: unknown) =>
  await store.connector.createVersion?.(
    {
      secret,
      ifMatch: false,
      waitSeconds: 0,
      value: SecretValue.fromText(text),
      ...(native === undefined ? {} : { native }),
    },
    store.context,
  );
const deleteVersion = async (secret: Secret, stage: string) =>
  await store.connector.deleteVersion?.(
    { secret, ifMatch: false, waitSeconds: 0, version: [...secret.id, stage] },
    store.context,
  );
const reveal = async (secret: Secret, stage: string | null) => {
  const version = stage === null ? null : [...secret.id, stage];
  const revealed = await store.connector.reveal?.({ secret, version }, store.context);
  if (revealed === undefined) throw new Error('it cannot reveal');
  return revealed;
};
const textOf = async (secret: Secret, stage: string) => (await reveal(secret, stage)).value.expose().text;
const of = (secret: Secret, lines: readonly string[]) =>
  lines.map((line) => line.replace(`/api/v1/secrets/${secret.nativeId}`, ''));

describe('a new version', () => {
  it('moves the active value to PREVIOUS in the same request', async () => {
    const secret = await fresh();
    expect(await createVersion(secret, '{"a":"new"}')).toMatchObject({
      id: secret.id,
      versionId: [...secret.id, 'ACTIVE'],
      upstreamCode: 'SUCCESS',
    });
    expect(of(secret, store.asked())).toEqual(['GET /active', 'PUT /values']);
    expect([await textOf(secret, 'ACTIVE'), await textOf(secret, 'PREVIOUS')]).toEqual(['{"a":"new"}', '{"a":"old"}']);
  });

  it('replaces the active value alone where nothing is to be kept', async () => {
    const secret = await fresh();
    await createVersion(secret, '{"a":"new"}', { keepPrevious: false });
    expect(of(secret, store.asked())).toEqual(['PUT /values/active']);
    expect((await refusalOf(reveal(secret, 'PREVIOUS'))).code).toBe('NOT_FOUND');
  });

  it.each(['PREVIOUS', 'PENDING'])('in %s is one request', async (stage) => {
    const secret = await fresh();
    await createVersion(secret, '{"a":"other"}', { stage });
    expect(of(secret, store.asked())).toEqual([`PUT /values/${stage.toLowerCase()}`]);
    expect(await textOf(secret, stage)).toBe('{"a":"other"}');
  });

  it('is not written when the active value cannot be read', async () => {
    const secret = await fresh();
    store.emulator.setFault({ match: /active/, status: 500, body: '{"error":{"errorCode":"900"}}' });
    const refusal = await refusalOf(createVersion(secret, '{"a":"new"}'));
    store.emulator.setFault(null);
    expect(refusal).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', details: { outcome: 'NOT_APPLIED' } });
    expect(await textOf(secret, 'ACTIVE')).toBe('{"a":"old"}');
  });

  it('keeps nothing where the active slot is empty', async () => {
    const secret = await fresh();
    store.emulator.setFault({ match: /active$/, status: 404, body: '{"error":{"errorCode":"NOT_FOUND"}}', times: 1 });
    await createVersion(secret, '{"a":"new"}');
    expect(of(secret, store.asked())).toEqual(['GET /active', 'PUT /values/active']);
  });

  it.each(['ROTATING', 'DELETING'] as const)('is a conflict in %s, before any request', async (status) => {
    const secret = { ...(await fresh()), status };
    expect((await refusalOf(createVersion(secret, '{"a":"new"}'))).code).toBe('CONFLICT');
    expect(store.asked()).toEqual([]);
  });

  it('that is no JSON object is refused before any request', async () => {
    expect((await refusalOf(createVersion(await fresh(), 'plain'))).code).toBe('BAD_USER_INPUT');
    expect(store.asked()).toEqual([]);
  });
});

describe('deleting a version', () => {
  it.each(['PREVIOUS', 'PENDING'])('empties %s and leaves the others', async (stage) => {
    const secret = await fresh();
    await createVersion(secret, '{"a":"1"}', { stage: 'PREVIOUS' });
    await createVersion(secret, '{"a":"2"}', { stage: 'PENDING' });
    store.asked();
    await deleteVersion(secret, stage);
    expect(of(secret, store.asked())).toEqual(['PUT /values']);
    const { body } = await store.call('GET', `/api/v1/secrets/${secret.nativeId}/values`);
    const { decryptedSecretChain } = (body as { data: { decryptedSecretChain: object } }).data;
    expect(Object.keys(decryptedSecretChain)).toEqual(['active', stage === 'PREVIOUS' ? 'pending' : 'previous']);
  });

  it('is unsupported for the active one, before any request', async () => {
    expect((await refusalOf(deleteVersion(await fresh(), 'ACTIVE'))).code).toBe('UNSUPPORTED');
    expect(store.asked()).toEqual([]);
  });

  it('is a conflict while the secret rotates', async () => {
    const secret = { ...(await fresh()), status: 'ROTATING' as const };
    expect((await refusalOf(deleteVersion(secret, 'PENDING'))).code).toBe('CONFLICT');
  });
});

describe('revealing', () => {
  it('answers the current value, its pairs and its version in one request', async () => {
    const secret = await fresh();
    const revealed = await reveal(secret, null);
    expect(revealed).toMatchObject({ version: [...secret.id, 'ACTIVE'], upstreamStatus: 200, upstreamCode: 'SUCCESS' });
    expect(revealed.value.expose()).toMatchObject({
      text: '{"a":"old"}',
      fields: [{ key: 'a', value: 'old', section: null }],
    });
    expect(of(secret, store.asked())).toEqual(['GET /active']);
  });

  it('finds nothing in an empty slot', async () => {
    expect((await refusalOf(reveal(await fresh(), 'PENDING'))).code).toBe('NOT_FOUND');
  });

  it.each([
    '{"code":"SUCCESS","data":{"decryptedSecretValue":{"value":"","valueStage":"PREVIOUS"}}}',
    '{"code":"SUCCESS","data":{"decryptedSecretValue":{"value":"{}","valueStage":"ACTIVE"}}}',
    '{"code":"SUCCESS","data":{"decryptedSecretValue":null}}',
    '{"code":"SUCCESS","data":null}',
  ])('finds nothing when the answer is %s', async (body) => {
    const secret = await fresh();
    store.emulator.setFault({ status: 200, body });
    const refusal = await refusalOf(reveal(secret, 'PREVIOUS'));
    store.emulator.setFault(null);
    expect(refusal.code).toBe('NOT_FOUND');
  });

  it('is a conflict while the secret waits for its deletion', async () => {
    const secret = await store.find(({ status }) => status === 'DELETING');
    expect((await refusalOf(reveal(secret, null))).code).toBe('CONFLICT');
  });

  it('shows nothing of the value when it is printed', async () => {
    const revealed = await reveal(await fresh(), null);
    expect(JSON.stringify(revealed)).not.toContain('old');
  });
});

describe('the cost of versions', () => {
  it('is nothing', () => {
    expect(ncloud.costs.listVersions.requests({ groups: 1, secrets: 100 })).toBe(0);
  });
});
