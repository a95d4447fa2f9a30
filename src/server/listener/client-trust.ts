import type { DetailedPeerCertificate, TLSSocket } from 'node:tls';
import { certificatesIn } from './tls-files.ts';

/** Whether a connection's certificate still leads to an authority that is trusted now. */
export interface ClientTrust {
  readonly trust: (clientCa: string | null) => void;
  readonly isTrusted: (socket: TLSSocket) => boolean;
}

/**
 * A connection is checked against the authorities of the moment it was opened. When these change it is kept, and its
 * identity is judged anew: one whose authority is gone is nobody's, also on a connection that stays open for hours.
 */
export function createClientTrust(clientCa: string | null): ClientTrust {
  let authorities = fingerprintsOf(clientCa);
  let checked = new WeakMap<TLSSocket, boolean>();
  return {
    trust: (changed) => {
      authorities = fingerprintsOf(changed);
      checked = new WeakMap();
    },
    isTrusted: (socket) => {
      const known = checked.get(socket);
      if (known !== undefined) return known;
      const trusted = socket.authorized && chainOf(socket).some((fingerprint) => authorities.has(fingerprint));
      checked.set(socket, trusted);
      return trusted;
    },
  };
}

function fingerprintsOf(pem: string | null): ReadonlySet<string> {
  return new Set(certificatesIn(pem ?? '').map(({ fingerprint256 }) => fingerprint256));
}

/** From the certificate to its root, which names itself as its issuer. */
function chainOf(socket: TLSSocket): readonly string[] {
  const chain: string[] = [];
  let certificate: DetailedPeerCertificate | undefined = socket.getPeerCertificate(true);
  while (certificate?.fingerprint256 !== undefined && !chain.includes(certificate.fingerprint256)) {
    chain.push(certificate.fingerprint256);
    certificate = certificate.issuerCertificate;
  }
  return chain;
}
