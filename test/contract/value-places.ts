import {
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  isRequiredInputField,
} from 'graphql';
import { identityOf, inputTypeOf, MUTATIONS, type StoreMutation } from './mutations.ts';

/** A place in a mutation's input where a value, or a part of one, belongs: 'value.fields.[].value'. */
export interface ValuePlace {
  readonly mutation: StoreMutation;
  readonly path: readonly string[];
}

/** Every place in every input that takes SecretText, found by walking the schema. */
export function valuePlaces(): readonly ValuePlace[] {
  return MUTATIONS.flatMap((mutation) =>
    pathsTo(inputTypeOf(mutation), []).map((path): ValuePlace => ({ mutation, path })),
  );
}

function pathsTo(type: GraphQLInputType, path: readonly string[]): readonly (readonly string[])[] {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return pathsTo(nullable.ofType as GraphQLInputType, [...path, '[]']);
  if (!isInputObjectType(nullable)) return getNamedType(type).name === 'SecretText' ? [path] : [];
  return Object.values(nullable.getFields()).flatMap((field) => pathsTo(field.type, [...path, field.name]));
}

/** An input that is right but for what is put at the place; `place` may also be one of its parents. */
export function inputWith(mutation: StoreMutation, place: readonly string[], planted: unknown): unknown {
  const fill = (type: GraphQLInputType, rest: readonly string[]): unknown => {
    const [head, ...tail] = rest;
    if (head === undefined) return planted;
    const nullable = getNullableType(type);
    if (isListType(nullable)) return [fill(nullable.ofType as GraphQLInputType, tail)];
    if (!isInputObjectType(nullable)) throw new Error('the place lies below a scalar');
    const fields = Object.values(nullable.getFields());
    const needed = fields.filter((field) => isRequiredInputField(field) && field.name !== head);
    const inner = fields.find(({ name }) => name === head);
    if (inner === undefined) throw new Error('the place is not in the schema');
    return {
      ...Object.fromEntries(needed.map((field) => [field.name, sampleOf(field.type)])),
      [head]: fill(inner.type, tail),
    };
  };
  const filled = fill(inputTypeOf(mutation), place) as Readonly<Record<string, unknown>>;
  return { [identityOf(mutation)]: 'none', ...filled };
}

function sampleOf(type: GraphQLInputType): unknown {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return [];
  if (!isInputObjectType(nullable)) return 'sample';
  const needed = Object.values(nullable.getFields()).filter(isRequiredInputField);
  return Object.fromEntries(needed.map((field) => [field.name, sampleOf(field.type)]));
}

/** Text that goes into a document as it is: an enum's word, or something that is no GraphQL at all. */
export class Bare {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** A value as a literal of a document. */
export function literal(value: unknown): string {
  if (value instanceof Bare) return value.text;
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([key, part]) => `${key}: ${literal(part)}`)
    .join(', ')} }`;
}
