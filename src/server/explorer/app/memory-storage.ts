import type { Storage as GraphiQLStorage } from '@graphiql/toolkit';

/** GraphiQL keeps queries, variables and tabs in what it is given: here, nothing that outlives the page. */
export function createMemoryStorage(): GraphiQLStorage {
  const entries = new Map<string, string>();
  return {
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => {
      entries.set(key, value);
    },
    removeItem: (key) => {
      entries.delete(key);
    },
    clear: () => entries.clear(),
    get length() {
      return entries.size;
    },
  };
}
