import {
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
} from 'graphql';
import { createFragmentMemo } from './fragments.ts';
import { literalItems } from './input-size.ts';
import type { OperationLimits } from './limits.ts';

/** What is assumed of a page whose size is not given, and of a list that has no size. */
const DEFAULT_PAGE = 50;
const MAX_PAGE = 500;
const DEFAULT_LIST = 10;

/** What a field costs by itself: one, and more where it may ask a store. */
const MUTATION_COST = 100;
const LOOKUP_COST = 10;

/**
 * Cost of a selection: `once`, and `perItem` for each element of the page it belongs to. A fragment on a connection
 * does not know its page's size, so both are kept apart until the field that gives it.
 */
interface Cost {
  readonly once: number;
  readonly perItem: number;
  /** Elements of input lists in its arguments, counted as often as they are written. */
  readonly items: number;
}

const NOTHING: Cost = { once: 0, perItem: 0, items: 0 };

export interface OperationCost {
  /** How many fields the answer may come to hold, with what asks a store or changes something weighing more. */
  readonly cost: number;
  /** Elements of input lists, with each variable counted wherever it is used. */
  readonly inputItems: number;
}

interface CostQuestion {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
  /** From `variableItems`. */
  readonly variableItems: ReadonlyMap<string, number>;
  readonly limits: OperationLimits;
}

/**
 * An upper bound of an operation's work, linear in its document: a field costs one, a lookup 10, a mutation 100, an
 * element of an input list one; what stands in a list costs as often as the list may be long. A page is as long as
 * `first` or `last` say (50 without), `nodes(ids:)` as its ids are, any other list 10.
 */
export function costOf(question: CostQuestion): OperationCost {
  const { schema, document, operation } = question;
  const walk: Walk = {
    ...question,
    fragmentCost: createFragmentMemo<Cost>(document, {
      measure: ({ typeCondition, selectionSet }) =>
        selectionCost(selectionSet, schema.getType(typeCondition.name.value), walk),
      nothing: NOTHING,
    }),
  };
  const root = schema.getRootType(operation.operation) ?? undefined;
  const { once, perItem, items } = selectionCost(operation.selectionSet, root, walk);
  return { cost: once + perItem, inputItems: items };
}

interface Walk extends CostQuestion {
  readonly fragmentCost: (name: string) => Cost;
}

function selectionCost({ selections }: SelectionSetNode, type: GraphQLNamedType | undefined, walk: Walk): Cost {
  let total = NOTHING;
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) total = plus(total, fieldCost(selection, type, walk));
    else if (selection.kind === Kind.FRAGMENT_SPREAD) total = plus(total, walk.fragmentCost(selection.name.value));
    else {
      const condition = selection.typeCondition?.name.value;
      const inner = condition === undefined ? type : walk.schema.getType(condition);
      total = plus(total, selectionCost(selection.selectionSet, inner, walk));
    }
  }
  return total;
}

function fieldCost(node: FieldNode, parent: GraphQLNamedType | undefined, walk: Walk): Cost {
  const field = fieldOf(node.name.value, parent, walk.schema);
  const items = (node.arguments ?? []).reduce(
    (count, { value }) => count + literalItems(value, walk.variableItems, walk),
    0,
  );
  const own = (field === undefined ? 1 : weightOf(field, parent, walk)) + items;
  if (field === undefined || node.selectionSet === undefined) return { once: own, perItem: 0, items };
  const type = getNamedType(field.type);
  const inner = selectionCost(node.selectionSet, isCompositeType(type) ? type : undefined, walk);
  const page = pageSize(node, field, walk);
  const element = inner.once + inner.perItem * (page ?? DEFAULT_PAGE);
  const allItems = items + inner.items;
  if (!isListType(getNullableType(field.type))) return { once: own + element, perItem: 0, items: allItems };
  if (parent !== undefined && isPageOf(parent, field)) return { once: own, perItem: element, items: allItems };
  return { once: own + element * listSize(node, page, walk), perItem: 0, items: allItems };
}

function fieldOf(
  name: string,
  parent: GraphQLNamedType | undefined,
  schema: GraphQLSchema,
): GraphQLField<unknown, unknown> | undefined {
  if (parent === schema.getQueryType()) {
    if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  }
  return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
}

function weightOf(
  field: GraphQLField<unknown, unknown>,
  parent: GraphQLNamedType | undefined,
  { schema, operation }: Walk,
): number {
  if (operation.operation === OperationTypeNode.MUTATION && parent === schema.getMutationType()) return MUTATION_COST;
  return parent === schema.getQueryType() || isPaged(field) ? LOOKUP_COST : 1;
}

function isPaged(field: GraphQLField<unknown, unknown>): boolean {
  return field.args.some(({ name }) => name === 'first');
}

/** The elements of a connection: there are as many as the connection's own field was asked for. */
function isPageOf(parent: GraphQLNamedType, field: GraphQLField<unknown, unknown>): boolean {
  return parent.name.endsWith('Connection') && (field.name === 'nodes' || field.name === 'edges');
}

/** Null where the field has no pages. */
function pageSize(node: FieldNode, field: GraphQLField<unknown, unknown>, walk: Walk): number | null {
  if (!isPaged(field)) return null;
  const sizes = (node.arguments ?? [])
    .filter(({ name }) => name.value === 'first' || name.value === 'last')
    .map(({ value }) => {
      if (value.kind === Kind.INT) return Number(value.value);
      return value.kind === Kind.VARIABLE ? variableNumber(value.name.value, walk) : null;
    })
    .filter((size) => size !== null);
  // More than a page may hold is refused when the field is reached.
  return sizes.length === 0 ? DEFAULT_PAGE : Math.min(Math.max(...sizes, 1), MAX_PAGE);
}

function variableNumber(name: string, { operation, variables }: Walk): number | null {
  const given = variables[name];
  if (typeof given === 'number') return given;
  if (given !== undefined) return null;
  const fallback = operation.variableDefinitions?.find(({ variable }) => variable.name.value === name)?.defaultValue;
  return fallback?.kind === Kind.INT ? Number(fallback.value) : null;
}

function listSize(node: FieldNode, page: number | null, walk: Walk): number {
  if (page !== null) return page;
  const ids = node.arguments?.find(({ name }) => name.value === 'ids');
  // At least one, so that what stands in it counts whatever the list turns out to be.
  return ids === undefined ? DEFAULT_LIST : Math.max(1, literalItems(ids.value, walk.variableItems, walk));
}

function plus(a: Cost, b: Cost): Cost {
  return { once: a.once + b.once, perItem: a.perItem + b.perItem, items: a.items + b.items };
}
