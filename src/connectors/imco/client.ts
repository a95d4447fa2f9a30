import type { CallContext } from '../../domain/connector.ts';
import type { ConnectorIo, StoreSettings } from '../define.ts';
import { openStoreUpstream } from '../http/store-upstream.ts';
import type { UpstreamAnswer, UpstreamCall } from '../http/upstream.ts';
import type { ImcoCredentials, ImcoSettings } from './config.ts';
import { classify, withCertificateInMind } from './errors.ts';
import {
  changedAnswer,
  createdAnswer,
  ignoredAnswer,
  labelsAnswer,
  secretAnswer,
  secretsAnswer,
  type VendorCreated,
  type VendorLabel,
  type VendorSecret,
  type VendorVault,
  type VendorVersion,
  vaultAnswer,
  vaultsAnswer,
  versionsAnswer,
} from './schema.ts';

/** What a creation is given. Members that are undefined are not sent. */
interface VaultBody {
  readonly name: string;
  readonly cloud_account_id: string;
  readonly realm_id: string;
  readonly key_vault_plan_id: string;
  readonly label_ids?: readonly string[] | undefined;
  readonly desired_remote_id?: string | undefined;
}
interface SecretBody {
  readonly name: string;
  readonly content: string;
  readonly label_ids?: readonly string[] | undefined;
  readonly desired_remote_id?: string | undefined;
}

/** `state` is null where the body does not tell. */
interface Changed {
  readonly status: number;
  readonly state: string | null;
}
interface Created extends Changed {
  readonly id: string;
}

export type Client = ReturnType<typeof openClient>;

const VAULTS = ['secret', 'key_vaults'] as const;
const SECRETS = ['secret', 'secrets'] as const;

type Call<T> = Pick<UpstreamCall<T>, 'operation' | 'path' | 'schema' | 'anyBody'>;
type Send = <T>(call: Omit<UpstreamCall<T>, 'signal'>, context: CallContext) => Promise<UpstreamAnswer<T>>;

/**
 * The endpoints that the connector uses, one function each. Changing, retrying and deleting a vault, and listing its
 * secrets, are not in the pages that could be read: their paths follow those of the documented sibling resources.
 *
 * @see https://api.doc.imco.io/api-v3/secret/secrets.html
 * @see https://api.doc.imco.io/api-v3/secret/key-vaults
 */
export function openClient(store: StoreSettings<ImcoCredentials, ImcoSettings>, onCall: ConnectorIo['onCall']) {
  const upstream = openStoreUpstream(store, onCall, { tls: store.credentials, classify });
  const send: Send = async (call, { signal }) => {
    try {
      return await upstream.request({ ...call, signal });
    } catch (error) {
      throw withCertificateInMind(error);
    }
  };
  return { ...readCalls(send), ...vaultWrites(send), ...secretWrites(send), close: () => upstream.close() };
}

function readCalls(send: Send) {
  const read = async <T>(call: Call<T>, context: CallContext): Promise<T> =>
    (await send({ kind: 'read', method: 'GET', ...call }, context)).body;
  return {
    /** @see https://api.doc.imco.io/api-v3/overview.html */
    ping: (context: CallContext): Promise<unknown> =>
      read({ operation: 'check', path: ['ping'], anyBody: true, schema: ignoredAnswer }, context),

    listVaults: (context: CallContext): Promise<readonly VendorVault[]> =>
      read({ operation: 'listVaults', path: VAULTS, schema: vaultsAnswer }, context),

    getVault: (id: string, context: CallContext): Promise<VendorVault> =>
      read({ operation: 'getVault', path: [...VAULTS, id], schema: vaultAnswer }, context),

    listSecrets: (vaultId: string, context: CallContext): Promise<readonly VendorSecret[]> =>
      read({ operation: 'listSecrets', path: [...VAULTS, vaultId, 'secrets'], schema: secretsAnswer }, context),

    getSecret: (id: string, context: CallContext): Promise<VendorSecret> =>
      read({ operation: 'getSecret', path: [...SECRETS, id], schema: secretAnswer }, context),

    listVersions: (secretId: string, context: CallContext): Promise<readonly VendorVersion[]> =>
      read({ operation: 'listVersions', path: [...SECRETS, secretId, 'versions'], schema: versionsAnswer }, context),

    /** @see https://api.doc.imco.io/api-v3/labels */
    listLabels: (context: CallContext): Promise<readonly VendorLabel[]> =>
      read({ operation: 'listLabels', path: ['labels'], schema: labelsAnswer }, context),
  };
}

function vaultWrites(send: Send) {
  return {
    async createVault(body: VaultBody, context: CallContext): Promise<Created> {
      const call = { operation: 'createVault', kind: 'write', method: 'POST', path: VAULTS } as const;
      return created(await send({ ...call, body: { json: body }, schema: createdAnswer }, context));
    },
    async renameVault(id: string, name: string, context: CallContext): Promise<Changed> {
      const call = { operation: 'updateVault', kind: 'write', method: 'PUT', path: [...VAULTS, id] } as const;
      return changed(await send({ ...call, body: { json: { name } }, schema: changedAnswer }, context));
    },
    async deleteVault(id: string, context: CallContext): Promise<Changed> {
      const call = { operation: 'deleteVault', kind: 'write', method: 'DELETE', path: [...VAULTS, id] } as const;
      return changed(await send({ ...call, schema: changedAnswer }, context));
    },
  };
}

function secretWrites(send: Send) {
  return {
    async createSecret(vaultId: string, body: SecretBody, context: CallContext): Promise<Created> {
      const path = [...VAULTS, vaultId, 'secrets'];
      const call = { operation: 'createSecret', kind: 'write', method: 'POST', path } as const;
      return created(await send({ ...call, body: { json: body }, schema: createdAnswer }, context));
    },
    async renameSecret(id: string, name: string, context: CallContext): Promise<Changed> {
      const call = { operation: 'updateSecret', kind: 'write', method: 'PUT', path: [...SECRETS, id] } as const;
      return changed(await send({ ...call, body: { json: { name } }, schema: changedAnswer }, context));
    },
    async deleteSecret(id: string, context: CallContext): Promise<Changed> {
      const call = { operation: 'deleteSecret', kind: 'write', method: 'DELETE', path: [...SECRETS, id] } as const;
      return changed(await send({ ...call, schema: changedAnswer }, context));
    },
    async retrySecret(id: string, context: CallContext): Promise<Changed> {
      const call = { operation: 'retrySecret', kind: 'write', method: 'PUT', path: [...SECRETS, id, 'retry'] } as const;
      return changed(await send({ ...call, body: { json: {} }, schema: changedAnswer }, context));
    },
    /** Answers the version's id; a version has no state, its secret has. */
    async createVersion(secretId: string, content: string, context: CallContext): Promise<Created> {
      const path = [...SECRETS, secretId, 'versions'];
      const call = { operation: 'createVersion', kind: 'write', method: 'POST', path } as const;
      return created(await send({ ...call, body: { json: { content } }, schema: createdAnswer }, context));
    },
  };
}

function created({ status, body }: UpstreamAnswer<VendorCreated>): Created {
  return { status, id: body.id, state: body.state ?? null };
}

function changed({ status, body }: UpstreamAnswer<{ state?: string | null | undefined } | null>): Changed {
  return { status, state: body?.state ?? null };
}
