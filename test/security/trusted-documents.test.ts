import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient, StoresDocument, ViewerDocument } from '../../src/client/index.ts';
import type { TestGateway } from '../support/gateway.ts';
import { startSmallGateway, VIEWER } from './one-store.ts';

const trustedDocumentsFile = 'src/client/__generated__/persisted-documents.json';

let trusted: TestGateway;
let open: TestGateway;

beforeAll(async () => {
  trusted = await startSmallGateway({ server: { operations: 'trusted', trustedDocumentsFile } });
  open = await startSmallGateway({ server: { trustedDocumentsFile } });
});

afterAll(async () => {
  await trusted.close();
  await open.close();
});

const clientOf = ({ url }: TestGateway, trustedDocuments: boolean) =>
  createClient({ url, token: 'sandbox-admin', trustedDocuments });

async function codeOf(gateway: TestGateway, body: unknown): Promise<unknown> {
  const { text } = await gateway.rawPost(JSON.stringify(body));
  return JSON.parse(text).errors?.[0].extensions.code ?? null;
}

describe('where operations are trusted ones', () => {
  it('the client gets answers by hash', async () => {
    const { viewer } = await clientOf(trusted, true).query(ViewerDocument);
    expect(viewer.id).toBe('token:sandbox-admin');
  });

  it('a value can be revealed by hash', async () => {
    const client = clientOf(trusted, true);
    const { value: first } = await client.secrets({ filter: { readability: ['READABLE'] } }).next();
    const { value } = await client.reveal({ id: first?.id ?? '' });
    expect(value.bytes().length).toBeGreaterThan(0);
  });

  it('the text of a registered operation is refused', async () => {
    await expect(clientOf(trusted, false).query(StoresDocument)).rejects.toMatchObject({
      code: 'OPERATION_NOT_TRUSTED',
    });
  });

  it.each([
    { query: VIEWER },
    { query: '{ __schema { types { name } } }' },
    { documentId: 'ab'.repeat(32), query: VIEWER },
    { extensions: { persistedQuery: { version: 1, sha256Hash: 'ab'.repeat(32) } }, query: VIEWER },
    [{ query: VIEWER }],
    {},
  ])('nothing else runs: %j', async (body) => {
    expect(await codeOf(trusted, body)).toBe('OPERATION_NOT_TRUSTED');
  });
});

describe('where any operation runs', () => {
  it('hashes of the manifest do as well', async () => {
    const { viewer } = await clientOf(open, true).query(ViewerDocument);
    expect(viewer.id).toBe('token:sandbox-admin');
  });

  it('a hash is no way to register a text', async () => {
    const { createHash } = await import('node:crypto');
    const sha256Hash = createHash('sha256').update(VIEWER).digest('hex');
    const extensions = { persistedQuery: { version: 1, sha256Hash } };
    expect(await codeOf(open, { query: VIEWER, extensions })).toBeNull();
    expect(await codeOf(open, { extensions })).toBe('OPERATION_NOT_TRUSTED');
  });
});

it('a gateway does not start with a manifest that is none', async () => {
  await expect(
    startSmallGateway({ server: { operations: 'trusted', trustedDocumentsFile: 'package.json' } }),
  ).rejects.toMatchObject({ code: 'BAD_USER_INPUT', details: { argument: 'server.trustedDocumentsFile' } });
});
