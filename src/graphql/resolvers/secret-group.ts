import type { Resolvers } from '../__generated__/resolvers.ts';
import { etagOf } from '../etag.ts';
import { subjectNode } from '../nodes.ts';
import { listSecrets } from './connections.ts';
import { subjectEntry } from './subject.ts';

export const secretGroup: Resolvers['SecretGroup'] = {
  id: ({ entry }) => entry.id,
  store: ({ entry }) => entry.store,
  nativeId: ({ entry }) => entry.object.nativeId,
  name: ({ entry }) => entry.object.name,
  description: ({ entry }) => entry.object.description,
  labels: ({ entry }) => entry.object.labels,
  tags: ({ entry }) => entry.object.tags,
  status: ({ entry }) => entry.object.status,
  createdBy: ({ entry, freshness }) => {
    const subject = subjectEntry(entry, entry.object.createdBy);
    return subject && subjectNode(subject, freshness);
  },
  createdAt: ({ entry }) => entry.object.createdAt,
  updatedAt: ({ entry }) => entry.object.updatedAt,
  secrets: ({ entry }, args, context) => listSecrets(context, { stores: [entry.store], group: entry.object }, args),
  etag: ({ entry }, _, { services }) => etagOf(services.sealer, entry.id, entry.object.revision),
  native: ({ entry, resource }) => ({
    typename: entry.store.facts.nativeTypes.group,
    resource,
    value: entry.object.native,
    owner: null,
  }),
};
