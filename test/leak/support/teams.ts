import { createHash } from 'node:crypto';
import type { Statement } from '../../../src/policy/policy.ts';

export type Team = 'amber' | 'blue';
export const TEAMS = ['amber', 'blue'] as const;

/** A secret or a group as an administrator sees it: enough to decide whose it is, and to know it again. */
export interface Owned {
  readonly id: string;
  readonly name: string;
  readonly nativeId: string;
  readonly resource: string;
  readonly store: { readonly name: string };
  readonly createdBy: { readonly id: string } | null;
  /** Of a secret: its group is known to whom the secret is known, by the secret's own resource. */
  readonly group?: { readonly id: string; readonly nativeId: string; readonly name: string } | null;
}

/**
 * Hands out everything at random: what one person created goes to one team, so that persons have a team too, and a
 * third of the rest to nobody. Groups and their secrets go their own ways.
 */
export function teamOf(seed: number, { resource, createdBy }: Owned): Team | null {
  const hash = createHash('sha256')
    .update(`${seed}:${createdBy?.id ?? resource}`)
    .digest();
  if (createdBy !== null) return TEAMS[hash.readUInt8(0) % 2] ?? null;
  return TEAMS[hash.readUInt8(0) % 3] ?? null;
}

/** Names that a team may make new secrets under, in the store that wants no group. */
export function newNameOf(team: Team, number: number): string {
  return `new-${team}-${number}`;
}

/** Each team everything about its own by name, and of the stores only one is told. */
export function policyOf(seed: number, all: readonly Owned[]): readonly Statement[] {
  const statements = TEAMS.map((team) => ({
    effect: 'allow' as const,
    roles: [team],
    actions: ['secretGroup:*', 'secret:*', 'secretVersion:*', 'subject:describe'],
    resources: [
      `docker//${newNameOf(team, 0).replace('0', '*')}`,
      ...all.filter((owned) => teamOf(seed, owned) === team).map(({ resource }) => resource),
    ],
  }));
  return [
    ...statements,
    { effect: 'allow', roles: ['amber'], actions: ['store:describe'], resources: ['*'] },
    { effect: 'allow', roles: ['admin'], actions: ['*'], resources: ['**'] },
  ];
}

/** Whether a resource is in the world of one team alone. */
export function worldOf(seed: number, team: Team, all: readonly Owned[]): (resource: string) => boolean {
  const own = new Set(all.filter((owned) => teamOf(seed, owned) === team).map(({ resource }) => resource));
  return (resource) => own.has(resource) || resource.startsWith(`docker//new-${team}-`);
}
