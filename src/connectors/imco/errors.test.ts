import { describe, expect, it } from 'vitest';
import { PortcullisError } from '../../domain/errors.ts';
import { classifyStatus, type FailedAnswer } from '../http/classify.ts';
import { classify, withCertificateInMind } from './errors.ts';

function errorOf(answer: Partial<FailedAnswer>): PortcullisError {
  const whole: FailedAnswer = {
    operation: 'createSecret',
    kind: 'write',
    status: 422,
    body: {},
    retryAfterSeconds: undefined,
    ...answer,
  };
  return classify(whole) ?? classifyStatus(whole);
}

describe('a failed answer', () => {
  it.each([
    [401, {}, 'UPSTREAM_CREDENTIALS', 'NOT_APPLIED'],
    [403, { error: 'Forbidden' }, 'UPSTREAM_CREDENTIALS', 'NOT_APPLIED'],
    [404, { error: 'Not found' }, 'NOT_FOUND', 'NOT_APPLIED'],
    [409, { error: 'busy' }, 'CONFLICT', 'NOT_APPLIED'],
    [400, { error: 'bad' }, 'UPSTREAM_REJECTED', 'NOT_APPLIED'],
    [422, { errors: { name: ["can't be blank"] } }, 'UPSTREAM_REJECTED', 'NOT_APPLIED'],
    [422, { errors: { name: ['has already been taken'] } }, 'CONFLICT', 'NOT_APPLIED'],
    [422, { errors: { state: ['is wrong'] } }, 'CONFLICT', 'NOT_APPLIED'],
    [422, 'no JSON object', 'UPSTREAM_REJECTED', 'NOT_APPLIED'],
    [429, {}, 'UPSTREAM_RATE_LIMITED', 'NOT_APPLIED'],
    [500, { error: 'boom' }, 'UPSTREAM_UNAVAILABLE', 'UNKNOWN'],
    [503, undefined, 'UPSTREAM_UNAVAILABLE', 'UNKNOWN'],
  ])('%i %j to a write is %s, %s', (status, body, code, outcome) => {
    expect(errorOf({ status, body })).toMatchObject({ code, details: { outcome, upstreamStatus: status } });
  });

  it.each([
    ['name', 'input.name'],
    ['content', 'input.value'],
    ['label_ids', 'input.native.imco.labelIds'],
    ['realm_id', 'input.native.imco.realmId'],
  ])('about %s points at %s', (field, argument) => {
    expect(errorOf({ body: { errors: { [field]: ['is invalid'] } } }).details).toMatchObject({
      argument,
      facts: { fields: [field] },
    });
  });

  it('repeats nothing of the body', () => {
    const error = errorOf({ body: { errors: { name: ['sv-canary'], 'sv-canary': ['x'] }, error: 'sv-canary' } });
    expect(JSON.stringify([error.message, error.details])).not.toContain('sv-canary');
  });

  it('404 to a call without an object is a wrong endpoint', () => {
    expect(errorOf({ operation: 'listVaults', kind: 'read', status: 404 }).code).toBe('UPSTREAM_REJECTED');
  });

  it('400 without JSON to a read is about the certificate', () => {
    expect(errorOf({ kind: 'read', status: 400, body: undefined }).code).toBe('UPSTREAM_CREDENTIALS');
  });
});

describe('a failed handshake', () => {
  const network = (causeName: string) =>
    new PortcullisError('UPSTREAM_UNAVAILABLE', 'No trusted connection.', { causeName, outcome: 'UNKNOWN' });

  it.each(['ERR_SSL_TLSV1_ALERT_UNKNOWN_CA', 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED'])(
    'with the alert %s is about our credential, and nothing was applied',
    (alert) => {
      expect(withCertificateInMind(network(alert))).toMatchObject({
        code: 'UPSTREAM_CREDENTIALS',
        details: { outcome: 'NOT_APPLIED' },
      });
    },
  );

  it.each(['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'ECONNREFUSED'])('with %s stays what it was', (name) => {
    const error = network(name);
    expect(withCertificateInMind(error)).toBe(error);
  });

  it('that is only seen as a closed connection names both reasons', () => {
    expect(withCertificateInMind(network('UND_ERR_SOCKET'))).toMatchObject({
      code: 'UPSTREAM_UNAVAILABLE',
      message: expect.stringContaining('client certificate'),
    });
  });
});
