import { PortcullisError } from '../../domain/errors.ts';
import type { Resolvers } from '../__generated__/resolvers.ts';
import type { NativeNode, StoreNode } from '../nodes.ts';
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

type MutationResolver = (parent: never, args: never, context: never, info: never) => unknown;

/** Every error of a mutation says what became of it; what was refused on the way in was not applied. */
function settledAll<M extends object>(mutations: M): M {
  const settled = Object.entries(mutations).map(([name, resolve]) => [
    name,
    async (...call: Parameters<MutationResolver>) => {
      try {
        return await (resolve as MutationResolver)(...call);
      } catch (error) {
        const known = error instanceof PortcullisError && error.details.outcome === undefined;
        throw known ? error.with({ outcome: 'NOT_APPLIED' }) : error;
      }
    },
  ]);
  return Object.fromEntries(settled) as M;
}

/** All resolvers; those of the providers' own types are attached from the registry. */
export const resolvers = {
  DateTime: dateTime,
  SecretText: secretText,
  Query: query,
  Mutation: settledAll({
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
