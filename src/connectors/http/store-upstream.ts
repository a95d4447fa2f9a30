import type { ConnectorIo, StoreSettings } from '../define.ts';
import { parseEndpoint } from './endpoint.ts';
import { openUpstream, type TlsFiles, type Upstream, type UpstreamOptions } from './upstream.ts';

/** The upstream of one configured store: what all stores configure alike, and what its provider adds. */
export function openStoreUpstream(
  store: StoreSettings<unknown, unknown>,
  onCall: ConnectorIo['onCall'],
  own: Pick<UpstreamOptions, 'authorize' | 'classify'> & { readonly tls?: TlsFiles },
): Upstream {
  const { tls = {}, ...hooks } = own;
  return openUpstream({
    ...hooks,
    store: store.name,
    endpoint: parseEndpoint(store.endpoint),
    tls: { ...tls, caFile: tls.caFile ?? store.caFile },
    allowPrivateNetwork: store.allowPrivateNetwork,
    timeoutMs: store.timeoutMs,
    connections: store.connections,
    maxBodyBytes: store.maxBodyBytes,
    ...(onCall === undefined ? {} : { onCall }),
  });
}
