/** Everything that a policy can decide on, each verb once. `*` stands for all, `secret:*` for all of a kind. */
export const ACTIONS = [
  'store:describe',
  'store:refresh',
  'secretGroup:describe',
  'secretGroup:create',
  'secretGroup:update',
  'secretGroup:delete',
  'secret:describe',
  'secret:create',
  'secret:update',
  'secret:delete',
  'secret:rotate',
  'secret:reveal',
  'secretVersion:describe',
  'secretVersion:create',
  'secretVersion:delete',
  'subject:describe',
] as const;

export type Action = (typeof ACTIONS)[number];

/** The actions that a pattern such as `secret:*` names; none for a misspelt one. */
export function expandAction(pattern: string): readonly Action[] {
  if (pattern === '*') return ACTIONS;
  if (pattern.endsWith(':*')) return ACTIONS.filter((action) => action.startsWith(pattern.slice(0, -1)));
  return ACTIONS.filter((action) => action === pattern);
}
