import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { TEAMS } from '../emulation/seed.ts';
import { type DockerEmulator, type DockerEmulatorOptions, startEmulator } from './emulator.ts';

const NOW = Date.UTC(2026, 10, 1);
const cleanUps: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

async function start(options: Partial<DockerEmulatorOptions> = {}): Promise<DockerEmulator> {
  const directory = await mkdtemp(join(tmpdir(), 'portcullis-docker-'));
  cleanUps.push(() => rm(directory, { recursive: true }));
  const emulator = await startEmulator({ secrets: 24, now: () => NOW, directory, ...options });
  cleanUps.push(() => emulator.close());
  return emulator;
}

async function send(emulator: DockerEmulator, request: string, body?: unknown): Promise<[number, unknown, Headers]> {
  const [method = 'GET', path = '/'] = request.split(' ');
  const headers = { 'content-type': 'application/json' };
  const sent = body === undefined ? {} : { body: JSON.stringify(body), headers };
  const answer = await fetch(emulator.url + path, { method, ...sent });
  const text = await answer.text();
  const isJson = answer.headers.get('content-type') === 'application/json';
  return [answer.status, isJson ? JSON.parse(text) : text, answer.headers];
}

interface Listed {
  readonly ID: string;
  readonly Spec: { readonly Name: string };
}
const list = async (emulator: DockerEmulator) => (await send(emulator, 'GET /secrets'))[1] as Listed[];

describe('the seed', () => {
  it('is the same on every start', async () => {
    expect(await list(await start())).toEqual(await list(await start()));
  });

  it('gives every secret a name that begins with a team', async () => {
    const names = (await list(await start({ secrets: 500 }))).map(({ Spec }) => Spec.Name);
    expect(names).toHaveLength(500);
    expect(names.filter((name) => !TEAMS.some((team) => name.startsWith(`${team}-`)))).toEqual([]);
    expect(new Set(names).size).toBe(500);
  });

  it('can be empty', async () => {
    const emulator = await start({ secrets: 0 });
    expect(emulator.seeded).toEqual({ groups: 0, secrets: 0 });
    expect(await list(emulator)).toEqual([]);
  });

  it('holds 20,000 secrets whose values are all different', async () => {
    const emulator = await start({ secrets: 20_000 });
    expect(emulator.seeded.secrets).toBe(20_000);
    const values = emulator.values();
    expect(values.length).toBeGreaterThan(19_000);
    expect(new Set(values).size).toBe(values.length);
  });
});

describe('what the emulator holds', () => {
  it('never leaves it', async () => {
    const emulator = await start();
    const answers = await Promise.all(
      ['/secrets', '/services', '/info', '/version'].map((path) => send(emulator, `GET ${path}`)),
    );
    const text = JSON.stringify(answers);
    expect(emulator.values().filter((value) => text.includes(value))).toEqual([]);
  });

  it('includes what was created, until it is deleted', async () => {
    const emulator = await start();
    await send(emulator, 'POST /secrets/create', { Name: 'mine', Data: Buffer.from('my value').toString('base64') });
    expect(emulator.values()).toContain('my value');
    await send(emulator, 'DELETE /secrets/mine');
    expect(emulator.values()).not.toContain('my value');
  });
});

describe('a modern engine', () => {
  it('tells in a ping what the node is to its swarm', async () => {
    const emulator = await start();
    const [, , manager] = await send(emulator, 'GET /_ping');
    emulator.setSwarmState('locked');
    const [, , locked] = await send(emulator, 'HEAD /_ping');
    expect([manager.get('swarm'), locked.get('swarm')]).toEqual(['active/manager', 'locked']);
  });

  it('refuses a malformed filter with 400', async () => {
    const [status, body] = await send(await start(), 'GET /secrets?filters=x');
    expect([status, body]).toEqual([400, { message: 'invalid filter' }]);
  });

  it('takes an empty body for an empty object', async () => {
    const [status, body] = await send(await start(), 'POST /secrets/create');
    expect([status, body]).toEqual([
      400,
      { message: 'rpc error: code = InvalidArgument desc = name must be provided' },
    ]);
  });

  it('wants JSON to be called JSON', async () => {
    const { url } = await start();
    const answer = await fetch(`${url}/secrets/create`, { method: 'POST', body: '{}' });
    expect(answer.status).toBe(400);
  });

  it('of version 29.0 refuses clients of before 1.44', async () => {
    const [status, body] = await send(await start({ engine: '29.0' }), 'GET /v1.41/secrets');
    expect([status, body]).toEqual([
      400,
      {
        message:
          'client version 1.41 is too old. Minimum supported API version is 1.44, please upgrade your client to a newer version',
      },
    ]);
  });
});

