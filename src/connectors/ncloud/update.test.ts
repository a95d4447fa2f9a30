import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { UpdateSecretRequest } from '../../domain/connector.ts';
import type { Secret } from '../../domain/model.ts';
import { type EmulatedStore, openEmulatedStore, refusalOf } from './__fixtures__/store.ts';

let store: EmulatedStore;
let triggerIds: readonly string[];

beforeAll(async () => {
  store = await openEmulatedStore({ secrets: 60 });
  const triggers = await store.connector.storeNative?.triggers?.(store.context);
  triggerIds = (triggers as unknown as { nativeId: string }[]).map(({ nativeId }) => nativeId);
});
beforeEach(() => store.asked());
afterAll(() => store.close());

type Change = Omit<UpdateSecretRequest, 'secret' | 'ifMatch' | 'waitSeconds'>;

const update = async (secret: Secret, change: Change) =>
  await store.connector.updateSecret?.({ secret, ifMatch: false, waitSeconds: 0, ...change }, store.context);
async function steps(secret: Secret, change: Change): Promise<readonly string[]> {
  store.asked();
  await update(secret, change);
  return store.asked().map((line) => line.replace(`/api/v1/secrets/${secret.nativeId}/`, ''));
}
const active = (fits: (secret: Secret) => boolean) =>
  store.find((secret) => secret.status === 'ACTIVE' && fits(secret));
const automatic = () => active(({ rotation }) => rotation?.automatic === true);
const linked = () => active(({ rotation }) => rotation?.automatic === false && rotation.trigger !== null);
const plain = () => active(({ rotation }) => rotation?.trigger === null);
const trigger = (index: number) => triggerIds[index] ?? '';
const BOUND = { type: 'DEFAULT', kmsBoundaryType: 'ISOLATED' };

describe('an update', () => {
  it('of everything is one request after the other, in a fixed order', async () => {
    const secret = await automatic();
    const change: Change = {
      rotation: { automatic: true, periodDays: 45, triggerId: trigger(2) },
      native: { protectionKey: { type: 'USER_MANAGED_KEY', kmsKeyTag: 'payments-key', kmsBoundaryType: 'ISOLATED' } },
      description: 'changed',
    };
    expect(await steps(secret, change)).toEqual([
      'PUT memo',
      'PUT protection-key',
      'PUT triggers',
      'PUT rotation-period',
    ]);
    expect(await store.reread(secret)).toMatchObject({
      description: 'changed',
      rotation: { periodDays: 45, trigger: { nativeId: trigger(2) } },
      native: { protectionKey: { kmsKeyTag: 'payments-key' } },
    });
  });

  it('clears the description with null', async () => {
    const secret = await plain();
    expect(await steps(secret, { description: null })).toEqual(['PUT memo']);
    expect((await store.reread(secret)).description).toBeNull();
  });

  it('changes the revision', async () => {
    const secret = await plain();
    await update(secret, { description: 'other words' });
    expect((await store.reread(secret)).revision).not.toBe(secret.revision);
  });

  it('is partial from the second step on, and says how far it came', async () => {
    store.emulator.setFault({ match: /triggers/, status: 422, body: '{"error":{"errorCode":"UNPROCESSABLE_ENTITY"}}' });
    const refusal = await refusalOf(
      update(await automatic(), {
        description: 'x',
        native: { protectionKey: BOUND },
        rotation: { automatic: true, triggerId: trigger(1) },
      }),
    );
    store.emulator.setFault(null);
    expect(refusal).toMatchObject({
      code: 'CONFLICT',
      details: { outcome: 'PARTIAL', applied: ['description', 'native.ncloud.protectionKey'] },
    });
  });

  it('is not partial when its first step failed', async () => {
    store.emulator.setFault({ match: /memo/, status: 403, body: '{"error":{"errorCode":"FORBIDDEN"}}' });
    const refusal = await refusalOf(update(await plain(), { description: 'x', native: { protectionKey: BOUND } }));
    store.emulator.setFault(null);
    expect(refusal).toMatchObject({ code: 'UPSTREAM_CREDENTIALS', details: { outcome: 'NOT_APPLIED' } });
  });

  it.each(['ROTATING', 'DELETING'] as const)('is a conflict in %s, before any request', async (status) => {
    const secret = await plain();
    store.asked();
    expect((await refusalOf(update({ ...secret, status }, { description: 'x' }))).code).toBe('CONFLICT');
    expect(store.asked()).toEqual([]);
  });
});

