import { describe, expect, it } from 'vitest';
import { PortcullisError } from '../../domain/errors.ts';
import { type CallKind, classifyNetwork, classifyStatus } from './classify.ts';

const answer = (status: number, kind: CallKind = 'read') => ({
  operation: 'op',
  kind,
  status,
  body: { message: 'pw-4711' },
  retryAfterSeconds: undefined,
});
const caught = (code: string) => Object.assign(new Error('pw-4711'), { code });

describe('classifyStatus', () => {
  it.each([
    [301, 'UPSTREAM_INVALID_RESPONSE'],
    [400, 'UPSTREAM_REJECTED'],
    [401, 'UPSTREAM_CREDENTIALS'],
    [403, 'UPSTREAM_CREDENTIALS'],
    [404, 'NOT_FOUND'],
    [408, 'UPSTREAM_TIMEOUT'],
    [409, 'CONFLICT'],
    [412, 'PRECONDITION_FAILED'],
    [413, 'UPSTREAM_REJECTED'],
    [418, 'UPSTREAM_REJECTED'],
    [429, 'UPSTREAM_RATE_LIMITED'],
    [500, 'UPSTREAM_UNAVAILABLE'],
    [503, 'UPSTREAM_UNAVAILABLE'],
    [504, 'UPSTREAM_TIMEOUT'],
    [999, 'UPSTREAM_UNAVAILABLE'],
  ])('makes %d %s', (status, code) => {
    expect(classifyStatus(answer(status))).toMatchObject({ code, details: { upstreamStatus: status } });
  });

  it.each([
    [400, 'NOT_APPLIED'],
    [404, 'NOT_APPLIED'],
    [429, 'NOT_APPLIED'],
    [408, 'UNKNOWN'],
    [500, 'UNKNOWN'],
    [502, 'UNKNOWN'],
    [302, 'UNKNOWN'],
  ])('knows what became of a write that ended in %d: %s', (status, outcome) => {
    expect(classifyStatus(answer(status, 'write')).details.outcome).toBe(outcome);
  });

  it('says nothing of an outcome where nothing was written', () => {
    expect(
      [classifyStatus(answer(500)), classifyStatus(answer(500, 'reveal'))].map(({ details }) => details.outcome),
    ).toEqual([undefined, undefined]);
  });

  it('passes on how long to wait', () => {
    expect(classifyStatus({ ...answer(429), retryAfterSeconds: 7 }).details.retryAfterSeconds).toBe(7);
  });

  it('takes nothing from the body', () => {
    expect(JSON.stringify(classifyStatus(answer(400)), ['message', 'details'])).not.toContain('4711');
  });
});

describe('classifyNetwork', () => {
  const classify = (error: unknown, kind: CallKind = 'read', timedOut = false) =>
    classifyNetwork(error, { kind, timedOut });

  it.each([
    ['ECONNREFUSED', 'UPSTREAM_UNAVAILABLE', 'The store cannot be reached.'],
    ['ENOTFOUND', 'UPSTREAM_UNAVAILABLE', 'The store cannot be reached.'],
    ['UND_ERR_SOCKET', 'UPSTREAM_UNAVAILABLE', 'The store cannot be reached.'],
    ['UND_ERR_CONNECT_TIMEOUT', 'UPSTREAM_TIMEOUT', 'The store did not answer in time.'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'UPSTREAM_UNAVAILABLE', 'No trusted connection to the store could be made.'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'UPSTREAM_UNAVAILABLE', 'No trusted connection to the store could be made.'],
    ['CERT_HAS_EXPIRED', 'UPSTREAM_UNAVAILABLE', 'No trusted connection to the store could be made.'],
    ['UND_ERR_RES_EXCEEDED_MAX_SIZE', 'UPSTREAM_INVALID_RESPONSE', 'The answer of the store is larger than allowed.'],
  ])('makes %s %s', (cause, code, message) => {
    expect(classify(caught(cause))).toMatchObject({ code, message, details: { causeName: cause } });
  });

  it('takes any failure after the time was up for a time-out', () => {
    expect(classify(caught('UND_ERR_ABORTED'), 'read', true).code).toBe('UPSTREAM_TIMEOUT');
  });

  it.each([
    ['ECONNREFUSED', 'NOT_APPLIED'],
    ['ENOTFOUND', 'NOT_APPLIED'],
    ['UND_ERR_CONNECT_TIMEOUT', 'NOT_APPLIED'],
    ['UND_ERR_INVALID_ARG', 'NOT_APPLIED'],
    ['ECONNRESET', 'UNKNOWN'],
    ['UND_ERR_SOCKET', 'UNKNOWN'],
    ['UND_ERR_RES_EXCEEDED_MAX_SIZE', 'UNKNOWN'],
  ])('knows what became of a write that ended in %s: %s', (cause, outcome) => {
    expect(classify(caught(cause), 'write').details.outcome).toBe(outcome);
  });

  it('leaves an error of ours as it is', () => {
    const error = new PortcullisError('CONFLICT', 'm');
    expect(classify(error)).toBe(error);
  });

  it('keeps no message and no cause', () => {
    expect(JSON.stringify(classify(caught('ECONNRESET')), Object.getOwnPropertyNames(new Error('x')))).not.toContain(
      '4711',
    );
  });
});
