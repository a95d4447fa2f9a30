/**
 * npm run bench:catalog: how the catalog behaves with 1,000, 10,000 and 100,000 secrets over the five emulators.
 *
 * Prints medians and, for what should not grow with the catalog, the exponent of growth. The emulators run in a
 * process of their own; everything is measured in this one, so the memory is that of a gateway without its emulators.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { readFileSync } from 'node:fs';
import pMap from 'p-map';
import { Pool } from 'undici';
import { createMetadataCache, type MetadataCache, systemSchedule } from '../../src/cache/cache.ts';
import { createCachedMetadata } from '../../src/catalog/cached-metadata.ts';
import { type Catalog, createCatalog } from '../../src/catalog/catalog.ts';
import { summarize } from '../../src/catalog/summary.ts';
import type { Viewer } from '../../src/catalog/viewer.ts';
import { type Config, parseConfigValue } from '../../src/config/load.ts';
import { PROVIDERS } from '../../src/connectors/registry.ts';
import { createSealer } from '../../src/domain/sealing.ts';
import { openStores } from '../../src/open-stores.ts';
import { createPolicy, type Statement } from '../../src/policy/policy.ts';
import { waitFor } from '../../src/wait.ts';

const SIZES = process.argv
  .slice(2)
  .map(Number)
  .filter((size) => size > 0);
const ROUNDS = 200;

interface Measured {
  readonly secrets: number;
  readonly coldMs: number;
  readonly coldToBare: number;
  readonly requests: number;
  readonly pageP50Ms: number;
  readonly pageP99Ms: number;
  readonly firstPageMs: number;
  readonly containsMs: number;
  readonly narrowMs: number;
  readonly summaryMs: number;
  readonly rssMiB: number;
  readonly kibPerSecret: number;
  readonly refreshPeak: number;
}

const results: Measured[] = [];
for (const size of SIZES.length > 0 ? SIZES : [1_000, 10_000, 100_000]) results.push(await measure(size));
print(results);

async function measure(secrets: number): Promise<Measured> {
  const sandbox = await startEmulators(secrets);
  const config = parseConfigValue(sandbox.config, { providers: PROVIDERS, env: {} });
  const before = residentBytes();
  const gateway = open(config);
  try {
    const requests: BareRequest[] = [];
    const record = recorder(requests);
    const admin = viewer([{ effect: 'allow', roles: ['*'], actions: ['*'], resources: ['**'] }]);
    subscribe('undici:request:create', record);
    const coldMs = await timed(() => total(gateway.catalog, gateway.stores, admin));
    unsubscribe('undici:request:create', record);
    const page = () => gateway.catalog.listSecrets(admin, request(gateway.stores, 100));
    const firstPageMs = await timed(page);
    const pages = await repeat(ROUNDS, page);
    const contains = await repeat(15, (round) =>
      gateway.catalog.listSecrets(admin, request(gateway.stores, 100, `a${'bcdefghijklmnop'[round]}`)),
    );
    const narrow = await repeat(9, (round) => gateway.catalog.listSecrets(fewOf(round), request(gateway.stores, 100)));
    const summaries = await repeat(9, async () => countAll(gateway.catalog, gateway.stores, admin));
    const loaded = residentBytes();
    const refreshPeak = (await peakOfRefresh(gateway, admin)) / loaded;
    return {
      secrets,
      coldMs,
      coldToBare: coldMs / (await bareLoad(requests, config)),
      requests: requests.length,
      firstPageMs,
      pageP50Ms: quantile(pages, 0.5),
      pageP99Ms: quantile(pages, 0.99),
      containsMs: quantile(contains, 0.5),
      narrowMs: quantile(narrow, 0.5),
      summaryMs: quantile(summaries, 0.5),
      rssMiB: loaded / 1_048_576,
      kibPerSecret: (loaded - before) / secrets / 1_024,
      refreshPeak,
    };
  } finally {
    await gateway.close();
    sandbox.child.kill('SIGTERM');
  }
}

interface Opened {
  readonly catalog: Catalog;
  readonly stores: ReturnType<typeof openStores>['stores'];
  readonly cache: MetadataCache;
  readonly close: () => Promise<void>;
}

function open(config: Config): Opened {
  const { stores, cacheStores, close } = openStores(config.stores, {
    providers: PROVIDERS,
    io: { now: Date.now, wait: waitFor },
  });
  const cache = createMetadataCache({
    stores: cacheStores,
    ttlSeconds: 3_600,
    staleSeconds: 3_600,
    maxMemoryBytes: 1_073_741_824,
    redis: null,
    now: Date.now,
    random: Math.random,
    schedule: systemSchedule,
  });
  const sealer = createSealer([{ name: 'bench', key: Buffer.alloc(32, 7) }]);
  return {
    stores,
    cache,
    catalog: createCatalog({ metadata: createCachedMetadata(cache), sealer }),
    close: async () => {
      await close();
      await cache.close();
    },
  };
}

function viewer(statements: readonly Statement[]): Viewer {
  return { rights: createPolicy(statements).rightsOf(['bench']), signal: new AbortController().signal };
}

/** Rights of a principal who sees a handful of secrets: new ones each round, so that nothing is remembered of them. */
function fewOf(round: number): Viewer {
  return viewer([
    {
      effect: 'allow',
      roles: ['*'],
      actions: ['secret:describe'],
      resources: [`truefoundry/payments-api-prod*/DB_PASSWORD*`, `nothing-${round}/**`],
    },
  ]);
}

