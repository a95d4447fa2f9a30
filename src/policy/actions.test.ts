import { describe, expect, it } from 'vitest';
import { ACTIONS, expandAction } from './actions.ts';

describe('expandAction', () => {
  it('names every action by a star', () => {
    expect(expandAction('*')).toEqual(ACTIONS);
  });

  it('names all of a kind, and of that kind only', () => {
    expect(expandAction('secret:*')).toEqual([
      'secret:describe',
      'secret:create',
      'secret:update',
      'secret:delete',
      'secret:rotate',
      'secret:reveal',
    ]);
  });

  it('names one action by itself', () => {
    expect(expandAction('secret:reveal')).toEqual(['secret:reveal']);
  });

  it.each(['', ':*', 'secret', 'secret*', 'Secret:reveal', 'secret:read', '*:describe', 'secret:**', 'secrets:*'])(
    'names nothing by %j',
    (pattern) => {
      expect(expandAction(pattern)).toEqual([]);
    },
  );
});
