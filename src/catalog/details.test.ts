import { describe, expect, it, vi } from 'vitest';
import { PortcullisError } from '../domain/errors.ts';
import { encodeId } from '../domain/ids.ts';
import { createSealer } from '../domain/sealing.ts';
import { makeMetadata, makeSecret, makeStore, makeSubject, makeViewer, NOW } from './__fixtures__/entries.ts';
import { createCatalog, type List } from './catalog.ts';
import type { Metadata } from './metadata.ts';
import type { SecretEntry } from './snapshot.ts';

const sealer = createSealer([{ name: 'k', key: Buffer.alloc(32, 1) }]);
const ada = makeSubject('ada');
const ALL = { filter: null, orderBy: null, page: {} };
const DESCRIBE = { effect: 'allow', actions: ['secret:describe', 'secretGroup:describe'], resources: ['**'] } as const;
const namesOf = ({ page }: List<SecretEntry>) => page.elements.map(({ object }) => object.name);

describe('details that a listing lacks', () => {
  const lacking = makeStore('tfy', { facts: { gaps: { fields: ['updatedAt', 'usage'], native: [] } } });
  const incomplete = ['updatedAt', 'usage'] as const;
  const listed = [makeSecret('a', { incomplete, createdBy: ada }), makeSecret('b', { incomplete })];
  const scope = { stores: [lacking] };
  const byUpdatedAt = { ...ALL, scope, orderBy: { field: 'UPDATED_AT' } } as const;
  const withDetails = (getDetails: Metadata['getDetails'], parts: Partial<Metadata> = {}) =>
    createCatalog({ metadata: makeMetadata({ tfy: { secrets: listed } }, { getDetails, ...parts }), sealer });
  const filled: Metadata['getDetails'] = async (_, secrets) =>
    secrets.map((secret) => ({
      value: { ...secret, updatedAt: secret.name === 'a' ? 2 : 1, incomplete: ['usage'] },
      freshness: { source: 'UPSTREAM', fetchedAt: NOW, stale: false },
    }));

  it('are not loaded where nothing asks for them', async () => {
    const list = await withDetails(() => Promise.reject(new Error('asked'))).listSecrets(makeViewer(), {
      ...ALL,
      scope,
    });
    expect([namesOf(list), list.stores[0]?.outcome]).toEqual([['a', 'b'], 'COMPLETE']);
  });

  it('are loaded once for an order', async () => {
    const getDetails = vi.fn(filled);
    const list = await withDetails(getDetails).listSecrets(makeViewer(), byUpdatedAt);
    expect([namesOf(list), list.stores[0]?.outcome, getDetails.mock.calls.length]).toEqual([['b', 'a'], 'COMPLETE', 1]);
  });

  it('are loaded for a filter, and then looked at', async () => {
    const filter = { updatedAt: { after: 2 } };
    expect(namesOf(await withDetails(filled).listSecrets(makeViewer(), { ...ALL, scope, filter }))).toEqual(['a']);
  });

  it('are asked for what the viewer may see only', async () => {
    const getDetails = vi.fn(filled);
    await withDetails(getDetails).listSecrets(makeViewer([{ ...DESCRIBE, resources: ['tfy//b'] }]), byUpdatedAt);
    expect(getDetails.mock.calls[0]?.[1].map(({ name }) => name)).toEqual(['b']);
  });

  it('make the store INCOMPLETE where one of them fails, and leave the secret in the list', async () => {
    const failing: Metadata['getDetails'] = async (store, secrets, signal) => {
      const [, second] = await filled(store, secrets, signal);
      return [new PortcullisError('UPSTREAM_TIMEOUT', 'm'), ...(second === undefined ? [] : [second])];
    };
    const list = await withDetails(failing).listSecrets(makeViewer(), byUpdatedAt);
    expect([namesOf(list), list.stores[0]?.outcome, list.stores[0]?.incompleteFields]).toEqual([
      ['b', 'a'],
      'INCOMPLETE',
      ['updatedAt'],
    ]);
  });

  it('bring usage by a question of its own', async () => {
    const getUsage: Metadata['getUsage'] = async (_, secrets) =>
      secrets.map(({ name }) => ({ activeDeployments: name === 'a' ? 1 : 0, consumers: null }));
    const catalog = withDetails(() => Promise.reject(new Error('asked')), { getUsage });
    const list = await catalog.listSecrets(makeViewer(), { ...ALL, scope, filter: { inUse: true } });
    expect([namesOf(list), list.stores[0]?.outcome]).toEqual([['a'], 'COMPLETE']);
  });

  it('do not bring back a creator that the viewer may not see', async () => {
    const viewer = makeViewer([DESCRIBE]);
    const request = { ...byUpdatedAt, filter: { hasCreator: true } };
    expect((await withDetails(filled).listSecrets(viewer, request)).page.totalCount).toBe(0);
  });

  it('do not tell what a creator made to a viewer who may not see creators', async () => {
    const creator = encodeId({ type: 'Subject', store: 'tfy', path: ada.id });
    const request = { ...byUpdatedAt, scope: { ...scope, creator } };
    const totals = [makeViewer(), makeViewer([DESCRIBE])].map(async (viewer) => {
      const { page } = await withDetails(filled).listSecrets(viewer, request);
      return page.totalCount;
    });
    expect(await Promise.all(totals)).toEqual([1, 0]);
  });

  it('are decided on anew: what was renamed since the listing is not shown under its new name', async () => {
    const renamed: Metadata['getDetails'] = async (store, secrets, signal) =>
      (await filled(store, secrets, signal)).map((item) =>
        item instanceof PortcullisError
          ? item
          : { ...item, value: { ...item.value, name: `hidden-${item.value.name}` } },
      );
    const viewer = makeViewer([DESCRIBE, { effect: 'deny', actions: ['*'], resources: ['tfy//hidden-*'] }]);
    expect((await withDetails(renamed).listSecrets(viewer, byUpdatedAt)).page.totalCount).toBe(0);
  });

  it('are asked for with the secrets as their store has them, not as the viewer sees them', async () => {
    const getDetails = vi.fn(filled);
    await withDetails(getDetails).listSecrets(makeViewer([DESCRIBE]), byUpdatedAt);
    expect(getDetails.mock.calls[0]?.[1][0]?.createdBy).toEqual(ada);
  });
});
