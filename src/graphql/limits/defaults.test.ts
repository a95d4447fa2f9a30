import { getIntrospectionQuery, Kind, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import manifest from '../../client/__generated__/persisted-documents.json' with { type: 'json' };
import { limits as limitsSchema } from '../../config/protection.ts';
import { PROVIDERS } from '../../connectors/registry.ts';
import { createExamples } from '../../server/explorer/app/examples.ts';
import { createSchema } from '../schema.ts';
import { limitHit } from './__fixtures__/limits.ts';
import { costOf } from './cost.ts';
import { variableItems } from './input-size.ts';
import { checkLimit } from './limits.ts';
import { createRequestGuard } from './request-guard.ts';

const limits = limitsSchema.parse({});
const schema = createSchema(Object.values(PROVIDERS));
const guard = createRequestGuard(limits);

function hit(query: string, variables: Record<string, unknown> = {}): unknown {
  const document = parse(query);
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (operation === undefined) throw new Error('the document has no operation');
  return limitHit(() => {
    guard({ query, variables });
    const items = variableItems(variables, limits);
    checkLimit(
      limits,
      'maxCost',
      costOf({ schema, document, operation, variables, variableItems: items, limits }).cost,
    );
  });
}

const nameOf = (query: string) => /(?:query|mutation) (\w+)/.exec(query)?.[1];

describe('without a word in the configuration', () => {
  it('the whole schema can be asked for', () => {
    const query = getIntrospectionQuery({
      schemaDescription: true,
      specifiedByUrl: true,
      directiveIsRepeatable: true,
      inputValueDeprecation: true,
      oneOf: true,
    });
    expect(hit(query)).toBeNull();
  });

  it.each(createExamples(new Date()).map((example) => ({ ...example, name: nameOf(example.query) })))(
    "the explorer's example $name runs",
    ({ query, variables }) => {
      expect(hit(query, JSON.parse(variables ?? '{}'))).toBeNull();
    },
  );

  it.each(Object.values(manifest).map((query) => ({ query, name: nameOf(query) })))(
    "the client's operation $name runs with the largest page",
    ({ query }) => {
      expect(hit(query, { first: 500, groups: 500, creators: 500 })).toBeNull();
    },
  );

  it('five hundred secrets with five hundred versions each are too many', () => {
    expect(hit('{ secrets(first: 500) { nodes { versions(first: 500) { nodes { id } } } } }')).toBe('maxCost');
  });
});

it('checks a document again that it let pass with other variables', () => {
  const query = 'query Q($ids: [ID!]!) { nodes(ids: $ids) { id } }';
  guard({ query, variables: { ids: ['a'] } });
  expect(limitHit(() => guard({ query, variables: { ids: Array(2_001).fill('a') } }))).toBe('maxInputItems');
});

it('refuses a document as often as it comes', () => {
  const query = `{ ${'viewer { id } '.repeat(40)} }`;
  const twice = [limitHit(() => guard({ query })), limitHit(() => guard({ query }))];
  expect(twice).toEqual(['maxAliases', 'maxAliases']);
});

it.each([null, 'text', ['list'], { query: 7 }, { query: '{' }, {}])('lets pass what is no request: %j', (body) => {
  expect(limitHit(() => guard(body))).toBeNull();
});
