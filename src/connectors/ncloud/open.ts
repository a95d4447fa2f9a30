import type { Connector } from '../../domain/connector.ts';
import type { ConnectorIo, StoreSettings } from '../define.ts';
import { openStoreUpstream } from '../http/store-upstream.ts';
import { createSigner } from './auth.ts';
import { createClient } from './client.ts';
import type { NcloudCredentials, NcloudSettings } from './config.ts';
import { createSecret } from './create.ts';
import { classify } from './errors.ts';
import { createLifecycle } from './lifecycle.ts';
import { createReads } from './reads.ts';
import { reveal } from './reveal.ts';
import { createRotationJobs } from './rotation.ts';
import { updateSecret } from './update.ts';
import { createVersion, deleteVersion } from './versions.ts';

/** One account at one host. Secrets behind global and region-isolated keys lie on two hosts: two stores. */
export function openNcloud(settings: StoreSettings<NcloudCredentials, NcloudSettings>, io: ConnectorIo): Connector {
  const authorize = createSigner(settings.credentials, io.now);
  const upstream = openStoreUpstream(settings, io.onCall, { authorize, classify });
  const client = createClient(upstream);
  return {
    ...createReads(client, settings.connections),
    ...createLifecycle(client),
    ...createRotationJobs(client, io),
    createSecret: (request, context) => createSecret(client, request, context),
    updateSecret: (request, context) => updateSecret(client, request, context),
    createVersion: (request, context) => createVersion(client, request, context),
    deleteVersion: (request, context) => deleteVersion(client, request, context),
    reveal: (request, context) => reveal(client, request, context),
    close: () => upstream.close(),
  };
}
