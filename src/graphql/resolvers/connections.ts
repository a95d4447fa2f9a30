import type { Scope } from '../../catalog/catalog.ts';
import type { SecretFilter, SecretGroupFilter } from '../../catalog/filter.ts';
import type { GroupOrderField, OrderBy, SecretOrderField } from '../../catalog/orders.ts';
import type { PageArguments } from '../../catalog/page.ts';
import { type Summary, summarize } from '../../catalog/summary.ts';
import { badInput } from '../../domain/errors.ts';
import type { Resolvers } from '../__generated__/resolvers.ts';
import type { GraphContext } from '../context.ts';
import { noteShortfalls, resultsOf } from '../lists.ts';
import {
  type ConnectionNode,
  connectionOf,
  groupNode,
  type SecretConnectionNode,
  type SecretGroupConnectionNode,
  secretNode,
} from '../nodes.ts';

interface ListArguments<Filter, Field> extends PageArguments {
  readonly filter?: Filter | null | undefined;
  readonly orderBy?: OrderBy<Field> | null | undefined;
}

/** The secrets of a scope as the viewer may see them. */
export async function listSecrets(
  context: GraphContext,
  scope: Scope,
  args: ListArguments<SecretFilter, SecretOrderField>,
): Promise<SecretConnectionNode> {
  const { filter = null, orderBy = null } = args;
  const list = await context.services.catalog.listSecrets(context.viewer, { scope, filter, orderBy, page: args });
  noteShortfalls(context, list.stores);
  return connectionOf(list, (entry, { freshness, snapshot }) => secretNode(entry, freshness, snapshot));
}

/** The groups of a scope as the viewer may see them. */
export async function listGroups(
  context: GraphContext,
  scope: Scope,
  args: ListArguments<SecretGroupFilter, GroupOrderField>,
): Promise<SecretGroupConnectionNode> {
  const { filter = null, orderBy = null } = args;
  const list = await context.services.catalog.listGroups(context.viewer, { scope, filter, orderBy, page: args });
  noteShortfalls(context, list.stores);
  return connectionOf(list, (entry, { freshness }) => groupNode(entry, freshness));
}

export async function summaryOf(context: GraphContext, scope: Scope, filter: SecretFilter | null): Promise<Summary> {
  const { catalog, now } = context.services;
  const contributions = await catalog.selectSecrets(context.viewer, { scope, filter, details: ['expiresAt', 'usage'] });
  noteShortfalls(context, resultsOf(contributions));
  return summarize(contributions, now());
}

const MAX_COUNTS = 500;

function checkFirst(first: number | null | undefined): number {
  const wanted = first ?? 50;
  if (wanted < 0 || wanted > MAX_COUNTS) throw badInput(`At most ${MAX_COUNTS} at a time.`, 'first');
  return wanted;
}

export const secretsSummary: Resolvers['SecretsSummary'] = {
  byGroup: (summary, { first }) => summary.byGroup(checkFirst(first)),
  byCreator: (summary, { first }) => summary.byCreator(checkFirst(first)),
};

/** A connection over stores says how each of them contributed. */
function listFields<N>() {
  return { ...connectionFields<N>(), stores: ({ stores }: ConnectionNode<N>) => stores };
}

/** The same fields for every connection. */
function connectionFields<N>() {
  return {
    edges: ({ nodes, cursors }: ConnectionNode<N>) =>
      nodes.map((node, index) => ({ node, cursor: () => cursors[index]?.() ?? '' })),
    nodes: ({ nodes }: ConnectionNode<N>) => nodes,
    totalCount: ({ totalCount }: ConnectionNode<N>) => totalCount,
    pageInfo: ({ hasNextPage, hasPreviousPage, cursors }: ConnectionNode<N>) => ({
      hasNextPage,
      hasPreviousPage,
      startCursor: () => cursors.at(0)?.() ?? null,
      endCursor: () => cursors.at(-1)?.() ?? null,
    }),
  };
}

export const connections = {
  SecretConnection: listFields(),
  SecretGroupConnection: listFields(),
  SubjectConnection: listFields(),
  SecretVersionConnection: connectionFields(),
};
