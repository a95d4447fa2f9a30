import type { Connector } from '../../domain/connector.ts';
import type { Plain } from '../../domain/model.ts';
import { type ConnectorIo, defineProvider, type StoreSettings } from '../define.ts';
import { capabilities, costs } from './capabilities.ts';
import { openClient } from './client.ts';
import { credentials, type ImcoCredentials, type ImcoSettings, settings } from './config.ts';
import { createGroup, deleteGroup, updateGroup } from './groups.ts';
import { LISTING_GAPS } from './map.ts';
import { createGroupInput, createSecretInput, nativeShapes } from './native.ts';
import { getGroups, getSecrets, labels, list, listGroups, listVersions } from './reads.ts';
import { createSecret, createVersion, deleteSecret, retrySecret, updateSecret, type WriteEnv } from './writes.ts';

/** 24 hexadecimal characters wherever an id is shown, which no document promises: a word without path characters. */
const ID = /^[A-Za-z0-9_-]{1,64}$/;

/** Ingram Micro Cloud Orchestrator: the key vaults of one customer, over all clouds. */
export const imco = defineProvider({
  provider: 'IMCO',
  title: 'IMCO key vaults',
  capabilities,
  costs,
  idGrammar: { group: [ID], secret: [ID], version: [ID, ID], subject: [] },
  gaps: { fields: LISTING_GAPS, native: [] },
  groupsListing: 'separate',
  groupOfNewSecret: 'given',
  nativeTypes: {
    store: 'ImcoStore',
    group: 'ImcoKeyVault',
    secret: 'ImcoSecret',
    version: 'ImcoSecretVersion',
    subject: null,
  },
  configuration: { schemes: ['https'], credentials, settings },
  nativeShapes,
  nativeInputs: { createGroup: createGroupInput, createSecret: createSecretInput },
  open,
  emulator: () => import('./emulator.ts'),
});

function open(store: StoreSettings<ImcoCredentials, ImcoSettings>, io: ConnectorIo): Connector {
  const client = openClient(store, io.onCall);
  const env: WriteEnv = { client, io, concurrency: store.connections };
  return {
    async check(context) {
      await client.ping(context);
      return { apiVersion: versionOf(store.endpoint) };
    },
    list: (context) => list(env, context),
    listGroups: (context) => listGroups(env, context),
    getGroups: (ids, context) => getGroups(env, ids, context),
    getSecrets: (ids, context) => getSecrets(env, ids, context),
    listVersions: (secrets, context) => listVersions(env, secrets, context),
    storeNative: { labels: async (context): Promise<Plain> => labels(env, context) },
    createGroup: (request, context) => createGroup(env, request, context),
    updateGroup: (request, context) => updateGroup(env, request, context),
    deleteGroup: (request, context) => deleteGroup(env, request, context),
    createSecret: (request, context) => createSecret(env, request, context),
    updateSecret: (request, context) => updateSecret(env, request, context),
    deleteSecret: (request, context) => deleteSecret(env, request, context),
    retrySecret: (request, context) => retrySecret(env, request, context),
    createVersion: (request, context) => createVersion(env, request, context),
    close: () => client.close(),
  };
}

/** The platform tells no version of its own; which API it is asked stands in the endpoint. */
function versionOf(endpoint: string): string | null {
  const version = /\/(v\d{1,3})\/?$/.exec(endpoint)?.[1];
  return version === undefined ? null : `API ${version}`;
}
