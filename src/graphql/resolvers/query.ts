import { badInput, notFound } from '../../domain/errors.ts';
import type { Resolvers } from '../__generated__/resolvers.ts';
import { asksForSecrets } from '../asks-for-secrets.ts';
import type { GraphContext } from '../context.ts';
import { noteShortfalls, scopeOf } from '../lists.ts';
import { connectionOf, type SecretNode, secretNode } from '../nodes.ts';
import { findStore, findTarget, isStoreVisible, parseId, targetOf } from '../targets.ts';
import { loadGroup, loadSecret, loadVersion } from '../visible.ts';
import { listGroups, listSecrets, summaryOf } from './connections.ts';
import { findSubject, listSubjects } from './subject.ts';
import { viewerOf } from './viewer.ts';

const MAX_NODES = 500;

export const query: Resolvers['Query'] = {
  node: (_, { id }, context) => findNode(context, id, 'id'),
  nodes: (_, { ids }, context) => {
    if (ids.length > MAX_NODES) throw badInput(`At most ${MAX_NODES} ids at a time.`, 'ids');
    return ids.map(async (id, index) => findNode(context, id, `ids.${index}`));
  },
  viewer: (_, __, context) => viewerOf(context),
  stores: (_, __, context) => context.services.stores.filter((store) => isStoreVisible(context, store)),
  store: (_, { name }, context) => findStore(context, name),
  secretGroups: (_, args, context, info) => {
    const scope = scopeOf(context, 'secretGroup:describe', args.filter ?? null);
    return listGroups(context, { ...scope, withSecrets: asksForSecrets(info) }, args);
  },
  secretGroup: (_, { id }, context) => loadGroup(context, findTarget(context, id, 'SecretGroup')),
  secrets: (_, args, context) => listSecrets(context, scopeOf(context, 'secret:describe', args.filter ?? null), args),
  secret: (_, { id }, context) => loadSecret(context, findTarget(context, id, 'Secret')),
  secretByName: (_, args, context) => findByName(context, args),
  secretVersion: (_, { id }, context) => loadVersion(context, findTarget(context, id, 'SecretVersion')),
  subjects: (_, args, context) => listSubjects(context, args),
  subject: (_, { id }, context) => findSubject(context, findTarget(context, id, 'Subject')),
  secretsSummary: (_, { filter }, context) =>
    summaryOf(context, scopeOf(context, 'secret:describe', filter ?? null), filter ?? null),
};

async function findNode(context: GraphContext, text: string, argument: string) {
  const id = parseId(text, ['Store', 'SecretGroup', 'Secret', 'SecretVersion', 'Subject'], argument);
  if (id.type === 'Store') {
    const store = context.services.stores.find((candidate) => candidate.id === id.store);
    if (store === undefined || !isStoreVisible(context, store)) throw notFound();
    return store;
  }
  const target = targetOf(context, id, argument);
  if (id.type === 'SecretGroup') return loadGroup(context, target);
  if (id.type === 'Secret') return loadSecret(context, target);
  return id.type === 'SecretVersion' ? loadVersion(context, target) : findSubject(context, target);
}

interface ByName {
  readonly store: string;
  readonly group?: string | null | undefined;
  readonly name: string;
}

/** Left-out group: whichever. Several matches are told apart by id, so the error carries their ids. */
async function findByName(context: GraphContext, { store: storeName, group, name }: ByName): Promise<SecretNode> {
  const store = findStore(context, storeName);
  const filter = { name: { eq: name }, ...(group === undefined || group === null ? {} : { groupName: { eq: group } }) };
  const list = await context.services.catalog.listSecrets(context.viewer, {
    scope: { stores: [store] },
    filter,
    orderBy: null,
    page: { first: 20 },
  });
  const [result] = list.stores;
  if (result?.outcome === 'FAILED') noteShortfalls(context, list.stores);
  if (result?.failure) throw result.failure;
  const { nodes } = connectionOf(list, (entry, { freshness, snapshot }) => secretNode(entry, freshness, snapshot));
  const [first] = nodes;
  if (first === undefined) throw notFound();
  if (nodes.length > 1) {
    throw badInput('Several secrets have this name; ask by id.', 'name', {
      facts: { ids: nodes.map(({ entry }) => entry.id) },
    });
  }
  return first;
}
