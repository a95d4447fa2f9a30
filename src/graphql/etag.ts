import type { Sealer } from '../domain/sealing.ts';

/** Equal for the same object in the same state, made up by nobody else; null where nothing tells of its state. */
export function etagOf(sealer: Sealer, id: string, revision: string | null): string | null {
  return revision === null ? null : sealer.tag(`etag:${id}`, revision);
}

export function etagMatches(
  sealer: Sealer,
  request: { readonly id: string; readonly revision: string | null; readonly ifMatch: string },
): boolean {
  return request.revision !== null && sealer.hasTag(`etag:${request.id}`, request.revision, request.ifMatch);
}
