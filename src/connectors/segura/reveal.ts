import type { CallContext, Revealed, RevealRequest } from '../../domain/connector.ts';
import { notFound, PortcullisError } from '../../domain/errors.ts';
import { pathKey } from '../../domain/ids.ts';
import { type SecretField, SecretValue } from '../../domain/secret-value.ts';
import type { SeguraClient } from './client.ts';
import { ENCRYPTION_FAILED } from './errors.ts';
import type { ValueMaps } from './schema.ts';
import { receiptOf } from './writes.ts';

/**
 * Lists again, keeping the one value: `text` is the JSON of the upstream's maps, `section` numbers the maps from 0.
 * Where the authorization encrypts sensitive information, the value is what the vault answers: the ciphertext.
 * @throws PortcullisError NOT_FOUND where the secret is gone or the version is no longer the current one;
 * UPSTREAM_REJECTED where the vault could not encrypt a part of it.
 */
export async function reveal(client: SeguraClient, request: RevealRequest, context: CallContext): Promise<Revealed> {
  const secretId = request.secret.nativeId;
  const answer = await client.reveal(secretId, context);
  const { entry } = answer.body;
  if (entry === undefined) throw notFound();
  const version = entry.version === null ? null : [secretId, entry.version];
  if (request.version !== null && (version === null || pathKey(request.version) !== pathKey(version))) {
    throw notFound('This version is not the current one any more, and Segura gives out no other.');
  }
  const fields = fieldsOf(entry.data);
  if (fields.some(({ value }) => value === ENCRYPTION_FAILED)) {
    throw new PortcullisError('UPSTREAM_REJECTED', 'The store failed to encrypt this value for its authorization.', {
      upstreamMessage: ENCRYPTION_FAILED,
      upstreamStatus: answer.status,
    });
  }
  return {
    value: SecretValue.fromFields(fields, JSON.stringify(entry.data ?? [])),
    version,
    ...receiptOf(answer),
  };
}

function fieldsOf(data: ValueMaps): readonly SecretField[] {
  const maps = Array.isArray(data) ? data : [data ?? {}];
  return maps.flatMap((map, section) =>
    Object.entries(map).map(([key, value]) => ({ key, value: value === null ? null : String(value), section })),
  );
}
