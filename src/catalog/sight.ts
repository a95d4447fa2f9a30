import { encodeResourcePart, groupResource } from '../domain/resource.ts';
import type { Action } from '../policy/actions.ts';
import type { Rights } from '../policy/policy.ts';
import type { Share } from '../policy/resource-pattern.ts';
import type { Snapshot } from './snapshot.ts';
import type { Concealment } from './table/secret-view.ts';

/**
 * What the holders of some rights may see of a snapshot's secrets: a byte of flags for each row. Policy comes before
 * everything that could tell of what is hidden: counting, ordering, paging, summing up.
 */
export type Sight = Uint8Array;

const VISIBLE = 1;
const HIDES_GROUP = 2;
const HIDES_CREATOR = 4;

/** What of a group's secrets is decided for all of them at once. */
interface GroupVerdict {
  readonly resource: string;
  readonly secrets: Share;
  readonly creators: Share;
  readonly hidesGroup: boolean;
}

/** Decides group by group, and secret by secret only where the rights tell them apart. */
export function lookAt({ store, columns }: Snapshot, rights: Rights): Sight {
  const { list, placeOf } = columns.valuesOf('group');
  const verdicts = list.map((group) => judgeGroup(groupResource(store.name, group?.name ?? ''), rights));
  const sight = new Uint8Array(columns.count);
  const isAllowed = (action: Action, verdict: GroupVerdict, row: number) =>
    rights.allows(action, `${verdict.resource}/${encodeResourcePart(columns.name(row))}`);
  for (let row = 0; row < columns.count; row += 1) {
    const verdict = verdicts[placeOf(row)] as GroupVerdict;
    if (verdict.secrets === 'NONE') continue;
    if (verdict.secrets === 'SOME' && !isAllowed('secret:describe', verdict, row)) continue;
    const showsCreator =
      verdict.creators === 'ALL' || (verdict.creators === 'SOME' && isAllowed('subject:describe', verdict, row));
    sight[row] = VISIBLE | (verdict.hidesGroup ? HIDES_GROUP : 0) | (showsCreator ? 0 : HIDES_CREATOR);
  }
  return sight;
}

/** Seeing a secret does not imply seeing who created it, nor its group. */
function judgeGroup(resource: string, rights: Rights): GroupVerdict {
  return {
    resource,
    secrets: rights.within('secret:describe', resource),
    creators: rights.within('subject:describe', resource),
    hidesGroup: !rights.allows('secretGroup:describe', resource),
  };
}

export function isVisible(sight: Sight, row: number): boolean {
  return ((sight[row] ?? 0) & VISIBLE) !== 0;
}

export function concealmentOf(sight: Sight): Concealment {
  return {
    hidesGroup: (row) => ((sight[row] ?? 0) & HIDES_GROUP) !== 0,
    hidesCreator: (row) => ((sight[row] ?? 0) & HIDES_CREATOR) !== 0,
  };
}
