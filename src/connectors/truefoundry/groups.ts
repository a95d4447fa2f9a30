import type {
  CallContext,
  CreateGroupRequest,
  DeleteGroupRequest,
  UpdateGroupRequest,
  Written,
} from '../../domain/connector.ts';
import { badInput, PortcullisError, unsupported } from '../../domain/errors.ts';
import { beforeWriting, type Env, readGroup } from './env.ts';
import { changeKeys, KEYS_REPLACED } from './keys.ts';
import { applyManifest, manifestToSend } from './manifest.ts';
import { createGroupInput, updateGroupInput } from './native.ts';
import { inTurn } from './turns.ts';
import { checkName, keyTexts } from './values.ts';
import { receipt, refuseChanged } from './writes.ts';

/** Creates a group in a secret store integration, with its first secrets. */
export async function createGroup(env: Env, request: CreateGroupRequest, context: CallContext): Promise<Written> {
  const native = createGroupInput.safeParse(request.native);
  if (!native.success) {
    throw badInput('A TrueFoundry group is created in an integration.', 'input.native.truefoundry.integrationId');
  }
  if (request.secrets.length === 0) {
    throw badInput('A TrueFoundry group is created with at least one secret.', 'input.secrets');
  }
  checkName(request.name, 'input.name');
  const secrets = keyTexts(request.secrets).map(({ key, text }) => ({ key, value: text }));
  const body = { name: request.name, integrationId: native.data.integrationId, secrets };
  const { status, group } = await env.client.createGroup(body, context);
  return { id: [group.id], ...receipt(status) };
}

const MANIFEST_APPLIED = 'the collaborators and the owner were set';

/**
 * Sets collaborators and owner, then adds or changes keys: two calls, in this order. If the second fails, the error
 * says PARTIAL and lists the first.
 */
export async function updateGroup(env: Env, request: UpdateGroupRequest, context: CallContext): Promise<Written> {
  if (request.name !== undefined) {
    throw unsupported('TrueFoundry finds a group by its name, so a new name would make a second group.', {
      argument: 'input.name',
    });
  }
  const { group } = request;
  const keys = keyTexts(request.secrets ?? []);
  const native = request.native === undefined ? undefined : updateGroupInput.parse(request.native);
  const access = native?.collaborators === undefined && native?.ownedByAccount === undefined ? undefined : native;
  if (keys.length === 0 && access === undefined) throw badInput('There is nothing to change.', 'input');
  return inTurn(env.turnKey(group.nativeId), context.signal, async (turn) => {
    const before = await beforeWriting(readGroup(env, group.nativeId, context));
    refuseChanged(group, before);
    let status: number | null = null;
    if (access !== undefined) {
      const manifest = await beforeWriting(manifestToSend(env, before.group, { access, context }));
      status = await applyManifest(env, { groupId: group.nativeId, manifest }, context);
    }
    if (keys.length > 0) {
      const changed = await changeKeys(env, before, { keys, context }).catch((error: unknown) => {
        throw status === null ? error : afterManifest(error);
      });
      status = changed.status;
      turn.record(before.group.revision, changed.after.group.revision);
    }
    return { id: group.id, ...receipt(status) };
  });
}

/** The second call failed: what is known of it, and that the first took effect. */
function afterManifest(error: unknown): unknown {
  if (!(error instanceof PortcullisError)) return error;
  const { outcome, applied = outcome === 'APPLIED' ? [KEYS_REPLACED] : [] } = error.details;
  return error.with({
    outcome: outcome === 'UNKNOWN' ? 'UNKNOWN' : 'PARTIAL',
    applied: [MANIFEST_APPLIED, ...applied],
  });
}

/** Destroys the group, its secrets and all their versions. */
export async function deleteGroup(env: Env, request: DeleteGroupRequest, context: CallContext): Promise<Written> {
  const { group } = request;
  return inTurn(env.turnKey(group.nativeId), context.signal, async () => {
    // The etag was compared before this group's turn came: a change that ended since would be destroyed unseen.
    const before = await beforeWriting(readGroup(env, group.nativeId, context));
    if (before.group.revision !== group.revision) {
      throw new PortcullisError('PRECONDITION_FAILED', 'The group has changed since it was read.', {
        outcome: 'NOT_APPLIED',
      });
    }
    const status = await env.client.deleteGroup(group.nativeId, request.force, context);
    return { id: group.id, gone: true, ...receipt(status) };
  });
}
