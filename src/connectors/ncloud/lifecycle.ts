import type { CallContext, Connector, DeleteSecretRequest, SecretWrite, Written } from '../../domain/connector.ts';
import type { SecretStatus } from '../../domain/model.ts';
import type { NcloudClient, SecretAction } from './client.ts';
import { allowOnlyIn, idOf, refuseIn } from './state.ts';
import { runSteps } from './update.ts';

type Lifecycle = Required<Pick<Connector, 'deleteSecret' | 'restoreSecret' | 'enableSecret' | 'disableSecret'>>;

/** Each is one call that the service takes from one status only; deleting for good is two. */
export function createLifecycle(client: NcloudClient): Lifecycle {
  const from = (status: SecretStatus, action: SecretAction) => {
    return async (request: SecretWrite, { signal }: CallContext): Promise<Written> => {
      allowOnlyIn(request.secret, status);
      return { id: request.secret.id, ...(await client.act(idOf(request.secret), action, signal)) };
    };
  };
  return {
    deleteSecret: (request, context) => deleteSecret(client, request, context),
    // Leaves the secret disabled, whatever it was before.
    restoreSecret: from('DELETING', 'cancel-deletion'),
    enableSecret: from('DISABLED', 'enable'),
    disableSecret: from('ACTIVE', 'disable'),
  };
}

/** Schedules; `permanently` also carries it out, which the service allows from the scheduled state alone. */
async function deleteSecret(
  client: NcloudClient,
  { secret, permanently }: DeleteSecretRequest,
  { signal }: CallContext,
): Promise<Written> {
  const id = idOf(secret);
  const schedule = {
    name: 'deletion scheduled',
    run: (within: AbortSignal) => client.act(id, 'request-deletion', within),
  };
  const carryOut = { name: 'deleted', run: (within: AbortSignal) => client.deleteSecret(id, within) };
  if (!permanently) {
    refuseIn(secret, 'ROTATING', 'DELETING', 'DELETED');
    return { id: secret.id, ...(await runSteps([schedule], signal)) };
  }
  refuseIn(secret, 'ROTATING', 'DELETED');
  const steps = secret.status === 'DELETING' ? [carryOut] : [schedule, carryOut];
  return { id: secret.id, ...(await runSteps(steps, signal)), gone: true };
}
