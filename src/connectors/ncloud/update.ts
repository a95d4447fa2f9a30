import type {
  CallContext,
  RotationRequest,
  UpdateSecretRequest,
  UpstreamReceipt,
  Written,
} from '../../domain/connector.ts';
import { badInput, PortcullisError } from '../../domain/errors.ts';
import type { Rotation, Secret } from '../../domain/model.ts';
import type { NcloudClient } from './client.ts';
import { checkMemo, checkRotation, toProtectionKeyBody, triggerMissing } from './inputs.ts';
import { DEFAULT_PERIOD_DAYS, KMS_BOUNDARIES, REGION_THAT_NAMES_BOUNDARIES } from './limits.ts';
import { updateSecretNative } from './native.ts';
import { idOf, refuseIn } from './state.ts';

/** One request of an update, and what it is called when only it and its forerunners took effect. */
interface Step {
  readonly name: string;
  readonly run: (signal: AbortSignal) => Promise<UpstreamReceipt>;
}

/**
 * Description, protection key and rotation each have an endpoint of their own: always in this order, one after the
 * other, so that `applied` of a PARTIAL error tells exactly how far it came.
 *
 * @throws PortcullisError BAD_USER_INPUT or CONFLICT before the first request; PARTIAL after it.
 */
export async function updateSecret(
  client: NcloudClient,
  request: UpdateSecretRequest,
  { signal }: CallContext,
): Promise<Written> {
  const steps = [...memoSteps(client, request), ...keySteps(client, request), ...rotationSteps(client, request)];
  if (steps.length === 0) throw badInput('Nothing would change.', 'input');
  refuseIn(request.secret, 'ROTATING', 'DELETING', 'DELETED');
  return { id: request.secret.id, ...(await runSteps(steps, signal)) };
}

/** Also the way of a deletion in two calls. */
export async function runSteps(steps: readonly Step[], signal: AbortSignal): Promise<UpstreamReceipt> {
  const applied: string[] = [];
  let receipt: UpstreamReceipt = { upstreamStatus: null, upstreamCode: null, upstreamMessage: null };
  for (const step of steps) {
    try {
      receipt = await step.run(signal);
    } catch (error) {
      if (applied.length === 0 || !(error instanceof PortcullisError)) throw error;
      throw error.with({ outcome: 'PARTIAL', applied });
    }
    applied.push(step.name);
  }
  return receipt;
}

function memoSteps(client: NcloudClient, { secret, description }: UpdateSecretRequest): Step[] {
  if (description === undefined) return [];
  checkMemo(description);
  const memo = description ?? '';
  return [{ name: 'description', run: (signal) => client.putMemo(idOf(secret), memo, signal) }];
}

function keySteps(client: NcloudClient, { secret, native }: UpdateSecretRequest): Step[] {
  const { protectionKey } = updateSecretNative.parse(native ?? {});
  if (protectionKey === undefined) return [];
  if (protectionKey === null) {
    throw badInput(
      'A secret always has a protection key: give the type DEFAULT to go back to it.',
      'input.native.ncloud.protectionKey',
    );
  }
  const body = toProtectionKeyBody(protectionKey, {
    boundaries: KMS_BOUNDARIES,
    boundaryRequired: secret.group?.name === REGION_THAT_NAMES_BOUNDARIES,
  });
  return [
    { name: 'native.ncloud.protectionKey', run: (signal) => client.putProtectionKey(idOf(secret), body, signal) },
  ];
}

function rotationSteps(client: NcloudClient, { secret, rotation }: UpdateSecretRequest): Step[] {
  if (rotation === undefined) return [];
  const wish: RotationRequest = rotation ?? { automatic: false, triggerId: null };
  checkRotation(wish);
  return wish.automatic ? automaticSteps(client, secret, wish) : manualSteps(client, secret, wish);
}

function automaticSteps(client: NcloudClient, secret: Secret, wish: RotationRequest): Step[] {
  const { triggerId } = wish;
  const linked = secret.rotation?.trigger?.nativeId;
  if (triggerId === null || (triggerId === undefined && linked === undefined)) throw triggerMissing();
  const period = wish.periodDays === null ? DEFAULT_PERIOD_DAYS : wish.periodDays;
  if (secret.rotation?.automatic !== true) {
    const body = {
      ...(period === undefined ? {} : { rotationPeriod: period }),
      ...(triggerId === undefined ? {} : { triggerId }),
    };
    return [{ name: 'rotation.automatic', run: (signal) => client.enableAutoRotation(idOf(secret), body, signal) }];
  }
  return [
    ...(triggerId === undefined ? [] : [setTrigger(client, secret, triggerId)]),
    ...(period === undefined
      ? []
      : [
          {
            name: 'rotation.periodDays',
            run: (signal: AbortSignal) => client.putRotationPeriod(idOf(secret), period, signal),
          },
        ]),
  ];
}

/** A trigger can be taken away only once automatic rotation is off. */
function manualSteps(client: NcloudClient, secret: Secret, wish: RotationRequest): Step[] {
  const now: Pick<Rotation, 'automatic' | 'trigger'> = secret.rotation ?? { automatic: false, trigger: null };
  const { triggerId } = wish;
  const off: Step = {
    name: 'rotation.automatic',
    run: (signal) => client.act(idOf(secret), 'disable-auto-rotation', signal),
  };
  const unlink: Step = { name: 'rotation.triggerId', run: (signal) => client.deleteTrigger(idOf(secret), signal) };
  return [
    ...(now.automatic ? [off] : []),
    ...(triggerId === null && now.trigger !== null ? [unlink] : []),
    ...(typeof triggerId === 'string' ? [setTrigger(client, secret, triggerId)] : []),
  ];
}

function setTrigger(client: NcloudClient, secret: Secret, triggerId: string): Step {
  return { name: 'rotation.triggerId', run: (signal) => client.putTrigger(idOf(secret), triggerId, signal) };
}
