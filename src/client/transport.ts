import { type Answer, parseAnswer } from './answer.ts';
import { PortcullisClientError } from './error.ts';

export interface ClientOptions {
  /** Where the gateway answers: 'https://portcullis.example.com'; `/graphql` is added where the URL has no path. */
  readonly url: string | URL;
  /** The bearer token, or what fetches one for each call. Left out: the call goes without. */
  readonly token?: string | (() => string | Promise<string>);
  /** Sent with every call, under the client's own headers. */
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * Sends the hash of each operation instead of its text: for gateways that run registered operations only. Documents
   * of your own have to carry it (`persistedDocuments: { mode: 'embedHashInDocument' }` in GraphQL Code Generator).
   */
  readonly trustedDocuments?: boolean;
  /** Instead of the platform's own `fetch`. */
  readonly fetch?: typeof globalThis.fetch;
}

export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
}

/** One operation on its way. A write whose answer is lost may have taken effect. */
export interface Operation extends CallOptions {
  readonly kind: 'read' | 'write';
  readonly document: string;
  /** 'sha256:…', where the document carries it. */
  readonly hash: string | null;
  readonly variables: object;
}

export type Transport = (operation: Operation) => Promise<Answer>;

/** Sends operations by POST and judges what comes back; GraphQL errors are left in the answer for the caller. */
export function createTransport(options: ClientOptions): Transport {
  const url = graphqlUrl(options.url);
  const send = options.fetch ?? globalThis.fetch;
  return async (operation) => {
    const request = await createRequest(options, operation);
    const response = await send(url, request).catch(() => {
      throw lostAnswer(operation, null);
    });
    return readAnswer(response, operation);
  };
}

function graphqlUrl(address: string | URL): string {
  const url = new URL(address);
  if (url.pathname === '/') url.pathname = '/graphql';
  return url.href;
}

async function createRequest(options: ClientOptions, operation: Operation): Promise<RequestInit> {
  const token = typeof options.token === 'function' ? await options.token() : options.token;
  const headers = new Headers(options.headers);
  headers.set('content-type', 'application/json');
  headers.set('accept', 'application/graphql-response+json, application/json;q=0.9');
  if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
  return {
    method: 'POST',
    headers,
    body: JSON.stringify({ ...documentOf(options, operation), variables: operation.variables }),
    // A redirect would carry the token and the variables to wherever it points.
    redirect: 'error',
    credentials: 'omit',
    cache: 'no-store',
    ...(operation.signal === undefined ? {} : { signal: operation.signal }),
  };
}

function documentOf({ trustedDocuments = false }: ClientOptions, { document, hash }: Operation): object {
  if (!trustedDocuments) return { query: document };
  if (hash !== null) return { documentId: hash };
  throw new PortcullisClientError('The document carries no hash, so it cannot be sent as a trusted one.', {
    code: 'BAD_REQUEST',
    retryable: false,
  });
}

async function readAnswer(response: Response, operation: Operation): Promise<Answer> {
  const body = await response.text().catch(() => {
    throw lostAnswer(operation, response.status);
  });
  const answer = parseAnswer(parseJson(body));
  if (answer !== null) return withRequestId(answer, response.headers.get('x-request-id'));
  throw new PortcullisClientError(`What answered with HTTP ${response.status} is not a Portcullis gateway.`, {
    code: 'INVALID_RESPONSE',
    retryable: operation.kind === 'read' && response.status >= 500,
    requestId: response.headers.get('x-request-id'),
    status: response.status,
    outcome: operation.kind === 'write' ? 'UNKNOWN' : null,
  });
}

/** Each error names the request, also where the gateway says it in the header alone. */
function withRequestId(answer: Answer, requestId: string | null): Answer {
  if (requestId === null) return answer;
  return { ...answer, errors: answer.errors.map((error) => ({ requestId, ...error })) };
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    // The parser's message quotes the body, which may hold a value.
    return null;
  }
}

function lostAnswer({ kind, signal }: Operation, status: number | null): PortcullisClientError {
  const aborted = signal?.aborted === true;
  const message = aborted ? 'The call was aborted.' : 'The gateway could not be reached, or its answer was lost.';
  return new PortcullisClientError(message, {
    code: aborted ? 'ABORTED' : 'NETWORK_ERROR',
    retryable: kind === 'read' && !aborted,
    status,
    outcome: kind === 'write' ? 'UNKNOWN' : null,
  });
}
