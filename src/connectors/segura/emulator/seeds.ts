import { daysBefore, hexOf, numberOf, SECRET_STEMS, TEAMS, valueFor } from '../../emulation/seed.ts';
import { formatLocalDate } from '../dates.ts';
import type { ValueMap } from './bodies.ts';
import type { EmulatedSecret } from './vault.ts';

const SERVICES = ['checkout', 'ledger', 'gateway', 'worker', 'reports', 'admin'] as const;
/** The engines that the vendor's own filter lists; Generic is the default. */
const ENGINES = ['Generic', 'Generic', 'GitLab', 'Kubernetes', 'Ansible'] as const;
const FIRST_ID = 101;

/** The n-th secret of the vault; its values are made when somebody asks for them. */
export function seedSecret(index: number, now: number): EmulatedSecret {
  const round = Math.floor(index / (TEAMS.length * SECRET_STEMS.length * SERVICES.length));
  const service = SERVICES[Math.floor(index / (TEAMS.length * SECRET_STEMS.length)) % SERVICES.length];
  const stem = SECRET_STEMS[Math.floor(index / TEAMS.length) % SECRET_STEMS.length];
  const suffix = round === 0 ? '' : `-${round + 1}`;
  const identity = `${TEAMS[index % TEAMS.length]}/${service}/${stem}${suffix}`;
  const number = numberOf(`segura:${identity}`);
  // One in five expires, the nearest in about a week.
  const lifeMs = now - daysBefore(now, identity, [7, 300]);
  const expiresAt = number % 5 === 0 ? Math.floor((now + lifeMs) / 1_000) * 1_000 : null;
  return {
    id: String(FIRST_ID + index),
    name: identity.replaceAll('/', '-'),
    identity,
    version: String(1 + (number % 9)),
    description: '',
    expirationDate: expiresAt === null ? '' : (formatLocalDate(expiresAt, 'UTC') ?? ''),
    expiresAt,
    engine: ENGINES[number % ENGINES.length] ?? 'Generic',
    maps: null,
    json: null,
  };
}

/** Most hold one map of one pair; some a cloud key or a login, or two maps that repeat a key. */
export function seedMaps(identity: string): readonly ValueMap[] {
  const value = (name: string) => valueFor(`segura:${identity}:${name}`);
  const variable = (identity.split('/').at(-1) ?? 'value').replaceAll('-', '_').toUpperCase();
  if (variable.startsWith('S3_')) {
    const id = `AKIA${hexOf(identity, 16).toUpperCase()}`;
    return [{ AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: value('secret'), TTL: null }];
  }
  if (variable.startsWith('DB_')) {
    const hostname = `db-${hexOf(identity, 12)}.example.internal`;
    return [{ hostname, username: `svc-${hexOf(`user:${identity}`, 10)}`, password: value('password') }];
  }
  if (variable.startsWith('KAFKA_')) {
    return [
      { [variable]: value('first'), ROLE: value('producer') },
      { [variable]: value('second'), ROLE: value('consumer') },
    ];
  }
  return [{ [variable]: value('value') }];
}
