import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Emulator } from '../emulation/emulator.ts';
import { NOW, openStore } from './__fixtures__/open-store.ts';
import { startEmulator } from './emulator.ts';

let emulator: Emulator;
const clock = { now: NOW };
beforeAll(async () => {
  emulator = await startEmulator({ secrets: 60, now: () => clock.now, directory: tmpdir() });
});
afterAll(() => emulator.close());

interface Credentials {
  readonly clientId: string;
  readonly clientSecret: string;
}
const main = () => emulator.storeConfig.credentials as Credentials;

/** As both Go clients do it: a form, the path in place of the URL's own, no other header that matters. */
async function call(method: string, path: string, form: Record<string, string> = {}, token?: string) {
  const answer = await fetch(new URL(path, emulator.url), {
    method,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    ...(method === 'GET' ? {} : { body: new URLSearchParams(form).toString() }),
  });
  return { status: answer.status, body: (await answer.json()) as Answer };
}
interface Answer {
  readonly access_token?: string;
  readonly token_type?: string;
  readonly expires_in?: number;
  readonly error?: string;
  readonly message?: string;
  readonly id?: string;
  readonly signature?: string;
  readonly response?: { status: number; message: string; error: boolean; error_code: number };
  readonly application?: { name: string; system: string; environment: string; secrets: Entry[] };
  readonly secrets?: Entry[];
}
interface Entry {
  readonly secret_id: string;
  readonly identity: string;
  readonly version: string;
  readonly description?: string;
  readonly data: readonly Record<string, string | null>[] | Record<string, string | null>;
}

async function tokenOf({ clientId, clientSecret }: Credentials): Promise<string> {
  const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret };
  const { status, body } = await call('POST', '/iso/oauth2/token', form);
  expect(status).toBe(200);
  return body.access_token ?? '';
}

async function register(extra: Record<string, string> = {}, application = 'shop'): Promise<Credentials> {
  const form = { application, system: 'web', environment: 'test', ...extra };
  const { body } = await call('POST', '/iso/dapp/application', form, await tokenOf(main()));
  return { clientId: body.id ?? '', clientSecret: body.signature ?? '' };
}

describe('the requests of External Secrets Operator (providers/v1/senhasegura)', () => {
  it('gets a token and a list of status 200 that says no error, all scalars as strings', async () => {
    const token = await tokenOf(main());
    const { status, body } = await call('GET', '/iso/dapp/application', {}, token);
    expect(status).toBe(200);
    expect(body.response?.error).toBe(false);
    expect(body.application).toMatchObject({ name: 'platform-delivery', system: 'kubernetes', environment: 'prod' });
    expect(body.application?.secrets).toHaveLength(60);
    const scalars = body.application?.secrets.flatMap(({ data: _data, ...rest }) => Object.values(rest)) ?? [];
    expect(scalars.every((scalar) => typeof scalar === 'string')).toBe(true);
  });
});

describe('the requests of dsmcli (sdk/iso, sdk/dsm, cmd/dsm/runb.go)', () => {
  it('registers with a capital letter in the path, becomes that application, posts variables and lists', async () => {
    const form = { application: 'platform-delivery', environment: 'prod', system: 'kubernetes' };
    const registered = await call('POST', '/iso/dapp/Application', form, await tokenOf(main()));
    expect(registered.body.response?.message).toBe(
      'Application updated: (4) platform-delivery | Authorization found: (6)',
    );
    const own = { clientId: registered.body.id ?? '', clientSecret: registered.body.signature ?? '' };
    expect(own).toEqual(main());
    const token = await tokenOf(own);
    const env = Buffer.from('SHELL=/bin/sh').toString('base64').replaceAll('=', ',');
    const variables = await call('POST', '/iso/cicd/variables', { env, map: '' }, token);
    expect(variables.body.response?.error).toBe(false);
    const list = await call('GET', '/iso/sctm/secret', {}, token);
    expect(list.body).not.toHaveProperty('error');
    expect(list.body.secrets).toHaveLength(60);
  });

  it('reads why a token was refused from error and message', async () => {
    const form = { grant_type: 'client_credentials', client_id: main().clientId, client_secret: 'wrong' };
    const { status, body } = await call('POST', '/iso/oauth2/token', form);
    expect(status).toBe(401);
    expect(body).toMatchObject({ error: 'invalid_client', message: 'Client authentication failed' });
  });
});

