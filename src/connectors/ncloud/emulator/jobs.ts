import { numberOf } from '../../emulation/seed.ts';
import { chainOnWire, succeed } from './answers.ts';
import { type Exchange, type Handler, secretIn } from './handlers.ts';
import { type Body, invalid, valueIn } from './input.ts';
import { abandonJob, completeJob, fillPending } from './runner.ts';
import { chainOf, type EmulatedSecret, log, Refusal, type RotationJob, type World } from './world.ts';

/** Called by the function behind a trigger, with the token that the service gave it for this job. */
export const startJob: Handler = (exchange) => {
  const { secret, job } = jobIn(exchange);
  if (job.runner === 'client') throw new Refusal('UNPROCESSABLE_ENTITY');
  job.runner = 'client';
  log(exchange.world, secret, 'START_JOB', job.token);
  return succeed({ decryptedSecretChain: chainOnWire(chainOf(secret)), rotationTargets: secret.rotationTargets });
};

export const addPending: Handler = (exchange) => {
  const { secret, job } = startedJobIn(exchange);
  const pending = fillPending(secret, job);
  log(exchange.world, secret, 'ADD_PENDING', job.token);
  return succeed({ pending });
};

export const updatePending: Handler = (exchange) => {
  const { secret, job } = startedJobIn(exchange);
  const pending = valueIn(exchange.body, 'value');
  secret.chain = { ...chainOf(secret), PENDING: pending };
  log(exchange.world, secret, 'UPDATE_PENDING', job.token);
  return succeed({ pending });
};

export const complete: Handler = (exchange) => {
  const { secret, job } = startedJobIn(exchange);
  if (chainOf(secret).PENDING === '') throw new Refusal('UNPROCESSABLE_ENTITY');
  completeJob(exchange.world, secret, job);
  return succeed(null);
};

export const fail: Handler = (exchange) => {
  const { secret, job } = startedJobIn(exchange);
  abandonJob(exchange.world, secret, job, 'FAILED');
  return succeed(null);
};

/** The one answer without an envelope. */
export const generateRandomSecret: Handler = (exchange) => {
  const { job } = startedJobIn(exchange);
  return { status: 200, body: { randomString: randomText(exchange.world, job, exchange.body) } };
};

function jobIn(exchange: Exchange): { readonly secret: EmulatedSecret; readonly job: RotationJob } {
  const secret = secretIn(exchange);
  const { job } = secret;
  if (job === null || job.token !== exchange.parts.token) throw new Refusal('NOT_FOUND');
  if (job.state !== 'RUNNING') throw new Refusal('UNPROCESSABLE_ENTITY');
  return { secret, job };
}

function startedJobIn(exchange: Exchange): ReturnType<typeof jobIn> {
  const found = jobIn(exchange);
  if (found.job.runner !== 'client') throw new Refusal('UNPROCESSABLE_ENTITY');
  return found;
}

const ALPHABETS = {
  uppercase: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  lowercase: 'abcdefghijklmnopqrstuvwxyz',
  numbers: '0123456789',
  punctuation: '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
  space: ' ',
} as const;

/** By the documented options; the "chance" follows from the token, so that a run can be repeated. */
function randomText(world: World, job: RotationJob, body: Body): string {
  const { length } = body;
  if (typeof length !== 'number' || !Number.isInteger(length) || length < 5 || length > 32) throw invalid('length');
  const alphabets = alphabetsOf(body);
  const all = alphabets.join('');
  if (all === '') throw invalid('excludeCharacters');
  world.made += 1;
  const roll = (index: number) => numberOf(`${job.token}:${world.made}:${index}`);
  const each = body.requireEachIncludedType !== false;
  const characters = Array.from({ length }, (_, index) => {
    const from = each ? (alphabets[index] ?? all) : all;
    return from[roll(index) % from.length] ?? '';
  });
  return characters
    .map((character, index) => ({ character, rank: roll(index + length) }))
    .toSorted((left, right) => left.rank - right.rank)
    .map(({ character }) => character)
    .join('');
}

function alphabetsOf(body: Body): string[] {
  const excluded = typeof body.excludeCharacters === 'string' ? body.excludeCharacters : '';
  const kept = [
    body.excludeUppercase === true ? '' : ALPHABETS.uppercase,
    body.excludeLowercase === true ? '' : ALPHABETS.lowercase,
    body.excludeNumbers === true ? '' : ALPHABETS.numbers,
    body.excludePunctuation === true ? '' : ALPHABETS.punctuation,
    body.includeSpace === false ? '' : ALPHABETS.space,
  ];
  return kept
    .map((alphabet) => [...alphabet].filter((character) => !excluded.includes(character)).join(''))
    .filter((alphabet) => alphabet !== '');
}
