import { z } from 'zod';
import type { EmulatedRequest } from '../../emulation/server.ts';
import { refusals } from './refusals.ts';
import {
  addSecret,
  type EmulatedCollaborator,
  type EmulatedGroup,
  type EmulatedIntegration,
  type EmulatedState,
  groupNamed,
  isAzure,
  newId,
  removeSecret,
  setValue,
} from './state.ts';

/** The changes that the control plane makes, and the bodies it takes for them. */
const key = z.string().min(1);
const createBody = z.object({
  name: z.string().min(1),
  integrationId: z.string(),
  secrets: z.array(z.object({ key, value: z.string() })),
});
const replaceBody = z.object({ secrets: z.array(z.object({ key, value: z.string().nullish() })) });
const manifestBody = z.object({
  manifest: z.object({
    type: z.literal('secret-group'),
    name: z.string().min(1),
    integration_fqn: z.string(),
    collaborators: z.array(z.object({ subject: z.string(), role_id: z.string() })),
    ownedBy: z.object({ account: z.string() }).nullish(),
  }),
  dryRun: z.boolean().nullish(),
});

export function createGroup(state: EmulatedState, request: EmulatedRequest): EmulatedGroup {
  const { name, integrationId, secrets } = bodyOf(request, createBody, refusals.unprocessable);
  const integration = state.integrations.find(({ id, type }) => id === integrationId && type.includes('secret-store'));
  if (integration === undefined) throw refusals.noIntegration(422);
  if (groupNamed(state, name) !== undefined) throw refusals.groupExists();
  if (new Set(secrets.map((secret) => secret.key)).size < secrets.length) throw refusals.unprocessable();
  for (const secret of secrets) checkKey(state, { integration, group: name, key: secret.key });
  const group = newGroup(state, { name, integration, collaborators: [], account: null });
  for (const secret of secrets) addSecret(state, group, secret);
  state.groups.set(group.id, group);
  return group;
}

/** Replaces the key set: what is left out goes, what comes without a value stays, what differs gets a version. */
export function replaceKeys(state: EmulatedState, group: EmulatedGroup, request: EmulatedRequest): EmulatedGroup {
  const { secrets } = bodyOf(request, replaceBody, refusals.unprocessable);
  if (secrets.length === 0) throw refusals.noSecrets();
  const keys = new Set(secrets.map((secret) => secret.key));
  if (keys.size < secrets.length) throw refusals.unprocessable();
  for (const { key: name, value } of secrets) {
    if (group.secrets.has(name)) continue;
    if (typeof value !== 'string') throw refusals.unprocessable();
    checkKey(state, { integration: group.integration, group: group.name, key: name });
  }
  for (const secret of [...group.secrets.values()]) if (!keys.has(secret.key)) removeSecret(state, group, secret);
  for (const { key: name, value } of secrets) {
    if (typeof value !== 'string') continue;
    const secret = group.secrets.get(name);
    if (secret === undefined) addSecret(state, group, { key: name, value });
    else setValue(state, secret, value);
  }
  group.updatedAt = state.now();
  return group;
}

/** Creates or changes the group of the manifest's name: ownership and access, no secrets. */
export function applyManifest(state: EmulatedState, request: EmulatedRequest): EmulatedGroup {
  const { manifest, dryRun } = bodyOf(request, manifestBody, refusals.badRequest);
  const integration = state.integrations.find(({ fqn }) => fqn === manifest.integration_fqn);
  if (integration === undefined) throw refusals.noIntegration(404);
  const present = groupNamed(state, manifest.name);
  if (present !== undefined && present.integration.id !== integration.id) throw refusals.otherStore();
  const access = { collaborators: manifest.collaborators, account: manifest.ownedBy?.account ?? null };
  const group = present ?? newGroup(state, { name: manifest.name, integration, ...access });
  if (dryRun === true) return { ...group, ...access };
  Object.assign(group, access, { updatedAt: state.now() });
  state.groups.set(group.id, group);
  return group;
}

export function deleteGroup(state: EmulatedState, group: EmulatedGroup): void {
  for (const secret of [...group.secrets.values()]) removeSecret(state, group, secret);
  state.groups.delete(group.id);
}

export function bodyOf<T>(request: EmulatedRequest, schema: z.ZodType<T>, refusal: () => Error): T {
  let json: unknown;
  try {
    json = JSON.parse(request.body.toString('utf8'));
  } catch {
    throw refusals.badRequest();
  }
  const parsed = schema.safeParse(json);
  if (!parsed.success) throw refusal();
  return parsed.data;
}

function newGroup(
  state: EmulatedState,
  given: {
    readonly name: string;
    readonly integration: EmulatedIntegration;
    readonly collaborators: readonly EmulatedCollaborator[];
    readonly account: string | null;
  },
): EmulatedGroup {
  const creator = { subject: `${state.self.subjectType}:${state.self.subjectSlug}`, role_id: 'secret-group-admin' };
  const at = state.now();
  return {
    ...given,
    id: newId(state, 'group'),
    collaborators: given.collaborators.length === 0 ? [creator] : given.collaborators,
    createdBy: state.self,
    createdAt: at,
    updatedAt: at,
    appliedWithValues: false,
    secrets: new Map(),
  };
}

/** Azure's rules: no underscores, and a deleted name stays taken until its vault has purged it. */
function checkKey(
  state: EmulatedState,
  place: { readonly integration: EmulatedIntegration; readonly group: string; readonly key: string },
): void {
  if (!isAzure(place.integration)) return;
  if (place.key.includes('_')) throw refusals.underscore();
  if (state.softDeleted.has(`${place.group}/${place.key}`)) throw refusals.softDeleted();
}
