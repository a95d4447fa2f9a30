import { connect } from 'node:net';

const BODY = '{"query":"{ stores { name secrets { totalCount } } }"}';
const HEAD = 'POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nConnection: close\r\n';
const LENGTH = `Content-Length: ${BODY.length}\r\n`;

/** Requests that no client library sends, by what is wrong with them. */
export function rawRequests(token: string): Readonly<Record<string, string>> {
  const authorization = `Authorization: Bearer ${token}\r\n`;
  const head = HEAD + authorization;
  return {
    'two lengths': `${head}Content-Length: 5\r\n${LENGTH}\r\n${BODY}`,
    'a length and chunks': `${head}${LENGTH}Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n${BODY}`,
    'an unknown transfer encoding': `${head}${LENGTH}Transfer-Encoding: chunked, identity\r\n\r\n${BODY}`,
    'a chunk size that is none': `${head}Transfer-Encoding: chunked\r\n\r\n-1\r\n${BODY}\r\n0\r\n\r\n`,
    'a length that is none': `${head}Content-Length: +${BODY.length}\r\n\r\n${BODY}`,
    'a folded header': `${head}X-A: b\r\n c\r\n${LENGTH}\r\n${BODY}`,
    'a header with NUL': `${head}X-A: b\0c\r\n${LENGTH}\r\n${BODY}`,
    'a header without a name': `${head}: b\r\n${LENGTH}\r\n${BODY}`,
    'a space before the colon': `${head}X-A : b\r\n${LENGTH}\r\n${BODY}`,
    'a bare line feed': `${head}X-A: b\nX-B: c\r\n${LENGTH}\r\n${BODY}`,
    'a header that is too long': `${head}X-A: ${'b'.repeat(200_000)}\r\n${LENGTH}\r\n${BODY}`,
    'too many headers': `${head}${Array.from({ length: 3_000 }, (_, index) => `X-${index}: b\r\n`).join('')}${LENGTH}\r\n${BODY}`,
    'a method that is none': `P\u00d6ST /graphql HTTP/1.1\r\nHost: a\r\n${authorization}\r\n`,
    'no version': `POST /graphql\r\n${authorization}\r\n`,
    'an unknown version': `POST /graphql HTTP/9.9\r\nHost: a\r\n${authorization}\r\n`,
    'an address with a control character': `POST /graphql\x01 HTTP/1.1\r\nHost: a\r\n${authorization}\r\n`,
    'no host': `POST /graphql HTTP/1.1\r\nContent-Type: application/json\r\n${authorization}${LENGTH}\r\n${BODY}`,
  };
}

/** What a server answers to a text, until it closes the connection. */
export function sendRaw(url: string, text: string): Promise<string> {
  const { hostname, port } = new URL(url);
  const { promise, resolve } = Promise.withResolvers<string>();
  const socket = connect(Number(port), hostname);
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  // A refusal may come before everything was sent; then the rest has nowhere to go.
  socket.on('error', () => {});
  socket.on('close', () => resolve(Buffer.concat(chunks).toString('latin1')));
  socket.end(Buffer.from(text, 'latin1'));
  return promise;
}
