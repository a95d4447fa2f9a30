import type { JWTPayload } from 'jose';
import type { Principal } from '../../policy/principal.ts';

export interface ClaimNames {
  /** Where the roles are: a claim's name, or a path such as `realm_access.roles`. */
  readonly rolesClaim: string;
  readonly nameClaim: string;
}

const MAX_SUBJECT_LENGTH = 255;
const MAX_NAME_LENGTH = 200;
const MAX_ROLES = 1_000;
const MAX_ROLE_LENGTH = 200;

/** Null where the claims name nobody, or say of the roles something that is not a list of words. */
export function principalOf(claims: JWTPayload, { rolesClaim, nameClaim }: ClaimNames): Principal | null {
  const { sub } = claims;
  if (typeof sub !== 'string' || sub === '' || sub.length > MAX_SUBJECT_LENGTH) return null;
  const roles = rolesOf(claimAt(claims, rolesClaim));
  if (roles === null) return null;
  const name = claimAt(claims, nameClaim);
  return {
    id: `jwt:${sub}`,
    name: typeof name === 'string' && name !== '' ? name.slice(0, MAX_NAME_LENGTH) : sub,
    roles,
  };
}

/** No claim is no roles. One word is one role; it is not split, because a name may hold a space. */
function rolesOf(claim: unknown): readonly string[] | null {
  if (claim === undefined || claim === null) return [];
  const roles: readonly unknown[] = Array.isArray(claim) ? claim : [claim];
  return roles.length <= MAX_ROLES && roles.every(isRole) ? roles : null;
}

function isRole(role: unknown): role is string {
  return typeof role === 'string' && role !== '' && role.length <= MAX_ROLE_LENGTH;
}

/** A claim of exactly this name first: names may be URLs, which have dots of their own. */
function claimAt(claims: JWTPayload, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name];
  let value: unknown = claims;
  for (const part of name.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[part];
  }
  return value;
}
