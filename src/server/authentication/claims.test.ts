import { describe, expect, it } from 'vitest';
import { principalOf } from './claims.ts';

const NAMES = { rolesClaim: 'roles', nameClaim: 'name' };
const rolesOf = (claims: Record<string, unknown>, rolesClaim = 'roles') =>
  principalOf({ sub: 'u-1', ...claims }, { ...NAMES, rolesClaim })?.roles ?? null;

describe('the roles', () => {
  it('are the list that the claim holds', () => {
    expect(rolesOf({ roles: ['a', 'b'] })).toEqual(['a', 'b']);
  });

  it('are found within other claims', () => {
    expect(rolesOf({ realm_access: { roles: ['a'] } }, 'realm_access.roles')).toEqual(['a']);
  });

  it('are found under a name with dots of its own', () => {
    expect(rolesOf({ 'https://example.com/roles': ['a'] }, 'https://example.com/roles')).toEqual(['a']);
  });

  it('are none where there is no such claim', () => {
    expect(rolesOf({}, 'realm_access.roles')).toEqual([]);
  });

  it('are one where the claim is one word', () => {
    expect(rolesOf({ roles: 'payments admin' })).toEqual(['payments admin']);
  });

  it('are not found on the prototype', () => {
    expect(rolesOf({}, 'constructor.name')).toEqual([]);
  });

  it.each([[['a', 7]], [['a', ['b']]], [[{ name: 'a' }]], [7], [{ a: true }], [['']], [Array(1_001).fill('a')]])(
    'that are not words make the token nobody’s: %j',
    (roles) => {
      expect(rolesOf({ roles })).toBeNull();
    },
  );
});

describe('the name', () => {
  it('is what its claim says', () => {
    expect(principalOf({ sub: 'u-1', name: 'Ada' }, NAMES)).toEqual({ id: 'jwt:u-1', name: 'Ada', roles: [] });
  });

  it.each([undefined, 7, '', { first: 'Ada' }])('is the subject where the claim is %j', (name) => {
    expect(principalOf({ sub: 'u-1', name }, NAMES)?.name).toBe('u-1');
  });
});

it.each([undefined, '', 'x'.repeat(256)])('a subject that cannot be one is nobody: %#', (sub) => {
  expect(principalOf(sub === undefined ? {} : { sub }, NAMES)).toBeNull();
});
