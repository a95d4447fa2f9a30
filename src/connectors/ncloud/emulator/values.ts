import { isStage, STAGES, type Stage } from '../documented.ts';
import { chainOnWire, cipherOf, succeed } from './answers.ts';
import { type Handler, refuseRevoked, requireStatus, secretIn } from './handlers.ts';
import { invalid, valueIn } from './input.ts';
import { chainOf, type EmulatedSecret, log, Refusal, touch } from './world.ts';

/** Inferred: "suspended" means that nobody reads; the pages block REVOKE and are silent about DISABLE. */
const DISABLED_BLOCKS_READING = true;

/** All slots; an empty one is left out. */
export const getValues: Handler = (exchange) => {
  const secret = secretIn(exchange);
  requireReadable(secret);
  log(exchange.world, secret, 'GET_VALUES');
  return succeed({ decryptedSecretChain: chainOnWire(chainOf(secret)), rotationTargets: secret.rotationTargets });
};

/** Lower case in the path, upper case in the answer. Inferred: an empty slot is NOT_FOUND. */
export const getStageValue: Handler = (exchange) => {
  const secret = secretIn(exchange);
  const stage = stageIn(exchange.parts.stage);
  requireReadable(secret);
  const value = chainOf(secret)[stage];
  if (value === '') throw new Refusal('NOT_FOUND');
  log(exchange.world, secret, 'GET_VALUE');
  return succeed({
    decryptedSecretValue: { value, valueStage: stage },
    rotationTargets: secret.rotationTargets,
  });
};

/** Slots that are left out stay, those sent empty are emptied; ACTIVE always holds something. */
export const updateValues: Handler = (exchange) => {
  const secret = secretIn(exchange);
  const { body } = exchange;
  refuseRevoked(secret);
  const named = STAGES.filter((stage) => body[stage.toLowerCase()] !== undefined);
  if (named.length === 0) throw invalid('values');
  const changed = { ...chainOf(secret) };
  for (const stage of named) {
    const field = stage.toLowerCase();
    changed[stage] = body[field] === '' && stage !== 'ACTIVE' ? '' : valueIn(body, field);
  }
  secret.chain = changed;
  touch(exchange.world, secret, 'UPDATE_VALUES');
  return succeed({ encryptedSecretChain: chainOnWire(changed, cipherOf) });
};

/** Written below /values, read without it. */
export const updateStageValue: Handler = (exchange) => {
  const secret = secretIn(exchange);
  const stage = stageIn(exchange.parts.stage);
  refuseRevoked(secret);
  const value = valueIn(exchange.body, 'value');
  secret.chain = { ...chainOf(secret), [stage]: value };
  touch(exchange.world, secret, 'UPDATE_VALUE');
  return succeed({ encryptedSecretValue: { value: cipherOf(value), valueStage: stage } });
};

function stageIn(segment: string | undefined): Stage {
  const stage = segment?.toUpperCase();
  if (segment !== segment?.toLowerCase() || !isStage(stage)) throw invalid('secret-value-stage');
  return stage;
}

function requireReadable(secret: EmulatedSecret): void {
  if (DISABLED_BLOCKS_READING) requireStatus(secret, 'ENABLE', 'ROTATING');
  else refuseRevoked(secret);
}
