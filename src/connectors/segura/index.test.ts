import { readFileSync } from 'node:fs';
import { type DefinitionNode, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { matchesGrammar } from '../../domain/ids.ts';
import { SecretText } from '../../domain/secret-value.ts';
import { seguraCredentials, seguraSettings } from './config.ts';
import { segura } from './index.ts';
import { parseNative, seguraNativeShapes, seguraSecretInput, seguraSecretVersionInput } from './native.ts';

const sdl = parse(readFileSync(new URL('../../../schema/providers/segura.graphql', import.meta.url), 'utf8'));
const fieldsOf = (name: string) => {
  const found = sdl.definitions.find((one: DefinitionNode) => 'name' in one && one.name?.value === name);
  return found !== undefined && 'fields' in found ? (found.fields ?? []).map((field) => field.name.value).sort() : [];
};
const off = { cloudTimeMinutes: null, credentialTimeMinutes: null, ephemeralCredentialTimeMinutes: null };

describe('the native shapes', () => {
  it.each(Object.entries(seguraNativeShapes))('%s has the fields of its GraphQL type', (name, shape) => {
    expect(Object.keys(shape.shape).sort()).toEqual(fieldsOf(name));
  });

  it.each([
    ['SeguraSecretInput', seguraSecretInput],
    ['SeguraSecretVersionInput', seguraSecretVersionInput],
    ['SeguraRenewalInput', seguraSecretVersionInput.shape.renewal],
  ])('%s has the fields of its GraphQL input', (name, shape) => {
    expect(Object.keys(shape.shape).sort()).toEqual(fieldsOf(name));
  });

  it('lists every native input as one that its operation honours', () => {
    const listed = (inputs: readonly string[] = []) =>
      inputs.filter((path) => path.startsWith('native.')).map((path) => path.replace('native.segura.', ''));
    expect(listed(segura.capabilities.CREATE_SECRET?.inputs).sort()).toEqual(fieldsOf('SeguraSecretInput'));
    expect(listed(segura.capabilities.CREATE_VERSION?.inputs).sort()).toEqual(fieldsOf('SeguraSecretVersionInput'));
  });
});

describe('the native inputs', () => {
  it('takes a renewal that names all three', () => {
    expect(parseNative(seguraSecretVersionInput, { renewal: { ...off, cloudTimeMinutes: 30 } }).renewal).toEqual({
      ...off,
      cloudTimeMinutes: 30,
    });
  });

  it.each([
    ['input.native.segura.renewal', {}],
    ['input.native.segura.renewal', { renewal: null }],
    [
      'input.native.segura.renewal.credentialTimeMinutes',
      { renewal: { cloudTimeMinutes: 1, ephemeralCredentialTimeMinutes: 1 } },
    ],
    ['input.native.segura.renewal.cloudTimeMinutes', { renewal: { ...off, cloudTimeMinutes: 0 } }],
    ['input.native.segura.renewal.cloudTimeMinutes', { renewal: { ...off, cloudTimeMinutes: 1.5 } }],
    ['input.native.segura.name', { renewal: off, name: 7 }],
  ])('refuses at %s', (argument, native) => {
    expect(() => parseNative(seguraSecretVersionInput, native)).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT', details: expect.objectContaining({ argument }) }),
    );
  });

  it('takes values only as SecretText', () => {
    const native = (value: unknown) => ({ credentials: [{ fields: [{ key: 'user', value }] }] });
    expect(seguraSecretInput.safeParse(native(new SecretText('x'))).success).toBe(true);
    expect(seguraSecretInput.safeParse(native('x')).success).toBe(false);
  });
});

describe('the id grammar', () => {
  const { idGrammar } = segura;

  it.each([
    ['group', ['Loja São Paulo', 'back/office', '-'], true],
    ['group', ['shop', 'web'], false],
    ['group', ['shop', 'web', 'a\nb'], false],
    ['group', ['shop', 'web', '..'], false],
    ['group', ['x'.repeat(256), 'web', 'prod'], false],
    ['secret', ['106'], true],
    ['secret', ['../token'], false],
    ['secret', [''], false],
    ['version', ['106', '2'], true],
    ['version', ['106'], false],
  ] as const)('%s %j: %s', (kind, path, expected) => {
    expect(matchesGrammar(path, idGrammar[kind])).toBe(expected);
  });
});

describe('the configuration', () => {
  it('has the documented paths, UTC and the current shapes as defaults', () => {
    expect(seguraSettings.parse({})).toEqual({
      tokenPath: '/iso/oauth2/token',
      secretsPath: '/iso/dapp/application',
      writePath: '/iso/sctm/secret',
      timeZone: 'UTC',
      dataShape: 'keyValue',
      renewalOff: 'omit',
    });
  });

  it.each([
    { timeZone: 'Mars/Olympus' },
    { tokenPath: 'iso/oauth2/token' },
    { tokenPath: '/iso/../token' },
    { tokenPath: '/iso//token' },
    { secretsPath: '/iso/dapp/application?x=1' },
    { unknown: true },
  ])('refuses %j', (settings) => {
    expect(seguraSettings.safeParse(settings).success).toBe(false);
  });

  it('refuses credentials that are empty or have another key', () => {
    expect(seguraCredentials.safeParse({ clientId: '', clientSecret: 'x' }).success).toBe(false);
    expect(seguraCredentials.safeParse({ clientId: 'x', clientSecret: 'x', token: 'x' }).success).toBe(false);
  });
});
