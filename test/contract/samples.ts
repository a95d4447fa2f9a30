import {
  type GraphQLInputType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isRequiredInputField,
} from 'graphql';
import { capability, memberOf, WORDS } from '../support/registry.ts';
import { nativeMemberOf, type StoreMutation } from './mutations.ts';
import type { Input } from './provider-data.ts';
import type { StoreUnderTest } from './store-under-test.ts';

/** A value of every argument that some store takes: well-formed, so that a refusal can only be about its place. */
export function samples(store: StoreUnderTest, group: string): Readonly<Record<string, unknown>> {
  const value = store.value('marker-of-a-sample');
  return {
    name: store.data.secretName(0),
    group,
    value,
    description: 'What it is for',
    labels: [{ key: 'team', value: 'payments' }],
    expiresAt: '2040-01-01T00:00:00.000Z',
    rotation: { automatic: false },
    secrets: [{ name: store.data.secretName(0), value }],
    waitSeconds: 1,
    ifMatch: 'AAAAAAAAAAAAAAAAAAAAAAAA',
    force: true,
    permanently: true,
  };
}

/** Whether a provider lists the argument, or what it is a part of, among those that the operation honours. */
export function honours(word: string, mutation: StoreMutation, argument: string): boolean {
  const inputs = capability(word, mutation.operation).inputs ?? [];
  return inputs.includes(argument) || inputs.includes(argument.slice(0, Math.max(0, argument.lastIndexOf('.'))));
}

/** The fields of a provider's own member of a mutation's native input. */
export function nativeFieldsOf(mutation: StoreMutation, word: string): readonly string[] {
  return Object.keys(nativeMemberOf(mutation, word)?.getFields() ?? {});
}

/** The other providers that have a member in a mutation's native input. */
export function foreignMembersOf(mutation: StoreMutation, word: string): readonly string[] {
  return WORDS.filter((other) => other !== word && nativeMemberOf(mutation, other) !== null);
}

/** A provider's native input made up from the schema: what it requires, and the one field asked for. */
export function sampleNative(mutation: StoreMutation, word: string, field?: string): Input {
  const member = nativeMemberOf(mutation, word);
  if (member === null) throw new Error(`${mutation.name} has no native input for ${word}`);
  const fields = Object.values(member.getFields()).filter((one) => isRequiredInputField(one) || one.name === field);
  return { [memberOf(word)]: Object.fromEntries(fields.map((one) => [one.name, sampleOf(one.type)])) };
}

function sampleOf(type: GraphQLInputType): unknown {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return [sampleOf(nullable.ofType as GraphQLInputType)];
  if (isEnumType(nullable)) return nullable.getValues()[0]?.name;
  if (!isInputObjectType(nullable)) return SCALARS[String(nullable)] ?? 'sample';
  const fields = Object.values(nullable.getFields()).filter(isRequiredInputField);
  return Object.fromEntries(fields.map((field) => [field.name, sampleOf(field.type)]));
}

const SCALARS: Readonly<Record<string, unknown>> = {
  Int: 1,
  Float: 1,
  Boolean: true,
  DateTime: '2040-01-01T00:00:00.000Z',
};

/** A copy of the input without what stands at the dotted path. */
export function without(input: Input, path: string): Input {
  const [key = '', ...rest] = path.split('.');
  const { [key]: value, ...others } = input;
  if (rest.length === 0) return others;
  return { ...others, [key]: without((value ?? {}) as Input, rest.join('.')) };
}
