import DataLoader from 'dataloader';
import type { Metadata, Read } from '../catalog/metadata.ts';
import type { OpenStore } from '../catalog/store.ts';
import type { CallContext, Item } from '../domain/connector.ts';
import { deadlineExceeded, notFound, PortcullisError } from '../domain/errors.ts';
import { pathKey } from '../domain/ids.ts';
import type { NativePath, Plain, Secret, SecretGroup, SecretVersion, Usage } from '../domain/model.ts';

/**
 * Everything that one request loads one by one, gathered into one call per store. A set lives for one request and
 * is never shared: what it remembers was not decided on for anybody yet, and policy comes after each load.
 */
export interface Loaders {
  readonly secret: (store: OpenStore, id: NativePath) => Promise<Read<Secret>>;
  readonly group: (store: OpenStore, id: NativePath) => Promise<Read<SecretGroup>>;
  readonly details: (store: OpenStore, secret: Secret) => Promise<Read<Secret>>;
  readonly versions: (store: OpenStore, secret: Secret) => Promise<Read<readonly SecretVersion[]>>;
  /** Null where the store does not say. */
  readonly usage: (store: OpenStore, secret: Secret) => Promise<Usage | null>;
  /** One field of the store's native type. */
  readonly storeNative: (store: OpenStore, field: string) => Promise<Plain>;
  /** Forgets everything: after a write in the same request. */
  readonly clear: () => void;
}

interface Key<T> {
  readonly store: OpenStore;
  readonly id: NativePath;
  readonly item: T;
}

type Batch<T, V> = (
  store: OpenStore,
  items: readonly T[],
  signal: AbortSignal,
) => Promise<readonly (Item<V> | Error)[]>;

export function createLoaders(metadata: Metadata, signal: AbortSignal): Loaders {
  const secrets = createLoader<NativePath, Read<Secret>>(metadata.getSecrets, signal);
  const groups = createLoader<NativePath, Read<SecretGroup>>(metadata.getGroups, signal);
  const details = createLoader<Secret, Read<Secret>>(metadata.getDetails, signal);
  const versions = createLoader<Secret, Read<readonly SecretVersion[]>>(metadata.listVersions, signal);
  const usage = createLoader<Secret, Usage | null>(metadata.getUsage, signal);
  const storeNative = createLoader<string, Plain>(storeFields, signal);
  return {
    secret: (store, id) => secrets.load({ store, id, item: id }),
    group: (store, id) => groups.load({ store, id, item: id }),
    details: (store, secret) => details.load({ store, id: secret.id, item: secret }),
    versions: (store, secret) => versions.load({ store, id: secret.id, item: secret }),
    usage: (store, secret) => usage.load({ store, id: secret.id, item: secret }),
    storeNative: (store, field) => storeNative.load({ store, id: [field], item: field }),
    clear: () => {
      for (const loader of [secrets, groups, details, versions, usage, storeNative]) loader.clearAll();
    },
  };
}

function createLoader<T, V>(batch: Batch<T, V>, signal: AbortSignal): DataLoader<Key<T>, V, string> {
  return new DataLoader<Key<T>, V, string>((keys) => loadByStore(keys, batch, signal), {
    cacheKeyFn: ({ store, id }) => `${store.id}:${pathKey(id)}`,
  });
}

/** One call per store, all stores at once; a store whose call fails gives its error to its own keys only. */
async function loadByStore<T, V>(
  keys: readonly Key<T>[],
  batch: Batch<T, V>,
  signal: AbortSignal,
): Promise<(V | Error)[]> {
  const results: (V | Error)[] = keys.map(() => notFound());
  const places = Map.groupBy(keys.keys(), (index) => (keys[index] as Key<T>).store);
  await Promise.all(
    [...places].map(async ([store, indexes]) => {
      const items = indexes.map((index) => (keys[index] as Key<T>).item);
      const answers = await batch(store, items, signal).catch((error: unknown) => {
        const failure = asError(error, signal);
        return items.map(() => failure);
      });
      indexes.forEach((index, place) => {
        results[index] = place < answers.length ? (answers[place] as V | Error) : notFound();
      });
    }),
  );
  return results;
}

function storeFields(
  store: OpenStore,
  fields: readonly string[],
  signal: AbortSignal,
): Promise<readonly (Plain | Error)[]> {
  const context: CallContext = { signal };
  return Promise.all(
    fields.map(async (field) => {
      const read = store.connector.storeNative?.[field];
      if (read === undefined) return null;
      return read(context).catch((error: unknown) => asError(error, signal));
    }),
  );
}

/** What nobody meant stays what it is: the edge of the graph masks it, and logs where it came from. */
function asError(error: unknown, signal: AbortSignal): Error {
  if (error instanceof PortcullisError) return error;
  if (signal.aborted) return deadlineExceeded();
  return error instanceof Error ? error : new PortcullisError('INTERNAL', 'The object could not be loaded.');
}
