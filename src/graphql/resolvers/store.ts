import { capabilityOf, STORE_OPERATIONS } from '../../domain/capabilities.ts';
import { encodeId } from '../../domain/ids.ts';
import type { Provider, Resolvers } from '../__generated__/resolvers.ts';
import { asksForSecrets } from '../asks-for-secrets.ts';
import type { NativeNode } from '../nodes.ts';
import { listGroups, listSecrets } from './connections.ts';

export const store: Resolvers['Store'] = {
  id: ({ id }) => encodeId({ type: 'Store', store: id, path: [] }),
  provider: ({ facts }) => facts.provider as Provider,
  capabilities: ({ facts }) =>
    STORE_OPERATIONS.map((operation) => {
      const {
        support,
        note = null,
        inputs = [],
        requires = [],
        valueForms = [],
      } = capabilityOf(facts.capabilities, operation);
      return { operation, support, note, inputs: [...inputs], requires: [...requires], valueForms: [...valueForms] };
    }),
  health: (node, _, { services }) => services.healthOf(node),
  apiVersion: (node, _, { services, viewer }) => services.apiVersionOf(node, viewer.signal),
  native: (node): NativeNode | null =>
    node.facts.nativeTypes.store === null
      ? null
      : { typename: node.facts.nativeTypes.store, resource: node.resource, value: {}, owner: node },
  secretGroups: (node, args, context, info) =>
    listGroups(context, { stores: [node], withSecrets: asksForSecrets(info) }, args),
  secrets: (node, args, context) => listSecrets(context, { stores: [node] }, args),
};
