import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { SecretWrite } from '../../domain/connector.ts';
import type { PortcullisError } from '../../domain/errors.ts';
import type { Secret, SecretGroup } from '../../domain/model.ts';
import { SecretValue } from '../../domain/secret-value.ts';
import { firstOf, listAll, type OpenStore, openEmulated, read } from './__fixtures__/open-store.ts';

let store: OpenStore;
let vault: SecretGroup;
let count = 0;

beforeAll(async () => {
  store = await openEmulated({ secrets: 12 });
  vault = firstOf((await listAll(store)).groups);
});
afterAll(() => store.close());
afterEach(() => {
  store.emulator.setFault(null);
  store.emulator.failNext(0);
  store.clock.now += 60_000;
});

const text = (value: string) => SecretValue.fromText(value);
const freshName = () => {
  count += 1;
  return `made-${count}`;
};
const writeTo = (secret: Secret, waitSeconds = 60): SecretWrite => ({ secret, ifMatch: false, waitSeconds });
const isConflict = (retryable: boolean) => ({ code: 'CONFLICT', retryable, details: { outcome: 'NOT_APPLIED' } });

async function create(changes: { waitSeconds?: number; name?: string; native?: unknown } = {}): Promise<Secret> {
  const request = { group: vault, name: freshName(), value: text('first'), waitSeconds: 60, ...changes };
  const written = await store.connector.createSecret?.(request, store.context);
  return read(store, written?.id ?? []);
}

/** A secret that the cloud did not take. */
async function createStalled(): Promise<Secret> {
  store.emulator.failNext(1);
  return create();
}

async function expectNoRequest(write: () => Promise<unknown> | undefined, error: object): Promise<void> {
  store.emulator.clearRequests();
  await expect(write()).rejects.toMatchObject(error);
  expect(store.emulator.requests()).toEqual([]);
}

