import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SecretGroup } from '../../domain/model.ts';
import { SecretValue } from '../../domain/secret-value.ts';
import {
  context,
  emulated,
  emulatedSecret,
  errorOf,
  found,
  type OpenStore,
  openStore,
  someGroup,
} from './__fixtures__/open-store.ts';
import { capabilities } from './capabilities.ts';
import { plaintext, setValue } from './emulator/state.ts';
import { groupJson } from './emulator/wire.ts';

let store: OpenStore;
beforeEach(async () => {
  store = await openStore();
});
afterEach(() => store.close());

const secret = (name: string, value = `value of ${name}`) => ({ name, value: SecretValue.fromText(value) });

/** The bodies of the PUTs so far. */
const puts = () => store.bodies.filter(({ method }) => method === 'PUT').map(({ json }) => json);

const textOf = (key: string) => {
  const current = emulated(store).secrets.get(key)?.versions.at(-1);
  return current === undefined ? undefined : plaintext(current.value);
};

describe('createGroup', () => {
  const create = (changes: object = {}) =>
    store.connector.createGroup?.(
      {
        name: 'payments-new',
        secrets: [secret('ONE'), secret('TWO')],
        native: { integrationId: found(store.state.integrations[0]).id },
        waitSeconds: 0,
        ...changes,
      },
      context,
    );

  it('creates a group with its secrets in one request', async () => {
    const written = await create();
    const made = found(store.state.groups.get(written?.id[0] ?? ''));
    expect([made.name, [...made.secrets.keys()]]).toEqual(['payments-new', ['ONE', 'TWO']]);
    expect(store.sent()).toEqual(['POST /secret-groups']);
  });

  it.each([
    ['no secrets', { secrets: [] }, 'input.secrets'],
    ['no integration', { native: undefined }, 'input.native.truefoundry.integrationId'],
    ['a key twice', { secrets: [secret('ONE'), secret('ONE')] }, 'input.secrets.1.name'],
    ['an empty value', { secrets: [secret('ONE', '')] }, 'input.secrets.0.value'],
    ['an empty name', { name: ' ' }, 'input.name'],
  ])('refuses %s before any request', async (_, changes, argument) => {
    const error = await errorOf(create(changes));
    expect([error.code, error.details.argument, store.sent()]).toEqual(['BAD_USER_INPUT', argument, []]);
  });

  it('is a CONFLICT where the name is taken', async () => {
    const error = await errorOf(create({ name: emulated(store).name }));
    expect([error.code, error.details.outcome]).toEqual(['CONFLICT', 'NOT_APPLIED']);
  });

  it('says that a key is not to the rules of the vault', async () => {
    const azure = found(store.state.integrations.find(({ type }) => type.includes('azure')));
    const error = await errorOf(create({ native: { integrationId: azure.id }, secrets: [secret('A_B')] }));
    expect([error.code, error.details.upstreamMessage]).toEqual([
      'UPSTREAM_REJECTED',
      'Key name does not support underscores (_)',
    ]);
  });
});

