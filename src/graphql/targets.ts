import type { OpenStore } from '../catalog/store.ts';
import type { IdGrammar } from '../domain/connector.ts';
import { badInput, notFound } from '../domain/errors.ts';
import { decodeId, type GlobalId, type IdType, matchesGrammar } from '../domain/ids.ts';
import type { NativePath } from '../domain/model.ts';
import type { Action } from '../policy/actions.ts';
import type { GraphContext } from './context.ts';

/** Where a global id leads: a store within the viewer's reach, and a path that its connector's grammar accepts. */
export interface Target {
  readonly store: OpenStore;
  readonly path: NativePath;
}

const GRAMMAR_OF: Readonly<Record<Exclude<IdType, 'Store'>, keyof IdGrammar>> = {
  SecretGroup: 'group',
  Secret: 'secret',
  SecretVersion: 'version',
  Subject: 'subject',
};

const DESCRIBE: Readonly<Record<Exclude<IdType, 'Store'>, Action>> = {
  SecretGroup: 'secretGroup:describe',
  Secret: 'secret:describe',
  SecretVersion: 'secretVersion:describe',
  Subject: 'subject:describe',
};

/** @throws BAD_USER_INPUT for what is no id of this type at all. */
export function parseId(text: string, types: readonly IdType[], argument: string): GlobalId {
  const id = decodeId(text);
  if (id === null || !types.includes(id.type))
    throw badInput(`This is not the id of a ${types.join(' or a ')}.`, argument);
  return id;
}

/**
 * @throws BAD_USER_INPUT for what is no such id, NOT_FOUND for an unknown store and for one out of the viewer's reach,
 * before any request and indistinguishably.
 */
export function findTarget(
  context: GraphContext,
  text: string,
  type: Exclude<IdType, 'Store'>,
  argument = 'id',
): Target {
  return targetOf(context, parseId(text, [type], argument), argument);
}

export function targetOf(context: GraphContext, id: GlobalId, argument = 'id'): Target {
  if (id.type === 'Store') throw badInput('This is the id of a store.', argument);
  const store = storeOf(context, { ...id, type: id.type });
  if (!matchesGrammar(id.path, store.facts.idGrammar[GRAMMAR_OF[id.type]])) {
    throw badInput('This id cannot be one of its store.', argument);
  }
  return { store, path: id.path };
}

/** The store that an id names, whatever the rest of it says. @throws NOT_FOUND as `findTarget` does. */
export function storeOf(
  context: GraphContext,
  id: { readonly type: Exclude<IdType, 'Store'>; readonly store: string },
): OpenStore {
  const store = context.services.stores.find((candidate) => candidate.id === id.store);
  if (store === undefined || !context.viewer.rights.reaches(DESCRIBE[id.type], store.resource)) throw notFound();
  return store;
}

/** Stores that the viewer may know of: described by right, or holding something that they may see. */
export function isStoreVisible({ viewer: { rights } }: GraphContext, store: OpenStore): boolean {
  return (
    rights.allows('store:describe', store.resource) ||
    rights.reaches('secret:describe', store.resource) ||
    rights.reaches('secretGroup:describe', store.resource)
  );
}

/** @throws NOT_FOUND for an unknown store and for one that the viewer may not know of. */
export function findStore(context: GraphContext, name: string): OpenStore {
  const store = context.services.stores.find((candidate) => candidate.name === name);
  if (store === undefined || !isStoreVisible(context, store)) throw notFound();
  return store;
}
