import type { NewSecret, Written } from '../../../domain/connector.ts';
import { badInput } from '../../../domain/errors.ts';
import { groupResource } from '../../../domain/resource.ts';
import type { MutationResolvers, NewSecretInput } from '../../__generated__/resolvers.ts';
import type { GraphContext } from '../../context.ts';
import { findStore } from '../../targets.ts';
import { checkArguments, checkUnique, definedOf, parseNative, toSecretValue } from '../../writes/arguments.ts';
import { type Changed, changeGroup, checkSomethingChanges, globalGroupId, operationOf } from '../../writes/change.ts';
import { readBackGroup } from '../../writes/fresh.ts';
import { runWrite } from '../../writes/write.ts';

export const createSecretGroup: MutationResolvers['createSecretGroup'] = async (_, { input }, context) => {
  const store = findStore(context, input.store);
  const done = await runWrite<Written>(context, 'createSecretGroup', async () => {
    checkArguments(store, 'CREATE_GROUP', { input, named: ['name'] });
    const createGroup = operationOf(store, 'createGroup');
    const native = parseNative(store, 'createGroup', input.native);
    const waitSeconds = input.waitSeconds ?? 0;
    const secrets = newSecrets(input.secrets ?? []);
    const request = {
      name: input.name,
      secrets,
      waitSeconds,
      ...definedOf({ description: input.description, native }),
    };
    return {
      store,
      action: 'secretGroup:create',
      resources: [groupResource(store.name, input.name)],
      ids: [],
      waitSeconds,
      changes: true,
      effect: (signal) => createGroup(request, { signal }),
      idsOf: ({ id }) => [globalGroupId(store, id)],
    };
  });
  return groupPayload(context, { store, ...done }, input.clientMutationId);
};

export const updateSecretGroup: MutationResolvers['updateSecretGroup'] = async (_, { input }, context) => {
  if (input.name === null) throw badInput('A name cannot be cleared.', 'input.name');
  const changed = await changeGroup(context, {
    mutation: 'updateSecretGroup',
    input,
    action: 'secretGroup:update',
    operation: 'UPDATE_GROUP',
    newName: input.name,
    effect: ({ object: group }, { store }) => {
      const native = parseNative(store, 'updateGroup', input.native);
      const secrets = input.secrets ? newSecrets(input.secrets) : undefined;
      const changes = definedOf({ name: input.name ?? undefined, description: input.description, secrets, native });
      checkSomethingChanges(changes);
      const request = { group, waitSeconds: input.waitSeconds ?? 0, ...changes };
      return (call) => operationOf(store, 'updateGroup')(request, call);
    },
  });
  return groupPayload(context, changed, input.clientMutationId);
};

export const deleteSecretGroup: MutationResolvers['deleteSecretGroup'] = async (_, { input }, context) => {
  const changed = await changeGroup(context, {
    mutation: 'deleteSecretGroup',
    input,
    action: 'secretGroup:delete',
    operation: 'DELETE_GROUP',
    effect:
      ({ object: group }, { store }) =>
      (call) =>
        operationOf(store, 'deleteGroup')(
          { group, force: input.force ?? false, waitSeconds: input.waitSeconds ?? 0 },
          call,
        ),
  });
  const { store, written, receipt } = changed;
  const secretGroup = written.gone === true ? null : await readBackGroup(context, store, written.id);
  return { deletedId: input.id, secretGroup, receipt, clientMutationId: input.clientMutationId ?? null };
};

async function groupPayload(
  context: GraphContext,
  { store, written, receipt }: Omit<Changed, 'before'>,
  clientMutationId: string | null | undefined,
) {
  return {
    secretGroupId: globalGroupId(store, written.id),
    secretGroup: await readBackGroup(context, store, written.id),
    receipt,
    clientMutationId: clientMutationId ?? null,
  };
}

function newSecrets(inputs: readonly NewSecretInput[]): readonly NewSecret[] {
  checkUnique(
    inputs.map(({ name }) => name),
    'input.secrets',
  );
  return inputs.map(({ name, value }, index) => {
    const argument = `input.secrets.${index}.value`;
    const given = toSecretValue(value, argument);
    if (given === null) throw badInput('A value is needed.', argument);
    return { name, value: given };
  });
}
