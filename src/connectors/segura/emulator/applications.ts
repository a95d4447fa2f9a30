import { valueFor } from '../../emulation/seed.ts';
import type { EmulatedAnswer, EmulatedRequest } from '../../emulation/server.ts';
import { badRequest, coded, enveloped, INACTIVE, NO_ROUTE } from './answers.ts';
import { type Fields, readFields, textOf } from './bodies.ts';
import { applicationJson } from './secrets.ts';
import { type Authorization, secretJson, type Vault } from './vault.ts';

/** POST /iso/dapp/application: finds or makes an application and an authorization, and answers its credentials. */
export async function postApplication(
  vault: Vault,
  authorization: Authorization,
  request: EmulatedRequest,
): Promise<EmulatedAnswer> {
  // An authorization without the resource Application is not let through.
  if (!authorization.mayRegister) return NO_ROUTE;
  const fields = await readFields(request);
  const name = fields === null ? '' : textOf(fields, 'application');
  const system = fields === null ? '' : textOf(fields, 'system');
  const environment = fields === null ? '' : textOf(fields, 'environment');
  if (fields === null || name === '' || system === '' || environment === '') {
    return badRequest('1001: Application, system and environment are mandatory');
  }
  const uniqueKey = textOf(fields, 'unique_key');
  const isSame = (one: Authorization) =>
    uniqueKey === '' ? one.system === system && one.environment === environment : one.uniqueKey === uniqueKey;
  const known = vault.application(name);
  const found = vault.authorizations().find((one) => one.active && one.application.name === name && isSame(one));
  const target =
    found ??
    vault.register({
      name,
      system,
      environment,
      uniqueKey,
      description: textOf(fields, 'description') || null,
      tags: listOf(fields, 'tags'),
      encrypted: ['1', 'true'].includes(String(fields.get('encryption_enabled') ?? '').toLowerCase()),
      mayRegister: listOf(fields, 'authorized_resources').some((resource) => resource.toLowerCase() === 'application'),
    });
  const application = `Application ${known === undefined ? 'created' : 'updated'}: (${target.application.id}) ${name}`;
  const message = `${application} | Authorization ${found === undefined ? 'created' : 'found'}: (${target.number})`;
  return coded({ status: 200, message }, { id: target.clientId, signature: target.clientSecret });
}

/** DELETE /iso/dapp/application/authorization: the caller's own. */
export function deleteAuthorization(authorization: Authorization): EmulatedAnswer {
  if (!authorization.active) return INACTIVE;
  authorization.active = false;
  return coded({ status: 200, message: 'Authorization deleted successfully.' });
}

/** POST /iso/coe/dapp/provision: a secret for one container; here `data` is one object. */
export async function provision(
  vault: Vault,
  authorization: Authorization,
  request: EmulatedRequest,
): Promise<EmulatedAnswer> {
  const container = containerOf((await readFields(request)) ?? new Map());
  if (container === null) return badRequest('1001: pod_name, deploy and namespace are mandatory');
  const { secret } = vault.save(authorization, {
    name: container,
    identity: container,
    version: '',
    description: '',
    expirationDate: '',
    expiresAt: null,
    engine: 'Kubernetes',
    maps: [{ APP_SECRET: valueFor(`segura:container:${container}`) }],
  });
  const entry = secretJson(secret, authorization.encrypted);
  const [data] = entry.data as readonly unknown[];
  const application = { ...applicationJson(authorization), secrets: [{ ...entry, data }] };
  return enveloped({ status: 200, message: `Application ${authorization.application.id}` }, { application });
}

/** POST /iso/coe/dapp/deprovision, or /iso/dapp/deprovision with a query: the same container's secret goes. */
export async function deprovision(
  vault: Vault,
  authorization: Authorization,
  request: EmulatedRequest,
): Promise<EmulatedAnswer> {
  const body = (await readFields(request)) ?? new Map<string, unknown>();
  const fields: Fields = new Map<string, unknown>([...request.query, ...body]);
  const secretId = textOf(fields, 'secret_id');
  if (containerOf(fields) === null || secretId === '') {
    return badRequest('1001: pod_name, deploy, namespace and secret_id are mandatory');
  }
  if (!vault.remove(authorization, secretId)) return badRequest('1005: Secret not found');
  return enveloped({ status: 200, message: 'Secret removed successfully.' });
}

/** POST /iso/cicd/variables: the environment and the mapping of a pipeline, as dsmcli sends them. */
export async function postVariables(request: EmulatedRequest): Promise<EmulatedAnswer> {
  const fields = (await readFields(request)) ?? new Map<string, unknown>();
  if (textOf(fields, 'env') === '') return badRequest('1001: env is mandatory');
  return enveloped({ status: 200, message: 'Variables registered successfully.' });
}

function containerOf(fields: Fields): string | null {
  const parts = ['namespace', 'deploy', 'pod_name'].map((name) => textOf(fields, name));
  return parts.includes('') ? null : parts.join('-');
}

/** A list in JSON, or text with commas in a form. */
function listOf(fields: Fields, name: string): readonly string[] {
  const value = fields.get(name) ?? fields.get(`${name}[]`);
  const items = Array.isArray(value) ? value.map(String) : typeof value === 'string' ? value.split(',') : [];
  return items.map((item) => item.trim()).filter((item) => item !== '');
}
