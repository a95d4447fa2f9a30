import { constants, generateKeyPairSync, type KeyObject, publicEncrypt } from 'node:crypto';
import { ENCRYPTION_FAILED } from '../errors.ts';
import type { ValueMap } from './bodies.ts';

/** What an authorization with "encryption of sensitive information" still shows in clear. */
const CLEAR = new Set(['TTL', 'username', 'hostname', 'ip', 'additional_information', 'access_key_id', 'public_key']);

let key: KeyObject | null = null;

/** RSA, as the vault does for such an authorization; too long a value becomes the vault's literal error text. */
export function encryptMaps(maps: readonly ValueMap[]): readonly ValueMap[] {
  key ??= generateKeyPairSync('rsa', { modulusLength: 2_048 }).publicKey;
  const publicKey = key;
  return maps.map((map) =>
    Object.fromEntries(
      Object.entries(map).map(([name, value]) => [
        name,
        CLEAR.has(name) || value === null || value === '' ? value : encrypt(publicKey, value),
      ]),
    ),
  );
}

function encrypt(publicKey: KeyObject, text: string): string {
  try {
    const padded = { key: publicKey, padding: constants.RSA_PKCS1_PADDING };
    return publicEncrypt(padded, Buffer.from(text, 'utf8')).toString('base64');
  } catch {
    return ENCRYPTION_FAILED;
  }
}
