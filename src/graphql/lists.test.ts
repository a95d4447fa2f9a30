import { describe, expect, it } from 'vitest';
import { FRESH, makeStore, makeViewer } from '../catalog/__fixtures__/entries.ts';
import type { SecretFilter } from '../catalog/filter.ts';
import { failed, type StoreResult, succeeded } from '../catalog/store-result.ts';
import { PortcullisError } from '../domain/errors.ts';
import { encodeId } from '../domain/ids.ts';
import type { Statement } from '../policy/policy.ts';
import type { GraphContext } from './context.ts';
import { noteShortfalls, scopeOf } from './lists.ts';

const tfy = makeStore('tfy', { id: 'pinned' });
const swarm = makeStore('swarm', { facts: { provider: 'OTHER' } });

function contextOf(...statements: Omit<Statement, 'roles'>[]): GraphContext {
  const viewer = statements.length === 0 ? makeViewer() : makeViewer(statements);
  return { services: { stores: [tfy, swarm] }, viewer, shortfalls: [] } as unknown as GraphContext;
}
const storesOf = (filter: SecretFilter | null, context = contextOf()) =>
  scopeOf(context, 'secret:describe', filter).stores.map(({ name }) => name);
const idOf = (type: 'Secret' | 'SecretGroup' | 'Subject', store: string) => encodeId({ type, store, path: ['x'] });
const TFY_ONLY = { effect: 'allow', actions: ['*'], resources: ['tfy/**'] } as const;

describe('scopeOf', () => {
  it.each<[SecretFilter | null, readonly string[]]>([
    [null, ['tfy', 'swarm']],
    [{}, ['tfy', 'swarm']],
    [{ stores: ['swarm'] }, ['swarm']],
    [{ stores: [] }, []],
    [{ providers: ['OTHER'] }, ['swarm']],
    [{ stores: ['tfy'], providers: ['OTHER'] }, []],
    [{ ids: [idOf('Secret', 'pinned')] }, ['tfy']],
    [{ groups: [idOf('SecretGroup', 'swarm')] }, ['swarm']],
    [{ createdBy: [idOf('Subject', 'pinned'), idOf('Subject', 'swarm')] }, ['tfy', 'swarm']],
    [{ ids: [idOf('Secret', 'elsewhere')] }, []],
    [{ ids: [] }, []],
    [{ not: { stores: ['swarm'] } }, ['tfy', 'swarm']],
    [{ or: [{ stores: ['swarm'] }, { name: { eq: 'x' } }] }, ['tfy', 'swarm']],
  ])('of %j are the stores %j', (filter, expected) => {
    expect(storesOf(filter)).toEqual(expected);
  });

  it('leaves out a store that the viewer can see nothing of', () => {
    expect(storesOf(null, contextOf(TFY_ONLY))).toEqual(['tfy']);
  });

  it('leaves out a store that the viewer may describe and see no secret of', () => {
    const described = { effect: 'allow', actions: ['store:describe'], resources: ['swarm'] } as const;
    expect(storesOf(null, contextOf(TFY_ONLY, described))).toEqual(['tfy']);
  });

  it.each<[string, SecretFilter]>([
    ['at the top', { stores: ['swarm'] }],
    ['below', { not: { and: [{ stores: ['swarm'] }] } }],
  ])('refuses alike a store that is unknown and one that is hidden, %s', (_, hidden) => {
    const unknown = JSON.parse(JSON.stringify(hidden).replace('swarm', 'nowhere')) as SecretFilter;
    const errors = [hidden, unknown].map((filter) => {
      try {
        return storesOf(filter, contextOf(TFY_ONLY));
      } catch (error) {
        return `${(error as PortcullisError).code} ${(error as PortcullisError).message}`;
      }
    });
    expect(errors[0]).toBe(errors[1]);
    expect(errors[0]).toMatch(/^BAD_USER_INPUT/);
  });

  it.each<[SecretFilter, string]>([
    [{ ids: ['nonsense'] }, 'filter.ids'],
    [{ ids: [idOf('SecretGroup', 'pinned')] }, 'filter.ids'],
    [{ or: [{ groups: ['nonsense'] }] }, 'filter.groups'],
    [{ not: { createdBy: [idOf('Secret', 'pinned')] } }, 'filter.createdBy'],
  ])('refuses %j', (filter, argument) => {
    expect(() => storesOf(filter)).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT', details: expect.objectContaining({ argument }) }),
    );
  });
});

describe('noteShortfalls', () => {
  const stale = { ...FRESH, stale: true };

  it.each<[string, StoreResult, boolean]>([
    ['that failed', failed(tfy, new PortcullisError('UPSTREAM_TIMEOUT', 'm')), true],
    ['that lacks details', succeeded(tfy, FRESH, { count: 1, incompleteFields: ['updatedAt'] }), true],
    ['that is stale and lacks details', succeeded(tfy, stale, { count: 1, incompleteFields: ['updatedAt'] }), true],
    ['that is complete', succeeded(tfy, FRESH, { count: 1 }), false],
    ['that is all there, if stale', succeeded(tfy, stale, { count: 1 }), false],
  ])('notes a store %s: %s', (_, result, noted) => {
    const context = contextOf();
    noteShortfalls(context, [result]);
    expect(context.shortfalls.length > 0).toBe(noted);
  });
});
