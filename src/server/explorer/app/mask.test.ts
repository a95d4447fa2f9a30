import { globSync, readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { maskResult } from './mask.ts';

const schema = buildSchema(
  globSync('schema/**/*.graphql')
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n'),
  { assumeValidSDL: true },
);
const CANARY = 'canary-5150';
const value = { text: CANARY, base64: 'Y2FuYXJ5' };

function revealed(query: string, payload: object, known: typeof schema | null = schema) {
  return maskResult({ data: payload }, { schema: known, query });
}

describe('maskResult', () => {
  it('takes the values out of a reveal and leaves the rest', () => {
    const { result, values } = revealed(
      'mutation { revealSecret(input: { id: "1" }) { secret { name } value { text } } }',
      {
        revealSecret: { secret: { name: 'api-key' }, value: { text: CANARY } },
      },
    );
    expect(JSON.stringify(result)).not.toContain(CANARY);
    expect(result).toMatchObject({ data: { revealSecret: { secret: { name: 'api-key' } } } });
    expect(values).toEqual([{ number: 1, path: 'revealSecret.value.text', value: CANARY }]);
  });

  it('goes by type where a value has another name', () => {
    const { result } = revealed(
      'mutation { name: revealSecret(input: { id: "1" }) { id: value { description: base64 } } }',
      {
        name: { id: { description: CANARY } },
      },
    );
    expect(JSON.stringify(result)).not.toContain(CANARY);
  });

  it('leaves a name that sounds like a value', () => {
    const { result, values } = revealed('mutation { revealSecret(input: { id: "1" }) { secret { text: name } } }', {
      revealSecret: { secret: { text: 'api-key' } },
    });
    expect(values).toEqual([]);
    expect(result).toMatchObject({ data: { revealSecret: { secret: { text: 'api-key' } } } });
  });

  it('follows fragments and lists', () => {
    const query = `
      mutation { ...Reveal }
      fragment Reveal on Mutation { revealSecret(input: { id: "1" }) { ... on RevealSecretPayload { ...Value } } }
      fragment Value on RevealSecretPayload { value { fields { key value } } }`;
    const fields = [
      { key: 'user', value: 'canary-user' },
      { key: 'password', value: CANARY },
    ];
    const { result, values } = revealed(query, { revealSecret: { value: { fields } } });
    expect(JSON.stringify(result)).not.toContain('canary');
    expect(values.map(({ path }) => path)).toEqual([
      'revealSecret.value.fields[0].value',
      'revealSecret.value.fields[1].value',
    ]);
  });

  it('keeps null, which is no value', () => {
    const { result } = revealed('mutation { revealSecret(input: { id: "1" }) { value { text } } }', {
      revealSecret: { value: { text: null } },
    });
    expect(result).toEqual({ data: { revealSecret: { value: { text: null } } } });
  });

  it('masks every text of a mutation while the schema is not known', () => {
    const query = 'mutation { revealSecret(input: { id: "1" }) { value { text base64 } } }';
    const { result } = revealed(query, { revealSecret: { value } }, null);
    expect(JSON.stringify(result)).not.toMatch(/canary|Y2FuYXJ5/);
  });

  it.each([
    ['cannot be parsed', '{'],
    ['holds several operations and none was chosen', 'mutation A { a } query B { b }'],
    ['asks for a field that the schema lacks', 'mutation { revealSecret(input: { id: "1" }) { plain } }'],
  ])('masks every text where the document %s', (_, query) => {
    const { result } = revealed(query, { revealSecret: { plain: CANARY } });
    expect(JSON.stringify(result)).not.toContain(CANARY);
  });

  it('shows a query as it is while the schema is not known', () => {
    const result = { data: { stores: [{ name: 'swarm' }] } };
    expect(maskResult(result, { schema: null, query: '{ stores { name } }' }).result).toEqual(result);
  });

  it('shows the schema itself', () => {
    const result = { data: { __schema: { types: [{ name: 'Secret', __typename: '__Type' }] } } };
    const query = '{ __schema { types { name __typename } } }';
    expect(maskResult(result, { schema, query }).result).toEqual(result);
  });

  it('shows an answer without data as it is', () => {
    const result = { errors: [{ message: 'No.' }] };
    expect(maskResult(result, { schema, query: 'mutation { x }' })).toEqual({ result, values: [] });
  });
});