describe('any engine', () => {
  it.each([
    ['active/worker', "This node is not a swarm manager. Worker nodes can't"],
    ['inactive', 'This node is not a swarm manager. Use "docker swarm init"'],
    ['locked', 'Swarm is encrypted and needs to be unlocked'],
    ['error', 'Swarm certificates have expired.'],
  ] as const)('that is %s answers 503 to everything of the cluster', async (state, beginning) => {
    const emulator = await start();
    emulator.setSwarmState(state);
    for (const request of ['GET /secrets', 'GET /secrets/x', 'DELETE /secrets/x', 'GET /services', 'GET /swarm']) {
      const [status, body] = await send(emulator, request);
      expect([request, status]).toEqual([request, 503]);
      expect((body as { message: string }).message.startsWith(beginning)).toBe(true);
    }
  });

  it('answers an ambiguous prefix with 400', async () => {
    const emulator = await start({ secrets: 200 });
    const [first] = await list(emulator);
    const prefix = first?.ID.charAt(0) ?? '';
    const [status, body] = await send(emulator, `GET /secrets/${prefix}`);
    expect(status).toBe(400);
    expect((body as { message: string }).message).toMatch(/^secret . is ambiguous \(\d+ matches found\)$/);
  });

  it('ignores query parameters that it does not know', async () => {
    const [status] = await send(await start(), 'POST /secrets/create?Name=x&Data=eA', { Name: 'y', Data: 'eA==' });
    expect(status).toBe(201);
  });

  it('tells of changes in its feed of events', async () => {
    const emulator = await start();
    const filters = encodeURIComponent('{"type":["secret"]}');
    await send(emulator, 'POST /secrets/create', { Name: 'y', Data: 'eA==' });
    await send(emulator, 'DELETE /secrets/y');
    const until = NOW / 1000 + 1;
    const answer = await fetch(`${emulator.url}/events?since=0&until=${until}&filters=${filters}`);
    const lines = (await answer.text()).trim().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { Type: 'secret', Action: 'create', Actor: { Attributes: { name: 'y' } }, scope: 'swarm' },
      { Type: 'secret', Action: 'remove', Actor: { Attributes: { name: 'y' } }, scope: 'swarm' },
    ]);
  });

  it('has a feed that answers with the next change', async () => {
    const emulator = await start();
    const feed = fetch(`${emulator.url}/events`).then((answer) => answer.json());
    // The feed may be asked for after the first of these, but not after all of them.
    let told: unknown = null;
    const watched = feed.then((event) => {
      told = event;
    });
    for (let turn = 0; told === null && turn < 1_000; turn += 1) {
      await send(emulator, 'POST /secrets/create', { Name: `turn-${turn}`, Data: 'eA==' });
    }
    await watched;
    expect(told).toMatchObject({ Type: 'secret', Action: 'create' });
  });

  it('knows a former reference of a service as former', async () => {
    const emulator = await start();
    const [, body] = await send(emulator, 'POST /secrets/create', { Name: 'y', Data: 'eA==' });
    const { ID } = body as Listed;
    const spec = (secrets: readonly object[]) => ({
      Name: 'web',
      TaskTemplate: { ContainerSpec: { Image: 'x:1', Secrets: secrets } },
    });
    await send(emulator, 'POST /services/create', spec([{ SecretID: ID, SecretName: 'y' }]));
    expect((await send(emulator, 'DELETE /secrets/y'))[0]).toBe(400);
    const [, service] = await send(emulator, 'GET /services/web');
    const { Index } = (service as { Version: { Index: number } }).Version;
    await send(emulator, `POST /services/web/update?version=${Index}`, spec([]));
    const [, changed] = await send(emulator, 'GET /services/web');
    expect(changed).toMatchObject({ PreviousSpec: spec([{ SecretID: ID, SecretName: 'y' }]) });
    expect((await send(emulator, 'DELETE /secrets/y'))[0]).toBe(204);
  });
});
