import { describe, expect, it } from 'vitest';
import type { GroupReference } from '../../domain/model.ts';
import { mapLabel, mapSecret, mapVault, mapVersions, vaultIdOf } from './map.ts';
import { nativeShapes } from './native.ts';
import { labelsAnswer, secretAnswer, vaultAnswer, versionsAnswer } from './schema.ts';

const GROUP: GroupReference = { id: ['5f0000000000000000000001'], name: 'payments-prod' };
const documented = {
  id: '5f00000000000000000000aa',
  name: 'db-password',
  key_vault_id: GROUP.id[0],
  remote_id: 'https://payments.vault.azure.net/secrets/db-password',
  state: 'available',
  brownfield: false,
  desired_remote_id: 'db-password',
  resource_type: 'secret',
};
const secretOf = (changes: object = {}) => mapSecret(secretAnswer.parse({ ...documented, ...changes }), GROUP);
const versionsOf = (...last: boolean[]) =>
  mapVersions(secretOf(), versionsAnswer.parse(last.map((flag, index) => ({ id: `v${index}`, last: flag }))));

describe('a secret', () => {
  it('carries every documented field', () => {
    expect(secretOf()).toMatchObject({
      id: [documented.id],
      nativeId: documented.id,
      name: 'db-password',
      group: GROUP,
      status: 'ACTIVE',
      readability: 'WRITE_ONLY',
      versions: null,
      incomplete: ['versions'],
      native: {
        remoteId: documented.remote_id,
        state: 'available',
        brownfield: false,
        desiredRemoteId: 'db-password',
        keyVaultId: GROUP.id[0],
        resourceType: 'secret',
        labelIds: null,
      },
    });
  });

  it('leaves null what IMCO does not know', () => {
    const { description, createdAt, updatedAt, expiresAt, createdBy, rotation, usage } = secretOf();
    expect({ description, createdAt, updatedAt, expiresAt, createdBy, rotation, usage }).toEqual({
      description: null,
      createdAt: null,
      updatedAt: null,
      expiresAt: null,
      createdBy: null,
      rotation: null,
      usage: null,
    });
  });

  it.each([
    ['start', 'PENDING'],
    ['deploying', 'PENDING'],
    ['available', 'ACTIVE'],
    ['updating_versions', 'UPDATING'],
    ['decommissioning', 'DELETING'],
    ['stalled', 'FAILED'],
    ['updating_error', 'FAILED'],
    ['end', 'DELETED'],
    ['something_new', 'UNKNOWN'],
  ])('in the state %s is %s', (state, status) => {
    expect(secretOf({ state })).toMatchObject({ status, native: { state } });
  });

  it.each([
    ['a list', ['a', 'b'], ['a', 'b']],
    ['one string', 'a', ['a']],
    ['a string that lists', 'a, b', ['a', 'b']],
    ['an empty string', '', []],
    ['absent', undefined, null],
    ['null', null, null],
    ['something else', 7, null],
  ])('takes label_ids that are %s', (_, label_ids, labelIds) => {
    expect(secretOf({ label_ids }).native.labelIds).toEqual(labelIds);
  });

  it('without a name is called by its id', () => {
    expect(secretOf({ name: null }).name).toBe(documented.id);
  });

  it('names its vault under the printed spelling of the field too', () => {
    const { key_vault_id: _, ...rest } = documented;
    expect(vaultIdOf(secretAnswer.parse({ ...rest, 'key vault_id': 'kv' }))).toBe('kv');
  });

  it('drops a value that is answered against all documents', () => {
    expect(JSON.stringify(secretOf({ content: 'sv-canary', value: 'sv-canary' }))).not.toContain('sv-canary');
  });

  it('fits the shape that the cache lets in', () => {
    expect(nativeShapes.ImcoSecret.safeParse(secretOf().native).success).toBe(true);
  });

  it.each([{ name: 'other' }, { state: 'stalled' }, { remote_id: null }, { label_ids: ['a'] }])(
    'has another revision with %j',
    (change) => {
      expect(secretOf(change).revision).not.toBe(secretOf().revision);
    },
  );

  it('keeps its revision while nothing changes', () => {
    expect(secretOf().revision).toBe(secretOf().revision);
  });
});

describe('a key vault', () => {
  const vault = mapVault(
    vaultAnswer.parse({
      id: 'kv',
      name: 'payments-prod',
      remote_id: '/subscriptions/1',
      state: 'active',
      key_vault_plan_id: 'plan',
      cloud_account_id: 'account',
      realm_id: 'realm',
      brownfield: true,
      label_ids: 'a',
      desired_remote_id: null,
      resource_type: 'key_vault',
    }),
  );

  it('carries every documented field', () => {
    expect(vault).toMatchObject({
      id: ['kv'],
      name: 'payments-prod',
      status: 'ACTIVE',
      native: {
        remoteId: '/subscriptions/1',
        state: 'active',
        brownfield: true,
        keyVaultPlanId: 'plan',
        cloudAccountId: 'account',
        realmId: 'realm',
        labelIds: ['a'],
        desiredRemoteId: null,
        resourceType: 'key_vault',
      },
    });
  });

  it('fits the shape that the cache lets in', () => {
    expect(nativeShapes.ImcoKeyVault.safeParse(vault.native).success).toBe(true);
  });
});

describe('versions', () => {
  it('come newest first where the last one stands at the end', () => {
    expect(versionsOf(false, false, true).map(({ nativeId }) => nativeId)).toEqual(['v2', 'v1', 'v0']);
  });

  it('keep their order where the last one stands at the start', () => {
    expect(versionsOf(true, false, false).map(({ nativeId }) => nativeId)).toEqual(['v0', 'v1', 'v2']);
  });

  it('begin with the last one wherever it stands', () => {
    expect(versionsOf(false, true, false).map(({ nativeId }) => nativeId)).toEqual(['v1', 'v0', 'v2']);
  });

  it('keep the place that they had in the answer', () => {
    expect(versionsOf(false, true).map(({ native }) => native?.position)).toEqual([1, 0]);
  });

  it('are current by the mark alone', () => {
    expect(versionsOf(false, false).some(({ isCurrent }) => isCurrent)).toBe(false);
  });

  it('carry every documented field', () => {
    const [version] = mapVersions(
      secretOf(),
      versionsAnswer.parse([
        { id: 'v', 'key vault_id': 'kv', remote_id: 'r', last: true, resource_type: 'secret_version', content: 'x' },
      ]),
    );
    expect(version).toEqual({
      id: [documented.id, 'v'],
      nativeId: 'v',
      number: null,
      stage: null,
      isCurrent: true,
      createdAt: null,
      updatedAt: null,
      readability: 'WRITE_ONLY',
      native: { remoteId: 'r', last: true, position: 0, keyVaultId: 'kv', resourceType: 'secret_version' },
    });
  });
});

it('a label without a namespace has none, however the platform writes that', () => {
  const labels = labelsAnswer.parse([
    { id: 'a', name: 'team', namespace: '', value: '' },
    { id: 'b', name: 'managed', namespace: 'imco', value: null },
  ]);
  expect(labels.map(mapLabel)).toEqual([
    { nativeId: 'a', name: 'team', namespace: null, value: '' },
    { nativeId: 'b', name: 'managed', namespace: 'imco', value: null },
  ]);
});
