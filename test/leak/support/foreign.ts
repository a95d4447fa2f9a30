import type { Owned, Team } from './teams.ts';
import { teamOf } from './teams.ts';

/** Every text that names what a team does not own and nothing that it does. */
export function foreignTo(
  team: Team,
  { seed, all }: { readonly seed: number; readonly all: readonly Owned[] },
): ReadonlySet<string> {
  const namesOf = (owned: Owned) => [
    owned.id,
    owned.nativeId,
    owned.name,
    owned.resource,
    owned.createdBy?.id ?? owned.id,
  ];
  const groupOf = ({ group }: Owned) => (group ? [group.id, group.nativeId, group.name] : []);
  const owned = all.filter((one) => teamOf(seed, one) === team);
  const own = new Set([...owned.flatMap(namesOf), ...owned.flatMap(groupOf)]);
  return new Set(all.flatMap(namesOf).filter((name) => !own.has(name)));
}

/** Those of the texts that stand in an answer, as a whole value. */
export function foundIn(body: string, texts: ReadonlySet<string>): readonly string[] {
  const found = new Set<string>();
  JSON.parse(body, (_key, value: unknown) => {
    if (typeof value === 'string' && texts.has(value)) found.add(value);
    return value;
  });
  return [...found];
}
