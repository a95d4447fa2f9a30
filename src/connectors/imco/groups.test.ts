import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { SecretGroup } from '../../domain/model.ts';
import { SecretValue } from '../../domain/secret-value.ts';
import { firstOf, listAll, type OpenStore, openEmulated, readGroup } from './__fixtures__/open-store.ts';
import type { CreateGroupInput } from './native.ts';

let store: OpenStore;
let native: CreateGroupInput;
let count = 0;

beforeAll(async () => {
  store = await openEmulated({ secrets: 12 });
  const { cloudAccountId, realmId, keyVaultPlanId } = firstOf((await listAll(store)).groups).native;
  native = {
    cloudAccountId: String(cloudAccountId),
    realmId: String(realmId),
    keyVaultPlanId: String(keyVaultPlanId),
  };
});
afterAll(() => store.close());
afterEach(() => {
  store.emulator.failNext(0);
  store.clock.now += 60_000;
});

async function create(waitSeconds = 60, changes: object = {}): Promise<SecretGroup> {
  count += 1;
  const request = { name: `search-made-${count}`, secrets: [], native, waitSeconds, ...changes };
  const written = await store.connector.createGroup?.(request, store.context);
  return readGroup(store, written?.id ?? []);
}

describe('creating a key vault', () => {
  it('that waits ends with it active', async () => {
    expect(await create()).toMatchObject({ status: 'ACTIVE', native: { ...native, state: 'active' } });
  });

  it('that does not wait answers it as it starts', async () => {
    expect(await create(0)).toMatchObject({ status: 'PENDING', native: { state: 'start', remoteId: null } });
  });

  it('that the cloud refuses ends as FAILED', async () => {
    store.emulator.failNext(1);
    expect(await create()).toMatchObject({ status: 'FAILED', native: { state: 'stalled' } });
  });

  it('without its native input is refused', async () => {
    await expect(create(0, { native: undefined })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      details: { argument: 'input.native.imco' },
    });
  });

  it('with a realm that there is not points at it', async () => {
    await expect(create(0, { native: { ...native, realmId: 'nothing' } })).rejects.toMatchObject({
      code: 'UPSTREAM_REJECTED',
      details: { argument: 'input.native.imco.realmId', outcome: 'NOT_APPLIED' },
    });
  });
});

describe('renaming a key vault', () => {
  it('changes its name and its revision', async () => {
    const before = await create();
    await store.connector.updateGroup?.({ group: before, name: 'search-renamed', waitSeconds: 0 }, store.context);
    const after = await readGroup(store, before.id);
    expect(after.name).toBe('search-renamed');
    expect(after.revision).not.toBe(before.revision);
  });

  it('to a name that is taken is a conflict', async () => {
    const [one, two] = [await create(), await create()];
    const renamed = store.connector.updateGroup?.({ group: one, name: two.name, waitSeconds: 0 }, store.context);
    await expect(renamed).rejects.toMatchObject({ code: 'CONFLICT', details: { argument: 'input.name' } });
  });
});

describe('deleting a key vault', () => {
  it('that waits knows that it is gone', async () => {
    const group = await create();
    const written = await store.connector.deleteGroup?.({ group, force: false, waitSeconds: 60 }, store.context);
    expect(written).toMatchObject({ id: group.id, gone: true });
    await expect(readGroup(store, group.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('takes what is in it with it', async () => {
    const group = await create();
    const request = { group, name: 'db-password', value: SecretValue.fromText('x'), waitSeconds: 60 };
    const secret = await store.connector.createSecret?.(request, store.context);
    await store.connector.deleteGroup?.({ group, force: false, waitSeconds: 60 }, store.context);
    const items = await store.connector.getSecrets([secret?.id ?? []], store.context);
    expect(items).toMatchObject([{ code: 'NOT_FOUND' }]);
  });

  it('that does not wait leaves it being deleted', async () => {
    const group = await create();
    await store.connector.deleteGroup?.({ group, force: false, waitSeconds: 0 }, store.context);
    expect((await readGroup(store, group.id)).status).toBe('DELETING');
  });
});

describe('a key vault in transition', () => {
  it.each([
    [
      'renamed',
      (group: SecretGroup) => store.connector.updateGroup?.({ group, name: 'x', waitSeconds: 0 }, store.context),
    ],
    [
      'deleted',
      (group: SecretGroup) => store.connector.deleteGroup?.({ group, force: false, waitSeconds: 0 }, store.context),
    ],
  ])('is not %s, and it is said that this passes', async (_, write) => {
    const group = await create(0);
    store.emulator.clearRequests();
    await expect(write(group)).rejects.toMatchObject({ code: 'CONFLICT', retryable: true });
    expect(store.emulator.requests()).toEqual([]);
  });
});
