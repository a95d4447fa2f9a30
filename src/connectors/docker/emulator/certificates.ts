import { mkdir, writeFile } from 'node:fs/promises';
import type { ServerOptions } from 'node:https';
import { join } from 'node:path';
import { generate } from 'selfsigned';

/** The three files of a client, by the names that the Docker CLI looks for in DOCKER_CERT_PATH. */
export interface ClientFiles {
  readonly caFile: string;
  readonly certFile: string;
  readonly keyFile: string;
}

/** An authority, a server's certificate for loopback and a client's, made at start; the client's are written. */
export async function makeCertificates(
  directory: string,
): Promise<{ readonly server: ServerOptions; readonly files: ClientFiles }> {
  // Both ends of a TLS connection look at the real clock, whatever time the emulator plays.
  const now = Date.now();
  const validity = { notBeforeDate: new Date(now - 3_600_000), notAfterDate: new Date(now + 30 * 86_400_000) };
  const authority = await generate([{ name: 'commonName', value: 'Docker emulator authority' }], {
    ...validity,
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  const ca = { key: authority.private, cert: authority.cert };
  const server = await generate([{ name: 'commonName', value: 'localhost' }], {
    ...validity,
    ca,
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  const client = await generate([{ name: 'commonName', value: 'portcullis' }], {
    ...validity,
    ca,
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'extKeyUsage', clientAuth: true },
    ],
  });
  const files = await writeFiles(directory, [authority.cert, client.cert, client.private]);
  const options = { cert: server.cert, key: server.private, ca: authority.cert };
  return { server: { ...options, requestCert: true, rejectUnauthorized: true }, files };
}

async function writeFiles(directory: string, [ca, cert, key]: readonly [string, string, string]): Promise<ClientFiles> {
  await mkdir(directory, { recursive: true });
  const files = {
    caFile: join(directory, 'ca.pem'),
    certFile: join(directory, 'cert.pem'),
    keyFile: join(directory, 'key.pem'),
  };
  await writeFile(files.caFile, ca);
  await writeFile(files.certFile, cert);
  await writeFile(files.keyFile, key, { mode: 0o600 });
  return files;
}
