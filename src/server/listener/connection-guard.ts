import type { Server } from 'node:net';

export interface ConnectionLimits {
  readonly maxConnections: number;
  readonly maxConnectionsPerAddress: number;
}

/**
 * Closes connections beyond the limits at once, before a byte is read: idle ones cost their opener nothing and us a
 * descriptor each. One address cannot take all the places. Counted over all servers that are guarded.
 */
export function createConnectionGuard(limits: ConnectionLimits): (server: Server) => void {
  const byAddress = new Map<string, number>();
  let open = 0;
  return (server) => {
    server.on('connection', (socket) => {
      const address = socket.remoteAddress ?? '';
      const mine = byAddress.get(address) ?? 0;
      if (open >= limits.maxConnections || mine >= limits.maxConnectionsPerAddress) {
        socket.destroy();
        return;
      }
      open += 1;
      byAddress.set(address, mine + 1);
      socket.once('close', () => {
        open -= 1;
        const left = (byAddress.get(address) ?? 1) - 1;
        if (left === 0) byAddress.delete(address);
        else byAddress.set(address, left);
      });
    });
  };
}
