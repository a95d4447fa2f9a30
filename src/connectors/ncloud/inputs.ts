import type { RotationRequest } from '../../domain/connector.ts';
import { badInput } from '../../domain/errors.ts';
import type { ProtectionKeyBody } from './client.ts';
import {
  KMS_BOUNDARIES,
  MAX_MEMO_BYTES,
  MAX_PERIOD_DAYS,
  MIN_PERIOD_DAYS,
  NAME_RULE,
  PROTECTION_KEY_TYPES,
  SECRET_TYPE,
  utf8Length,
} from './limits.ts';
import type { ProtectionKeyInput } from './native.ts';

/** The provider's own limits, judged before any request. Each throws BAD_USER_INPUT that names the argument. */
export function checkName(name: string): void {
  if (NAME_RULE.test(name)) return;
  throw badInput('A name has 3 to 15 letters, digits, - or _ and begins with a letter.', 'input.name');
}

export function checkMemo(memo: string | null | undefined): void {
  if (typeof memo !== 'string' || utf8Length(memo) <= MAX_MEMO_BYTES) return;
  throw badInput(`A description has at most ${MAX_MEMO_BYTES} bytes.`, 'input.description');
}

export function checkSecretType(type: string | null | undefined): void {
  if (type === null || type === undefined || type === SECRET_TYPE) return;
  throw badInput(`The only type of secret is ${SECRET_TYPE}.`, 'input.native.ncloud.secretType');
}

export function checkRotationTargets(targets: readonly string[], keys: readonly string[]): void {
  const argument = 'input.native.ncloud.rotationTargets';
  if (targets.length === 0) throw badInput('At least one key has to be a target of rotation.', argument);
  if (new Set(targets).size !== targets.length) throw badInput('A target of rotation is repeated.', argument);
  const known = new Set(keys);
  if (!targets.every((target) => known.has(target))) {
    throw badInput('Each target of rotation has to be a key of the value.', argument);
  }
}

/** What a period and a trigger may be; whether a trigger is there already is the caller's to know. */
export function checkRotation(rotation: RotationRequest): void {
  const { periodDays, triggerId } = rotation;
  if (triggerId === '') throw badInput('The id of a trigger is not empty.', 'input.rotation.triggerId');
  if (periodDays === null || periodDays === undefined) return;
  if (!rotation.automatic) {
    throw badInput('A period goes with automatic rotation only.', 'input.rotation.periodDays');
  }
  if (!Number.isInteger(periodDays) || periodDays < MIN_PERIOD_DAYS || periodDays > MAX_PERIOD_DAYS) {
    throw badInput(`A period is ${MIN_PERIOD_DAYS} to ${MAX_PERIOD_DAYS} days.`, 'input.rotation.periodDays');
  }
}

export function triggerMissing() {
  return badInput('Automatic rotation needs the id of a trigger.', 'input.rotation.triggerId');
}

/** The protection key in the upstream's words. `boundaries`: those that this call may name. */
export function toProtectionKeyBody(
  input: ProtectionKeyInput,
  rule: { readonly boundaries: readonly string[]; readonly boundaryRequired: boolean },
): ProtectionKeyBody {
  const argument = 'input.native.ncloud.protectionKey';
  const { type, kmsKeyTag, kmsBoundaryType } = input;
  if (!PROTECTION_KEY_TYPES.some((known) => known === type)) {
    throw badInput(`The type of a protection key is ${PROTECTION_KEY_TYPES.join(' or ')}.`, `${argument}.type`);
  }
  if (type === 'USER_MANAGED_KEY' ? !kmsKeyTag : Boolean(kmsKeyTag)) {
    throw badInput('A tag is given exactly with a key of type USER_MANAGED_KEY.', `${argument}.kmsKeyTag`);
  }
  checkBoundary(kmsBoundaryType ?? null, rule);
  return {
    protectionKeyType: type,
    ...(kmsKeyTag ? { kmsKeyTag } : {}),
    ...(kmsBoundaryType ? { kmsBoundaryType } : {}),
  };
}

function checkBoundary(
  boundary: string | null,
  rule: { readonly boundaries: readonly string[]; readonly boundaryRequired: boolean },
): void {
  const argument = 'input.native.ncloud.protectionKey.kmsBoundaryType';
  if (boundary === null) {
    if (!rule.boundaryRequired) return;
    throw badInput(`In this region the boundary of the key is needed: ${KMS_BOUNDARIES.join(' or ')}.`, argument);
  }
  if (!rule.boundaries.includes(boundary)) {
    throw badInput(`The boundary of the key can only be ${rule.boundaries.join(' or ')} here.`, argument);
  }
}
