import { describe, expect, expectTypeOf, it } from 'vitest';
import { json, stubFetch } from './fetch-stub.ts';
import {
  CreateSecretDocument,
  createClient,
  PortcullisClientError,
  type Provider,
  SecretByNameDocument,
  StoresDocument,
  ViewerDocument,
} from './index.ts';

const VIEWER = { viewer: { id: 'ci', name: 'ci', roles: ['admin'], permissions: [] } };
const DUPLICATE = {
  message: 'Such a secret exists.',
  path: ['createSecret'],
  extensions: { code: 'CONFLICT', retryable: false, store: 'tfy', outcome: 'NOT_APPLIED', requestId: 'r-1' },
};
const created = { input: { store: 'tfy', name: 'api-key', value: { text: 'canary-4711' } } };

async function failure(call: Promise<unknown>): Promise<PortcullisClientError> {
  const error = await call.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof PortcullisClientError)) throw new Error('Expected a PortcullisClientError.');
  return error;
}

describe('the request', () => {
  it('goes by POST to /graphql with the token as bearer', async () => {
    const stub = stubFetch(json({ data: VIEWER }));
    await createClient({ url: 'https://gateway.test', token: 'sesame', fetch: stub.fetch }).query(ViewerDocument);
    const [request] = stub.requests;
    expect(request?.url).toBe('https://gateway.test/graphql');
    expect(request?.init.method).toBe('POST');
    expect(request?.headers.get('authorization')).toBe('Bearer sesame');
    expect(request?.headers.get('content-type')).toBe('application/json');
  });

  it('carries the document and its variables', async () => {
    const stub = stubFetch(json({ data: { secretByName: null } }));
    const client = createClient({ url: 'https://gateway.test', fetch: stub.fetch });
    await client.query(SecretByNameDocument, { store: 'tfy', name: 'api-key' });
    expect(stub.body(0).query).toContain('query SecretByName(');
    expect(stub.body(0).variables).toEqual({ store: 'tfy', name: 'api-key' });
  });

  it('carries the hash alone where documents are trusted ones', async () => {
    const stub = stubFetch(json({ data: { secretByName: null } }));
    const client = createClient({ url: 'https://gateway.test', trustedDocuments: true, fetch: stub.fetch });
    await client.query(SecretByNameDocument, { store: 'tfy', name: 'api-key' });
    expect(Object.keys(stub.body(0))).toEqual(['documentId', 'variables']);
    expect(stub.body(0)).toMatchObject({ documentId: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) });
  });

  it('is not sent where a trusted document has no hash', async () => {
    const stub = stubFetch();
    const client = createClient({ url: 'https://gateway.test', trustedDocuments: true, fetch: stub.fetch });
    const error = await failure(client.query(Object('{ viewer { id } }')));
    expect(error).toMatchObject({ code: 'BAD_REQUEST', retryable: false });
    expect(stub.requests).toEqual([]);
  });

  it('asks the token source before each call', async () => {
    const stub = stubFetch(json({ data: VIEWER }), json({ data: VIEWER }));
    const tokens = ['first', 'second'];
    const token = async () => tokens.shift() ?? '';
    const client = createClient({ url: 'https://gateway.test', token, fetch: stub.fetch });
    await client.query(ViewerDocument);
    await client.query(ViewerDocument);
    expect(stub.requests.map(({ headers }) => headers.get('authorization'))).toEqual(['Bearer first', 'Bearer second']);
  });

  it('keeps a path that the URL has', async () => {
    const stub = stubFetch(json({ data: VIEWER }));
    await createClient({ url: 'https://example.test/secrets/graphql', fetch: stub.fetch }).query(ViewerDocument);
    expect(stub.requests[0]?.url).toBe('https://example.test/secrets/graphql');
  });

  it('refuses redirects, which would carry the token elsewhere', async () => {
    const stub = stubFetch(json({ data: VIEWER }));
    await createClient({ url: 'https://gateway.test', token: 'sesame', fetch: stub.fetch }).query(ViewerDocument);
    expect(stub.requests[0]?.init.redirect).toBe('error');
  });

  it('lets no extra header replace the token', async () => {
    const stub = stubFetch(json({ data: VIEWER }));
    const headers = { Authorization: 'Bearer other', 'x-team': 'billing' };
    await createClient({ url: 'https://gateway.test', token: 'sesame', headers, fetch: stub.fetch }).query(
      ViewerDocument,
    );
    expect(stub.requests[0]?.headers.get('authorization')).toBe('Bearer sesame');
    expect(stub.requests[0]?.headers.get('x-team')).toBe('billing');
  });
});

