import { afterEach, describe, expect, it } from 'vitest';
import type { CreateSecretRequest } from '../../domain/connector.ts';
import type { Secret } from '../../domain/model.ts';
import { SecretText, SecretValue } from '../../domain/secret-value.ts';
import { QUERY_SECRET, SECRET_CREATED } from './__fixtures__/documented.ts';
import { firstOf, listAll, openEmulated, openStore, startScripted } from './__fixtures__/open-store.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function opened() {
  const store = await openEmulated({ secrets: 6 });
  closing.push(store.close);
  await store.connector.check(store.context);
  store.emulator.clearRequests();
  const { createSecret, createVersion, reveal } = store.connector;
  if (!createSecret || !createVersion || !reveal) throw new Error('the connector lacks an operation');
  const secretOf = async (id: string): Promise<Secret> =>
    firstOf((await listAll(store)).filter(({ nativeId }) => nativeId === id));
  const textOf = async (id: string) =>
    (await reveal({ secret: await secretOf(id), version: null }, store.context)).value.expose().text;
  return { ...store, createSecret, createVersion, secretOf, textOf };
}

const fields = (pairs: Readonly<Record<string, string>>) =>
  SecretValue.fromFields(Object.entries(pairs).map(([key, value]) => ({ key, value, section: null })));
const creating = (changes: Partial<CreateSecretRequest> = {}): CreateSecretRequest => ({
  group: null,
  name: 'payments-new',
  value: fields({ TOKEN: 'PLANTED' }),
  waitSeconds: 0,
  ...changes,
});
const off = { cloudTimeMinutes: null, credentialTimeMinutes: null, ephemeralCredentialTimeMinutes: null };

