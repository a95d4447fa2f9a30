import type { EmulatedAnswer, EmulatedRequest } from '../../emulation/server.ts';
import { parseLocalDate } from '../dates.ts';
import { badRequest, envelope, enveloped } from './answers.ts';
import { decodeData, readFields, textOf } from './bodies.ts';
import { type Authorization, type EmulatedSecret, secretJson, type Vault } from './vault.ts';

/** What an administrator has registered: the vendor's own filter list. */
const ENGINES = new Set(['Ansible', 'Generic', 'GitLab', 'Kubernetes']);

/** GET /iso/dapp/application: everything, with values, nested in the application. */
export function getApplication(vault: Vault, authorization: Authorization): EmulatedAnswer {
  const response = envelope({ status: 200, message: `Application ${authorization.application.id}` });
  const application = JSON.stringify(applicationJson(authorization)).slice(0, -1);
  const secrets = listJson(vault, authorization);
  return json(`{"response":${JSON.stringify(response)},"application":${application},"secrets":[${secrets}]}}`);
}

/** GET /iso/sctm/secret: the same elements at the top. */
export function listSecrets(vault: Vault, authorization: Authorization): EmulatedAnswer {
  const response = envelope({ status: 200, message: `Application ${authorization.application.id}` });
  return json(`{"response":${JSON.stringify(response)},"secrets":[${listJson(vault, authorization)}]}`);
}

/** POST /iso/sctm/secret: creates the identity or replaces all of it; the answer echoes the value. */
export async function postSecret(
  vault: Vault,
  authorization: Authorization,
  request: EmulatedRequest,
): Promise<EmulatedAnswer> {
  const fields = await readFields(request);
  if (fields === null) return badRequest('1000: Malformed body');
  const name = textOf(fields, 'name');
  const identity = textOf(fields, 'identity');
  if (name === '' || identity === '') return badRequest('1001: Name and identity are mandatory');
  const engine = textOf(fields, 'engine') || 'Generic';
  if (!ENGINES.has(engine)) return badRequest('1005: Engine not found');
  // The parameter table of the page calls it `Date`.
  const maps = decodeData(fields.get('data') ?? fields.get('date'));
  if (maps === null) return badRequest('1002: Data must be a valid base64 encoded json');
  const expirationDate = textOf(fields, 'expiration_date');
  const expiresAt = expirationDate === '' ? null : parseLocalDate(expirationDate, 'UTC');
  if (expirationDate !== '' && expiresAt === null) return badRequest('1003: Invalid expiration date');
  const description = textOf(fields, 'description');

  const wanted = { name, identity, engine, description, expirationDate, expiresAt, maps };
  const { secret, known } = vault.save(authorization, wanted);
  const outcome = known
    ? { status: 200, message: 'Secret updated successfully.' }
    : { status: 201, message: 'Secret created successfully.' };
  return enveloped(outcome, {
    application: { ...applicationJson(authorization), secrets: [echo(secret, authorization)] },
  });
}

export function applicationJson({
  application,
  system,
  environment,
}: Authorization): Readonly<Record<string, unknown>> {
  const { name, description, tags } = application;
  // An application without tags answers one that is empty.
  return { name, description, tags: tags.length === 0 ? [''] : tags, system, environment };
}

function echo(secret: EmulatedSecret, authorization: Authorization): Readonly<Record<string, unknown>> {
  return { ...secretJson(secret, authorization.encrypted), description: secret.description };
}

/** Each entry is serialised once: a vault of 20,000 is listed over and over by the tests. */
function listJson(vault: Vault, authorization: Authorization): string {
  const entries = vault.visible(authorization).map((secret) => {
    secret.json ??= JSON.stringify(secretJson(secret, authorization.encrypted));
    return secret.json;
  });
  return entries.join(',');
}

function json(body: string): EmulatedAnswer {
  return { status: 200, headers: { 'content-type': 'application/json' }, body };
}
