import { parseEpoch } from './epoch-store.ts';
import { type Names, storeTag } from './names.ts';
import { type EpochOptions, StoreEpoch } from './store-epoch.ts';

/** The epochs of all stores, and the channel that tells of them. */
export interface Epochs {
  /** @throws TypeError for a store that the cache was not made for */
  of(storeId: string): StoreEpoch;
  /** A message of the channel. */
  hear(message: string): void;
  distrust(): void;
  catchUp(): Promise<void>;
  close(): void;
}

export function createEpochs(storeIds: readonly string[], names: Names, options: EpochOptions): Epochs {
  const identities = storeIds.map((storeId) => ({ storeId, tag: storeTag(storeId), name: names.epoch(storeId) }));
  const epochs = new Map(identities.map((identity) => [identity.storeId, new StoreEpoch(identity, options)]));
  const storeIdOfTag = new Map(identities.map((identity) => [identity.tag, identity.storeId]));

  return {
    of: (storeId) => {
      const epoch = epochs.get(storeId);
      if (epoch === undefined) throw new TypeError('The cache was not made for this store.');
      return epoch;
    },
    hear: (message) => {
      const [, tag = '', digits = ''] = /^([0-9a-f]{32}) (\d{1,16})$/.exec(message) ?? [];
      const epoch = parseEpoch(digits, options.now());
      if (typeof epoch !== 'number') options.counters.rubbishMessages += 1;
      // A store that only another gateway has is no fault.
      else epochs.get(storeIdOfTag.get(tag) ?? '')?.hear(epoch);
    },
    distrust: () => {
      for (const epoch of epochs.values()) epoch.distrust();
    },
    catchUp: async () => {
      await Promise.all([...epochs.values()].map((epoch) => epoch.catchUp()));
    },
    close: () => {
      for (const epoch of epochs.values()) epoch.close();
    },
  };
}
