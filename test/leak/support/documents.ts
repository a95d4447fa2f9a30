import { getNamedType, isInputObjectType } from 'graphql';
import { PROVIDERS } from '../../../src/connectors/registry.ts';
import { createSchema } from '../../../src/graphql/schema.ts';
import { selectionOf } from './coverage-queries.ts';
import type { Input } from './inputs.ts';

/** The graph as the gateway serves it. */
export const schema = createSchema(Object.values(PROVIDERS));

const fields = schema.getMutationType()?.getFields() ?? {};

/** What deletes comes last. */
export const MUTATIONS: readonly string[] = Object.keys(fields).toSorted(
  (a, b) => Number(a.startsWith('delete')) - Number(b.startsWith('delete')),
);

function mutationField(name: string) {
  const field = fields[name];
  if (field === undefined) throw new Error(`the schema has no mutation ${name}`);
  return field;
}

/** A document that sends `$input` and asks for everything of the payload, value included. */
export function mutationOf(name: string): string {
  const field = mutationField(name);
  const input = field.args.find((argument) => argument.name === 'input');
  return `mutation Write($input: ${String(input?.type)}) { ${name}(input: $input)${selectionOf(schema, getNamedType(field.type))} }`;
}

/** The same with the input as literals, as people write it by hand. */
export function writtenOut(name: string, input: Input): string {
  return `mutation WrittenOut { ${name}(input: ${literalOf(input)}) { __typename } }`;
}

/** Which kind of object a mutation's input names, and by which field. */
export function targetOf(name: string): {
  readonly field: 'store' | 'id' | 'secret';
  readonly kind: 'store' | 'group' | 'secret' | 'version';
} {
  const type = getNamedType(mutationField(name).args.find((argument) => argument.name === 'input')?.type);
  const known = isInputObjectType(type) ? type.getFields() : {};
  if ('store' in known) return { field: 'store', kind: 'store' };
  const kind = name.endsWith('Group') ? 'group' : name === 'deleteSecretVersion' ? 'version' : 'secret';
  return { field: 'id' in known ? 'id' : 'secret', kind };
}

function literalOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literalOf).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([key, part]) => `${key}: ${literalOf(part)}`);
  return `{ ${members.join(', ')} }`;
}
