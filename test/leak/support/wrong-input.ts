import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
} from 'graphql';
import type { Canaries } from './canaries.ts';
import { selectionOf } from './coverage-queries.ts';

/** A request in which a value stands where it does not belong. */
export interface WrongRequest {
  readonly label: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** One place of the schema where input goes: the operation's field, and the way to it from the argument. */
interface Position {
  readonly operation: 'query' | 'mutation';
  readonly field: string;
  readonly selection: string;
  readonly argument: GraphQLArgument;
  readonly path: readonly string[];
  readonly type: GraphQLInputType;
}

const MAX_DEPTH = 5;

/** Every input position of the schema with a value in it that cannot be meant there: as a literal and as a variable. */
export function wrongRequests(schema: GraphQLSchema, canaries: Canaries): readonly WrongRequest[] {
  return positionsOf(schema).flatMap((position) => [
    ...literalsFor(position, canaries),
    ...variablesFor(position, canaries),
  ]);
}

function positionsOf(schema: GraphQLSchema): Position[] {
  return (['query', 'mutation'] as const).flatMap((operation) => {
    const root = operation === 'query' ? schema.getQueryType() : schema.getMutationType();
    return Object.values(root?.getFields() ?? {}).flatMap((field) => {
      const target = getNamedType(field.type);
      const selection = isObjectType(target) ? selectionOf(schema, target, 0) : ' { __typename }';
      return field.args.flatMap((argument) =>
        below({ operation, field: field.name, selection, argument, path: [], type: argument.type }),
      );
    });
  });
}

function below(position: Position): Position[] {
  const named = getNamedType(position.type);
  if (!isInputObjectType(named) || position.path.length >= MAX_DEPTH) return [position];
  const members: GraphQLInputField[] = Object.values(named.getFields());
  return [
    position,
    ...members
      // A filter holds filters: once is enough.
      .filter(({ type }) => getNamedType(type) !== named)
      .flatMap(({ name, type }) => below({ ...position, path: [...position.path, name], type })),
  ];
}

function literalsFor(position: Position, canaries: Canaries): WrongRequest[] {
  const plant = (shape: string) => canaries.plant(`${shape} as a literal`);
  const literals: Readonly<Record<string, string>> = {
    'enum value': plant('enum value'),
    'unknown key': `{ ${plant('unknown key')}: 1 }`,
    'text below an unknown key': `{ nothing: "${plant('text below an unknown key')}" }`,
    'list in a list': `[[["${plant('list in a list')}"]]]`,
    'undefined variable': `$${plant('undefined variable')}`,
    ...(takesText(position.type) ? {} : { text: `"${plant('text')}"` }),
  };
  return Object.entries(literals).map(([shape, literal]) => ({
    label: `literal ${shape} at ${nameOf(position)}`,
    query: documentOf(position, nested(position.path, literal)),
  }));
}

function variablesFor(position: Position, canaries: Canaries): WrongRequest[] {
  const plant = (shape: string) => canaries.plantWild(`${shape} in a variable`);
  const values: Readonly<Record<string, unknown>> = {
    'unknown key': { [plant('unknown key')]: 1 },
    'text below an unknown key': { nothing: plant('text below an unknown key') },
    'list in a list': [[[plant('list in a list')]]],
    ...(takesText(position.type) ? {} : { text: plant('text') }),
  };
  const query = documentOf(position, '$given', `($given: ${String(position.argument.type)})`);
  return Object.entries(values).map(([shape, value]) => ({
    label: `variable ${shape} at ${nameOf(position)}`,
    query,
    variables: { given: position.path.reduceRight((inner: unknown, name) => ({ [name]: inner }), value) },
  }));
}

function documentOf({ operation, field, argument, selection }: Position, literal: string, head = ''): string {
  return `${operation} Wrong${head} { ${field}(${argument.name}: ${literal})${selection} }`;
}

function nested(path: readonly string[], literal: string): string {
  return path.reduceRight((inner, name) => `{ ${name}: ${inner} }`, literal);
}

function nameOf({ field, argument, path }: Position): string {
  return [field, argument.name, ...path].join('.');
}

function takesText(type: GraphQLInputType): boolean {
  if (isNonNullType(type) || isListType(type)) return takesText(type.ofType);
  return isScalarType(type) && ['String', 'ID', 'SecretText'].includes(type.name);
}
