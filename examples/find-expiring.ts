/**
 * What expires soon, and what does nobody use? Over all stores, as one table.
 *
 *     PORTCULLIS_TOKEN=sandbox-auditor node examples/find-expiring.ts [days, 30 unless given]
 */
import Table from 'cli-table3';
import type {
  PortcullisClient,
  SecretFilter,
  SecretSummaryFragment,
  StoreOutcomeFragment,
} from '../src/client/index.ts';
import { run } from './connect.ts';

const DAY_MS = 86_400_000;

interface Finding {
  readonly secret: SecretSummaryFragment;
  readonly reasons: string[];
}

const days = Number(process.argv[2] ?? 30);
if (!Number.isInteger(days) || days < 1 || days > 3650) {
  console.error('Usage: node examples/find-expiring.ts [days, 1 to 3650]');
  process.exit(2);
}

await run(async (client) => {
  const now = Date.now();
  const before = new Date(now + days * DAY_MS).toISOString();
  const missing = new Map<string, StoreOutcomeFragment>();
  const findings = new Map<string, Finding>();
  const find = { client, findings, missing };
  await collect(find, { expiresAt: { before } }, (secret) => expiry(secret, now));
  await collect(find, { inUse: false }, () => 'nobody uses it');
  print([...findings.values()], [...missing.values()]);
});

interface Search {
  readonly client: PortcullisClient;
  readonly findings: Map<string, Finding>;
  readonly missing: Map<string, StoreOutcomeFragment>;
}

/** Adds every secret that matches, with the reason why it is worth a look. */
async function collect(
  { client, findings, missing }: Search,
  filter: SecretFilter,
  reasonOf: (secret: SecretSummaryFragment) => string,
): Promise<void> {
  const onStores = (stores: readonly StoreOutcomeFragment[]) => {
    for (const result of stores) if (result.outcome !== 'COMPLETE') missing.set(result.store.name, result);
  };
  for await (const secret of client.secrets({ filter, orderBy: { field: 'EXPIRES_AT' }, onStores })) {
    const finding = findings.get(secret.id) ?? { secret, reasons: [] };
    finding.reasons.push(reasonOf(secret));
    findings.set(secret.id, finding);
  }
}

function expiry({ expiresAt }: SecretSummaryFragment, now: number): string {
  const left = Math.ceil((Date.parse(expiresAt ?? '') - now) / DAY_MS);
  return left <= 0 ? 'has expired' : `expires in ${left} day${left === 1 ? '' : 's'}`;
}

function print(findings: readonly Finding[], missing: readonly StoreOutcomeFragment[]): void {
  const table = new Table({ head: ['Store', 'Group', 'Secret', 'Why'], style: { head: [], border: [] } });
  for (const { secret, reasons } of findings) {
    table.push([secret.store.name, secret.group?.name ?? '', secret.name, reasons.join(', ')]);
  }
  if (findings.length > 0) console.log(table.toString());
  console.log(`${findings.length} secrets expire within ${days} days or are used by nobody.`);
  for (const { store, outcome, error } of missing) {
    console.log(
      `Not the whole picture: ${store.name} is ${outcome.toLowerCase()}${error === null ? '' : ` (${error})`}.`,
    );
  }
}