describe('who may ask', () => {
  it.each([
    ['without a token', '/iso/dapp/application', undefined],
    ['at a path that is none', '/iso/sctm/secret/101', 'own'],
  ])('answers the gateway’s own 404, without an envelope, %s', async (_how, path, whose) => {
    const token = whose === undefined ? undefined : await tokenOf(main());
    const { status, body } = await call('GET', path, {}, token);
    expect([status, body]).toEqual([404, { message: 'no Route matched with those values' }]);
  });

  it('refuses a token that is forged', async () => {
    const [head, claims] = (await tokenOf(main())).split('.');
    const { status } = await call('GET', '/iso/dapp/application', {}, `${head}.${claims}.forged`);
    expect(status).toBe(401);
  });

  it('refuses a token after its hour', async () => {
    const token = await tokenOf(main());
    clock.now += 3_600_000;
    const late = await call('GET', '/iso/dapp/application', {}, token);
    clock.now = NOW;
    expect(late.status).toBe(401);
    expect((await call('GET', '/iso/dapp/application', {}, token)).status).toBe(200);
  });

  it('lets only an authorization with the resource Application register another', async () => {
    const token = await tokenOf(await register({}, 'no-registrar'));
    const form = { application: 'x', system: 'y', environment: 'z' };
    expect((await call('POST', '/iso/dapp/application', form, token)).status).toBe(404);
  });

  it('deactivates the caller’s own authorization, once', async () => {
    const own = await register({}, 'short-lived');
    const token = await tokenOf(own);
    const deleted = await call('DELETE', '/iso/dapp/application/authorization', {}, token);
    expect(deleted.body.response?.message).toBe('Authorization deleted successfully.');
    const again = await call('DELETE', '/iso/dapp/application/authorization', {}, token);
    expect([again.status, again.body.response?.message]).toEqual([401, 'Inactive authorization']);
    expect(
      (
        await call('POST', '/iso/oauth2/token', {
          grant_type: 'client_credentials',
          client_id: own.clientId,
          client_secret: own.clientSecret,
        })
      ).status,
    ).toBe(401);
  });
});

