import { createHash, randomBytes } from 'node:crypto';
import { Agent, request } from 'undici';
import { parseConfigValue } from '../../../src/config/load.ts';
import type { ProviderDefinition } from '../../../src/connectors/define.ts';
import { PROVIDERS } from '../../../src/connectors/registry.ts';
import type { Connector, Item, ListingPage } from '../../../src/domain/connector.ts';
import { notFound, PortcullisError } from '../../../src/domain/errors.ts';
import type { Secret, SecretGroup } from '../../../src/domain/model.ts';
import { groupResource, secretResource } from '../../../src/domain/resource.ts';
import { openGateway } from '../../../src/gateway.ts';
import { type Sandbox, startSandbox } from '../../../src/sandbox/sandbox.ts';
import { createLogger } from '../../../src/telemetry/logger.ts';
import { type Owned, policyOf, TEAMS, type Team, worldOf } from './teams.ts';

export type Principal = Team | 'both' | 'admin';
const ROLES: Readonly<Record<Principal, readonly string[]>> = {
  amber: ['amber'],
  blue: ['blue'],
  both: ['amber', 'blue'],
  admin: ['admin'],
};

export interface Ask {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** The body of an answer as it came, and its head without what differs between any two answers. */
export interface Reply {
  readonly status: number;
  readonly head: string;
  readonly body: string;
}

/** A gateway that anybody may ask. */
export interface World {
  ask(principal: Principal, ask: Ask): Promise<Reply>;
  close(): Promise<void>;
}

export interface Worlds {
  readonly sandbox: Sandbox;
  /** Everything that there is, as an administrator sees it. */
  readonly all: readonly Owned[];
  /** The gateway that both teams share. */
  readonly shared: World;
  /** For each team, a gateway over the same stores, from which everything that is not the team's has been taken. */
  readonly alone: Readonly<Record<Team, World>>;
  close(): Promise<void>;
}

const ALL = `{
  secrets(first: 500) { nodes { id name nativeId resource store { name } createdBy { id } group { id nativeId name } } }
  secretGroups(first: 500) { nodes { id name nativeId resource store { name } createdBy { id } } }
}`;

/** @param seed decides who owns what */
export async function startWorlds(seed: number): Promise<Worlds> {
  const sandbox = await startSandbox({ providers: PROVIDERS, secrets: 80, firstPort: 0, now: Date.now });
  const sealingKey = randomBytes(32).toString('hex');
  const common = { sandbox, sealingKey };
  const everything = await openWorld({ ...common, policy: policyOf(seed, []), ttlSeconds: 60, providers: PROVIDERS });
  const { body } = await everything.ask('admin', { query: ALL });
  await everything.close();
  const { data } = JSON.parse(body) as {
    readonly data: Readonly<Record<string, { readonly nodes: readonly Owned[] }>>;
  };
  const all = Object.values(data).flatMap(({ nodes }) => nodes);

  const policy = policyOf(seed, all);
  const shared = await openWorld({ ...common, policy, ttlSeconds: 5, providers: PROVIDERS });
  const openAlone = (team: Team) =>
    openWorld({ ...common, policy, ttlSeconds: 3_600, providers: without(worldOf(seed, team, all)) });
  const alone = { amber: await openAlone('amber'), blue: await openAlone('blue') };
  return {
    sandbox,
    all,
    shared,
    alone,
    async close() {
      await shared.close();
      for (const team of TEAMS) await alone[team].close();
      await sandbox.close();
    },
  };
}

async function openWorld(options: {
  readonly sandbox: Sandbox;
  readonly sealingKey: string;
  readonly policy: unknown;
  readonly ttlSeconds: number;
  readonly providers: Readonly<Record<string, ProviderDefinition>>;
}): Promise<World> {
  const { sandbox, sealingKey, policy, ttlSeconds, providers } = options;
  const config = parseConfigValue(
    {
      stores: sandbox.config.stores,
      server: {
        port: 0,
        sealingKeys: [{ name: 'test', key: sealingKey }],
        rateLimit: { perMinute: 0, perAddressPerMinute: 0 },
      },
      reveal: { perMinute: 1_000_000 },
      cache: { ttlSeconds, staleSeconds: 600 },
      auth: {
        tokens: Object.entries(ROLES).map(([name, roles]) => ({
          name,
          sha256: createHash('sha256').update(name).digest('hex'),
          roles,
        })),
      },
      policy,
    },
    { providers, env: {} },
  );
  const gateway = await openGateway(config, { providers, logger: createLogger({ level: 'silent' }) });
  const agent = new Agent({ connections: 32 });
  return {
    async ask(principal, ask) {
      const answer = await request(`${gateway.url}/graphql`, {
        dispatcher: agent,
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${principal}` },
        body: JSON.stringify(ask),
      });
      const { date: _date, 'x-request-id': _requestId, ...head } = answer.headers;
      return { status: answer.statusCode, head: JSON.stringify(head), body: await answer.body.text() };
    },
    async close() {
      await agent.close();
      await gateway.close();
    },
  };
}

/** The same providers, whose stores hold nothing that is not in a world. */
function without(isThere: (resource: string) => boolean): Readonly<Record<string, ProviderDefinition>> {
  return Object.fromEntries(
    Object.entries(PROVIDERS).map(([word, definition]) => [
      word,
      { ...definition, open: (settings, io) => narrowed(definition.open(settings, io), settings.name, isThere) },
    ]),
  );
}

function narrowed(connector: Connector, store: string, isThere: (resource: string) => boolean): Connector {
  const hasSecret = ({ group, name }: Secret) => isThere(secretResource(store, group?.name ?? null, name));
  const hasGroup = ({ name }: SecretGroup) => isThere(groupResource(store, name));
  const pages = async function* (from: AsyncIterable<ListingPage>): AsyncIterable<ListingPage> {
    for await (const { groups, secrets } of from) {
      yield { groups: groups.filter(hasGroup), secrets: secrets.filter(hasSecret) };
    }
  };
  const items = <T>(all: readonly Item<T>[], has: (item: T) => boolean): readonly Item<T>[] =>
    all.map((item) => (item instanceof PortcullisError || has(item) ? item : notFound()));
  const { listGroups } = connector;
  return {
    ...connector,
    list: (context) => pages(connector.list(context)),
    ...(listGroups === undefined ? {} : { listGroups: (context) => pages(listGroups(context)) }),
    getGroups: async (ids, context) => items(await connector.getGroups(ids, context), hasGroup),
    getSecrets: async (ids, context) => items(await connector.getSecrets(ids, context), hasSecret),
  };
}
