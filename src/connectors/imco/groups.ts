import type {
  CallContext,
  CreateGroupRequest,
  DeleteGroupRequest,
  UpdateGroupRequest,
  Written,
} from '../../domain/connector.ts';
import { badInput } from '../../domain/errors.ts';
import { refuseInTransition } from './guards.ts';
import { checkName, newName } from './inputs.ts';
import type { CreateGroupInput } from './native.ts';
import { idOf } from './reads.ts';
import { waitUntilSettled } from './settle.ts';
import { END } from './states.ts';
import { receipt, type WriteEnv } from './writes.ts';

export async function createGroup(env: WriteEnv, request: CreateGroupRequest, context: CallContext): Promise<Written> {
  const native = request.native as CreateGroupInput | undefined;
  if (native === undefined) {
    throw badInput('A key vault needs its cloud account, realm and plan.', 'input.native.imco');
  }
  const body = {
    name: checkName(request.name),
    cloud_account_id: native.cloudAccountId,
    realm_id: native.realmId,
    key_vault_plan_id: native.keyVaultPlanId,
    label_ids: native.labelIds ?? undefined,
    desired_remote_id: native.desiredRemoteId ?? undefined,
  };
  const created = await env.client.createVault(body, context);
  await settled(env, { id: created.id, state: created.state, waitSeconds: request.waitSeconds }, context);
  return { id: [created.id], ...receipt(created.status) };
}

export async function updateGroup(env: WriteEnv, request: UpdateGroupRequest, context: CallContext): Promise<Written> {
  const { group, waitSeconds } = request;
  const name = newName(request.name);
  refuseInTransition(group);
  const { status, state } = await env.client.renameVault(idOf(group.id), name, context);
  await settled(env, { id: group.nativeId, state, waitSeconds }, context);
  return { id: group.id, ...receipt(status) };
}

export async function deleteGroup(env: WriteEnv, request: DeleteGroupRequest, context: CallContext): Promise<Written> {
  const { group, waitSeconds } = request;
  refuseInTransition(group);
  const { status, state } = await env.client.deleteVault(idOf(group.id), context);
  const last = await settled(env, { id: group.nativeId, state, waitSeconds }, context);
  return { id: group.id, ...receipt(status), ...(last === END ? { gone: true } : {}) };
}

function settled(
  { client, io }: WriteEnv,
  vault: { readonly id: string; readonly state: string | null; readonly waitSeconds: number },
  context: CallContext,
): Promise<string | null> {
  const look = async (looking: CallContext) => (await client.getVault(vault.id, looking)).state;
  return waitUntilSettled(io, { ...vault, look }, context);
}