describe('posting a secret', () => {
  const data = { key_value: { fields: { VALUE: 'first' } } };
  const base64 = Buffer.from(JSON.stringify(data)).toString('base64');
  const json = async (body: object, token: string) => {
    const answer = await fetch(new URL('/iso/sctm/secret', emulator.url), {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: answer.status, body: (await answer.json()) as Answer };
  };

  it('creates an identity, then replaces it under a new version and keeps its old value for the leak tests', async () => {
    const token = await tokenOf(await register({}, 'posting'));
    const created = await json({ name: 'n', identity: 'a/b', data: base64 }, token);
    expect([created.status, created.body.response?.message]).toEqual([201, 'Secret created successfully.']);
    const updated = await json({ name: 'n', identity: 'a/b', description: 'd', data: { plain: 'second' } }, token);
    expect(updated.body.application?.secrets).toEqual([
      expect.objectContaining({ identity: 'a/b', version: '2', description: 'd', data: [{ plain: 'second' }] }),
    ]);
    expect(emulator.values()).toEqual(expect.arrayContaining(['first', 'second']));
  });

  it.each([
    ['a form', (fields: Record<string, string>) => new URLSearchParams(fields)],
    [
      'multipart',
      (fields: Record<string, string>) => {
        const form = new FormData();
        for (const [name, value] of Object.entries(fields)) form.set(name, value);
        return form;
      },
    ],
  ])('takes %s, with names as the parameter table writes them', async (how, encode) => {
    const token = await tokenOf(await register({}, `posting-${how}`));
    const answer = await fetch(new URL('/iso/sctm/secret', emulator.url), {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: encode({ Name: 'n', Identity: 'i', Engine: 'Generic', Expiration_Date: '', Date: base64 }),
    });
    expect(answer.status).toBe(201);
  });

  it('answers the documented data for the documented request', async () => {
    const token = await tokenOf(await register({}, 'documented'));
    const request = {
      access_keys: [
        { access_key: { type: 'aws', fields: { access_key_id: 'a', access_key_id_label: 'AWS_ACCESS_KEY_ID' } } },
      ],
      credentials: [
        { credential: { fields: { user: 'u', user_label: 'USERNAME', password: 'p', password_label: 'PASSWORD' } } },
        { credential: { fields: { user: 'v', host: 'h' } } },
      ],
    };
    const encoded = Buffer.from(JSON.stringify(request)).toString('base64');
    const { body } = await json({ name: 'n', identity: 'i', data: encoded }, token);
    expect(body.application?.secrets[0]?.data).toEqual([
      { AWS_ACCESS_KEY_ID: 'a', TTL: '' },
      { USERNAME: 'u', PASSWORD: 'p' },
      { username: 'v', hostname: 'h' },
    ]);
  });

  it.each([
    [{ identity: 'i', data: base64 }],
    [{ name: 'n', data: base64 }],
    [{ name: 'n', identity: 'i' }],
    [{ name: 'n', identity: 'i', data: 'no base64 of json' }],
    [{ name: 'n', identity: 'i', data: base64, engine: 'Unregistered' }],
    [{ name: 'n', identity: 'i', data: base64, expiration_date: 'tomorrow' }],
  ])('refuses %j', async (body) => {
    const answer = await json(body, await tokenOf(main()));
    expect([answer.status, answer.body.response?.error]).toEqual([400, true]);
  });
});

describe('the other documented endpoints', () => {
  it('provisions and deprovisions a container’s secret, whose data is one object', async () => {
    const token = await tokenOf(await register({}, 'containers'));
    const container = { pod_name: 'pod', deploy: 'web', namespace: 'prod' };
    const { body } = await call('POST', '/iso/coe/dapp/provision', container, token);
    const [entry] = body.application?.secrets ?? [];
    expect(entry).toMatchObject({ version: '', data: { APP_SECRET: expect.any(String) } });
    const form = { ...container, secret_id: entry?.secret_id ?? '' };
    expect((await call('POST', '/iso/coe/dapp/deprovision', form, token)).body.response?.error).toBe(false);
    expect((await call('GET', '/iso/dapp/application', {}, token)).body.application?.secrets).toEqual([]);
    expect((await call('POST', '/iso/coe/dapp/deprovision', form, token)).status).toBe(400);
  });

  it('encrypts for an authorization that wants it, and shows the literal text where that fails', async () => {
    const credentials = await register({ encryption_enabled: '1' }, 'encrypting');
    const store = openStore(emulator.url, { credentials });
    const { connector, context } = store;
    const token = await tokenOf(credentials);
    const post = (identity: string, fields: Record<string, string>) =>
      call(
        'POST',
        '/iso/sctm/secret',
        { name: identity, identity, data: Buffer.from(JSON.stringify(fields)).toString('base64') },
        token,
      );
    await post('short', { password: 'plain-text' });
    await post('long', { password: 'x'.repeat(300) });
    const [page] = await Array.fromAsync(connector.list(context));
    const reveal = (name: string) => {
      const secret = page?.secrets.find((one) => one.name === name);
      return secret === undefined ? undefined : connector.reveal?.({ secret, version: null }, context);
    };
    expect((await reveal('short'))?.value.expose().fields?.[0]?.value).toMatch(/^[A-Za-z0-9+/]{342}==$/);
    await expect(reveal('long')).rejects.toMatchObject({ code: 'UPSTREAM_REJECTED' });
    await connector.close();
  });
});

describe('the seed', () => {
  it('is the same on every start, with names that begin with a team', async () => {
    const again = await startEmulator({ secrets: 60, now: () => NOW, directory: tmpdir() });
    const listOf = async ({ url, storeConfig }: Emulator) => {
      const { connector, context } = openStore(url, { credentials: storeConfig.credentials });
      const [page] = await Array.fromAsync(connector.list(context));
      await connector.close();
      return page?.secrets ?? [];
    };
    const secrets = await listOf(again);
    expect(secrets).toEqual(await listOf(emulator));
    expect(secrets.every(({ name }) => /^(payments|identity|data|platform|mobile|search)-/.test(name))).toBe(true);
    expect(new Set(secrets.map(({ native }) => native.identity)).size).toBe(60);
    await again.close();
  });

  it('holds 20,000 secrets that all have their own identity', async () => {
    const large = await startEmulator({ secrets: 20_000, now: () => NOW, directory: tmpdir() });
    const { connector, context } = openStore(large.url, { credentials: large.storeConfig.credentials });
    const pages = await Array.fromAsync(connector.list(context));
    expect(new Set(pages.flatMap(({ secrets }) => secrets.map(({ native }) => native.identity))).size).toBe(20_000);
    await connector.close();
    await large.close();
  });
});
