import { globSync, readFileSync } from 'node:fs';
import { buildSchema, getVariableValues, Kind, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createExamples } from './examples.ts';

const schema = buildSchema(
  globSync('schema/**/*.graphql')
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n'),
  { assumeValidSDL: true },
);
const examples = createExamples(new Date('2026-03-01T12:00:00Z'));
const operationOf = (query: string) => parse(query).definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);

describe.each(examples.map((example) => ({ ...example, name: operationOf(example.query)?.name?.value })))(
  'the example $name',
  ({ query, variables }) => {
    it('is valid against the schema', () => {
      expect(validate(schema, parse(query)).map(({ message }) => message)).toEqual([]);
    });

    it('comes with variables of the right types', () => {
      const definitions = operationOf(query)?.variableDefinitions ?? [];
      const { errors } = getVariableValues(schema, definitions, JSON.parse(variables ?? '{}'));
      expect(errors).toBeUndefined();
    });
  },
);

it('has a tab title for each example, and each only once', () => {
  const names = examples.map(({ query }) => operationOf(query)?.name?.value);
  expect(names.every((name) => name !== undefined)).toBe(true);
  expect(new Set(names).size).toBe(names.length);
});
