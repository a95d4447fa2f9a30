import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

export interface SealingKey {
  readonly name: string;
  /** 32 bytes. */
  readonly key: Uint8Array;
}

/**
 * Seals what clients carry for us (cursors, etags): encrypted, because it holds names, and authenticated, so that
 * nobody can make one up. The first key seals, every key opens: rotation is putting a new one in front.
 */
export interface Sealer {
  /** `purpose` is bound in: what was sealed for one purpose opens for no other. */
  readonly seal: (purpose: string, text: string) => string;
  /** Null for anything that was not sealed for this purpose with one of the keys. */
  readonly open: (purpose: string, sealed: string) => string | null;
  /** The same text has the same tag, and only who holds the key can make it: an etag. */
  readonly tag: (purpose: string, text: string) => string;
  /** Whether one of the keys made this tag of this text; in constant time. */
  readonly hasTag: (purpose: string, text: string, tag: string) => boolean;
}

const KEY_ID_BYTES = 4;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Room for a cursor that holds a long name; a bound for what we decode. */
const MAX_SEALED_LENGTH = 65_536;

export function createSealer(keys: readonly [SealingKey, ...SealingKey[]]): Sealer {
  const byId = new Map(keys.map((key) => [keyId(key).toString('hex'), key]));
  const [current] = keys;
  const currentId = keyId(current);
  return {
    seal(purpose, text) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', current.key, nonce);
      cipher.setAAD(Buffer.from(purpose));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([currentId, nonce, body, cipher.getAuthTag()]).toString('base64url');
    },
    open(purpose, sealed) {
      if (sealed.length > MAX_SEALED_LENGTH) return null;
      const bytes = decode(sealed);
      if (bytes === null || bytes.length < KEY_ID_BYTES + NONCE_BYTES + TAG_BYTES) return null;
      const key = byId.get(bytes.subarray(0, KEY_ID_BYTES).toString('hex'));
      return key === undefined ? null : decrypt(key, purpose, bytes.subarray(KEY_ID_BYTES));
    },
    tag: (purpose, text) => tagOf(current, purpose, text).toString('base64url'),
    hasTag(purpose, text, tag) {
      const given = decode(tag);
      if (given === null) return false;
      return keys.some((key) => {
        const made = tagOf(key, purpose, text);
        return given.length === made.length && timingSafeEqual(given, made);
      });
    },
  };
}

const ETAG_BYTES = 18;

function tagOf({ key }: SealingKey, purpose: string, text: string): Buffer {
  return createHmac('sha256', key).update(`${purpose}\0${text}`).digest().subarray(0, ETAG_BYTES);
}

/** Null for any other spelling of the same bytes: Node's decoder skips what it does not know. */
function decode(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64url');
  return bytes.toString('base64url') === text ? bytes : null;
}

function decrypt(key: SealingKey, purpose: string, bytes: Buffer): string | null {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key.key, bytes.subarray(0, NONCE_BYTES), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(Buffer.from(purpose));
    decipher.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES));
    return decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    return null;
  }
}

/** Which key sealed it, without saying anything about the key: a prefix of a hash over its name and bytes. */
function keyId({ name, key }: SealingKey): Buffer {
  return createHash('sha256').update(`${name}\0`).update(key).digest().subarray(0, KEY_ID_BYTES);
}
