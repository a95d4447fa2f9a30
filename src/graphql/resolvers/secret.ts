import { bindingOf, cutPage, type PageArguments } from '../../catalog/page.ts';
import type { Resolvers } from '../__generated__/resolvers.ts';
import type { GraphContext } from '../context.ts';
import { etagOf } from '../etag.ts';
import { type SecretNode, type SecretVersionConnectionNode, type SecretVersionNode, subjectNode } from '../nodes.ts';
import { completed, groupOf, loadVersions } from '../visible.ts';
import { subjectEntry } from './subject.ts';

export const secret: Resolvers['Secret'] = {
  id: ({ entry }) => entry.id,
  store: ({ entry }) => entry.store,
  nativeId: ({ entry }) => entry.object.nativeId,
  name: ({ entry }) => entry.object.name,
  group: (node, _, context) => groupOf(context, node),
  description: async (node, _, context) => (await completed(context, node, 'description')).description,
  labels: ({ entry }) => entry.object.labels,
  status: ({ entry }) => entry.object.status,
  createdBy: ({ entry, freshness }) => {
    const subject = subjectEntry(entry, entry.object.createdBy);
    return subject && subjectNode(subject, freshness);
  },
  createdAt: ({ entry }) => entry.object.createdAt,
  updatedAt: async (node, _, context) => (await completed(context, node, 'updatedAt')).updatedAt,
  expiresAt: async (node, _, context) => (await completed(context, node, 'expiresAt')).expiresAt,
  deletesAt: async (node, _, context) => (await completed(context, node, 'deletesAt')).deletesAt,
  rotation: async (node, _, context) => (await completed(context, node, 'rotation')).rotation,
  currentVersion: async (node, _, context) =>
    (await loadVersions(context, node)).find(({ version }) => version.isCurrent) ?? null,
  versions: (node, args, context) => listVersions(context, node, args),
  usage: async (node, _, context) => {
    const { store, object } = node.entry;
    return object.incomplete.includes('usage') ? context.loaders.usage(store, object) : object.usage;
  },
  readability: ({ entry }) => entry.object.readability,
  etag: async (node, _, context) =>
    etagOf(context.services.sealer, node.entry.id, (await completed(context, node, 'revision')).revision),
  native: (node) => ({
    typename: node.entry.store.facts.nativeTypes.secret,
    resource: node.resource,
    value: node.entry.object.native,
    owner: node,
  }),
};

/** In the order that the connector answers: newest first, or the upstream's own. */
async function listVersions(
  context: GraphContext,
  node: SecretNode,
  page: PageArguments,
): Promise<SecretVersionConnectionNode> {
  const versions = await loadVersions(context, node);
  const placed = versions.map((version, place) => ({ version, place }));
  const cut = cutPage({
    lists: [placed],
    // Numbered versions keep their place when another is added between two pages.
    order: { field: 'NEWEST', direction: 'ASC', keyOf: placeOfVersion, idOf: ({ version }) => version.id },
    page,
    binding: bindingOf('versions', node.entry.id),
    sealer: context.services.sealer,
  });
  return {
    nodes: cut.elements.map(({ version }): SecretVersionNode => version),
    cursors: cut.elements.map((element) => () => cut.cursorOf(element)),
    totalCount: cut.totalCount,
    hasNextPage: cut.hasNextPage,
    hasPreviousPage: cut.hasPreviousPage,
    stores: [],
  };
}

function placeOfVersion({
  version: { version },
  place,
}: {
  readonly version: SecretVersionNode;
  readonly place: number;
}) {
  return version.number === null ? place : -version.number;
}
