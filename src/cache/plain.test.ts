import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SecretText, SecretValue } from '../domain/secret-value.ts';
import { measurePlain } from './plain.ts';

class Odd {
  readonly a = 1;
}

describe('measurePlain', () => {
  it('measures any JSON, and never more text than its JSON has', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const size = measurePlain(value);
        expect(size).not.toBeNull();
        expect(size?.textBytes ?? Number.NaN).toBeLessThanOrEqual(Buffer.byteLength(JSON.stringify(value)));
      }),
    );
  });

  it('weighs a longer value heavier', () => {
    const short = measurePlain({ a: ['x'] })?.memoryBytes ?? Number.NaN;
    expect(measurePlain({ a: ['x', 'y'.repeat(1_000)] })?.memoryBytes).toBeGreaterThan(short + 1_000);
  });

  it.each([
    ['a SecretValue', SecretValue.fromText('v')],
    ['a SecretText', new SecretText('v')],
    ['an instance of a class', new Odd()],
    ['a function', () => 'v'],
    ['undefined', undefined],
    ['NaN', Number.NaN],
    ['a date', new Date(0)],
    ['bytes', new Uint8Array(1)],
    ['a bigint', 1n],
  ])('refuses %s, however deep', (_name, intruder) => {
    expect(measurePlain({ a: [{ b: intruder }] })).toBeNull();
  });

  it('refuses a circle', () => {
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    expect(measurePlain(circle)).toBeNull();
  });
});
