import { describe, expect, it } from 'vitest';
import { SecretValue } from '../domain/secret-value.ts';
import { nativeShapes } from './__fixtures__/metadata.ts';
import { packedSecrets } from './__fixtures__/packed.ts';
import type { PackedSecrets } from './packed.ts';
import { createShapes } from './shapes.ts';

const { listing } = createShapes(nativeShapes);
const NAMES = ['a', 'b', 'c'];
const good = packedSecrets(NAMES);
const isLetIn = (secrets: unknown) => listing.safeParse({ groups: [], secrets }).success;
const withFields = (fields: Readonly<Record<string, unknown>>) => ({ ...good, fields: { ...good.fields, ...fields } });
const withVersions = (versions: Partial<PackedSecrets['versions']>) => ({
  ...good,
  versions: { ...good.versions, ...versions },
});

describe('packed secrets', () => {
  it('are let in as they are', () => {
    const value = { groups: [], secrets: good };
    expect(listing.parse(value)).toBe(value);
  });

  it('are let in with whole native parts', () => {
    expect(isLetIn(withFields({ native: { all: { driver: null, options: [] } } }))).toBe(true);
  });

  it.each<[string, unknown]>([
    ['a column that is too short', withFields({ name: { each: ['a', 'b'] } })],
    ['a column that is too long', withFields({ name: { each: ['a', 'b', 'c', 'd'] } })],
    ['places that are too few', withFields({ parents: { distinct: [['g1']], at: [0] } })],
    ['a place that leads nowhere', withFields({ parents: { distinct: [['g1']], at: [0, 1, 0] } })],
    ['a place between two values', withFields({ parents: { distinct: [['g1']], at: [0, 0.5, 0] } })],
    ['a place before the first value', withFields({ parents: { distinct: [['g1']], at: [0, -1, 0] } })],
    [
      'a native column that is too short',
      withFields({ native: { parts: { driver: { all: null }, options: { each: [] } } } }),
    ],
    ['more versions than are counted', withVersions({ counts: { all: 0 } })],
    ['fewer versions than are counted', withVersions({ counts: { each: [1, 1, 2] } })],
    ['a count below nothing', withVersions({ counts: { each: [1, 3, -1] } })],
    ['another number of secrets', { ...good, count: 4 }],
  ])('are refused with %s', (_, secrets) => {
    expect(isLetIn(secrets)).toBe(false);
  });

  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['for all', { description: { all: SecretValue.fromText('v') } }],
    ['for one', { description: { each: ['a', SecretValue.fromText('v'), 'c'] } }],
    ['among the values there are', { description: { distinct: [SecretValue.fromText('v')], at: [0, 0, 0] } }],
    ['in a native column', { native: { parts: { driver: { all: SecretValue.fromText('v') }, options: { all: [] } } } }],
    ['as a column', { description: SecretValue.fromText('v') }],
  ])('are refused with a SecretValue %s', (_, fields) => {
    expect(isLetIn(withFields(fields))).toBe(false);
  });

  it('are refused with a native field that the provider does not have', () => {
    const { parts } = good.fields.native as { parts: object };
    expect(isLetIn(withFields({ native: { parts: { ...parts, value: { all: 'v' } } } }))).toBe(false);
  });

  it('are refused without a field', () => {
    for (const field of Object.keys(good.fields)) {
      const { [field]: _left, ...rest } = good.fields as Readonly<Record<string, unknown>>;
      expect(isLetIn({ ...good, fields: rest })).toBe(false);
    }
  });
});
