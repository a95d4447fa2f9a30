import { describe, expect, it, vi } from 'vitest';
import { PortcullisError } from '../domain/errors.ts';
import { encodeId } from '../domain/ids.ts';
import { createSealer } from '../domain/sealing.ts';
import {
  type Listed,
  makeGroup,
  makeListing,
  makeMetadata,
  makeSecret,
  makeStore,
  makeSubject,
  makeViewer,
  NOW,
} from './__fixtures__/entries.ts';
import { createCatalog, type List } from './catalog.ts';
import type { Metadata } from './metadata.ts';
import type { Entry } from './snapshot.ts';

const sealer = createSealer([{ name: 'k', key: Buffer.alloc(32, 1) }]);
const [tfy, swarm] = [makeStore('tfy'), makeStore('swarm')];
const pay = { id: ['pay'], name: 'payments' };
const ada = makeSubject('ada');
const adaId = encodeId({ type: 'Subject', store: 'tfy', path: ada.id });
const LISTINGS: Readonly<Record<string, Listed>> = {
  tfy: {
    groups: [makeGroup('payments', { id: ['pay'], createdBy: ada }), makeGroup('search')],
    secrets: [
      makeSecret('b', { group: pay, createdBy: ada, createdAt: NOW }),
      makeSecret('d', { group: { id: ['search'], name: 'search' } }),
    ],
  },
  swarm: { secrets: [makeSecret('a'), makeSecret('c', { createdAt: NOW - 1 })] },
};
const ALL = { filter: null, orderBy: null, page: {} };
const BOTH = { stores: [tfy, swarm] };
const DESCRIBE = { effect: 'allow', actions: ['secret:describe', 'secretGroup:describe'], resources: ['**'] } as const;

const catalogOf = (metadata: Metadata = makeMetadata(LISTINGS)) => createCatalog({ metadata, sealer });
const namesOf = <T extends { name: string }>({ page }: List<Entry<T>>) =>
  page.elements.map(({ object }) => object.name);

