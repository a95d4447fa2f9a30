import type { MutationResolvers } from '../../__generated__/resolvers.ts';
import { findTarget, parseId, storeOf } from '../../targets.ts';
import { loadVersions } from '../../visible.ts';
import { checkArguments, definedOf, parseNative, toSecretValue } from '../../writes/arguments.ts';
import { changeSecret, operationOf } from '../../writes/change.ts';
import { readBackSecret } from '../../writes/fresh.ts';
import { secretPayload } from './secret.ts';

export const createSecretVersion: MutationResolvers['createSecretVersion'] = async (_, { input }, context) => {
  const target = findTarget(context, input.secret, 'Secret', 'input.secret');
  const native = parseNative(target.store, 'createVersion', input.native);
  const field = target.store.facts.nameInNative?.createVersion;
  const newName =
    field === undefined ? null : (native as Readonly<Record<string, string | null | undefined>> | undefined)?.[field];
  const changed = await changeSecret(context, {
    mutation: 'createSecretVersion',
    target,
    input: { ...input, id: input.secret },
    action: 'secretVersion:create',
    operation: 'CREATE_VERSION',
    newName,
    effect: ({ object: secret }, { store }) => {
      const value = toSecretValue(input.value);
      const ifMatch = input.ifMatch !== undefined && input.ifMatch !== null;
      const request = { secret, value, ifMatch, waitSeconds: input.waitSeconds ?? 0, ...definedOf({ native }) };
      return (call) => operationOf(store, 'createVersion')(request, call);
    },
  });
  const payload = await secretPayload(context, changed, input.clientMutationId);
  const wanted = changed.written.versionId?.at(-1);
  const visible =
    payload.secret !== null && context.viewer.rights.allows('secretVersion:describe', payload.secret.resource);
  const versions =
    visible && wanted !== undefined && payload.secret !== null
      ? await loadVersions(context, payload.secret).catch(() => [])
      : [];
  return { ...payload, version: versions.find(({ version }) => version.id.at(-1) === wanted) ?? null };
};

export const deleteSecretVersion: MutationResolvers['deleteSecretVersion'] = async (_, { input }, context) => {
  const { store: storeId } = parseId(input.id, ['SecretVersion'], 'input.id');
  // A store without versions has no grammar for their ids: that it cannot delete one is the better answer.
  checkArguments(storeOf(context, { type: 'SecretVersion', store: storeId }), 'DELETE_VERSION', { input });
  const { store, path } = findTarget(context, input.id, 'SecretVersion', 'input.id');
  const target = { store, path: path.slice(0, -1) };
  const { written, receipt } = await changeSecret(context, {
    mutation: 'deleteSecretVersion',
    target,
    input,
    action: 'secretVersion:delete',
    operation: 'DELETE_VERSION',
    effect: ({ object: secret }) => {
      const ifMatch = input.ifMatch !== undefined && input.ifMatch !== null;
      return (call) => operationOf(store, 'deleteVersion')({ secret, version: path, ifMatch, waitSeconds: 0 }, call);
    },
  });
  const secret = await readBackSecret(context, store, written.id.slice(0, target.path.length));
  return { deletedId: input.id, secret, receipt, clientMutationId: input.clientMutationId ?? null };
};
