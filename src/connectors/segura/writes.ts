import type {
  CallContext,
  CreateSecretRequest,
  CreateVersionRequest,
  UpstreamReceipt,
  Written,
} from '../../domain/connector.ts';
import { badInput, PortcullisError } from '../../domain/errors.ts';
import { pathKey } from '../../domain/ids.ts';
import type { Instant } from '../../domain/model.ts';
import type { UpstreamAnswer } from '../http/upstream.ts';
import { checkDraft, pairsOf } from './checks.ts';
import { notSent, type SeguraClient, type SeguraStore } from './client.ts';
import { documentedParts } from './errors.ts';
import type { MappedListing } from './map.ts';
import { parseNative, seguraSecretInput, seguraSecretVersionInput } from './native.ts';
import { encodeDraft, type SecretDraft } from './payload.ts';
import type { Envelope } from './schema.ts';

/** Registered in every vault. */
const DEFAULT_ENGINE = 'Generic';

export interface WriteTools {
  readonly client: SeguraClient;
  readonly store: SeguraStore;
  readonly read: (context: CallContext) => Promise<MappedListing>;
}

/**
 * Lists first: the same POST would silently replace a secret of that identity. Somebody who creates it between the
 * two requests is overwritten; Segura has no condition that could prevent it.
 */
export async function createSecret(
  tools: WriteTools,
  request: CreateSecretRequest,
  context: CallContext,
): Promise<Written> {
  const draft = draftOfCreate(tools, request);
  const listing = await tools.read(context).catch((error: unknown) => {
    throw notSent(error);
  });
  const { group } = request;
  if (group !== null && (listing.group === null || pathKey(group.id) !== pathKey(listing.group.id))) {
    throw badInput("This store's secrets belong to the application of its authorization.", 'input.group');
  }
  if (findIdentity(listing, draft.identity) !== null) {
    throw new PortcullisError('CONFLICT', 'A secret of this identity exists: change it with createSecretVersion.', {
      argument: request.native === undefined ? 'input.name' : 'input.native.segura.identity',
      outcome: 'NOT_APPLIED',
    });
  }
  return save(tools, { operation: 'createSecret', draft, known: null }, context);
}

/** The same POST: it replaces the whole secret, so the draft says all that is to hold afterwards. */
export function createVersion(
  tools: WriteTools,
  request: CreateVersionRequest,
  context: CallContext,
): Promise<Written> {
  const draft = draftOfVersion(tools, request);
  return save(tools, { operation: 'createSecretVersion', draft, known: request.secret.nativeId }, context);
}

function draftOfCreate({ store }: WriteTools, request: CreateSecretRequest): SecretDraft {
  const native = parseNative(seguraSecretInput, request.native ?? {});
  const draft: SecretDraft = {
    name: request.name,
    identity: native.identity ?? request.name,
    engine: native.engine ?? DEFAULT_ENGINE,
    description: request.description ?? null,
    expiresAt: request.expiresAt ?? null,
    renewal: native.renewal ?? null,
    pairs: pairsOf(request.value),
    accessKeys: native.accessKeys ?? [],
    credentials: native.credentials ?? [],
  };
  const identity = native.identity === null || native.identity === undefined ? 'name' : 'native.segura.identity';
  return checkDraft(draft, store.settings, {
    name: 'input.name',
    identity: `input.${identity}`,
    expiresAt: 'input.expiresAt',
  });
}

/** Name and engine cannot be empty there: left out, they stay. All else that is left out is cleared. */
function draftOfVersion({ store }: WriteTools, request: CreateVersionRequest): SecretDraft {
  if (request.native === undefined || request.native === null) {
    throw badInput(
      'Segura replaces the whole secret: say in native.segura what is to hold afterwards, renewal at least.',
      'input.native.segura',
    );
  }
  const native = parseNative(seguraSecretVersionInput, request.native);
  const { identity, engine } = request.secret.native;
  if (typeof identity !== 'string') throw new PortcullisError('INTERNAL', 'The secret is not one of this store.');
  const draft: SecretDraft = {
    name: native.name ?? request.secret.name,
    identity,
    engine: native.engine ?? (typeof engine === 'string' ? engine : DEFAULT_ENGINE),
    description: native.description ?? null,
    expiresAt: instantOf(native.expiresAt),
    renewal: native.renewal,
    pairs: pairsOf(request.value),
    accessKeys: native.accessKeys ?? [],
    credentials: native.credentials ?? [],
  };
  return checkDraft(draft, store.settings, {
    name: 'input.native.segura.name',
    identity: 'input.secret',
    expiresAt: 'input.native.segura.expiresAt',
  });
}

async function save(
  tools: WriteTools,
  request: { readonly operation: string; readonly draft: SecretDraft; readonly known: string | null },
  context: CallContext,
): Promise<Written> {
  const { client, store } = tools;
  const { operation, draft, known } = request;
  const answer = await client.save({ operation, json: encodeDraft(draft, store.settings) }, context);
  const listed = answer.body.application?.secrets?.find((one) => one.identity === draft.identity);
  const secretId = listed?.secret_id ?? known ?? (await idOf(tools, draft.identity, context));
  return {
    id: [secretId],
    ...(listed?.version == null ? {} : { versionId: [secretId, listed.version] }),
    ...receiptOf(answer),
  };
}

/** Where the answer to the write does not show the secret: the list does, or nobody can tell its id. */
async function idOf(tools: WriteTools, identity: string, context: CallContext): Promise<string> {
  const listing = await tools.read(context).catch(() => null);
  const secretId = listing === null ? null : findIdentity(listing, identity);
  if (secretId !== null) return secretId;
  throw new PortcullisError('UPSTREAM_INVALID_RESPONSE', 'The store took the secret but does not show it.', {
    outcome: 'APPLIED',
  });
}

function findIdentity(listing: MappedListing, identity: string): string | null {
  for (const secret of listing.secrets.values()) {
    if (secret.native.identity === identity) return secret.nativeId;
  }
  return null;
}

/** The response block: its own status where there is one (a create is 201). */
export function receiptOf(answer: UpstreamAnswer<{ response?: Envelope | null | undefined }>): UpstreamReceipt {
  const { code, message } = documentedParts(answer.body.response);
  return {
    upstreamStatus: answer.body.response?.status ?? answer.status,
    upstreamCode: code,
    upstreamMessage: message,
  };
}

function instantOf(date: number | Date | null | undefined): Instant | null {
  if (date === null || date === undefined) return null;
  return date instanceof Date ? date.getTime() : date;
}
