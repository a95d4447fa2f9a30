import { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { HOSTS_UNIT } from './certificates.ts';

/** Whether the client certificate is a person's API key or a managed server's. */
export type Peer = 'user' | 'host';

/** Set by the TLS end of the server, whatever the client sends under this name. */
const PEER_HEADER = 'x-ssl-client';

/**
 * A request that knows whose certificate it came with: like a web server that ends TLS before an application, it hands
 * on what it learned in a header.
 */
export class CertifiedMessage extends IncomingMessage {
  constructor(socket: Socket) {
    super(socket);
    const peer = peerOf(socket);
    const received = (): object => Reflect.get(IncomingMessage.prototype, 'headers', this);
    Object.defineProperty(this, 'headers', { get: () => ({ ...received(), [PEER_HEADER]: peer }) });
  }
}

export function peerIn(headers: IncomingMessage['headers']): Peer {
  return headers[PEER_HEADER] === 'host' ? 'host' : 'user';
}

function peerOf(socket: Socket): Peer {
  if (!(socket instanceof TLSSocket)) return 'user';
  return [socket.getPeerCertificate().subject?.OU].flat().includes(HOSTS_UNIT) ? 'host' : 'user';
}
