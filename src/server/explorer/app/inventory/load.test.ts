import { describe, expect, it } from 'vitest';
import { PortcullisClientError } from '../../../../client/index.ts';
import { failureOf, load } from './load.ts';

const problem = { message: 'Slow.', code: 'UPSTREAM_TIMEOUT', retryable: true, path: ['secrets'] } as const;

describe('load', () => {
  it('hands on an answer without errors', async () => {
    expect(await load(Promise.resolve({ a: 1 }))).toEqual({ data: { a: 1 }, problems: [] });
  });

  it('keeps what came beside errors, and the errors', async () => {
    const error = new PortcullisClientError('Slow.', {
      code: 'UPSTREAM_TIMEOUT',
      retryable: true,
      errors: [problem],
      data: { a: null },
    });
    expect(await load(Promise.reject(error))).toEqual({ data: { a: null }, problems: [problem] });
  });

  it('rejects where nothing came', async () => {
    const error = new PortcullisClientError('Gone.', { code: 'NETWORK_ERROR', retryable: true });
    await expect(load(Promise.reject(error))).rejects.toBe(error);
  });
});

describe('failureOf', () => {
  it('says nothing of a fault of the page itself', () => {
    expect(failureOf(new TypeError('canary-4711'))).toEqual({
      code: 'INTERNAL',
      message: 'Something went wrong in this page.',
      requestId: null,
    });
  });

  it('names the request that the log knows', () => {
    const error = new PortcullisClientError('No.', { code: 'INTERNAL', retryable: false, requestId: 'r-1' });
    expect(failureOf(error)).toEqual({ code: 'INTERNAL', message: 'No.', requestId: 'r-1' });
  });
});
