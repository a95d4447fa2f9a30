import { readFileSync } from 'node:fs';
import { type DefinitionNode, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { matchesGrammar } from '../../domain/ids.ts';
import { imco } from './index.ts';
import { createGroupInput, createSecretInput, nativeShapes } from './native.ts';

const sdl = parse(readFileSync(new URL('../../../schema/providers/imco.graphql', import.meta.url), 'utf8'));
const fieldsOf = (name: string) => {
  const found = sdl.definitions.find((one: DefinitionNode) => 'name' in one && one.name?.value === name);
  return found !== undefined && 'fields' in found ? (found.fields ?? []).map((field) => field.name.value).sort() : [];
};

describe('the native shapes', () => {
  it.each(Object.entries(nativeShapes))('%s has the fields of its GraphQL type', (name, shape) => {
    expect(Object.keys(shape.shape).sort()).toEqual(fieldsOf(name));
  });

  it.each([
    ['ImcoKeyVaultInput', createGroupInput, imco.capabilities.CREATE_GROUP?.inputs],
    ['ImcoSecretInput', createSecretInput, imco.capabilities.CREATE_SECRET?.inputs],
  ] as const)('%s has the fields of its GraphQL input, each honoured', (name, shape, inputs = []) => {
    const honoured = inputs.flatMap((path) => (path.startsWith('native.imco.') ? [path.slice(12)] : []));
    expect(Object.keys(shape.shape).sort()).toEqual(fieldsOf(name));
    expect([...honoured].sort()).toEqual(fieldsOf(name));
  });
});

describe('the id grammar', () => {
  it.each([
    ['group', ['5f00000000000000000000aa'], true],
    ['secret', ['another-word_1'], true],
    ['secret', ['../labels'], false],
    ['secret', ['a/b'], false],
    ['secret', ['a.b'], false],
    ['secret', [''], false],
    ['secret', ['x'.repeat(65)], false],
    ['version', ['s', 'v'], true],
    ['version', ['s'], false],
  ] as const)('%s %j: %s', (kind, path, expected) => {
    expect(matchesGrammar(path, imco.idGrammar[kind])).toBe(expected);
  });
});

describe('the configuration', () => {
  const files = { certFile: 'cert.crt', keyFile: 'private/cert.key', caFile: 'ca_cert.pem' };

  it('takes the three files of an API key', () => {
    expect(imco.configuration.credentials.parse(files)).toEqual(files);
  });

  it.each(Object.keys(files))('does not do without %s', (name) => {
    expect(imco.configuration.credentials.safeParse({ ...files, [name]: undefined }).success).toBe(false);
  });

  it('refuses a key that it does not know', () => {
    expect(imco.configuration.credentials.safeParse({ ...files, token: 'x' }).success).toBe(false);
    expect(imco.configuration.settings.safeParse({ token: 'x' }).success).toBe(false);
  });
});

it('operations that there are not say why', () => {
  const silent = Object.entries(imco.capabilities).filter(
    ([, { support, note }]) => support === 'UNSUPPORTED' && note === undefined,
  );
  expect(silent).toEqual([]);
});
