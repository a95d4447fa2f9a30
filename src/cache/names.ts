import { createHash, createHmac } from 'node:crypto';
import { pathKey } from '../domain/ids.ts';
import type { NativePath } from '../domain/model.ts';
import { FORMAT_VERSION } from './entry.ts';
import type { CacheKind } from './shapes.ts';

/** One object of one store. `id` is empty for the kinds of which a store has one. */
export interface EntryKey {
  readonly kind: CacheKind;
  readonly id: NativePath;
}

/** Whose entries they are. Another credential may see other things, so its entries have other names. */
export interface StoreIdentity {
  readonly storeId: string;
  /** Made of the store's credentials. It keys the hashes of the names, so it never becomes part of one. */
  readonly fingerprint: string;
}

/** The name of a store where others can read it. */
export function storeTag(storeId: string): string {
  return createHash('sha256').update(`store\0${storeId}`).digest('hex').slice(0, 32);
}

/** The key of an entry inside this process. */
export function memoryKey(identity: StoreIdentity, key: EntryKey): string {
  return [identity.storeId, identity.fingerprint, key.kind, pathKey(key.id)].join('\0');
}

/** The names in Redis. All names of one store carry one hash tag, so that a cluster keeps them in one slot. */
export interface Names {
  readonly channel: string;
  epoch(storeId: string): string;
  entry(identity: StoreIdentity, epoch: number, key: EntryKey): string;
}

/**
 * No name tells what is cached: an id goes in as an HMAC under the credential's fingerprint, so that whoever reads
 * the names cannot even test a guess at a secret's name.
 */
export function createNames(keyPrefix: string): Names {
  const root = (storeId: string) => `${keyPrefix}{${storeTag(storeId)}}:${FORMAT_VERSION}`;
  return {
    channel: `${keyPrefix}epochs:${FORMAT_VERSION}`,
    epoch: (storeId) => `${root(storeId)}:epoch`,
    entry: (identity, epoch, key) => {
      const identityText = [identity.storeId, key.kind, pathKey(key.id)].join('\0');
      const hash = createHmac('sha256', identity.fingerprint).update(identityText).digest('base64url');
      return `${root(identity.storeId)}:${epoch}:${key.kind}:${hash}`;
    },
  };
}
