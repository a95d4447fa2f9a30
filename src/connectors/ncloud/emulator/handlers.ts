import type { EmulatedAnswer } from '../../emulation/server.ts';
import { ASSUMED_PAGE_SIZE, KMS_BOUNDARIES, KMS_BOUNDARIES_OF_NEW_SECRETS, NAME_RULE } from '../limits.ts';
import { detailed, keyOf, listed, protectionKeyOf, succeed } from './answers.ts';
import {
  type Body,
  invalid,
  keysOf,
  memoIn,
  numberIn,
  periodIn,
  protectionKeyIn,
  triggerIn,
  valueIn,
} from './input.ts';
import { settle } from './runner.ts';
import { DAY_MS, DELETION_WAIT_MS } from './seeded.ts';
import { type EmulatedSecret, makeId, Refusal, touch, type UpstreamStatus, type World } from './world.ts';

export interface Exchange {
  readonly world: World;
  readonly parts: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Body;
}

export type Handler = (exchange: Exchange) => EmulatedAnswer;

/** The secret that the path names, as it is by now. */
export function secretIn({ world, parts }: Exchange): EmulatedSecret {
  const secret = world.secrets.get(parts.id ?? '');
  if (secret === undefined) throw new Refusal('NOT_FOUND');
  settle(world, secret);
  return secret;
}

export function requireStatus(secret: EmulatedSecret, ...allowed: readonly UpstreamStatus[]): void {
  if (!allowed.includes(secret.status)) throw new Refusal('UNPROCESSABLE_ENTITY');
}

/** "-> REVOKE blocked" of the documents. */
export function refuseRevoked(secret: EmulatedSecret): void {
  requireStatus(secret, 'ENABLE', 'DISABLE', 'ROTATING');
}

/** Pages from 1; the documents' own example asks for page 0 and is taken for page 1. */
export const listSecrets: Handler = ({ world, query }) => {
  const pageNo = Math.max(1, numberIn(query, 'pageNo', 1));
  const totalCount = world.secrets.size;
  const page = [
    ...world.secrets
      .values()
      .drop((pageNo - 1) * ASSUMED_PAGE_SIZE)
      .take(ASSUMED_PAGE_SIZE),
  ];
  return succeed({
    totalPageNo: Math.ceil(totalCount / ASSUMED_PAGE_SIZE),
    currentPageNo: pageNo,
    totalCount,
    secretList: page.map((secret) => {
      settle(world, secret);
      return listed(secret);
    }),
  });
};

export const getSecret: Handler = (exchange) => succeed(detailed(exchange.world, secretIn(exchange)));

export const createSecret: Handler = ({ world, body }) => {
  const { secretName, secretValue, secretType } = body;
  if (typeof secretName !== 'string' || !NAME_RULE.test(secretName)) throw invalid('secretName');
  if (secretType !== 'BASIC') throw invalid('secretType');
  const { value, rotationTargets } = valueObject(secretValue);
  const memo = memoIn(body, false);
  const rotation = newRotation(world, body);
  const protectionKey = protectionKeyIn(world, body, { boundaries: KMS_BOUNDARIES_OF_NEW_SECRETS, required: false });
  // Inferred: a name is unique in account and region, and a second one breaks a rule.
  if (world.names.has(secretName)) throw new Refusal('UNPROCESSABLE_ENTITY');
  const now = world.now();
  const secret: EmulatedSecret = {
    id: makeId(world, 'secret'),
    name: secretName,
    region: 'KR',
    registerDate: now,
    updateDate: now,
    status: 'ENABLE',
    memo,
    expectedDestroyDate: null,
    ...rotation,
    lastRotationDate: null,
    lastRotationResultId: null,
    recentlyExecutedAction: null,
    protectionKey,
    chain: { ACTIVE: value, PREVIOUS: '', PENDING: '' },
    rotationTargets,
    seed: null,
    job: null,
    logs: [],
  };
  world.secrets.set(secret.id, secret);
  world.names.add(secret.name);
  touch(world, secret, 'CREATE');
  return succeed(detailed(world, secret));
};

export const updateMemo: Handler = (exchange) => {
  const secret = secretIn(exchange);
  refuseRevoked(secret);
  secret.memo = memoIn(exchange.body, true);
  touch(exchange.world, secret, 'UPDATE_MEMO');
  return succeed({ secretId: secret.id, memo: secret.memo, updateDate: secret.updateDate });
};

