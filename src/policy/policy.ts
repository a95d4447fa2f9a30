import { createHash } from 'node:crypto';
import { ACTIONS, type Action, expandAction } from './actions.ts';
import { compileResourcePattern, type ResourcePattern, type Share } from './resource-pattern.ts';

export type Effect = 'allow' | 'deny';

/** One line of the policy, as the configuration has it. */
export interface Statement {
  readonly effect: Effect;
  /** `*` stands for every authenticated principal. */
  readonly roles: readonly string[];
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** Whether a reveal that this statement allows must come with a reason. Default: optional. */
  readonly revealReason?: 'required' | 'optional' | undefined;
}

export interface Decision {
  readonly allowed: boolean;
  /** Place of the statement that made it, counted from 0; null: nothing matched, which means no. */
  readonly statement: number | null;
  readonly revealReason: 'required' | 'optional';
}

export interface Permission {
  readonly action: Action;
  readonly effect: Effect;
  readonly resource: string;
}

/** What a set of roles may do. Pure: the same question has the same answer for as long as it lives. */
export interface Rights {
  readonly decide: (action: Action, resource: string) => Decision;
  readonly allows: (action: Action, resource: string) => boolean;
  /** Whether anything in the store could be allowed: a store that is out of reach is not even named. */
  readonly reaches: (action: Action, storeResource: string) => boolean;
  /**
   * How many secrets of one group are allowed, without looking at any: a list of a hundred thousand is decided on
   * group by group, and secret by secret only where that has to be. Never more and never less than `allows` says.
   */
  readonly within: (action: Action, groupResource: string) => Share;
  readonly permissions: () => readonly Permission[];
  /** Equal for equal rights, whoever holds them: what caches of answers may be keyed by. */
  readonly digest: string;
}

export interface Policy {
  readonly rightsOf: (roles: readonly string[]) => Rights;
}

interface CompiledStatement {
  readonly index: number;
  readonly statement: Statement;
  readonly patterns: readonly ResourcePattern[];
}

interface ActionRules {
  readonly allow: readonly CompiledStatement[];
  readonly deny: readonly CompiledStatement[];
}

/** Deny wins, the order of statements is irrelevant, and nothing matching means no. */
export function createPolicy(statements: readonly Statement[]): Policy {
  const compiled = statements.map((statement, index) => ({
    index,
    statement,
    patterns: statement.resources.map(compileResourcePattern),
  }));
  const byRoles = new Map<string, Rights>();
  return {
    rightsOf(roles) {
      const key = JSON.stringify([...new Set(roles)].sort());
      const known = byRoles.get(key);
      if (known !== undefined) return known;
      const applying = compiled.filter(({ statement }) =>
        statement.roles.some((role) => role === '*' || roles.includes(role)),
      );
      const rights = createRights(applying);
      // Role names come from tokens; a bound keeps a flood of made-up combinations from growing the map.
      if (byRoles.size >= 1_000) byRoles.clear();
      byRoles.set(key, rights);
      return rights;
    },
  };
}

function createRights(applying: readonly CompiledStatement[]): Rights {
  const rules = new Map<Action, ActionRules>(ACTIONS.map((action) => [action, rulesFor(action, applying)]));
  const rulesOf = (action: Action): ActionRules => rules.get(action) ?? { allow: [], deny: [] };
  const decide = (action: Action, resource: string): Decision => decideBy(rulesOf(action), resource);
  return {
    decide,
    allows: (action, resource) => decide(action, resource).allowed,
    reaches(action, store) {
      const { allow, deny } = rulesOf(action);
      if (deny.some(({ patterns }) => patterns.some((pattern) => pattern.covers(store)))) return false;
      return allow.some(({ patterns }) => patterns.some((pattern) => pattern.reaches(store)));
    },
    within: (action, group) => shareOf(rulesOf(action), group),
    permissions: () => permissionsOf(applying),
    digest: digestOf(applying),
  };
}

function rulesFor(action: Action, applying: readonly CompiledStatement[]): ActionRules {
  const matching = applying.filter(({ statement }) =>
    statement.actions.some((text) => expandAction(text).includes(action)),
  );
  return {
    allow: matching.filter(({ statement }) => statement.effect === 'allow'),
    deny: matching.filter(({ statement }) => statement.effect === 'deny'),
  };
}

const NO: Decision = { allowed: false, statement: null, revealReason: 'required' };

function decideBy({ allow, deny }: ActionRules, resource: string): Decision {
  for (const { index, patterns } of deny) {
    if (matchesAny(patterns, resource)) return { allowed: false, statement: index, revealReason: 'required' };
  }
  let decision = NO;
  for (const { index, statement, patterns } of allow) {
    if (!matchesAny(patterns, resource)) continue;
    // Several may allow it: the strictest demand for a reason holds, whatever their order.
    if (statement.revealReason === 'required') return { allowed: true, statement: index, revealReason: 'required' };
    if (!decision.allowed) decision = { allowed: true, statement: index, revealReason: 'optional' };
  }
  return decision;
}

function matchesAny(patterns: readonly ResourcePattern[], resource: string): boolean {
  for (const pattern of patterns) if (pattern.matches(resource)) return true;
  return false;
}

function shareOf({ allow, deny }: ActionRules, group: string): Share {
  const denied = largestShare(deny, group);
  if (denied === 'ALL') return 'NONE';
  const allowed = largestShare(allow, group);
  return allowed === 'ALL' && denied === 'SOME' ? 'SOME' : allowed;
}

function largestShare(statements: readonly CompiledStatement[], group: string): Share {
  let largest: Share = 'NONE';
  for (const { patterns } of statements) {
    for (const pattern of patterns) {
      const share = pattern.within(group);
      if (share === 'ALL') return share;
      if (share === 'SOME') largest = share;
    }
  }
  return largest;
}

function permissionsOf(applying: readonly CompiledStatement[]): readonly Permission[] {
  return applying.flatMap(({ statement }) =>
    statement.actions.flatMap((text) =>
      expandAction(text).flatMap((action) =>
        statement.resources.map((resource) => ({ action, effect: statement.effect, resource })),
      ),
    ),
  );
}

function digestOf(applying: readonly CompiledStatement[]): string {
  const canonical = applying
    .map(({ statement: { effect, actions, resources, revealReason } }) =>
      JSON.stringify([effect, [...actions].sort(), [...resources].sort(), revealReason ?? 'optional']),
    )
    .sort();
  return createHash('sha256').update(JSON.stringify(canonical)).digest('base64url');
}
