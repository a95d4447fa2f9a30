import { describe, expect, it } from 'vitest';
import { classifySegura, isTokenRefused } from './errors.ts';

const failed = (status: number, body: unknown, kind: 'read' | 'write' | 'reveal' = 'read') =>
  classifySegura({ operation: 'call', kind, status, body, retryAfterSeconds: undefined });
const envelope = (response: object) => ({ response });

describe('what Segura answers to failures', () => {
  it.each([
    [
      401,
      envelope({ status: 401, message: 'Inactive authorization', error: true, error_code: 1 }),
      'UPSTREAM_CREDENTIALS',
    ],
    [404, { message: 'no Route matched with those values' }, 'UPSTREAM_CREDENTIALS'],
    [404, { message: 'No route matched with those values.' }, 'UPSTREAM_CREDENTIALS'],
    [400, { error: 'invalid_client', message: 'Client authentication failed' }, 'UPSTREAM_CREDENTIALS'],
    [
      500,
      envelope({ message: 'You are not authorized to access this resource.', error: true }),
      'UPSTREAM_CREDENTIALS',
    ],
    [
      404,
      envelope({ status: 404, message: 'Resource sub not found', error: true, error_code: 4 }),
      'UPSTREAM_REJECTED',
    ],
    [400, envelope({ status: 400, message: '1005: Engine not found', error: true }), 'UPSTREAM_REJECTED'],
    [500, envelope({ status: 500, message: 'Unexpected error.', error: true }), 'UPSTREAM_UNAVAILABLE'],
    [429, undefined, 'UPSTREAM_RATE_LIMITED'],
    [503, 'upstream connect error', 'UPSTREAM_UNAVAILABLE'],
    [504, null, 'UPSTREAM_TIMEOUT'],
    [200, envelope({ status: 400, message: 'bad', error: true }), 'UPSTREAM_REJECTED'],
    [200, envelope({ status: 500, message: 'bad', error: true }), 'UPSTREAM_UNAVAILABLE'],
    [200, envelope({ status: 401, message: 'Inactive authorization', error: true }), 'UPSTREAM_CREDENTIALS'],
    [200, envelope({ message: 'bad', error: true }), 'UPSTREAM_REJECTED'],
    [200, { error: 'server_error', message: 'bad' }, 'UPSTREAM_REJECTED'],
  ])('%i with %j is %s', (status, body, code) => {
    expect(failed(status, body)?.code).toBe(code);
  });

  it.each([[envelope({ status: 201, error: false })], [{ access_token: 'x' }], [[]], [undefined]])(
    'lets a success pass: %j',
    (body) => {
      expect(failed(200, body)).toBeNull();
    },
  );

  it.each([
    [400, envelope({ error: true }), 'NOT_APPLIED'],
    [404, { message: 'no Route matched with those values' }, 'NOT_APPLIED'],
    [404, undefined, 'NOT_APPLIED'],
    [500, envelope({ status: 500, error: true }), 'UNKNOWN'],
    [200, envelope({ status: 400, error: true }), 'NOT_APPLIED'],
    [200, envelope({ status: 500, error: true }), 'UNKNOWN'],
    [200, envelope({ error: true }), 'UNKNOWN'],
    [200, { error: 'server_error' }, 'UNKNOWN'],
  ])('a write that ends in %i with %j is %s', (status, body, outcome) => {
    expect(failed(status, body, 'write')?.details.outcome).toBe(outcome);
  });

  it('repeats codes and texts only where they are documented', () => {
    const documented = { status: 404, message: 'Resource sub not found', error: true, error_code: 4 };
    expect(failed(404, envelope(documented))?.details).toMatchObject({
      upstreamCode: '4',
      upstreamMessage: 'Resource sub not found',
    });
    const other = failed(400, envelope({ message: 'PLANTED', error: true, error_code: 77, detail: 'PLANTED' }));
    expect(JSON.stringify([other?.message, other?.details])).not.toMatch(/PLANTED|77/);
  });

  it('takes a new token for a refused one, and for nothing else', () => {
    expect(isTokenRefused(failed(401, undefined))).toBe(true);
    expect(isTokenRefused(failed(404, { message: 'no Route matched with those values' }))).toBe(true);
    expect(isTokenRefused(failed(404, envelope({ error: true })))).toBe(false);
    expect(isTokenRefused(failed(403, undefined))).toBe(false);
    expect(isTokenRefused(failed(500, undefined))).toBe(false);
  });
});
