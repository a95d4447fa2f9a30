import { describe, expect, it } from 'vitest';
import { makeSecret, makeStore } from '../../../../catalog/__fixtures__/entries.ts';
import { compileSecretFilter, type SecretFilter } from '../../../../catalog/filter.ts';
import { secretEntry } from '../../../../catalog/snapshot.ts';
import type { Usage } from '../../../../domain/model.ts';
import { type Choices, filterOf, isNarrowed, NO_CHOICES } from './filter.ts';

const NOW = Date.UTC(2026, 5, 1);
const chosen = (choices: Partial<Choices>) => filterOf({ ...NO_CHOICES, ...choices }, NOW);

describe('filterOf', () => {
  it('narrows nothing where nothing has been chosen', () => {
    expect(chosen({})).toEqual({});
  });

  it('looks for the words in names and in groups alike', () => {
    const either = [{ name: { contains: 'pay' } }, { groupName: { contains: 'pay' } }];
    expect(chosen({ search: ' pay ' })).toEqual({ or: either });
  });

  it('takes blanks for no search', () => {
    expect(chosen({ search: '  ' })).toEqual({});
  });

  it('joins everything that was chosen', () => {
    const filter = chosen({
      store: 'tfy',
      provider: 'TRUEFOUNDRY',
      status: 'FAILED',
      age: 'OVER_A_YEAR',
      expiry: 'NONE',
    });
    expect(filter).toEqual({
      stores: ['tfy'],
      providers: ['TRUEFOUNDRY'],
      statuses: ['FAILED'],
      createdAt: { before: '2025-06-01T00:00:00.000Z' },
      expiresAt: { isNull: true },
    });
  });

  it.each([
    ['IN_USE', ['used']],
    ['UNUSED', ['unused']],
    ['UNKNOWN', ['untold']],
  ])('of the use %s finds %j', (usage, names) => {
    const entries = [
      entryOf('used', { activeDeployments: 1, consumers: null }),
      entryOf('unused', { activeDeployments: 0, consumers: null }),
      entryOf('untold', null),
    ];
    const test = compileSecretFilter(chosen({ usage }) as SecretFilter);
    expect(entries.filter(test).map(({ object }) => object.name)).toEqual(names);
  });
});

describe('isNarrowed', () => {
  it.each<Partial<Choices>>([{ search: 'pay' }, { store: 'tfy' }, { expiry: 'EXPIRED' }])(
    'is true of %j',
    (choices) => {
      expect(isNarrowed({ ...NO_CHOICES, ...choices })).toBe(true);
    },
  );

  it('is false where nothing has been chosen', () => {
    expect(isNarrowed(NO_CHOICES)).toBe(false);
  });
});

function entryOf(name: string, usage: Usage | null) {
  return secretEntry(makeStore('any'), makeSecret(name, { usage }));
}
