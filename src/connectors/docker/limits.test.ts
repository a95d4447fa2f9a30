import { describe, expect, it } from 'vitest';
import { SecretValue } from '../../domain/secret-value.ts';
import { STACK_LABEL } from './grammar.ts';
import { checkName, encodeData, encodeDriver, labelsFor } from './limits.ts';

const refusalAt = (argument: string) =>
  expect.objectContaining({ code: 'BAD_USER_INPUT', details: { argument, outcome: 'NOT_APPLIED' } });

describe('names', () => {
  it.each(['a', 'A1', 'a-b_c.d', 'a'.repeat(64)])('%s is one', (name) => {
    expect(() => checkName(name)).not.toThrow();
  });

  it.each(['', '-a', 'a.', 'a b', 'a/b', 'ü', 'a\n', 'a'.repeat(65)])('%j is none', (name) => {
    expect(() => checkName(name)).toThrow(refusalAt('input.name'));
  });
});

describe('values', () => {
  it('bytes go out in standard base64 with padding', () => {
    expect(encodeData(SecretValue.fromBytes(Uint8Array.from([0xfb, 0xff, 0xfe, 0x3f])), false)).toBe('+//+Pw==');
  });

  it('a part of a larger buffer goes out alone', () => {
    const whole = new TextEncoder().encode('xxabcxx');
    expect(encodeData(SecretValue.fromBytes(whole.subarray(2, 5)), false)).toBe('YWJj');
  });

  it('no byte at all is no value', () => {
    expect(() => encodeData(SecretValue.fromText(''), false)).toThrow(refusalAt('input.value'));
  });

  it('511,999 bytes are taken and 512,000 are not', () => {
    expect(encodeData(SecretValue.fromBytes(new Uint8Array(511_999)), false)).toHaveLength(682_668);
    expect(() => encodeData(SecretValue.fromBytes(new Uint8Array(512_000)), false)).toThrow(refusalAt('input.value'));
  });

  it('a text counts in bytes, not in characters', () => {
    expect(() => encodeData(SecretValue.fromText('€'.repeat(170_667)), false)).toThrow(refusalAt('input.value'));
  });

  it('the value is needed without a driver and refused beside one', () => {
    expect(() => encodeData(null, false)).toThrow(refusalAt('input.value'));
    expect(encodeData(null, true)).toBeUndefined();
    expect(() => encodeData(SecretValue.fromText('x'), true)).toThrow(refusalAt('input.value'));
  });

  it('fields are no value here', () => {
    const fields = SecretValue.fromFields([{ key: 'a', value: 'b', section: null }]);
    expect(() => encodeData(fields, false)).toThrow(refusalAt('input.value'));
  });
});

describe('labels', () => {
  it('carry the stack of the group', () => {
    expect(labelsFor([{ key: 'a', value: '1' }], 'shop')).toEqual({ a: '1', [STACK_LABEL]: 'shop' });
  });

  it('may repeat the stack that holds', () => {
    expect(labelsFor([{ key: STACK_LABEL, value: 'shop' }], 'shop')).toEqual({ [STACK_LABEL]: 'shop' });
  });

  it.each([null, 'shop'])('cannot move a secret of the stack %s into another', (namespace) => {
    const labels = [{ key: STACK_LABEL, value: 'bank' }];
    expect(() => labelsFor(labels, namespace)).toThrow(refusalAt('input.labels'));
  });

  it('have each key once', () => {
    const labels = [
      { key: 'a', value: '1' },
      { key: 'a', value: '2' },
    ];
    expect(() => labelsFor(labels, null)).toThrow(refusalAt('input.labels'));
  });

  it('keep a key that is special in JavaScript', () => {
    expect(JSON.stringify(labelsFor([{ key: '__proto__', value: '1' }], null))).toBe('{"__proto__":"1"}');
  });
});

describe('drivers', () => {
  it('take their options as a map', () => {
    const driver = { name: 'vault', options: [{ key: 'path', value: 'kv' }] };
    expect(encodeDriver(driver, 'input.native.docker.driver')).toEqual({ Name: 'vault', Options: { path: 'kv' } });
  });

  it('may have no options', () => {
    expect(encodeDriver({ name: 'vault', options: null }, 'x')).toEqual({ Name: 'vault' });
    expect(encodeDriver(null, 'x')).toBeUndefined();
  });

  it('have a name and each option once', () => {
    const twice = [
      { key: 'a', value: '1' },
      { key: 'a', value: '2' },
    ];
    expect(() => encodeDriver({ name: '' }, 'input.driver')).toThrow(refusalAt('input.driver.name'));
    expect(() => encodeDriver({ name: 'v', options: twice }, 'input.driver')).toThrow(
      refusalAt('input.driver.options'),
    );
  });
});