describe('automatic rotation', () => {
  it('is turned on with period and trigger in one request', async () => {
    const secret = await plain();
    expect(await steps(secret, { rotation: { automatic: true, periodDays: 7, triggerId: trigger(0) } })).toEqual([
      'POST enable-auto-rotation',
    ]);
    expect((await store.reread(secret)).rotation).toMatchObject({ automatic: true, periodDays: 7 });
  });

  it('is turned on with the trigger that is there', async () => {
    const secret = await linked();
    expect(await steps(secret, { rotation: { automatic: true } })).toEqual(['POST enable-auto-rotation']);
    expect((await store.reread(secret)).rotation).toMatchObject({ automatic: true, periodDays: 90 });
  });

  it('goes back to 90 days with a period of null', async () => {
    const secret = await automatic();
    expect(await steps(secret, { rotation: { automatic: true, periodDays: null } })).toEqual(['PUT rotation-period']);
    expect((await store.reread(secret)).rotation?.periodDays).toBe(90);
  });

  it('is turned off and keeps its trigger', async () => {
    const secret = await automatic();
    expect(await steps(secret, { rotation: { automatic: false } })).toEqual(['POST disable-auto-rotation']);
    expect((await store.reread(secret)).rotation).toMatchObject({
      automatic: false,
      trigger: secret.rotation?.trigger,
    });
  });

  it('is cleared with null: off first, then the trigger', async () => {
    const secret = await automatic();
    expect(await steps(secret, { rotation: null })).toEqual(['POST disable-auto-rotation', 'DELETE triggers']);
    expect((await store.reread(secret)).rotation).toMatchObject({ automatic: false, trigger: null });
  });

  it('can be left off while the trigger changes', async () => {
    const secret = await linked();
    expect(await steps(secret, { rotation: { automatic: false, triggerId: trigger(3) } })).toEqual(['PUT triggers']);
    expect((await store.reread(secret)).rotation?.trigger?.nativeId).toBe(trigger(3));
  });
});

describe('an update with wrong input', () => {
  it.each([
    ['input', plain, {}],
    ['input', plain, { native: {} }],
    ['input', plain, { rotation: null }],
    ['input', automatic, { rotation: { automatic: true } }],
    ['input.description', plain, { description: 'é'.repeat(501) }],
    ['input.rotation.triggerId', plain, { rotation: { automatic: true } }],
    ['input.rotation.triggerId', automatic, { rotation: { automatic: true, triggerId: null } }],
    ['input.rotation.triggerId', automatic, { rotation: { automatic: true, triggerId: '' } }],
    ['input.rotation.periodDays', automatic, { rotation: { automatic: true, periodDays: 1.5 } }],
    ['input.native.ncloud.protectionKey', plain, { native: { protectionKey: null } }],
    ['input.native.ncloud.protectionKey.kmsBoundaryType', plain, { native: { protectionKey: { type: 'DEFAULT' } } }],
    [
      'input.native.ncloud.protectionKey.kmsBoundaryType',
      plain,
      { native: { protectionKey: { type: 'DEFAULT', kmsBoundaryType: 'OTHER' } } },
    ],
  ] as const)('at %s is refused before any request', async (argument, find, change) => {
    const secret = await find();
    store.asked();
    expect(await refusalOf(update(secret, change))).toMatchObject({ code: 'BAD_USER_INPUT', details: { argument } });
    expect(store.asked()).toEqual([]);
  });
});
