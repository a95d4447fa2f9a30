import type { Connector } from '../../domain/connector.ts';
import { type ConnectorIo, defineProvider, type StoreSettings } from '../define.ts';
import { capabilities, costs } from './capabilities.ts';
import { openClient } from './client.ts';
import { credentials, type DockerCredentials, type DockerSettings, settings } from './config.ts';
import { SECRET_ID, STACK_NAMESPACE } from './grammar.ts';
import { LISTING_GAPS } from './map.ts';
import { dockerSecretInput, nativeShapes } from './native.ts';
import { check, getGroups, getSecrets, getUsage, list } from './reads.ts';
import { createSecret, deleteSecret, updateSecret } from './writes.ts';

/** Secrets of a Docker swarm, asked of one of its managers. */
export const docker = defineProvider({
  provider: 'DOCKER',
  title: 'Docker Engine swarm secrets',
  capabilities,
  costs,
  idGrammar: { group: [STACK_NAMESPACE], secret: [SECRET_ID], version: [], subject: [] },
  gaps: { fields: LISTING_GAPS, native: [] },
  groupsListing: 'together',
  groupOfNewSecret: 'none',
  nativeTypes: { store: 'DockerSwarm', group: 'DockerStack', secret: 'DockerSecret', version: null, subject: null },
  configuration: { schemes: ['unix', 'tcp', 'https', 'http'], credentials, settings },
  nativeShapes,
  nativeInputs: { createSecret: dockerSecretInput },
  open,
  emulator: () => import('./emulator.ts'),
});

function open(store: StoreSettings<DockerCredentials, DockerSettings>, io: ConnectorIo): Connector {
  const client = openClient(store, io);
  return {
    check: (context) => check(client, context),
    list: (context) => list(client, context),
    getGroups: (ids, context) => getGroups(client, ids, context),
    getSecrets: (ids, context) => getSecrets(client, { ids, concurrency: store.connections }, context),
    listVersions: async (secrets) => secrets.map(() => []),
    getUsage: (secrets, context) => getUsage(client, secrets, context),
    storeNative: { clusterId: client.clusterId, engineVersion: client.engineVersion },
    createSecret: (request, context) => createSecret(client, request, context),
    updateSecret: (request, context) => updateSecret(client, request, context),
    deleteSecret: (request, context) => deleteSecret(client, request, context),
    close: () => client.close(),
  };
}
