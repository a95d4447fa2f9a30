import type { Resolvers } from '../__generated__/resolvers.ts';
import type { NativeNode } from '../nodes.ts';

export const secretVersion: Resolvers['SecretVersion'] = {
  id: ({ id }) => id,
  secret: ({ secret }) => secret,
  nativeId: ({ version }) => version.nativeId,
  number: ({ version }) => version.number,
  stage: ({ version }) => version.stage,
  isCurrent: ({ version }) => version.isCurrent,
  createdAt: ({ version }) => version.createdAt,
  updatedAt: ({ version }) => version.updatedAt,
  readability: ({ version }) => version.readability,
  native: ({ version, secret }): NativeNode | null => {
    const typename = secret.entry.store.facts.nativeTypes.version;
    return typename === null || version.native === null
      ? null
      : { typename, resource: secret.resource, value: version.native, owner: null };
  },
};
