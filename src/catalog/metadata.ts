import type { Item } from '../domain/connector.ts';
import type { NativePath, Secret, SecretGroup, SecretVersion, Usage } from '../domain/model.ts';
import type { Freshness, Listing } from './snapshot.ts';
import type { OpenStore } from './store.ts';

export interface Read<T> {
  readonly value: T;
  readonly freshness: Freshness;
}

/**
 * The one way to read metadata: from the cache, else from the store's connector, one flight for all who ask at the
 * same time. Batches answer one item per id, in order. Nothing here knows who is asking: policy comes after.
 */
export interface Metadata {
  /** Groups and secrets of the whole store. Rejects when the store cannot be listed and nothing stale is left. */
  readonly listing: (store: OpenStore, signal: AbortSignal) => Promise<Read<Listing>>;
  /** Groups alone: no secret in it where that saves requests. */
  readonly groups: (store: OpenStore, signal: AbortSignal) => Promise<Read<Listing>>;
  readonly getGroups: (
    store: OpenStore,
    ids: readonly NativePath[],
    signal: AbortSignal,
  ) => Promise<readonly Item<Read<SecretGroup>>[]>;
  readonly getSecrets: (
    store: OpenStore,
    ids: readonly NativePath[],
    signal: AbortSignal,
  ) => Promise<readonly Item<Read<Secret>>[]>;
  /** The same secrets with what their listing lacks. */
  readonly getDetails: (
    store: OpenStore,
    secrets: readonly Secret[],
    signal: AbortSignal,
  ) => Promise<readonly Item<Read<Secret>>[]>;
  readonly listVersions: (
    store: OpenStore,
    secrets: readonly Secret[],
    signal: AbortSignal,
  ) => Promise<readonly Item<Read<readonly SecretVersion[]>>[]>;
  /** Null for a secret whose store does not say. */
  readonly getUsage: (
    store: OpenStore,
    secrets: readonly Secret[],
    signal: AbortSignal,
  ) => Promise<readonly Item<Usage | null>[]>;
  /** Everything of the store is read anew from now on, by all gateways. */
  readonly invalidate: (store: OpenStore) => Promise<void>;
}
