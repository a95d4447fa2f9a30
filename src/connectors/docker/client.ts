import type { CallContext } from '../../domain/connector.ts';
import { PortcullisError } from '../../domain/errors.ts';
import type { ConnectorIo, StoreSettings } from '../define.ts';
import { openStoreUpstream } from '../http/store-upstream.ts';
import type { Upstream, UpstreamAnswer, UpstreamCall } from '../http/upstream.ts';
import type { DockerCredentials, DockerSettings } from './config.ts';
import { classify } from './errors.ts';
import {
  noBody,
  type VendorSecret,
  type VendorService,
  vendorCreated,
  vendorInfo,
  vendorSecret,
  vendorSecrets,
  vendorServices,
  vendorVersion,
} from './schema.ts';
import { createVersionNegotiation } from './version.ts';

/** `filters` in the form that the engine's own client sends: `{"id":{"<id>":true}}`. */
export type Filters = Readonly<Record<string, readonly string[]>>;

/** The body of a create. `Data` is standard base64 with padding, whatever the reference says of url-safe. */
export interface SecretSpec {
  readonly Name: string;
  readonly Data?: string;
  readonly Labels: Readonly<Record<string, string>>;
  readonly Driver?: DriverSpec;
  readonly Templating?: DriverSpec;
}
export interface DriverSpec {
  readonly Name: string;
  readonly Options?: Readonly<Record<string, string>>;
}
/** The body of an update. It has no place for `Data`: the engine would tell whether it equals the stored value. */
export interface LabelsSpec {
  readonly Name: string;
  readonly Labels: Readonly<Record<string, string>>;
}

/**
 * The endpoints that the connector uses, one function each.
 * @see https://docs.docker.com/reference/api/engine/version/v1.44/#tag/Secret
 */
export interface DockerClient {
  /** GET /secrets with a filter that matches none: whether this node serves the cluster, and what it is. */
  probe(context: CallContext): Promise<{ readonly server: string | null; readonly apiVersion: string }>;
  listSecrets(context: CallContext, filters?: Filters): Promise<readonly VendorSecret[]>;
  inspectSecret(id: string, context: CallContext): Promise<VendorSecret>;
  createSecret(spec: SecretSpec, context: CallContext): Promise<UpstreamAnswer<string>>;
  updateSecret(
    target: { readonly id: string; readonly versionIndex: string },
    spec: LabelsSpec,
    context: CallContext,
  ): Promise<UpstreamAnswer<undefined>>;
  deleteSecret(id: string, context: CallContext): Promise<UpstreamAnswer<undefined>>;
  listServices(context: CallContext): Promise<readonly VendorService[]>;
  clusterId(context: CallContext): Promise<string | null>;
  engineVersion(context: CallContext): Promise<string | null>;
  close(): Promise<void>;
}

/** No id begins with it. */
const NO_ID: Filters = { id: ['-'] };

type VersionedCall<T> = Omit<UpstreamCall<T>, 'signal'>;

export function openClient(settings: StoreSettings<DockerCredentials, DockerSettings>, io: ConnectorIo): DockerClient {
  const upstream = openStoreUpstream(settings, io.onCall, { tls: settings.credentials, classify });
  const closing = new AbortController();
  const negotiation = createVersionNegotiation(() => ping(upstream, closing.signal));

  /** One call below the negotiated version; a write that found no version was never sent. */
  const send = async <T>(call: VersionedCall<T>, { signal }: CallContext): Promise<UpstreamAnswer<T>> => {
    let sent = false;
    try {
      return await negotiation.run(signal, (version) => {
        sent = true;
        return upstream.request({ ...call, signal, path: [`v${version}`, ...call.path] });
      });
    } catch (error) {
      if (sent || !(error instanceof PortcullisError)) throw error;
      const outcome = call.kind === 'write' ? ({ outcome: 'NOT_APPLIED' } as const) : {};
      throw error.with({ store: settings.name, operation: call.operation, ...outcome });
    }
  };

  return {
    ...secretCalls(send),
    async listServices(context) {
      const call = { operation: 'listServices', kind: 'read', method: 'GET', path: ['services'] } as const;
      return (await send({ ...call, schema: vendorServices }, context)).body ?? [];
    },
    async clusterId(context) {
      const call = { operation: 'info', kind: 'read', method: 'GET', path: ['info'] } as const;
      return (await send({ ...call, schema: vendorInfo }, context)).body.Swarm?.Cluster?.ID || null;
    },
    async engineVersion(context) {
      const call = { operation: 'version', kind: 'read', method: 'GET', path: ['version'] } as const;
      return (await send({ ...call, schema: vendorVersion }, context)).body.Version || null;
    },
    close() {
      closing.abort();
      return upstream.close();
    },
  };
}

type Send = <T>(call: VersionedCall<T>, context: CallContext) => Promise<UpstreamAnswer<T>>;
type SecretCalls = Omit<DockerClient, 'listServices' | 'clusterId' | 'engineVersion' | 'close'>;

function secretCalls(send: Send): SecretCalls {
  return {
    async probe(context) {
      const query = { filters: encodeFilters(NO_ID) };
      const call = { operation: 'check', kind: 'read', method: 'GET', path: ['secrets'], query } as const;
      const { header } = await send({ ...call, schema: vendorSecrets }, context);
      return { server: header('server') ?? null, apiVersion: header('api-version') ?? '' };
    },
    async listSecrets(context, filters) {
      const query = filters === undefined ? {} : { filters: encodeFilters(filters) };
      const call = { operation: 'listSecrets', kind: 'read', method: 'GET', path: ['secrets'], query } as const;
      return (await send({ ...call, schema: vendorSecrets }, context)).body ?? [];
    },
    async inspectSecret(id, context) {
      const call = { operation: 'inspectSecret', kind: 'read', method: 'GET', path: ['secrets', id] } as const;
      return (await send({ ...call, schema: vendorSecret }, context)).body;
    },
    createSecret(spec, context) {
      const call = { operation: 'createSecret', kind: 'write', method: 'POST', path: ['secrets', 'create'] } as const;
      return send({ ...call, body: { json: spec }, schema: vendorCreated }, context);
    },
    updateSecret({ id, versionIndex }, spec, context) {
      const call = { operation: 'updateSecret', kind: 'write', method: 'POST', body: { json: spec } } as const;
      const address = { path: ['secrets', id, 'update'], query: { version: versionIndex } };
      return send({ ...call, ...address, schema: noBody }, context);
    },
    deleteSecret(id, context) {
      const call = { operation: 'deleteSecret', kind: 'write', method: 'DELETE', path: ['secrets', id] } as const;
      return send({ ...call, schema: noBody }, context);
    },
  };
}

/** The one endpoint outside the version prefix: it says which versions there are. */
async function ping(upstream: Upstream, signal: AbortSignal): Promise<string | undefined> {
  const call = { operation: 'ping', kind: 'read', method: 'GET', path: ['_ping'], anyBody: true } as const;
  return (await upstream.request({ ...call, schema: noBody, signal })).header('api-version');
}

function encodeFilters(filters: Filters): string {
  const maps = Object.entries(filters).map(([key, values]) => [
    key,
    Object.fromEntries(values.map((value) => [value, true])),
  ]);
  return JSON.stringify(Object.fromEntries(maps));
}
