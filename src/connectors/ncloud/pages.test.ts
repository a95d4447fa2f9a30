import { describe, expect, it } from 'vitest';
import type { NcloudClient } from './client.ts';
import { walkSecrets } from './pages.ts';

const PAGE_SIZE = 2;

/** A list of ids that `change` alters before the nth request is answered. */
function changingList(ids: string[], change: (request: number, ids: string[]) => void = () => undefined) {
  const requested: number[] = [];
  const listPage: NcloudClient['listPage'] = async (pageNo) => {
    requested.push(pageNo);
    change(requested.length, ids);
    return {
      totalPageNo: Math.ceil(ids.length / PAGE_SIZE),
      totalCount: ids.length,
      secretList: ids.slice((pageNo - 1) * PAGE_SIZE, pageNo * PAGE_SIZE).map((secretId) => ({
        secretId,
        secretName: secretId,
        secretStatus: 'ENABLE',
      })),
    };
  };
  return { client: { listPage } as NcloudClient, requested };
}

async function collect(client: NcloudClient, connections = 1): Promise<string[]> {
  const { signal } = new AbortController();
  const pages = await Array.fromAsync(walkSecrets(client, { connections, signal }));
  return pages.flat().map(({ secretId }) => secretId);
}

describe('walking the list', () => {
  it('asks for each page once when nothing changes', async () => {
    const { client, requested } = changingList(['a', 'b', 'c', 'd', 'e']);
    expect(await collect(client)).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(requested).toEqual([1, 2, 3]);
  });

  it('asks once for an empty list', async () => {
    const { client, requested } = changingList([]);
    expect(await collect(client)).toEqual([]);
    expect(requested).toEqual([1]);
  });

  it('keeps the order when pages are fetched side by side', async () => {
    const { client } = changingList(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
    expect(await collect(client, 3)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
  });

  it('repeats no id when the list grows in front of it', async () => {
    const { client } = changingList(['a', 'b', 'c', 'd'], (request, ids) => {
      if (request === 2) ids.unshift('new');
    });
    expect((await collect(client)).toSorted()).toEqual(['a', 'b', 'c', 'd', 'new']);
  });

  it('loses no id when the list shrinks in front of it', async () => {
    const { client } = changingList(['a', 'b', 'c', 'd', 'e'], (request, ids) => {
      if (request === 2) ids.shift();
    });
    expect(await collect(client)).toEqual(expect.arrayContaining(['b', 'c', 'd', 'e']));
  });

  it('loses no id when one goes and one comes', async () => {
    const { client } = changingList(['a', 'b', 'c', 'd', 'e'], (request, ids) => {
      if (request === 2) ids.splice(0, 1);
      if (request === 3) ids.push('new');
    });
    expect(await collect(client)).toEqual(expect.arrayContaining(['b', 'c', 'd', 'e', 'new']));
  });

  it('finds what came while another went, although the total is the same', async () => {
    const { client } = changingList(['a', 'b', 'c', 'd'], (request, ids) => {
      if (request === 2) ids.splice(0, 4, 'new', 'a', 'b', 'c');
    });
    expect(await collect(client)).toEqual(['a', 'b', 'c', 'new']);
  });

  it('ends although the list never rests', async () => {
    const { client, requested } = changingList(['a', 'b', 'c'], (request, ids) => ids.unshift(`new${request}`));
    const found = await collect(client);
    expect(new Set(found).size).toBe(found.length);
    expect(requested.length).toBeLessThan(20);
  });

  it('asks for no further page once nobody reads on', async () => {
    const { client, requested } = changingList(['a', 'b', 'c', 'd']);
    const { signal } = new AbortController();
    for await (const _page of walkSecrets(client, { connections: 4, signal })) break;
    expect(requested).toEqual([1]);
  });
});
