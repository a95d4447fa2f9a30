import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { NOT_IN_SWARM } from '../../src/connectors/docker/messages.ts';
import type { UpstreamCallRecord } from '../../src/connectors/http/upstream.ts';
import type { Connector, CreateSecretRequest } from '../../src/domain/connector.ts';
import { PortcullisError } from '../../src/domain/errors.ts';
import type { Label, Secret, SecretGroup } from '../../src/domain/model.ts';
import { SecretValue } from '../../src/domain/secret-value.ts';
import { openConnector, TARGETS, type Target } from './targets.ts';

const STACK_LABEL = 'com.docker.stack.namespace';
const context = { signal: new AbortController().signal };

describe.each(TARGETS)('the connector on $name', ({ missing, start }) => {
  describe.skipIf(missing !== null)('as the gateway uses it', () => {
    let target: Target;
    let connector: Connector;
    let calls: UpstreamCallRecord[];
    let outsideSwarm: unknown;

    beforeAll(async () => {
      target = await start();
      ({ connector, calls } = openConnector(target.endpoint));
      outsideSwarm = await connector.check(context).catch((error: unknown) => error);
      await target.initSwarm();
    });
    beforeEach(() => {
      calls.splice(0);
    });
    afterAll(async () => {
      await connector?.close();
      await target?.close();
    });

    const created = async (request: Partial<CreateSecretRequest> & { readonly name: string }): Promise<string> => {
      const value = SecretValue.fromText(`value of ${request.name}`);
      const written = await connector.createSecret?.({ group: null, value, waitSeconds: 0, ...request }, context);
      return written?.id[0] ?? '';
    };
    const read = async (id: string): Promise<Secret> => {
      const [item] = await connector.getSecrets([[id]], context);
      if (item === undefined || item instanceof PortcullisError) throw item ?? new Error('nothing answered');
      return item;
    };
    const stack = async (name: string): Promise<SecretGroup> => {
      const [group] = await connector.getGroups([[name]], context);
      if (group === undefined || group instanceof PortcullisError) throw group ?? new Error('nothing answered');
      return group;
    };
    const setLabels = (secret: Secret, labels: readonly Label[], ifMatch = false) =>
      connector.updateSecret?.({ secret, labels, ifMatch, waitSeconds: 0 }, context);
    const remove = (secret: Secret) =>
      connector.deleteSecret?.({ secret, ifMatch: false, force: false, permanently: false, waitSeconds: 0 }, context);
    /** Whether the engine holds exactly these bytes: an update that sends them is let through, any other is not. */
    const holds = async (secret: Secret, bytes: Uint8Array): Promise<boolean> => {
      const body = { Name: secret.name, Data: Buffer.from(bytes).toString('base64') };
      const path = `/secrets/${secret.nativeId}/update?version=${secret.revision}`;
      return (await target.send('POST', path, body)).status === 200;
    };

    it('says that an engine outside a swarm is not available, with the text that the engine documents', () => {
      expect(outsideSwarm).toBeInstanceOf(PortcullisError);
      expect(outsideSwarm).toMatchObject({
        code: 'UPSTREAM_UNAVAILABLE',
        retryable: false,
        details: { upstreamStatus: 503, upstreamMessage: NOT_IN_SWARM },
      });
    });

    it('agrees on a version once and tells which engine answers', async () => {
      const fresh = openConnector(target.endpoint);
      const answers = await Promise.all([fresh.connector.check(context), fresh.connector.check(context)]);
      await fresh.connector.close();
      expect(answers[1]?.apiVersion).toMatch(/^Docker Engine 20\.10\.\S+, API 1\.41$/);
      expect(fresh.calls.map(({ operation }) => operation)).toEqual(['ping', 'check', 'check']);
    });

    it("tells the swarm's id and the engine's version", async () => {
      expect(await connector.storeNative?.clusterId?.(context)).toMatch(/^[a-z0-9]{25}$/);
      expect(await connector.storeNative?.engineVersion?.(context)).toMatch(/^20\.10\./);
    });

    it('stores a text byte for byte and answers its metadata', async () => {
      const id = await created({
        name: 'plain',
        value: SecretValue.fromText('grüße\n'),
        labels: [{ key: 'tier', value: 'gold' }],
      });
      const secret = await read(id);
      expect(secret).toMatchObject({
        id: [id],
        name: 'plain',
        group: null,
        labels: [{ key: 'tier', value: 'gold' }],
        status: 'ACTIVE',
        readability: 'WRITE_ONLY',
        versions: [],
        native: { versionIndex: secret.revision, driver: null, templating: null },
      });
      expect(Math.abs((secret.createdAt ?? 0) - Date.now())).toBeLessThan(60_000);
      expect(await holds(secret, Buffer.from('grüße'))).toBe(false);
      expect(await holds(secret, Buffer.from('grüße\n'))).toBe(true);
    });

    it('stores bytes that are no text, in the alphabet that the engine wants', async () => {
      const bytes = Uint8Array.from([0xfb, 0xff, 0xfe, 0x00, 0x3f]);
      const secret = await read(await created({ name: 'bytes', value: SecretValue.fromBytes(bytes) }));
      expect(await holds(secret, bytes)).toBe(true);
    });

    it('stores the largest value there is', async () => {
      const value = SecretValue.fromBytes(Buffer.alloc(511_999, 7));
      expect(await created({ name: 'largest', value })).toMatch(/^[a-z0-9]{25}$/);
    });

    it('keeps a templating driver with its options', async () => {
      const templating = { name: 'golang', options: [{ key: 'a', value: 'b' }] };
      const secret = await read(await created({ name: 'template', native: { templating } }));
      expect(secret.native.templating).toEqual(templating);
    });

    it('refuses a name that differs in case only, as CONFLICT', async () => {
      await created({ name: 'Case' });
      await expect(created({ name: 'cASE' })).rejects.toMatchObject({
        code: 'CONFLICT',
        details: { upstreamStatus: 409, outcome: 'NOT_APPLIED' },
      });
    });

    it('puts a secret into the stack that its group names', async () => {
      await target.send('POST', '/secrets/create', {
        Name: 'shop_first',
        Data: 'eA==',
        Labels: { [STACK_LABEL]: 'shop' },
      });
      const secret = await read(await created({ name: 'shop_second', group: await stack('shop') }));
      expect(secret.group).toEqual({ id: ['shop'], name: 'shop' });
      expect(secret.labels).toEqual([{ key: STACK_LABEL, value: 'shop' }]);
    });

    it('lists secrets and their stacks, each once, with one request', async () => {
      const pages = [];
      for await (const page of connector.list(context)) pages.push(page);
      const groups = pages.flatMap((page) => page.groups);
      expect(groups.map(({ name, native }) => [name, native])).toEqual([['shop', { namespace: 'shop' }]]);
      const names = pages.flatMap((page) => page.secrets).map(({ name }) => name);
      expect(names).toHaveLength(new Set(names).size);
      expect(names).toEqual(expect.arrayContaining(['plain', 'shop_first', 'shop_second']));
      expect(calls).toHaveLength(1);
    });

    it('answers several ids in order with one request, and a prefix of an id as missing', async () => {
      const [first, second] = [await created({ name: 'order.1' }), await created({ name: 'order.2' })];
      calls.splice(0);
      const absent = `${first.slice(0, 24)}${first.endsWith('0') ? '1' : '0'}`;
      const items = await connector.getSecrets([[second], [absent], [first]], context);
      expect(items.map((item) => (item instanceof PortcullisError ? item.code : item.name))).toEqual([
        'order.2',
        'NOT_FOUND',
        'order.1',
      ]);
      expect(calls).toHaveLength(1);
    });

    it('answers several stacks in order with one request, and one that is no more as missing', async () => {
      const items = await connector.getGroups([['none'], ['shop']], context);
      expect(items.map((item) => (item instanceof PortcullisError ? item.code : item.name))).toEqual([
        'NOT_FOUND',
        'shop',
      ]);
      expect(calls).toHaveLength(1);
    });

    it('replaces all labels but keeps the stack', async () => {
      const group = await stack('shop');
      const before = await read(await created({ name: 'shop_labels', group, labels: [{ key: 'old', value: '1' }] }));
      await setLabels(before, [{ key: 'new', value: '2' }]);
      const after = await read(before.nativeId);
      expect(Object.fromEntries(after.labels.map(({ key, value }) => [key, value]))).toEqual({
        new: '2',
        [STACK_LABEL]: 'shop',
      });
      expect(after.revision).not.toBe(before.revision);
    });

    it('answers a stale revision with PRECONDITION_FAILED where the caller named one', async () => {
      const stale = await read(await created({ name: 'stale' }));
      await setLabels(stale, [{ key: 'a', value: '1' }]);
      await expect(setLabels(stale, [], true)).rejects.toMatchObject({
        code: 'PRECONDITION_FAILED',
        details: { outcome: 'NOT_APPLIED', upstreamStatus: 500 },
      });
    });

    it('reads again and repeats once where the caller named no revision', async () => {
      const stale = await read(await created({ name: 'stale.twice' }));
      await setLabels(stale, [{ key: 'a', value: '1' }]);
      calls.splice(0);
      await setLabels(stale, [{ key: 'b', value: '2' }]);
      expect(calls.map(({ operation }) => operation)).toEqual(['updateSecret', 'inspectSecret', 'updateSecret']);
      expect((await read(stale.nativeId)).labels).toEqual([{ key: 'b', value: '2' }]);
    });

    it('tells who uses a secret, and refuses to delete it meanwhile', async () => {
      const used = await read(await created({ name: 'used' }));
      const unused = await read(await created({ name: 'unused' }));
      for (const name of ['web', 'worker']) await target.send('POST', '/services/create', serviceOf(name, used));
      calls.splice(0);
      const [usage, none] = (await connector.getUsage?.([used, unused], context)) ?? [];
      expect(calls).toHaveLength(1);
      expect(usage).toMatchObject({
        activeDeployments: null,
        consumers: expect.arrayContaining([
          expect.objectContaining({ kind: 'service', name: 'web' }),
          expect.objectContaining({ kind: 'service', name: 'worker' }),
        ]),
      });
      expect(none).toEqual({ activeDeployments: null, consumers: [] });
      const refusal = await remove(used)?.catch((error: unknown) => error);
      expect(refusal).toMatchObject({ code: 'CONFLICT', details: { upstreamStatus: 400, outcome: 'NOT_APPLIED' } });
      expect((refusal as PortcullisError).details.facts?.services).toEqual(expect.arrayContaining(['web', 'worker']));
    });

    it('deletes for good, after which the secret is missing', async () => {
      const secret = await read(await created({ name: 'brief' }));
      expect(await remove(secret)).toMatchObject({ id: secret.id, gone: true, upstreamStatus: 204 });
      const [item] = await connector.getSecrets([secret.id], context);
      expect(item).toMatchObject({ code: 'NOT_FOUND' });
      await expect(remove(secret)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(setLabels(secret, [])).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    // A real engine looks for the plugin for about fifteen seconds before it gives up.
    it('names the driver as the fault where the engine has no such plugin', async () => {
      const request = { name: 'fetched', value: null, native: { driver: { name: 'nowhere' } } };
      await expect(created(request)).rejects.toMatchObject({
        code: 'BAD_USER_INPUT',
        details: { argument: 'input.native.docker.driver.name', outcome: 'NOT_APPLIED' },
      });
    });
  });
});

/** No replica: nothing has to be pulled or run for a reference to count. */
function serviceOf(name: string, secret: Secret): unknown {
  const file = { Name: secret.name, UID: '0', GID: '0', Mode: 0o444 };
  const reference = { SecretID: secret.nativeId, SecretName: secret.name, File: file };
  return {
    Name: name,
    TaskTemplate: { ContainerSpec: { Image: 'registry.invalid/none:1', Secrets: [reference] } },
    Mode: { Replicated: { Replicas: 0 } },
  };
}
