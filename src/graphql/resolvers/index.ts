import type { GraphQLResolveInfo } from 'graphql';
import { PortcullisError } from '../../domain/errors.ts';
import type { Resolvers } from '../__generated__/resolvers.ts';
import { actionOf } from '../access.ts';
import type { GraphContext } from '../context.ts';
import type { NativeNode, StoreNode } from '../nodes.ts';
import { recordRefusal, subjectOfInput } from '../writes/refusal.ts';
import { connections, secretsSummary } from './connections.ts';
import { refreshStore } from './mutation/refresh-store.ts';
import { revealSecret } from './mutation/reveal.ts';
import { createSecret, deleteSecret, plainMutation, updateSecret } from './mutation/secret.ts';
import { createSecretGroup, deleteSecretGroup, updateSecretGroup } from './mutation/secret-group.ts';
import { createSecretVersion, deleteSecretVersion } from './mutation/secret-version.ts';
import { query } from './query.ts';
import { dateTime, secretText } from './scalars.ts';
import { secret } from './secret.ts';
import { secretGroup } from './secret-group.ts';
import { secretVersion } from './secret-version.ts';
import { store } from './store.ts';
import { subject } from './subject.ts';

const native = { __resolveType: ({ typename }: NativeNode) => typename };

type MutationResolver = (
  parent: unknown,
  args: { readonly input: unknown },
  context: GraphContext,
  info: GraphQLResolveInfo,
) => unknown;

/**
 * Around every mutation: whatever was refused on the way in is on the record and was not applied. What had begun has
 * a record of its own already.
 */
function onRecord<M extends object>(mutations: M): M {
  const wrapped = Object.entries(mutations).map(([name, resolve]) => [
    name,
    async (...[parent, args, context, info]: Parameters<MutationResolver>) => {
      try {
        return await (resolve as MutationResolver)(parent, args, context, info);
      } catch (error) {
        if (!(error instanceof PortcullisError) || error.details.auditId !== undefined) throw error;
        const field = info.parentType.getFields()[info.fieldName];
        const action = (field && actionOf(field)) ?? name;
        throw await recordRefusal(
          context,
          subjectOfInput(context, { mutation: name, action, input: args.input }),
          error,
        );
      }
    },
  ]);
  return Object.fromEntries(wrapped) as M;
}

/** All resolvers; those of the providers' own types are attached from the registry. */
export const resolvers = {
  DateTime: dateTime,
  SecretText: secretText,
  Query: query,
  Mutation: onRecord({
    createSecretGroup,
    updateSecretGroup,
    deleteSecretGroup,
    createSecret,
    updateSecret,
    deleteSecret,
    restoreSecret: plainMutation('restoreSecret'),
    enableSecret: plainMutation('enableSecret'),
    disableSecret: plainMutation('disableSecret'),
    retrySecret: plainMutation('retrySecret'),
    rotateSecret: plainMutation('rotateSecret'),
    cancelRotation: plainMutation('cancelRotation'),
    rollbackRotation: plainMutation('rollbackRotation'),
    createSecretVersion,
    deleteSecretVersion,
    refreshStore,
    revealSecret,
  }),
  Node: { __resolveType: (node: { readonly kind?: string } | StoreNode) => ('kind' in node && node.kind) || 'Store' },
  Store: store,
  SecretGroup: secretGroup,
  Secret: secret,
  SecretVersion: secretVersion,
  Subject: subject,
  SecretsSummary: secretsSummary,
  ...connections,
  NativeStore: native,
  NativeSecretGroup: native,
  NativeSecret: native,
  NativeSecretVersion: native,
  NativeSubject: native,
} as unknown as Resolvers;
