import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type RequestOptions, request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TLSSocket } from 'node:tls';
import { type GenerateResult, generate } from 'selfsigned';

type Extensions = NonNullable<NonNullable<Parameters<typeof generate>[1]>['extensions']>;

const DAY_MS = 86_400_000;

/** A certificate and its key, PEM both. */
export interface Identity {
  readonly cert: string;
  readonly key: string;
}

export interface Authority extends Identity {
  issue(
    attributes: readonly { readonly name: string; readonly value: string }[],
    options?: { readonly usage?: 'server' | 'client'; readonly days?: number },
  ): Promise<Identity>;
}

export async function makeAuthority(name: string): Promise<Authority> {
  const own = await make([{ name: 'commonName', value: name }], {
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  return {
    ...own,
    issue: (attributes, { usage = 'client', days = 1 } = {}) =>
      make(attributes, { ca: own, days, extensions: usage === 'server' ? SERVER : CLIENT }),
  };
}

/** Signed by nobody but itself. */
export function makeSelfSigned(name: string): Promise<Identity> {
  return make([{ name: 'commonName', value: name }], { extensions: CLIENT });
}

const CLIENT: Extensions = [
  { name: 'basicConstraints', cA: false, critical: true },
  { name: 'extKeyUsage', clientAuth: true },
];
const SERVER: Extensions = [
  { name: 'basicConstraints', cA: false, critical: true },
  { name: 'extKeyUsage', serverAuth: true },
  { name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] },
];

async function make(
  attributes: readonly { readonly name: string; readonly value: string }[],
  options: { readonly extensions: Extensions; readonly ca?: Identity; readonly days?: number },
): Promise<Identity> {
  const { extensions, ca, days = 1 } = options;
  const result: GenerateResult = await generate([...attributes], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(Date.now() - DAY_MS),
    notAfterDate: new Date(Date.now() + days * DAY_MS),
    extensions,
    ...(ca === undefined ? {} : { ca }),
  });
  return { cert: result.cert, key: result.private };
}

/** The files of a listener, in a folder of their own. */
export interface TlsFolder {
  readonly files: { readonly certFile: string; readonly keyFile: string; readonly clientCaFile: string };
  write(file: 'certFile' | 'keyFile' | 'clientCaFile', text: string): void;
  remove(): void;
}

export function makeTlsFolder(server: Identity, clientCa: string): TlsFolder {
  const folder = mkdtempSync(join(tmpdir(), 'portcullis-tls-'));
  const files = {
    certFile: join(folder, 'cert.pem'),
    keyFile: join(folder, 'key.pem'),
    clientCaFile: join(folder, 'client-ca.pem'),
  };
  const write: TlsFolder['write'] = (file, text) => writeFileSync(files[file], text, { mode: 0o600 });
  write('certFile', server.cert);
  write('keyFile', server.key);
  write('clientCaFile', clientCa);
  return { files, write, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** POSTs over TLS, with a certificate of one's own where one is given. */
export function postTls(
  url: string,
  options: RequestOptions & { readonly body?: string },
): Promise<{
  readonly status: number;
  readonly text: string;
  readonly serverFingerprint: string;
  readonly reused: boolean;
}> {
  const { body = '', ...rest } = options;
  return new Promise((resolve, reject) => {
    const call = request(url, { method: 'POST', ...rest }, (response) => {
      const serverFingerprint = (response.socket as TLSSocket).getPeerX509Certificate()?.fingerprint256 ?? '';
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          text: Buffer.concat(chunks).toString(),
          serverFingerprint,
          reused: call.reusedSocket,
        }),
      );
      response.on('error', reject);
    });
    call.on('error', reject);
    call.end(body);
  });
}
