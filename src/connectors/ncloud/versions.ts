import type { CallContext, CreateVersionRequest, DeleteVersionRequest, Written } from '../../domain/connector.ts';
import { notFound, PortcullisError, unsupported } from '../../domain/errors.ts';
import type { NcloudClient } from './client.ts';
import { isStage, type Stage } from './documented.ts';
import { versionPath } from './map.ts';
import { createVersionNative } from './native.ts';
import { idOf, refuseIn } from './state.ts';
import { toUpstreamValue } from './value.ts';

/**
 * Writes one slot. With `keepPrevious` a new ACTIVE value moves the old one to PREVIOUS in the same PUT: for that the
 * old value is read and sent back, and is nowhere in between. Who writes between the two calls is overwritten.
 */
export async function createVersion(
  client: NcloudClient,
  request: CreateVersionRequest,
  { signal }: CallContext,
): Promise<Written> {
  const { stage, keepPrevious } = createVersionNative.parse(request.native ?? {});
  const { json } = toUpstreamValue(request.value);
  refuseIn(request.secret, 'ROTATING', 'DELETING', 'DELETED');
  const id = idOf(request.secret);
  const old = stage === 'ACTIVE' && keepPrevious ? await currentValue(client, id, signal) : null;
  const receipt =
    old === null
      ? await client.putStageValue(id, { stage, value: json }, signal)
      : await client.putValues(id, { previous: old, active: json }, signal);
  return { id: request.secret.id, versionId: versionPath(request.secret.id, stage), ...receipt };
}

/** Empties PREVIOUS or PENDING: a slot that is sent empty is deleted, one that is left out stays. */
export async function deleteVersion(
  client: NcloudClient,
  request: DeleteVersionRequest,
  { signal }: CallContext,
): Promise<Written> {
  const stage = request.version[1];
  if (!isStage(stage)) throw notFound();
  if (stage === 'ACTIVE') {
    throw unsupported('The active value cannot be emptied: write another one, or delete the secret.', {
      argument: 'input.id',
    });
  }
  refuseIn(request.secret, 'ROTATING', 'DELETING', 'DELETED');
  const receipt = await client.putValues(idOf(request.secret), emptied(stage), signal);
  return { id: request.secret.id, versionId: request.version, ...receipt };
}

function emptied(stage: Exclude<Stage, 'ACTIVE'>): { readonly previous: string } | { readonly pending: string } {
  return stage === 'PREVIOUS' ? { previous: '' } : { pending: '' };
}

/** Null where the slot is empty: then there is nothing to keep. Nothing has been written when this fails. */
async function currentValue(client: NcloudClient, id: string, signal: AbortSignal): Promise<string | null> {
  try {
    const { value } = await client.stageValue(id, 'ACTIVE', signal);
    return value === '' ? null : value;
  } catch (error) {
    if (error instanceof PortcullisError && error.code === 'NOT_FOUND') return null;
    if (error instanceof PortcullisError) throw error.with({ outcome: 'NOT_APPLIED' });
    throw error;
  }
}