describe('updateGroup', () => {
  const update = (group: SecretGroup, changes: object) =>
    store.connector.updateGroup?.({ group, waitSeconds: 0, ...changes }, context);

  it('adds and changes keys, and removes none', async () => {
    const before = [...emulated(store).secrets.keys()];
    const changed = found(before[0]);
    await update(await someGroup(store), { secrets: [secret(changed), secret('NEW')] });
    expect([...emulated(store).secrets.keys()]).toEqual([...before, 'NEW']);
    expect([textOf(changed), textOf('NEW')]).toEqual([`value of ${changed}`, 'value of NEW']);
  });

  it('sets the collaborators and keeps the owner and the integration', async () => {
    const group = await someGroup(store);
    await update(group, { native: { collaborators: [{ subject: 'team:search', roleId: 'secret-group-viewer' }] } });
    expect(puts()).toEqual([
      {
        manifest: {
          type: 'secret-group',
          name: group.name,
          integration_fqn: emulated(store).integration.fqn,
          collaborators: [{ subject: 'team:search', role_id: 'secret-group-viewer' }],
          ownedBy: { account: 'acme-main' },
        },
      },
    ]);
  });

  it('clears the owner with null and keeps the collaborators', async () => {
    const { collaborators } = emulated(store);
    await update(await someGroup(store), { native: { ownedByAccount: null } });
    expect([emulated(store).account, emulated(store).collaborators]).toEqual([null, collaborators]);
  });

  it('clears the collaborators with null', async () => {
    await update(await someGroup(store), { native: { collaborators: null } });
    expect(puts()).toMatchObject([{ manifest: { collaborators: [] } }]);
  });

  it('sets access first and keys second, and lists the first when the second fails', async () => {
    const group = await someGroup(store);
    store.server.setFault({ match: /^PUT .*secret-groups\//, status: 422 });
    const error = await errorOf(update(group, { secrets: [secret('NEW')], native: { ownedByAccount: 'other' } }));
    expect([error.code, error.details.outcome, error.details.applied]).toEqual([
      'UPSTREAM_REJECTED',
      'PARTIAL',
      ['the collaborators and the owner were set'],
    ]);
    expect([emulated(store).account, textOf('NEW')]).toEqual(['other', undefined]);
  });

  it('does both when both succeed', async () => {
    const group = await someGroup(store);
    await update(group, { secrets: [secret('NEW')], native: { ownedByAccount: 'other' } });
    expect([emulated(store).account, textOf('NEW')]).toEqual(['other', 'value of NEW']);
  });

  it('keeps UNKNOWN what is unknown, and lists what is known', async () => {
    const group = await someGroup(store);
    store.server.setFault({ match: /^PUT .*secret-groups\//, cut: 'before' });
    const error = await errorOf(update(group, { secrets: [secret('NEW')], native: { ownedByAccount: 'other' } }));
    expect([error.details.outcome, error.details.applied]).toEqual([
      'UNKNOWN',
      ['the collaborators and the owner were set'],
    ]);
  });

  it('sends nothing when the group changed since it was read', async () => {
    const group = await someGroup(store);
    setValue(store.state, emulatedSecret(store), 'theirs');
    const error = await errorOf(update(group, { native: { ownedByAccount: 'other' } }));
    expect([error.code, error.details.outcome, puts()]).toEqual(['CONFLICT', 'NOT_APPLIED', []]);
  });

  it('does not rename', async () => {
    const error = await errorOf(update(await someGroup(store), { name: 'other' }));
    expect([error.code, error.details.argument, puts()]).toEqual(['UNSUPPORTED', 'input.name', []]);
  });

  it.each([{}, { secrets: [] }, { native: {} }])('refuses %j: there is nothing to change', async (changes) => {
    expect((await errorOf(update(await someGroup(store), changes))).code).toBe('BAD_USER_INPUT');
  });

  describe('of a group without a manifest', () => {
    const withoutManifest = async (): Promise<SecretGroup> => {
      const data = { ...groupJson(store.state, emulated(store)), manifest: null, name: emulated(store).name };
      store.server.setFault({ match: /^GET .*secret-groups\//, status: 200, body: JSON.stringify({ data }) });
      return someGroup(store);
    };

    it('finds the integration by its id', async () => {
      const native = { collaborators: [], ownedByAccount: null };
      await update(await withoutManifest(), { native });
      expect(puts()).toMatchObject([{ manifest: { integration_fqn: emulated(store).integration.fqn } }]);
    });

    it.each([
      [{ ownedByAccount: 'a' }, 'input.native.truefoundry.collaborators'],
      [{ collaborators: [] }, 'input.native.truefoundry.ownedByAccount'],
    ])('does not clear unseen what %j leaves out', async (native, argument) => {
      const error = await errorOf(update(await withoutManifest(), { native }));
      expect([error.code, error.details.argument, puts()]).toEqual(['BAD_USER_INPUT', argument, []]);
    });
  });

  it('says PARTIAL when the manifest reached another group of the name', async () => {
    const group = await someGroup(store);
    const data = { ...groupJson(store.state, emulated(store)), id: 'another' };
    store.server.setFault({ match: /^PUT/, status: 200, body: JSON.stringify({ data }) });
    const error = await errorOf(update(group, { native: { ownedByAccount: 'other' } }));
    expect([error.code, error.details.outcome]).toEqual(['CONFLICT', 'PARTIAL']);
  });
});

describe('deleteGroup', () => {
  const remove = (group: SecretGroup, force = false) =>
    store.connector.deleteGroup?.({ group, force, waitSeconds: 0 }, context);

  it('wants ifMatch', () => {
    expect(capabilities.DELETE_GROUP?.requires).toEqual(['ifMatch']);
  });

  it('destroys the group', async () => {
    const group = await someGroup(store);
    expect(await remove(group)).toMatchObject({ id: group.id, gone: true });
    expect(store.state.groups.has(group.nativeId)).toBe(false);
  });

  it('passes force on', async () => {
    const group = await someGroup(store);
    store.sent();
    await remove(group, true);
    expect(store.sent()).toContain(`DELETE /secret-groups/${group.nativeId}?forceDelete=true`);
  });

  it('looks again before it destroys', async () => {
    const group = await someGroup(store);
    setValue(store.state, emulatedSecret(store), 'theirs');
    const error = await errorOf(remove(group));
    expect([error.code, store.state.groups.has(group.nativeId)]).toEqual(['PRECONDITION_FAILED', true]);
  });

  it('does not know what became of it when the vault behind it failed', async () => {
    const group = await someGroup(store);
    store.server.setFault({ match: /^DELETE/, status: 424 });
    expect((await errorOf(remove(group))).details.outcome).toBe('UNKNOWN');
  });
});
