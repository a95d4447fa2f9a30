import { describe, expect, it } from 'vitest';
import { encodeId } from '../domain/ids.ts';
import type { Secret } from '../domain/model.ts';
import { makeGroup, makeSecret, makeStore, makeSubject, NOW } from './__fixtures__/entries.ts';
import {
  compileGroupFilter,
  compileSecretFilter,
  compileSubjectFilter,
  detailsNeeded,
  isInUse,
  type SecretFilter,
  storesMentioned,
} from './filter.ts';
import { groupEntry, secretEntry } from './snapshot.ts';

const store = makeStore('tfy', { id: 'pinned' });
const ada = makeSubject('ada');
const group = { id: ['g'], name: 'payments' };
const entryOf = (parts: Partial<Secret> = {}) => secretEntry(store, makeSecret('key', parts));
const passes = (filter: SecretFilter, parts: Partial<Secret> = {}) => compileSecretFilter(filter)(entryOf(parts));
const rotation = {
  automatic: true,
  periodDays: 1,
  nextAt: NOW,
  lastAt: null,
  lastResultId: null,
  phase: null,
  trigger: null,
};
const idOf = (type: 'Secret' | 'SecretGroup' | 'Subject', path: readonly string[]) =>
  encodeId({ type, store: 'pinned', path });

describe('compileSecretFilter', () => {
  it.each<[SecretFilter, Partial<Secret>]>([
    [{ stores: ['tfy'] }, {}],
    [{ providers: ['ACME'] }, {}],
    [{ groups: [idOf('SecretGroup', ['g'])] }, { group }],
    [{ createdBy: [idOf('Subject', ['user', 'ada'])] }, { createdBy: ada }],
    [{ ids: [idOf('Secret', ['key'])] }, {}],
    [{ nativeIds: ['key'] }, {}],
    [{ name: { eq: 'key' } }, {}],
    [{ groupName: { contains: 'PAY' } }, { group }],
    [{ description: { contains: 'x' } }, { description: 'x' }],
    [{ labels: [{ key: 'a' }] }, { labels: [{ key: 'a', value: '1' }] }],
    [
      { labels: [{ key: 'a', value: { eq: '1' } }, { key: 'b' }] },
      {
        labels: [
          { key: 'b', value: '' },
          { key: 'a', value: '1' },
        ],
      },
    ],
    [{ statuses: ['FAILED'] }, { status: 'FAILED' }],
    [{ readability: ['WRITE_ONLY'] }, { readability: 'WRITE_ONLY' }],
    [{ hasCreator: true }, { createdBy: ada }],
    [{ hasCreator: false }, {}],
    [{ automaticRotation: true }, { rotation }],
    [{ automaticRotation: false }, { rotation: { ...rotation, automatic: false } }],
    [{ inUse: true }, { usage: { activeDeployments: 1, consumers: null } }],
    [{ inUse: false }, { usage: { activeDeployments: 0, consumers: null } }],
    [{ createdAt: { after: NOW } }, { createdAt: NOW }],
    [{ updatedAt: { before: NOW + 1 } }, { updatedAt: NOW }],
    [{ expiresAt: { isNull: true } }, {}],
    [{ deletesAt: { isNull: false } }, { deletesAt: NOW }],
    [{ nextRotationAt: { after: NOW, before: NOW + 1 } }, { rotation }],
    [{ name: { eq: 'key' }, hasCreator: false }, {}],
    [{}, {}],
    [{ stores: null, name: null, labels: null, and: null, or: null, not: null }, {}],
  ])('%j lets through %j', (filter, parts) => {
    expect(passes(filter, parts)).toBe(true);
  });

  it.each<[SecretFilter, Partial<Secret>]>([
    [{ stores: ['pinned'] }, {}],
    [{ providers: ['OTHER'] }, {}],
    [{ groups: [idOf('SecretGroup', ['g'])] }, {}],
    [{ createdBy: [idOf('Subject', ['user', 'ada'])] }, {}],
    [{ createdBy: [idOf('Subject', ['team', 'ada'])] }, { createdBy: ada }],
    [{ ids: [encodeId({ type: 'Secret', store: 'tfy', path: ['key'] })] }, {}],
    [{ groupName: { glob: '*' } }, {}],
    [{ description: { glob: '*' } }, {}],
    [{ labels: [{ key: 'a', value: { eq: '2' } }] }, { labels: [{ key: 'a', value: '1' }] }],
    [{ labels: [{ key: 'a' }, { key: 'b' }] }, { labels: [{ key: 'a', value: '1' }] }],
    [{ automaticRotation: false }, {}],
    [{ inUse: false }, {}],
    [{ inUse: false }, { usage: { activeDeployments: null, consumers: null } }],
    [
      { inUse: false },
      { usage: { activeDeployments: 0, consumers: [{ kind: 'service', nativeId: 'x', name: null }] } },
    ],
    [{ createdAt: { before: NOW } }, { createdAt: NOW }],
    [{ createdAt: { after: 0 } }, {}],
    [{ createdAt: { before: Number.MAX_SAFE_INTEGER } }, {}],
    [{ expiresAt: { isNull: false } }, {}],
    [{ expiresAt: { isNull: true, after: 0 } }, {}],
    [{ name: { eq: 'key' }, hasCreator: true }, {}],
  ])('%j holds back %j', (filter, parts) => {
    expect(passes(filter, parts)).toBe(false);
  });

  it.each<SecretFilter>([
    { stores: [] },
    { providers: [] },
    { groups: [] },
    { createdBy: [] },
    { ids: [] },
    { nativeIds: [] },
    { labels: [] },
    { statuses: [] },
    { readability: [] },
    { name: { in: [] } },
    { and: [] },
    { or: [] },
  ])('%j matches nothing', (filter) => {
    expect(passes(filter, { group, createdBy: ada, labels: [{ key: 'a', value: '' }] })).toBe(false);
  });

  it('negates plainly: what is not known does not have the value either', () => {
    expect(passes({ not: { description: { contains: 'x' } } })).toBe(true);
  });

  it('holds everything that is given at the same level together', () => {
    expect(passes({ name: { eq: 'key' }, or: [{ hasCreator: true }], not: { hasCreator: true } })).toBe(false);
  });

  describe('deleted secrets', () => {
    const deleted = { status: 'DELETED' } as const;

    it.each<[string, SecretFilter | null]>([
      ['no filter', null],
      ['a filter on something else', { name: { eq: 'key' } }],
      ['a negation of something else', { not: { name: { eq: 'x' } } }],
    ])('are left out by %s', (_, filter) => {
      expect(compileSecretFilter(filter)(entryOf(deleted))).toBe(false);
    });

    it.each<SecretFilter>([
      { statuses: ['DELETED'] },
      { and: [{ statuses: ['DELETED', 'ACTIVE'] }] },
      { or: [{ name: { eq: 'x' } }, { statuses: ['DELETED'] }] },
      { not: { statuses: ['ACTIVE'] } },
    ])('are let through by %j, which asks for statuses', (filter) => {
      expect(passes(filter, deleted)).toBe(true);
    });
  });

  describe('nesting', () => {
    const nested = (depth: number): SecretFilter => (depth === 0 ? { name: { eq: 'x' } } : { not: nested(depth - 1) });

    it('goes 5 deep', () => {
      expect(passes(nested(5))).toBe(true);
    });

    it('goes no deeper', () => {
      expect(() => compileSecretFilter(nested(6))).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
    });

    it('looks for details and stores as deep as it goes', () => {
      const deep = { not: { and: [{ or: [{ not: { and: [{ inUse: true, stores: ['tfy'] }] } }] }] } };
      expect([[...detailsNeeded(deep)], storesMentioned(deep)]).toEqual([['usage'], ['tfy']]);
    });
  });
});

