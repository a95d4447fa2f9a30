import { describe, expect, it } from 'vitest';
import type { Principal } from '../../policy/principal.ts';
import { createAuthenticate } from './authenticate.ts';

const BEARER: Principal = { id: 'token:ci', name: 'ci', roles: ['a'] };
const HOLDER: Principal = { id: 'cert:00', name: 'host', roles: ['b'] };
const CERTIFICATE = { fingerprint: '00', subject: 'CN=host', name: 'host' };

const authenticate = createAuthenticate({
  tokens: [() => null, (token) => (token === 'sesame' ? BEARER : null)],
  certificates: ({ fingerprint }) => (fingerprint === '00' ? HOLDER : null),
});
const certificate = () => CERTIFICATE;
const none = () => null;

describe('who is calling', () => {
  it('is whom the first kind of token that knows it names', async () => {
    expect(await authenticate({ authorization: 'Bearer sesame', certificate: none })).toBe(BEARER);
  });

  it('is whom the certificate names where there is no token', async () => {
    expect(await authenticate({ authorization: undefined, certificate })).toBe(HOLDER);
  });

  it('is whom the token names where there are both', async () => {
    expect(await authenticate({ authorization: 'bearer  sesame', certificate })).toBe(BEARER);
  });

  it('is nobody where the token does not hold, whatever the certificate says', async () => {
    await expect(authenticate({ authorization: 'Bearer wrong', certificate })).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
  });

  it('is nobody where the certificate stands for nobody', async () => {
    const stranger = () => ({ ...CERTIFICATE, fingerprint: '01' });
    await expect(authenticate({ authorization: undefined, certificate: stranger })).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
  });

  it.each([
    undefined,
    '',
    'Bearer',
    'Bearer ',
    'Basic c2VzYW1l',
    'sesame',
    'Bearer ses ame',
    `Bearer ${'x'.repeat(17_000)}`,
  ])('is nobody with the header %j alone', async (authorization) => {
    await expect(authenticate({ authorization, certificate: none })).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
  });
});
