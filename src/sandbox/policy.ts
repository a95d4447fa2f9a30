import type { Statement } from '../policy/policy.ts';

/** The tokens of the sandbox, each with its roles. */
export const SANDBOX_ROLES: Readonly<Record<string, readonly string[]>> = {
  'sandbox-admin': ['admin'],
  'sandbox-auditor': ['auditor'],
  'sandbox-developer': ['payments-developer'],
};

const TEAM = 'payments';

/** Everything; all metadata and nothing else; one team's secrets wherever they are, revealed with a reason. */
export const SANDBOX_POLICY: readonly Statement[] = [
  { effect: 'allow', roles: ['admin'], actions: ['*'], resources: ['**'] },
  {
    effect: 'allow',
    roles: ['auditor'],
    actions: [
      'store:describe',
      'secretGroup:describe',
      'secret:describe',
      'secretVersion:describe',
      'subject:describe',
    ],
    resources: ['**'],
  },
  { effect: 'allow', roles: ['payments-developer'], actions: ['store:describe'], resources: ['*'] },
  {
    effect: 'allow',
    roles: ['payments-developer'],
    actions: ['secretGroup:describe', 'secret:*', 'secretVersion:*', 'subject:describe'],
    // By group where groups are the team's, by name where they are not (a region, a stack of nobody).
    resources: [`*/${TEAM}*/**`, `*/*/${TEAM}*`],
    revealReason: 'required',
  },
];
