import { hexOf, valueFor } from '../../emulation/seed.ts';
import { pairsOf } from './input.ts';
import { DAY_MS } from './seeded.ts';
import { chainOf, type EmulatedSecret, log, makeId, type RotationJob, touch, type World } from './world.ts';

/** How long the emulated function behind each trigger works, if no client takes the job over. */
const FUNCTION_RUNS_MS = 2_000;

/**
 * Fires the trigger: a job with a token of its own. The emulator's own function starts at once, so the secret is
 * ROTATING from here; a client that calls `start` with the token (it stands in the logs) becomes the function.
 */
export function startJob(world: World, secret: EmulatedSecret, action: string): RotationJob {
  const token = makeId(world, 'job');
  const job: RotationJob = { token, runner: 'function', state: 'RUNNING', dueAt: world.now() + FUNCTION_RUNS_MS };
  secret.job = job;
  secret.status = 'ROTATING';
  secret.recentlyExecutedAction = 'rotate';
  touch(world, secret, action, token);
  return job;
}

/** Lets time pass for one secret: what the emulated function would have done by now has been done. */
export function settle(world: World, secret: EmulatedSecret): void {
  const { job } = secret;
  if (job?.state !== 'RUNNING' || job.runner !== 'function' || world.now() < job.dueAt) return;
  fillPending(secret, job);
  completeJob(world, secret, job);
}

/** New values for the keys that rotate; the others stay as they are. */
export function fillPending(secret: EmulatedSecret, job: RotationJob): string {
  const chain = chainOf(secret);
  const fresh = secret.rotationTargets.map((key) => [key, valueFor(`ncloud:job:${job.token}:${key}`)]);
  const pending = JSON.stringify({ ...pairsOf(chain.ACTIVE), ...Object.fromEntries(fresh) });
  secret.chain = { ...chain, PENDING: pending };
  return pending;
}

/** The chain shifts: active becomes previous, pending becomes active, pending is empty. */
export function completeJob(world: World, secret: EmulatedSecret, job: RotationJob): void {
  const { ACTIVE, PENDING } = chainOf(secret);
  secret.chain = { ACTIVE: PENDING, PREVIOUS: ACTIVE, PENDING: '' };
  endJob(world, secret, job, 'DONE');
  if (secret.automatic && secret.periodDays !== null) {
    secret.nextRotationDate = world.now() + secret.periodDays * DAY_MS;
  }
}

/** Whatever was pending goes; a failure is a result too. */
export function abandonJob(
  world: World,
  secret: EmulatedSecret,
  job: RotationJob,
  state: 'FAILED' | 'CANCELLED',
): void {
  secret.chain = { ...chainOf(secret), PENDING: '' };
  endJob(world, secret, job, state);
}

function endJob(world: World, secret: EmulatedSecret, job: RotationJob, state: RotationJob['state']): void {
  job.state = state;
  secret.status = 'ENABLE';
  if (state !== 'CANCELLED') {
    secret.lastRotationDate = world.now();
    secret.lastRotationResultId = hexOf(`ncloud:result:${job.token}`, 32);
  }
  secret.updateDate = world.now();
  log(world, secret, `ROTATION_${state}`, job.token);
}
