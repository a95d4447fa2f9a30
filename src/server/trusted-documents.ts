import { readFileSync } from 'node:fs';
import { badInput, PortcullisError } from '../domain/errors.ts';

/** Texts of registered operations by the SHA-256 that names them, lower-case hexadecimal. */
export type TrustedDocuments = ReadonlyMap<string, string>;

/**
 * Puts the registered text in the place of a hash, in a request's body. In `trusted` mode nothing else runs; in `any`
 * mode a request may still bring its own text.
 * @returns the body to go on with
 * @throws PortcullisError OPERATION_NOT_TRUSTED
 */
export type ResolveDocument = (body: unknown) => unknown;

/**
 * Reads a manifest as code generators write it: `{ "sha256:<hash>": "<text>" }`, with or without the prefix.
 * @throws PortcullisError BAD_USER_INPUT where the file is something else
 * @see https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#persisted-documents
 */
export function readTrustedDocuments(file: string): TrustedDocuments {
  const entries = Object.entries(parseManifest(file)).map(([key, text]) => [hashOf(key), text] as const);
  const documents = new Map<string, string>();
  for (const [hash, text] of entries) {
    if (hash === null || typeof text !== 'string') {
      throw unusable('it must map SHA-256 hashes in hexadecimal to documents');
    }
    documents.set(hash, text);
  }
  return documents;
}

export function createDocumentResolution(documents: TrustedDocuments, mode: 'any' | 'trusted'): ResolveDocument {
  return (body) => {
    if (!isObject(body)) {
      if (mode === 'trusted') throw notTrusted();
      return body;
    }
    const hash = requestedHash(body);
    const text = hash === null ? undefined : documents.get(hash);
    if (text === undefined && (mode === 'trusted' || (hash !== null && body.query === undefined))) throw notTrusted();
    if (text === undefined && hash === null) return body;
    const { extensions: _extensions, documentId: _documentId, ...rest } = body;
    return text === undefined ? rest : { ...rest, query: text };
  };
}

/** Of `documentId`, or of the extension that Apollo's clients send. */
function requestedHash(body: Readonly<Record<string, unknown>>): string | null {
  if (typeof body.documentId === 'string') return hashOf(body.documentId) ?? '';
  const { extensions } = body;
  if (!isObject(extensions) || !isObject(extensions.persistedQuery)) return null;
  const { sha256Hash } = extensions.persistedQuery;
  return typeof sha256Hash === 'string' ? (hashOf(sha256Hash) ?? '') : '';
}

/** Null where the text is not a hash. */
function hashOf(text: string): string | null {
  return /^(?:sha256:)?([0-9a-f]{64})$/i.exec(text)?.[1]?.toLowerCase() ?? null;
}

function parseManifest(file: string): Readonly<Record<string, unknown>> {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw unusable('the file cannot be read, or is not JSON');
  }
  if (!isObject(json)) throw unusable('it must be a JSON object');
  return json;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function notTrusted(): PortcullisError {
  return new PortcullisError('OPERATION_NOT_TRUSTED', 'This is none of the operations that are registered here.');
}

/** The parser's own message would quote the file. */
function unusable(why: string): PortcullisError {
  return badInput(`server.trustedDocumentsFile: ${why}`, 'server.trustedDocumentsFile');
}
