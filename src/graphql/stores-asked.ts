import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  getArgumentValues,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { SecretFilter } from '../catalog/filter.ts';
import type { OpenStore } from '../catalog/store.ts';
import { decodeId } from '../domain/ids.ts';
import type { Action } from '../policy/actions.ts';
import type { GraphContext } from './context.ts';
import { scopeOf } from './lists.ts';
import { isStoreVisible } from './targets.ts';

/** Root fields that list, and what each lists. */
const LISTS: Readonly<Record<string, Action>> = {
  secrets: 'secret:describe',
  secretsSummary: 'secret:describe',
  secretGroups: 'secretGroup:describe',
  subjects: 'subject:describe',
};

export interface Asked {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * The stores that a query may read from, known before anything is executed: those that the arguments of its root
 * fields name, within the viewer's reach. Never fewer than are read; a field that is skipped counts as asked for.
 */
export function storesAsked(asked: Asked, context: GraphContext): readonly OpenStore[] {
  const { schema, document, operation } = asked;
  const fragments = new Map(
    document.definitions
      .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  const { coerced = {} } = getVariableValues(schema, operation.variableDefinitions ?? [], { ...asked.variables });
  const found = new Set<OpenStore>();
  for (const field of rootFields(operation.selectionSet, fragments)) {
    const definition = schema.getQueryType()?.getFields()[field.name.value];
    if (definition === undefined) continue;
    for (const store of storesOf(field.name.value, argumentsOf(definition, field, coerced), context)) found.add(store);
  }
  return context.services.stores.filter((store) => found.has(store));
}

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

function* rootFields({ selections }: SelectionSetNode, fragments: Fragments): Generator<FieldNode> {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) yield selection;
    else {
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      if (fragment !== undefined) yield* rootFields(fragment.selectionSet, fragments);
    }
  }
}

/** None where they are wrong: then the field fails, and reads nothing. */
function argumentsOf(...given: Parameters<typeof getArgumentValues>): Readonly<Record<string, unknown>> | null {
  try {
    return getArgumentValues(...given);
  } catch {
    return null;
  }
}

function storesOf(
  field: string,
  args: Readonly<Record<string, unknown>> | null,
  context: GraphContext,
): readonly OpenStore[] {
  if (args === null || field === 'viewer') return [];
  const action = LISTS[field];
  if (action !== undefined) return listedStores(action, (args.filter ?? null) as SecretFilter | null, context);
  const visible = context.services.stores.filter((store) => isStoreVisible(context, store));
  const name = field === 'store' ? args.name : args.store;
  if (typeof name === 'string') return visible.filter((store) => store.name === name);
  const ids = [args.id, ...(Array.isArray(args.ids) ? args.ids : [])].filter((id) => typeof id === 'string');
  if (ids.length === 0) return visible;
  const wanted = new Set(ids.map((id) => decodeId(id)?.store));
  return visible.filter((store) => wanted.has(store.id));
}

function listedStores(action: Action, filter: SecretFilter | null, context: GraphContext): readonly OpenStore[] {
  try {
    return scopeOf(context, action, filter).stores;
  } catch {
    return [];
  }
}
