import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Emulator } from '../emulation/emulator.ts';
import { numberOf, TEAMS } from '../emulation/seed.ts';
import { found } from './__fixtures__/open-store.ts';
import { credentials } from './config.ts';
import { startEmulator } from './emulator.ts';

let emulator: Emulator;
let token = '';

beforeAll(async () => {
  emulator = await startEmulator({ secrets: 120, now: () => Date.UTC(2026, 4, 1), directory: '' });
  token = credentials.parse(emulator.storeConfig.credentials).token;
});
afterAll(() => emulator.close());

interface WireSecret {
  readonly id: string;
  readonly fqn: string;
  readonly name: string;
  readonly value?: string;
  readonly secretVersions: readonly { readonly version: number }[];
}
interface WireGroup {
  readonly id: string;
  readonly manifest: { readonly name: string; readonly collaborators: unknown };
  readonly associatedSecrets: readonly WireSecret[];
}
interface WireIntegration {
  readonly id: string;
  readonly type: string;
}
interface Data<T> {
  readonly data: T;
}

async function ask<T = { readonly statusCode?: number }>(
  method: string,
  path: string,
  body?: unknown,
  bearer = token,
): Promise<{ status: number; body: T }> {
  const response = await fetch(`${emulator.url}/api/svc/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${bearer}` },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as T };
}

const groups = async (query: string): Promise<readonly WireGroup[]> =>
  (await ask<Data<WireGroup[]>>('GET', `/secret-groups?${query}`)).body.data;
const firstGroup = async (): Promise<WireGroup> => found((await groups('limit=1'))[0]);
const writeGroup = (method: string, path: string, body: unknown) => ask<Data<WireGroup>>(method, path, body);
const integrationId = async (query = ''): Promise<string> =>
  found((await ask<Data<WireIntegration[]>>('GET', `/provider-integrations${query}`)).body.data[0]).id;

it.each(['', 'wrong'])('refuses the token %j', async (bearer) => {
  expect(await ask('GET', '/secret-groups', undefined, bearer)).toEqual({
    status: 401,
    body: { statusCode: 401, message: 'Unauthorized' },
  });
});

it('names a team first in every group', async () => {
  const teams = (await groups('limit=1000')).map((group) => group.manifest.name.split('-')[0]);
  expect(new Set(teams)).toEqual(new Set(TEAMS));
});

it('holds as many secrets as it was asked for', () => {
  expect(emulator.seeded).toEqual({ groups: 30, secrets: 120 });
});

it('is the same on every start', async () => {
  const again = await startEmulator({ secrets: 120, now: () => Date.UTC(2026, 4, 1), directory: '' });
  const values = again.values();
  await again.close();
  expect(numberOf(JSON.stringify(values))).toBe(numberOf(JSON.stringify(emulator.values())));
});

it('pages by limit and offset', async () => {
  const { body } = await ask<Data<WireGroup[]> & { pagination: unknown }>('GET', '/secret-groups?limit=7&offset=28');
  expect([body.data.length, body.pagination]).toEqual([2, { total: 30, offset: 28, limit: 7 }]);
});

it('finds groups by a part of a name and by the whole fqn', async () => {
  const bySearch = await groups('search=payments-api-prod');
  const byFqn = await groups('fqn=acme:payments-api-prod');
  expect(found(bySearch[0]).id).toBe(found(byFqn[0]).id);
  expect(await groups('fqn=acme:payments')).toEqual([]);
});

it('answers nothing but the attributes that are asked for, and the id', async () => {
  const [group] = await groups('limit=1&attributes=fqn,tenantName');
  expect(Object.keys(found(group)).sort()).toEqual(['fqn', 'id', 'tenantName']);
});

it('answers values with a single secret and with a list that asks for them, and only there', async () => {
  const { id: secretGroupId, associatedSecrets } = await firstGroup();
  const secret = found(associatedSecrets[0]);
  const list = async (body: object) => (await ask<Data<WireSecret[]>>('POST', '/secrets', body)).body.data[0];
  const single = (await ask<Data<WireSecret>>('GET', `/secrets/${secret.id}`)).body.data;
  const listed = await list({ secretGroupId, withValue: true });
  const plain = await list({ secretFqns: [secret.fqn] });
  expect([secret.value, plain?.value, listed?.value]).toEqual([undefined, undefined, single.value]);
  expect(emulator.values()).toContain(single.value);
});

it('creates a group, whose secrets start at version 1, and refuses its name from then on', async () => {
  const body = { name: 'payments-new', integrationId: await integrationId(), secrets: [{ key: 'A', value: 'one' }] };
  const created = await writeGroup('POST', '/secret-groups', body);
  expect(created.body.data.associatedSecrets[0]?.secretVersions[0]?.version).toBe(1);
  expect((await ask('POST', '/secret-groups', body)).status).toBe(422);
  await ask('DELETE', `/secret-groups/${created.body.data.id}`);
});

