import { constants, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createSecureContext, type SecureContextOptions } from 'node:tls';
import { badInput, type PortcullisError } from '../../domain/errors.ts';

/** Paths of PEM files. */
export interface TlsFiles {
  readonly certFile: string;
  readonly keyFile: string;
  /** Whose client certificates are taken as identities. Without it none is asked for. */
  readonly clientCaFile?: string | undefined;
}

export interface TlsMaterial {
  readonly cert: string;
  readonly key: string;
  readonly clientCa: string | null;
}

/** @throws PortcullisError BAD_USER_INPUT that names the key, where one cannot be read, is not PEM, or key and certificate do not belong together */
export async function readTlsFiles(files: TlsFiles): Promise<TlsMaterial> {
  const [cert, key, clientCa] = await Promise.all([
    readPem('certFile', files.certFile),
    readPem('keyFile', files.keyFile),
    files.clientCaFile === undefined ? null : readPem('clientCaFile', files.clientCaFile),
  ]);
  if (clientCa !== null) {
    // OpenSSL takes a file without any certificate, and then trusts nobody.
    attempt('clientCaFile', () => certificatesIn(clientCa).length > 0);
  }
  attempt('certFile', () => createSecureContext({ cert }));
  attempt('keyFile', () => createSecureContext({ cert, key }));
  return { cert, key, clientCa };
}

/**
 * What a TLS server is made of, at the start and at each renewal. Where client certificates are identities no session
 * is resumed: a resumed one is not checked again, neither against a changed authority nor for its end.
 */
export function secureContextOf({ cert, key, clientCa }: TlsMaterial): SecureContextOptions {
  return {
    cert,
    key,
    minVersion: 'TLSv1.2',
    ...(clientCa === null ? {} : { ca: clientCa, secureOptions: constants.SSL_OP_NO_TICKET }),
  };
}

async function readPem(key: keyof TlsFiles, file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw unusable(key, `the file ${file} cannot be read`);
  }
}

/** @throws where one of them cannot be read as a certificate */
export function certificatesIn(pem: string): readonly X509Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? [];
  return blocks.map((block) => new X509Certificate(block));
}

function attempt(key: keyof TlsFiles, use: () => unknown): void {
  let result: unknown;
  try {
    result = use();
  } catch {
    result = false;
  }
  if (result === false) throw unusable(key, 'this is not a PEM file that can be used here');
}

/** Never with what is in the file. */
function unusable(key: keyof TlsFiles, why: string): PortcullisError {
  return badInput(`server.tls.${key}: ${why}`, `server.tls.${key}`);
}
