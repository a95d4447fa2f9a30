import type { UpstreamReceipt } from '../../../domain/connector.ts';
import { PortcullisError } from '../../../domain/errors.ts';
import type { MutationResolvers } from '../../__generated__/resolvers.ts';
import { noteShortfalls } from '../../lists.ts';
import { findStore } from '../../targets.ts';
import { runWrite } from '../../writes/write.ts';

const NOTHING_SAID: UpstreamReceipt = { upstreamStatus: null, upstreamCode: null, upstreamMessage: null };

/** Lists the store again now: `result` says how that went, counted by what the viewer may see. */
export const refreshStore: MutationResolvers['refreshStore'] = async (_, { input }, context) => {
  const store = findStore(context, input.store);
  await runWrite(context, 'refreshStore', async () => ({
    store,
    action: 'store:refresh' as const,
    resources: [store.resource],
    ids: [],
    waitSeconds: 0,
    changes: true,
    effect: async () => NOTHING_SAID,
    idsOf: () => [],
  }));
  const list = await context.services.catalog.listSecrets(context.viewer, {
    scope: { stores: [store] },
    filter: null,
    orderBy: null,
    page: { first: 0 },
  });
  const [result] = list.stores;
  if (result === undefined) throw new PortcullisError('INTERNAL', 'The store was not listed.');
  noteShortfalls(context, list.stores);
  return { store, result, clientMutationId: input.clientMutationId ?? null };
};
