import {
  buildASTSchema,
  concatAST,
  type GraphQLInputField,
  type GraphQLNamedType,
  getNamedType,
  isAbstractType,
  isInputObjectType,
  isInterfaceType,
  isNullableType,
  isObjectType,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { readTypeDefs } from './sdl.ts';

// The four promises that the whole schema makes, each walked over every type: a new field cannot break one unseen.
const schema = buildASTSchema(concatAST(readTypeDefs()));
const allTypes = Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith('__'));

describe('a value leaves through one mutation and enters as SecretText', () => {
  it.each(['Query', ...entities()])('has no path from %s to a value', (name) => {
    expect(valueTypes(outputsFrom(name))).toEqual([]);
  });

  it('has one mutation that leads to a value: revealSecret', () => {
    const fields = Object.values(schema.getMutationType()?.getFields() ?? {});
    const leading = fields.filter((field) => valueTypes(outputsFrom(getNamedType(field.type).name)).length > 0);
    expect(leading.map((field) => field.name)).toEqual(['revealSecret']);
  });

  it('has no value among the arguments of Query, where it could end in a cache or a log', () => {
    const roots = Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap((field) => field.args);
    const reached = roots.flatMap((argument) => inputsFrom(getNamedType(argument.type).name));
    expect(valueTypes(reached)).toEqual([]);
  });

  it('takes values in exactly these places', () => {
    const places = inputFields().filter(({ field }) => getNamedType(field.type).name === 'SecretText');
    expect(places.map(({ coordinate }) => coordinate).sort()).toEqual([
      'SecretFieldInput.value',
      'SecretValueInput.base64',
      'SecretValueInput.text',
      'SeguraFieldInput.value',
    ]);
  });

  it('has no text where a value would be expected, but for labels, which are metadata', () => {
    const suspicious = /value|text|base64|content|data$|password|passphrase|credential|token|private|plain/i;
    const plain = inputFields().filter(
      ({ field }) => suspicious.test(field.name) && ['String', 'ID'].includes(getNamedType(field.type).name),
    );
    expect(plain.map(({ coordinate }) => coordinate)).toEqual(['SecretLabelInput.value']);
  });

  it('has nothing but names beside a value in the inputs that hold one', () => {
    const holders = new Set(
      inputFields()
        .filter(({ field }) => getNamedType(field.type).name === 'SecretText')
        .map(({ type }) => type),
    );
    const beside = inputFields().filter(
      ({ type, field }) => holders.has(type) && getNamedType(field.type).name === 'String',
    );
    expect(beside.map(({ coordinate }) => coordinate).sort()).toEqual([
      'SecretFieldInput.key',
      'SeguraFieldInput.key',
      'SeguraFieldInput.label',
    ]);
  });
});

describe('what an upstream does not know is null', () => {
  // Each is unknown to at least one of the upstreams, by the upstream's own documents.
  const UNKNOWN_SOMEWHERE = {
    Store: 'description apiVersion native',
    StoreHealth: 'checkedAt latencyMs lastError',
    SecretGroup: 'description createdBy createdAt updatedAt etag',
    Secret:
      'group description createdBy createdAt updatedAt expiresAt deletesAt rotation currentVersion versions usage etag',
    SecretVersion: 'number stage createdAt updatedAt native',
    Subject: 'slug displayName native',
    SecretRotation: 'periodDays nextAt lastAt lastResultId phase trigger',
    RotationTrigger: 'name url lastAction',
    SecretUsage: 'activeDeployments consumers',
    SecretConsumer: 'name',
    SecretValue: 'text fields',
    SecretField: 'value section',
    StoreResult: 'count fetchedAt error retryable retryAfterSeconds',
    Receipt: 'upstreamStatus upstreamCode upstreamMessage',
    RevealSecretPayload: 'version',
  };

  it.each(Object.entries(UNKNOWN_SOMEWHERE))('can say so of %s: %s', (typeName, names) => {
    for (const name of names.split(' ')) expect(isNullableType(fieldOf(typeName, name).type), name).toBe(true);
  });

  it('says of every field that can be null what that means', () => {
    const silent = outputFields().filter(
      ({ field, type }) =>
        type !== schema.getQueryType() &&
        type !== schema.getMutationType() &&
        isNullableType(field.type) &&
        !/\bnull\b/i.test(field.description ?? ''),
    );
    expect(silent.map(({ coordinate }) => coordinate)).toEqual([]);
  });
});

