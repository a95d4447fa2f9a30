import {
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isUnionType,
} from 'graphql';

/**
 * Where a path of names leads in the schema: 'Secret.native.DockerSecret.driver.name', 'CreateSecretInput.labels.key',
 * 'revealSecret.value.fields.key' (a mutation's payload). A union's member is a step of its own.
 * @throws Error that says at which step the schema has nothing
 */
export function followPath(schema: GraphQLSchema, path: string): GraphQLNamedType {
  const [root = '', ...steps] = path.split('.');
  const mutation = schema.getMutationType()?.getFields()[root];
  let at: GraphQLNamedType | undefined = mutation === undefined ? schema.getType(root) : getNamedType(mutation.type);
  if (at === undefined) throw new Error(`${path}: the schema has no ${root}`);
  for (const step of steps) {
    at = stepInto(schema, at, step);
    if (at === undefined) throw new Error(`${path}: nothing is called ${step} there`);
  }
  if (!isLeafType(at)) throw new Error(`${path}: this is not the end of a path`);
  return at;
}

function stepInto(schema: GraphQLSchema, at: GraphQLNamedType, step: string): GraphQLNamedType | undefined {
  if (isUnionType(at)) return at.getTypes().find(({ name }) => name === step);
  if (!isObjectType(at) && !isInterfaceType(at) && !isInputObjectType(at)) return undefined;
  const field = at.getFields()[step];
  return field === undefined ? undefined : schema.getType(getNamedType(field.type).name);
}

/** The selection below the path's root: 'native { ... on DockerSecret { driver { name } } }'. */
export function selectionOf(path: string): string {
  const [, ...steps] = path.split('.');
  return steps.reduceRight((inner, step) => {
    const part = /^[A-Z]/.test(step) ? `... on ${step}` : step;
    return inner === '' ? part : `${part} { ${inner} }`;
  }, '');
}

/** Everything that an answer holds at the selection's end, lists laid flat. */
export function dataAt(data: unknown, path: string): readonly unknown[] {
  const [, ...steps] = path.split('.');
  return steps
    .filter((step) => !/^[A-Z]/.test(step))
    .reduce<readonly unknown[]>(
      (found, step) =>
        found.flatMap((value) => {
          const next = (value as Readonly<Record<string, unknown>> | null)?.[step];
          return Array.isArray(next) ? next : [next];
        }),
      [data],
    );
}