function request(stores: Opened['stores'], first: number, contains?: string) {
  const filter =
    contains === undefined
      ? { createdAt: { after: Date.now() - 400 * 86_400_000 - (Date.now() % 86_400_000) } }
      : { name: { contains } };
  return { scope: { stores }, filter, orderBy: { field: 'CREATED_AT', direction: 'DESC' } as const, page: { first } };
}

async function total(catalog: Catalog, stores: Opened['stores'], who: Viewer): Promise<number> {
  const list = await catalog.listSecrets(who, { scope: { stores }, filter: null, orderBy: null, page: { first: 1 } });
  const failed = list.stores.find(({ outcome }) => outcome === 'FAILED');
  if (failed !== undefined) throw new Error(`the store ${failed.store.name} failed: ${failed.error}`);
  return list.page.totalCount;
}

async function countAll(catalog: Catalog, stores: Opened['stores'], who: Viewer): Promise<void> {
  const summary = summarize(await catalog.selectSecrets(who, { scope: { stores }, filter: null }), Date.now());
  summary.byStore();
  summary.byGroup(50);
  summary.byStatus();
  summary.byAge();
  summary.byExpiry();
}

/** The highest resident memory while every store is listed again beside what is loaded. */
async function peakOfRefresh({ catalog, stores, cache }: Opened, who: Viewer): Promise<number> {
  let peak = process.memoryUsage.rss();
  const sampling = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 2);
  await Promise.all(stores.map(({ id }) => cache.invalidate(id)));
  await total(catalog, stores, who);
  clearInterval(sampling);
  return Math.max(peak, process.memoryUsage.rss());
}

interface BareRequest {
  readonly origin: string;
  readonly method: string;
  readonly path: string;
  readonly headers: readonly string[];
  readonly body: string | null;
}

function recorder(requests: BareRequest[]) {
  return (message: unknown) => {
    const { request: made } = message as { request: BareRequest };
    requests.push({
      origin: String(made.origin),
      method: made.method,
      path: made.path,
      headers: [...made.headers],
      body: made.body,
    });
  };
}

