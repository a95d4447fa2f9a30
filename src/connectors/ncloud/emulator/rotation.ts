import { rotationSettings, succeed } from './answers.ts';
import { type Handler, refuseRevoked, requireStatus, secretIn } from './handlers.ts';
import { periodIn, triggerIn } from './input.ts';
import { abandonJob, startJob } from './runner.ts';
import { DAY_MS } from './seeded.ts';
import { chainOf, type EmulatedSecret, Refusal, touch, type World } from './world.ts';

export const enableAutoRotation: Handler = (exchange) => {
  const { world, body } = exchange;
  const secret = secretIn(exchange);
  refuseRevoked(secret);
  if (body.triggerId !== undefined) link(secret, triggerIn(world, body));
  if (secret.triggerId === null) throw new Refusal('INVALID_REQUEST', 'triggerId');
  schedule(world, secret, periodIn(body, 'rotationPeriod', false));
  touch(world, secret, 'ENABLE_AUTO_ROTATION');
  return succeed({ secretId: secret.id, ...rotationSettings(world, secret) });
};

export const disableAutoRotation: Handler = (exchange) => {
  const secret = secretIn(exchange);
  refuseRevoked(secret);
  secret.automatic = false;
  secret.nextRotationDate = null;
  touch(exchange.world, secret, 'DISABLE_AUTO_ROTATION');
  return succeed({ secretId: secret.id, autoRotationYN: 'N' });
};

export const updateRotationPeriod: Handler = (exchange) => {
  const { world } = exchange;
  const secret = secretIn(exchange);
  refuseRevoked(secret);
  const period = periodIn(exchange.body, 'rotationPeriod', true);
  if (!secret.automatic) throw new Refusal('UNPROCESSABLE_ENTITY');
  schedule(world, secret, period);
  touch(world, secret, 'UPDATE_ROTATION_PERIOD');
  const { nextRotationDate } = secret;
  return succeed({ secretId: secret.id, autoRotationYN: 'Y', autoRotationPeriod: period, nextRotationDate });
};

export const updateTrigger: Handler = (exchange) => {
  const { world } = exchange;
  const secret = secretIn(exchange);
  refuseRevoked(secret);
  link(secret, triggerIn(world, exchange.body));
  touch(world, secret, 'UPDATE_TRIGGER');
  return succeed({ secretId: secret.id, ...rotationSettings(world, secret) });
};

/** Refused while automatic rotation is on. */
export const deleteTrigger: Handler = (exchange) => {
  const secret = secretIn(exchange);
  refuseRevoked(secret);
  if (secret.automatic || secret.triggerId === null) throw new Refusal('UNPROCESSABLE_ENTITY');
  secret.triggerId = null;
  touch(exchange.world, secret, 'DELETE_TRIGGER');
  return succeed(null);
};

export const executeRotation: Handler = (exchange) => {
  const secret = secretIn(exchange);
  requireStatus(secret, 'ENABLE');
  if (secret.triggerId === null) throw new Refusal('UNPROCESSABLE_ENTITY');
  startJob(exchange.world, secret, 'EXECUTE_ROTATION');
  return succeed(null);
};

export const retryRotation: Handler = (exchange) => {
  const secret = secretIn(exchange);
  requireStatus(secret, 'ENABLE');
  if (secret.job?.state !== 'FAILED' || secret.triggerId === null) throw new Refusal('UNPROCESSABLE_ENTITY');
  startJob(exchange.world, secret, 'RETRY_ROTATION');
  return succeed(null);
};

export const cancelRotation: Handler = (exchange) => {
  const secret = secretIn(exchange);
  requireStatus(secret, 'ROTATING');
  if (secret.job !== null) abandonJob(exchange.world, secret, secret.job, 'CANCELLED');
  return succeed(null);
};

/** "The previous value becomes active again"; that the slot it came from is empty then is inferred. */
export const rollbackRotation: Handler = (exchange) => {
  const secret = secretIn(exchange);
  requireStatus(secret, 'ENABLE');
  const chain = chainOf(secret);
  if (chain.PREVIOUS === '') throw new Refusal('UNPROCESSABLE_ENTITY');
  secret.chain = { ACTIVE: chain.PREVIOUS, PREVIOUS: '', PENDING: '' };
  touch(exchange.world, secret, 'ROLLBACK_ROTATION');
  return succeed(null);
};

/** A trigger links no secret that is disabled or waits for its deletion. */
function link(secret: EmulatedSecret, triggerId: string): void {
  requireStatus(secret, 'ENABLE', 'ROTATING');
  secret.triggerId = triggerId;
}

function schedule(world: World, secret: EmulatedSecret, periodDays: number): void {
  secret.automatic = true;
  secret.periodDays = periodDays;
  secret.nextRotationDate = world.now() + periodDays * DAY_MS;
}
