import type { StoreOutcomeFragment } from '../../../../client/index.ts';
import { distance } from './words.ts';

/** Why an answer is not the whole truth about one store, in a sentence. */
export interface Notice {
  readonly store: string;
  readonly outcome: 'FAILED' | 'STALE' | 'INCOMPLETE';
  readonly text: string;
  /** The gateway's code for why, or else that of the store's latest failure; null where there is neither. */
  readonly code: string | null;
}

const WORST_FIRST = ['FAILED', 'STALE', 'INCOMPLETE', 'COMPLETE'] as const;

/** Codes of the stores' latest failures, by the stores' names. */
export type LastErrors = ReadonlyMap<string, string | null>;

/**
 * One notice for each store that did not give all of its part to one of the answers; the worst of its outcomes
 * counts, the worst store comes first.
 */
export function noticesOf(
  answers: readonly (readonly StoreOutcomeFragment[])[],
  lastErrors: LastErrors,
  now: number,
): readonly Notice[] {
  const worst = new Map<string, StoreOutcomeFragment>();
  for (const result of answers.flat()) {
    const known = worst.get(result.store.name);
    if (known === undefined || rank(result) < rank(known)) worst.set(result.store.name, result);
  }
  return [...worst.values()]
    .sort((a, b) => rank(a) - rank(b))
    .flatMap((result) => {
      const { store, outcome, error } = result;
      if (outcome === 'COMPLETE') return [];
      const code = error ?? (outcome === 'STALE' ? lastErrors.get(store.name) : null) ?? null;
      return [{ store: store.name, outcome, code, text: textOf(result, now) }];
    });
}

function rank({ outcome }: StoreOutcomeFragment): number {
  return WORST_FIRST.indexOf(outcome);
}

function textOf({ outcome, fetchedAt, incompleteFields, ...result }: StoreOutcomeFragment, now: number): string {
  if (outcome === 'FAILED') return `cannot be listed: nothing of it is shown or counted here.${adviceOf(result)}`;
  if (outcome === 'STALE') {
    const age = fetchedAt === null ? 'at a time not known' : distance(fetchedAt, now);
    return `is shown as it was ${age}: it has not answered since.${adviceOf(result)}`;
  }
  const fields = incompleteFields.length === 0 ? '' : `: ${incompleteFields.join(', ')} not yet known everywhere`;
  return `is still being read${fields}.`;
}

function adviceOf({ retryable, retryAfterSeconds }: Pick<StoreOutcomeFragment, 'retryable' | 'retryAfterSeconds'>) {
  if (retryAfterSeconds !== null) return ` It asks to wait ${retryAfterSeconds} s.`;
  if (retryable === null) return '';
  return retryable ? ' Asking again may help.' : ' Asking again will not help: its operator has to mend it.';
}

const SOON_MS = 3_000;
const LATER_MS = 30_000;

/** When to ask again without being told to; null: not at all. What is on its way is worth asking for soon. */
export function askAgainMs(answers: readonly (readonly StoreOutcomeFragment[])[]): number | null {
  const waits = answers.flat().flatMap(({ outcome, retryable, retryAfterSeconds }) => {
    if (outcome === 'INCOMPLETE') return [SOON_MS];
    if (outcome === 'COMPLETE' || retryable === false) return [];
    return [Math.max(LATER_MS, (retryAfterSeconds ?? 0) * 1_000)];
  });
  return waits.length === 0 ? null : Math.min(...waits);
}
