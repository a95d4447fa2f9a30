import { readFileSync } from 'node:fs';
import { type DefinitionNode, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { matchesGrammar } from '../../domain/ids.ts';
import { credentials, settings } from './config.ts';
import { ncloud } from './index.ts';
import {
  createSecretNative,
  createVersionNative,
  nativeShapes,
  ncloudKey,
  ncloudProtectionKey,
  ncloudTrigger,
  updateSecretNative,
} from './native.ts';

const sdl = parse(readFileSync(new URL('../../../schema/providers/ncloud.graphql', import.meta.url), 'utf8'));
const fieldsOf = (name: string) => {
  const found = sdl.definitions.find((one: DefinitionNode) => 'name' in one && one.name?.value === name);
  return found !== undefined && 'fields' in found ? (found.fields ?? []).map((field) => field.name.value).sort() : [];
};

describe('the native shapes', () => {
  it.each([
    ...Object.entries(nativeShapes),
    ['NcloudTrigger', ncloudTrigger] as const,
    ['NcloudKey', ncloudKey] as const,
    ['NcloudProtectionKey', ncloudProtectionKey] as const,
    ['NcloudSecretInput', createSecretNative] as const,
    ['NcloudSecretUpdateInput', updateSecretNative] as const,
    ['NcloudSecretVersionInput', createVersionNative] as const,
  ])('%s has the fields of its GraphQL type', (name, shape) => {
    expect(Object.keys(shape.shape).sort()).toEqual(fieldsOf(name));
  });

  it('know the defaults of a new version', () => {
    expect(createVersionNative.parse({})).toEqual({ stage: 'ACTIVE', keepPrevious: true });
  });

  it.each([{ stage: 'CURRENT' }, { keepPrevious: 'yes' }, { other: 1 }])('refuse %o for a new version', (native) => {
    expect(createVersionNative.safeParse(native).success).toBe(false);
  });
});

describe('the id grammar', () => {
  const { group, secret, version } = ncloud.idGrammar;

  it.each([
    [['KR'], group],
    [['a1b2c3'], secret],
    [['a1b2c3', 'PENDING'], version],
  ])('takes %j', (path, grammar) => {
    expect(matchesGrammar(path, grammar)).toBe(true);
  });

  it.each([
    [['a/b'], secret],
    [['..'], secret],
    [['a%2Fb'], secret],
    [['a b'], secret],
    [['a?x=1'], secret],
    [['a'.repeat(201)], secret],
    [['a1b2c3', 'active'], version],
    [['a1b2c3', 'CURRENT'], version],
    [['a1b2c3', 'ACTIVE\n'], version],
    [['a1b2c3'], version],
    [['K.R'], group],
  ])('refuses %j', (path, grammar) => {
    expect(matchesGrammar(path, grammar)).toBe(false);
  });
});

describe('the configuration', () => {
  it('takes the two halves of a key', () => {
    expect(credentials.parse({ accessKey: 'A', secretKey: 'S' })).toEqual({ accessKey: 'A', secretKey: 'S' });
  });

  it.each([{ accessKey: 'A' }, { accessKey: 'A\nB', secretKey: 'S' }, { accessKey: 'A', secretKey: 'S', other: 1 }])(
    'refuses %o',
    (given) => {
      expect(credentials.safeParse(given).success).toBe(false);
    },
  );

  it('refuses settings that do not exist', () => {
    expect(settings.safeParse({ region: 'KR' }).success).toBe(false);
  });
});