describe('listSecrets', () => {
  it('merges the stores by name where no order is asked for', async () => {
    expect(namesOf(await catalogOf().listSecrets(makeViewer(), { ...ALL, scope: BOTH }))).toEqual(['a', 'b', 'c', 'd']);
  });

  it.each([
    ['NAME', 'DESC', ['d', 'c', 'b', 'a']],
    ['STORE', 'ASC', ['a', 'c', 'b', 'd']],
    ['CREATED_AT', 'ASC', ['c', 'b', 'd', 'a']],
    ['CREATED_AT', 'DESC', ['b', 'c', 'd', 'a']],
  ] as const)('orders by %s %s', async (field, direction, names) => {
    const list = await catalogOf().listSecrets(makeViewer(), { ...ALL, scope: BOTH, orderBy: { field, direction } });
    expect(namesOf(list)).toEqual(names);
  });

  it('orders names by their normal form', async () => {
    const secrets = [
      makeSecret('e\u0301z', { id: ['1'] }),
      makeSecret('f', { id: ['2'] }),
      makeSecret('\u00e9a', { id: ['3'] }),
    ];
    const catalog = catalogOf(makeMetadata({ tfy: { secrets } }));
    expect(namesOf(await catalog.listSecrets(makeViewer(), { ...ALL, scope: { stores: [tfy] } }))).toEqual([
      'f',
      '\u00e9a',
      'e\u0301z',
    ]);
  });

  it('narrows before it counts', async () => {
    const viewer = makeViewer([{ ...DESCRIBE, resources: ['tfy/payments/**'] }]);
    const { page, stores } = await catalogOf().listSecrets(viewer, { ...ALL, scope: BOTH });
    expect([page.totalCount, page.hasNextPage, stores.map(({ count }) => count)]).toEqual([1, false, [1, 0]]);
  });

  it('keeps to one group', async () => {
    const group = makeGroup('payments', { id: ['pay'] });
    const list = await catalogOf().listSecrets(makeViewer(), { ...ALL, scope: { stores: [tfy], group } });
    expect(namesOf(list)).toEqual(['b']);
  });

  it('keeps to what one subject created', async () => {
    const list = await catalogOf().listSecrets(makeViewer(), { ...ALL, scope: { ...BOTH, creator: adaId } });
    expect(namesOf(list)).toEqual(['b']);
  });

  it('does not tell who created what to a viewer who may not see subjects', async () => {
    const viewer = makeViewer([DESCRIBE]);
    const catalog = catalogOf();
    const asked = await Promise.all([
      catalog.listSecrets(viewer, { ...ALL, scope: { ...BOTH, creator: adaId } }),
      catalog.listSecrets(viewer, { ...ALL, scope: BOTH, filter: { createdBy: [adaId] } }),
      catalog.listSecrets(viewer, { ...ALL, scope: BOTH, filter: { hasCreator: true } }),
    ]);
    expect(asked.map(({ page }) => page.totalCount)).toEqual([0, 0, 0]);
  });

  it('does not tell a group’s name to a viewer who may see its secrets only', async () => {
    const viewer = makeViewer([{ ...DESCRIBE, actions: ['secret:describe'] }]);
    const catalog = catalogOf();
    const byName = await catalog.listSecrets(viewer, {
      ...ALL,
      scope: BOTH,
      filter: { groupName: { eq: 'payments' } },
    });
    const all = await catalog.listSecrets(viewer, { ...ALL, scope: BOTH });
    expect([byName.page.totalCount, all.page.elements.map(({ object }) => object.group)]).toEqual([
      0,
      [null, null, null, null],
    ]);
  });

  it('leaves what it hides from one viewer in place for the next', async () => {
    const catalog = catalogOf();
    await catalog.listSecrets(makeViewer([{ ...DESCRIBE, actions: ['secret:describe'] }]), { ...ALL, scope: BOTH });
    const list = await catalog.listSecrets(makeViewer(), { ...ALL, scope: BOTH, filter: { createdBy: [adaId] } });
    expect(list.page.elements[0]?.object).toMatchObject({ createdBy: ada, group: pay });
  });

  it.each([
    [
      'a failure of its own',
      new PortcullisError('UPSTREAM_TIMEOUT', 'm', { retryAfterSeconds: 3 }),
      'UPSTREAM_TIMEOUT',
    ],
    ['an id that cannot be asked for', new PortcullisError('BAD_USER_INPUT', 'm'), 'BAD_USER_INPUT'],
    ['an error nobody meant', new TypeError('m'), 'INTERNAL'],
  ])('shows a store that ends in %s beside what the others have', async (_, error, code) => {
    const catalog = catalogOf(makeMetadata({ ...LISTINGS, tfy: () => Promise.reject(error) }));
    const list = await catalog.listSecrets(makeViewer(), { ...ALL, scope: BOTH });
    expect([namesOf(list), list.stores.map(({ outcome, count, error: of }) => [outcome, count, of])]).toEqual([
      ['a', 'c'],
      [
        ['FAILED', null, code],
        ['COMPLETE', 2, null],
      ],
    ]);
  });

  it('says when to come back, where the store does', async () => {
    const error = new PortcullisError('UPSTREAM_RATE_LIMITED', 'm', { retryAfterSeconds: 7 });
    const catalog = catalogOf(makeMetadata({ tfy: () => Promise.reject(error) }));
    const { stores } = await catalog.listSecrets(makeViewer(), { ...ALL, scope: { stores: [tfy] } });
    expect(stores).toEqual([expect.objectContaining({ retryable: true, retryAfterSeconds: 7, failure: error })]);
  });

  it('says that the time was up where that is why a store is missing', async () => {
    const catalog = catalogOf(makeMetadata({ tfy: () => Promise.reject(AbortSignal.abort().reason) }));
    const viewer = makeViewer(undefined, AbortSignal.abort());
    const { stores } = await catalog.listSecrets(viewer, { ...ALL, scope: { stores: [tfy] } });
    expect(stores[0]?.error).toBe('DEADLINE_EXCEEDED');
  });

  it('shows a stale store as such', async () => {
    const value = makeListing({ secrets: [makeSecret('a')] });
    const freshness = { source: 'CACHE', fetchedAt: NOW - 1, stale: true } as const;
    const catalog = catalogOf(makeMetadata({ tfy: async () => ({ value, freshness }) }));
    const { stores } = await catalog.listSecrets(makeViewer(), { ...ALL, scope: { stores: [tfy] } });
    expect(stores).toEqual([expect.objectContaining({ outcome: 'STALE', count: 1, fetchedAt: NOW - 1 })]);
  });

  it('refuses a cursor of another scope', async () => {
    const catalog = catalogOf();
    const { page } = await catalog.listSecrets(makeViewer(), { ...ALL, scope: BOTH });
    const [first] = page.elements;
    const after = first === undefined ? '' : page.cursorOf(first);
    await expect(
      catalog.listSecrets(makeViewer(), { ...ALL, scope: { stores: [tfy] }, page: { after } }),
    ).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('refuses a filter that is nested too deep before any store is asked', async () => {
    const listing = vi.fn();
    const catalog = catalogOf(makeMetadata({}, { listing }));
    const filter = { not: { not: { not: { not: { not: { not: { name: { eq: 'x' } } } } } } } };
    await expect(catalog.listSecrets(makeViewer(), { ...ALL, scope: BOTH, filter })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    });
    expect(listing).not.toHaveBeenCalled();
  });
});

describe('listGroups', () => {
  it('shows the groups that the viewer may see', async () => {
    const viewer = makeViewer([{ ...DESCRIBE, resources: ['tfy/search'] }]);
    expect(namesOf(await catalogOf().listGroups(viewer, { ...ALL, scope: BOTH }))).toEqual(['search']);
  });

  it('keeps to what one subject created', async () => {
    const list = await catalogOf().listGroups(makeViewer(), { ...ALL, scope: { stores: [tfy], creator: adaId } });
    expect(namesOf(list)).toEqual(['payments']);
  });

  it('keeps to nothing where the viewer may not know who created what', async () => {
    const scope = { stores: [tfy], creator: adaId };
    expect(namesOf(await catalogOf().listGroups(makeViewer([DESCRIBE]), { ...ALL, scope }))).toEqual([]);
  });

  it('orders by name backwards', async () => {
    const orderBy = { field: 'NAME', direction: 'DESC' } as const;
    expect(namesOf(await catalogOf().listGroups(makeViewer(), { ...ALL, scope: BOTH, orderBy }))).toEqual([
      'search',
      'payments',
    ]);
  });
});

describe('subjects', () => {
  const request = { scope: BOTH, filter: null, page: {} };

  it('are those that created something that the viewer may see, each once', async () => {
    const { page } = await catalogOf().listSubjects(makeViewer(), request);
    expect(page.elements.map(({ id }) => id)).toEqual([adaId]);
  });

  it.each([
    ['may not see subjects', [DESCRIBE]],
    ['may not see what they created', [{ ...DESCRIBE, actions: ['*'], resources: ['tfy/search/**'] }]],
    ['may see subjects but nothing that they created', [{ ...DESCRIBE, actions: ['subject:describe'] }]],
  ])('are hidden from a viewer who %s', async (_, statements) => {
    const catalog = catalogOf();
    const viewer = makeViewer(statements);
    const { page } = await catalog.listSubjects(viewer, request);
    expect([page.totalCount, await catalog.findSubject(viewer, tfy, adaId)]).toEqual([0, null]);
  });

  it('are found by id', async () => {
    expect((await catalogOf().findSubject(makeViewer(), tfy, adaId))?.entry.object).toBe(ada);
  });

  it('are ordered by the normal form of the best name there is, nameless ones last', async () => {
    const names = [
      makeSubject('1', { displayName: null, slug: null }),
      makeSubject('2', { displayName: 'e\u0301z' }),
      makeSubject('3', { displayName: '\u00e9a' }),
      makeSubject('4', { displayName: null, slug: 'a' }),
    ];
    const groups = names.map((createdBy, index) => makeGroup(`g${index}`, { createdBy }));
    const catalog = catalogOf(makeMetadata({ tfy: { groups } }));
    const { page } = await catalog.listSubjects(makeViewer(), { ...request, scope: { stores: [tfy] } });
    expect(page.elements.map(({ object }) => object.nativeId)).toEqual(['4', '3', '2', '1']);
  });

  it('leave a store that fails to its own entry', async () => {
    const catalog = catalogOf(makeMetadata({ ...LISTINGS, swarm: () => Promise.reject(new Error('m')) }));
    const { stores } = await catalog.listSubjects(makeViewer(), request);
    expect(stores.map(({ outcome }) => outcome)).toEqual(['COMPLETE', 'FAILED']);
  });
});
