import { describe, expect, it } from 'vitest';
import { documentedGroup } from './__fixtures__/documented-group.ts';
import { found } from './__fixtures__/open-store.ts';
import { type GroupState, mapGroup, mapSubject } from './map.ts';
import { nativeShapes } from './native.ts';
import { groupAnswer } from './schema.ts';

const parse = (changes: object = {}): GroupState =>
  mapGroup(groupAnswer.parse({ data: { ...documentedGroup, ...changes } }).data, 'enabled');

const secretOf = (changes: object = {}) =>
  found(parse({ associatedSecrets: [{ ...documentedGroup.associatedSecrets[0], ...changes }] }).secrets[0]);

const withVersions = (...versions: object[]) =>
  secretOf({ secretVersions: versions.map((version, index) => ({ id: `v${index}`, ...version })) });

describe('a group', () => {
  it('carries every documented field', () => {
    expect(parse().group).toMatchObject({
      id: ['group-1'],
      nativeId: 'group-1',
      name: 'payments-api-prod',
      status: 'ACTIVE',
      createdBy: { id: ['user', 'user-1'], type: 'USER', slug: 'ada@example.com', displayName: 'Ada Okafor' },
      createdAt: Date.UTC(2023, 10, 1, 5, 31, 56),
      updatedAt: Date.UTC(2023, 10, 9, 5, 31, 56),
      native: {
        fqn: 'acme:payments-api-prod',
        tenantName: 'acme',
        integrationId: 'integration-1',
        createdBy: 'ada@example.com',
        manifest: {
          type: 'secret-group',
          name: 'payments-api-prod',
          integrationFqn: 'acme:aws:aws-prod:secret-store:secrets-manager',
          collaborators: [{ subject: 'team:payments', roleId: 'secret-group-editor' }],
          ownedByAccount: 'acme-main',
        },
      },
    });
  });

  it('holds no value, wherever the answer has one', () => {
    expect(JSON.stringify(parse())).not.toContain('canary');
  });

  it.each([
    ['name', {}, 'payments-api-prod'],
    ['manifest.name', { name: undefined, manifest: { name: 'from-manifest' } }, 'from-manifest'],
    ['the end of the fqn', { name: undefined, manifest: undefined }, 'payments-api-prod'],
    ['the id', { name: undefined, manifest: undefined, fqn: undefined }, 'group-1'],
  ])('takes its name from %s', (_, changes, name) => {
    expect(parse(changes).group.name).toBe(name);
  });

  it('leaves null what the answer does not say', () => {
    const { group } = parse({ createdBySubject: null, createdAt: 'yesterday', integrationId: null, manifest: null });
    expect([group.createdBy, group.createdAt, group.native.integrationId, group.native.manifest]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('takes an empty manifest', () => {
    expect(parse({ manifest: {} }).group.native.manifest).toMatchObject({ type: null, collaborators: null });
  });

  it('takes a manifest that is not to the documented shape for an unknown one', () => {
    expect(parse({ manifest: { collaborators: 'everybody' } }).group.native.manifest).toBeNull();
  });

  it.each([
    ['a key gets a version', { associatedSecrets: [{ ...documentedGroup.associatedSecrets[0], secretVersions: [] }] }],
    ['a key goes', { associatedSecrets: [] }],
    ['its date changes', { updatedAt: '2023-11-10T05:31:56Z' }],
    ['its collaborators change', { manifest: { ...documentedGroup.manifest, collaborators: [] } }],
  ])('has another revision when %s', (_, changes) => {
    expect(parse(changes).group.revision).not.toBe(parse().group.revision);
  });

  it('keeps its revision when a secret is deployed', () => {
    const deployed = [{ ...documentedGroup.associatedSecrets[0], activeDeploymentsCount: 4 }];
    expect(parse({ associatedSecrets: deployed }).group.revision).toBe(parse().group.revision);
  });
});

describe('a secret', () => {
  it('carries every documented field', () => {
    expect(secretOf()).toMatchObject({
      id: ['group-1', 'secret-1'],
      name: 'DB_PASSWORD',
      group: { id: ['group-1'], name: 'payments-api-prod' },
      createdBy: { id: ['virtualaccount', 'va-1'], type: 'VIRTUAL_ACCOUNT' },
      createdAt: Date.UTC(2023, 10, 7, 5, 31, 56),
      updatedAt: Date.UTC(2023, 10, 8, 5, 31, 56),
      usage: { activeDeployments: 3, consumers: null },
      readability: 'READABLE',
      incomplete: [],
      native: { fqn: 'acme:payments-api-prod:DB_PASSWORD', activeDeploymentsCount: 3, createdBy: 'deployer' },
    });
  });

  it('has unknown usage when the answer does not count deployments', () => {
    expect(secretOf({ activeDeploymentsCount: undefined }).usage).toBeNull();
  });

  it('says that its versions have not been asked for when the answer lacks them', () => {
    expect(secretOf({ secretVersions: undefined })).toMatchObject({ versions: null, incomplete: ['versions'] });
  });

  it('is forbidden by the store when the control plane shows no values', () => {
    const { secrets } = mapGroup(groupAnswer.parse({ data: documentedGroup }).data, 'disabled');
    expect([secrets[0]?.readability, secrets[0]?.versions?.[0]?.readability]).toEqual([
      'FORBIDDEN_BY_STORE',
      'FORBIDDEN_BY_STORE',
    ]);
  });

  it('has native parts of exactly the shapes that may be cached', () => {
    const { group, secrets } = parse();
    nativeShapes.TrueFoundrySecretGroup.parse(group.native);
    nativeShapes.TrueFoundrySecret.parse(secrets[0]?.native);
    nativeShapes.TrueFoundrySecretVersion.parse(secrets[0]?.versions?.[0]?.native);
    nativeShapes.TrueFoundrySubject.parse(group.createdBy?.native);
    expect(nativeShapes.TrueFoundrySecret.safeParse({ ...secrets[0]?.native, value: 'x' }).success).toBe(false);
  });
});

describe('versions', () => {
  it('carry every documented field', () => {
    expect(secretOf().versions).toEqual([
      {
        id: ['group-1', 'secret-1', 'version-1'],
        nativeId: 'version-1',
        number: 1,
        stage: null,
        isCurrent: true,
        createdAt: Date.UTC(2023, 10, 7, 5, 31, 56),
        updatedAt: Date.UTC(2023, 10, 7, 5, 31, 57),
        readability: 'READABLE',
        native: { fqn: 'acme:payments-api-prod:DB_PASSWORD:1' },
      },
    ]);
  });

  it('come newest first, whatever their order in the answer', () => {
    const { versions } = withVersions({ version: 2 }, { version: 10 }, { version: 1 });
    expect(versions?.map(({ number, isCurrent }) => [number, isCurrent])).toEqual([
      [10, true],
      [2, false],
      [1, false],
    ]);
  });

  it('go by their dates where they have no numbers', () => {
    const { versions } = withVersions({ createdAt: '2024-01-01T00:00:00Z' }, { createdAt: '2025-01-01T00:00:00Z' });
    expect(versions?.map(({ nativeId }) => nativeId)).toEqual(['v1', 'v0']);
  });

  it('do not claim that an earlier value can be had', () => {
    const { versions } = withVersions({ version: 1 }, { version: 2 });
    expect(versions?.map(({ readability }) => readability)).toEqual(['READABLE', 'UNKNOWN']);
  });
});

describe('a subject', () => {
  it.each([
    ['user', 'USER'],
    ['team', 'TEAM'],
    ['serviceaccount', 'SERVICE_ACCOUNT'],
    ['virtualaccount', 'VIRTUAL_ACCOUNT'],
    ['agent-channel-identity', 'OTHER'],
  ])('of type %s is %s and keeps the word', (nativeType, type) => {
    expect(mapSubject({ subjectId: 'id', subjectType: nativeType })).toMatchObject({ type, nativeType });
  });

  it('carries what newer control planes tell', () => {
    const subject = mapSubject({
      subjectId: 'id',
      subjectType: 'user',
      subjectPatName: 'laptop',
      subjectControllerName: 'ci',
      subjectExternalIdentitySlug: 'okta:1:a@example.com',
    });
    expect(subject?.native).toEqual({
      patName: 'laptop',
      controllerName: 'ci',
      externalIdentitySlug: 'okta:1:a@example.com',
    });
  });

  it('without an id is nobody', () => {
    expect(mapSubject({ subjectId: '', subjectType: 'user' })).toBeNull();
  });
});