/** The bare program: the same requests with the same headers through undici, each answer parsed, nothing else. */
async function bareLoad(requests: readonly BareRequest[], config: Config): Promise<number> {
  const files = config.stores
    .map(({ settings }) => settings.credentials as Partial<Record<string, string>>)
    .find((credentials) => credentials.certFile !== undefined);
  const tls =
    files === undefined
      ? {}
      : {
          cert: readFileSync(files.certFile ?? ''),
          key: readFileSync(files.keyFile ?? ''),
          ca: readFileSync(files.caFile ?? ''),
        };
  const byOrigin = Map.groupBy(requests, ({ origin }) => origin);
  const pools = new Map(
    [...byOrigin.keys()].map((origin) => [origin, new Pool(origin, { connections: 16, connect: tls })]),
  );
  const load = () =>
    Promise.all(
      [...byOrigin].map(([origin, calls]) =>
        pMap(
          calls,
          async ({ method, path, headers, body }) => {
            const answer = await pools
              .get(origin)
              ?.request({ method: method as 'GET', path, headers: [...headers], body });
            const text = (await answer?.body.text()) ?? '';
            return text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text;
          },
          { concurrency: 16 },
        ),
      ),
    );
  const times = await repeat(3, load);
  await Promise.all([...pools.values()].map((pool) => pool.close()));
  return quantile(times, 0.5);
}

async function startEmulators(secrets: number): Promise<{ child: ChildProcess; config: Record<string, unknown> }> {
  const child = spawn(
    process.execPath,
    ['src/main.ts', 'sandbox', '--json', '--port', '0', '--secrets', String(secrets)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let text = '';
  for await (const chunk of child.stdout) {
    text += String(chunk);
    if (text.includes('\n')) break;
  }
  return { child, config: JSON.parse(text).config };
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await run();
  return performance.now() - startedAt;
}

async function repeat(times: number, run: (round: number) => Promise<unknown>): Promise<number[]> {
  const durations: number[] = [];
  for (let round = 0; round < times; round += 1) durations.push(await timed(() => run(round)));
  return durations.sort((a, b) => a - b);
}

function quantile(sorted: readonly number[], q: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;
}

function residentBytes(): number {
  globalThis.gc?.();
  return process.memoryUsage.rss();
}

function print(rows: readonly Measured[]): void {
  const figures: readonly (readonly [string, (row: Measured) => string, ((row: Measured) => number) | null])[] = [
    ['cold load, ms', (row) => row.coldMs.toFixed(0), (row) => row.coldMs],
    ['cold load, times a bare program', (row) => row.coldToBare.toFixed(2), null],
    ['upstream requests', (row) => String(row.requests), null],
    ['page of 100: first, ms', (row) => row.firstPageMs.toFixed(1), null],
    ['page of 100: p50, ms', (row) => row.pageP50Ms.toFixed(2), (row) => row.pageP50Ms],
    ['page of 100: p99, ms', (row) => row.pageP99Ms.toFixed(2), null],
    ['contains over all names, ms', (row) => row.containsMs.toFixed(1), null],
    ['list of a principal who sees few, ms', (row) => row.narrowMs.toFixed(1), null],
    ['summary, ms', (row) => row.summaryMs.toFixed(1), null],
    ['resident memory, MiB', (row) => row.rssMiB.toFixed(0), null],
    ['KiB a secret', (row) => row.kibPerSecret.toFixed(2), null],
    ['refresh peak, times loaded', (row) => row.refreshPeak.toFixed(2), null],
  ];
  console.log(`| | ${rows.map(({ secrets }) => secrets.toLocaleString('en')).join(' | ')} | exponent |`);
  console.log(`| --- | ${rows.map(() => '--:').join(' | ')} | --: |`);
  for (const [name, text, figure] of figures) {
    console.log(`| ${name} | ${rows.map(text).join(' | ')} | ${figure === null ? '' : exponent(rows, figure)} |`);
  }
}

/** The slope of the figure over the number of secrets, both in logarithms, from the smallest to the largest size. */
function exponent(rows: readonly Measured[], figure: (row: Measured) => number): string {
  const [first, last] = [rows.at(0), rows.at(-1)];
  if (first === undefined || last === undefined || first === last) return '';
  return (Math.log(figure(last) / figure(first)) / Math.log(last.secrets / first.secrets)).toFixed(2);
}
