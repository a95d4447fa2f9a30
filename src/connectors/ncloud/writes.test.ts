import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CreateSecretRequest, SecretWrite } from '../../domain/connector.ts';
import { PortcullisError } from '../../domain/errors.ts';
import type { Secret, SecretStatus } from '../../domain/model.ts';
import { SecretValue } from '../../domain/secret-value.ts';
import { type EmulatedStore, openEmulatedStore, refusalOf } from './__fixtures__/store.ts';
import { mapRegion } from './map.ts';

let store: EmulatedStore;
let triggerId: string;

beforeAll(async () => {
  store = await openEmulatedStore({ secrets: 40 });
  const triggers = await store.connector.storeNative?.triggers?.(store.context);
  triggerId = (triggers as unknown as { nativeId: string }[])[0]?.nativeId ?? '';
});
beforeEach(() => store.asked());
afterAll(() => store.close());

let names = 0;
const request = (change: Partial<CreateSecretRequest> = {}): CreateSecretRequest => ({
  group: null,
  name: `made-${++names}`,
  value: SecretValue.fromText('{"user":"u","password":"p"}'),
  waitSeconds: 0,
  ...change,
});
const create = async (change: Partial<CreateSecretRequest> = {}) =>
  await store.connector.createSecret?.(request(change), store.context);
async function made(change: Partial<CreateSecretRequest> = {}): Promise<Secret> {
  const written = await create(change);
  const [secret] = await store.connector.getSecrets([written?.id ?? []], store.context);
  if (secret === undefined || secret instanceof PortcullisError) throw new Error('it is not there');
  store.asked();
  return secret;
}
const write = (secret: Secret): SecretWrite => ({ secret, ifMatch: false, waitSeconds: 0 });
const remove = (secret: Secret, permanently: boolean) =>
  store.connector.deleteSecret?.({ ...write(secret), force: false, permanently }, store.context) ??
  Promise.reject(new Error('cannot delete'));
const failing = (match: RegExp) =>
  store.emulator.setFault({ match, status: 500, body: '{"error":{"errorCode":"INTERNAL_SERVER_ERROR"}}', times: 1 });

describe('creating a secret', () => {
  it('takes every documented field', async () => {
    const secret = await made({
      name: 'payments-full',
      description: 'Memo',
      rotation: { automatic: true, periodDays: 30, triggerId },
      native: {
        secretType: 'BASIC',
        rotationTargets: ['password'],
        protectionKey: { type: 'USER_MANAGED_KEY', kmsKeyTag: 'portcullis-key', kmsBoundaryType: 'ISOLATED' },
      },
      group: mapRegion('KR'),
    });
    expect(secret).toMatchObject({
      name: 'payments-full',
      description: 'Memo',
      group: { name: 'KR' },
      rotation: { automatic: true, periodDays: 30, trigger: { nativeId: triggerId } },
      native: { protectionKey: { type: 'USER_MANAGED_KEY', kmsKeyTag: 'portcullis-key', kmsKeyName: 'secrets' } },
    });
  });

  it('is one request, whose receipt has the code of the upstream', async () => {
    expect(await create()).toMatchObject({ upstreamStatus: 200, upstreamCode: 'SUCCESS', upstreamMessage: null });
    expect(store.asked()).toEqual(['POST /api/v1/secrets']);
  });

  it('makes every key a target of rotation unless told otherwise', async () => {
    const secret = await made();
    const { body } = await store.call('GET', `/api/v1/secrets/${secret.nativeId}/values`);
    expect(body).toMatchObject({ data: { rotationTargets: ['user', 'password'] } });
  });

  it('rotates after 90 days unless told otherwise', async () => {
    expect((await made({ rotation: { automatic: true, triggerId } })).rotation?.periodDays).toBe(90);
  });

  it.each([
    ['input.name', { name: 'ab' }],
    ['input.name', { name: 'a'.repeat(16) }],
    ['input.name', { name: '1abc' }],
    ['input.name', { name: 'a.bc' }],
    ['input.value', { value: null }],
    ['input.description', { description: 'é'.repeat(501) }],
    ['input.rotation.triggerId', { rotation: { automatic: true } }],
    ['input.rotation.triggerId', { rotation: { automatic: false, triggerId: 't' } }],
    ['input.rotation.periodDays', { rotation: { automatic: true, triggerId: 't', periodDays: 731 } }],
    ['input.rotation.periodDays', { rotation: { automatic: true, triggerId: 't', periodDays: 0 } }],
    ['input.rotation.periodDays', { rotation: { automatic: false, periodDays: 30 } }],
    ['input.native.ncloud.secretType', { native: { secretType: 'OTHER' } }],
    ['input.native.ncloud.rotationTargets', { native: { rotationTargets: [] } }],
    ['input.native.ncloud.rotationTargets', { native: { rotationTargets: ['user', 'user'] } }],
    ['input.native.ncloud.rotationTargets', { native: { rotationTargets: ['other'] } }],
    ['input.native.ncloud.protectionKey.type', { native: { protectionKey: { type: 'OTHER' } } }],
    ['input.native.ncloud.protectionKey.kmsKeyTag', { native: { protectionKey: { type: 'USER_MANAGED_KEY' } } }],
    [
      'input.native.ncloud.protectionKey.kmsKeyTag',
      { native: { protectionKey: { type: 'DEFAULT', kmsKeyTag: 'tag' } } },
    ],
    [
      'input.native.ncloud.protectionKey.kmsBoundaryType',
      { native: { protectionKey: { type: 'DEFAULT', kmsBoundaryType: 'GLOBAL' } } },
    ],
  ] as const)('refuses a wrong %s before any request', async (argument, change) => {
    expect(await refusalOf(create(change))).toMatchObject({ code: 'BAD_USER_INPUT', details: { argument } });
    expect(store.asked()).toEqual([]);
  });

  it('is a conflict when the name is taken', async () => {
    await create({ name: 'taken' });
    expect(await refusalOf(create({ name: 'taken' }))).toMatchObject({
      code: 'CONFLICT',
      details: { outcome: 'NOT_APPLIED', upstreamStatus: 422, upstreamCode: 'UNPROCESSABLE_ENTITY' },
    });
  });

  it('says so when the secret landed in another region than the one asked for', async () => {
    expect(await refusalOf(create({ group: mapRegion('JPN') }))).toMatchObject({
      code: 'CONFLICT',
      details: { argument: 'input.group', outcome: 'APPLIED' },
    });
  });

  it.each([
    ['the connection breaks before the answer', { cut: 'before' }, 'UPSTREAM_UNAVAILABLE'],
    ['the answer is cut short', { truncate: true }, 'UPSTREAM_INVALID_RESPONSE'],
  ] as const)('has an unknown outcome when %s', async (_name, fault, code) => {
    store.emulator.setFault(fault);
    const refusal = await refusalOf(create());
    store.emulator.setFault(null);
    expect(refusal).toMatchObject({ code, details: { outcome: 'UNKNOWN' } });
  });

  it('has nothing of the value in a refusal of the upstream', async () => {
    store.emulator.setFault({ status: 400, body: '{"error":{"errorCode":"INVALID_REQUEST","message":"canary"}}' });
    const refusal = await refusalOf(create({ value: SecretValue.fromText('{"a":"canary"}') }));
    store.emulator.setFault(null);
    expect(JSON.stringify([refusal, refusal.message])).not.toContain('canary');
  });
});

