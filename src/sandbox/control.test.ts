import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Emulator, Fault } from '../connectors/emulation/emulator.ts';
import type { EmulatorServer } from '../connectors/emulation/server.ts';
import { startControl } from './control.ts';

let control: EmulatorServer;
let faults: (Fault | null)[];
let asked: { method: string; path: string; status: number }[];

beforeEach(async () => {
  faults = [];
  asked = [{ method: 'GET', path: '/secrets', status: 200 }];
  const emulator: Emulator = {
    url: 'http://127.0.0.1:1',
    storeConfig: {},
    seeded: { groups: 0, secrets: 0 },
    requests: () => asked,
    clearRequests: () => asked.splice(0),
    setFault: (fault) => faults.push(fault),
    values: () => [],
    close: async () => {},
  };
  control = await startControl([{ name: 'swarm', provider: 'docker', title: 'a store', emulator }], 0);
});
afterEach(() => control.close());

function send(method: string, path: string, body?: unknown): Promise<Response> {
  const given = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
  return fetch(`http://127.0.0.1:${control.port}${path}`, { method, ...given });
}

describe('the control of a sandbox', () => {
  it('sets a fault on the store that is named', async () => {
    const { status } = await send('PUT', '/stores/swarm/fault', { match: '^GET /secrets', delayMs: 20, times: 2 });
    expect([status, faults]).toEqual([204, [{ match: /^GET \/secrets/, delayMs: 20, times: 2 }]]);
  });

  it('ends a fault', async () => {
    const { status } = await send('DELETE', '/stores/swarm/fault');
    expect([status, faults]).toEqual([204, [null]]);
  });

  it('tells what a store was asked', async () => {
    expect(await (await send('GET', '/stores/swarm/requests')).json()).toEqual(asked);
  });

  it('forgets what a store was asked', async () => {
    await send('DELETE', '/stores/swarm/requests');
    expect(asked).toEqual([]);
  });

  it.each([
    ['a misspelt key', { delay: 20 }],
    ['a status that is none', { status: 42 }],
    ['an expression that is none', { match: '(' }],
    ['a body that is no JSON', '{'],
  ])('refuses %s and changes nothing', async (_, body) => {
    const { status } = await send('PUT', '/stores/swarm/fault', body);
    expect([status, faults]).toEqual([400, []]);
  });

  it.each(['/stores/other/fault', '/stores/swarm/values', '/fault'])('knows nothing at %s', async (path) => {
    expect((await send('PUT', path, {})).status).toBe(404);
  });
});
