import type { CallContext } from '../../domain/connector.ts';
import { PortcullisError } from '../../domain/errors.ts';
import type { ConnectorIo } from '../define.ts';
import { END, isInTransition, statusOf } from './states.ts';

/** Between two looks: short at first, because a rename or a small secret is quick, then ever longer. */
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 5_000;

interface Waiting {
  readonly waitSeconds: number;
  /** As the answer to the write told it; null: it did not. */
  readonly state: string | null;
  /** Asks the platform for the state now. */
  readonly look: (context: CallContext) => Promise<string>;
}

/**
 * Waits until the platform is no longer at work on an object, at the longest for `waitSeconds`, and answers the last
 * state that was seen; an object that is not found any more is at its end. The write has been accepted by then, so
 * nothing that happens here is an error: what cannot be seen in time is seen later.
 */
export async function waitUntilSettled(
  io: ConnectorIo,
  { waitSeconds, state: first, look }: Waiting,
  context: CallContext,
): Promise<string | null> {
  const deadline = io.now() + waitSeconds * 1_000;
  let state = first;
  try {
    for (let pauseMs = FIRST_PAUSE_MS; isUnsettled(state); pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
      const leftMs = deadline - io.now();
      if (leftMs <= 0) break;
      await io.wait(Math.min(pauseMs, leftMs), context.signal);
      state = await look(context);
    }
  } catch (error) {
    if (error instanceof PortcullisError && error.code === 'NOT_FOUND') return END;
    if (!(error instanceof PortcullisError) && !context.signal.aborted) throw error;
  }
  return state;
}

function isUnsettled(state: string | null): boolean {
  return state === null || isInTransition(statusOf(state));
}
