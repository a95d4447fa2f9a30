import { describe, expect, it } from 'vitest';
import type { FailedAnswer } from '../http/classify.ts';
import { GATEWAY_ERRORS, SERVICE_ERRORS } from './documented.ts';
import { classify } from './errors.ts';

const answer = (status: number, body: unknown, kind: FailedAnswer['kind'] = 'read'): FailedAnswer => ({
  operation: 'getSecret',
  kind,
  status,
  body,
  retryAfterSeconds: undefined,
});
const enveloped = (errorCode: unknown, message = 'text of the upstream') => ({ error: { errorCode, message } });

describe('a documented error', () => {
  it.each([
    ['FORBIDDEN', 'UPSTREAM_CREDENTIALS'],
    ['UNAUTHORIZED', 'UPSTREAM_CREDENTIALS'],
    ['NOT_FOUND', 'NOT_FOUND'],
    ['INVALID_REQUEST', 'UPSTREAM_REJECTED'],
    ['UNPROCESSABLE_ENTITY', 'CONFLICT'],
    ['INVALID_STATUS', 'CONFLICT'],
    ['INTERNAL_SERVER_ERROR', 'UPSTREAM_UNAVAILABLE'],
  ] as const)('of the service, %s, becomes %s', (code, expected) => {
    expect(classify(answer(SERVICE_ERRORS[code].status, enveloped(code)))?.code).toBe(expected);
  });

  it.each([
    ['100', 'UPSTREAM_REJECTED'],
    ['200', 'UPSTREAM_CREDENTIALS'],
    ['210', 'UPSTREAM_CREDENTIALS'],
    ['300', 'UPSTREAM_REJECTED'],
    ['400', 'UPSTREAM_RATE_LIMITED'],
    ['410', 'UPSTREAM_RATE_LIMITED'],
    ['420', 'UPSTREAM_RATE_LIMITED'],
    ['430', 'UPSTREAM_REJECTED'],
    ['500', 'UPSTREAM_UNAVAILABLE'],
    ['510', 'UPSTREAM_TIMEOUT'],
    ['900', 'UPSTREAM_UNAVAILABLE'],
  ] as const)('of the gateway, %s, becomes %s', (code, expected) => {
    expect(classify(answer(GATEWAY_ERRORS[code].status, enveloped(code)))?.code).toBe(expected);
  });

  it('tells an unknown URL from an unknown secret', () => {
    expect(classify(answer(404, enveloped('300')))?.code).not.toBe(classify(answer(404, enveloped('NOT_FOUND')))?.code);
  });

  it('counts as one when its number is not sent as text', () => {
    expect(classify(answer(401, enveloped(200)))?.details.upstreamCode).toBe('200');
  });

  it.each([
    { responseError: { returnCode: 'NOT_FOUND', returnMessage: 'x' } },
    { errorCode: 'NOT_FOUND', message: 'x' },
    { code: 'NOT_FOUND', msg: 'x' },
  ])('is understood in the other envelopes of NAVER', (body) => {
    expect(classify(answer(404, body))?.code).toBe('NOT_FOUND');
  });

  it('is an error although the status is that of a success', () => {
    expect(classify(answer(200, enveloped('NOT_FOUND')))?.code).toBe('NOT_FOUND');
  });
});

describe('what is not documented', () => {
  it.each([
    { timestamp: 1, status: 401, error: 'Unauthorized', message: 'x' },
    { errorCode: 400, message: 'x' },
    { responseError: { returnCode: '200', returnMessage: 'x' } },
    '<html>',
    undefined,
    enveloped('SOMETHING_ELSE'),
  ])('is left to the status', (body) => {
    expect(classify(answer(400, body))).toBeNull();
  });

  it('is no error with the status of a success and no error in it', () => {
    expect(classify(answer(200, { code: 'SUCCESS', data: null }))).toBeNull();
  });

  it('is a rejection when an unknown error comes with the status of a success', () => {
    expect(classify(answer(200, enveloped('SOMETHING_ELSE'), 'write'))).toMatchObject({
      code: 'UPSTREAM_REJECTED',
      details: { outcome: 'UNKNOWN' },
    });
  });
});

describe('the outcome of a write', () => {
  it('is known after a refusal', () => {
    expect(classify(answer(422, enveloped('UNPROCESSABLE_ENTITY'), 'write'))?.details.outcome).toBe('NOT_APPLIED');
  });

  it.each(['INTERNAL_SERVER_ERROR', '500', '510', '900'])('is unknown after %s', (code) => {
    expect(classify(answer(500, enveloped(code), 'write'))?.details.outcome).toBe('UNKNOWN');
  });

  it('is not part of a failed read', () => {
    expect(classify(answer(500, enveloped('900')))?.details.outcome).toBeUndefined();
  });
});

describe('what an error may carry', () => {
  it('has the message of the upstream where it is the documented one', () => {
    expect(classify(answer(404, enveloped('NOT_FOUND', 'Not found')))?.details.upstreamMessage).toBe('Not found');
  });

  it('has nothing of any other text', () => {
    const error = classify(answer(404, { error: { errorCode: 'NOT_FOUND', message: 'canary', details: 'canary' } }));
    expect(JSON.stringify([error, error?.message, error?.details])).not.toContain('canary');
  });

  it('has the time after which to ask again', () => {
    const error = classify({ ...answer(429, enveloped('410')), retryAfterSeconds: 7 });
    expect(error?.details.retryAfterSeconds).toBe(7);
  });
});
