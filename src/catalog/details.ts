import { PortcullisError } from '../domain/errors.ts';
import type { DetailField } from '../domain/model.ts';
import type { Metadata } from './metadata.ts';
import { type SecretEntry, secretEntry } from './snapshot.ts';
import type { OpenStore } from './store.ts';

interface Completed {
  readonly entries: readonly SecretEntry[];
  /** Fields that could not be had for every entry: the list then says that the store is INCOMPLETE. */
  readonly incompleteFields: readonly DetailField[];
}

/**
 * Fills in what a filter or an order looks at and the store's listing lacks: details once per secret (bounded and
 * cached), usage once per store. An entry whose details fail stays as it was listed; one that has them is made anew,
 * because they may be of another moment, with another name to decide on.
 */
export async function withDetails(request: {
  readonly store: OpenStore;
  readonly entries: readonly SecretEntry[];
  readonly needed: ReadonlySet<DetailField>;
  readonly metadata: Metadata;
  readonly signal: AbortSignal;
}): Promise<Completed> {
  const missing = request.store.facts.gaps.fields.filter((field) => request.needed.has(field));
  if (missing.length === 0) return { entries: request.entries, incompleteFields: [] };
  const usage = missing.includes('usage');
  const details = missing.some((field) => field !== 'usage' && field !== 'versions');
  let entries = request.entries;
  if (details) entries = await fillDetails({ ...request, entries });
  if (usage) entries = await fillUsage({ ...request, entries });
  return {
    entries,
    incompleteFields: missing.filter((field) => entries.some(({ object }) => object.incomplete.includes(field))),
  };
}

type Fill = {
  readonly store: OpenStore;
  readonly entries: readonly SecretEntry[];
  readonly metadata: Metadata;
  readonly signal: AbortSignal;
};

async function fillDetails({ store, entries, metadata, signal }: Fill): Promise<readonly SecretEntry[]> {
  const items = await metadata.getDetails(
    store,
    entries.map(({ object }) => object),
    signal,
  );
  return entries.map((entry, index) => {
    const item = items[index];
    return item === undefined || item instanceof PortcullisError ? entry : secretEntry(store, item.value);
  });
}

async function fillUsage({ store, entries, metadata, signal }: Fill): Promise<readonly SecretEntry[]> {
  const items = await metadata.getUsage(
    store,
    entries.map(({ object }) => object),
    signal,
  );
  return entries.map((entry, index) => {
    const usage = items[index];
    if (usage === undefined || usage instanceof PortcullisError) return entry;
    const incomplete = entry.object.incomplete.filter((field) => field !== 'usage');
    return { ...entry, object: { ...entry.object, usage, incomplete } };
  });
}
