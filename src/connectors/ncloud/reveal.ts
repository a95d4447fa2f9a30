import type { CallContext, Revealed, RevealRequest } from '../../domain/connector.ts';
import { notFound } from '../../domain/errors.ts';
import type { NcloudClient } from './client.ts';
import { isStage } from './documented.ts';
import { versionPath } from './map.ts';
import { idOf } from './state.ts';
import { fromUpstreamValue } from './value.ts';

/**
 * One slot's value: text is the upstream's own JSON, fields are its pairs.
 *
 * @throws PortcullisError NOT_FOUND where the slot is empty, or the answer is of another slot.
 * @see https://api.ncloud-docs.com/docs/en/secretmanager-getsecretstagevalue
 */
export async function reveal(client: NcloudClient, request: RevealRequest, { signal }: CallContext): Promise<Revealed> {
  const stage = request.version === null ? 'ACTIVE' : request.version[1];
  if (!isStage(stage)) throw notFound();
  const { value, stage: answered, receipt } = await client.stageValue(idOf(request.secret), stage, signal);
  if (value === null || value === '') throw notFound('This slot of the secret is empty.');
  if (answered !== null && answered.toUpperCase() !== stage) throw notFound();
  return { value: fromUpstreamValue(value), version: versionPath(request.secret.id, stage), ...receipt };
}
