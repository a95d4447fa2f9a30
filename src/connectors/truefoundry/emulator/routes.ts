import { z } from 'zod';
import type { EmulatedAnswer, EmulatedRequest } from '../../emulation/server.ts';
import { applyManifest, bodyOf, createGroup, deleteGroup, replaceKeys } from './operations.ts';
import { Refusal, refusals } from './refusals.ts';
import { type EmulatedGroup, type EmulatedSecret, type EmulatedState, findSecret, removeSecret } from './state.ts';
import {
  groupFqn,
  groupJson,
  integrationJson,
  ok,
  pageOf,
  secretJson,
  secretWithValueJson,
  versionJson,
} from './wire.ts';

const PREFIX = '/api/svc/v1/';
const DEFAULT_LIMIT = 100;

/** Answers one request as the control plane would. */
export function handle(state: EmulatedState, request: EmulatedRequest): EmulatedAnswer {
  try {
    if (request.headers.authorization !== `Bearer ${state.token}`) throw refusals.unauthorized();
    return withRequestId(state, route(state, request));
  } catch (error) {
    if (error instanceof Refusal) return withRequestId(state, error.answer());
    throw error;
  }
}

function route(state: EmulatedState, request: EmulatedRequest): EmulatedAnswer {
  if (!request.path.startsWith(PREFIX)) throw refusals.noRoute();
  const [collection, id, sub, ...rest] = request.path.slice(PREFIX.length).split('/').map(decodeURIComponent);
  if (rest.length > 0) throw refusals.noRoute();
  if (collection === 'secret-groups' && sub === undefined) {
    return id === undefined ? groupsRoute(state, request) : groupRoute(state, id, request);
  }
  if (collection === 'secrets' && id === undefined) return secretsRoute(state, request);
  if (collection === 'secrets' && id !== undefined) return secretRoute(state, { id, sub, request });
  if (collection === 'provider-integrations' && id === undefined) return integrationsRoute(state, request);
  if (collection === 'provider-accounts' && id === undefined) return accountsRoute(state, request);
  throw refusals.noRoute();
}

function groupsRoute(state: EmulatedState, request: EmulatedRequest): EmulatedAnswer {
  if (request.method === 'GET') return listGroups(state, request);
  if (request.method === 'POST') return ok({ data: groupJson(state, createGroup(state, request)) });
  if (request.method === 'PUT') return ok({ data: groupJson(state, applyManifest(state, request)) });
  throw refusals.noMethod();
}

function groupRoute(state: EmulatedState, id: string, request: EmulatedRequest): EmulatedAnswer {
  const group = state.groups.get(id);
  if (group === undefined) throw refusals.noGroup();
  if (request.method === 'GET') return ok({ data: groupJson(state, group) });
  if (request.method === 'PUT') return ok({ data: groupJson(state, replaceKeys(state, group, request)) });
  if (request.method !== 'DELETE') throw refusals.noMethod();
  deleteGroup(state, group);
  return ok({});
}

function listGroups(state: EmulatedState, { query }: EmulatedRequest): EmulatedAnswer {
  const fqn = query.get('fqn');
  const search = query.get('search');
  const matching = [...state.groups.values()].filter(
    (group) => (fqn === null || groupFqn(state, group) === fqn) && (search === null || mentions(group, search)),
  );
  const { items, pagination } = pageOf(matching, pageAsked(query));
  const attributes = query.get('attributes');
  const data = items.map((group) => only(groupJson(state, group), attributes));
  return ok({ data, pagination });
}

function mentions(group: EmulatedGroup, text: string): boolean {
  return group.name.includes(text) || group.secrets.keys().some((key) => key.includes(text));
}

/** With `attributes`, nothing but those; the id always. */
function only(json: Record<string, unknown>, attributes: string | null): Record<string, unknown> {
  if (attributes === null || attributes === '') return json;
  const wanted = new Set(['id', ...attributes.split(',')]);
  return Object.fromEntries(Object.entries(json).filter(([name]) => wanted.has(name)));
}

const secretsBody = z.object({
  limit: z.int().min(0).nullish(),
  offset: z.int().min(0).nullish(),
  secretFqns: z.array(z.string()).nullish(),
  secretGroupId: z.string().nullish(),
  withValue: z.boolean().nullish(),
});

