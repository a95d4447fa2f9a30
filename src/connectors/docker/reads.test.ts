import { describe, expect, it } from 'vitest';
import { PortcullisError } from '../../domain/errors.ts';
import { anySecret, connect, context, listed, open } from './__fixtures__/opened-store.ts';
import { docker } from './index.ts';
import { LOCKED, WORKER } from './messages.ts';

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

  it('answers each of several stacks, and one alone', async () => {
    const { connector } = await open({ secrets: 60 });
    const { groups } = await listed(connector);
    const ids = groups.map(({ id }) => id);
    expect(groups.length).toBeGreaterThan(3);
    expect(await connector.getGroups(ids, context)).toEqual(groups);
    expect(await connector.getGroups(ids.slice(2, 3), context)).toEqual(groups.slice(2, 3));
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
