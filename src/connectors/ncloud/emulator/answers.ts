import { hexOf } from '../../emulation/seed.ts';
import type { EmulatedAnswer } from '../../emulation/server.ts';
import { type DocumentedError, GATEWAY_ERRORS, SERVICE_ERRORS, STAGES, SUCCESS } from '../documented.ts';
import type { Chain, EmulatedKey, EmulatedSecret, EmulatedTrigger, Refusal, World } from './world.ts';

const ERRORS: Readonly<Record<string, DocumentedError>> = { ...SERVICE_ERRORS, ...GATEWAY_ERRORS };

export function succeed(data: unknown): EmulatedAnswer {
  return { status: 200, body: { code: SUCCESS, data } };
}

/** Service and gateway share one envelope; neither has a `code` at its top. */
export function fail({ code, details }: Refusal): EmulatedAnswer {
  const { status, message } = ERRORS[code] ?? SERVICE_ERRORS.INTERNAL_SERVER_ERROR;
  const error = { errorCode: code, message, ...(details === undefined ? {} : { details }) };
  return { status, body: { error } };
}

export function listed(secret: EmulatedSecret) {
  return {
    secretId: secret.id,
    secretName: secret.name,
    secretStatus: secret.status,
    secretType: 'BASIC',
    region: secret.region,
    registerDate: secret.registerDate,
  };
}

/** Dates that do not apply are left out, not null. */
export function detailed(world: World, secret: EmulatedSecret) {
  return {
    ...listed(secret),
    memo: secret.memo,
    ...given('expectedDestroyDate', secret.expectedDestroyDate),
    updateDate: secret.updateDate,
    ...rotationSettings(world, secret),
    // The only value that any edition of the documents prints.
    rotationPhase: 'NONE',
    ...given('lastRotationDate', secret.lastRotationDate),
    ...given('lastRotationResultId', secret.lastRotationResultId),
    protectionKey: protectionKeyOf(world, secret),
  };
}

export function rotationSettings(world: World, secret: EmulatedSecret) {
  const trigger = world.triggers.find(({ id }) => id === secret.triggerId);
  return {
    autoRotationYN: secret.automatic ? 'Y' : 'N',
    ...given('autoRotationPeriod', secret.automatic ? secret.periodDays : null),
    ...given('nextRotationDate', secret.automatic ? secret.nextRotationDate : null),
    ...(trigger === undefined ? {} : { trigger: linkedTrigger(trigger, secret) }),
  };
}

export function protectionKeyOf(world: World, { protectionKey }: EmulatedSecret) {
  const { type, kmsKeyTag, boundary } = protectionKey;
  const key = world.keys.find(({ keyTag }) => keyTag === kmsKeyTag);
  return { type, kmsKeyTag, kmsKeyName: key?.keyName ?? '', kmsBoundaryType: boundary };
}

export function keyOf(key: EmulatedKey) {
  return { ...key };
}

/** Updates echo what was stored: ciphertext. */
export function cipherOf(plain: string): string {
  return plain === '' ? '' : `ncpkms:v1:${Buffer.from(hexOf(`ncloud:cipher:${plain}`, 96), 'hex').toString('base64')}`;
}

/** The chain under its names on the wire, without the empty slots. */
export function chainOnWire(chain: Chain, write: (value: string) => string = (value) => value) {
  return Object.fromEntries(
    STAGES.filter((stage) => chain[stage] !== '').map((stage) => [stage.toLowerCase(), write(chain[stage])]),
  );
}

function linkedTrigger(trigger: EmulatedTrigger, secret: EmulatedSecret) {
  return {
    id: trigger.id,
    name: trigger.name,
    url: trigger.pageUrl,
    ...given('recentlyExecutedAction', secret.recentlyExecutedAction),
  };
}

function given(name: string, value: string | number | null): Readonly<Record<string, string | number>> {
  return value === null ? {} : { [name]: value };
}
