import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupResource, secretResource } from '../domain/resource.ts';
import { createPolicy, type Statement } from './policy.ts';
import { compileResourcePattern } from './resource-pattern.ts';

const part = fc.constantFrom('a', 'b', 'ab', 'a b', 'a/b', 'a*', '%', 'ü');
const group = fc.option(part);
const piece = fc.constantFrom('a', 'b', '*', '**', '?', 'a*', '*b', '%2f', 'a b', 'ü', '', 'a**');
const text = fc
  .tuple(fc.array(piece, { minLength: 1, maxLength: 4 }), fc.boolean())
  .map(([pieces, open]) => [...pieces, ...(open ? ['**'] : [])].join('/'));
const statement: fc.Arbitrary<Statement> = fc.record({
  effect: fc.constantFrom('allow', 'deny'),
  roles: fc.constant(['me']),
  actions: fc.constantFrom(['*'], ['secret:describe'], ['subject:describe']),
  resources: fc.array(text, { minLength: 1, maxLength: 2 }),
});
const groupOf = (store: string, name: string | null) => groupResource(store, name ?? '');

describe('the share of a group that a pattern matches', () => {
  it.each([
    ['**', 'ALL'],
    ['tfy/**', 'ALL'],
    ['t*/**', 'ALL'],
    ['tfy/pay/**', 'ALL'],
    ['tfy/pay/*', 'ALL'],
    ['*/*/*', 'ALL'],
    ['tfy/pay/key', 'SOME'],
    ['tfy/p*/k?y', 'SOME'],
    ['tfy/pay/key/**', 'SOME'],
    ['tfy/**/key', 'SOME'],
    ['**/key', 'SOME'],
    ['tfy', 'NONE'],
    ['tfy/pay', 'NONE'],
    ['tfy//*', 'NONE'],
    ['swarm/**/key', 'NONE'],
    ['tfy/other/*', 'NONE'],
    ['tfy/pay/a/b', 'NONE'],
    ['tfy/pay/a/b/**', 'NONE'],
  ])('is by %s %s', (pattern, expected) => {
    expect(compileResourcePattern(pattern).within('tfy/pay')).toBe(expected);
  });

  it('is told apart from that of secrets without a group', () => {
    const { within } = compileResourcePattern('swarm//*');
    expect([within('swarm/'), within('swarm/stack')]).toEqual(['ALL', 'NONE']);
  });

  it('never says more or less than the pattern matches', () => {
    fc.assert(
      fc.property(text, part, group, part, (pattern, store, name, secret) => {
        const { within, matches } = compileResourcePattern(pattern);
        const share = within(groupOf(store, name));
        const matched = matches(secretResource(store, name, secret));
        if (share !== 'SOME') expect([pattern, share === 'ALL']).toEqual([pattern, matched]);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('the share of a group that a policy allows', () => {
  it('never says more or less than the decisions do', () => {
    fc.assert(
      fc.property(fc.array(statement, { maxLength: 4 }), part, group, part, (statements, store, name, secret) => {
        const rights = createPolicy(statements).rightsOf(['me']);
        const share = rights.within('secret:describe', groupOf(store, name));
        const allowed = rights.allows('secret:describe', secretResource(store, name, secret));
        if (share !== 'SOME') expect(share === 'ALL').toBe(allowed);
      }),
      { numRuns: 2_000 },
    );
  });
});
