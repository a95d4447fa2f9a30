import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupResource, secretResource, storeResource } from '../../src/domain/resource.ts';
import { ACTIONS } from '../../src/policy/actions.ts';
import { createPolicy, type Statement } from '../../src/policy/policy.ts';
import { compileResourcePattern } from '../../src/policy/resource-pattern.ts';

const role = fc.constantFrom('admin', 'dev', 'ops', '*');
const roles = fc.array(role, { maxLength: 3 });
const action = fc.constantFrom(...ACTIONS);
const name = fc.oneof(
  fc.constantFrom(
    'a',
    'b',
    'ab',
    '.hidden',
    '..',
    '*',
    '**',
    '?',
    'a/b',
    'a*',
    '%2F',
    'é',
    '😀',
    ' ',
    '{a,b}',
    '[a]',
    '!a',
    '\n',
  ),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 4 }),
);
const store = fc.constantFrom('tfy', 'swarm', 'ncp');
const resource = fc.oneof(
  store.map(storeResource),
  fc.tuple(store, name).map(([at, group]) => groupResource(at, group)),
  fc.tuple(store, fc.option(name), name).map(([at, group, secret]) => secretResource(at, group, secret)),
);
const patternPart = fc.oneof(
  fc.constantFrom('*', '**', '?', 'a', 'a*', '*b', '', '%2F', '.hidden', 'tfy', 'swarm'),
  name.map((text) => groupResource('x', text).slice(2)),
);
const pattern = fc.oneof(
  resource,
  fc.constantFrom('**', 'tfy/**', '*/**', '*/*/*', '*//*', 'swarm', 'swarm//**'),
  fc.array(patternPart, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/')),
);
const statement: fc.Arbitrary<Statement> = fc.record({
  effect: fc.constantFrom('allow', 'deny'),
  roles: fc.array(role, { minLength: 1, maxLength: 2 }),
  actions: fc.array(fc.oneof(action, fc.constantFrom('*', 'secret:*', 'subject:*', 'nonsense')), {
    minLength: 1,
    maxLength: 3,
  }),
  resources: fc.array(pattern, { minLength: 1, maxLength: 3 }),
  revealReason: fc.constantFrom('required', 'optional', undefined),
});
const statements = fc.array(statement, { maxLength: 6 });
const question = fc.record({ roles, action, resource });
type Question = typeof question extends fc.Arbitrary<infer T> ? T : never;

const decide = (policy: readonly Statement[], { roles: of, action: to, resource: on }: Question) =>
  createPolicy(policy).rightsOf(of).decide(to, on);
const allows = (policy: readonly Statement[], asked: Question) => decide(policy, asked).allowed;
const RUNS = { numRuns: 200 };

describe('a policy', () => {
  it('without statements says no to everything', () => {
    fc.assert(
      fc.property(question, (asked) => {
        expect(allows([], asked)).toBe(false);
      }),
    );
  });

  it('allows only what a statement allows', () => {
    fc.assert(
      fc.property(statements, question, (policy, asked) => {
        const denying = policy.filter(({ effect }) => effect === 'deny');
        expect(allows(denying, asked)).toBe(false);
      }),
      RUNS,
    );
  });

  it('says no wherever a deny matches, whatever else there is', () => {
    fc.assert(
      fc.property(statements, statement, question, fc.nat(), (policy, other, asked, place) => {
        const deny: Statement = {
          ...other,
          effect: 'deny',
          roles: ['*'],
          actions: ['*'],
          resources: [...other.resources, asked.resource],
        };
        expect(allows(policy.toSpliced(place % (policy.length + 1), 0, deny), asked)).toBe(false);
      }),
      RUNS,
    );
  });

  it('never allows more with one more deny', () => {
    fc.assert(
      fc.property(statements, statement, question, (policy, added, asked) => {
        fc.pre(!allows(policy, asked));
        expect(allows([...policy, { ...added, effect: 'deny' }], asked)).toBe(false);
      }),
      RUNS,
    );
  });

  it('never forbids more with one more allow', () => {
    fc.assert(
      fc.property(statements, statement, question, (policy, added, asked) => {
        const open: Statement = { effect: 'allow', roles: ['*'], actions: ['*'], resources: ['**'] };
        const before = allows([...policy, open], asked);
        expect(allows([...policy, open, { ...added, effect: 'allow' }], asked)).toBe(before);
      }),
      RUNS,
    );
  });

  it('decides alike in whatever order its statements stand', () => {
    fc.assert(
      fc.property(
        statements.chain((policy) =>
          fc.tuple(fc.constant(policy), fc.shuffledSubarray(policy, { minLength: policy.length })),
        ),
        question,
        ([policy, shuffled], asked) => {
          const { statement: _first, ...before } = decide(policy, asked);
          const { statement: _second, ...after } = decide(shuffled, asked);
          expect(after).toEqual(before);
          const principal = asked.roles;
          expect(createPolicy(shuffled).rightsOf(principal).digest).toBe(
            createPolicy(policy).rightsOf(principal).digest,
          );
        },
      ),
      RUNS,
    );
  });

  it('decides alike in whatever order the principal’s roles stand', () => {
    fc.assert(
      fc.property(statements, question, (policy, asked) => {
        const turned = { ...asked, roles: [...asked.roles, ...asked.roles].reverse() };
        expect(decide(policy, turned)).toEqual(decide(policy, asked));
      }),
    );
  });

  it('names a statement that says what was decided', () => {
    fc.assert(
      fc.property(statements, question, (policy, asked) => {
        const { allowed, statement: index } = decide(policy, asked);
        const found = index === null ? undefined : policy[index];
        expect(found?.effect ?? 'deny').toBe(allowed ? 'allow' : 'deny');
        if (found !== undefined) expect(allows([{ ...found, effect: 'allow' }], asked)).toBe(true);
      }),
      RUNS,
    );
  });

  it('reaches every store in which it allows anything', () => {
    fc.assert(
      fc.property(statements, roles, action, store, fc.option(name), name, (policy, of, to, at, group, secret) => {
        const rights = createPolicy(policy).rightsOf(of);
        const below = [storeResource(at), groupResource(at, group ?? 'g'), secretResource(at, group, secret)];
        if (below.some((on) => rights.allows(to, on))) expect(rights.reaches(to, storeResource(at))).toBe(true);
      }),
      RUNS,
    );
  });

  it('gives equal digests to rights that decide alike only', () => {
    fc.assert(
      fc.property(statements, roles, roles, question, (policy, first, second, asked) => {
        const [a, b] = [createPolicy(policy).rightsOf(first), createPolicy(policy).rightsOf(second)];
        if (a.digest === b.digest)
          expect(a.allows(asked.action, asked.resource)).toBe(b.allows(asked.action, asked.resource));
      }),
    );
  });
});

/** The same meaning, written as a search: slow and plain. */
function matchesSlowly(text: string, against: string): boolean {
  const tokens = [...text.matchAll(/\*\*+|\*|\?|(?:%[0-9A-F]{2})+|[^*?]/g)].map(([token]) => token);
  const characters = [...against.matchAll(/(?:%[0-7][0-9A-F])|(?:%[C-F][0-9A-F](?:%[89AB][0-9A-F])+)|[\s\S]/g)].map(
    ([one]) => one,
  );
  const search = (token: number, at: number): boolean => {
    const wanted = tokens[token];
    if (wanted === undefined) return at === characters.length;
    if (wanted === '?') return at < characters.length && characters[at] !== '/' && search(token + 1, at + 1);
    if (!wanted.startsWith('*')) {
      const rest = characters.slice(at).join('');
      const taken = [...characters.keys()].find((end) => characters.slice(at, end + 1).join('') === wanted);
      return rest.startsWith(wanted) && taken !== undefined && search(token + 1, taken + 1);
    }
    for (let end = at; end <= characters.length; end += 1) {
      if (search(token + 1, end)) return true;
      if (wanted === '*' && characters[end] === '/') return false;
    }
    return false;
  };
  return search(0, 0) || (text.endsWith('/**') && matchesSlowly(text.slice(0, -3), against));
}

describe('a resource pattern', () => {
  it('matches what a plain search finds to match', () => {
    fc.assert(
      fc.property(pattern, resource, (text, on) => {
        expect([text, on, compileResourcePattern(text).matches(on)]).toEqual([text, on, matchesSlowly(text, on)]);
      }),
      { numRuns: 1_500 },
    );
  });

  it('of a whole store matches everything in it, whatever the names are', () => {
    fc.assert(
      fc.property(store, fc.option(name), name, (at, group, secret) => {
        const { matches } = compileResourcePattern(`${at}/**`);
        expect([
          matches(at),
          matches(groupResource(at, group ?? 'g')),
          matches(secretResource(at, group, secret)),
        ]).toEqual([true, true, true]);
      }),
    );
  });

  it('of one part never crosses into the next', () => {
    fc.assert(
      fc.property(name, name, (group, secret) => {
        expect([
          compileResourcePattern('s/*').matches(secretResource('s', group, secret)),
          compileResourcePattern('s/*/*').matches(secretResource('s', group, secret)),
        ]).toEqual([false, true]);
      }),
    );
  });

  it('that covers a store matches whatever is in it', () => {
    fc.assert(
      fc.property(pattern, store, fc.option(name), name, (text, at, group, secret) => {
        const { covers, matches } = compileResourcePattern(text);
        if (!covers(storeResource(at))) return;
        expect([matches(storeResource(at)), matches(secretResource(at, group, secret))]).toEqual([true, true]);
      }),
      RUNS,
    );
  });

  it('that does not reach a store matches nothing in it', () => {
    fc.assert(
      fc.property(pattern, resource, (text, on) => {
        const { reaches, matches } = compileResourcePattern(text);
        if (matches(on)) expect(reaches(on.split('/')[0] ?? '')).toBe(true);
      }),
      RUNS,
    );
  });
});
