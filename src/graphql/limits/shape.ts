import {
  type DirectiveNode,
  type DocumentNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { createFragmentMemo } from './fragments.ts';
import { checkLimit, type OperationLimits } from './limits.ts';

/** What a selection holds once its fragments are put in. Numbers may reach Infinity; they only ever grow. */
interface Shape {
  readonly depth: number;
  /** Fields of its first level. */
  readonly topFields: number;
  readonly fields: number;
  readonly fragments: number;
  readonly aliases: number;
  readonly directives: number;
}

const NOTHING: Shape = { depth: 0, topFields: 0, fields: 0, fragments: 0, aliases: 0, directives: 0 };

/**
 * Checks what can be told without a schema, of every operation of the document. It has to come before validation:
 * comparing all fields of one name with each other, as graphql-js does there, takes the square of their number.
 * @throws PortcullisError OPERATION_TOO_COMPLEX
 */
export function checkShape(document: DocumentNode, limits: OperationLimits): void {
  const fragmentShape: (name: string) => Shape = createFragmentMemo(document, {
    measure: ({ selectionSet, directives }) => plus(shapeOf(selectionSet, fragmentShape), marks(directives)),
    nothing: NOTHING,
  });
  for (const node of document.definitions) {
    if (node.kind === Kind.OPERATION_DEFINITION) checkOperation(node, fragmentShape, limits);
    // One that is spread nowhere is refused by validation, but only after it was compared with itself.
    else if (node.kind === Kind.FRAGMENT_DEFINITION) checkSize(fragmentShape(node.name.value), limits);
  }
}

function checkOperation(
  { selectionSet, directives, variableDefinitions }: OperationDefinitionNode,
  fragmentShape: (name: string) => Shape,
  limits: OperationLimits,
): void {
  const onVariables = sum((variableDefinitions ?? []).map((variable) => variable.directives?.length ?? 0));
  const shape = plus(shapeOf(selectionSet, fragmentShape), marks(directives));
  checkSize({ ...shape, directives: shape.directives + onVariables }, limits);
  checkLimit(limits, 'maxRootFields', shape.topFields);
}

function checkSize(shape: Shape, limits: OperationLimits): void {
  checkLimit(limits, 'maxDepth', shape.depth);
  checkLimit(limits, 'maxAliases', shape.aliases);
  checkLimit(limits, 'maxDirectives', shape.directives);
  checkLimit(limits, 'maxFields', shape.fields);
  checkLimit(limits, 'maxFragments', shape.fragments);
}

function shapeOf({ selections }: SelectionSetNode, fragmentShape: (name: string) => Shape): Shape {
  const seen = new Set<string>();
  return selections.reduce((all, selection) => {
    const shape = plus(selectionShape(selection, fragmentShape), marks(selection.directives));
    if (selection.kind !== Kind.FIELD) return plus(all, { ...shape, fragments: shape.fragments + 1 });
    const name = selection.name.value;
    const counts = selection.alias !== undefined || seen.has(name);
    seen.add(name);
    return plus(all, counts ? { ...shape, aliases: shape.aliases + 1 } : shape);
  }, NOTHING);
}

function selectionShape(selection: SelectionNode, fragmentShape: (name: string) => Shape): Shape {
  if (selection.kind === Kind.FRAGMENT_SPREAD) return fragmentShape(selection.name.value);
  if (selection.kind === Kind.INLINE_FRAGMENT) return shapeOf(selection.selectionSet, fragmentShape);
  const inner = selection.selectionSet === undefined ? NOTHING : shapeOf(selection.selectionSet, fragmentShape);
  return { ...inner, depth: inner.depth + 1, topFields: 1, fields: inner.fields + 1 };
}

function plus(a: Shape, b: Shape): Shape {
  return {
    depth: Math.max(a.depth, b.depth),
    topFields: a.topFields + b.topFields,
    fields: a.fields + b.fields,
    fragments: a.fragments + b.fragments,
    aliases: a.aliases + b.aliases,
    directives: a.directives + b.directives,
  };
}

function marks(directives: readonly DirectiveNode[] | undefined): Shape {
  return directives === undefined || directives.length === 0 ? NOTHING : { ...NOTHING, directives: directives.length };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
