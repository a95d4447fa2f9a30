import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROVIDERS } from '../../../src/connectors/registry.ts';
import { type Sandbox, startSandbox } from '../../../src/sandbox/sandbox.ts';
import type { Answer } from '../../support/gateway.ts';
import { startRedisServer } from '../../support/redis-server.ts';
import { Canaries } from './canaries.ts';
import { type HostileStores, startHostileStores } from './hostile-stores.ts';
import { tapRedis } from './redis-tap.ts';
import { type Exchange, startRemoteGateway } from './remote-gateway.ts';

const ROLES = ['admin', 'auditor'] as const;
export type Role = (typeof ROLES)[number];

/** Everything at once: emulators and stores that say too much here, a Redis, and the gateway in its own process. */
export type Scene = Awaited<ReturnType<typeof openScene>>;

const SECRETS = 40;
/** Short, so that a store that hangs costs little; long enough for two busy cores. */
const STORE_TIMEOUT_MS = 1_500;

export async function startScene(redisProgram: string) {
  const opened = new AsyncDisposableStack();
  try {
    return await openScene(redisProgram, opened);
  } catch (error) {
    await opened.disposeAsync();
    throw error;
  }
}

async function openScene(redisProgram: string, opened: AsyncDisposableStack) {
  const canaries = new Canaries();
  let count = 0;
  const sandbox = await startSandbox({
    providers: PROVIDERS,
    secrets: SECRETS,
    firstPort: 0,
    now: Date.now,
  });
  opened.defer(() => sandbox.close());
  const hostile = await startHostileStores(sandbox, canaries);
  opened.defer(() => hostile.close());
  const redis = await startRedisServer({ program: redisProgram });
  opened.defer(() => redis.close());
  const tap = await tapRedis(redis.url);
  opened.defer(() => tap.close());
  const redisPassword = canaries.plant('password of Redis', ['heap']);
  await redis.admin.call('ACL', 'SETUSER', 'gateway', 'on', `>${redisPassword}`, '~*', '&*', '+@all');

  const tokens = Object.fromEntries(ROLES.map((role) => [role, canaries.plant(`token of ${role}`)]));
  plantCredentials(sandbox, canaries);
  const redisUrl = redis.url.replace('//', `//gateway:${redisPassword}@`);
  const gateway = await startRemoteGateway((folder) =>
    configOf({ sandbox, hostile, canaries, tokens, redisUrl, auditFile: join(folder, 'audit.jsonl') }),
  );
  opened.defer(() => gateway.close());

  const post = async (body: Readonly<Record<string, unknown>>, label: string, role: Role = 'admin') =>
    gateway.send({
      label,
      headers: { authorization: `Bearer ${tokens[role]}` },
      body: JSON.stringify(body),
    });
  const emulators = Object.fromEntries(sandbox.stores.map(({ name, emulator }) => [name, emulator]));

  return {
    canaries,
    gateway,
    redis,
    tap,
    emulators,
    tokens,
    post,
    /** Another number each time. */
    nextNumber: () => {
      count += 1;
      return count;
    },
    /** Plants every value that an emulator holds now. */
    plantHeldValues() {
      for (const { name, emulator } of sandbox.stores) {
        for (const [index, value] of emulator.values().entries()) canaries.add(`value ${index} in ${name}`, value);
      }
    },
    /** Closes what was opened last first. */
    close: () => opened.disposeAsync(),
  };
}

function configOf(parts: {
  readonly sandbox: Sandbox;
  readonly hostile: HostileStores;
  readonly canaries: Canaries;
  readonly tokens: Readonly<Record<string, string>>;
  readonly redisUrl: string;
  readonly auditFile: string;
}): unknown {
  const { sandbox, hostile, canaries, tokens, redisUrl, auditFile } = parts;
  const sealingKey = randomBytes(32).toString('hex');
  canaries.add('sealing key', sealingKey, ['heap']);
  const stores = [...(sandbox.config.stores as readonly object[]), ...hostile.storeConfigs];
  return {
    server: {
      port: 0,
      sealingKeys: [{ name: 'test', key: sealingKey }],
      // Every request is to arrive: what is refused at the door shows nothing.
      rateLimit: { perMinute: 0, perAddressPerMinute: 0 },
    },
    reveal: { perMinute: 1_000_000 },
    limits: { maxCost: 100_000_000 },
    audit: { file: auditFile, reads: true },
    log: { level: 'debug' },
    cache: { redis: { url: redisUrl, keyPrefix: 'leak:' } },
    stores: stores.map((store) => ({ ...store, timeoutMs: STORE_TIMEOUT_MS })),
    auth: {
      tokens: Object.entries(tokens).map(([role, token]) => ({
        name: role,
        sha256: createHash('sha256').update(token).digest('hex'),
        roles: [role],
      })),
    },
    policy: sandbox.config.policy,
  };
}

/** What the gateway identifies itself with towards its stores: it has to hold it, and must not show it. */
function plantCredentials(sandbox: Sandbox, canaries: Canaries): void {
  for (const { name, emulator } of sandbox.stores) {
    const credentials = (emulator.storeConfig.credentials ?? {}) as Readonly<Record<string, string>>;
    for (const key of ['token', 'clientSecret', 'secretKey']) {
      const secret = credentials[key];
      if (secret !== undefined) canaries.add(`${key} of ${name}`, secret, ['heap']);
    }
    if (credentials.keyFile === undefined) continue;
    const lines = readFileSync(credentials.keyFile, 'utf8').split('\n');
    canaries.add(`private key of ${name}`, lines[1] ?? '', ['heap']);
  }
}

export function answerOf<Data>({ status, body }: Exchange): Answer<Data> {
  const parsed = JSON.parse(body) as Partial<Answer<Data>>;
  return {
    status,
    data: (parsed.data ?? null) as Data,
    errors: parsed.errors ?? [],
    extensions: parsed.extensions ?? {},
    text: body,
  };
}
