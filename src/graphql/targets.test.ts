import { describe, expect, it } from 'vitest';
import { makeStore, makeViewer } from '../catalog/__fixtures__/entries.ts';
import { encodeId, type IdType } from '../domain/ids.ts';
import type { Statement } from '../policy/policy.ts';
import type { GraphContext } from './context.ts';
import { findStore, findTarget, isStoreVisible, parseId } from './targets.ts';

const tfy = makeStore('tfy', { id: 'pinned' });
const swarm = makeStore('swarm');

function contextOf(...statements: Omit<Statement, 'roles'>[]): GraphContext {
  const viewer = statements.length === 0 ? makeViewer() : makeViewer(statements);
  return { services: { stores: [tfy, swarm] }, viewer } as unknown as GraphContext;
}
const idOf = (type: IdType, store: string, ...path: string[]) => encodeId({ type, store, path });
const TFY_ONLY = { effect: 'allow', actions: ['*'], resources: ['tfy/**'] } as const;

function outcomeOf(run: () => unknown): unknown {
  try {
    run();
    return 'found';
  } catch (error) {
    const { code, message, details } = error as { code: string; message: string; details: object };
    return { code, message, details };
  }
}

describe('findTarget', () => {
  it('finds the store by its id and takes the path apart', () => {
    expect(findTarget(contextOf(), idOf('Secret', 'pinned', 'key'), 'Secret')).toEqual({ store: tfy, path: ['key'] });
  });

  it.each([
    ['what is no id', 'nonsense'],
    ['an id of another type', idOf('SecretGroup', 'pinned', 'key')],
    ['a path of another length', idOf('Secret', 'pinned', 'a', 'b')],
    ['a part outside the grammar', idOf('Secret', 'pinned', 'KEY')],
    ['two dots', idOf('Secret', 'pinned', '..')],
    ['an empty part', idOf('Secret', 'pinned', '')],
  ])('refuses %s, and says which argument it was', (_, text) => {
    expect(outcomeOf(() => findTarget(contextOf(), text, 'Secret', 'input.id'))).toMatchObject({
      code: 'BAD_USER_INPUT',
      details: { argument: 'input.id' },
    });
  });

  it('answers alike for a store that is not there and for one out of reach, whatever the rest of the id is', () => {
    const context = contextOf(TFY_ONLY);
    const outcomes = [
      idOf('Secret', 'swarm', 'key'),
      idOf('Secret', 'swarm', '..'),
      idOf('Secret', 'nowhere', 'key'),
      idOf('Secret', 'tfy', 'key'),
    ].map((id) => outcomeOf(() => findTarget(context, id, 'Secret')));
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect(outcomes[0]).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('asks for the right to describe what the id is of', () => {
    const context = contextOf({ effect: 'allow', actions: ['secretGroup:describe'], resources: ['**'] });
    expect([
      outcomeOf(() => findTarget(context, idOf('SecretGroup', 'pinned', 'key'), 'SecretGroup')),
      outcomeOf(() => findTarget(context, idOf('Secret', 'pinned', 'key'), 'Secret')),
    ]).toEqual(['found', expect.objectContaining({ code: 'NOT_FOUND' })]);
  });
});

describe('parseId', () => {
  it('takes any of the types that are asked for', () => {
    expect(parseId(idOf('Store', 'swarm'), ['Secret', 'Store'], 'id')).toEqual({
      type: 'Store',
      store: 'swarm',
      path: [],
    });
  });
});

describe('findStore', () => {
  it('finds a store by its name, not by its id', () => {
    const context = contextOf();
    expect([outcomeOf(() => findStore(context, 'tfy')), outcomeOf(() => findStore(context, 'pinned'))]).toEqual([
      'found',
      expect.objectContaining({ code: 'NOT_FOUND' }),
    ]);
  });

  it('answers alike for a store that is not there and for one out of sight', () => {
    const context = contextOf(TFY_ONLY);
    expect(outcomeOf(() => findStore(context, 'swarm'))).toEqual(outcomeOf(() => findStore(context, 'nowhere')));
  });
});

describe('isStoreVisible', () => {
  it.each<[string, Omit<Statement, 'roles'>, boolean]>([
    ['may describe it', { effect: 'allow', actions: ['store:describe'], resources: ['tfy'] }, true],
    ['may see a secret in it', { effect: 'allow', actions: ['secret:describe'], resources: ['tfy/a/b'] }, true],
    ['may see a group in it', { effect: 'allow', actions: ['secretGroup:describe'], resources: ['tfy/a'] }, true],
    ['may only change secrets', { effect: 'allow', actions: ['secret:update'], resources: ['tfy/**'] }, false],
    ['may see another store', { effect: 'allow', actions: ['*'], resources: ['swarm/**'] }, false],
  ])('to a viewer who %s', (_, statement, expected) => {
    expect(isStoreVisible(contextOf(statement), tfy)).toBe(expected);
  });
});
