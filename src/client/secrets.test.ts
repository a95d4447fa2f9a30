import { describe, expect, it } from 'vitest';
import { json, stubFetch } from './fetch-stub.ts';
import { createClient } from './index.ts';

const store = { id: 'st', name: 'swarm', provider: 'DOCKER' };
const complete = { store, outcome: 'COMPLETE', count: 1, error: null, retryable: null };
const failed = { store, outcome: 'FAILED', count: null, error: 'UPSTREAM_TIMEOUT', retryable: true };

function page(names: string[], endCursor: string | null, outcome: object = complete): Response {
  const nodes = names.map((name) => ({ id: name, name, store }));
  const pageInfo = { hasNextPage: endCursor !== null, hasPreviousPage: false, startCursor: null, endCursor };
  return json({ data: { secrets: { nodes, pageInfo, totalCount: names.length, stores: [outcome] } } });
}

function clientOf(...pages: Response[]) {
  const stub = stubFetch(...pages);
  return { stub, client: createClient({ url: 'https://gateway.test', fetch: stub.fetch }) };
}

describe('client.secrets', () => {
  it('walks every page in order', async () => {
    const { client } = clientOf(page(['a', 'b'], 'cursor-1'), page(['c'], null));
    const secrets = await Array.fromAsync(client.secrets());
    expect(secrets.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
  });

  it('sends filter, order and size with each page, and the cursor of the one before', async () => {
    const { client, stub } = clientOf(page(['a'], 'cursor-1'), page(['b'], null));
    const asked = { filter: { inUse: false }, orderBy: { field: 'NAME', direction: 'ASC' } } as const;
    await Array.fromAsync(client.secrets({ ...asked, pageSize: 1 }));
    expect(stub.body(0).variables).toEqual({ ...asked, first: 1, after: null });
    expect(stub.body(1).variables).toEqual({ ...asked, first: 1, after: 'cursor-1' });
  });

  it('asks for no page that nobody wants', async () => {
    const { client, stub } = clientOf(page(['a', 'b'], 'cursor-1'), page(['c'], null));
    for await (const secret of client.secrets()) if (secret.name === 'b') break;
    expect(stub.requests).toHaveLength(1);
  });

  it('ends in INCOMPLETE_LIST, after what there is, when a store failed', async () => {
    const { client } = clientOf(page(['a'], null, failed));
    const seen: string[] = [];
    const walk = async () => {
      for await (const secret of client.secrets()) seen.push(secret.name);
    };
    await expect(walk()).rejects.toMatchObject({ code: 'INCOMPLETE_LIST', retryable: true });
    expect(seen).toEqual(['a']);
  });

  it('ends normally when a store failed and the caller watches the stores', async () => {
    const { client } = clientOf(page(['a'], null, failed));
    const outcomes: string[] = [];
    const onStores = (stores: readonly { outcome: string }[]) => outcomes.push(...stores.map((s) => s.outcome));
    await expect(Array.fromAsync(client.secrets({ onStores }))).resolves.toHaveLength(1);
    expect(outcomes).toEqual(['FAILED']);
  });
});
