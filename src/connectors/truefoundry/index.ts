import type { Connector } from '../../domain/connector.ts';
import type { Plain } from '../../domain/model.ts';
import { type ConnectorIo, defineProvider, type StoreSettings } from '../define.ts';
import { capabilities, costs } from './capabilities.ts';
import { openClient } from './client.ts';
import { credentials, settings, type TrueFoundryCredentials, type TrueFoundrySettings } from './config.ts';
import type { Env } from './env.ts';
import { createGroup, deleteGroup, updateGroup } from './groups.ts';
import { createGroupInput, nativeShapes, updateGroupInput } from './native.ts';
import { getGroups, getSecrets, integrations, listAll, listVersions, tenantName } from './reads.ts';
import { reveal } from './reveal.ts';
import { createSecret, createVersion, deleteSecret } from './writes.ts';

/** Ids are opaque words of the control plane. Its subjects' ids never become part of a request. */
const ID = /^[A-Za-z0-9._:-]{1,128}$/;
const SUBJECT_ID = /^\P{Cc}{1,256}$/u;

/** TrueFoundry: secret groups of one control plane. */
export const truefoundry = defineProvider({
  provider: 'TRUEFOUNDRY',
  title: 'TrueFoundry secret groups',
  capabilities,
  costs,
  idGrammar: { group: [ID], secret: [ID, ID], version: [ID, ID, ID], subject: [ID, SUBJECT_ID] },
  gaps: { fields: [], native: [] },
  groupsListing: 'together',
  groupOfNewSecret: 'given',
  nativeTypes: {
    store: 'TrueFoundryStore',
    group: 'TrueFoundrySecretGroup',
    secret: 'TrueFoundrySecret',
    version: 'TrueFoundrySecretVersion',
    subject: 'TrueFoundrySubject',
  },
  configuration: { schemes: ['https', 'http'], credentials, settings },
  nativeShapes,
  nativeInputs: { createGroup: createGroupInput, updateGroup: updateGroupInput },
  open,
  emulator: () => import('./emulator.ts'),
});

function open(store: StoreSettings<TrueFoundryCredentials, TrueFoundrySettings>, io: ConnectorIo): Connector {
  const client = openClient(store, io.onCall);
  const env: Env = {
    client,
    ...store.settings,
    connections: store.connections,
    turnKey: (groupId) => JSON.stringify([store.endpoint, groupId]),
  };
  return {
    async check(context) {
      await client.listGroups({ offset: 0, limit: 1, operation: 'check' }, context);
      return { apiVersion: null };
    },
    list: (context) => listAll(env, context),
    getGroups: (ids, context) => getGroups(env, ids, context),
    getSecrets: (ids, context) => getSecrets(env, ids, context),
    listVersions: (secrets, context) => listVersions(env, secrets, context),
    storeNative: {
      tenantName: (context) => tenantName(env, context),
      integrations: async (context): Promise<Plain> => integrations(env, context),
    },
    createGroup: (request, context) => createGroup(env, request, context),
    updateGroup: (request, context) => updateGroup(env, request, context),
    deleteGroup: (request, context) => deleteGroup(env, request, context),
    createSecret: (request, context) => createSecret(env, request, context),
    deleteSecret: (request, context) => deleteSecret(env, request, context),
    createVersion: (request, context) => createVersion(env, request, context),
    reveal: (request, context) => reveal(env, request, context),
    close: () => client.close(),
  };
}
