import { describe, expect, it } from 'vitest';
import { CREATED, DETAIL, LISTED } from './__fixtures__/documented.ts';
import { mapDetail, mapKey, mapListed, mapRegion, mapTrigger, mapVersions } from './map.ts';
import { nativeShapes } from './native.ts';
import { type ListItem, secretDetail, secretPage } from './schema.ts';

const detail = secretDetail.parse(DETAIL).data;
const listed = secretPage.parse(LISTED).data.secretList?.[0] as ListItem;
const withStatus = (secretStatus: string) => mapDetail({ ...detail, secretStatus });

describe('a secret with its details', () => {
  it('has every field of the documents', () => {
    expect(mapDetail(detail)).toMatchObject({
      id: ['a1b2'],
      nativeId: 'a1b2',
      name: 'payments-db',
      group: { id: ['KR'], name: 'KR' },
      description: 'Primary database',
      status: 'ACTIVE',
      createdAt: 1_753_067_196_000,
      updatedAt: 1_753_153_596_000,
      deletesAt: 1_753_412_796_000,
      incomplete: [],
      rotation: {
        automatic: true,
        periodDays: 90,
        nextAt: 1_760_929_596_000,
        lastAt: 1_753_153_590_000,
        lastResultId: 'r-1',
        phase: 'NONE',
        trigger: {
          nativeId: 't-1',
          name: 'payments-rotation',
          url: 'https://console/t-1',
          lastAction: 'rotate',
        },
      },
      native: {
        secretType: 'BASIC',
        region: 'KR',
        secretStatus: 'ENABLE',
        rotationPhase: 'NONE',
        protectionKey: {
          type: 'USER_MANAGED_KEY',
          kmsKeyTag: 'tag',
          kmsKeyName: 'key',
          kmsBoundaryType: 'ISOLATED',
        },
      },
    });
  });

  it('has no date where the sample prints 0', () => {
    const { createdAt, rotation } = mapDetail(secretDetail.parse(CREATED).data);
    expect([createdAt, rotation?.nextAt, rotation?.periodDays]).toEqual([null, null, null]);
  });

  it('has no date that no calendar holds', () => {
    expect(mapDetail({ ...detail, updateDate: 1e300 }).updatedAt).toBeNull();
  });

  it('has no rotation where nothing says whether it rotates', () => {
    expect(mapDetail({ ...detail, autoRotationYN: undefined }).rotation).toBeNull();
  });

  it('has no group where the region is missing', () => {
    expect(mapDetail({ ...detail, region: null }).group).toBeNull();
  });

  it.each([
    ['ENABLE', 'ACTIVE', 'READABLE'],
    ['DISABLE', 'DISABLED', 'UNKNOWN'],
    ['REVOKE', 'DELETING', 'FORBIDDEN_BY_STORE'],
    ['ROTATING', 'ROTATING', 'READABLE'],
    ['DESTROYED', 'DELETED', 'FORBIDDEN_BY_STORE'],
    ['SOMETHING', 'UNKNOWN', 'UNKNOWN'],
  ])('in status %s is %s and %s', (upstream, status, readability) => {
    expect(withStatus(upstream)).toMatchObject({ status, readability, native: { secretStatus: upstream } });
  });

  it.each([
    { memo: 'other' },
    { secretStatus: 'DISABLE' },
    { updateDate: 1 },
    { rotationPhase: 'OTHER' },
    { autoRotationPeriod: 1 },
    { protectionKey: null },
  ])('has another revision with %o', (change) => {
    expect(mapDetail({ ...detail, ...change }).revision).not.toBe(mapDetail(detail).revision);
  });

  it('has the same revision when nothing changed', () => {
    expect(mapDetail(secretDetail.parse(DETAIL).data).revision).toBe(mapDetail(detail).revision);
  });
});

describe('a secret of the list', () => {
  it('names what the list does not say', () => {
    expect(mapListed(listed).incomplete).toEqual([
      'description',
      'updatedAt',
      'deletesAt',
      'rotation',
      'revision',
      'native',
    ]);
  });

  it('knows what the list says', () => {
    expect(mapListed(listed)).toMatchObject({
      id: ['a1b2'],
      name: 'payments-db',
      group: { id: ['KR'] },
      status: 'ACTIVE',
      createdAt: 1_753_067_196_000,
      revision: null,
      native: { secretType: 'BASIC', region: 'KR', secretStatus: 'ENABLE', rotationPhase: null, protectionKey: null },
    });
  });
});

describe('the versions', () => {
  it('are the three slots, the current one first, of which only that is known to be readable', () => {
    expect(
      mapVersions(mapDetail(detail)).map(({ id, isCurrent, readability }) => [id, isCurrent, readability]),
    ).toEqual([
      [['a1b2', 'ACTIVE'], true, 'READABLE'],
      [['a1b2', 'PREVIOUS'], false, 'UNKNOWN'],
      [['a1b2', 'PENDING'], false, 'UNKNOWN'],
    ]);
  });

  it('cannot be read while the secret waits for its deletion', () => {
    const readabilities = mapVersions(withStatus('REVOKE')).map(({ readability }) => readability);
    expect(new Set(readabilities)).toEqual(new Set(['FORBIDDEN_BY_STORE']));
  });
});

describe('the native parts', () => {
  it('fit their strict shapes', () => {
    const secret = mapDetail(detail);
    const trigger = mapTrigger({ id: 't-1', linkedSecretList: ['a1b2'], actionList: [{ name: 'rotate' }] });
    const key = mapKey({ keyId: '0', keyTag: '', keyName: 'default' });
    expect(nativeShapes.NcloudSecret.parse(secret.native)).toEqual(secret.native);
    expect(nativeShapes.NcloudRegion.parse(mapRegion('KR').native)).toEqual({ code: 'KR' });
    expect(nativeShapes.NcloudStore.parse({ triggers: [trigger], protectionKeys: [key] }).triggers).toHaveLength(1);
    expect(mapVersions(secret).map(({ native }) => nativeShapes.NcloudSecretVersion.parse(native).stage)).toEqual([
      'ACTIVE',
      'PREVIOUS',
      'PENDING',
    ]);
  });
});
