import { Kind, type ValueNode } from 'graphql';
import { checkLimit, type OperationLimits, tooComplex } from './limits.ts';

/**
 * Elements of all lists in each variable, by the variable's name. Stops at the limit of depth, so that no input is
 * followed further down than the stack goes.
 * @throws PortcullisError OPERATION_TOO_COMPLEX where one is too deep, or all together are too long
 */
export function variableItems(
  variables: Readonly<Record<string, unknown>>,
  limits: OperationLimits,
): ReadonlyMap<string, number> {
  const items = new Map(
    Object.entries(variables).map(([name, value]) => [name, itemsOf(value, limits, limits.maxInputDepth)] as const),
  );
  let total = 0;
  for (const count of items.values()) total += count;
  checkLimit(limits, 'maxInputItems', total);
  return items;
}

function itemsOf(value: unknown, limits: OperationLimits, levels: number): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (levels === 0) throw tooComplex(limits, 'maxInputDepth');
  const isList = Array.isArray(value);
  let count = isList ? value.length : 0;
  // Before going down: a list of a million lists is refused for its own length.
  checkLimit(limits, 'maxInputItems', count);
  for (const part of isList ? value : Object.values(value)) count += itemsOf(part, limits, levels - 1);
  return count;
}

/** The same for a value as it stands in a document, with variables put in. */
export function literalItems(
  node: ValueNode,
  variables: ReadonlyMap<string, number>,
  { limits, levels = limits.maxInputDepth }: { readonly limits: OperationLimits; readonly levels?: number },
): number {
  if (node.kind === Kind.VARIABLE) return variables.get(node.name.value) ?? 0;
  if (node.kind !== Kind.LIST && node.kind !== Kind.OBJECT) return 0;
  if (levels === 0) throw tooComplex(limits, 'maxInputDepth');
  const parts = node.kind === Kind.LIST ? node.values : node.fields.map(({ value }) => value);
  const inner = parts.map((part) => literalItems(part, variables, { limits, levels: levels - 1 }));
  return inner.reduce((total, count) => total + count, node.kind === Kind.LIST ? parts.length : 0);
}
