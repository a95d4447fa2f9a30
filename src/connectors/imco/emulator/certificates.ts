import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { generate } from 'selfsigned';

/** The files of one certificate holder, laid out and named as in api-key.zip. */
export interface CertificateFiles {
  readonly certFile: string;
  readonly keyFile: string;
  readonly caFile: string;
}

export interface Certificates {
  readonly server: { readonly cert: string; readonly key: string; readonly ca: string };
  /** An API key: what people and programs are let in with. */
  readonly user: CertificateFiles;
  /** A managed server's: it may download values, and nothing else. */
  readonly host: CertificateFiles;
}

interface Pair {
  readonly cert: string;
  readonly private: string;
}

type Extensions = NonNullable<NonNullable<Parameters<typeof generate>[1]>['extensions']>;

/** Names a managed server. @see GitHub ingrammicro/cio, utils/config.go, evaluateCertificate */
export const HOSTS_UNIT = 'Hosts';

const SERVER_NAMES: Extensions = [
  { name: 'extKeyUsage', serverAuth: true },
  {
    name: 'subjectAltName',
    altNames: [
      { type: 2, value: 'localhost' },
      { type: 7, ip: '127.0.0.1' },
      { type: 7, ip: '::1' },
    ],
  },
];
const CLIENT: Extensions = [{ name: 'extKeyUsage', clientAuth: true }];

/** An authority made at start, a server's certificate for loopback, and the two kinds of client that IMCO knows. */
export async function makeCertificates(directory: string, now: number): Promise<Certificates> {
  // TLS goes by the machine's own clock, which need not be the emulator's.
  const times = [now, Date.now()];
  const common = {
    notBeforeDate: new Date(Math.min(...times) - 3_600_000),
    notAfterDate: new Date(Math.max(...times) + 30 * 86_400_000),
    keyType: 'ec',
    algorithm: 'sha256',
  } as const;
  const authority: Pair = await generate([{ name: 'commonName', value: 'IMCO emulator authority' }], {
    ...common,
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  const issue = (subject: Parameters<typeof generate>[0], extensions: Extensions): Promise<Pair> =>
    generate(subject, {
      ...common,
      ca: { key: authority.private, cert: authority.cert },
      extensions: [{ name: 'basicConstraints', cA: false, critical: true }, ...extensions],
    });
  const server = await issue([{ name: 'commonName', value: 'localhost' }], SERVER_NAMES);
  const user = await issue([{ name: 'commonName', value: 'ada@example.com' }], CLIENT);
  const hostName = { name: 'commonName', value: 'payments-web-1' };
  const host = await issue([hostName, { shortName: 'OU', value: HOSTS_UNIT }], CLIENT);
  return {
    server: { cert: server.cert, key: server.private, ca: authority.cert },
    user: await write(join(directory, 'user'), authority, user),
    host: await write(join(directory, 'host'), authority, host),
  };
}

async function write(directory: string, authority: Pair, holder: Pair): Promise<CertificateFiles> {
  const files = {
    certFile: join(directory, 'cert.crt'),
    keyFile: join(directory, 'private', 'cert.key'),
    caFile: join(directory, 'ca_cert.pem'),
  };
  await mkdir(dirname(files.keyFile), { recursive: true, mode: 0o700 });
  const contents = [
    [files.certFile, holder.cert],
    [files.keyFile, holder.private],
    [files.caFile, authority.cert],
  ] as const;
  for (const [file, text] of contents) await writeFile(file, text, { mode: 0o600 });
  return files;
}
