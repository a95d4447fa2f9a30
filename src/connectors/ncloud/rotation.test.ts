import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Connector } from '../../domain/connector.ts';
import type { Secret } from '../../domain/model.ts';
import { type EmulatedStore, openEmulatedStore, refusalOf } from './__fixtures__/store.ts';

let store: EmulatedStore;

beforeAll(async () => {
  store = await openEmulatedStore({ secrets: 60 });
});
beforeEach(() => store.asked());
afterAll(() => store.close());

type Verb = 'rotateSecret' | 'retrySecret' | 'cancelRotation' | 'rollbackRotation';

const run = async (verb: Verb, secret: Secret, waitSeconds = 0) => {
  const call: Connector[Verb] = store.connector[verb];
  return await call?.({ secret, ifMatch: false, waitSeconds }, store.context);
};
const rotatable = () => store.find(({ status, rotation }) => status === 'ACTIVE' && rotation?.trigger != null);
const failed = () => store.find((secret) => secret.name === 'identity-api');
const activeValue = async (secret: Secret) => {
  const { body } = await store.call('GET', `/api/v1/secrets/${secret.nativeId}/active`);
  return JSON.stringify(body);
};
const paths = (secret: Secret) => store.asked().map((line) => line.replace(`/api/v1/secrets/${secret.nativeId}`, ''));

describe('rotating now', () => {
  it('starts and does not wait', async () => {
    const secret = await rotatable();
    store.asked();
    await run('rotateSecret', secret);
    expect(paths(secret)).toEqual(['POST /rotation']);
    expect((await store.reread(secret)).status).toBe('ROTATING');
    store.clock.ms += 5_000;
  });

  it('waits until it has ended when asked to', async () => {
    const secret = await rotatable();
    const before = await activeValue(secret);
    await run('rotateSecret', secret, 30);
    const after = await store.reread(secret);
    expect([after.status, after.rotation?.lastResultId === secret.rotation?.lastResultId]).toEqual(['ACTIVE', false]);
    expect(await activeValue(secret)).not.toBe(before);
  });

  it('does not take "not yet rotating" for an end', async () => {
    const secret = await rotatable();
    const idle = JSON.stringify((await store.call('GET', `/api/v1/secrets/${secret.nativeId}`)).body);
    store.asked();
    store.emulator.setFault({ match: /^GET /, status: 200, body: idle, times: 2 });
    await run('rotateSecret', secret, 30);
    expect(paths(secret).length).toBeGreaterThan(3);
    expect((await store.reread(secret)).status).toBe('ACTIVE');
  });

  it('ends its waiting at the deadline without an error', async () => {
    const secret = await rotatable();
    const startedAt = store.clock.ms;
    await run('rotateSecret', secret, 1);
    expect([store.clock.ms - startedAt, (await store.reread(secret)).status]).toEqual([1_000, 'ROTATING']);
    store.clock.ms += 5_000;
  });

  it('has succeeded although a look at it failed', async () => {
    const secret = await rotatable();
    store.emulator.setFault({ match: /^GET /, status: 503 });
    const written = await run('rotateSecret', secret, 30);
    store.emulator.setFault(null);
    expect(written).toMatchObject({ id: secret.id, upstreamStatus: 200, upstreamCode: 'SUCCESS' });
    store.clock.ms += 5_000;
  });

  it('is a conflict without a trigger, before any request', async () => {
    const secret = await store.find(({ status, rotation }) => status === 'ACTIVE' && rotation?.trigger === null);
    store.asked();
    expect((await refusalOf(run('rotateSecret', secret))).code).toBe('CONFLICT');
    expect(store.asked()).toEqual([]);
  });

  it('is a conflict that passes while it rotates', async () => {
    const secret = { ...(await rotatable()), status: 'ROTATING' as const };
    const refusal = await refusalOf(run('rotateSecret', secret));
    expect([refusal.code, refusal.retryable]).toEqual(['CONFLICT', true]);
  });
});

describe('retrying', () => {
  it('starts a failed rotation again', async () => {
    const secret = await failed();
    await run('retrySecret', secret, 30);
    expect((await store.reread(secret)).rotation?.lastResultId).not.toBe(secret.rotation?.lastResultId);
  });

  it("is the upstream's conflict where none has failed", async () => {
    expect(await refusalOf(run('retrySecret', await rotatable()))).toMatchObject({
      code: 'CONFLICT',
      details: { upstreamCode: 'UNPROCESSABLE_ENTITY', outcome: 'NOT_APPLIED' },
    });
  });
});

describe('cancelling', () => {
  it('ends a rotation and leaves the value', async () => {
    const secret = await rotatable();
    const before = await activeValue(secret);
    await run('rotateSecret', secret);
    await run('cancelRotation', await store.reread(secret), 5);
    store.clock.ms += 5_000;
    expect((await store.reread(secret)).status).toBe('ACTIVE');
    expect(await activeValue(secret)).toBe(before);
  });
});

describe('rolling back', () => {
  it('makes the previous value active again', async () => {
    const secret = await rotatable();
    const before = await activeValue(secret);
    await run('rotateSecret', secret, 30);
    await run('rollbackRotation', await store.reread(secret), 5);
    expect(await activeValue(secret)).toBe(before);
  });
});

describe('a secret that waits for its deletion', () => {
  it.each(['rotateSecret', 'retrySecret', 'cancelRotation', 'rollbackRotation'] as const)(
    'refuses %s before any request',
    async (verb) => {
      const secret = await store.find(({ status }) => status === 'DELETING');
      store.asked();
      expect((await refusalOf(run(verb, secret))).code).toBe('CONFLICT');
      expect(store.asked()).toEqual([]);
    },
  );
});