describe('creating a secret', () => {
  it('that waits ends with it available', async () => {
    expect(await create()).toMatchObject({ status: 'ACTIVE', group: { name: vault.name } });
  });

  it('that waits ends with it in the cloud', async () => {
    expect((await create()).native.remoteId).toMatch(/^https:/);
  });

  it('that does not wait answers it as it starts, with one request', async () => {
    store.emulator.clearRequests();
    const request = { group: vault, name: freshName(), value: text('x'), waitSeconds: 0 };
    const written = await store.connector.createSecret?.(request, store.context);
    expect(store.emulator.requests()).toHaveLength(1);
    expect(written).toMatchObject({ upstreamStatus: 201, upstreamCode: null, upstreamMessage: null });
    expect(await read(store, written?.id ?? [])).toMatchObject({ status: 'PENDING', native: { state: 'start' } });
  });

  it('that waits too short answers the state in between', async () => {
    const slow = await openEmulated({ latencyMs: 10_000 });
    const group = firstOf((await listAll(slow)).groups);
    const request = { group, name: 'slow', value: text('x'), waitSeconds: 5 };
    const written = await slow.connector.createSecret?.(request, slow.context);
    expect(await read(slow, written?.id ?? [])).toMatchObject({ status: 'PENDING', native: { state: 'deploying' } });
    await slow.close();
  });

  it('that the cloud refuses ends as FAILED, not as an error', async () => {
    expect(await createStalled()).toMatchObject({ status: 'FAILED', native: { state: 'stalled', remoteId: null } });
  });

  it('passes labels and the desired id on', async () => {
    const labelIds = (vault.native.labelIds ?? []) as string[];
    const secret = await create({ native: { labelIds, desiredRemoteId: 'payments-made' } });
    expect(secret.native).toMatchObject({ labelIds, desiredRemoteId: 'payments-made' });
  });

  it('stores the text of bytes that are UTF-8', async () => {
    const value = SecretValue.fromBytes(Buffer.from('grüße'));
    await store.connector.createSecret?.({ group: vault, name: freshName(), value, waitSeconds: 0 }, store.context);
    expect(store.emulator.values()).toContain('grüße');
  });

  it('under a name that is taken is a conflict', async () => {
    const { name } = await create();
    await expect(create({ name })).rejects.toMatchObject({
      code: 'CONFLICT',
      details: { argument: 'input.name', outcome: 'NOT_APPLIED' },
    });
  });

  it('with a label that there is not points at it', async () => {
    await expect(create({ native: { labelIds: ['nothing'] } })).rejects.toMatchObject({
      code: 'UPSTREAM_REJECTED',
      details: { argument: 'input.native.imco.labelIds' },
    });
  });

  it.each([
    ['PENDING', true],
    ['DELETING', true],
    ['FAILED', false],
    ['DELETED', false],
  ] as const)('in a vault that is %s is refused before any request', async (status, retryable) => {
    const request = { group: { ...vault, status }, name: freshName(), value: text('x'), waitSeconds: 0 };
    await expectNoRequest(() => store.connector.createSecret?.(request, store.context), isConflict(retryable));
  });

  it.each([
    ['input.group', { group: null }],
    ['input.name', { name: ' ' }],
    ['input.value', { value: SecretValue.fromBytes(Uint8Array.of(0xff)) }],
    ['input.value', { value: null }],
  ])('that is wrong at %s is refused before any request', async (argument, changes) => {
    const request = { group: vault, name: freshName(), value: text('x'), waitSeconds: 0, ...changes };
    const error = { code: 'BAD_USER_INPUT', details: { argument } };
    await expectNoRequest(() => store.connector.createSecret?.(request, store.context), error);
  });

  it('whose answer is lost may have been applied', async () => {
    store.emulator.setFault({ match: /^POST/, cut: 'before', times: 1 });
    await expect(create()).rejects.toMatchObject({ details: { outcome: 'UNKNOWN' } });
  });

  it('that fails on the platform may have been applied', async () => {
    store.emulator.setFault({ match: /^POST/, status: 500, times: 1 });
    await expect(create()).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', details: { outcome: 'UNKNOWN' } });
  });

  it('has succeeded although its state cannot be looked at', async () => {
    store.emulator.setFault({ match: /^GET .*secret\/secrets\//, status: 500 });
    const request = { group: vault, name: freshName(), value: text('x'), waitSeconds: 60 };
    expect(await store.connector.createSecret?.(request, store.context)).toMatchObject({ upstreamStatus: 201 });
  });
});

describe('renaming a secret', () => {
  it('changes its name and its revision', async () => {
    const before = await create();
    const name = freshName();
    await store.connector.updateSecret?.({ ...writeTo(before), name }, store.context);
    const after = await read(store, before.id);
    expect(after.name).toBe(name);
    expect(after.revision).not.toBe(before.revision);
  });

  it('without a name is refused before any request', async () => {
    const secret = await create();
    const error = { code: 'BAD_USER_INPUT', details: { argument: 'input.name' } };
    await expectNoRequest(() => store.connector.updateSecret?.(writeTo(secret), store.context), error);
  });
});

describe('deleting a secret', () => {
  it('that waits knows that it is gone', async () => {
    const secret = await create();
    const written = await store.connector.deleteSecret?.(
      { ...writeTo(secret), force: false, permanently: false },
      store.context,
    );
    expect(written).toMatchObject({ id: secret.id, gone: true, upstreamStatus: 200 });
    await expect(read(store, secret.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('that does not wait leaves it being deleted', async () => {
    const secret = await create();
    const request = { ...writeTo(secret, 0), force: false, permanently: false };
    expect(await store.connector.deleteSecret?.(request, store.context)).not.toHaveProperty('gone');
    expect(await read(store, secret.id)).toMatchObject({ status: 'DELETING' });
  });

  it('that the cloud refuses ends as FAILED and can be retried to its end', async () => {
    const secret = await create();
    store.emulator.failNext(1);
    await store.connector.deleteSecret?.({ ...writeTo(secret), force: false, permanently: false }, store.context);
    const stalled = await read(store, secret.id);
    expect(stalled.status).toBe('FAILED');
    expect(await store.connector.retrySecret?.(writeTo(stalled), store.context)).toMatchObject({ gone: true });
  });

  it('succeeds with an answer without a body', async () => {
    const secret = await create();
    store.emulator.setFault({ match: /^DELETE/, status: 204, body: '' });
    const request = { ...writeTo(secret, 0), force: false, permanently: false };
    expect(await store.connector.deleteSecret?.(request, store.context)).toMatchObject({ upstreamStatus: 204 });
  });
});

describe('storing a new value', () => {
  it('makes the version that is answered the current one', async () => {
    const secret = await create();
    const request = { ...writeTo(secret), value: text('second') };
    const written = await store.connector.createVersion?.(request, store.context);
    const versions = firstOf(await store.connector.listVersions([secret], store.context));
    expect(versions).toMatchObject([{ id: written?.versionId, isCurrent: true }, { isCurrent: false }]);
    expect(store.emulator.values()).toContain('second');
  });

  it('that does not wait shows the secret as UPDATING', async () => {
    const secret = await create();
    await store.connector.createVersion?.({ ...writeTo(secret, 0), value: text('second') }, store.context);
    expect(await read(store, secret.id)).toMatchObject({ status: 'UPDATING', native: { state: 'updating_versions' } });
  });

  it('that waits ends with the secret available', async () => {
    const secret = await create();
    await store.connector.createVersion?.({ ...writeTo(secret), value: text('second') }, store.context);
    expect((await read(store, secret.id)).status).toBe('ACTIVE');
  });

  it('that the cloud refuses ends as FAILED, not as an error', async () => {
    const secret = await create();
    store.emulator.failNext(1);
    await store.connector.createVersion?.({ ...writeTo(secret), value: text('second') }, store.context);
    expect(await read(store, secret.id)).toMatchObject({ status: 'FAILED', native: { state: 'updating_error' } });
  });

  it('in a secret that is not available is left to the platform, which refuses it', async () => {
    const stalled = await createStalled();
    const request = { ...writeTo(stalled), value: text('second') };
    await expect(store.connector.createVersion?.(request, store.context)).rejects.toMatchObject({ code: 'CONFLICT' });
  });
});

describe('retrying a secret', () => {
  it('applies again what failed', async () => {
    const stalled = await createStalled();
    await store.connector.retrySecret?.(writeTo(stalled), store.context);
    expect((await read(store, stalled.id)).status).toBe('ACTIVE');
  });

  it('in which nothing failed is refused before any request', async () => {
    const secret = await create();
    await expectNoRequest(() => store.connector.retrySecret?.(writeTo(secret), store.context), isConflict(false));
  });
});

describe('a secret in transition', () => {
  const value = text('x');
  const writes: [string, (secret: Secret) => Promise<unknown> | undefined][] = [
    ['renamed', (secret) => store.connector.updateSecret?.({ ...writeTo(secret), name: 'other' }, store.context)],
    ['retried', (secret) => store.connector.retrySecret?.(writeTo(secret), store.context)],
    ['given a value', (secret) => store.connector.createVersion?.({ ...writeTo(secret), value }, store.context)],
    [
      'deleted',
      (secret) =>
        store.connector.deleteSecret?.({ ...writeTo(secret), force: false, permanently: false }, store.context),
    ],
  ];

  it.each(writes)('is not %s, and it is said that this passes', async (_, write) => {
    const secret = await create({ waitSeconds: 0 });
    await expectNoRequest(() => write(secret), isConflict(true));
  });

  it('that was read before it began is refused by the platform', async () => {
    const secret = await create();
    await store.connector.createVersion?.({ ...writeTo(secret, 0), value }, store.context);
    const renamed = store.connector.updateSecret?.({ ...writeTo(secret), name: freshName() }, store.context);
    await expect(renamed).rejects.toMatchObject({ code: 'CONFLICT', details: { upstreamStatus: 409 } });
  });
});

it('an error holds nothing of the value', async () => {
  const value = text('sv-canary-of-this-test');
  store.emulator.setFault({
    match: /^POST/,
    status: 422,
    body: JSON.stringify({ errors: { content: ['sv-canary'] } }),
  });
  const request = { group: vault, name: freshName(), value, waitSeconds: 0 };
  const error = await store.connector.createSecret?.(request, store.context).then(
    () => null,
    (caught: PortcullisError) => caught,
  );
  expect(error?.code).toBe('UPSTREAM_REJECTED');
  expect(JSON.stringify([error?.message, error?.details, error?.stack])).not.toContain('sv-canary');
});
