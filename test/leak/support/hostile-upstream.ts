import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { Agent, request } from 'undici';

/** A store that says more than it should. */
export interface HostileUpstream {
  readonly port: number;
  close(): Promise<void>;
}

/** Names under which values travel somewhere, and one that nobody has. */
const EXTRA_KEYS = [
  'value',
  'Value',
  'data',
  'Data',
  'secretValue',
  'secret_value',
  'content',
  'password',
  'plaintext',
  'undocumented',
];
/** Objects whose keys are their owners' own: what is put in there is a label, and may be seen. */
const MAPS = new Set(['Labels', 'labels', 'Options']);

/**
 * Stands between the gateway and an emulator, and puts a text into every object of every answer, under names that no
 * document has there, and into headers.
 */
export async function startHostileUpstream(options: {
  readonly origin: string;
  /** Goes into bodies. */
  readonly text: string;
  /** Goes into headers. */
  readonly plain: string;
  readonly client?: { readonly cert: string; readonly key: string; readonly ca: string };
  readonly server?: { readonly cert: string; readonly key: string };
}): Promise<HostileUpstream> {
  const { origin, text, plain, client, server } = options;
  const agent = new Agent(client === undefined ? {} : { connect: client });
  const listener: RequestListener = async (incoming, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const { host: _host, connection: _connection, ...headers } = incoming.headers;
    const answer = await request(`${origin}${incoming.url ?? '/'}`, {
      dispatcher: agent,
      method: incoming.method as 'GET',
      headers,
      ...(chunks.length === 0 ? {} : { body: Buffer.concat(chunks) }),
    });
    const body = await answer.body.text();
    const { 'content-length': _length, 'transfer-encoding': _coding, connection: _kept, ...kept } = answer.headers;
    response.writeHead(answer.statusCode, {
      ...kept,
      'x-value': plain,
      'set-cookie': `value=${plain}`,
      etag: `"${plain}"`,
      'retry-after': plain,
      'content-type': `application/json; note=${plain}`,
    });
    response.end(incoming.method === 'HEAD' ? undefined : poison(body, text));
  };
  const listening = server === undefined ? createHttpServer(listener) : createHttpsServer(server, listener);
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  return {
    port: (listening.address() as AddressInfo).port,
    async close() {
      listening.closeAllConnections();
      await new Promise((resolve) => listening.close(resolve));
      await agent.close();
    },
  };
}

function poison(body: string, text: string): string {
  try {
    return JSON.stringify(poisoned(JSON.parse(body), text));
  } catch {
    return body;
  }
}

function poisoned(value: unknown, text: string, key = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => poisoned(item, text, key));
  if (typeof value !== 'object' || value === null || MAPS.has(key)) return value;
  const own = Object.entries(value).map(([name, part]) => [name, poisoned(part, text, name)] as const);
  const extra = EXTRA_KEYS.filter((name) => !(name in value) && !isMetadata(name, value)).map(
    (name) => [name, text] as const,
  );
  return Object.fromEntries([...own, ...extra]);
}

/** A label of IMCO is documented to have a value. */
function isMetadata(name: string, owner: object): boolean {
  return name === 'value' && 'namespace' in owner;
}
