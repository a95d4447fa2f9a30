import { pMapIterable } from 'p-map';
import type { NcloudClient } from './client.ts';
import type { ListItem, SecretPage } from './schema.ts';

/** A list that changes while it is read is read again, this often at most. */
const MAX_WALKS = 3;

/**
 * The whole list, page by page, in order, each id once. After the first page the others are fetched a few at a time.
 *
 * The service pages by number over a list that others change: what is created meanwhile pushes a secret onto the
 * next page (it would come twice), what is deleted pulls one back onto a page that was already read (it would be
 * missed). So ids are remembered, and when the totals moved or an id came again, the list is walked once more and
 * only what is new comes out.
 */
export async function* walkSecrets(
  client: NcloudClient,
  { connections, signal }: { readonly connections: number; readonly signal: AbortSignal },
): AsyncGenerator<readonly ListItem[], void, undefined> {
  const known = new Set<string>();
  for (let walk = 0; walk < MAX_WALKS; walk += 1) {
    const ofThisWalk = walk === 0 ? known : new Set<string>();
    const steadiness = createSteadiness();
    for await (const page of walkOnce(client, connections, signal)) {
      const listed = page.secretList ?? [];
      const fresh = notYetIn(known, listed);
      const first = ofThisWalk === known ? fresh : notYetIn(ofThisWalk, listed);
      steadiness.note(page, first.length < listed.length);
      if (fresh.length > 0 || walk === 0) yield fresh;
    }
    if (steadiness.isSteady()) return;
  }
}

async function* walkOnce(
  client: NcloudClient,
  connections: number,
  signal: AbortSignal,
): AsyncGenerator<SecretPage, void, undefined> {
  const first = await client.listPage(1, signal);
  yield first;
  if (first.totalPageNo < 2) return;
  const rest = new AbortController();
  const either = AbortSignal.any([signal, rest.signal]);
  const numbers = Array.from({ length: first.totalPageNo - 1 }, (_, index) => index + 2);
  try {
    yield* pMapIterable(numbers, (pageNo) => client.listPage(pageNo, either), { concurrency: connections });
  } finally {
    // Whoever stops reading, or fails, stops the requests that run ahead.
    rest.abort();
  }
}

function notYetIn(known: Set<string>, items: readonly ListItem[]): readonly ListItem[] {
  return items.filter(({ secretId }) => !known.has(secretId) && known.add(secretId));
}

/** Whether all pages of one walk told the same totals and no id came twice. */
function createSteadiness() {
  let totals: string | null = null;
  let steady = true;
  return {
    note(page: SecretPage, repeats: boolean): void {
      const told = `${page.totalPageNo}/${page.totalCount}`;
      if (repeats || (totals !== null && totals !== told)) steady = false;
      totals = told;
    },
    isSteady: (): boolean => steady,
  };
}
