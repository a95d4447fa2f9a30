import { createHash } from 'node:crypto';
import { causeName } from '../domain/errors.ts';
import type { GapBody } from './line-body.ts';

/** From the first refused event on, until a write succeeds again and can tell of it. */
export interface Outage {
  readonly refuse: (events: number) => void;
  /** What of the refused events had reached the file and was cut off again. */
  readonly discard: (bytes: Uint8Array) => void;
  readonly gap: () => GapBody;
}

export function createOutage(error: unknown, at: () => string): Outage {
  const since = at();
  const cause = causeName(error);
  const discarded = createHash('sha256');
  let discardedBytes = 0;
  let refused = 0;
  return {
    refuse(events) {
      refused += events;
    },
    discard(bytes) {
      discardedBytes += bytes.length;
      discarded.update(bytes);
    },
    gap: () => ({
      kind: 'gap',
      at: at(),
      since,
      refused,
      cause,
      discarded: { bytes: discardedBytes, sha256: discarded.copy().digest('hex') },
    }),
  };
}
