import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { decodeUtf8, SecretText, SecretValue } from './secret-value.ts';

const CANARY = 'sv-canary-4711';
const FIELDS = [{ key: 'user', value: CANARY, section: null }];

const printed = (value: object): readonly string[] => [
  String(value),
  `${value}`,
  JSON.stringify(value),
  JSON.stringify({ nested: [value] }),
  inspect(value, { depth: 9, showHidden: true, getters: true }),
  inspect({ nested: value }, { depth: 9 }),
  JSON.stringify({ ...value }),
  JSON.stringify(Object.entries(Object.getOwnPropertyDescriptors(value))),
  JSON.stringify(structuredClone(value)),
];

describe.each([
  ['a text', SecretValue.fromText(CANARY)],
  ['bytes', SecretValue.fromBytes(Buffer.from(CANARY))],
  ['fields', SecretValue.fromFields(FIELDS)],
  ['a piece of text', new SecretText(CANARY)],
])('%s', (_, value) => {
  it('does not appear when it is printed, inspected, serialised or spread', () => {
    expect(printed(value).join('\n')).not.toContain(CANARY);
  });

  it('does not appear as bytes either', () => {
    expect(printed(value).join('\n')).not.toMatch(/115, ?118, ?45/);
  });

  it('leaves through expose', () => {
    expect(JSON.stringify(value.expose())).toMatch(/canary|115,118,45|"data"/);
  });
});

describe('SecretValue', () => {
  it('keeps the text it was made of', () => {
    expect(SecretValue.fromText('ü').expose()).toMatchObject({ form: 'TEXT', text: 'ü', fields: null });
  });

  it('has no text where the bytes are not UTF-8', () => {
    expect(SecretValue.fromBytes(Uint8Array.of(0xff)).expose().text).toBeNull();
  });

  it('makes one flat object of fields, of which a later one of the same key wins', () => {
    const fields = [
      { key: 'a', value: '1', section: 0 },
      { key: 'a', value: null, section: 1 },
    ];
    expect(SecretValue.fromFields(fields).expose()).toMatchObject({ form: 'FIELDS', text: '{"a":null}', fields });
  });

  it('keeps a field that is called __proto__', () => {
    expect(SecretValue.fromFields([{ key: '__proto__', value: 'x', section: null }]).expose().text).toBe(
      '{"__proto__":"x"}',
    );
  });

  it('keeps the upstream’s own JSON of fields where it is given', () => {
    expect(SecretValue.fromFields(FIELDS, '[ {"user": 1} ]').expose().text).toBe('[ {"user": 1} ]');
  });
});

describe('decodeUtf8', () => {
  it('keeps a byte order mark: it is content', () => {
    expect(decodeUtf8(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61))).toBe('\ufeffa');
  });

  it.each([
    ['a cut character', [0xc3]],
    ['an overlong one', [0xc0, 0xaf]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
  ])('is null for %s', (_, bytes) => {
    expect(decodeUtf8(Uint8Array.from(bytes))).toBeNull();
  });
});
