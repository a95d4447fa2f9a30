import { vi } from 'vitest';
import { PortcullisError } from '../../domain/errors.ts';
import type { Secret } from '../../domain/model.ts';
import { createMetadataCache, type MetadataCache, type MetadataCacheOptions } from '../cache.ts';
import type { LoadContext } from '../loads.ts';
import { nativeShapes, secret, secretNamed } from './metadata.ts';

export const KEY = { storeId: 'swarm', id: secret.id };
export const unavailable = new PortcullisError('UPSTREAM_UNAVAILABLE', 'The store cannot be reached.');
export const never = () => Promise.reject(new Error('The upstream was asked.'));

/** What every cache of these tests goes by; set anew before each test. */
export const clock = { at: 0 };
export const random = { next: 0 };

export function resetClock(): void {
  clock.at = 1_750_000_000_000;
  random.next = 0;
}

export function openCache(options: Partial<MetadataCacheOptions> = {}): MetadataCache {
  return createMetadataCache({
    stores: ['swarm', 'vault'].map((storeId) => ({ storeId, fingerprint: 'f', nativeShapes })),
    ttlSeconds: 60,
    staleSeconds: 600,
    redis: null,
    now: () => clock.at,
    random: () => random.next,
    schedule: () => () => {},
    ...options,
  });
}

/** A load that waits to be told how it ends, and remembers its signal. */
export function heldLoad() {
  const { promise, resolve, reject } = Promise.withResolvers<Secret>();
  const load = vi.fn((_context: LoadContext) => promise);
  return { load, resolve, reject, signal: () => load.mock.calls[0]?.[0].signal };
}

export const answerWith = (name: string) => vi.fn(() => Promise.resolve(secretNamed(name)));