describe('creating a secret', () => {
  it('lists, posts, and answers id, version and the response block', async () => {
    const { createSecret, context, emulator, secretOf, textOf } = await opened();
    const written = await createSecret(creating(), context);
    expect(written).toEqual({
      id: ['107'],
      versionId: ['107', '1'],
      upstreamStatus: 201,
      upstreamCode: '0',
      upstreamMessage: 'Secret created successfully.',
    });
    expect(emulator.requests().map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /iso/dapp/application',
      'POST /iso/sctm/secret',
    ]);
    expect(await secretOf('107')).toMatchObject({
      name: 'payments-new',
      native: { identity: 'payments-new', engine: 'Generic', expirationDate: null },
    });
    expect(await textOf('107')).toBe('[{"TOKEN":"PLANTED"}]');
  });

  it('honours identity, engine, expiry, access keys and credentials', async () => {
    const { createSecret, context, secretOf, textOf } = await opened();
    const field = (key: string, value: string, label: string) => ({ key, value: new SecretText(value), label });
    const expiresAt = Date.UTC(2027, 0, 2, 3, 4, 5);
    await createSecret(
      creating({
        value: null,
        description: 'for the tests',
        expiresAt,
        native: {
          identity: 'payments/new',
          engine: 'GitLab',
          accessKeys: [{ type: 'aws', fields: [field('access_key_id', 'AKIA', 'AWS_ID')] }],
          credentials: [{ fields: [field('password', 'p', 'PASSWORD')] }],
          renewal: { ...off, cloudTimeMinutes: 90 },
        },
      }),
      context,
    );
    expect(await secretOf('107')).toMatchObject({
      name: 'payments-new',
      expiresAt,
      native: { identity: 'payments/new', engine: 'GitLab', expirationDate: '2027-01-02 03:04:05' },
    });
    expect(await textOf('107')).toBe('[{"AWS_ID":"AKIA","TTL":""},{"PASSWORD":"p"}]');
  });

  it('never overwrites a known identity', async () => {
    const { createSecret, context, emulator, secretOf } = await opened();
    const { native } = await secretOf('101');
    emulator.clearRequests();
    await expect(createSecret(creating({ native: { identity: native.identity } }), context)).rejects.toMatchObject({
      code: 'CONFLICT',
      details: { outcome: 'NOT_APPLIED', argument: 'input.native.segura.identity' },
    });
    expect(emulator.requests().map(({ method }) => method)).toEqual(['GET']);
  });

  it.each([
    ['input.value', creating({ value: null })],
    ['input.value.text', creating({ value: SecretValue.fromText('PLANTED') })],
    ['input.name', creating({ name: '' })],
    ['input.native.segura.identity', creating({ native: { identity: '\u0007' } })],
    [
      'input.native.segura.renewal.cloudTimeMinutes',
      creating({ native: { renewal: { ...off, cloudTimeMinutes: -1 } } }),
    ],
  ])('refuses at %s before any request', async (argument, request) => {
    const { createSecret, context, emulator } = await opened();
    const refused = await createSecret(request, context).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'BAD_USER_INPUT', details: { argument, outcome: 'NOT_APPLIED' } });
    expect(JSON.stringify(refused)).not.toContain('PLANTED');
    expect(emulator.requests()).toEqual([]);
  });

  it('takes the group of the store and refuses any other', async () => {
    const store = await opened();
    const [group] = await store.connector.getGroups([['platform-delivery', 'kubernetes', 'prod']], store.context);
    if (group === undefined || 'code' in group) throw new Error('the group is missing');
    await expect(
      store.createSecret(creating({ group: { ...group, id: ['other', 'kubernetes', 'prod'] } }), store.context),
    ).rejects.toMatchObject({ code: 'BAD_USER_INPUT', details: { argument: 'input.group', outcome: 'NOT_APPLIED' } });
    expect(await store.createSecret(creating({ group }), store.context)).toMatchObject({ id: ['107'] });
  });

  it('knows that nothing was applied when the list before it fails', async () => {
    const { createSecret, context, emulator } = await opened();
    emulator.setFault({ match: /GET/, status: 503 });
    await expect(createSecret(creating(), context)).rejects.toMatchObject({
      code: 'UPSTREAM_UNAVAILABLE',
      details: { outcome: 'NOT_APPLIED' },
    });
  });

  it('does not know what became of a post that lost its answer, and sends it once', async () => {
    const { createSecret, context, emulator } = await opened();
    emulator.setFault({ match: /POST/, cut: 'before' });
    await expect(createSecret(creating(), context)).rejects.toMatchObject({
      code: 'UPSTREAM_UNAVAILABLE',
      details: { outcome: 'UNKNOWN' },
    });
    expect(emulator.requests().filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  it('repeats a post that was refused for its token, once', async () => {
    const { createSecret, context, emulator } = await opened();
    emulator.setFault({ match: /sctm/, status: 401, body: '{}', times: 1 });
    expect(await createSecret(creating(), context)).toMatchObject({ id: ['107'] });
    expect(emulator.requests().map(({ path }) => path)).toEqual([
      '/iso/dapp/application',
      '/iso/sctm/secret',
      '/iso/oauth2/token',
      '/iso/sctm/secret',
    ]);
  });

  it('reports what the vault refuses as not applied', async () => {
    const { createSecret, context } = await opened();
    await expect(createSecret(creating({ native: { engine: 'Unregistered' } }), context)).rejects.toMatchObject({
      code: 'UPSTREAM_REJECTED',
      details: { upstreamStatus: 400, outcome: 'NOT_APPLIED' },
    });
  });

  it('lists again for the id where the answer does not show the secret', async () => {
    let posted = false;
    const { url, server } = await startScripted(({ method }) => {
      if (method === 'POST') {
        posted = true;
        return { status: 201, body: { response: SECRET_CREATED.response } };
      }
      return { status: 200, body: posted ? SECRET_CREATED : QUERY_SECRET };
    });
    const { connector, context } = openStore(url);
    closing.push(connector.close, server.close);
    expect(await connector.createSecret?.(creating({ name: 'example_2' }), context)).toMatchObject({ id: ['7'] });
  });

  it('says that it was applied where nobody can tell the id', async () => {
    const { url, server } = await startScripted(({ method }) =>
      method === 'POST' ? { status: 200, body: {} } : { status: 200, body: QUERY_SECRET },
    );
    const { connector, context } = openStore(url);
    closing.push(connector.close, server.close);
    await expect(connector.createSecret?.(creating(), context)).rejects.toMatchObject({
      code: 'UPSTREAM_INVALID_RESPONSE',
      details: { outcome: 'APPLIED' },
    });
  });

  it('sends each renewal time that is set and leaves out each that is off', async () => {
    const { url, bodies, server } = await startScripted(({ method }) => ({
      status: 200,
      body: method === 'POST' ? SECRET_CREATED : QUERY_SECRET,
    }));
    const { connector, context } = openStore(url);
    closing.push(connector.close, server.close);
    await connector.createSecret?.(
      creating({ name: 'example_2', native: { renewal: { ...off, credentialTimeMinutes: 15 } } }),
      context,
    );
    expect(bodies[0]).toMatchObject({ renew_credential_time: 15, expiration_date: '', description: '' });
    expect(bodies[0]).not.toHaveProperty('renew_cloud_time');
    expect(bodies[0]).not.toHaveProperty('renew_ephemeral_credential_time');
  });
});

describe('creating a version', () => {
  it('replaces the secret, keeps name, identity and engine, and answers the new version', async () => {
    const { createVersion, context, emulator, secretOf, textOf } = await opened();
    const secret = await secretOf('102');
    emulator.clearRequests();
    const before = Number(secret.versions?.[0]?.nativeId);
    const request = {
      secret,
      value: fields({ A: '1', B: '2' }),
      native: { renewal: off },
      ifMatch: true,
      waitSeconds: 0,
    };
    expect(await createVersion(request, context)).toMatchObject({
      id: ['102'],
      versionId: ['102', String(before + 1)],
    });
    expect(emulator.requests()).toHaveLength(1);
    const after = await secretOf('102');
    expect(after).toMatchObject({
      name: secret.name,
      native: { identity: secret.native.identity, engine: secret.native.engine, expirationDate: null },
    });
    expect(after.revision).not.toBe(secret.revision);
    expect(await textOf('102')).toBe('[{"A":"1","B":"2"}]');
  });

  it('knows that nothing was applied when it cannot get a token', async () => {
    const { createVersion, context, clock, emulator, secretOf } = await opened();
    const secret = await secretOf('101');
    clock.now += 3_600_000;
    emulator.setFault({ match: /token/, status: 503 });
    const request = { secret, value: fields({ A: '1' }), native: { renewal: off }, ifMatch: false, waitSeconds: 0 };
    await expect(createVersion(request, context)).rejects.toMatchObject({
      code: 'UPSTREAM_UNAVAILABLE',
      details: { outcome: 'NOT_APPLIED' },
    });
  });

  it('changes what its native input says', async () => {
    const { createVersion, context, secretOf } = await opened();
    const expiresAt = new Date(Date.UTC(2028, 1, 29));
    const native = { name: 'renamed', description: 'd', engine: 'Ansible', expiresAt, renewal: off };
    const secret = await secretOf('103');
    await createVersion({ secret, value: fields({ A: '1' }), native, ifMatch: false, waitSeconds: 0 }, context);
    expect(await secretOf('103')).toMatchObject({
      name: 'renamed',
      expiresAt: expiresAt.getTime(),
      native: { identity: secret.native.identity, engine: 'Ansible' },
    });
  });

  it.each([
    ['input.native.segura', undefined],
    ['input.native.segura.renewal', {}],
    ['input.native.segura.renewal.cloudTimeMinutes', { renewal: { credentialTimeMinutes: null } }],
  ])('refuses at %s before any request', async (argument, native) => {
    const { createVersion, context, emulator, secretOf } = await opened();
    const secret = await secretOf('101');
    emulator.clearRequests();
    const request = { secret, value: fields({ A: '1' }), native, ifMatch: false, waitSeconds: 0 };
    await expect(createVersion(request, context)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      details: { argument },
    });
    expect(emulator.requests()).toEqual([]);
  });
});
