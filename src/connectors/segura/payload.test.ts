import { describe, expect, it } from 'vitest';
import { SecretText, SecretValue } from '../../domain/secret-value.ts';
import { checkDraft, pairsOf } from './checks.ts';
import { seguraSettings } from './config.ts';
import { encodeDraft, type SecretDraft } from './payload.ts';

const settings = seguraSettings.parse({});
const where = { name: 'input.name', identity: 'input.identity', expiresAt: 'input.expiresAt' };
const field = (key: string, value: string, label?: string) => ({
  key,
  value: new SecretText(value),
  ...(label === undefined ? {} : { label }),
});
const pairs = (fields: Readonly<Record<string, string>>) =>
  pairsOf(SecretValue.fromFields(Object.entries(fields).map(([key, value]) => ({ key, value, section: null }))));
const draft = (changes: Partial<SecretDraft> = {}): SecretDraft => ({
  name: 'n',
  identity: 'team/app/n',
  engine: 'Generic',
  description: null,
  expiresAt: null,
  renewal: null,
  pairs: pairs({ A: '1' }),
  accessKeys: [],
  credentials: [],
  ...changes,
});
const dataOf = (body: Readonly<Record<string, unknown>>) =>
  JSON.parse(Buffer.from(String(body.data), 'base64').toString('utf8'));

describe('the body of a write', () => {
  it('clears what is null with an empty text', () => {
    expect(encodeDraft(draft(), settings)).toMatchObject({
      name: 'n',
      identity: 'team/app/n',
      engine: 'Generic',
      description: '',
      expiration_date: '',
    });
  });

  it('writes the expiry in the zone of the vault', () => {
    const berlin = seguraSettings.parse({ timeZone: 'Europe/Berlin' });
    const body = encodeDraft(draft({ expiresAt: Date.UTC(2026, 6, 1, 10) }), berlin);
    expect(body.expiration_date).toBe('2026-07-01 12:00:00');
  });

  it('wraps access keys, credentials and their labels as documented, as base64 of JSON', () => {
    const body = encodeDraft(
      draft({
        accessKeys: [
          {
            type: 'aws',
            fields: [
              field('access_key_id', 'AKIA', 'AWS_ACCESS_KEY_ID'),
              field('secret_access_key', 'S', 'AWS_SECRET_ACCESS_KEY'),
            ],
          },
        ],
        credentials: [{ fields: [field('user', 'u', 'USERNAME'), field('additional_information', 'i')] }],
      }),
      settings,
    );
    expect(dataOf(body)).toEqual({
      key_value: { fields: { A: '1' } },
      access_keys: [
        {
          access_key: {
            type: 'aws',
            fields: {
              access_key_id: 'AKIA',
              access_key_id_label: 'AWS_ACCESS_KEY_ID',
              secret_access_key: 'S',
              secret_access_key_label: 'AWS_SECRET_ACCESS_KEY',
            },
          },
        },
      ],
      credentials: [{ credential: { fields: { user: 'u', user_label: 'USERNAME', additional_information: 'i' } } }],
    });
  });

  it('puts pairs at the top where the store is configured so', () => {
    const plain = seguraSettings.parse({ dataShape: 'plain' });
    expect(dataOf(encodeDraft(draft(), plain))).toEqual({ A: '1' });
  });

  it.each([
    ['omit', { renew_cloud_time: 60 }],
    ['zero', { renew_cloud_time: 60, renew_credential_time: 0, renew_ephemeral_credential_time: 0 }],
    ['emptyList', { renew_cloud_time: 60, renew_credential_time: [], renew_ephemeral_credential_time: [] }],
  ])('switches a renewal off by %s', (renewalOff, expected) => {
    const body = encodeDraft(
      draft({ renewal: { cloudTimeMinutes: 60, credentialTimeMinutes: null, ephemeralCredentialTimeMinutes: null } }),
      seguraSettings.parse({ renewalOff }),
    );
    const sent = JSON.parse(JSON.stringify(body));
    expect(Object.fromEntries(Object.entries(sent).filter(([key]) => key.startsWith('renew_')))).toEqual(expected);
  });
});

describe('the checks before a write', () => {
  it('takes text that is a JSON object of strings', () => {
    expect(pairsOf(SecretValue.fromText('{"a":"1","__proto__":"2"}'))).toEqual([
      { key: 'a', value: '1', section: null },
      { key: '__proto__', value: '2', section: null },
    ]);
  });

  it.each(['PLANTED', '"PLANTED"', '["PLANTED"]', 'null', '{"PLANTED":1}', '{"PLANTED":null}', '{}', ''])(
    'refuses the text %j without repeating it',
    (text) => {
      expect(() => pairsOf(SecretValue.fromText(text))).toThrow(
        expect.objectContaining({ code: 'BAD_USER_INPUT', message: expect.not.stringContaining('PLANTED') }),
      );
    },
  );

  it('refuses a key that is given twice', () => {
    const twice = ['A', 'A'].map((key) => ({ key, value: '1', section: null }));
    expect(() => pairsOf(SecretValue.fromFields(twice))).toThrow(/twice/);
  });

  it.each([
    ['input.name', { name: ' ' }],
    ['input.name', { name: 'a\u0000b' }],
    ['input.identity', { identity: 'x'.repeat(256) }],
    ['input.native.segura.engine', { engine: '' }],
    ['input.expiresAt', { expiresAt: Date.UTC(10_000, 0, 1) }],
    ['input.value', { pairs: [] }],
    ['input.native.segura.accessKeys.0.type', { accessKeys: [{ type: '', fields: [field('k', 'v')] }] }],
    ['input.native.segura.credentials.0.fields', { credentials: [{ fields: [] }] }],
    [
      'input.native.segura.credentials.0.fields.1.key',
      { credentials: [{ fields: [field('user', 'a', 'L'), field('user_label', 'b')] }] },
    ],
    ['input.native.segura.credentials.0.fields.0.label', { credentials: [{ fields: [field('user', 'a', '')] }] }],
  ])('refuses at %s', (argument, changes) => {
    expect(() => checkDraft(draft(changes), settings, where)).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT', details: expect.objectContaining({ argument }) }),
    );
  });

  it('takes access keys without pairs', () => {
    const keys = draft({ pairs: [], accessKeys: [{ type: 'aws', fields: [field('access_key_id', 'v')] }] });
    expect(checkDraft(keys, settings, where)).toBe(keys);
  });

  it('refuses pairs that the plain shape could not tell from its other parts', () => {
    const plain = seguraSettings.parse({ dataShape: 'plain' });
    const named = draft({ pairs: pairs({ credentials: 'x' }) });
    expect(() => checkDraft(named, plain, where)).toThrow(/cannot be keys/);
    expect(checkDraft(named, settings, where)).toBe(named);
  });
});
