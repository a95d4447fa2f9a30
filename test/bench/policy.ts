/** npm run bench:policy: what deciding over 100,000 secrets costs, for few and for many statements. Median of 21 rounds. */
import { groupResource } from '../../src/domain/resource.ts';
import { createPolicy, type Statement } from '../../src/policy/policy.ts';

const SECRETS = 100_000;
const ROUNDS = 21;

/** As lists ask: each group once, and its secrets one by one only where the group alone does not settle it. */
const groups = Map.groupBy(
  Array.from({ length: SECRETS }, (_, index) => index),
  (index) => groupResource(`store-${index % 5}`, `team-${index % 97}-prod`),
);
const secretsOf = new Map(
  [...groups].map(([group, members]) => [group, members.map((index) => `${group}/secret-${index}`)]),
);

console.log('| statements | allowed | ms for 100,000 decisions |');
console.log('| --: | --: | --: |');
for (const count of [1, 10, 50]) {
  const rights = createPolicy(statements(count)).rightsOf(['developer']);
  const countOf = (group: string, secrets: readonly string[]) => {
    const share = rights.within('secret:describe', group);
    if (share !== 'SOME') return share === 'ALL' ? secrets.length : 0;
    return secrets.filter((secret) => rights.allows('secret:describe', secret)).length;
  };
  const decide = () => [...secretsOf].reduce((sum, [group, secrets]) => sum + countOf(group, secrets), 0);
  const times = Array.from({ length: ROUNDS }, () => {
    const startedAt = performance.now();
    decide();
    return performance.now() - startedAt;
  }).sort((a, b) => a - b);
  console.log(`| ${count} | ${decide()} | ${times[Math.floor(ROUNDS / 2)]?.toFixed(1)} |`);
}

/** One team each, and every tenth a deny: what a company of many teams would write. */
function statements(count: number): readonly Statement[] {
  return Array.from({ length: count }, (_, index) => ({
    effect: index % 10 === 9 ? 'deny' : 'allow',
    roles: ['developer'],
    actions: ['secret:*'],
    resources: index % 10 === 4 ? [`*/team-${index}-*/secret-*7`] : [`*/team-${index}-*/**`],
  }));
}