it('keeps a key without a value, versions a changed one, and deletes one that is left out', async () => {
  const secrets = ['A', 'B', 'C', 'D'].map((key) => ({ key, value: `old-${key}` }));
  const given = { name: 'data-put', integrationId: await integrationId(), secrets };
  const { id } = (await writeGroup('POST', '/secret-groups', given)).body.data;
  const put = [{ key: 'A' }, { key: 'B', value: 'new' }, { key: 'C', value: 'old-C' }];
  const { body } = await writeGroup('PUT', `/secret-groups/${id}`, { secrets: put });
  const after = body.data.associatedSecrets.map(({ name, secretVersions }) => [name, secretVersions.length]);
  expect(after).toEqual([
    ['A', 1],
    ['B', 2],
    ['C', 1],
  ]);
  expect((await ask('PUT', `/secret-groups/${id}`, { secrets: [] })).status).toBe(422);
  expect((await ask('PUT', `/secret-groups/${id}`, { secrets: [{ key: 'NEW' }] })).status).toBe(422);
  expect((await ask('DELETE', `/secret-groups/${id}`)).body).toEqual({});
});

it('deletes one secret and answers a bare number', async () => {
  const { id } = found((await groups('offset=5&limit=1'))[0]?.associatedSecrets[0]);
  expect(await ask('DELETE', `/secrets/${id}`)).toEqual({ status: 200, body: 1 });
  expect((await ask('GET', `/secrets/${id}`)).status).toBe(404);
});

it('answers the history of a secret newest first, without values', async () => {
  const { associatedSecrets } = await firstGroup();
  const secret = found(associatedSecrets.find(({ secretVersions }) => secretVersions.length > 1));
  const history = (await ask<Data<{ version: number }[]>>('GET', `/secrets/${secret.id}/versions`)).body.data;
  expect(history[0]?.version).toBe(secret.secretVersions.length);
  expect(JSON.stringify(history)).not.toContain('value');
});

it('applies a manifest by name, and only validates a dry run', async () => {
  const group = await firstGroup();
  const manifest = { ...group.manifest, collaborators: [{ subject: 'team:data', role_id: 'secret-group-viewer' }] };
  const dry = await writeGroup('PUT', '/secret-groups', { manifest, dryRun: true });
  const kept = (await ask<Data<WireGroup>>('GET', `/secret-groups/${group.id}`)).body.data;
  const real = await writeGroup('PUT', '/secret-groups', { manifest });
  expect([dry.status, kept.manifest.collaborators]).toEqual([200, group.manifest.collaborators]);
  expect([real.body.data.id, real.body.data.manifest.collaborators]).toEqual([group.id, manifest.collaborators]);
  const elsewhere = { manifest: { ...manifest, integration_fqn: 'no:such' } };
  expect((await ask('PUT', '/secret-groups', elsewhere)).status).toBe(404);
});

it('takes no underscores into Azure, and keeps the names that were deleted there', async () => {
  const azure = await integrationId('?type=azure');
  const underscore = { name: 'mobile-azure', integrationId: azure, secrets: [{ key: 'A_B', value: 'x' }] };
  expect((await ask('POST', '/secret-groups', underscore)).status).toBe(422);
  const hyphen = { ...underscore, secrets: [{ key: 'A-B', value: 'x' }] };
  const { id } = (await writeGroup('POST', '/secret-groups', hyphen)).body.data;
  await ask('DELETE', `/secret-groups/${id}?forceDelete=true`);
  expect((await ask('POST', '/secret-groups', hyphen)).status).toBe(424);
});

it.each([
  ['GET', '/secret-groups/none', undefined, 404],
  ['GET', '/secrets/none', undefined, 404],
  ['POST', '/secrets', { secretGroupId: 'none' }, 404],
  ['GET', '/nothing', undefined, 404],
  ['PATCH', '/secret-groups', undefined, 405],
  ['GET', '/secret-groups?limit=many', undefined, 400],
  ['POST', '/secret-groups', '{"name":', 400],
  ['POST', '/secret-groups', { name: 'x' }, 422],
] as const)('answers %s %s with its documented refusal', async (method, path, body, status) => {
  const reply = await ask(method, path, body);
  expect([reply.status, reply.body.statusCode]).toEqual([status, status]);
});

it('lists the integrations of each provider account', async () => {
  const { body } = await ask<Data<{ integrations: WireIntegration[] }[]>>(
    'GET',
    '/provider-accounts?type=secret-store',
  );
  const types = body.data.flatMap(({ integrations }) => integrations.map(({ type }) => type));
  expect(types).toEqual(expect.arrayContaining(['integration/secret-store/azure/vault']));
  expect(types).not.toContain('integration/docker-registry/aws/ecr');
});
