import { describe, expect, it } from 'vitest';
import { SecretValue } from '../../domain/secret-value.ts';
import { checkName, contentOf, newName } from './inputs.ts';
import { createGroupInput, createSecretInput } from './native.ts';

const badInput = (argument: string) =>
  expect.objectContaining({ code: 'BAD_USER_INPUT', details: expect.objectContaining({ argument }) });

describe('a value', () => {
  it('may be text', () => {
    expect(contentOf(SecretValue.fromText('grüße'))).toBe('grüße');
  });

  it('may be bytes that are UTF-8', () => {
    expect(contentOf(SecretValue.fromBytes(Buffer.from('grüße')))).toBe('grüße');
  });

  it.each([
    ['bytes that are not UTF-8', SecretValue.fromBytes(Uint8Array.of(0xff))],
    ['an empty text', SecretValue.fromText('')],
    ['fields', SecretValue.fromFields([{ key: 'a', value: 'b', section: null }])],
    ['missing', null],
  ])('may not be %s', (_, value) => {
    expect(() => contentOf(value)).toThrow(badInput('input.value'));
  });
});

describe('a name', () => {
  it('goes out as it came', () => {
    expect(checkName('DB password (prod)')).toBe('DB password (prod)');
  });

  it.each(['', '   ', 'a\nb', '\ud800'])('may not be %j', (name) => {
    expect(() => checkName(name)).toThrow(badInput('input.name'));
  });

  it('is all that can be changed', () => {
    expect(() => newName(undefined)).toThrow(badInput('input.name'));
  });
});

describe('a native input', () => {
  const vault = { cloudAccountId: 'a', realmId: 'r', keyVaultPlanId: 'p' };

  it('takes null for left out', () => {
    expect(createSecretInput.safeParse({ labelIds: null, desiredRemoteId: null }).success).toBe(true);
  });

  it.each([{ labelIds: [''] }, { desiredRemoteId: '' }, { labelIds: 'a' }, { surplus: 1 }])(
    'of a secret may not be %j',
    (native) => {
      expect(createSecretInput.safeParse(native).success).toBe(false);
    },
  );

  it.each(['cloudAccountId', 'realmId', 'keyVaultPlanId'])('of a vault needs %s', (field) => {
    expect(createGroupInput.safeParse(vault).success).toBe(true);
    expect(createGroupInput.safeParse({ ...vault, [field]: '' }).success).toBe(false);
  });
});
