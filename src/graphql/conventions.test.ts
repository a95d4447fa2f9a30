import {
  buildASTSchema,
  concatAST,
  type GraphQLNamedType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isNullableType,
  isObjectType,
  isSpecifiedDirective,
  isSpecifiedScalarType,
  validateSchema,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { STORE_OPERATIONS } from '../domain/capabilities.ts';
import { readTypeDefs } from './sdl.ts';

interface Element {
  readonly coordinate: string;
  readonly name: string;
  readonly description: string | null | undefined;
}

const schema = buildASTSchema(concatAST(readTypeDefs()));
const types = Object.values(schema.getTypeMap()).filter(
  (type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type),
);
const directives = schema.getDirectives().filter((directive) => !isSpecifiedDirective(directive));
const elements: readonly Element[] = [
  ...types.flatMap(elementsOf),
  ...directives.flatMap((directive) => [
    { coordinate: `@${directive.name}`, name: directive.name, description: directive.description },
    ...named(`@${directive.name}`, directive.args),
  ]),
];

describe('the schema', () => {
  it('is valid', () => {
    expect(validateSchema(schema)).toEqual([]);
  });

  it('describes every type, field, argument, input field, enum value and directive in whole sentences', () => {
    const wanting = elements.filter(({ description }) => !/^[A-Z0-9`][\s\S]{10,}[.?]$/.test(description ?? ''));
    expect(wanting.map(({ coordinate }) => coordinate)).toEqual([]);
  });

  it('says in each description more than its own name and its type’s say already', () => {
    const fillers = elements.filter(({ coordinate, description }) => {
      const said = new Set(words(coordinate));
      return words(description ?? '').every((word) => said.has(word) || FILLING.has(word));
    });
    expect(fillers.map(({ coordinate }) => coordinate)).toEqual([]);
  });

  it('keeps descriptions on lines of 120 characters, as the sources are read too', () => {
    const long = elements.filter(({ description }) =>
      (description ?? '').split('\n').some((line) => line.length > 120),
    );
    expect(long.map(({ coordinate }) => coordinate)).toEqual([]);
  });

  it('names types in upper camel case, fields and arguments in lower camel case, enum values in upper snake case', () => {
    const wrong = elements.filter(({ coordinate, name }) => !patternOf(coordinate).test(name));
    expect(wrong.map(({ coordinate }) => coordinate)).toEqual([]);
  });

  it('ends the names of inputs in Input, Filter or Order and those of what mutations answer in Payload', () => {
    const inputs = types.filter(isInputObjectType).filter((type) => !/(Input|Filter|Order)$/.test(type.name));
    const others = types.filter((type) => !isInputObjectType(type) && /(Input|Filter)$/.test(type.name));
    const answers = mutations().filter((field) => !/Payload$/.test(getNamedType(field.type).name));
    expect([...inputs, ...others, ...answers].map(({ name }) => name)).toEqual([]);
  });

  it('gives each mutation one required input and one payload, both named after it', () => {
    for (const field of mutations()) {
      const name = `${field.name.charAt(0).toUpperCase()}${field.name.slice(1)}`;
      expect(field.args.map((argument) => `${argument.name}: ${argument.type}`)).toEqual([`input: ${name}Input!`]);
      expect(`${field.type}`).toBe(`${name}Payload`);
    }
  });

  it('takes a clientMutationId in every mutation and gives it back', () => {
    for (const field of mutations()) {
      const input = getNamedType(field.args[0]?.type);
      const payload = getNamedType(field.type);
      expect(isInputObjectType(input) && `${input.getFields().clientMutationId?.type}`).toBe('String');
      expect(isObjectType(payload) && `${payload.getFields().clientMutationId?.type}`).toBe('String');
    }
  });

  it('lets every member of a @oneOf input be left out', () => {
    const oneOf = types.filter(isInputObjectType).filter((type) => type.isOneOf);
    expect(oneOf).toHaveLength(6);
    for (const field of oneOf.flatMap((type) => Object.values(type.getFields()))) {
      expect(isNullableType(field.type) && field.defaultValue === undefined, field.name).toBe(true);
    }
  });

  it('has a member in every native input and union, named after its provider', () => {
    const provider = schema.getType('Provider');
    const words = isEnumType(provider) ? provider.getValues().map((value) => value.name.toLowerCase()) : [];
    const native = types.filter(isInputObjectType).filter((type) => type.name.endsWith('NativeInput'));
    for (const type of native) {
      const members = Object.keys(type.getFields());
      expect(members.length, type.name).toBeGreaterThan(0);
      expect(members.filter((member) => !words.includes(member))).toEqual([]);
    }
  });

  it('gives every connection edges, nodes, a page info and a count of what may be seen', () => {
    for (const type of types.filter(isObjectType).filter(({ name }) => name.endsWith('Connection'))) {
      const node = type.name.replace(/Connection$/, '');
      const shape = Object.fromEntries(Object.values(type.getFields()).map((field) => [field.name, `${field.type}`]));
      expect(shape).toMatchObject({
        edges: `[${node}Edge!]!`,
        nodes: `[${node}!]!`,
        pageInfo: 'PageInfo!',
        totalCount: 'Int!',
      });
    }
  });

  it('lists the operations that the domain knows', () => {
    const operations = schema.getType('StoreOperation');
    const values = isEnumType(operations) ? operations.getValues().map((value) => value.name) : [];
    expect(values).toEqual([...STORE_OPERATIONS]);
  });
});

describe('the schema as a subgraph', () => {
  // https://www.apollographql.com/docs/graphos/schema-design/federated-schemas/reference/directives
  const FEDERATION_DIRECTIVES =
    'link key extends external provides requires shareable inaccessible override tag interfaceObject composeDirective ' +
    'authenticated requiresScopes policy context fromContext cost listSize connect source cacheTag';
  const FEDERATION_TYPES = 'FieldSet Import Purpose Scope Policy ContextFieldValue';

  it('leaves the names that federation adds to it free', () => {
    const taken = elements.filter(({ name }) => /__|^_/.test(name));
    const clashes = [...FEDERATION_TYPES.split(' ')].filter((name) => schema.getType(name) !== undefined);
    const own = directives.filter(({ name }) => FEDERATION_DIRECTIVES.split(' ').includes(name));
    expect([...taken.map(({ coordinate }) => coordinate), ...clashes, ...own]).toEqual([]);
  });

  it('can key each entity by a non-null id', () => {
    for (const name of ['Store', 'SecretGroup', 'Secret', 'SecretVersion', 'Subject']) {
      const type = schema.getType(name);
      expect(isObjectType(type) && `${type.getFields().id?.type}`, name).toBe('ID!');
    }
  });

  it('keeps the usual names of its root types', () => {
    expect([schema.getQueryType()?.name, schema.getMutationType()?.name]).toEqual(['Query', 'Mutation']);
  });
});

const FILLING = new Set('a an the this that its it of for in on to is are be and or which what'.split(' '));

function words(text: string): string[] {
  return text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

function patternOf(coordinate: string): RegExp {
  if (coordinate.startsWith('@') || coordinate.includes('(')) return /^[a-z][A-Za-z0-9]*$/;
  const [typeName = '', member] = coordinate.split('.');
  if (member === undefined) return /^[A-Z][A-Za-z0-9]*$/;
  return isEnumType(schema.getType(typeName)) ? /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/ : /^[a-z][A-Za-z0-9]*$/;
}

function elementsOf(type: GraphQLNamedType): Element[] {
  const own = { coordinate: type.name, name: type.name, description: type.description };
  if (isEnumType(type)) return [own, ...members(type.name, type.getValues())];
  if (isInputObjectType(type)) return [own, ...members(type.name, Object.values(type.getFields()))];
  if (!isObjectType(type) && !isInterfaceType(type)) return [own];
  const fields = Object.values(type.getFields());
  return [
    own,
    ...members(type.name, fields),
    ...fields.flatMap((field) => named(`${type.name}.${field.name}`, field.args)),
  ];
}

type Described = Pick<Element, 'name' | 'description'>;

function members(owner: string, list: readonly Described[]): Element[] {
  return list.map(({ name, description }) => ({ coordinate: `${owner}.${name}`, name, description }));
}

function named(owner: string, args: readonly Described[]): Element[] {
  return args.map(({ name, description }) => ({ coordinate: `${owner}(${name}:)`, name, description }));
}

function mutations() {
  return Object.values(schema.getMutationType()?.getFields() ?? {});
}
