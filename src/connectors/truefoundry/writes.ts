import type {
  CallContext,
  CreateSecretRequest,
  CreateVersionRequest,
  DeleteSecretRequest,
  UpstreamReceipt,
  Written,
} from '../../domain/connector.ts';
import { badInput, notFound, PortcullisError } from '../../domain/errors.ts';
import type { Secret, SecretGroup } from '../../domain/model.ts';
import { beforeWriting, type Env, part, readGroup } from './env.ts';
import { changedMeanwhile, changeKeys, keyNamed } from './keys.ts';
import { currentNumber, type GroupState } from './map.ts';
import { inTurn } from './turns.ts';
import { checkName, textOf } from './values.ts';

/** Adds a key to a group. There is no call for it: the group's keys are replaced. */
export async function createSecret(env: Env, request: CreateSecretRequest, context: CallContext): Promise<Written> {
  const { group, name, value } = request;
  if (group === null) throw badInput('A TrueFoundry secret lives in a group.', 'input.group');
  if (value === null) throw badInput('A TrueFoundry secret is created with its value.', 'input.value');
  checkName(name, 'input.name');
  const text = textOf(value, 'input.value');
  return inTurn(env.turnKey(group.nativeId), context.signal, async (turn) => {
    const before = await beforeWriting(readGroup(env, group.nativeId, context));
    if (keyNamed(before, name) !== undefined) throw taken();
    if (!turn.isOwnWork(group.revision, before.group.revision)) refuseChanged(group, before);
    const { status, after } = await changeKeys(env, before, { keys: [{ key: name, text }], context });
    turn.record(before.group.revision, after.group.revision);
    const created = keyNamed(after, name);
    if (created === undefined) throw new PortcullisError('INTERNAL', 'A key was verified that is not there.');
    return { id: created.id, ...receipt(status), ...currentVersionOf(created) };
  });
}

/** Gives a key a new value: a new version, unless the value is the one it has. */
export async function createVersion(env: Env, request: CreateVersionRequest, context: CallContext): Promise<Written> {
  const { secret, value } = request;
  if (value === null) throw badInput('A version is created with its value.', 'input.value');
  const text = textOf(value, 'input.value');
  const groupId = part(secret.id, 0);
  return inTurn(env.turnKey(groupId), context.signal, async (turn) => {
    const before = await beforeWriting(readGroup(env, groupId, context));
    const fresh = freshOf(request, before);
    const { status, after } = await changeKeys(env, before, { keys: [{ key: fresh.name, text }], context });
    turn.record(before.group.revision, after.group.revision);
    const now = keyNamed(after, fresh.name);
    const isNew = now !== undefined && currentNumber(now) !== currentNumber(fresh);
    return { id: secret.id, ...receipt(status), ...(isNew ? currentVersionOf(now) : {}) };
  });
}

/** For good, with all versions. */
export async function deleteSecret(env: Env, request: DeleteSecretRequest, context: CallContext): Promise<Written> {
  const { secret } = request;
  const groupId = part(secret.id, 0);
  // In the group's turn, so that no change that is under way sends the key again.
  return inTurn(env.turnKey(groupId), context.signal, async () => {
    const before = request.ifMatch ? await beforeWriting(readGroup(env, groupId, context)) : null;
    if (before !== null) freshOf(request, before);
    const { status, deleted } = await env.client.deleteSecret(secret.nativeId, request.force, context);
    if (deleted === 0) throw notFound(undefined, { outcome: 'NOT_APPLIED' });
    return { id: secret.id, gone: true, ...receipt(status) };
  });
}

/** The secret as it is now, refused when it is not what the request was decided on. */
function freshOf(request: { readonly secret: Secret; readonly ifMatch: boolean }, before: GroupState): Secret {
  const { secret, ifMatch } = request;
  const fresh = before.secrets.find(({ nativeId }) => nativeId === secret.nativeId);
  if (fresh === undefined) throw notFound(undefined, { outcome: 'NOT_APPLIED' });
  if (fresh.revision === secret.revision) return fresh;
  if (!ifMatch) throw changedMeanwhile();
  throw new PortcullisError('PRECONDITION_FAILED', 'The secret has changed since it was read.', {
    outcome: 'NOT_APPLIED',
  });
}

/** @throws PortcullisError CONFLICT where the group is not the one that the request was decided on. */
export function refuseChanged(group: SecretGroup, before: GroupState): void {
  if (before.group.revision !== group.revision) throw changedMeanwhile();
}

/** TrueFoundry answers nothing but a status: no code, no text. */
export function receipt(status: number | null): UpstreamReceipt {
  return { upstreamStatus: status, upstreamCode: null, upstreamMessage: null };
}

function currentVersionOf(secret: Secret): { versionId?: readonly string[] } {
  const current = secret.versions?.[0];
  return current === undefined ? {} : { versionId: current.id };
}

function taken(): PortcullisError {
  return new PortcullisError('CONFLICT', 'The group has a secret of this name already.', { outcome: 'NOT_APPLIED' });
}
