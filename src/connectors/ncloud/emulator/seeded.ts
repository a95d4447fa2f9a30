import { daysBefore, hexOf, pick, TEAMS, valueFor } from '../../emulation/seed.ts';
import type { Chain, EmulatedKey, EmulatedSecret, EmulatedTrigger, World } from './world.ts';

/** All an unread seeded secret needs to remember of its values. */
export interface SeedFacts {
  readonly id: string;
  readonly keys: readonly string[];
  readonly hasPrevious: boolean;
}

const REGION = 'KR';
export const DAY_MS = 86_400_000;
/** How long a scheduled deletion waits: inferred (KMS, its neighbour, waits 72 hours). */
export const DELETION_WAIT_MS = 3 * DAY_MS;

/** Short, because a name has 15 characters and begins with its team; and the keys that such a secret has. */
const STEMS: readonly (readonly [stem: string, keys: readonly string[], memo: string])[] = [
  ['db', ['username', 'password'], 'Primary database'],
  ['api', ['key'], 'Partner API'],
  ['jwt', ['kid', 'key'], 'Token signing'],
  ['smtp', ['username', 'password'], 'Outgoing mail'],
  ['hook', ['secret'], 'Webhook signature'],
  ['red', ['password'], 'Redis'],
  ['s3', ['accessKey', 'secretKey'], 'Object storage'],
  ['tls', ['key'], 'TLS private key'],
  ['sso', ['clientId', 'clientSecret'], 'OAuth client'],
  ['dsn', ['dsn'], 'Error tracking'],
  ['kfk', ['username', 'password'], 'Kafka'],
  ['lic', ['key'], 'Licence'],
  ['enc', ['key'], 'Field encryption'],
  ['pgr', ['token'], 'Paging'],
];

const KEYS: readonly EmulatedKey[] = [
  key(0, '', 'default', 'ENABLE', 'GLOBAL'),
  key(1042, 'portcullis-key', 'secrets', 'ENABLE', 'ISOLATED'),
  key(1043, 'payments-key', 'payments', 'ENABLE', 'ISOLATED'),
  key(977, 'legacy-key', 'legacy', 'DISABLE', 'GLOBAL'),
];

export function seedWorld(options: { readonly secrets: number; readonly now: () => number }): World {
  const startedAt = options.now();
  const secrets = new Map<string, EmulatedSecret>();
  const names = new Set<string>();
  for (let index = 0; index < options.secrets; index += 1) {
    const secret = seedSecret(index, startedAt);
    secrets.set(secret.id, secret);
    names.add(secret.name);
  }
  return { now: options.now, secrets, names, triggers: TEAMS.map(seedTrigger), keys: KEYS, made: 0 };
}

export function chainOfSeed(seed: SeedFacts): Chain {
  const json = (stage: string) =>
    JSON.stringify(Object.fromEntries(seed.keys.map((name) => [name, valueFor(`ncloud:${seed.id}:${stage}:${name}`)])));
  return { ACTIVE: json('active'), PREVIOUS: seed.hasPrevious ? json('previous') : '', PENDING: '' };
}

function seedSecret(index: number, now: number): EmulatedSecret {
  const team = TEAMS[index % TEAMS.length] ?? 'platform';
  const round = Math.floor(index / TEAMS.length);
  const [stem, keys, memo] = STEMS[round % STEMS.length] ?? ['key', ['key'], ''];
  const copy = Math.floor(round / STEMS.length);
  const name = `${team}-${stem}${copy === 0 ? '' : copy.toString(36)}`;
  const id = hexOf(`ncloud:secret:${name}`, 64);
  const registerDate = daysBefore(now, `ncloud:registered:${name}`, [20, 900]);
  const fate = fateOf(index);
  return {
    id,
    name,
    region: REGION,
    registerDate,
    updateDate: registerDate + (index % 7) * DAY_MS,
    status: 'ENABLE',
    memo: `${memo} of ${team}`,
    expectedDestroyDate: null,
    ...manual(fate === 'linked' ? triggerIdOf(team) : null),
    protectionKey:
      index % 4 === 0
        ? { type: 'USER_MANAGED_KEY', kmsKeyTag: 'portcullis-key', boundary: 'ISOLATED' }
        : { type: 'DEFAULT', kmsKeyTag: '', boundary: 'ISOLATED' },
    chain: null,
    rotationTargets: keys,
    seed: { id, keys, hasPrevious: fate === 'automatic' || index % 5 === 0 },
    job: null,
    logs: [],
    ...(fate === 'automatic' || fate === 'failed' ? rotated(id, triggerIdOf(team), now) : {}),
    ...(fate === 'failed' ? { job: { token: hexOf(`ncloud:job:${id}`, 64), ...FAILED_JOB } } : {}),
    ...(fate === 'disabled' ? { status: 'DISABLE' } : {}),
    ...(fate === 'revoked' ? revoked(id, now) : {}),
  };
}

type Fate = 'failed' | 'revoked' | 'disabled' | 'automatic' | 'linked' | 'plain';

/** A few dozen secrets show everything there is. No trigger links a secret that is disabled or to be deleted. */
function fateOf(index: number): Fate {
  if (index % 40 === 7) return 'failed';
  if (index % 33 === 20) return 'revoked';
  if (index % 25 === 11) return 'disabled';
  return index % 3 === 0 ? 'automatic' : index % 3 === 1 ? 'linked' : 'plain';
}

const FAILED_JOB = { runner: 'function', state: 'FAILED', dueAt: 0 } as const;

function manual(triggerId: string | null) {
  return {
    automatic: false,
    periodDays: null,
    nextRotationDate: null,
    lastRotationDate: null,
    lastRotationResultId: null,
    triggerId,
    recentlyExecutedAction: null,
  };
}

function rotated(id: string, triggerId: string, now: number) {
  const lastRotationDate = daysBefore(now, `ncloud:rotated:${id}`, [1, 19]);
  const periodDays = pick([30, 60, 90], id);
  return {
    automatic: true,
    periodDays,
    updateDate: lastRotationDate,
    nextRotationDate: lastRotationDate + periodDays * DAY_MS,
    lastRotationDate,
    lastRotationResultId: hexOf(`ncloud:result:${id}`, 32),
    triggerId,
    recentlyExecutedAction: 'rotate',
  };
}

function revoked(id: string, now: number) {
  const updateDate = daysBefore(now, `ncloud:revoked:${id}`, [0, 2]);
  return { status: 'REVOKE', updateDate, expectedDestroyDate: updateDate + DELETION_WAIT_MS } as const;
}

function seedTrigger(team: string): EmulatedTrigger {
  return {
    id: triggerIdOf(team),
    name: `${team}-rotation`,
    description: `Rotates what ${team} keeps`,
    pageUrl: `https://console.ncloud.com/cloudfunctions/trigger/${triggerIdOf(team)}`,
    platform: 'VPC',
    region: REGION,
    actions: [{ name: 'rotate', description: 'Sets a new value where it is used' }],
  };
}

function triggerIdOf(team: string): string {
  return hexOf(`ncloud:trigger:${team}`, 24);
}

function key(
  keyId: number,
  keyTag: string,
  keyName: string,
  keyStatus: EmulatedKey['keyStatus'],
  kmsBoundaryType: EmulatedKey['kmsBoundaryType'],
): EmulatedKey {
  return { keyId, keyTag, keyName, keyStatus, keyType: 'AES256', kmsBoundaryType };
}
