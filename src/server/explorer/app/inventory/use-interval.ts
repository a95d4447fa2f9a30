import { useEffect, useRef } from 'react';

/** Calls again and again while the page is looked at; null: not at all. */
export function useInterval(call: () => void, everyMs: number | null): void {
  const latest = useRef(call);
  useEffect(() => {
    latest.current = call;
  }, [call]);
  useEffect(() => {
    if (everyMs === null) return undefined;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') latest.current();
    }, everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
}
