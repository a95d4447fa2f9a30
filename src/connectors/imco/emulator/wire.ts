import type { EmulatedAnswer, EmulatedRequest } from '../../emulation/server.ts';
import { type CloudAccount, type Label, type StoredSecret, type Vault, versionId, type World } from './world.ts';

/** What is answered instead of a result. */
export class Refusal extends Error {
  readonly answer: EmulatedAnswer;

  constructor(answer: EmulatedAnswer) {
    super('refused');
    this.answer = answer;
  }
}

/** `{"errors": {"FIELD": ["message"]}}`: a validation has failed. */
export function invalid(field: string, message: string): Refusal {
  return new Refusal({ status: 422, body: { errors: { [field]: [message] } } });
}

/** `{"error": "message"}`: everything else. */
export function refused(status: number, error: string): Refusal {
  return new Refusal({ status, body: { error } });
}

export function found<T>(object: T | undefined): T {
  if (object === undefined) throw refused(404, 'Not found');
  return object;
}

export type Params = Readonly<Record<string, unknown>>;

/** Rails reads JSON only where the content type says so, and ignores what it does not know. */
export function paramsOf({ headers, body }: EmulatedRequest): Params {
  if (body.length === 0 || !/^application\/json\b/i.test(headers['content-type'] ?? '')) return {};
  try {
    const parsed: unknown = JSON.parse(body.toString('utf8'));
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? { ...parsed } : {};
  } catch {
    throw refused(400, 'Error occurred while parsing request parameters');
  }
}

export function required(params: Params, field: string): string {
  const value = optional(params, field);
  if (value === null || value.trim() === '') throw invalid(field, "can't be blank");
  return value;
}

export function optional(params: Params, field: string): string | null {
  const value = params[field];
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string') throw invalid(field, 'is invalid');
  return value;
}

export function labelIds(world: World, params: Params): Set<string> {
  const ids = params.label_ids ?? [];
  if (!Array.isArray(ids) || !ids.every((id): id is string => typeof id === 'string' && world.labels.has(id))) {
    throw invalid('label_ids', 'is invalid');
  }
  return new Set(ids);
}

export function vaultJson(vault: Vault): object {
  return {
    id: vault.id,
    name: vault.name,
    remote_id: vault.deployed ? vaultRemoteId(vault) : null,
    state: vault.state,
    key_vault_plan_id: vault.planId,
    cloud_account_id: vault.accountId,
    realm_id: vault.realmId,
    brownfield: vault.brownfield,
    label_ids: [...vault.labelIds],
    desired_remote_id: vault.desiredRemoteId,
    resource_type: 'key_vault',
  };
}

export function secretJson(secret: StoredSecret, vault: Vault): object {
  return {
    id: secret.id,
    name: secret.name,
    key_vault_id: secret.vaultId,
    remote_id: secret.deployed ? secretRemoteId(secret, vault) : null,
    state: secret.state,
    brownfield: secret.brownfield,
    label_ids: [...secret.labelIds],
    desired_remote_id: secret.desiredRemoteId,
    resource_type: 'secret',
  };
}

/** No number, no date, no state, and never the content. */
export function versionJson(secret: StoredSecret, vault: Vault, index: number): object {
  const id = versionId(secret, index);
  return {
    id,
    key_vault_id: secret.vaultId,
    remote_id: secret.versions[index]?.deployed === true ? `${secretRemoteId(secret, vault)}/${id}` : null,
    last: index === secret.versions.length - 1,
    resource_type: 'secret_version',
  };
}

export function labelJson(label: Label): object {
  return { ...label, resource_type: 'label' };
}

export function accountJson(account: CloudAccount): object {
  return {
    id: account.id,
    name: account.name,
    subscription_id: account.subscriptionId,
    remote_id: account.subscriptionId,
    cloud_provider_id: account.providerId,
    supports_importing: true,
    supports_importing_vpcs: true,
    supports_importing_floating_ips: true,
    supports_importing_volumes: true,
    supports_importing_policies: true,
    supports_importing_kubernetes_clusters: true,
    state: account.state,
    error_event_id: null,
    resource_type: 'cloud_account',
  };
}

export function secretRemoteId(secret: StoredSecret, vault: Vault): string {
  return `https://${vault.remoteName}.vault.azure.net/secrets/${secret.remoteName}`;
}

function vaultRemoteId(vault: Vault): string {
  return `/subscriptions/${vault.accountId}/resourceGroups/imco/providers/Microsoft.KeyVault/vaults/${vault.remoteName}`;
}
