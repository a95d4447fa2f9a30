import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  GraphQLString,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** What an operation says about one place of its result. `type` null: not known. */
export interface Place {
  readonly type: GraphQLNamedType | null;
  readonly selections: SelectionSetNode | undefined;
}

/** One operation with what it takes to follow its selections. */
export interface Selected {
  readonly schema: GraphQLSchema | null;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/** Null where the text cannot be parsed, or does not say which of its operations ran. */
export function selectOperation(
  query: string,
  operationName: string | null | undefined,
  schema: GraphQLSchema | null,
): Selected | null {
  const definitions = parseQuietly(query)?.definitions ?? [];
  const operations = definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const named = operations.filter((node) => node.name?.value === operationName);
  const operation = operationName ? named[0] : operations[0];
  if (operation === undefined || (!operationName && operations.length > 1)) return null;
  const fragments = definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  return { schema, operation, fragments: new Map(fragments.map((node) => [node.name.value, node])) };
}

/**
 * The name, where the text has an operation of it. GraphiQL notices with a delay what its editor holds: run right
 * after a change of tab, it sends the operation of one tab under the name of another.
 */
export function operationNameIn(query: string, operationName: string | null | undefined): string | undefined {
  const definitions = parseQuietly(query)?.definitions ?? [];
  const named = definitions.some(
    (node) => node.kind === Kind.OPERATION_DEFINITION && node.name?.value === operationName,
  );
  return named ? (operationName ?? undefined) : undefined;
}

export function rootPlace({ schema, operation }: Selected): Place {
  return { type: schema?.getRootType(operation.operation) ?? null, selections: operation.selectionSet };
}

/** The places below: a key of the result may come from several selections, on several types, and each has a say. */
export function innerPlaces(places: readonly Place[], selected: Selected): ReadonlyMap<string, readonly Place[]> {
  const inner = new Map<string, Place[]>();
  for (const place of places) collect(place, selected, inner);
  return inner;
}

function collect(place: Place, selected: Selected, inner: Map<string, Place[]>): void {
  for (const selection of place.selections?.selections ?? []) {
    if (selection.kind === Kind.FIELD) {
      const key = selection.alias?.value ?? selection.name.value;
      const type = fieldType(place.type, selection.name.value, selected.schema);
      inner.set(key, [...(inner.get(key) ?? []), { type, selections: selection.selectionSet }]);
    } else {
      collect(fragmentPlace(place, selection, selected), selected, inner);
    }
  }
}

type Fragment = Exclude<SelectionNode, { readonly kind: typeof Kind.FIELD }>;

function fragmentPlace(outer: Place, selection: Fragment, { schema, fragments }: Selected): Place {
  const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
  const condition = fragment?.typeCondition?.name.value;
  const type = condition === undefined ? outer.type : (schema?.getType(condition) ?? null);
  return { type, selections: fragment?.selectionSet };
}

/** The fields that every schema has without listing them. */
function fieldType(parent: GraphQLNamedType | null, name: string, schema: GraphQLSchema | null) {
  if (name === '__typename') return GraphQLString;
  if (name === '__schema') return schema?.getType('__Schema') ?? null;
  if (name === '__type') return schema?.getType('__Type') ?? null;
  if (!isObjectType(parent) && !isInterfaceType(parent)) return null;
  const field = parent.getFields()[name];
  return field === undefined ? null : getNamedType(field.type);
}

function parseQuietly(query: string): DocumentNode | null {
  try {
    return parse(query, { noLocation: true });
  } catch {
    return null;
  }
}