export const updateProtectionKey: Handler = (exchange) => {
  const secret = secretIn(exchange);
  refuseRevoked(secret);
  const required = secret.region === 'KR';
  secret.protectionKey = protectionKeyIn(exchange.world, exchange.body, { boundaries: KMS_BOUNDARIES, required });
  touch(exchange.world, secret, 'UPDATE_PROTECTION_KEY');
  return succeed({ secretId: secret.id, protectionKey: protectionKeyOf(exchange.world, secret) });
};

export const enable: Handler = (exchange) => changeStatus(exchange, ['DISABLE'], 'ENABLE');
export const disable: Handler = (exchange) => changeStatus(exchange, ['ENABLE'], 'DISABLE');
/** Leaves DISABLE, whatever it was before. */
export const cancelDeletion: Handler = (exchange) => changeStatus(exchange, ['REVOKE'], 'DISABLE');
export const requestDeletion: Handler = (exchange) => changeStatus(exchange, ['ENABLE', 'DISABLE', 'REVOKE'], 'REVOKE');

export const deleteSecret: Handler = (exchange) => {
  const secret = secretIn(exchange);
  requireStatus(secret, 'REVOKE');
  exchange.world.secrets.delete(secret.id);
  exchange.world.names.delete(secret.name);
  return succeed(null);
};

export const listKeys: Handler = ({ world }) => succeed({ keyList: world.keys.map(keyOf) });

export const listTriggers: Handler = ({ world }) => {
  const linked = new Map<string, string[]>(world.triggers.map(({ id }) => [id, []]));
  for (const secret of world.secrets.values()) {
    if (secret.triggerId !== null) linked.get(secret.triggerId)?.push(secret.id);
  }
  return succeed({
    triggerList: world.triggers.map(({ actions, ...trigger }) => ({
      ...trigger,
      linkedSecretList: linked.get(trigger.id) ?? [],
      actionList: actions,
    })),
  });
};

/** Another paging shape than the list of secrets. What an entry holds beyond the job's token is inferred. */
export const listLogs: Handler = (exchange) => {
  const secret = secretIn(exchange);
  const { query } = exchange;
  const [pageNo, pageSize] = [Math.max(1, numberIn(query, 'pageNo', 1)), Math.max(1, numberIn(query, 'pageSize', 100))];
  const from = numberIn(query, 'timestampFrom', 0);
  const to = numberIn(query, 'timestampTo', Number.MAX_SAFE_INTEGER);
  const keyword = query.get('keyword') ?? '';
  const found = secret.logs
    .filter((entry) => entry.timestamp >= from && entry.timestamp <= to && entry.message.includes(keyword))
    .toReversed();
  return succeed({
    pageSize,
    currentPage: pageNo,
    totalPage: Math.ceil(found.length / pageSize),
    totalCount: found.length,
    paged: true,
    result: found.slice((pageNo - 1) * pageSize, pageNo * pageSize),
  });
};

function changeStatus(exchange: Exchange, from: readonly UpstreamStatus[], to: UpstreamStatus): EmulatedAnswer {
  const { world } = exchange;
  const secret = secretIn(exchange);
  requireStatus(secret, ...from);
  secret.status = to;
  secret.expectedDestroyDate = to === 'REVOKE' ? world.now() + DELETION_WAIT_MS : null;
  touch(world, secret, to);
  return succeed({
    secretId: secret.id,
    secretStatus: secret.status,
    updateDate: secret.updateDate,
    ...(secret.expectedDestroyDate === null ? {} : { expectedDestroyDate: secret.expectedDestroyDate }),
  });
}

function valueObject(input: unknown): { readonly value: string; readonly rotationTargets: readonly string[] } {
  const body: Body = typeof input === 'object' && input !== null ? (input as Body) : {};
  const value = valueIn(body, 'value');
  const { rotationTargets } = body;
  const keys = keysOf(value);
  const fits =
    Array.isArray(rotationTargets) && rotationTargets.length > 0 && rotationTargets.every((key) => keys.includes(key));
  if (!fits) throw invalid('secretValue.rotationTargets');
  return { value, rotationTargets };
}

function newRotation(
  world: World,
  body: Body,
): Pick<EmulatedSecret, 'automatic' | 'periodDays' | 'nextRotationDate' | 'triggerId'> {
  if (body.autoRotationYN !== 'Y' && body.autoRotationYN !== 'N') throw invalid('autoRotationYN');
  if (body.autoRotationYN === 'N') {
    return { automatic: false, periodDays: null, nextRotationDate: null, triggerId: null };
  }
  const periodDays = periodIn(body, 'autoRotationPeriod', true);
  const triggerId = triggerIn(world, body);
  return { automatic: true, periodDays, nextRotationDate: world.now() + periodDays * DAY_MS, triggerId };
}
