import type { EmulatedAnswer } from '../../emulation/server.ts';
import {
  type EmulatedGroup,
  type EmulatedIntegration,
  type EmulatedSecret,
  type EmulatedState,
  type EmulatedVersion,
  plaintext,
} from './state.ts';

/** The control plane's JSON, as its current clients know it: no `name` on a group, no value but where it belongs. */
type Json = Record<string, unknown>;

export function groupJson(state: EmulatedState, group: EmulatedGroup): Json {
  const secrets = [...group.secrets.values()];
  return {
    id: group.id,
    fqn: groupFqn(state, group),
    tenantName: state.tenant,
    createdBySubject: group.createdBy,
    createdBy: group.createdBy.subjectSlug,
    associatedSecrets: secrets.map((secret) => secretJson(state, group, secret)),
    integrationId: group.integration.id,
    manifest: manifestJson(group),
    accountId: `${state.tenant}-account`,
    createdAt: iso(group.createdAt),
    updatedAt: iso(group.updatedAt),
  };
}

/** What `tfy apply` was given stays in it, values included: a client must not let them through. */
function manifestJson(group: EmulatedGroup): Json {
  const secrets = [...group.secrets.values()].map((secret) => ({ key: secret.key, value: currentValue(secret) }));
  return {
    type: 'secret-group',
    name: group.name,
    integration_fqn: group.integration.fqn,
    collaborators: group.collaborators,
    ...(group.account === null ? {} : { ownedBy: { account: group.account } }),
    ...(group.appliedWithValues ? { secrets } : {}),
  };
}

export function secretJson(state: EmulatedState, group: EmulatedGroup, secret: EmulatedSecret): Json {
  return {
    id: secret.id,
    fqn: `${groupFqn(state, group)}:${secret.key}`,
    name: secret.key,
    secretGroupId: group.id,
    createdBySubject: secret.createdBy,
    createdBy: secret.createdBy.subjectSlug,
    createdAt: iso(secret.createdAt),
    updatedAt: iso(secret.updatedAt),
    secretVersions: secret.versions.map((version) => versionJson(state, { group, secret, version })),
    activeDeploymentsCount: secret.activeDeployments,
  };
}

export function secretWithValueJson(state: EmulatedState, group: EmulatedGroup, secret: EmulatedSecret): Json {
  return { ...secretJson(state, group, secret), value: currentValue(secret) };
}

export function versionJson(
  state: EmulatedState,
  place: { readonly group: EmulatedGroup; readonly secret: EmulatedSecret; readonly version: EmulatedVersion },
): Json {
  const { group, secret, version } = place;
  return {
    id: version.id,
    fqn: `${groupFqn(state, group)}:${secret.key}:${version.number}`,
    version: version.number,
    secret: null,
    secretId: secret.id,
    createdAt: iso(version.createdAt),
    updatedAt: iso(version.createdAt),
  };
}

export function integrationJson(state: EmulatedState, integration: EmulatedIntegration): Json {
  return {
    ...integration,
    tenantName: state.tenant,
    createdBySubject: state.self,
    manifest: { type: integration.type, name: integration.name },
    metadata: {},
    createdAt: '2024-02-01T09:00:00.000Z',
    updatedAt: '2024-02-01T09:00:00.000Z',
  };
}

export function groupFqn(state: EmulatedState, group: EmulatedGroup): string {
  return `${state.tenant}:${group.name}`;
}

export function ok(body: unknown): EmulatedAnswer {
  return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

/** `offset` and `limit` of what matches, and how much that is. */
export function pageOf<T>(items: readonly T[], page: { readonly offset: number; readonly limit: number }) {
  const { offset, limit } = page;
  return { items: items.slice(offset, offset + limit), pagination: { total: items.length, offset, limit } };
}

function currentValue(secret: EmulatedSecret): string {
  const current = secret.versions.at(-1);
  return current === undefined ? '' : plaintext(current.value);
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
