import { useCallback, useState } from 'react';

const KEY = 'portcullis-token';

/** Long enough that a token being typed is not tried letter by letter. */
export const TYPING_PAUSE_MS = 350;

/**
 * The token lives in sessionStorage: it survives a reload, belongs to this tab, and is gone when the tab closes.
 * Not localStorage, which every later tab of the origin could read.
 */
export function useToken(): readonly [token: string, setToken: (token: string) => void] {
  const [token, setState] = useState(() => sessionStorage.getItem(KEY) ?? '');
  const setToken = useCallback((next: string) => {
    if (next === '') sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, next);
    setState(next);
  }, []);
  return [token, setToken];
}
