import { describe, expect, it } from 'vitest';
import { type SecretField, SecretValue } from '../../domain/secret-value.ts';
import { fromUpstreamValue, toUpstreamValue } from './value.ts';

const field = (key: string, value: string | null): SecretField => ({ key, value, section: null });
const pairs = (count: number) => Array.from({ length: count }, (_, index) => field(`k${index}`, 'v'));
const refusal = (value: SecretValue | null) => {
  try {
    toUpstreamValue(value);
  } catch (error) {
    return error;
  }
  throw new Error('it was taken');
};
const badValue = expect.objectContaining({
  code: 'BAD_USER_INPUT',
  details: expect.objectContaining({ argument: 'input.value', outcome: 'NOT_APPLIED' }),
});

describe('a value on its way in', () => {
  it('becomes one JSON object of its fields', () => {
    expect(toUpstreamValue(SecretValue.fromFields([field('user', 'a'), field('password', 'b"')]))).toEqual({
      json: '{"user":"a","password":"b\\""}',
      keys: ['user', 'password'],
    });
  });

  it('keeps a field that is called __proto__', () => {
    expect(toUpstreamValue(SecretValue.fromFields([field('__proto__', 'a')])).json).toBe('{"__proto__":"a"}');
  });

  it('goes out as the text that was given', () => {
    const text = '{ "a": "1" ,\n "b\\u0041": "}" }';
    expect(toUpstreamValue(SecretValue.fromText(text))).toEqual({ json: text, keys: ['a', 'bA'] });
  });

  it('takes 100 pairs', () => {
    expect(toUpstreamValue(SecretValue.fromFields(pairs(100))).keys).toHaveLength(100);
  });

  it('takes 10,000 bytes', () => {
    const text = `{"k":"${'v'.repeat(9_992)}"}`;
    expect(toUpstreamValue(SecretValue.fromText(text)).json).toHaveLength(10_000);
  });

  it.each([
    ['no value', null],
    ['no pair', SecretValue.fromFields([])],
    ['101 pairs', SecretValue.fromFields(pairs(101))],
    ['a repeated field', SecretValue.fromFields([field('a', '1'), field('a', '2')])],
    ['a field without a value', SecretValue.fromFields([field('a', null)])],
    ['10,001 bytes', SecretValue.fromText(`{"k":"${'v'.repeat(9_993)}"}`)],
    ['10,001 bytes in fewer characters', SecretValue.fromText(`{"k":"v${'é'.repeat(4_996)}"}`)],
    ['text that is not JSON', SecretValue.fromText('canary')],
    ['an array', SecretValue.fromText('["a"]')],
    ['a number in it', SecretValue.fromText('{"a":1}')],
    ['an object in it', SecretValue.fromText('{"a":{"b":"c"}}')],
    ['a repeated key', SecretValue.fromText('{"a":"1","\\u0061":"2"}')],
    ['bytes', SecretValue.fromBytes(new Uint8Array([255]))],
  ])('is refused with %s', (_name, value) => {
    expect(refusal(value)).toEqual(badValue);
  });

  it('is not in the refusal', () => {
    const error = refusal(SecretValue.fromText('canary'));
    expect(JSON.stringify([error, String(error)])).not.toContain('canary');
  });
});

describe('a value on its way out', () => {
  it('is the text of the upstream and its pairs', () => {
    const json = '{"a":"1", "b":"2"}';
    expect(fromUpstreamValue(json).expose()).toMatchObject({ text: json, fields: [field('a', '1'), field('b', '2')] });
  });

  it('keeps what is not a string as its JSON, to the last digit', () => {
    const json = '{"a":12345678901234567890,"b":null,"c":true,"d":{"e":[1.50]}}';
    expect(fromUpstreamValue(json).expose().fields).toEqual([
      field('a', '12345678901234567890'),
      field('b', 'null'),
      field('c', 'true'),
      field('d', '{"e":[1.50]}'),
    ]);
  });

  it.each(['plain text', '["a"]', '"a"', '12'])('is text alone where it is no object: %s', (text) => {
    expect(fromUpstreamValue(text).expose()).toMatchObject({ text, fields: null });
  });
});
