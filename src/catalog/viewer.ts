import type { Rights } from '../policy/policy.ts';

/** For whom a list is made, and how long it may take: nothing of it is kept in what principals share. */
export interface Viewer {
  readonly rights: Rights;
  readonly signal: AbortSignal;
}
