import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomUUID,
  sign,
} from 'node:crypto';
import { link, open, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { causeName } from '../domain/errors.ts';
import { AuditFileError } from './file-error.ts';

export interface SigningKey {
  /** SHA-256 of the public key's SPKI form, hexadecimal. */
  readonly fingerprint: string;
  /** SPKI. */
  readonly publicKeyPem: string;
  /** Ed25519, base64. */
  readonly sign: (text: string) => string;
}

export const KEY_FILE = 'audit-signing-key.pem';
export const PUBLIC_KEY_FILE = 'audit-signing-key.pub.pem';

/** @throws AuditFileError where it cannot be read, everybody can read it, or it is not Ed25519. */
export async function loadSigningKey(file: string): Promise<SigningKey> {
  const { mode } = await stat(file);
  if ((mode & 0o007) !== 0) throw new AuditFileError('AUDIT_KEY_EXPOSED');
  return signingKeyOf(await readFile(file, 'utf8'));
}

/**
 * The key beside the audit files of a folder, made at first use: one for the folder, so that the files of several
 * processes are checked with one public key. Whichever process is first makes it; the others find it.
 */
export async function ensureSigningKey(auditFile: string): Promise<SigningKey> {
  const file = join(dirname(auditFile), KEY_FILE);
  if (!(await exists(file))) {
    const { privateKey } = generateKeyPairSync('ed25519');
    await createOnce(file, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), 0o600);
  }
  const key = await loadSigningKey(file);
  const publicFile = join(dirname(auditFile), PUBLIC_KEY_FILE);
  if (!(await exists(publicFile))) await createOnce(publicFile, key.publicKeyPem, 0o644);
  return key;
}

/** @throws AuditFileError AUDIT_KEY_INVALID */
export function signingKeyOf(pem: string): SigningKey {
  const privateKey = parseKey(() => createPrivateKey(pem));
  const publicKey = createPublicKey(privateKey);
  return {
    fingerprint: fingerprintOf(publicKey),
    publicKeyPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    sign: (text) => sign(null, Buffer.from(text), privateKey).toString('base64'),
  };
}

/** @throws AuditFileError AUDIT_KEY_INVALID */
export function parsePublicKey(pem: string): KeyObject {
  return parseKey(() => createPublicKey(pem));
}

export function fingerprintOf(publicKey: KeyObject): string {
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex');
}

function parseKey(parse: () => KeyObject): KeyObject {
  try {
    const key = parse();
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // OpenSSL's words may quote the file.
  }
  throw new AuditFileError('AUDIT_KEY_INVALID');
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    (error: unknown) => {
      if (causeName(error) === 'ENOENT') return false;
      throw error;
    },
  );
}

/** Whole or not at all, and never over one that is there: written aside, then linked into place. */
async function createOnce(file: string, text: string, mode: number): Promise<void> {
  const aside = `${file}.${randomUUID()}.new`;
  const handle = await open(aside, 'w', mode);
  try {
    await handle.writeFile(text);
    await handle.sync();
    await link(aside, file);
  } catch (error) {
    if (causeName(error) !== 'EEXIST') throw error;
  } finally {
    await handle.close();
    await rm(aside, { force: true });
  }
}
