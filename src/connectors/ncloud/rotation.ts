import type { CallContext, Connector, SecretWrite, Written } from '../../domain/connector.ts';
import type { Secret, SecretStatus } from '../../domain/model.ts';
import type { ConnectorIo } from '../define.ts';
import type { NcloudClient, SecretAction } from './client.ts';
import { mapDetail } from './map.ts';
import { conflict, idOf, refuseIn } from './state.ts';

type RotationJobs = Required<Pick<Connector, 'rotateSecret' | 'retrySecret' | 'cancelRotation' | 'rollbackRotation'>>;

/** Between two looks at a rotation that is being waited for. */
const POLL_MS = 1_000;

/**
 * Rotation is carried out by a function behind the secret's trigger: each call only starts or stops it. What a
 * retry, a cancel or a rollback needs to find is not documented, so the upstream is left to say it.
 */
export function createRotationJobs(client: NcloudClient, io: ConnectorIo): RotationJobs {
  const job = (action: SecretAction, rule: { forbidden: readonly SecretStatus[]; starts: boolean }) => {
    return async (request: SecretWrite, { signal }: CallContext): Promise<Written> => {
      const { secret } = request;
      refuseIn(secret, ...rule.forbidden);
      if (action === 'rotation') requireTrigger(secret);
      const receipt = await client.act(idOf(secret), action, signal);
      const ended = rule.starts ? endOfStarted(secret) : notRotating;
      await waitUntil(ended, { client, io, secret, signal, waitSeconds: request.waitSeconds });
      return { id: secret.id, ...receipt };
    };
  };
  return {
    rotateSecret: job('rotation', { forbidden: ['ROTATING', 'DELETING', 'DELETED'], starts: true }),
    retrySecret: job('retry-rotation', { forbidden: ['DELETING', 'DELETED'], starts: true }),
    cancelRotation: job('cancel-rotation', { forbidden: ['DELETING', 'DELETED'], starts: false }),
    rollbackRotation: job('rollback-rotation', { forbidden: ['DELETING', 'DELETED'], starts: false }),
  };
}

function requireTrigger(secret: Secret): void {
  if (secret.incomplete.includes('rotation') || secret.rotation?.trigger) return;
  throw conflict('The secret has no trigger, so nothing could rotate it: set rotation.triggerId first.');
}

type Ended = (secret: Secret) => boolean;

const notRotating: Ended = (secret) => secret.status !== 'ROTATING';

/**
 * The function may start a while after the call, so "not rotating" alone could mean "not yet": the rotation has ended
 * when it was seen running and is no longer, or when the last result is another than before.
 */
function endOfStarted(before: Secret): Ended {
  let seenRunning = false;
  return (secret) => {
    if (secret.status === 'ROTATING') {
      seenRunning = true;
      return false;
    }
    const { lastAt, lastResultId } = secret.rotation ?? {};
    return seenRunning || lastAt !== before.rotation?.lastAt || lastResultId !== before.rotation?.lastResultId;
  };
}

/**
 * Looks until it has ended or the time is up; 0 seconds do not look at all. The call has succeeded already, so a
 * look that fails ends the waiting and nothing else: the caller reads back what there is.
 */
async function waitUntil(
  ended: Ended,
  {
    client,
    io,
    secret,
    signal,
    waitSeconds,
  }: { client: NcloudClient; io: ConnectorIo; secret: Secret; signal: AbortSignal; waitSeconds: number },
): Promise<void> {
  const deadline = io.now() + waitSeconds * 1_000;
  try {
    while (io.now() < deadline) {
      if (ended(mapDetail(await client.detail(idOf(secret), signal)))) return;
      await io.wait(Math.max(0, Math.min(POLL_MS, deadline - io.now())), signal);
    }
  } catch {
    return;
  }
}
