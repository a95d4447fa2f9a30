import { describe, expect, expectTypeOf, it } from 'vitest';
import type { Secret } from '../domain/model.ts';
import { SecretText, SecretValue } from '../domain/secret-value.ts';
import { group, nativeShapes, secret, subject, usage, version } from './__fixtures__/metadata.ts';
import { packedSecrets } from './__fixtures__/packed.ts';
import { type Cacheable, type CacheKind, createShapes, type PlainData } from './shapes.ts';

const shapes = createShapes(nativeShapes);
const samples: Cacheable = {
  listing: { groups: [group], secrets: packedSecrets(['a', 'b']) },
  groups: [group],
  group,
  secret,
  details: secret,
  versions: [version],
  usage,
};
const kinds = Object.entries(samples) as [CacheKind, object][];

describe('the cacheable shapes', () => {
  it.each(kinds)('admit a %s as it is', (kind, value) => {
    expect(shapes[kind].safeParse(value)).toEqual({ success: true, data: value });
  });

  it.each(kinds)('refuse a %s with one more key anywhere', (kind, value) => {
    const widened = withKeyInEachObject(value);
    expect(widened.length).toBeGreaterThan(0);
    for (const variant of widened) expect(shapes[kind].safeParse(variant).success).toBe(false);
  });

  it.each(kinds)('refuse a %s without one of its keys', (kind, value) => {
    const object = Array.isArray(value) ? value[0] : value;
    for (const key of Object.keys(object)) {
      const { [key]: _left, ...rest } = object;
      expect(shapes[kind].safeParse(Array.isArray(value) ? [rest] : rest).success).toBe(false);
    }
  });

  it('refuse a native part where the provider has none', () => {
    const withNative = { ...group, createdBy: { ...subject, native: {} } };
    expect(shapes.group.safeParse(withNative).success).toBe(false);
  });

  it('refuse a SecretValue in the place of any text', () => {
    const withValue = { ...secret, description: SecretValue.fromText('v') };
    expect(shapes.secret.safeParse(withValue).success).toBe(false);
  });
});

describe('the types of the cacheable shapes', () => {
  it('are plain all through', () => {
    expectTypeOf<Cacheable>().toEqualTypeOf<{ readonly [Kind in CacheKind]: PlainData<Cacheable[Kind]> }>();
  });

  it('would not be plain with a value in them', () => {
    expectTypeOf<PlainData<Secret & { value: SecretValue }>['value']>().toBeNever();
    expectTypeOf<PlainData<{ texts: readonly SecretText[] }>['texts'][number]>().toBeNever();
  });

  it('have no place for a SecretValue or a SecretText', () => {
    // @ts-expect-error a native part is plain
    const inNative: Cacheable['secret'] = { ...secret, native: { value: SecretValue.fromText('v') } };
    // @ts-expect-error a description is text
    const inDescription: Cacheable['group'] = { ...group, description: new SecretText('v') };
    // @ts-expect-error no shape has a value
    const asKey: Cacheable['versions'] = [{ ...version, value: SecretValue.fromText('v') }];
    for (const value of [inNative, inDescription, asKey]) {
      expect(kinds.some(([kind]) => shapes[kind].safeParse(value).success)).toBe(false);
    }
  });
});

/** One copy of the value for each object inside it, with a further key in that object. */
function withKeyInEachObject(value: unknown): unknown[] {
  if (Array.isArray(value)) {
    return value.flatMap((element, index) => withKeyInEachObject(element).map((variant) => value.with(index, variant)));
  }
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.entries(value).flatMap(([key, member]) =>
    withKeyInEachObject(member).map((variant) => ({ ...value, [key]: variant })),
  );
  return [{ ...value, extra: 'text' }, ...inside];
}