describe('the answer', () => {
  it('is the data of the operation', async () => {
    const stub = stubFetch(json({ data: VIEWER }));
    const client = createClient({ url: 'https://gateway.test', fetch: stub.fetch });
    await expect(client.query(ViewerDocument)).resolves.toEqual(VIEWER);
  });

  it('has the types of the document', () => {
    const client = createClient({ url: 'https://gateway.test' });
    const stores = () => client.query(StoresDocument);
    expectTypeOf<Awaited<ReturnType<typeof stores>>['stores'][number]['provider']>().toEqualTypeOf<Provider>();
    // @ts-expect-error the operation requires variables
    expectTypeOf(() => client.query(SecretByNameDocument)).toBeFunction();
    // @ts-expect-error `name` is a string
    expectTypeOf(() => client.query(SecretByNameDocument, { store: 'tfy', name: 1 })).toBeFunction();
    // @ts-expect-error a value takes exactly one form
    const twice: typeof created = { input: { store: 's', name: 'n', value: { text: 'a', base64: 'YQ==' } } };
    expectTypeOf(() => client.mutate(CreateSecretDocument, twice)).toBeFunction();
  });
});

describe('an error of the gateway', () => {
  it('rejects with its code, its place and its outcome', async () => {
    const stub = stubFetch(json({ data: { createSecret: null }, errors: [DUPLICATE] }));
    const client = createClient({ url: 'https://gateway.test', fetch: stub.fetch });
    const error = await failure(client.mutate(CreateSecretDocument, created));
    expect(error).toMatchObject({ code: 'CONFLICT', outcome: 'NOT_APPLIED', retryable: false, requestId: 'r-1' });
    expect(error.errors).toMatchObject([{ path: ['createSecret'], store: 'tfy' }]);
  });

  it('keeps the data that arrived beside it', async () => {
    const errors = [{ message: 'Slow.', extensions: { code: 'UPSTREAM_TIMEOUT', retryable: true } }];
    const stub = stubFetch(json({ data: { secretByName: null }, errors }));
    const client = createClient({ url: 'https://gateway.test', fetch: stub.fetch });
    const error = await failure(client.query(SecretByNameDocument, { store: 'tfy', name: 'api-key' }));
    expect(error).toMatchObject({ retryable: true, data: { secretByName: null } });
  });

  it('takes the request id from the header where the error has none', async () => {
    const errors = [{ message: 'No.', extensions: { code: 'UNAUTHENTICATED' } }];
    const stub = stubFetch(json({ errors }, { status: 401, headers: { 'x-request-id': 'r-2' } }));
    const error = await failure(createClient({ url: 'https://gateway.test', fetch: stub.fetch }).query(ViewerDocument));
    expect(error).toMatchObject({ code: 'UNAUTHENTICATED', requestId: 'r-2' });
  });

  it('holds nothing of the variables', async () => {
    const stub = stubFetch(json({ errors: [DUPLICATE] }));
    const client = createClient({ url: 'https://gateway.test', fetch: stub.fetch });
    const error = await failure(client.mutate(CreateSecretDocument, created));
    expect(`${JSON.stringify(error)} ${error.stack} ${error.message}`).not.toContain('canary-4711');
  });
});

describe('a lost answer', () => {
  it('is a retryable NETWORK_ERROR for a query', async () => {
    const stub = stubFetch(new TypeError('fetch failed'));
    const error = await failure(createClient({ url: 'https://gateway.test', fetch: stub.fetch }).query(ViewerDocument));
    expect(error).toMatchObject({ code: 'NETWORK_ERROR', retryable: true, outcome: null, status: null });
  });

  it('leaves the outcome of a mutation unknown and is not retryable', async () => {
    const stub = stubFetch(new TypeError('fetch failed'));
    const client = createClient({ url: 'https://gateway.test', fetch: stub.fetch });
    const error = await failure(client.mutate(CreateSecretDocument, created));
    expect(error).toMatchObject({ code: 'NETWORK_ERROR', retryable: false, outcome: 'UNKNOWN' });
  });

  it('is ABORTED where the caller ended the call', async () => {
    const stub = stubFetch(json({ data: VIEWER }));
    const client = createClient({ url: 'https://gateway.test', fetch: stub.fetch });
    const error = await failure(client.query(ViewerDocument, {}, { signal: AbortSignal.abort() }));
    expect(error).toMatchObject({ code: 'ABORTED', retryable: false });
  });

  it('is INVALID_RESPONSE without a word of the body where something else answered', async () => {
    const stub = stubFetch(new Response('<h1>canary-4711</h1>', { status: 502 }));
    const error = await failure(createClient({ url: 'https://gateway.test', fetch: stub.fetch }).query(ViewerDocument));
    expect(error).toMatchObject({ code: 'INVALID_RESPONSE', status: 502, retryable: true });
    expect(error.message).not.toContain('canary');
  });
});
