import type { Contribution, Scope } from '../catalog/catalog.ts';
import type { SecretFilter, SecretGroupFilter, SubjectFilter } from '../catalog/filter.ts';
import { storesMentioned } from '../catalog/filter.ts';
import type { OpenStore } from '../catalog/store.ts';
import type { StoreResult } from '../catalog/store-result.ts';
import { badInput } from '../domain/errors.ts';
import { decodeId } from '../domain/ids.ts';
import type { Action } from '../policy/actions.ts';
import type { GraphContext } from './context.ts';
import { isStoreVisible, parseId } from './targets.ts';

type AnyFilter = SecretFilter | SecretGroupFilter | SubjectFilter;

/**
 * The stores that a list has to ask: within the viewer's reach, and not ruled out by the top of the filter.
 * @throws BAD_USER_INPUT where the filter names a store that is unknown, or unknown to the viewer, or holds no ids.
 */
export function scopeOf(context: GraphContext, action: Action, filter: AnyFilter | null): Scope {
  const { stores } = context.services;
  const visible = new Set(stores.filter((store) => isStoreVisible(context, store)).map(({ name }) => name));
  if (storesMentioned(filter).some((name) => !visible.has(name)))
    throw badInput('The filter names a store that is not known.', 'filter.stores');
  checkIds(filter);
  return {
    stores: stores.filter((store) => context.viewer.rights.reaches(action, store.resource) && isWanted(store, filter)),
  };
}

function isWanted(store: OpenStore, filter: AnyFilter | null): boolean {
  if (filter === null) return true;
  if (filter.stores && !filter.stores.includes(store.name)) return false;
  const { providers, ids, groups, createdBy } = filter as SecretFilter;
  if (providers && !providers.includes(store.facts.provider)) return false;
  return [ids, groups, createdBy].every((list) => !list || list.some((id) => decodeId(id)?.store === store.id));
}

function checkIds(filter: AnyFilter | null): void {
  if (filter === null) return;
  const { ids, groups, createdBy, and, or, not } = filter as SecretFilter;
  for (const id of ids ?? []) parseId(id, ['Secret'], 'filter.ids');
  for (const id of groups ?? []) parseId(id, ['SecretGroup'], 'filter.groups');
  for (const id of createdBy ?? []) parseId(id, ['Subject'], 'filter.createdBy');
  for (const part of [...(and ?? []), ...(or ?? []), ...(not ? [not] : [])]) checkIds(part);
}

/** Remembers what is missing of the answer, so that the response as a whole says that it is partial. */
export function noteShortfalls(context: GraphContext, results: readonly StoreResult[]): void {
  context.shortfalls.push(
    ...results.filter(({ outcome, incompleteFields }) => outcome === 'FAILED' || incompleteFields.length > 0),
  );
  // Shown to the caller as data like any other failure; that it is ours is for the log.
  for (const { failure } of results) if (failure?.code === 'INTERNAL') context.services.onUnexpected(failure);
}

export function resultsOf(contributions: readonly Contribution<unknown>[]): readonly StoreResult[] {
  return contributions.map(({ result }) => result);
}
