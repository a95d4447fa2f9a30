import { createHash } from 'node:crypto';
import type { CacheStoreOptions } from './cache/cache.ts';
import type { OpenStore } from './catalog/store.ts';
import type { StoreConfig } from './config/load.ts';
import type { ConnectorIo, ProviderDefinition } from './connectors/define.ts';
import type { NativeInputVerb } from './domain/connector.ts';
import { badInput } from './domain/errors.ts';
import { storeResource } from './domain/resource.ts';

export interface OpenedStores {
  readonly stores: readonly OpenStore[];
  /** What the cache has to know of each. */
  readonly cacheStores: readonly CacheStoreOptions[];
  readonly close: () => Promise<void>;
}

/** Opens the connector of every configured store. Nothing is asked of a store before somebody asks for it. */
export function openStores(
  configs: readonly StoreConfig[],
  { providers, io }: { readonly providers: Readonly<Record<string, ProviderDefinition>>; readonly io: ConnectorIo },
): OpenedStores {
  const opened = configs.map((config) => {
    const definition = providers[config.provider];
    if (definition === undefined) throw new Error('the configuration names an unknown provider');
    return { config, definition, store: openStore(config, definition, io) };
  });
  return {
    stores: opened.map(({ store }) => store),
    cacheStores: opened.map(({ config, definition }) => ({
      storeId: config.settings.id,
      fingerprint: fingerprintOf(config),
      nativeShapes: nativeShapesOf(definition),
    })),
    close: async () => {
      await Promise.all(opened.map(({ store }) => store.connector.close()));
    },
  };
}

function openStore({ settings, description }: StoreConfig, definition: ProviderDefinition, io: ConnectorIo): OpenStore {
  return {
    id: settings.id,
    name: settings.name,
    description,
    resource: storeResource(settings.name),
    facts: definition,
    connector: definition.open(settings, io),
    parseNative: (verb, value) => parseNative(definition, verb, value),
  };
}

function parseNative(definition: ProviderDefinition, verb: NativeInputVerb, value: unknown): unknown {
  const member = definition.provider.toLowerCase();
  const schema = definition.nativeInputs[verb];
  if (schema === undefined) throw badInput('This store has no native input here.', `input.native.${member}`);
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const path = ['input', 'native', member, ...(issue?.path ?? []).map(String)].join('.');
  // A custom issue is a rule of the connector's own, told in its own words; zod's texts are not for users.
  throw badInput(issue?.code === 'custom' ? issue.message : 'This is not what the store takes here.', path);
}

function nativeShapesOf({ nativeTypes, nativeShapes }: ProviderDefinition): CacheStoreOptions['nativeShapes'] {
  const shapeOf = (typename: string) => {
    const shape = nativeShapes[typename];
    if (shape === undefined) throw new Error(`the provider gives no shape for its type ${typename}`);
    return shape;
  };
  return {
    group: shapeOf(nativeTypes.group),
    secret: shapeOf(nativeTypes.secret),
    version: nativeTypes.version === null ? null : shapeOf(nativeTypes.version),
    subject: nativeTypes.subject === null ? null : shapeOf(nativeTypes.subject),
  };
}

/** Other credentials may see other things: what was read with one set is never answered for another. */
function fingerprintOf({ settings: { endpoint, credentials, settings } }: StoreConfig): string {
  return createHash('sha256')
    .update(JSON.stringify([endpoint, credentials, settings]))
    .digest('base64url');
}