describe('a field that may cost an upstream request of its own is nullable', () => {
  const COSTLY = [
    'Store.apiVersion',
    'Store.native',
    'Secret.description',
    'Secret.updatedAt',
    'Secret.deletesAt',
    'Secret.rotation',
    'Secret.currentVersion',
    'Secret.versions',
    'Secret.usage',
    'Secret.etag',
    'DockerSwarm.clusterId',
    'DockerSwarm.engineVersion',
    'ImcoStore.labels',
    'NcloudStore.triggers',
    'NcloudStore.protectionKeys',
    'NcloudSecret.rotationPhase',
    'NcloudSecret.protectionKey',
    'TrueFoundryStore.tenantName',
    'TrueFoundryStore.integrations',
  ];

  it('names in its description each field that costs one, and only those', () => {
    const costly = outputFields().filter(({ field }) =>
      /\bcosts? (at most )?one\b|\bmay cost an upstream request\b/i.test(field.description ?? ''),
    );
    expect(costly.map(({ coordinate }) => coordinate).sort()).toEqual([...COSTLY].sort());
  });

  it.each(COSTLY)('holds for %s', (coordinate) => {
    const [typeName = '', fieldName = ''] = coordinate.split('.');
    expect(isNullableType(fieldOf(typeName, fieldName).type)).toBe(true);
  });

  it('holds for every field of Query that may fail alone: those that find one object', () => {
    for (const name of ['node', 'store', 'secretGroup', 'secret', 'secretByName', 'secretVersion', 'subject']) {
      expect(isNullableType(fieldOf('Query', name).type), name).toBe(true);
    }
  });

  it('holds for every mutation, so that one that fails leaves the others’ receipts in the answer', () => {
    const fields = Object.values(schema.getMutationType()?.getFields() ?? {});
    expect(fields.filter((field) => !isNullableType(field.type))).toEqual([]);
  });
});

function valueTypes(types: readonly GraphQLNamedType[]): string[] {
  return types.map((type) => type.name).filter((name) => name === 'SecretText' || name === 'SecretValue');
}

function entities(): string[] {
  const node = schema.getType('Node');
  return isInterfaceType(node) ? schema.getPossibleTypes(node).map((type) => type.name) : [];
}

/** Every type that a selection on this one can reach, itself included. */
function outputsFrom(name: string): GraphQLNamedType[] {
  return reach(name, (type) => {
    const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
    const members = isAbstractType(type) ? schema.getPossibleTypes(type) : [];
    return [...members, ...fields.map((field) => getNamedType(field.type))];
  });
}

function inputsFrom(name: string): GraphQLNamedType[] {
  return reach(name, (type) =>
    isInputObjectType(type) ? Object.values(type.getFields()).map((field) => getNamedType(field.type)) : [],
  );
}

function reach(name: string, next: (type: GraphQLNamedType) => readonly GraphQLNamedType[]): GraphQLNamedType[] {
  const start = schema.getType(name);
  if (start === undefined) throw new Error(`the schema has no ${name}`);
  const seen = new Set([start]);
  for (const type of seen) for (const neighbour of next(type)) seen.add(neighbour);
  return [...seen];
}

function inputFields() {
  return allTypes.filter(isInputObjectType).flatMap((type) =>
    Object.values(type.getFields()).map((field: GraphQLInputField) => ({
      type,
      field,
      coordinate: `${type.name}.${field.name}`,
    })),
  );
}

function outputFields() {
  return allTypes
    .filter((type) => isObjectType(type) || isInterfaceType(type))
    .flatMap((type) =>
      Object.values(type.getFields()).map((field) => ({ type, field, coordinate: `${type.name}.${field.name}` })),
    );
}

function fieldOf(typeName: string, fieldName: string) {
  const type = schema.getType(typeName);
  const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
  if (field === undefined) throw new Error(`the schema has no ${typeName}.${fieldName}`);
  return field;
}