describe('compileGroupFilter', () => {
  const entry = groupEntry(
    store,
    makeGroup('payments', { createdBy: ada, createdAt: NOW, labels: [{ key: 'a', value: '1' }] }),
  );

  it.each([
    null,
    {},
    { stores: ['tfy'], providers: ['ACME'], name: { startsWith: 'pay' } },
    { labels: [{ key: 'a' }], createdBy: [idOf('Subject', ['user', 'ada'])], createdAt: { after: NOW } },
    { updatedAt: { isNull: true } },
  ])('%j lets a group through', (filter) => {
    expect(compileGroupFilter(filter)(entry)).toBe(true);
  });

  it.each([
    { stores: ['x'] },
    { providers: [] },
    { name: { eq: 'Payments' } },
    { labels: [] },
    { updatedAt: { after: 0 } },
  ])('%j holds a group back', (filter) => {
    expect(compileGroupFilter(filter)(entry)).toBe(false);
  });

  it('leaves out what its store has deleted', () => {
    expect(compileGroupFilter(null)(groupEntry(store, makeGroup('g', { status: 'DELETED' })))).toBe(false);
  });
});

describe('compileSubjectFilter', () => {
  const entry = { store, object: ada };

  it.each([
    null,
    {},
    { stores: ['tfy'], types: ['USER' as const] },
    { slug: { contains: '@' }, displayName: { eq: 'ada' } },
  ])('%j lets a subject through', (filter) => {
    expect(compileSubjectFilter(filter)(entry)).toBe(true);
  });

  it.each([{ stores: ['x'] }, { types: [] }, { slug: { eq: 'ada' } }, { displayName: { eq: 'Ada' } }])(
    '%j holds a subject back',
    (filter) => {
      expect(compileSubjectFilter(filter)(entry)).toBe(false);
    },
  );
});

describe('detailsNeeded', () => {
  it.each<[SecretFilter | null, readonly string[]]>([
    [null, []],
    [{ name: { eq: 'x' } }, []],
    [{ description: { eq: 'x' } }, ['description']],
    [{ nextRotationAt: {}, automaticRotation: true }, ['rotation']],
    [{ updatedAt: null, inUse: null }, []],
    [{ or: [{ expiresAt: {} }, { deletesAt: {} }] }, ['expiresAt', 'deletesAt']],
  ])('of %j are %j', (filter, fields) => {
    expect([...detailsNeeded(filter)]).toEqual(fields);
  });
});

describe('isInUse', () => {
  it.each([
    [null, null],
    [{ activeDeployments: null, consumers: null }, null],
    [{ activeDeployments: 0, consumers: null }, false],
    [{ activeDeployments: null, consumers: [] }, false],
    [{ activeDeployments: 2, consumers: [] }, true],
    [{ activeDeployments: null, consumers: [{ kind: 'service', nativeId: 'x', name: null }] }, true],
  ])('of %j is %j', (usage, expected) => {
    expect(isInUse(usage)).toBe(expected);
  });
});
