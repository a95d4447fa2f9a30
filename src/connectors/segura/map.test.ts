import { describe, expect, it } from 'vitest';
import { PortcullisError } from '../../domain/errors.ts';
import type { Secret } from '../../domain/model.ts';
import { QUERY_SECRET, SECRET_CREATED, SECRETS_AT_THE_TOP } from './__fixtures__/documented.ts';
import { firstOf } from './__fixtures__/open-store.ts';
import { mapListing, pickItems } from './map.ts';
import { listingSchema, revealedSecret, writtenSchema } from './schema.ts';

const clock = { timeZone: 'UTC', now: Date.UTC(2022, 0, 1) };
const map = (json: unknown, at = clock) => mapListing(listingSchema.parse(json), at);
const only = (json: unknown, at = clock): Secret => firstOf([...map(json, at).secrets.values()]);
const edited = (changes: object) => ({ secrets: [{ ...SECRET_CREATED.application.secrets[0], ...changes }] });

describe('parsing what Segura documents', () => {
  it.each([
    ['a list', listingSchema.parse(QUERY_SECRET)],
    ['the answer to a write', writtenSchema.parse(SECRET_CREATED)],
    ['a list at the top', listingSchema.parse(SECRETS_AT_THE_TOP)],
  ])('drops every value of %s', (_what, parsed) => {
    expect(JSON.stringify(parsed)).not.toContain('PLANTED');
    expect(JSON.stringify(parsed)).toContain('secret_id');
  });

  it('keeps the values of the one secret that is revealed, and no other secret', () => {
    const json = { secrets: [...SECRETS_AT_THE_TOP.secrets, ...QUERY_SECRET.application.secrets] };
    const parsed = revealedSecret('106').parse(json);
    expect(parsed.entry?.data).toEqual(QUERY_SECRET.application.secrets[0]?.data);
    expect(JSON.stringify(parsed)).not.toContain('state_secret');
  });

  it('takes an answer without application and without secrets for no list', () => {
    expect(listingSchema.safeParse({ response: { status: 200, error: false } }).success).toBe(false);
    expect(revealedSecret('1').safeParse({ response: { status: 200, error: false } }).success).toBe(false);
  });

  it('takes an application without secrets for an empty store', () => {
    expect(map({ application: { name: 'empty', secrets: null } }).secrets.size).toBe(0);
  });
});

describe('mapping a list', () => {
  it('maps every documented field of a secret', () => {
    expect(only(SECRET_CREATED)).toMatchObject({
      id: ['7'],
      nativeId: '7',
      name: 'state_secret',
      description: 'API Call',
      group: { id: ['postman', 'inetconfig', 'stage'], name: 'postman' },
      expiresAt: Date.UTC(2022, 7, 18, 11, 10),
      status: 'ACTIVE',
      readability: 'READABLE',
      incomplete: [],
      native: { identity: 'example_2', engine: 'GitLab', expirationDate: '2022-08-18 11:10:00' },
      versions: [{ id: ['7', '2'], nativeId: '2', number: 2, isCurrent: true, native: { version: '2' } }],
    });
  });

  it('maps every documented field of the application', () => {
    expect(map(SECRET_CREATED).group).toMatchObject({
      id: ['postman', 'inetconfig', 'stage'],
      nativeId: 'postman/inetconfig/stage',
      name: 'postman',
      description: 'test',
      tags: ['abc', 'def', 'test'],
      native: { system: 'inetconfig', environment: 'stage' },
    });
  });

  it('leaves null what is empty there', () => {
    const { group } = map(QUERY_SECRET);
    expect(group).toMatchObject({ description: null, tags: [] });
    expect(only(QUERY_SECRET)).toMatchObject({
      description: null,
      expiresAt: null,
      versions: [],
      native: { expirationDate: null },
    });
  });

  it('stands a dash where an application has no system or environment', () => {
    const { group } = map({ application: { name: 'shop', system: null, secrets: [] } });
    expect(group).toMatchObject({ id: ['shop', '-', '-'], native: { system: null, environment: null } });
  });

  it('has no group where the list does not tell one', () => {
    const { group, secrets } = map(SECRETS_AT_THE_TOP);
    expect(group).toBeNull();
    expect(secrets.get('7')?.group).toBeNull();
  });

  it('calls a secret expired from the very instant of its expiry, in the zone of the vault', () => {
    const berlin = { timeZone: 'Europe/Berlin', now: Date.UTC(2022, 7, 18, 9, 10) };
    expect(only(SECRET_CREATED, berlin).status).toBe('EXPIRED');
    expect(only(SECRET_CREATED, { ...berlin, now: berlin.now - 1 }).status).toBe('ACTIVE');
  });

  it('names a secret by its identity where it has no name', () => {
    expect(only(edited({ secret_name: '' })).name).toBe('example_2');
  });

  it('takes ids and versions that are numbers', () => {
    expect(only(edited({ secret_id: 7, version: 3 }))).toMatchObject({ id: ['7'], versions: [{ number: 3 }] });
  });

  it.each([{ version: '3' }, { engine: 'Generic' }, { expiration_date: '' }, { secret_name: 'other' }])(
    'changes the revision with %j',
    (change) => {
      expect(only(edited(change)).revision).not.toBe(only(edited({})).revision);
    },
  );

  it('keeps the first of two entries with one id', () => {
    const [entry] = SECRET_CREATED.application.secrets;
    const { secrets } = map({ secrets: [entry, { ...entry, secret_name: 'again' }] });
    expect([...secrets.values()].map(({ name }) => name)).toEqual(['state_secret']);
  });
});

describe('picking items', () => {
  it('answers in the order asked, with NOT_FOUND for what is missing', () => {
    const [b, missing, a] = pickItems(['b', 'x', 'a'], (key) => (key === 'x' ? undefined : key.toUpperCase()));
    expect([b, a]).toEqual(['B', 'A']);
    expect(missing).toBeInstanceOf(PortcullisError);
    expect((missing as PortcullisError).code).toBe('NOT_FOUND');
  });
});
