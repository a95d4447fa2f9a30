import type { Provider, SecretFilter, SecretStatus } from '../../../../client/index.ts';
import { createdIn, expiresIn } from './ranges.ts';

/** What a person has chosen to see. Null, and an empty search: everything. */
export interface Choices {
  /** Occurs in the name of the secret or of its group, ignoring case. */
  readonly search: string;
  readonly store: string | null;
  readonly provider: Provider | null;
  readonly status: SecretStatus | null;
  /** A key of `byUsage`. */
  readonly usage: string | null;
  /** A key of `byAge`. */
  readonly age: string | null;
  /** A key of `byExpiry`. */
  readonly expiry: string | null;
}

export const NO_CHOICES: Choices = {
  search: '',
  store: null,
  provider: null,
  status: null,
  usage: null,
  age: null,
  expiry: null,
};

export function isNarrowed(choices: Choices): boolean {
  return choices.search !== '' || Object.entries(choices).some(([name, value]) => name !== 'search' && value !== null);
}

/** The server's filter for these choices; `now` is what ages and expiries are counted from. */
export function filterOf(choices: Choices, now: number): SecretFilter {
  const createdAt = choices.age === null ? null : createdIn(choices.age, now);
  const expiresAt = choices.expiry === null ? null : expiresIn(choices.expiry, now);
  return {
    ...(choices.store === null ? {} : { stores: [choices.store] }),
    ...(choices.provider === null ? {} : { providers: [choices.provider] }),
    ...(choices.status === null ? {} : { statuses: [choices.status] }),
    ...(createdAt === null ? {} : { createdAt }),
    ...(expiresAt === null ? {} : { expiresAt }),
    ...usageFilter(choices.usage),
    ...searchFilter(choices.search.trim()),
  };
}

function usageFilter(usage: string | null): SecretFilter {
  if (usage === 'IN_USE') return { inUse: true };
  if (usage === 'UNUSED') return { inUse: false };
  // What no store tells is neither: a comparison with something unknown is false.
  return usage === 'UNKNOWN' ? { and: [{ not: { inUse: true } }, { not: { inUse: false } }] } : {};
}

function searchFilter(search: string): SecretFilter {
  return search === '' ? {} : { or: [{ name: { contains: search } }, { groupName: { contains: search } }] };
}
