import type { CallContext, CreateSecretRequest, Written } from '../../domain/connector.ts';
import { badInput, PortcullisError } from '../../domain/errors.ts';
import type { NcloudClient, NewSecretBody, ProtectionKeyBody } from './client.ts';
import {
  checkMemo,
  checkName,
  checkRotation,
  checkRotationTargets,
  checkSecretType,
  toProtectionKeyBody,
  triggerMissing,
} from './inputs.ts';
import { DEFAULT_PERIOD_DAYS, KMS_BOUNDARIES_OF_NEW_SECRETS, SECRET_TYPE } from './limits.ts';
import { createSecretNative } from './native.ts';
import { toUpstreamValue } from './value.ts';

/**
 * One POST, after every rule of the service has been judged here.
 *
 * @see https://api.ncloud-docs.com/docs/en/secretmanager-createsecret
 */
export async function createSecret(
  client: NcloudClient,
  request: CreateSecretRequest,
  { signal }: CallContext,
): Promise<Written> {
  const created = await client.createSecret(toBody(request), signal);
  refuseOtherRegion(request, created.region);
  return { id: [created.secretId], ...created.receipt };
}

function toBody(request: CreateSecretRequest): NewSecretBody {
  const native = createSecretNative.parse(request.native ?? {});
  checkName(request.name);
  checkMemo(request.description);
  checkSecretType(native.secretType);
  const { json, keys } = toUpstreamValue(request.value);
  const rotationTargets = native.rotationTargets ?? keys;
  checkRotationTargets(rotationTargets, keys);
  return {
    secretName: request.name,
    ...(request.description ? { memo: request.description } : {}),
    secretValue: { value: json, rotationTargets },
    secretType: SECRET_TYPE,
    ...rotationOf(request),
    ...protectionKeyOf(native.protectionKey),
  };
}

function rotationOf({
  rotation,
}: CreateSecretRequest): Pick<NewSecretBody, 'autoRotationYN' | 'autoRotationPeriod' | 'triggerId'> {
  if (rotation === null || rotation === undefined) return { autoRotationYN: 'N' };
  checkRotation(rotation);
  const { automatic, periodDays, triggerId } = rotation;
  if (!automatic) {
    // The service reads a trigger only together with automatic rotation: it must not be dropped in silence.
    if (triggerId)
      throw badInput('A new secret takes a trigger with automatic rotation only.', 'input.rotation.triggerId');
    return { autoRotationYN: 'N' };
  }
  if (!triggerId) throw triggerMissing();
  return { autoRotationYN: 'Y', autoRotationPeriod: periodDays ?? DEFAULT_PERIOD_DAYS, triggerId };
}

function protectionKeyOf(input: Parameters<typeof toProtectionKeyBody>[0] | null | undefined): ProtectionKeyBody {
  if (input === null || input === undefined) return { protectionKeyType: 'DEFAULT' };
  return toProtectionKeyBody(input, { boundaries: KMS_BOUNDARIES_OF_NEW_SECRETS, boundaryRequired: false });
}

/** A creation names no region: the endpoint has one. That it is the asked one shows only in the answer. */
function refuseOtherRegion({ group }: CreateSecretRequest, region: string | null): void {
  if (group === null || region === null || region === group.nativeId) return;
  throw new PortcullisError('CONFLICT', 'The secret was created, but in another region than the one asked for.', {
    argument: 'input.group',
    outcome: 'APPLIED',
  });
}
