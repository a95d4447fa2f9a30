import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Connector, ListingPage } from '../../domain/connector.ts';
import { PortcullisError } from '../../domain/errors.ts';
import type { Secret } from '../../domain/model.ts';
import { SecretValue } from '../../domain/secret-value.ts';
import type { ConnectorIo } from '../define.ts';
import { startEmulatorServer } from '../emulation/server.ts';
import { type DockerEmulator, type DockerEmulatorOptions, startEmulator } from './emulator.ts';
import { STACK_LABEL } from './grammar.ts';
import { docker } from './index.ts';
import { LOCKED, WORKER } from './messages.ts';

const NOW = Date.UTC(2026, 10, 1);
const context = { signal: new AbortController().signal };
const cleanUps: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

interface Opened {
  readonly connector: Connector;
  readonly emulator: DockerEmulator;
  /** What the emulator was asked since the last look. */
  readonly asked: () => string[];
}

async function open(options: Partial<DockerEmulatorOptions> & { readonly via?: 'unix' } = {}): Promise<Opened> {
  const directory = await mkdtemp(join(tmpdir(), 'portcullis-docker-'));
  cleanUps.push(() => rm(directory, { recursive: true }));
  const emulator = await startEmulator({ secrets: 24, now: () => NOW, directory, ...options });
  cleanUps.push(() => emulator.close());
  const endpoint = options.via === 'unix' ? emulator.unixUrl : emulator.storeConfig.endpoint;
  const connector = connect(String(endpoint), emulator.storeConfig.credentials);
  const asked = () => {
    const lines = emulator.requests().map(({ method, path }) => `${method} ${path.split('?')[0]}`);
    emulator.clearRequests();
    return lines;
  };
  return { connector, emulator, asked };
}

function connect(endpoint: string, credentials?: unknown): Connector {
  const io: ConnectorIo = { now: () => NOW, wait: () => Promise.reject(new Error('nothing of Docker waits')) };
  const store = {
    name: 'swarm',
    id: 'swarm',
    endpoint,
    credentials: docker.configuration.credentials.parse(credentials),
    settings: docker.configuration.settings.parse({}),
    allowPrivateNetwork: false,
    timeoutMs: 5_000,
    connections: 4,
    maxBodyBytes: 50_000_000,
  };
  const connector = docker.open(store, io);
  cleanUps.push(() => connector.close());
  return connector;
}

async function listed(connector: Connector): Promise<ListingPage> {
  const pages: ListingPage[] = [];
  for await (const page of connector.list(context)) pages.push(page);
  return { groups: pages.flatMap(({ groups }) => groups), secrets: pages.flatMap(({ secrets }) => secrets) };
}

/** One that no service uses, or the first there is. */
async function anySecret(connector: Connector, wanted: (secret: Secret) => boolean = () => true): Promise<Secret> {
  const found = (await listed(connector)).secrets.find(wanted);
  if (found === undefined) throw new Error('the seed holds no such secret');
  return found;
}

const create = (connector: Connector, name: string, extra: object = {}) =>
  connector.createSecret?.(
    { group: null, name, value: SecretValue.fromText('s3cret'), waitSeconds: 0, ...extra },
    context,
  );
const setLabels = (connector: Connector, secret: Secret, ifMatch: boolean) =>
  connector.updateSecret?.({ secret, labels: [{ key: 'a', value: '1' }], ifMatch, waitSeconds: 0 }, context);

