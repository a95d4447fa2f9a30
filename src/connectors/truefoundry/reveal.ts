import type { CallContext, Revealed, RevealRequest } from '../../domain/connector.ts';
import { notFound, unsupported } from '../../domain/errors.ts';
import { type Env, part, readGroup } from './env.ts';
import { mapVersions } from './map.ts';
import { receipt } from './writes.ts';

/** One sentence for both: with status 200 and no value, nothing tells which it is. */
const NOT_SHOWN =
  'The store does not show values: its control plane has value viewing switched off, or the role of the ' +
  "gateway's token sees keys only.";

/**
 * The current value of a secret. The API answers no other version's, so a version that is named must be the current
 * one; that is judged by the very answer that carries the value.
 *
 * @see https://docs.truefoundry.com/docs/api-reference/secret-groups/create-a-secret-group ("A separate API call to
 * /v1/secrets/{id} should be made to fetch the associated secret value.")
 * @throws PortcullisError NOT_FOUND where the named version is not, or no longer, the current one; UNSUPPORTED where
 * the store keeps the value to itself.
 */
export async function reveal(env: Env, request: RevealRequest, context: CallContext): Promise<Revealed> {
  const { secret } = request;
  if (env.valueView === 'disabled') throw unsupported(NOT_SHOWN);
  const answer = await env.client.revealSecret(secret.nativeId, context);
  const { value, secretVersions, secretGroupId } = answer.secret;
  // A secret that has another id or group than the one policy was asked about is not the one that was asked for.
  if (answer.secret.id !== secret.nativeId || (secretGroupId && secretGroupId !== secret.id[0])) throw notFound();
  if (value === null) throw unsupported(NOT_SHOWN, { upstreamStatus: answer.status });
  const versions = secretVersions ? mapVersions(secretVersions, { id: secret.id, valueView: env.valueView }) : null;
  const current = versions?.[0] ?? (request.version === null ? null : await currentVersion(env, request, context));
  if (request.version !== null && current?.nativeId !== request.version.at(-1)) throw notFound();
  return { value, version: current?.id ?? null, ...receipt(answer.status) };
}

/** Where the answer with the value does not tell its versions. */
async function currentVersion(env: Env, { secret }: RevealRequest, context: CallContext) {
  const { secrets } = await readGroup(env, part(secret.id, 0), context);
  return secrets.find(({ nativeId }) => nativeId === secret.nativeId)?.versions?.[0] ?? null;
}