/** POST lists: there is no call that creates one secret. */
function secretsRoute(state: EmulatedState, request: EmulatedRequest): EmulatedAnswer {
  if (request.method !== 'POST') throw refusals.noMethod();
  const asked = bodyOf(request, secretsBody, refusals.badRequest);
  const groups = groupsAsked(state, asked.secretGroupId ?? null);
  const fqns = asked.secretFqns ? new Set(asked.secretFqns) : null;
  const matching: [EmulatedGroup, EmulatedSecret][] = [];
  for (const group of groups) {
    for (const secret of group.secrets.values()) {
      if (fqns === null || fqns.has(`${groupFqn(state, group)}:${secret.key}`)) matching.push([group, secret]);
    }
  }
  const page = pageOf(matching, { limit: asked.limit ?? DEFAULT_LIMIT, offset: asked.offset ?? 0 });
  const json = asked.withValue === true ? secretWithValueJson : secretJson;
  return ok({ data: page.items.map(([group, secret]) => json(state, group, secret)), pagination: page.pagination });
}

function groupsAsked(state: EmulatedState, id: string | null): readonly EmulatedGroup[] {
  if (id === null) return [...state.groups.values()];
  const group = state.groups.get(id);
  if (group === undefined) throw refusals.noGroup();
  return [group];
}

function secretRoute(
  state: EmulatedState,
  asked: { readonly id: string; readonly sub: string | undefined; readonly request: EmulatedRequest },
): EmulatedAnswer {
  const { id, sub, request } = asked;
  const found = findSecret(state, id);
  if (found === undefined) throw refusals.noSecret();
  const [group, secret] = found;
  if (sub === 'versions' && request.method === 'GET') {
    const data = secret.versions.toReversed().map((version) => versionJson(state, { group, secret, version }));
    return ok({ data });
  }
  if (sub !== undefined) throw refusals.noRoute();
  if (request.method === 'GET') return ok({ data: secretWithValueJson(state, group, secret) });
  if (request.method !== 'DELETE') throw refusals.noMethod();
  removeSecret(state, group, secret);
  group.updatedAt = state.now();
  return ok(1);
}

function integrationsRoute(state: EmulatedState, { method, query }: EmulatedRequest): EmulatedAnswer {
  if (method !== 'GET') throw refusals.noMethod();
  const [type, fqn, id] = [query.get('type'), query.get('fqn'), query.get('id')];
  const matching = state.integrations.filter(
    (integration) =>
      (type === null || integration.type.includes(type)) &&
      (fqn === null || integration.fqn === fqn) &&
      (id === null || integration.id === id),
  );
  const { items, pagination } = pageOf(matching, pageAsked(query));
  return ok({ data: items.map((integration) => integrationJson(state, integration)), pagination });
}

function accountsRoute(state: EmulatedState, { method, query }: EmulatedRequest): EmulatedAnswer {
  if (method !== 'GET') throw refusals.noMethod();
  const type = query.get('type');
  const wanted = state.integrations.filter((integration) => type === null || integration.type.includes(type));
  const accounts = Map.groupBy(wanted, ({ providerAccountFqn }) => providerAccountFqn);
  const matching = [...accounts].map(([fqn, integrations]) => ({
    id: `account:${fqn}`,
    fqn,
    name: fqn.split(':').at(-1),
    integrations: integrations.map((integration) => integrationJson(state, integration)),
  }));
  const { items, pagination } = pageOf(matching, pageAsked(query));
  return ok({ data: items, pagination });
}

function pageAsked(query: URLSearchParams): { readonly limit: number; readonly offset: number } {
  const read = (name: string, fallback: number): number => {
    const text = query.get(name);
    if (text === null) return fallback;
    if (!/^\d{1,9}$/.test(text)) throw refusals.badRequest();
    return Number(text);
  };
  return { limit: read('limit', DEFAULT_LIMIT), offset: read('offset', 0) };
}

function withRequestId(state: EmulatedState, answer: EmulatedAnswer): EmulatedAnswer {
  state.nextId += 1;
  return { ...answer, headers: { ...answer.headers, 'x-request-id': `req-${state.nextId}` } };
}
