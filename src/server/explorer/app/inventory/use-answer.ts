import { useEffect, useState } from 'react';
import { type Failure, failureOf, type Loaded, load } from './load.ts';

export interface Answer<Data> {
  /** The latest answer there was; it stays on the screen while the next one is on its way, and when that fails. */
  readonly loaded: Loaded<Data> | null;
  readonly failure: Failure | null;
  readonly busy: boolean;
}

/** Asks the gateway. The signal ends the call once its answer is of no use any more. */
export type Ask<Data> = (signal: AbortSignal) => Promise<Data>;

/** Asks whenever `ask` is another function (callers memoise it over all that it depends on) or `round` changes. */
export function useAnswer<Data>(ask: Ask<Data>, round = 0): Answer<Data> {
  const [answer, setAnswer] = useState<Answer<Data>>({ loaded: null, failure: null, busy: true });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another round is a reason to ask again, and nothing else.
  useEffect(() => {
    const abort = new AbortController();
    setAnswer((last) => ({ ...last, busy: true }));
    load(ask(abort.signal)).then(
      (loaded) => {
        if (!abort.signal.aborted) setAnswer({ loaded, failure: null, busy: false });
      },
      (error: unknown) => {
        if (!abort.signal.aborted) setAnswer((last) => ({ ...last, failure: failureOf(error), busy: false }));
      },
    );
    return () => abort.abort();
  }, [ask, round]);
  return answer;
}