describe('deleting a secret', () => {
  it('schedules it and tells when it will be gone', async () => {
    const secret = await made();
    expect((await remove(secret, false)).gone).toBeUndefined();
    expect(store.asked()).toEqual([`POST /api/v1/secrets/${secret.nativeId}/request-deletion`]);
    expect(await store.reread(secret)).toMatchObject({ status: 'DELETING', deletesAt: expect.any(Number) });
  });

  it('for good is two requests', async () => {
    const secret = await made();
    expect((await remove(secret, true)).gone).toBe(true);
    expect(store.asked()).toEqual([
      `POST /api/v1/secrets/${secret.nativeId}/request-deletion`,
      `DELETE /api/v1/secrets/${secret.nativeId}`,
    ]);
  });

  it('for good is one request once it was scheduled', async () => {
    const secret = await made();
    await remove(secret, false);
    const scheduled = await store.reread(secret);
    store.asked();
    await remove(scheduled, true);
    expect(store.asked()).toEqual([`DELETE /api/v1/secrets/${secret.nativeId}`]);
  });

  it('for good is partial when only the first half worked', async () => {
    const secret = await made();
    failing(/^DELETE/);
    expect(await refusalOf(remove(secret, true))).toMatchObject({
      code: 'UPSTREAM_UNAVAILABLE',
      details: { outcome: 'PARTIAL', applied: ['deletion scheduled'] },
    });
  });

  it('is not partial when the first half failed', async () => {
    const secret = await made();
    failing(/request-deletion/);
    expect((await refusalOf(remove(secret, true))).details).toMatchObject({ outcome: 'UNKNOWN' });
  });

  it('twice is a conflict', async () => {
    const secret = await made();
    await remove(secret, false);
    expect((await refusalOf(remove(await store.reread(secret), false))).code).toBe('CONFLICT');
  });
});

describe('the changes of status', () => {
  it('disable and enable again', async () => {
    const secret = await made();
    await store.connector.disableSecret?.(write(secret), store.context);
    const disabled = await store.reread(secret);
    await store.connector.enableSecret?.(write(disabled), store.context);
    expect([disabled.status, (await store.reread(secret)).status]).toEqual(['DISABLED', 'ACTIVE']);
  });

  it('leave a restored secret disabled', async () => {
    const secret = await made();
    await remove(secret, false);
    await store.connector.restoreSecret?.(write(await store.reread(secret)), store.context);
    expect(await store.reread(secret)).toMatchObject({ status: 'DISABLED', deletesAt: null });
  });

  it.each([
    ['restoreSecret', 'ACTIVE'],
    ['restoreSecret', 'DISABLED'],
    ['enableSecret', 'ACTIVE'],
    ['enableSecret', 'DELETING'],
    ['enableSecret', 'ROTATING'],
    ['disableSecret', 'DISABLED'],
    ['disableSecret', 'DELETING'],
    ['disableSecret', 'ROTATING'],
  ] as const)('%s is a conflict from %s, before any request', async (verb, status: SecretStatus) => {
    const secret = { ...(await made()), status };
    const refusal = await refusalOf(
      store.connector[verb]?.(write(secret), store.context) ?? Promise.reject(new Error('no such verb')),
    );
    expect([refusal.code, refusal.retryable, store.asked()]).toEqual(['CONFLICT', status === 'ROTATING', []]);
  });

  it('are left to the upstream from a status that is not documented', async () => {
    const secret = { ...(await made()), status: 'UNKNOWN' as const };
    await store.connector.disableSecret?.(write(secret), store.context);
    expect((await store.reread(secret)).status).toBe('DISABLED');
  });
});
