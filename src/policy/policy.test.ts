import { describe, expect, it } from 'vitest';
import { createPolicy, type Statement } from './policy.ts';

const allow = (parts: Partial<Statement> = {}): Statement => ({
  effect: 'allow',
  roles: ['dev'],
  actions: ['secret:*'],
  resources: ['tfy/**'],
  ...parts,
});
const deny = (parts: Partial<Statement> = {}): Statement => ({ ...allow(parts), effect: 'deny' });
const rightsOf = (statements: readonly Statement[], roles: readonly string[] = ['dev']) =>
  createPolicy(statements).rightsOf(roles);

const SECRET = 'tfy/payments/key';

describe('decide', () => {
  it('says no where there are no statements', () => {
    expect(rightsOf([]).decide('secret:describe', SECRET)).toEqual({
      allowed: false,
      statement: null,
      revealReason: 'required',
    });
  });

  it('names the statement that allows', () => {
    expect(rightsOf([allow({ resources: ['x'] }), allow()]).decide('secret:reveal', SECRET)).toMatchObject({
      allowed: true,
      statement: 1,
    });
  });

  it('names the statement that denies, wherever it stands', () => {
    expect(rightsOf([allow(), deny({ resources: ['tfy/payments/*'] })]).decide('secret:reveal', SECRET)).toMatchObject({
      allowed: false,
      statement: 1,
    });
  });

  it('says no to an action that no statement names', () => {
    expect(rightsOf([allow({ actions: ['secret:describe'] })]).allows('secret:reveal', SECRET)).toBe(false);
  });

  it('says no to a role that no statement names', () => {
    expect(rightsOf([allow()], ['ops']).allows('secret:reveal', SECRET)).toBe(false);
  });

  it('says no to a principal without roles', () => {
    expect(rightsOf([allow()], []).allows('secret:reveal', SECRET)).toBe(false);
  });

  it('takes a star in a statement for everybody, also for who has no role', () => {
    expect(rightsOf([allow({ roles: ['*'] })], []).allows('secret:reveal', SECRET)).toBe(true);
  });

  it('gives nothing to a principal whose role is called star', () => {
    expect(rightsOf([allow()], ['*']).allows('secret:reveal', SECRET)).toBe(false);
  });

  it('adds up what several roles allow, and what they deny', () => {
    const statements = [allow(), deny({ roles: ['intern'], actions: ['secret:reveal'] })];
    const rights = rightsOf(statements, ['dev', 'intern']);
    expect([rights.allows('secret:describe', SECRET), rights.allows('secret:reveal', SECRET)]).toEqual([true, false]);
  });

  it('does not let a misspelt action allow anything', () => {
    expect(rightsOf([allow({ actions: ['secret:read'] })]).permissions()).toEqual([]);
  });
});

describe('revealReason', () => {
  const reasonOf = (...reasons: Statement['revealReason'][]) =>
    rightsOf(reasons.map((revealReason) => allow({ revealReason }))).decide('secret:reveal', SECRET).revealReason;

  it('is optional where no statement says otherwise', () => {
    expect(reasonOf(undefined)).toBe('optional');
  });

  it('is the strictest of those that allow, in either order', () => {
    expect([reasonOf('optional', 'required'), reasonOf('required', 'optional')]).toEqual(['required', 'required']);
  });

  it('is not that of a statement about something else', () => {
    const statements = [allow(), allow({ resources: ['tfy/other/*'], revealReason: 'required' })];
    expect(rightsOf(statements).decide('secret:reveal', SECRET).revealReason).toBe('optional');
  });
});

describe('reaches', () => {
  it('is true for a store in which anything could be allowed', () => {
    expect(rightsOf([allow({ resources: ['tfy/payments/*'] })]).reaches('secret:describe', 'tfy')).toBe(true);
  });

  it('is false for a store that no statement names', () => {
    expect(rightsOf([allow()]).reaches('secret:describe', 'swarm')).toBe(false);
  });

  it('is false for a store that is denied as a whole', () => {
    const rights = rightsOf([allow({ resources: ['**'] }), deny({ resources: ['tfy/**'] })]);
    expect([rights.reaches('secret:describe', 'tfy'), rights.reaches('secret:describe', 'swarm')]).toEqual([
      false,
      true,
    ]);
  });

  it('is about one action', () => {
    const rights = rightsOf([allow(), deny({ actions: ['secret:reveal'] })]);
    expect([rights.reaches('secret:describe', 'tfy'), rights.reaches('secret:reveal', 'tfy')]).toEqual([true, false]);
  });
});

describe('permissions', () => {
  it('tells each action and resource of the statements that apply', () => {
    const statements = [allow({ actions: ['secret:describe', 'subject:*'] }), allow({ roles: ['ops'] })];
    expect(rightsOf(statements).permissions()).toEqual([
      { action: 'secret:describe', effect: 'allow', resource: 'tfy/**' },
      { action: 'subject:describe', effect: 'allow', resource: 'tfy/**' },
    ]);
  });
});

describe('digest', () => {
  it('is equal for equal rights, whatever the roles are called and the order is', () => {
    const statements = [allow(), deny({ resources: ['b', 'a'] }), allow({ roles: ['ops'] })];
    const renamed = [deny({ roles: ['ops'], resources: ['a', 'b'] }), allow({ roles: ['ops'] })];
    expect(rightsOf(statements).digest).toBe(rightsOf(renamed, ['ops']).digest);
  });

  it.each([
    ['an effect', deny()],
    ['an action', allow({ actions: ['secret:reveal'] })],
    ['a resource', allow({ resources: ['tfy/*'] })],
    ['a reason', allow({ revealReason: 'required' })],
  ])('differs by %s', (_, statement) => {
    expect(rightsOf([statement]).digest).not.toBe(rightsOf([allow()]).digest);
  });
});

describe('rightsOf', () => {
  it('is remembered for the same roles in any order', () => {
    const policy = createPolicy([allow()]);
    expect(policy.rightsOf(['b', 'a'])).toBe(policy.rightsOf(['a', 'b', 'a']));
  });

  it('does not mix up roles whose names look like two', () => {
    const policy = createPolicy([allow({ roles: ['a,b'] })]);
    expect(
      [policy.rightsOf(['a', 'b']), policy.rightsOf(['a,b'])].map((rights) => rights.allows('secret:reveal', SECRET)),
    ).toEqual([false, true]);
  });

  it('goes on deciding alike after a flood of made-up roles', () => {
    const policy = createPolicy([allow()]);
    for (let count = 0; count < 2_500; count += 1) policy.rightsOf([`made-up-${count}`]);
    expect(policy.rightsOf(['dev']).allows('secret:reveal', SECRET)).toBe(true);
  });
});
