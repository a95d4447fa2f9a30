import type { StoreOperation } from '../../../domain/capabilities.ts';
import type { RotationRequest, Written } from '../../../domain/connector.ts';
import { badInput } from '../../../domain/errors.ts';
import type { Action } from '../../../policy/actions.ts';
import type { MutationResolvers, RotationInput } from '../../__generated__/resolvers.ts';
import type { GraphContext } from '../../context.ts';
import { findStore } from '../../targets.ts';
import { checkArguments, definedOf, parseNative, toLabels, toSecretValue } from '../../writes/arguments.ts';
import {
  type Changed,
  type ChangeInput,
  changeSecret,
  checkSomethingChanges,
  globalSecretId,
  groupOfInput,
  operationOf,
  resourcesOfNewSecret,
} from '../../writes/change.ts';
import { readBackSecret } from '../../writes/fresh.ts';
import { runWrite } from '../../writes/write.ts';

export const createSecret: MutationResolvers['createSecret'] = async (_, { input }, context) => {
  const store = findStore(context, input.store);
  const done = await runWrite<Written>(context, 'createSecret', async (signal) => {
    checkArguments(store, 'CREATE_SECRET', { input, named: ['name'] });
    const create = operationOf(store, 'createSecret');
    const optional = definedOf({
      description: input.description,
      labels: input.labels ? toLabels(input.labels) : undefined,
      expiresAt: input.expiresAt,
      rotation: toRotation(input.rotation),
      native: parseNative(store, 'createSecret', input.native),
    });
    const value = toSecretValue(input.value);
    const group = await groupOfInput(context, store, { group: input.group, signal });
    const waitSeconds = input.waitSeconds ?? 0;
    const request = { group: group?.object ?? null, name: input.name, value, waitSeconds, ...optional };
    return {
      store,
      action: 'secret:create',
      resources: await resourcesOfNewSecret(context, store, { group, name: input.name }),
      ids: [],
      waitSeconds,
      changes: true,
      effect: (effectSignal) => create(request, { signal: effectSignal }),
      idsOf: ({ id }) => [globalSecretId(store, id)],
    };
  });
  return secretPayload(context, { store, ...done }, input.clientMutationId);
};

export const updateSecret: MutationResolvers['updateSecret'] = async (_, { input }, context) => {
  if (input.name === null) throw badInput('A name cannot be cleared.', 'input.name');
  if (input.labels === null) throw badInput('Labels are cleared by an empty list.', 'input.labels');
  const changed = await changeSecret(context, {
    mutation: 'updateSecret',
    input,
    action: 'secret:update',
    operation: 'UPDATE_SECRET',
    newName: input.name,
    effect: ({ object: secret }, { store }) => {
      const changes = definedOf({
        name: input.name ?? undefined,
        description: input.description,
        labels: input.labels ? toLabels(input.labels) : undefined,
        expiresAt: input.expiresAt,
        rotation: toRotation(input.rotation),
        native: parseNative(store, 'updateSecret', input.native),
      });
      checkSomethingChanges(changes);
      return (call) => operationOf(store, 'updateSecret')({ secret, ...conditions(input), ...changes }, call);
    },
  });
  return secretPayload(context, changed, input.clientMutationId);
};

export const deleteSecret: MutationResolvers['deleteSecret'] = async (_, { input }, context) => {
  const { store, written, receipt } = await changeSecret(context, {
    mutation: 'deleteSecret',
    input,
    action: 'secret:delete',
    operation: 'DELETE_SECRET',
    effect: ({ object: secret }, { store: of }) => {
      const { force = false, permanently = false } = input;
      return (call) => operationOf(of, 'deleteSecret')({ secret, force, permanently, ...conditions(input) }, call);
    },
  });
  const secret = written.gone === true ? null : await readBackSecret(context, store, written.id);
  return { deletedId: input.id, secret, receipt, clientMutationId: input.clientMutationId ?? null };
};

/** The verbs that take nothing but the secret itself. */
type PlainVerb =
  | 'restoreSecret'
  | 'enableSecret'
  | 'disableSecret'
  | 'retrySecret'
  | 'rotateSecret'
  | 'cancelRotation'
  | 'rollbackRotation';

const VERBS: Readonly<Record<PlainVerb, readonly [Action, StoreOperation]>> = {
  restoreSecret: ['secret:update', 'RESTORE_SECRET'],
  enableSecret: ['secret:update', 'ENABLE_SECRET'],
  disableSecret: ['secret:update', 'DISABLE_SECRET'],
  retrySecret: ['secret:update', 'RETRY_SECRET'],
  rotateSecret: ['secret:rotate', 'ROTATE_SECRET'],
  cancelRotation: ['secret:rotate', 'CANCEL_ROTATION'],
  rollbackRotation: ['secret:rotate', 'ROLLBACK_ROTATION'],
};

export function plainMutation(verb: PlainVerb) {
  const [action, operation] = VERBS[verb];
  type Input = ChangeInput & { readonly clientMutationId?: string | null | undefined };
  return async (_: unknown, { input }: { readonly input: Input }, context: GraphContext) => {
    const changed = await changeSecret(context, {
      mutation: verb,
      input,
      action,
      operation,
      effect:
        ({ object: secret }, { store }) =>
        (call) =>
          operationOf(store, verb)({ secret, ...conditions(input) }, call),
    });
    const payload = await secretPayload(context, changed, input.clientMutationId);
    // Two of these payloads promise a secret: where it cannot be read back, it is shown as it was just before.
    return { ...payload, secret: payload.secret ?? (NEEDS_SECRET.has(verb) ? changed.before : null) };
  };
}

const NEEDS_SECRET: ReadonlySet<PlainVerb> = new Set(['cancelRotation', 'rollbackRotation']);

function conditions(input: ChangeInput): { readonly ifMatch: boolean; readonly waitSeconds: number } {
  return { ifMatch: input.ifMatch !== undefined && input.ifMatch !== null, waitSeconds: input.waitSeconds ?? 0 };
}

export async function secretPayload(
  context: GraphContext,
  { store, written, receipt }: Omit<Changed, 'before'>,
  clientMutationId: string | null | undefined,
) {
  return {
    secretId: globalSecretId(store, written.id),
    secret: await readBackSecret(context, store, written.id),
    receipt,
    clientMutationId: clientMutationId ?? null,
  };
}

function toRotation(input: RotationInput | null | undefined): RotationRequest | null | undefined {
  if (input === null || input === undefined) return input;
  return { automatic: input.automatic, ...definedOf({ periodDays: input.periodDays, triggerId: input.triggerId }) };
}
