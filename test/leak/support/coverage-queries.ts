import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

/** A document that asks for every field of one type, by the shortest way that leads to it. */
export interface CoverageQuery {
  readonly type: string;
  readonly document: string;
  /** 'Type.field' of all that it asks for on that type. */
  readonly fields: readonly string[];
}

/** Puts a selection between what leads to it. */
type Wrap = (selection: string) => string;

/** One document for each object type that a query reaches without knowing an id, so that together they ask for every field. */
export function coverageQueries(schema: GraphQLSchema): readonly CoverageQuery[] {
  const query = schema.getQueryType();
  if (!query) return [];
  const found = new Map<string, CoverageQuery>();
  const queue: { readonly type: GraphQLObjectType; readonly wrap: Wrap }[] = [{ type: query, wrap: (inner) => inner }];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const { type, wrap } = next;
    if (found.has(type.name)) continue;
    const fields = Object.values(type.getFields()).filter((field) => !field.args.some(isRequiredArgument));
    found.set(type.name, {
      type: type.name,
      document: `query Cover${type.name} { ${wrap(fields.map(selected).join(' '))} }`,
      fields: fields.map((field) => `${type.name}.${field.name}`),
    });
    for (const field of fields) {
      for (const target of objectsOf(schema, getNamedType(field.type))) {
        const isMember = isAbstractType(getNamedType(field.type));
        queue.push({
          type: target,
          wrap: (inner) => wrap(`${called(field)} { ${isMember ? `... on ${target.name} { ${inner} }` : inner} }`),
        });
      }
    }
  }
  return [...found.values()];
}

/** Everything that a payload may tell, value included, two levels deep. */
export function selectionOf(schema: GraphQLSchema, type: GraphQLNamedType, depth = 2): string {
  if (isLeafType(type)) return '';
  const members = objectsOf(schema, type).map((member) => {
    const parts = Object.values(member.getFields())
      .filter((field) => !field.args.some(isRequiredArgument))
      .filter((field) => depth > 0 || isLeafType(getNamedType(field.type)))
      .map((field) => `${called(field)}${selectionOf(schema, getNamedType(field.type), depth - 1)}`);
    const inner = parts.length === 0 ? '__typename' : parts.join(' ');
    return isAbstractType(type) ? `... on ${member.name} { ${inner} }` : inner;
  });
  return ` { ${members.join(' ')} }`;
}

function selected(field: GraphQLField<unknown, unknown>): string {
  return isLeafType(getNamedType(field.type)) ? field.name : `${called(field)} { __typename }`;
}

/** A list is asked for whole. */
function called(field: GraphQLField<unknown, unknown>): string {
  return field.args.some(({ name }) => name === 'first') ? `${field.name}(first: 100)` : field.name;
}

function objectsOf(schema: GraphQLSchema, type: GraphQLNamedType): readonly GraphQLObjectType[] {
  if (isObjectType(type)) return [type];
  return isAbstractType(type) ? schema.getPossibleTypes(type) : [];
}
