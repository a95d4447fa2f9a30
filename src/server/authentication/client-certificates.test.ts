import { describe, expect, it } from 'vitest';
import { createCertificateIdentification } from './client-certificates.ts';

const FINGERPRINT = 'ab'.repeat(32);
const certificate = (subject: string, fingerprint = FINGERPRINT) => ({ fingerprint, subject, name: 'ci' });

describe('a certificate', () => {
  it('is known by its fingerprint as OpenSSL prints it', () => {
    const identify = createCertificateIdentification([
      { fingerprint: FINGERPRINT.toUpperCase().replace(/..(?!$)/g, '$&:'), roles: ['a'] },
    ]);
    expect(identify(certificate('CN=x'))).toEqual({ id: `cert:${FINGERPRINT}`, name: 'ci', roles: ['a'] });
  });

  it('is known by its whole subject', () => {
    const identify = createCertificateIdentification([{ subject: 'O=Example, CN=ci', roles: ['a'] }]);
    expect(identify(certificate('O=Example,CN=ci'))).toMatchObject({ roles: ['a'] });
  });

  it('has the name that its entry gives', () => {
    const identify = createCertificateIdentification([{ subject: 'CN=ci', name: 'the builder', roles: [] }]);
    expect(identify(certificate('CN=ci'))?.name).toBe('the builder');
  });

  it.each(['CN=ci', 'O=Example,CN=ci,OU=more', 'CN=ci,O=Example', 'O=Example\\,CN=ci', 'o=example,cn=ci'])(
    'with another subject is nobody: %s',
    (subject) => {
      const identify = createCertificateIdentification([{ subject: 'O=Example,CN=ci', roles: ['a'] }]);
      expect(identify(certificate(subject))).toBeNull();
    },
  );

  it('that no entry names is nobody', () => {
    expect(createCertificateIdentification([])(certificate('CN=ci'))).toBeNull();
  });
});
