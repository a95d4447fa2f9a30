import type { CallContext } from '../../domain/connector.ts';
import { badInput, PortcullisError, unsupported } from '../../domain/errors.ts';
import type { SecretGroup } from '../../domain/model.ts';
import type { ManifestToSend } from './client.ts';
import type { Env } from './env.ts';
import { nativeShapes, type UpdateGroupInput } from './native.ts';
import { integrations } from './reads.ts';

/**
 * The manifest that sets who may use a group. It replaces the one that is there, so what is not to change is carried
 * over; what cannot be read of the present one must be given, or it would be cleared unseen.
 *
 * @see https://www.truefoundry.com/docs/api-reference/secret-groups/create-or-update-a-secret-group.md
 */
export async function manifestToSend(
  env: Env,
  group: SecretGroup,
  change: { readonly access: UpdateGroupInput; readonly context: CallContext },
): Promise<ManifestToSend> {
  const native = nativeShapes.TrueFoundrySecretGroup.parse(group.native);
  const present = native.manifest;
  const { collaborators = present?.collaborators, ownedByAccount } = change.access;
  if (collaborators === undefined || (collaborators === null && change.access.collaborators === undefined)) {
    throw unreadable('input.native.truefoundry.collaborators');
  }
  if (present === null && ownedByAccount === undefined) throw unreadable('input.native.truefoundry.ownedByAccount');
  const account = ownedByAccount === undefined ? (present?.ownedByAccount ?? null) : ownedByAccount;
  return {
    type: 'secret-group',
    name: group.name,
    integration_fqn: present?.integrationFqn ?? (await integrationFqn(env, native.integrationId, change.context)),
    collaborators: (collaborators ?? []).map(({ subject, roleId }) => ({ subject, role_id: roleId })),
    ...(account === null ? {} : { ownedBy: { account } }),
  };
}

/**
 * Sends it, and looks whether it reached the group that was meant: the API goes by the name alone.
 *
 * @throws PortcullisError CONFLICT with outcome PARTIAL where it was another's, or a new one's.
 */
export async function applyManifest(
  env: Env,
  write: { readonly groupId: string; readonly manifest: ManifestToSend },
  context: CallContext,
): Promise<number> {
  const { status, group } = await env.client.applyManifest(write.manifest, context);
  if (group === null || group.id === write.groupId) return status;
  throw new PortcullisError('CONFLICT', 'The change went to another group of the same name.', {
    outcome: 'PARTIAL',
    applied: ['the collaborators and the owner of the other group were set'],
    retryable: false,
  });
}

/** Groups that were not made by a manifest name their integration by id, and the manifest wants its fqn. */
async function integrationFqn(env: Env, id: string | null, context: CallContext): Promise<string> {
  const known = id === null ? undefined : (await integrations(env, context)).find(({ nativeId }) => nativeId === id);
  if (typeof known?.fqn === 'string') return known.fqn;
  throw unsupported('The store does not tell which integration this group is in, and a manifest must name it.');
}

function unreadable(argument: string): PortcullisError {
  return badInput(
    'The store does not tell who may use this group now, so collaborators and owner must both be given.',
    argument,
  );
}
