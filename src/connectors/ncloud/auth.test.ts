import { describe, expect, it } from 'vitest';
import { createSigner, signatureOf, stringToSign } from './auth.ts';

const request = {
  method: 'get',
  path: '/secretmanager/api/v1/secrets?pageNo=1',
  timestamp: '1753067196000',
  accessKey: 'ACCESS',
};

describe('the signature', () => {
  it('signs method, path with prefix and query, time and key, one below the other', () => {
    expect(stringToSign(request)).toBe('GET /secretmanager/api/v1/secrets?pageNo=1\n1753067196000\nACCESS');
  });

  it('is what openssl makes of the same text', () => {
    // printf '…' | openssl dgst -sha256 -hmac SECRET -binary | base64
    expect(signatureOf(request, 'SECRET')).toBe('NY/qOTAqIpmSXR9gwp75GVAuEqAoWIpN77tMCsdPvRU=');
  });

  it('changes with the query', () => {
    const other = signatureOf({ ...request, path: '/secretmanager/api/v1/secrets?pageNo=2' }, 'SECRET');
    expect(other).not.toBe(signatureOf(request, 'SECRET'));
  });
});

describe('the signer', () => {
  it('stamps each request with the time at which it is asked', () => {
    let now = 1_000;
    const sign = createSigner({ accessKey: 'ACCESS', secretKey: 'SECRET' }, () => now);
    expect(sign({ method: 'GET', path: '/' })['x-ncp-apigw-timestamp']).toBe('1000');
    now = 2_000;
    expect(sign({ method: 'GET', path: '/' })['x-ncp-apigw-timestamp']).toBe('2000');
  });

  it('never sends the secret key', () => {
    const headers = createSigner({ accessKey: 'ACCESS', secretKey: 'SECRET' }, () => 1)({ method: 'GET', path: '/' });
    expect(JSON.stringify(headers)).not.toContain('SECRET');
  });
});
