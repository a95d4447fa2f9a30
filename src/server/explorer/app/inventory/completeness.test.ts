import { describe, expect, it } from 'vitest';
import type { StoreOutcomeFragment } from '../../../../client/index.ts';
import { askAgainMs, noticesOf } from './completeness.ts';

const NOW = Date.UTC(2026, 5, 1, 12);

const NONE = new Map<string, string>();

function result(name: string, parts: Partial<StoreOutcomeFragment> = {}): StoreOutcomeFragment {
  return {
    store: { id: name, name, provider: 'DOCKER' },
    outcome: 'COMPLETE',
    count: 1,
    fetchedAt: '2026-06-01T11:46:00.000Z',
    error: null,
    retryable: null,
    retryAfterSeconds: null,
    incompleteFields: [],
    ...parts,
  };
}

const failed = result('imco', {
  outcome: 'FAILED',
  count: null,
  fetchedAt: null,
  error: 'UPSTREAM_UNAVAILABLE',
  retryable: true,
});
const stale = result('segura', { outcome: 'STALE', error: 'UPSTREAM_TIMEOUT', retryable: true });
const incomplete = result('ncloud', { outcome: 'INCOMPLETE', incompleteFields: ['updatedAt', 'usage'] });

describe('noticesOf', () => {
  it('has nothing to say where every store gave all of its part', () => {
    expect(noticesOf([[result('docker')], [result('docker')]], NONE, NOW)).toEqual([]);
  });

  it('says of a store that failed that nothing of it counts, and why', () => {
    expect(noticesOf([[failed]], NONE, NOW)).toEqual([
      {
        store: 'imco',
        outcome: 'FAILED',
        code: 'UPSTREAM_UNAVAILABLE',
        text: 'cannot be listed: nothing of it is shown or counted here. Asking again may help.',
      },
    ]);
  });

  it('says of a stale store how old it is', () => {
    expect(noticesOf([[stale]], NONE, NOW)[0]?.text).toContain('is shown as it was 14 minutes ago');
  });

  it('says of a stale store what its latest failure was where the answer does not', () => {
    const lastErrors = new Map([['segura', 'UPSTREAM_TIMEOUT']]);
    expect(noticesOf([[{ ...stale, error: null }]], lastErrors, NOW)[0]?.code).toBe('UPSTREAM_TIMEOUT');
    expect(noticesOf([[{ ...stale, error: null }]], NONE, NOW)[0]?.code).toBeNull();
  });

  it('names the fields that are not known yet', () => {
    expect(noticesOf([[incomplete]], NONE, NOW)[0]?.text).toBe(
      'is still being read: updatedAt, usage not yet known everywhere.',
    );
  });

  it('says how long the store asks to wait', () => {
    expect(noticesOf([[{ ...failed, retryAfterSeconds: 30 }]], NONE, NOW)[0]?.text).toContain('It asks to wait 30 s.');
  });

  it('promises nothing where asking again will not help', () => {
    expect(noticesOf([[{ ...failed, retryable: false }]], NONE, NOW)[0]?.text).toContain('Asking again will not help');
  });

  it('puts the worst store first', () => {
    const notices = noticesOf([[incomplete, result('docker'), stale, failed]], NONE, NOW);
    expect(notices.map(({ store }) => store)).toEqual(['imco', 'segura', 'ncloud']);
  });

  it('says the worst of a store once where several answers tell of it', () => {
    const notices = noticesOf([[result('imco')], [failed], [{ ...incomplete, store: failed.store }]], NONE, NOW);
    expect(notices.map(({ store, outcome }) => [store, outcome])).toEqual([['imco', 'FAILED']]);
  });
});

describe('askAgainMs', () => {
  it('is null where there is nothing to wait for', () => {
    expect(askAgainMs([[result('docker')], [{ ...failed, retryable: false }]])).toBeNull();
  });

  it('is soon where details are on their way', () => {
    expect(askAgainMs([[failed, incomplete]])).toBe(3_000);
  });

  it('is never sooner than a failing store asks for', () => {
    expect(askAgainMs([[failed]])).toBe(30_000);
    expect(askAgainMs([[{ ...failed, retryAfterSeconds: 90 }]])).toBe(90_000);
  });
});
