import type { RecordedRequest } from '../../../src/connectors/emulation/emulator.ts';

/** One segment as it may go out: what `encodeURIComponent` leaves alone, and the colon that TrueFoundry's ids may have. */
const ID = '(?!\\.+(?:/|$))(?:[A-Za-z0-9._~-]|%3A)+';

/**
 * Every path that a provider's document has and a connector uses, whole. `{id}` is one segment.
 * @see src/connectors/<provider>/client.ts and the documents that it names
 */
const PATHS: Readonly<Record<string, readonly string[]>> = {
  docker: [
    '/_ping',
    ...['secrets', 'secrets/create', 'secrets/{id}', 'secrets/{id}/update', 'services', 'info', 'version'].map(
      (path) => `/v\\d\\.\\d+/${path}`,
    ),
  ],
  imco: [
    'ping',
    'labels',
    'secret/key_vaults',
    'secret/key_vaults/{id}',
    'secret/key_vaults/{id}/secrets',
    'secret/secrets/{id}',
    'secret/secrets/{id}/retry',
    'secret/secrets/{id}/versions',
  ].map((path) => `/v3/${path}`),
  ncloud: [
    'keys',
    'triggers',
    'secrets',
    'secrets/{id}',
    'secrets/{id}/[a-z-]+',
    'secrets/{id}/values/(active|previous|pending)',
  ].map((path) => `/secretmanager/api/v1/${path}`),
  segura: ['/iso/oauth2/token', '/iso/dapp/application', '/iso/sctm/secret'],
  truefoundry: [
    'secret-groups',
    'secret-groups/{id}',
    'secrets/{id}',
    'secrets/{id}/versions',
    'provider-integrations',
  ].map((path) => `/api/svc/v1/${path}`),
};

/** What may stand in a query, by name. */
const QUERIES: Readonly<Record<string, (value: string) => boolean>> = {
  filters: (value) => isFilter(JSON.parse(value)),
  version: (value) => /^\d+$/.test(value),
  pageNo: (value) => /^\d+$/.test(value),
  offset: (value) => /^\d+$/.test(value),
  limit: (value) => /^\d+$/.test(value),
  forceDelete: (value) => value === 'true',
};

/** The requests that no document of the provider has. */
export function undocumented(word: string, requests: readonly RecordedRequest[]): readonly string[] {
  const known = (PATHS[word] ?? []).map((path) => new RegExp(`^${path.replaceAll('{id}', ID)}$`));
  return requests
    .map(({ path }) => path)
    .filter((target) => {
      const mark = target.indexOf('?');
      const [path, query] = mark < 0 ? [target, ''] : [target.slice(0, mark), target.slice(mark + 1)];
      const pairs = [...new URLSearchParams(query)];
      return !known.some((one) => one.test(path)) || !pairs.every(([name, value]) => QUERIES[name]?.(value) === true);
    });
}

/** Docker's: sets of labels or ids, whatever is in them. */
function isFilter(filters: object): boolean {
  const sets = Object.entries(filters);
  return sets.every(
    ([name, set]) => /^(label|id)$/.test(name) && Object.values(set as object).every((one) => one === true),
  );
}