describe('reading through a real connection', () => {
  it('costs one ping for the whole life of a store and then what `costs` says', async () => {
    const { connector, asked } = await open();
    const { groups, secrets } = await listed(connector);
    expect(asked()).toEqual(['GET /_ping', 'GET /v1.48/secrets']);
    const shape = { groups: groups.length, secrets: secrets.length };
    await connector.getGroups(
      groups.map(({ id }) => id),
      context,
    );
    expect(asked()).toHaveLength(docker.costs.getGroups.requests(shape));
    await connector.getSecrets(
      secrets.map(({ id }) => id),
      context,
    );
    expect(asked()).toHaveLength(docker.costs.getSecrets.requests(shape));
    await connector.listVersions(secrets, context);
    expect(asked()).toHaveLength(docker.costs.listVersions.requests(shape));
    await connector.getUsage?.(secrets, context);
    expect(asked()).toHaveLength(docker.costs.getUsage.requests(shape));
  });

  it('asks nothing for nothing', async () => {
    const { connector, asked } = await open();
    expect(await connector.getGroups([], context)).toEqual([]);
    expect(await connector.getSecrets([], context)).toEqual([]);
    expect(await connector.getUsage?.([], context)).toEqual([]);
    expect(asked()).toEqual([]);
  });

  it('splits many ids over requests whose URLs stay below 32 KB', async () => {
    const { connector, emulator } = await open({ secrets: 1_500 });
    const { secrets } = await listed(connector);
    emulator.clearRequests();
    const items = await connector.getSecrets(
      secrets.map(({ id }) => id),
      context,
    );
    expect(items).toEqual(secrets);
    expect(emulator.requests()).toHaveLength(3);
    expect(Math.max(...emulator.requests().map(({ path }) => path.length))).toBeLessThan(32_000);
  });

  it('answers each secret no versions, for there are none', async () => {
    const { connector } = await open();
    const secret = await anySecret(connector);
    expect(await connector.listVersions([secret, secret], context)).toEqual([[], []]);
  });

  it('reads over a unix socket as over tcp', async () => {
    const { connector, emulator } = await open({ unixSocket: true, via: 'unix' });
    const page = await listed(connector);
    expect(page.secrets).toHaveLength(emulator.seeded.secrets);
    expect(page.groups).toHaveLength(emulator.seeded.groups);
  });

  it('shows its certificate to an engine that wants one', async () => {
    const { connector } = await open({ tls: true });
    expect(await connector.check(context)).toEqual({ apiVersion: 'Docker Engine 28.0.4, API 1.48' });
  });

  it('without a certificate is not let in', async () => {
    const { emulator } = await open({ tls: true });
    const { caFile } = emulator.storeConfig.credentials as { caFile: string };
    await expect(connect(emulator.url, { caFile }).check(context)).rejects.toMatchObject({
      code: 'UPSTREAM_UNAVAILABLE',
    });
  });

  it('does not trust an engine whose authority nobody named', async () => {
    const { emulator } = await open({ tls: true });
    await expect(connect(emulator.url).check(context)).rejects.toMatchObject({
      code: 'UPSTREAM_UNAVAILABLE',
      message: 'No trusted connection to the store could be made.',
    });
  });

  it('answers who uses what from one list of services', async () => {
    const { connector } = await open();
    const { secrets } = await listed(connector);
    const usage = (await connector.getUsage?.(secrets, context)) ?? [];
    const counts = usage.map((item) => (item instanceof PortcullisError ? -1 : (item.consumers?.length ?? -1)));
    expect(new Set(counts)).toEqual(new Set([0, 1, 2]));
  });

  it('loses usage alone where the services cannot be listed', async () => {
    const { connector, emulator } = await open();
    const { secrets } = await listed(connector);
    emulator.setFault({ match: /services/, status: 500 });
    await expect(connector.getUsage?.(secrets, context)).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    expect((await listed(connector)).secrets).toHaveLength(secrets.length);
  });

  it("never asks for the swarm itself, whose answer holds the cluster's join tokens", async () => {
    const { connector, asked } = await open();
    expect(await connector.storeNative?.clusterId?.(context)).toMatch(/^[a-z0-9]{25}$/);
    expect(await connector.storeNative?.engineVersion?.(context)).toBe('28.0.4');
    expect(asked()).toEqual(['GET /_ping', 'GET /v1.48/info', 'GET /v1.48/version']);
  });

  it("does not know a worker's cluster", async () => {
    const { connector, emulator } = await open();
    emulator.setSwarmState('active/worker');
    expect(await connector.storeNative?.clusterId?.(context)).toBeNull();
  });

  it.each([
    ['active/worker', WORKER],
    ['locked', LOCKED],
  ] as const)('a node that is %s is not available, and says why', async (state, upstreamMessage) => {
    const { connector, emulator } = await open();
    emulator.setSwarmState(state);
    await expect(connector.check(context)).rejects.toMatchObject({
      code: 'UPSTREAM_UNAVAILABLE',
      details: { store: 'swarm', operation: 'check', upstreamStatus: 503, upstreamMessage },
    });
  });

  it('a server that is no engine is told from an engine without the object', async () => {
    const { connector, emulator } = await open();
    emulator.setFault({ match: /secrets/, status: 404, body: '{"message":"page not found"}\n' });
    await expect(listed(connector)).rejects.toMatchObject({ code: 'UPSTREAM_INVALID_RESPONSE' });
  });

  it('an answer that is cut short is broken, not empty', async () => {
    const { connector, emulator } = await open();
    const { secrets } = await listed(connector);
    emulator.setFault({ match: /secrets|services/, truncate: true });
    await expect(listed(connector)).rejects.toMatchObject({ code: 'UPSTREAM_INVALID_RESPONSE' });
    await expect(connector.getUsage?.(secrets, context)).rejects.toMatchObject({ code: 'UPSTREAM_INVALID_RESPONSE' });
  });

  it('a caller that gives up while the version is asked for waits no longer', async () => {
    const { connector, emulator } = await open();
    emulator.setFault({ match: /_ping/, hang: true });
    const abort = new AbortController();
    const check = connector.check({ signal: abort.signal });
    abort.abort();
    await expect(check).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
  });
});

