import {
  type ASTNode,
  type GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/**
 * Where in a document's input a fault lies, told in the schema's own words alone: argument and field names that the
 * schema has, and the type that was expected there. What the caller wrote is never repeated, because graphql-js
 * prints what it refuses, and what is refused may be a value.
 */
export interface InputPosition {
  /** 'input.value.text'. */
  readonly path: string;
  /** 'SecretText'. Null where the place has no known type. */
  readonly expected: string | null;
}

/** The position of an offending node in its document; null where the node is not part of an input value. */
export function inputPositionOf(schema: GraphQLSchema, error: GraphQLError): InputPosition | null {
  const start = error.nodes?.[0]?.loc?.start;
  const source = error.source;
  if (start === undefined || source === undefined) return null;
  const document = parse(source.body);
  const typeInfo = new TypeInfo(schema);
  const path: string[] = [];
  let found: InputPosition | null = null;
  visit(
    document,
    visitWithTypeInfo(typeInfo, {
      enter(node) {
        const name = nameOf(node, typeInfo);
        if (name !== null) path.push(name);
        if (found === null && node.loc?.start === start && isInputNode(node)) {
          found = { path: path.join('.'), expected: typeInfo.getInputType()?.toString() ?? null };
        }
      },
      leave(node) {
        if (nameOf(node, typeInfo) !== null) path.pop();
      },
    }),
  );
  return found;
}

function isInputNode(node: ASTNode): boolean {
  return (
    node.kind === Kind.ARGUMENT ||
    node.kind === Kind.OBJECT_FIELD ||
    node.kind.endsWith('Value') ||
    node.kind === Kind.VARIABLE
  );
}

/** Names that the schema knows; '?' stands for one that it does not, which may be anything. */
function nameOf(node: ASTNode, typeInfo: TypeInfo): string | null {
  if (node.kind === Kind.ARGUMENT) return typeInfo.getArgument()?.name ?? '?';
  if (node.kind !== Kind.OBJECT_FIELD) return null;
  const parent = typeInfo.getParentInputType();
  const type = parent ? getNamedType(parent) : undefined;
  return isInputObjectType(type) && type.getFields()[node.name.value] ? node.name.value : '?';
}

/** The type that stands at a path of schema names and list places within a variable of the given type. */
export function typeAt(type: GraphQLInputType, path: readonly (string | number)[]): GraphQLInputType {
  return path.reduce<GraphQLInputType>((at, part) => {
    const nullable = isNonNullType(at) ? at.ofType : at;
    if (isListType(nullable)) {
      const item = nullable.ofType as GraphQLInputType;
      // One item may be given for a list of one: then the path goes on without a place in the list.
      return typeof part === 'number' ? item : typeAt(item, [part]);
    }
    if (isInputObjectType(nullable)) return nullable.getFields()[part]?.type ?? nullable;
    return nullable;
  }, type);
}
