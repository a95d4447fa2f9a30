import { PortcullisError } from '../domain/errors.ts';
import type { CountInWindow } from '../domain/window-counter.ts';

/** How many reveals a principal may try in a minute: what a stolen token can carry off before somebody notices. */
export interface RevealBudget {
  /**
   * Spends one reveal of the principal. Called once for each resolved field, so aliases, fragments and several
   * mutations of one document each cost one, whatever becomes of them.
   * @throws PortcullisError RATE_LIMITED with `retryAfterSeconds` once the budget is spent
   */
  readonly spend: (principalId: string) => Promise<void>;
}

export function createRevealBudget(options: {
  /** 0: nobody reveals anything. */
  readonly perMinute: number;
  readonly count: CountInWindow;
}): RevealBudget {
  return {
    spend: async (principalId) => {
      const { count, resetsInMs } = await options.count(principalId);
      if (count <= options.perMinute) return;
      throw new PortcullisError('RATE_LIMITED', 'The budget of reveals of this minute is spent.', {
        retryAfterSeconds: Math.max(1, Math.ceil(resetsInMs / 1_000)),
        outcome: 'NOT_APPLIED',
      });
    },
  };
}
