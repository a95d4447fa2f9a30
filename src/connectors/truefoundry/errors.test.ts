import { describe, expect, it } from 'vitest';
import { classifyStatus, type FailedAnswer } from '../http/classify.ts';
import { classify } from './errors.ts';

function errorOf(answer: Partial<FailedAnswer>) {
  const failed: FailedAnswer = {
    operation: 'getGroup',
    kind: 'read',
    status: 500,
    body: undefined,
    retryAfterSeconds: undefined,
    ...answer,
  };
  return classify(failed) ?? classifyStatus(failed);
}

describe('a failed answer of TrueFoundry', () => {
  it.each([
    [401, 'UPSTREAM_CREDENTIALS'],
    [403, 'UPSTREAM_CREDENTIALS'],
    [404, 'NOT_FOUND'],
    [400, 'UPSTREAM_REJECTED'],
    [409, 'CONFLICT'],
    [422, 'UPSTREAM_REJECTED'],
    [424, 'UPSTREAM_UNAVAILABLE'],
    [429, 'UPSTREAM_RATE_LIMITED'],
    [503, 'UPSTREAM_UNAVAILABLE'],
  ])('with status %i is %s', (status, code) => {
    expect(errorOf({ status }).code).toBe(code);
  });

  it.each(['check', 'listGroups', 'createGroup', 'listIntegrations'])(
    'is no missing object for 404 to %s',
    (operation) => {
      expect(errorOf({ status: 404, operation }).code).toBe('UPSTREAM_REJECTED');
    },
  );

  it.each([
    [422, 'NOT_APPLIED'],
    [404, 'NOT_APPLIED'],
    [424, 'UNKNOWN'],
    [500, 'UNKNOWN'],
  ])('to a write with status %i has the outcome %s', (status, outcome) => {
    expect(errorOf({ status, kind: 'write', operation: 'replaceKeys' }).details.outcome).toBe(outcome);
  });

  it('tells a taken name by the documented text', () => {
    const body = { statusCode: 422, message: 'Secret group with this name already exists. Use a different name.' };
    expect(errorOf({ status: 422, kind: 'write', operation: 'createGroup', body })).toMatchObject({
      code: 'CONFLICT',
      details: { upstreamMessage: 'Secret group with this name already exists', outcome: 'NOT_APPLIED' },
    });
  });

  it('keeps no text that is not documented', () => {
    const error = errorOf({ status: 422, body: { statusCode: 422, message: 'canary is not a value', code: 'canary' } });
    expect(JSON.stringify({ message: error.message, details: error.details })).not.toContain('canary');
  });

  it('is none where the answer is a success', () => {
    const ok = { operation: 'getGroup', kind: 'read', status: 200, body: {}, retryAfterSeconds: undefined } as const;
    expect(classify(ok)).toBeNull();
  });
});
