import type {
  CallContext,
  CreateSecretRequest,
  DeleteSecretRequest,
  UpdateSecretRequest,
  Written,
} from '../../domain/connector.ts';
import { badInput, PortcullisError } from '../../domain/errors.ts';
import type { Secret } from '../../domain/model.ts';
import type { UpstreamAnswer } from '../http/upstream.ts';
import type { DockerClient, SecretSpec } from './client.ts';
import { OUT_OF_SEQUENCE } from './errors.ts';
import { checkName, encodeData, encodeDriver, labelsFor } from './limits.ts';
import { mapSecret } from './map.ts';
import { type DockerSecretInput, dockerSecretInput } from './native.ts';

/** The engine answers an id, or nothing: there are no codes and no texts to hand on. */
const noWords = { upstreamCode: null, upstreamMessage: null } as const;

export async function createSecret(
  client: DockerClient,
  request: CreateSecretRequest,
  context: CallContext,
): Promise<Written> {
  const answer = await client.createSecret(encodeSpec(request), context);
  return { id: [answer.body], upstreamStatus: answer.status, ...noWords };
}

function encodeSpec(request: CreateSecretRequest): SecretSpec {
  const native = parseNative(request.native);
  checkName(request.name);
  const driver = encodeDriver(native.driver, 'input.native.docker.driver');
  const templating = encodeDriver(native.templating, 'input.native.docker.templating');
  const data = encodeData(request.value, driver !== undefined);
  return {
    Name: request.name,
    Labels: labelsFor(request.labels ?? [], request.group?.name ?? null),
    ...(data === undefined ? {} : { Data: data }),
    ...(driver === undefined ? {} : { Driver: driver }),
    ...(templating === undefined ? {} : { Templating: templating }),
  };
}

/** Parsed once more because the request carries it untyped. */
function parseNative(native: unknown): DockerSecretInput {
  const parsed = dockerSecretInput.safeParse(native ?? {});
  if (!parsed.success) throw badInput('This is not what a Docker secret takes.', 'input.native.docker');
  return parsed.data;
}

/**
 * Replaces the labels. The engine compares `Version.Index` itself: with `ifMatch` a newer one is the caller's news;
 * without, the secret is read again and the labels are sent once more, unless it has moved to another stack since,
 * because the policy decided on the stack it was in.
 * @throws PortcullisError PRECONDITION_FAILED with ifMatch, else CONFLICT, when someone else was faster
 */
export async function updateSecret(
  client: DockerClient,
  request: UpdateSecretRequest,
  context: CallContext,
): Promise<Written> {
  const { labels } = request;
  if (labels === undefined) throw badInput('Only labels of a secret can be changed.', 'input.labels');
  const send = (secret: Secret) => {
    const target = { id: secret.nativeId, versionIndex: secret.revision ?? '' };
    const spec = { Name: secret.name, Labels: labelsFor(labels, secret.group?.name ?? null) };
    return client.updateSecret(target, spec, context);
  };
  try {
    return updated(request.secret, await send(request.secret));
  } catch (error) {
    if (!isOutOfSequence(error)) throw error;
    if (request.ifMatch) throw new PortcullisError('PRECONDITION_FAILED', error.message, forClient(error));
    const fresh = await readAgain(client, request.secret, context);
    if (fresh.group?.name !== request.secret.group?.name) throw error;
    return updated(fresh, await send(fresh));
  }
}

/** The engine refuses while a service refers to the secret (CONFLICT with `facts.services`). */
export async function deleteSecret(
  client: DockerClient,
  request: DeleteSecretRequest,
  context: CallContext,
): Promise<Written> {
  const answer = await client.deleteSecret(request.secret.nativeId, context);
  return { id: request.secret.id, upstreamStatus: answer.status, ...noWords, gone: true };
}

/** Whatever keeps it from being read, the update before it was refused. */
async function readAgain(client: DockerClient, { nativeId }: Secret, context: CallContext): Promise<Secret> {
  try {
    return mapSecret(await client.inspectSecret(nativeId, context));
  } catch (error) {
    throw error instanceof PortcullisError ? error.with({ outcome: 'NOT_APPLIED' }) : error;
  }
}

function updated(secret: Secret, answer: UpstreamAnswer<undefined>): Written {
  return { id: secret.id, upstreamStatus: answer.status, ...noWords };
}

function isOutOfSequence(error: unknown): error is PortcullisError {
  return error instanceof PortcullisError && error.details.causeName === OUT_OF_SEQUENCE;
}

/** PRECONDITION_FAILED says by itself whether repeating helps: not with the same token. */
function forClient({ details }: PortcullisError): PortcullisError['details'] {
  return { ...details, retryable: false };
}
