import type { CallContext } from '../../domain/connector.ts';
import type { StoreSettings } from '../define.ts';
import type { CallKind } from '../http/classify.ts';
import { openStoreUpstream } from '../http/store-upstream.ts';
import type { Upstream, UpstreamAnswer, UpstreamCallRecord } from '../http/upstream.ts';
import type { TrueFoundryCredentials, TrueFoundrySettings } from './config.ts';
import { classify } from './errors.ts';
import {
  deletedAnswer,
  groupAfterWrite,
  groupAnswer,
  groupsAnswer,
  ignoredAnswer,
  integrationsAnswer,
  revealAnswer,
  type VendorGroup,
  type VendorIntegration,
  type VendorRevealed,
  type VendorVersion,
  versionsAnswer,
} from './schema.ts';

/** The API's own default; larger pages are not documented. */
export const PAGE_SIZE = 100;

export interface Page<T> {
  readonly items: readonly T[];
  /** How many there are in all; null where the answer does not say. */
  readonly total: number | null;
}

/** One key of a group as a change sends it; without `value` it stays as it is (inferred: see README). */
export interface KeyToSend {
  readonly key: string;
  readonly value?: string;
}

/** The manifest as the API writes it. */
export interface ManifestToSend {
  readonly type: 'secret-group';
  readonly name: string;
  readonly integration_fqn: string;
  readonly collaborators: readonly { readonly subject: string; readonly role_id: string }[];
  readonly ownedBy?: { readonly account: string };
}

/** The answer to a write: the group it shows, where it shows one. */
interface GroupWritten {
  readonly status: number;
  readonly group: VendorGroup | null;
}

export type Client = ReturnType<typeof openClient>;

const GROUPS = ['api', 'svc', 'v1', 'secret-groups'] as const;
const SECRETS = ['api', 'svc', 'v1', 'secrets'] as const;
const INTEGRATIONS = ['api', 'svc', 'v1', 'provider-integrations'] as const;

/**
 * The calls of the TrueFoundry API that this connector makes, one function each, below
 * `https://CONTROL_PLANE/api/svc/v1`. All throw PortcullisError.
 *
 * @see https://www.truefoundry.com/docs/api-reference/secret-groups/list-secret-groups.md and its neighbours
 */
export function openClient(
  settings: StoreSettings<TrueFoundryCredentials, TrueFoundrySettings>,
  onCall: ((record: UpstreamCallRecord) => void) | undefined,
) {
  const upstream = openStoreUpstream(settings, onCall, {
    authorize: () => ({ authorization: `Bearer ${settings.credentials.token}` }),
    classify,
  });
  return { ...readCalls(upstream), ...writeCalls(upstream), ...valueCalls(upstream), close: () => upstream.close() };
}

function readCalls(upstream: Upstream) {
  const read = { method: 'GET', kind: 'read' } as const;
  return {
    /** Groups with their secrets and versions: everything there is, in one call per page. */
    async listGroups(
      page: { readonly offset: number; readonly limit?: number; readonly operation?: string },
      { signal }: CallContext,
    ): Promise<Page<VendorGroup>> {
      const { offset, limit = PAGE_SIZE, operation = 'listGroups' } = page;
      const query = { limit, offset };
      return pageOf(await upstream.request({ ...read, operation, path: GROUPS, query, schema: groupsAnswer, signal }));
    },

    async getGroup(id: string, { signal }: CallContext): Promise<VendorGroup> {
      const call = { ...read, operation: 'getGroup', path: [...GROUPS, id], schema: groupAnswer, signal };
      return (await upstream.request(call)).body.data;
    },

    /** Only where a listing came without versions: the call is in the vendor's skill text, not in its SDKs. */
    async listVersions(secretId: string, { signal }: CallContext): Promise<readonly VendorVersion[]> {
      const path = [...SECRETS, secretId, 'versions'];
      return (await upstream.request({ ...read, operation: 'listVersions', path, schema: versionsAnswer, signal }))
        .body;
    },

    async listIntegrations(offset: number, { signal }: CallContext): Promise<Page<VendorIntegration>> {
      const query = { limit: PAGE_SIZE, offset };
      const call = { ...read, operation: 'listIntegrations', path: INTEGRATIONS, query };
      return pageOf(await upstream.request({ ...call, schema: integrationsAnswer, signal }));
    },
  };
}

function writeCalls(upstream: Upstream) {
  const write = { kind: 'write' } as const satisfies { kind: CallKind };
  return {
    async createGroup(
      body: { readonly name: string; readonly integrationId: string; readonly secrets: readonly KeyToSend[] },
      { signal }: CallContext,
    ): Promise<{ readonly status: number; readonly group: VendorGroup }> {
      const call = { ...write, method: 'POST', operation: 'createGroup', path: GROUPS } as const;
      const answer = await upstream.request({ ...call, body: { json: body }, schema: groupAnswer, signal });
      return { status: answer.status, group: answer.body.data };
    },

    /** Replaces the key set: a key that is left out is deleted. */
    async replaceKeys(id: string, secrets: readonly KeyToSend[], { signal }: CallContext): Promise<GroupWritten> {
      const call = { ...write, method: 'PUT', operation: 'replaceKeys', path: [...GROUPS, id] } as const;
      return written(await upstream.request({ ...call, body: { json: { secrets } }, schema: groupAfterWrite, signal }));
    },

    /** Finds its group by the manifest's name, and would make a new one of a name that it does not know. */
    async applyManifest(manifest: ManifestToSend, { signal }: CallContext): Promise<GroupWritten> {
      const call = { ...write, method: 'PUT', operation: 'applyManifest', path: GROUPS } as const;
      return written(
        await upstream.request({ ...call, body: { json: { manifest } }, schema: groupAfterWrite, signal }),
      );
    },

    async deleteGroup(id: string, force: boolean, { signal }: CallContext): Promise<number> {
      const call = { ...write, method: 'DELETE', operation: 'deleteGroup', path: [...GROUPS, id] } as const;
      return (await upstream.request({ ...call, query: forced(force), schema: ignoredAnswer, signal })).status;
    },

    /** `deleted`: how many the store says it deleted; null where it does not say. */
    async deleteSecret(
      id: string,
      force: boolean,
      { signal }: CallContext,
    ): Promise<{ readonly status: number; readonly deleted: number | null }> {
      const call = { ...write, method: 'DELETE', operation: 'deleteSecret', path: [...SECRETS, id] } as const;
      const answer = await upstream.request({ ...call, query: forced(force), schema: deletedAnswer, signal });
      return { status: answer.status, deleted: answer.body };
    },
  };
}

function valueCalls(upstream: Upstream) {
  return {
    /** The one call that answers a value. */
    async revealSecret(id: string, { signal }: CallContext): Promise<{ status: number; secret: VendorRevealed }> {
      const call = { kind: 'reveal', method: 'GET', operation: 'revealSecret', path: [...SECRETS, id] } as const;
      const answer = await upstream.request({ ...call, schema: revealAnswer, signal });
      return { status: answer.status, secret: answer.body.data };
    },
  };
}

function pageOf<T>(
  answer: UpstreamAnswer<{ data: T[]; pagination?: { total?: number | null | undefined } | null | undefined }>,
): Page<T> {
  return { items: answer.body.data, total: answer.body.pagination?.total ?? null };
}

function written(answer: UpstreamAnswer<{ data: VendorGroup } | null>): GroupWritten {
  return { status: answer.status, group: answer.body?.data ?? null };
}

function forced(force: boolean): { forceDelete?: boolean } {
  return force ? { forceDelete: true } : {};
}
