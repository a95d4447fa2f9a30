import type {
  CallContext,
  CreateSecretRequest,
  CreateVersionRequest,
  DeleteSecretRequest,
  SecretWrite,
  UpdateSecretRequest,
  UpstreamReceipt,
  Written,
} from '../../domain/connector.ts';
import { badInput } from '../../domain/errors.ts';
import type { ConnectorIo } from '../define.ts';
import { refuseInTransition, requireDeployed, requireFailed } from './guards.ts';
import { checkName, contentOf, newName } from './inputs.ts';
import type { CreateSecretInput } from './native.ts';
import { type Env, idOf } from './reads.ts';
import { waitUntilSettled } from './settle.ts';
import { END, UPDATING_VERSIONS } from './states.ts';

export interface WriteEnv extends Env {
  readonly io: ConnectorIo;
}

/** Accepted at once, deployed to the cloud afterwards. */
export async function createSecret(
  env: WriteEnv,
  request: CreateSecretRequest,
  context: CallContext,
): Promise<Written> {
  const { group, waitSeconds } = request;
  if (group === null) throw badInput('An IMCO secret lives in a key vault.', 'input.group');
  const native = request.native as CreateSecretInput | undefined;
  const name = checkName(request.name);
  const body = {
    name,
    content: contentOf(request.value),
    label_ids: native?.labelIds ?? undefined,
    desired_remote_id: native?.desiredRemoteId ?? undefined,
  };
  requireDeployed(group);
  const { id, status, state } = await env.client.createSecret(idOf(group.id), body, context);
  await settled(env, { id, state, waitSeconds }, context);
  return { id: [id], ...receipt(status) };
}

/** The name is all that IMCO changes: a value comes in as a new version. */
export async function updateSecret(
  env: WriteEnv,
  request: UpdateSecretRequest,
  context: CallContext,
): Promise<Written> {
  const { secret, waitSeconds } = request;
  const name = newName(request.name);
  refuseInTransition(secret);
  const { status, state } = await env.client.renameSecret(idOf(secret.id), name, context);
  await settled(env, { id: secret.nativeId, state, waitSeconds }, context);
  return { id: secret.id, ...receipt(status) };
}

/** With all versions. Gone only once the platform has taken it down, which a call that waits may see. */
export async function deleteSecret(
  env: WriteEnv,
  request: DeleteSecretRequest,
  context: CallContext,
): Promise<Written> {
  const { secret, waitSeconds } = request;
  refuseInTransition(secret);
  const { status, state } = await env.client.deleteSecret(idOf(secret.id), context);
  const last = await settled(env, { id: secret.nativeId, state, waitSeconds }, context);
  return { id: secret.id, ...receipt(status), ...(last === END ? { gone: true } : {}) };
}

/** Applies again what failed on its way to the cloud: the deployment, the update of versions, or the removal. */
export async function retrySecret(env: WriteEnv, request: SecretWrite, context: CallContext): Promise<Written> {
  const { secret, waitSeconds } = request;
  requireFailed(secret);
  const { status, state } = await env.client.retrySecret(idOf(secret.id), context);
  const last = await settled(env, { id: secret.nativeId, state, waitSeconds }, context);
  return { id: secret.id, ...receipt(status), ...(last === END ? { gone: true } : {}) };
}

/** The new version's id comes back; its state is the secret's. */
export async function createVersion(
  env: WriteEnv,
  request: CreateVersionRequest,
  context: CallContext,
): Promise<Written> {
  const { secret, waitSeconds } = request;
  const content = contentOf(request.value);
  refuseInTransition(secret);
  const { id, status } = await env.client.createVersion(idOf(secret.id), content, context);
  await settled(env, { id: secret.nativeId, state: UPDATING_VERSIONS, waitSeconds }, context);
  return { id: secret.id, versionId: [...secret.id, id], ...receipt(status) };
}

/** IMCO says nothing to a change but its status. */
export function receipt(status: number): UpstreamReceipt {
  return { upstreamStatus: status, upstreamCode: null, upstreamMessage: null };
}

function settled(
  { client, io }: WriteEnv,
  secret: { readonly id: string; readonly state: string | null; readonly waitSeconds: number },
  context: CallContext,
): Promise<string | null> {
  const look = async (looking: CallContext) => (await client.getSecret(secret.id, looking)).state;
  return waitUntilSettled(io, { ...secret, look }, context);
}
