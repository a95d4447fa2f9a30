import type { CallContext, Connector } from '../../domain/connector.ts';
import { pathKey } from '../../domain/ids.ts';
import type { ConnectorIo } from '../define.ts';
import { openSeguraClient, type SeguraStore } from './client.ts';
import { type MappedListing, mapListing, mapPages, pickItems } from './map.ts';
import { reveal } from './reveal.ts';
import { createSecret, createVersion, type WriteTools } from './writes.ts';

/** One authorization of one Segura application. Every read is the same GET; nothing is kept but the token. */
export function openSegura(store: SeguraStore, io: ConnectorIo): Connector {
  const client = openSeguraClient(store, io);
  const clock = () => ({ timeZone: store.settings.timeZone, now: io.now() });
  const read = async (context: CallContext): Promise<MappedListing> => mapListing(await client.list(context), clock());
  const tools: WriteTools = { client, store, read };

  return {
    check: async (context) => {
      await client.authenticate(context);
      return { apiVersion: null };
    },
    list: async function* (context) {
      yield* mapPages(await client.list(context), clock());
    },
    getGroups: async (ids, context) => {
      if (ids.length === 0) return [];
      const { group } = await read(context);
      const known = group === null ? null : pathKey(group.id);
      return pickItems(ids.map(pathKey), (key) => (group !== null && key === known ? group : undefined));
    },
    getSecrets: async (ids, context) => {
      if (ids.length === 0) return [];
      const { secrets } = await read(context);
      return pickItems(
        ids.map(([secretId]) => secretId),
        (secretId) => secrets.get(secretId),
      );
    },
    listVersions: async (secrets) => secrets.map((secret) => secret.versions ?? []),
    createSecret: (request, context) => createSecret(tools, request, context),
    createVersion: async (request, context) => createVersion(tools, request, context),
    reveal: (request, context) => reveal(client, request, context),
    close: () => client.close(),
  };
}
