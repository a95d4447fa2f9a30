import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDocumentResolution, readTrustedDocuments } from './trusted-documents.ts';

const HASH = 'ab'.repeat(32);
const OTHER = 'cd'.repeat(32);
const TEXT = '{ viewer { id } }';
const documents = new Map([[HASH, TEXT]]);
const variables = { id: 'x' };
const apollo = (sha256Hash: unknown) => ({ persistedQuery: { version: 1, sha256Hash } });

describe.each(['any', 'trusted'] as const)('with operations: %s', (mode) => {
  const resolve = createDocumentResolution(documents, mode);

  it.each([{ documentId: HASH }, { documentId: `sha256:${HASH.toUpperCase()}` }, { extensions: apollo(HASH) }])(
    'a registered operation runs by its hash: %j',
    (reference) => {
      expect(resolve({ ...reference, variables })).toEqual({ query: TEXT, variables });
    },
  );

  it('the registered text runs, whatever text comes with its hash', () => {
    expect(resolve({ documentId: HASH, query: '{ other }' })).toEqual({ query: TEXT });
  });

  it.each([
    { documentId: OTHER },
    { documentId: 'nonsense' },
    { extensions: apollo(OTHER) },
    { extensions: apollo(7) },
  ])('an unknown hash is refused: %j', (reference) => {
    expect(() => resolve({ ...reference, variables })).toThrow(
      expect.objectContaining({ code: 'OPERATION_NOT_TRUSTED' }),
    );
  });
});

describe('with operations: any', () => {
  const resolve = createDocumentResolution(documents, 'any');

  it('a text runs', () => {
    expect(resolve({ query: '{ other }', variables })).toEqual({ query: '{ other }', variables });
  });

  it('a text runs beside a hash that is not registered', () => {
    expect(resolve({ query: '{ other }', extensions: apollo(OTHER) })).toEqual({ query: '{ other }' });
  });

  it.each([null, 'text', ['list']])('what is no request is left to the server: %j', (body) => {
    expect(resolve(body)).toBe(body);
  });
});

describe('with operations: trusted', () => {
  const resolve = createDocumentResolution(documents, 'trusted');

  it.each([
    { query: TEXT },
    { query: '{ other }', extensions: apollo(OTHER) },
    {},
    null,
    'text',
    [{ documentId: HASH }],
  ])('nothing runs without a registered hash: %j', (body) => {
    expect(() => resolve(body)).toThrow(expect.objectContaining({ code: 'OPERATION_NOT_TRUSTED' }));
  });
});

describe('a manifest', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'portcullis-manifest-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  function read(content: string) {
    const file = join(folder, 'manifest.json');
    writeFileSync(file, content);
    return readTrustedDocuments(file);
  }

  it('may have its hashes with or without a prefix', () => {
    expect(read(JSON.stringify({ [`sha256:${HASH}`]: TEXT, [OTHER]: '{ other }' }))).toEqual(
      new Map([
        [HASH, TEXT],
        [OTHER, '{ other }'],
      ]),
    );
  });

  it.each(['canary-4711', '["canary-4711"]', '{"canary-4711":"{ a }"}', `{"${HASH}":["canary-4711"]}`])(
    'that is none is refused without a word of it: %s',
    (content) => {
      expect(() => read(content)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
      expect(() => read(content)).not.toThrow('canary');
    },
  );

  it('that is not there is refused', () => {
    expect(() => readTrustedDocuments(join(folder, 'missing.json'))).toThrow('cannot be read');
  });
});

it('takes what the code generator writes', () => {
  const manifest = readTrustedDocuments('src/client/__generated__/persisted-documents.json');
  expect([...manifest.values()].filter((text) => text.includes('revealSecret'))).toHaveLength(1);
});
