import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { request as httpsRequest } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { NOW, type OpenStore, openConnector, openEmulated } from './__fixtures__/open-store.ts';
import { type CertificateFiles, makeCertificates } from './emulator/certificates.ts';
import { startEmulator } from './emulator.ts';

let store: OpenStore;
let user: CertificateFiles;
let directory: string;
const everything: { close(): Promise<void> }[] = [];

beforeAll(async () => {
  store = await openEmulated();
  user = store.emulator.storeConfig.credentials as CertificateFiles;
  directory = await mkdtemp(join(tmpdir(), 'imco-'));
});
afterAll(async () => {
  await store.close();
  await rm(directory, { recursive: true });
});
afterEach(async () => {
  for (const one of everything.splice(0)) await one.close();
});

interface Asked {
  readonly status: number;
  readonly body: string;
  readonly json: unknown;
}

/**
 * What `cio` sends: a client certificate, the paths of its api folder, and bodies as application/json.
 * @see GitHub ingrammicro/cio, api/api_http_client.go
 */
async function cio(
  method: string,
  path: string,
  options: { readonly payload?: unknown; readonly files?: Partial<CertificateFiles>; readonly type?: string } = {},
): Promise<Asked> {
  const { certFile, keyFile, caFile = user.caFile } = options.files ?? user;
  const tls = {
    ca: await readFile(caFile),
    ...(certFile === undefined ? {} : { cert: await readFile(certFile) }),
    ...(keyFile === undefined ? {} : { key: await readFile(keyFile) }),
  };
  const body = options.payload === undefined ? undefined : JSON.stringify(options.payload);
  const headers = {
    'User-Agent': 'Go-http-client/1.1',
    'Accept-Encoding': 'gzip',
    ...(body === undefined
      ? {}
      : { 'Content-Type': options.type ?? 'application/json', 'Content-Length': Buffer.byteLength(body) }),
  };
  return new Promise((resolve, reject) => {
    const url = path.startsWith('/secret/secret_versions') ? store.emulator.url.replace('/v3', '') : store.emulator.url;
    const outgoing = httpsRequest(`${url}${path}`, { method, headers, agent: false, ...tls }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        const isJson = answer.headers['content-type'] === 'application/json';
        resolve({ status: answer.statusCode ?? 0, body: text, json: isJson ? JSON.parse(text) : undefined });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

async function anyOf(path: string): Promise<{ id: string; name: string; state?: string }> {
  const { json } = await cio('GET', path);
  const found = (json as { id: string; name: string; state?: string }[]).find(
    ({ state }) => state === undefined || state === 'available' || state === 'active',
  );
  if (found === undefined) throw new Error('the list is empty');
  return found;
}

describe('the handshake', () => {
  it('lets nobody in without a certificate', async () => {
    const { caFile } = user;
    store.emulator.clearRequests();
    await expect(cio('GET', '/ping', { files: { caFile } })).rejects.toThrow();
    expect(store.emulator.requests()).toEqual([]);
  });

  it("lets nobody in with another authority's certificate", async () => {
    const other = await makeCertificates(join(directory, 'other'), NOW);
    store.emulator.clearRequests();
    await expect(cio('GET', '/ping', { files: { ...other.user, caFile: user.caFile } })).rejects.toThrow();
    expect(store.emulator.requests()).toEqual([]);
  });

  it('that fails is an error of the connector that names the certificate', async () => {
    const other = await makeCertificates(join(directory, 'other'), NOW);
    const options = { endpoint: store.emulator.url, clock: store.clock, wait: async () => {} };
    const connector = openConnector({ ...other.user, caFile: user.caFile }, options);
    everything.push(connector);
    await expect(connector.check(store.context)).rejects.toMatchObject({
      code: 'UPSTREAM_UNAVAILABLE',
      message: expect.stringContaining('client certificate'),
    });
  });

  it('is refused by the connector where the server is of another authority', async () => {
    const other = await makeCertificates(join(directory, 'other'), NOW);
    const options = { endpoint: store.emulator.url, clock: store.clock, wait: async () => {} };
    const connector = openConnector({ ...user, caFile: other.user.caFile }, options);
    everything.push(connector);
    await expect(connector.check(store.context)).rejects.toMatchObject({
      code: 'UPSTREAM_UNAVAILABLE',
      message: 'No trusted connection to the store could be made.',
    });
  });

  it.each(['certFile', 'keyFile', 'caFile'] as const)(
    'needs the file %s, which its owner alone may read',
    async (name) => {
      expect((await stat(user[name])).mode & 0o777).toBe(0o600);
    },
  );
});

describe('values', () => {
  const versionOf = async () => {
    const vault = await anyOf('/secret/key_vaults');
    const secret = await anyOf(`/secret/key_vaults/${vault.id}/secrets`);
    return anyOf(`/secret/secrets/${secret.id}/versions`);
  };

  it('are downloaded raw with the certificate of a managed server', async () => {
    const { id } = await versionOf();
    const { body } = await cio('GET', `/secret/secret_versions/${id}`, { files: store.emulator.hostFiles });
    expect(store.emulator.values()).toContain(body);
  });

  it('are refused to a user', async () => {
    const { id } = await versionOf();
    expect(await cio('GET', `/secret/secret_versions/${id}`)).toMatchObject({ status: 403 });
  });

  it('are refused to a user who claims to be a managed server', async () => {
    const { id } = await versionOf();
    const headers = { 'x-ssl-client': 'host' };
    const status = await new Promise((resolve, reject) => {
      void Promise.all([user.caFile, user.certFile, user.keyFile].map((file) => readFile(file))).then(
        ([ca, cert, key]) =>
          httpsRequest(`${store.emulator.url}/secret/secret_versions/${id}`, { headers, agent: false, ca, cert, key })
            .on('response', (answer) => resolve(answer.statusCode))
            .on('error', reject)
            .end(),
      );
    });
    expect(status).toBe(403);
  });

  it('are all that a managed server may ask for', async () => {
    expect(await cio('GET', '/secret/key_vaults', { files: store.emulator.hostFiles })).toMatchObject({ status: 403 });
  });
});

describe('what the command line asks', () => {
  it('lists labels', async () => {
    const { json } = await cio('GET', '/labels');
    expect(json).toContainEqual(expect.objectContaining({ name: 'payments', resource_type: 'label' }));
  });

  it('makes a label, attaches it to a secret and takes it off', async () => {
    const vault = await anyOf('/secret/key_vaults');
    const secret = await anyOf(`/secret/key_vaults/${vault.id}/secrets`);
    const label = (await cio('POST', '/labels', { payload: { name: 'rotate-soon' } })).json as { id: string };
    const labelIds = async () =>
      ((await cio('GET', `/secret/secrets/${secret.id}`)).json as { label_ids: string[] }).label_ids;
    const resources = [{ id: secret.id, resource_type: 'secret' }];
    const attached = await cio('POST', `/labels/${label.id}/resources`, { payload: { resources } });
    expect(attached.json).toEqual(resources);
    expect(await labelIds()).toContain(label.id);
    await cio('DELETE', `/labels/${label.id}/resources/secret/${secret.id}`);
    expect(await labelIds()).not.toContain(label.id);
  });

  it('finds its own changes among the audit events', async () => {
    const vault = await anyOf('/secret/key_vaults');
    await cio('POST', `/secret/key_vaults/${vault.id}/secrets`, {
      payload: { name: 'audited', content: 'sv-audited' },
    });
    const { json, body } = await cio('GET', '/audit/events');
    expect((json as { description: string }[])[0]?.description).toContain('audited');
    expect(body).not.toContain('sv-audited');
  });

  it('imports the key vaults of a cloud account', async () => {
    const account = await anyOf('/brownfield/cloud_accounts');
    const importing = await cio('PUT', `/brownfield/cloud_accounts/${account.id}/import_key_vaults`, { payload: {} });
    expect(importing.json).toMatchObject({ state: 'importing_key_vaults' });
    store.clock.now += 1_000;
    const { json } = await cio('GET', '/secret/key_vaults');
    const imported = (json as { id: string; brownfield: boolean }[]).find(({ brownfield }) => brownfield);
    expect(imported).toMatchObject({ state: 'active' });
    expect(await cio('PUT', `/secret/key_vaults/${imported?.id}/discard`, { payload: {} })).toMatchObject({
      status: 200,
    });
    expect(await cio('GET', `/secret/key_vaults/${imported?.id}`)).toMatchObject({ status: 404 });
  });

  it('finds what a key vault is made of', async () => {
    const provider = await anyOf('/cloud/cloud_providers');
    const realm = await anyOf(`/cloud/cloud_providers/${provider.id}/realms`);
    const plan = await anyOf(`/cloud/cloud_providers/${provider.id}/key_vault_plans`);
    const account = await anyOf('/settings/cloud_accounts');
    const payload = { name: 'data-new', cloud_account_id: account.id, realm_id: realm.id, key_vault_plan_id: plan.id };
    expect(await cio('POST', '/secret/key_vaults', { payload })).toMatchObject({
      status: 201,
      json: { state: 'start', realm_id: realm.id },
    });
  });
});

describe('its refusals', () => {
  it.each([
    ['no name', { content: 'x' }, { errors: { name: ["can't be blank"] } }],
    ['no content', { name: 'x' }, { errors: { content: ["can't be blank"] } }],
    ['a wrong type', { name: 7, content: 'x' }, { errors: { name: ['is invalid'] } }],
    ['an unknown label', { name: 'x', content: 'x', label_ids: ['x'] }, { errors: { label_ids: ['is invalid'] } }],
  ])('name the field of a secret with %s', async (_, payload, errors) => {
    const vault = await anyOf('/secret/key_vaults');
    expect(await cio('POST', `/secret/key_vaults/${vault.id}/secrets`, { payload })).toMatchObject({
      status: 422,
      json: errors,
    });
  });

  it('read JSON only under its content type', async () => {
    const vault = await anyOf('/secret/key_vaults');
    const options = { payload: { name: 'x', content: 'x' }, type: 'text/plain' };
    expect(await cio('POST', `/secret/key_vaults/${vault.id}/secrets`, options)).toMatchObject({ status: 422 });
  });

  it.each([
    ['GET', '/secret/secrets'],
    ['GET', '/secret/secrets/5f00000000000000000000aa'],
    ['GET', '/nothing'],
  ])('%s %s is not found', async (method, path) => {
    expect(await cio(method, path)).toMatchObject({ status: 404, json: { error: expect.any(String) } });
  });

  it('give a second secret of the same desired id to the cloud, which stalls it', async () => {
    const vault = await anyOf('/secret/key_vaults');
    const create = (name: string) =>
      cio('POST', `/secret/key_vaults/${vault.id}/secrets`, {
        payload: { name, content: 'x', desired_remote_id: 'the-same' },
      });
    await create('one');
    const { id } = (await create('two')).json as { id: string };
    store.clock.now += 1_000;
    expect((await cio('GET', `/secret/secrets/${id}`)).json).toMatchObject({ state: 'stalled', remote_id: null });
  });
});

describe('its seed', () => {
  it('is the same on every start, and holds as many secrets as were asked for', async () => {
    const options = { secrets: 1_000, now: () => NOW, directory };
    const [one, two] = [await startEmulator(options), await startEmulator(options)];
    everything.push(one, two);
    expect(one.seeded).toEqual({ groups: 18, secrets: 1_000 });
    expect(one.values()).toEqual(two.values());
  });

  it('stays lean with many', async () => {
    const options = { secrets: 30_000, now: () => NOW, directory };
    const many = await startEmulator(options);
    everything.push(many);
    expect(many.seeded).toEqual({ groups: 60, secrets: 30_000 });
  });
});
