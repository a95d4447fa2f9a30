import { z } from 'zod';
import type { Fault } from '../connectors/emulation/emulator.ts';
import {
  type EmulatedAnswer,
  type EmulatorServer,
  type Handler,
  startEmulatorServer,
} from '../connectors/emulation/server.ts';
import type { SandboxStore } from './sandbox.ts';

const faultSchema = z.strictObject({
  /** A regular expression over `METHOD /path?query`; left out: every request. */
  match: z.string().max(200).optional(),
  delayMs: z.int().min(0).max(600_000).optional(),
  hang: z.boolean().optional(),
  status: z.int().min(100).max(599).optional(),
  body: z.string().optional(),
  headers: z.record(z.string(), z.string()).optional(),
  cut: z.enum(['before', 'middle']).optional(),
  truncate: z.boolean().optional(),
  times: z.int().min(1).optional(),
});

/**
 * Tells emulators of another process to misbehave, for tests and load runs: an API on a loopback port of its own,
 * which the emulators themselves know nothing of. `PUT` and `DELETE /stores/<name>/fault`; `GET` and
 * `DELETE /stores/<name>/requests` for what a store was asked.
 */
export function startControl(stores: readonly SandboxStore[], port: number): Promise<EmulatorServer> {
  return startEmulatorServer({ host: '127.0.0.1', port, handler: createHandler(stores) });
}

function createHandler(stores: readonly SandboxStore[]): Handler {
  return ({ method, path, body }) => {
    const [, collection, name, what] = path.split('/');
    const store = collection === 'stores' ? stores.find((candidate) => candidate.name === name) : undefined;
    if (store === undefined) return { status: 404, body: { message: 'there is no such store' } };
    const { emulator } = store;
    if (what === 'fault' && method === 'PUT') return setFault(store, body);
    if (what === 'fault' && method === 'DELETE') return done(() => emulator.setFault(null));
    if (what === 'requests' && method === 'GET') return { status: 200, body: emulator.requests() };
    if (what === 'requests' && method === 'DELETE') return done(() => emulator.clearRequests());
    return {
      status: 404,
      body: { message: 'PUT or DELETE /stores/<name>/fault, GET or DELETE /stores/<name>/requests' },
    };
  };
}

function setFault({ emulator }: SandboxStore, body: Buffer): EmulatedAnswer {
  const parsed = faultSchema.safeParse(parseJson(body));
  if (!parsed.success) return { status: 400, body: { message: z.prettifyError(parsed.error) } };
  const { match, ...rest } = parsed.data;
  const expression = match === undefined ? undefined : compile(match);
  if (expression === null) return { status: 400, body: { message: 'match is not a regular expression' } };
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)) as Fault;
  return done(() => emulator.setFault(expression === undefined ? given : { ...given, match: expression }));
}

function done(act: () => void): EmulatedAnswer {
  act();
  return { status: 204 };
}

function compile(source: string): RegExp | null {
  try {
    return new RegExp(source);
  } catch {
    return null;
  }
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
}
