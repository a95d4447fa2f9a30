import type { NativePath } from './model.ts';

/**
 * Global ids: opaque to clients, stable, and enough to find the object's metadata again. A global id is the
 * base64url of `<type>/<store>/<part>/…`, each piece percent-encoded. It is not signed: whatever is not exactly what
 * `encodeId` would write is refused, and each connector's grammar judges the parts before any request is made.
 */
export const ID_TYPES = {
  Store: 'st',
  SecretGroup: 'sg',
  Secret: 's',
  SecretVersion: 'sv',
  Subject: 'su',
} as const;

export type IdType = keyof typeof ID_TYPES;

export interface GlobalId {
  readonly type: IdType;
  /** The store's id in the configuration (its name unless pinned). */
  readonly store: string;
  /** Empty for a store. */
  readonly path: NativePath;
}

/** Longer than any id we make (three names of 255 characters beyond the BMP), and a bound for what we decode. */
const MAX_ID_LENGTH = 16_384;
const TYPE_OF_PREFIX = new Map<string, IdType>(
  Object.entries(ID_TYPES).map(([type, prefix]) => [prefix, type as IdType]),
);

/** A lone surrogate becomes U+FFFD: such an id leads nowhere, but does not keep the rest of a list from being shown. */
export function encodeId(id: GlobalId): string {
  let text = `${ID_TYPES[id.type]}/${encodePart(id.store)}`;
  for (const part of id.path) text += `/${encodePart(part)}`;
  return Buffer.from(text, 'latin1').toString('base64url');
}

/** What encodeURIComponent leaves as it is: nearly every part there is. */
const UNRESERVED = /^[\w.!~*'()-]*$/;

function encodePart(part: string): string {
  return UNRESERVED.test(part) ? part : encodeURIComponent(part.toWellFormed());
}

/** Null for anything that `encodeId` does not write. */
export function decodeId(text: string): GlobalId | null {
  if (text.length === 0 || text.length > MAX_ID_LENGTH || !/^[A-Za-z0-9_-]+$/.test(text)) return null;
  const pieces = decodePieces(Buffer.from(text, 'base64url').toString('utf8'));
  if (pieces === null) return null;
  const [prefix, store, ...path] = pieces;
  const type = prefix === undefined ? undefined : TYPE_OF_PREFIX.get(prefix);
  if (type === undefined || store === undefined || store === '') return null;
  if ((type === 'Store') !== (path.length === 0)) return null;
  const id: GlobalId = { type, store, path };
  return encodeId(id) === text ? id : null;
}

/** Whether each part obeys its expression; dots alone, the empty part and lone surrogates never do. */
export function matchesGrammar(path: NativePath, grammar: readonly RegExp[]): boolean {
  return (
    path.length === grammar.length &&
    path.every((part, index) => !/^\.*$/.test(part) && part.isWellFormed() && grammar[index]?.test(part) === true)
  );
}

/** A path as one map key: equal exactly when the paths are. */
export function pathKey(path: NativePath): string {
  return path.map((part) => (part.isWellFormed() ? encodeURIComponent(part) : JSON.stringify(part))).join('/');
}

function decodePieces(text: string): string[] | null {
  try {
    return text.split('/').map(decodeURIComponent);
  } catch {
    return null;
  }
}
