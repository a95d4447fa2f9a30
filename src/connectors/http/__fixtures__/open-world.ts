import { afterEach } from 'vitest';
import { z } from 'zod';
import { PortcullisError } from '../../../domain/errors.ts';
import type { Fault } from '../../emulation/emulator.ts';
import {
  type EmulatedRequest,
  type EmulatorServer,
  type Handler,
  startEmulatorServer,
} from '../../emulation/server.ts';
import { parseEndpoint } from '../endpoint.ts';
import {
  openUpstream,
  type Upstream,
  type UpstreamCall,
  type UpstreamCallRecord,
  type UpstreamOptions,
} from '../upstream.ts';

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const resource of opened.splice(0).reverse()) await resource.close();
});

export interface World {
  readonly server: EmulatorServer;
  readonly seen: readonly EmulatedRequest[];
  readonly calls: readonly UpstreamCallRecord[];
  readonly upstream: Upstream;
  readonly call: (parts?: Partial<UpstreamCall<unknown>>) => Promise<unknown>;
  readonly fails: (parts?: Partial<UpstreamCall<unknown>>) => Promise<PortcullisError>;
}

const OK: Handler = () => ({ status: 200, body: { ok: true } });

/** A server that a test controls, and an upstream on it. Both end with the test. */
export async function open(
  options: Partial<UpstreamOptions> & { handler?: Handler; host?: string; fault?: Fault } = {},
): Promise<World> {
  const seen: EmulatedRequest[] = [];
  const calls: UpstreamCallRecord[] = [];
  const handler: Handler = (request) => {
    seen.push(request);
    return (options.handler ?? OK)(request);
  };
  const server = await startEmulatorServer({ host: '127.0.0.1', port: 0, handler });
  server.setFault(options.fault ?? null);
  const upstream = openUpstream({
    store: 'tfy',
    endpoint: parseEndpoint(`http://${options.host ?? '127.0.0.1'}:${server.port}/base`),
    allowPrivateNetwork: false,
    timeoutMs: 5_000,
    connections: 2,
    maxBodyBytes: 10_000,
    onCall: (record) => calls.push(record),
    ...options,
  });
  opened.push(server, upstream);
  const call: World['call'] = (parts = {}) =>
    upstream.request({
      operation: 'getThing',
      kind: 'read',
      method: 'GET',
      path: ['thing'],
      schema: z.object({ ok: z.boolean() }),
      signal: new AbortController().signal,
      ...parts,
    });
  const fails: World['fails'] = async (parts) => {
    const error = await call(parts).then(
      () => null,
      (caught: unknown) => caught,
    );
    if (!(error instanceof PortcullisError)) throw new Error('no error of ours');
    return error;
  };
  return { server, seen, calls, upstream, call, fails };
}
