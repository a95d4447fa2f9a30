import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '../domain/errors.ts';
import { createStoreHealthBook } from './store-health.ts';

function healthAfter(...errors: (ErrorCode | null)[]) {
  const book = createStoreHealthBook(() => 7);
  for (const error of errors) {
    book.record({ store: 'tfy', operation: 'op', kind: 'read', status: null, durationMs: 12.34, error });
  }
  return book.healthOf('tfy');
}

describe('healthOf', () => {
  it('is not known before the first call', () => {
    expect(healthAfter()).toMatchObject({ status: 'UNKNOWN', checkedAt: null, latencyMs: null, lastError: null });
  });

  it('tells when and how fast the last call was', () => {
    expect(healthAfter(null)).toMatchObject({ status: 'UP', checkedAt: 7, latencyMs: 12.3 });
  });

  it.each<[string, (ErrorCode | null)[]]>([
    ['UP', [null]],
    ['DEGRADED', ['UPSTREAM_TIMEOUT']],
    ['DEGRADED', ['UPSTREAM_TIMEOUT', 'UPSTREAM_CREDENTIALS']],
    ['DOWN', ['UPSTREAM_TIMEOUT', 'UPSTREAM_TIMEOUT', 'UPSTREAM_UNAVAILABLE']],
    ['UP', ['UPSTREAM_TIMEOUT', 'UPSTREAM_TIMEOUT', 'UPSTREAM_TIMEOUT', null]],
    ['UP', ['UPSTREAM_TIMEOUT', 'NOT_FOUND']],
    ['UP', ['CONFLICT', 'NOT_FOUND', 'UPSTREAM_REJECTED', 'PRECONDITION_FAILED']],
    ['DOWN', ['UPSTREAM_TIMEOUT', 'DEADLINE_EXCEEDED', 'UPSTREAM_TIMEOUT', 'DEADLINE_EXCEEDED', 'UPSTREAM_TIMEOUT']],
    ['UNKNOWN', ['DEADLINE_EXCEEDED']],
  ])('is %s after %j', (status, errors) => {
    expect(healthAfter(...errors).status).toBe(status);
  });

  it('remembers the last error of the store’s own', () => {
    expect(healthAfter('UPSTREAM_TIMEOUT', 'NOT_FOUND', null).lastError).toBe('UPSTREAM_TIMEOUT');
  });

  it('keeps stores apart', () => {
    const book = createStoreHealthBook(() => 0);
    book.record({ store: 'a', operation: 'op', kind: 'read', status: null, durationMs: 1, error: 'UPSTREAM_TIMEOUT' });
    expect(book.healthOf('b').status).toBe('UNKNOWN');
  });
});
