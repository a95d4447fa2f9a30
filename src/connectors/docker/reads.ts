import pMap from 'p-map';
import type { CallContext, Item, ListingPage, StoreCheck } from '../../domain/connector.ts';
import { notFound } from '../../domain/errors.ts';
import type { NativePath, Secret, SecretGroup, Usage } from '../../domain/model.ts';
import type { DockerClient } from './client.ts';
import { STACK_LABEL } from './grammar.ts';
import { mapSecret, mapUsage, secretMapper, stacksOf, UNUSED } from './map.ts';

/** 41 bytes of URL an id: 28 KB, below what proxies commonly take (the engine itself takes a megabyte). */
const IDS_A_REQUEST = 700;

/** How many requests n ids cost. */
export function requestsFor(ids: number): number {
  return Math.ceil(ids / IDS_A_REQUEST);
}

/** 'Docker Engine 20.10.24, API 1.41', as far as the headers of the answer tell. */
export async function check(client: DockerClient, context: CallContext): Promise<StoreCheck> {
  const { server, apiVersion } = await client.probe(context);
  const engine = /^Docker\/([\w.+~-]{1,40})/.exec(server ?? '')?.[1];
  const api = /^\d{1,3}\.\d{1,3}$/.test(apiVersion) ? [`API ${apiVersion}`] : [];
  const known = [...(engine === undefined ? [] : [`Docker Engine ${engine}`]), ...api];
  return { apiVersion: known.length === 0 ? null : known.join(', ') };
}

/** Secrets that are mapped at a time: a whole swarm at once would be held twice over. */
const SLICE = 1_000;

/** One answer holds all there is: no paging, no limit. Each stack comes with the first of its secrets. */
export async function* list(client: DockerClient, context: CallContext): AsyncIterable<ListingPage> {
  const vendors = await client.listSecrets(context);
  const known = new Set<string>();
  const map = secretMapper();
  for (let start = 0; start < vendors.length; start += SLICE) {
    const secrets = vendors.slice(start, start + SLICE).map(map);
    const groups = stacksOf(secrets).filter(({ name }) => !known.has(name) && known.add(name));
    yield { groups, secrets };
  }
}

/** Several labels are ANDed by the engine, so more than one stack is asked for by the label's key alone. */
export async function getGroups(
  client: DockerClient,
  ids: readonly NativePath[],
  context: CallContext,
): Promise<readonly Item<SecretGroup>[]> {
  const [first, ...more] = new Set(ids.map(([namespace]) => namespace ?? ''));
  if (first === undefined) return [];
  const label = more.length === 0 ? `${STACK_LABEL}=${first}` : STACK_LABEL;
  const secrets = await client.listSecrets(context, { label: [label] });
  const found = new Map(stacksOf(secrets.map(mapSecret)).map((group) => [group.name, group]));
  return ids.map(([namespace]) => found.get(namespace ?? '') ?? notFound());
}

/** The engine's id filter takes prefixes; full ids are prefixes of themselves, and the answers are matched exactly. */
export async function getSecrets(
  client: DockerClient,
  request: { readonly ids: readonly NativePath[]; readonly concurrency: number },
  context: CallContext,
): Promise<readonly Item<Secret>[]> {
  const wanted = [...new Set(request.ids.map(([id]) => id ?? ''))];
  const chunks = Array.from({ length: requestsFor(wanted.length) }, (_, index) =>
    wanted.slice(index * IDS_A_REQUEST, (index + 1) * IDS_A_REQUEST),
  );
  const { concurrency } = request;
  const answers = await pMap(chunks, (id) => client.listSecrets(context, { id }), { concurrency });
  const found = new Map(answers.flat().map((vendor) => [vendor.ID, vendor]));
  return request.ids.map(([id]) => {
    const vendor = found.get(id ?? '');
    return vendor === undefined ? notFound() : mapSecret(vendor);
  });
}

/** `/services` cannot be filtered by secret: one answer serves any number of secrets. */
export async function getUsage(
  client: DockerClient,
  secrets: readonly Secret[],
  context: CallContext,
): Promise<readonly Item<Usage>[]> {
  if (secrets.length === 0) return [];
  const usage = mapUsage(await client.listServices(context));
  return secrets.map(({ nativeId }) => usage.get(nativeId) ?? UNUSED);
}