describe('versions of the API', () => {
  it.each([
    ['20.10', 'v1.41'],
    ['28.0', 'v1.48'],
    ['29.0', 'v1.52'],
  ] as const)('an engine %s is spoken to in %s', async (engine, prefix) => {
    const { connector, asked } = await open({ engine });
    await connector.check(context);
    expect(asked()).toEqual(['GET /_ping', `GET /${prefix}/secrets`]);
  });

  it('an engine that was replaced by an older one is asked again, and a write is sent once more', async () => {
    const { connector, emulator, asked } = await open({ engine: '29.0' });
    await connector.check(context);
    emulator.setEngine('20.10');
    asked();
    await create(connector, 'after.downgrade');
    expect(asked()).toEqual(['POST /v1.52/secrets/create', 'GET /_ping', 'POST /v1.41/secrets/create']);
  });

  it('a write for which no version could be agreed on was not applied', async () => {
    const { connector, emulator } = await open();
    emulator.setFault({ match: /_ping/, status: 500 });
    await expect(create(connector, 'never')).rejects.toMatchObject({
      code: 'UPSTREAM_UNAVAILABLE',
      details: { store: 'swarm', operation: 'createSecret', outcome: 'NOT_APPLIED' },
    });
  });
});

describe('writing through a real connection', () => {
  it('creates with a driver and without a value', async () => {
    const { connector } = await open();
    const driver = { name: 'vault-secrets', options: [{ key: 'path', value: 'kv/a' }] };
    const written = await create(connector, 'fetched', { value: null, native: { driver } });
    const [secret] = await connector.getSecrets([written?.id ?? []], context);
    expect(secret).toMatchObject({ name: 'fetched', native: { driver, templating: null } });
    expect(written).toEqual({ id: written?.id, upstreamStatus: 201, upstreamCode: null, upstreamMessage: null });
  });

  it('takes the id of a create in the spelling of the reference too', async () => {
    const { connector, emulator } = await open();
    const id = 'ktnbjxoalbkvbvedmg1urrz8h';
    emulator.setFault({ match: /create/, status: 201, body: JSON.stringify({ Id: id }) });
    expect(await create(connector, 'spelled')).toMatchObject({ id: [id] });
  });

  it.each([
    ['input.name', 'no spaces', {}],
    ['input.value', 'no-value', { value: null }],
    ['input.labels', 'label', { labels: [{ key: STACK_LABEL, value: 'payments-prod' }] }],
    ['input.native.docker.driver.name', 'driver', { value: null, native: { driver: { name: '' } } }],
    ['input.native.docker', 'native', { native: { engine: 'x' } }],
  ])('refuses what breaks the rule of %s before any request', async (argument, name, extra) => {
    const { connector, asked } = await open();
    await expect(create(connector, name, extra)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      details: { argument },
    });
    expect(asked()).toEqual([]);
  });

  it('a create whose answer was lost may have been applied', async () => {
    const { connector, emulator } = await open();
    await connector.check(context);
    emulator.setFault({ match: /create/, cut: 'before', times: 1 });
    await expect(create(connector, 'lost')).rejects.toMatchObject({ details: { outcome: 'UNKNOWN' } });
    await expect(create(connector, 'lost')).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('sends name and labels with an update and nothing else', async () => {
    const bodies: unknown[] = [];
    const server = await startEmulatorServer({
      host: '127.0.0.1',
      port: 0,
      handler: ({ body }) => {
        if (body.length > 0) bodies.push(JSON.parse(body.toString('utf8')));
        return { status: 200, headers: { 'api-version': '1.44' } };
      },
    });
    cleanUps.push(server.close);
    const { connector } = await open();
    const secret = await anySecret(connector, ({ group }) => group !== null);
    await setLabels(connect(`tcp://127.0.0.1:${server.port}`), secret, false);
    expect(bodies).toEqual([{ Name: secret.name, Labels: { a: '1', [STACK_LABEL]: secret.group?.name } }]);
  });

  it('is in CONFLICT when it was overtaken twice', async () => {
    const { connector, emulator, asked } = await open();
    const secret = await anySecret(connector);
    asked();
    const body = JSON.stringify({ message: 'rpc error: code = Unknown desc = update out of sequence' });
    emulator.setFault({ match: /update/, status: 500, body });
    await expect(setLabels(connector, secret, false)).rejects.toMatchObject({
      code: 'CONFLICT',
      retryable: true,
      details: { outcome: 'NOT_APPLIED' },
    });
    expect(asked()).toHaveLength(3);
  });

  it('does not follow a secret into another stack', async () => {
    const { connector, emulator, asked } = await open();
    const secret = await anySecret(connector, ({ group }) => group !== null);
    const body = { Name: secret.name, Labels: { [STACK_LABEL]: 'elsewhere' } };
    const url = `${emulator.url}/secrets/${secret.nativeId}/update?version=${secret.revision}`;
    await fetch(url, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
    asked();
    await expect(setLabels(connector, secret, false)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(asked()).toHaveLength(2);
    const [after] = await connector.getSecrets([secret.id], context);
    expect(after).toMatchObject({ group: { name: 'elsewhere' } });
  });

  it('a secret that is gone when it is read again was not changed', async () => {
    const { connector, emulator } = await open();
    const unused = await anySecret(connector, ({ group }) => group === null);
    const body = JSON.stringify({ message: 'update out of sequence' });
    emulator.setFault({ match: /update/, status: 500, body });
    await fetch(`${emulator.url}/secrets/${unused.nativeId}`, { method: 'DELETE' });
    await expect(setLabels(connector, unused, false)).rejects.toMatchObject({ details: { outcome: 'NOT_APPLIED' } });
  });

  it('an update that names no labels is refused', async () => {
    const { connector } = await open();
    const secret = await anySecret(connector);
    await expect(connector.updateSecret?.({ secret, ifMatch: false, waitSeconds: 0 }, context)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      details: { argument: 'input.labels' },
    });
  });
});

describe('what is known without opening a store', () => {
  it('a certificate and its key belong together', () => {
    const { credentials } = docker.configuration;
    expect(credentials.safeParse({ certFile: '/a' }).success).toBe(false);
    expect(credentials.safeParse({ certFile: '/a', keyFile: '/b' }).success).toBe(true);
    expect(credentials.parse(undefined)).toEqual({});
  });

  it('each operation that is not there says why', () => {
    const silent = Object.values(docker.capabilities).filter(({ support, note }) => support === 'UNSUPPORTED' && !note);
    expect(silent).toEqual([]);
  });
});
