import type { TLSSocket } from 'node:tls';
import type { Principal } from '../../policy/principal.ts';

/** What is taken from a certificate that the authority signed. */
export interface ClientCertificate {
  /** SHA-256, lower-case hexadecimal. */
  readonly fingerprint: string;
  /** Attributes in the certificate's order, escaped as RFC 4514 has it: 'C=KR,O=Example,CN=ci'. */
  readonly subject: string;
  /** The common name, else the first alternative name; null where it has neither. */
  readonly name: string | null;
}

/** Whom a certificate stands for; exactly one of `subject` and `fingerprint`. */
export interface CertificateEntry {
  readonly subject?: string | undefined;
  readonly fingerprint?: string | undefined;
  readonly roles: readonly string[];
  readonly name?: string | undefined;
}

/**
 * A certificate is known by its fingerprint, or by its whole subject: an authority may sign many others, and a part of
 * a name is easily had. One that no entry names stands for nobody.
 */
export function createCertificateIdentification(
  entries: readonly CertificateEntry[],
): (certificate: ClientCertificate) => Principal | null {
  const byFingerprint = new Map(
    entries.flatMap((entry) =>
      entry.fingerprint === undefined ? [] : [[normalFingerprint(entry.fingerprint), entry] as const],
    ),
  );
  const bySubject = new Map(
    entries.flatMap((entry) => (entry.subject === undefined ? [] : [[normalSubject(entry.subject), entry] as const])),
  );
  return ({ fingerprint, subject, name }) => {
    const entry = byFingerprint.get(fingerprint) ?? bySubject.get(subject);
    if (entry === undefined) return null;
    return { id: `cert:${fingerprint}`, name: entry.name ?? name ?? fingerprint, roles: entry.roles };
  };
}

/** What the certificate of a connection says; null without one, or with one that does not hold any more. */
export function certificateOf(socket: TLSSocket, now: number): ClientCertificate | null {
  const certificate = socket.getPeerX509Certificate();
  // A connection may be kept for longer than the certificate that opened it holds.
  if (certificate === undefined || !(now < Date.parse(certificate.validTo))) return null;
  const subject = certificate.subject ?? '';
  const [alternative] = certificate.subjectAltName?.split(', ') ?? [];
  return {
    fingerprint: normalFingerprint(certificate.fingerprint256),
    // Node puts each attribute on a line of its own and escapes what is special in it, line breaks too.
    subject: subject.split('\n').join(','),
    name: /^CN=(.+)$/m.exec(subject)?.[1] ?? alternative?.replace(/^[\w ]+:/, '') ?? null,
  };
}

function normalFingerprint(text: string): string {
  return text.replaceAll(':', '').toLowerCase();
}

/** Spaces after an attribute's comma are for people. A comma within a value is escaped. */
function normalSubject(text: string): string {
  return text.replace(/(?<!\\), +/g, ',');
}
