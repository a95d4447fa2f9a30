import { hash } from 'node:crypto';
import type {
  DetailField,
  GroupReference,
  Label,
  Plain,
  Secret,
  SecretGroup,
  SecretVersion,
} from '../../domain/model.ts';
import type { NativeKeyVault, NativeLabel, NativeSecret, NativeSecretVersion } from './native.ts';
import type { VendorLabel, VendorSecret, VendorVault, VendorVersion } from './schema.ts';
import { statusOf } from './states.ts';

/** The same for all: a listing has tens of thousands of them. */
const NO_LABELS: readonly Label[] = [];

/** Versions are listed secret by secret. */
export const LISTING_GAPS: readonly DetailField[] = ['versions'];

export function mapVault(vault: VendorVault): SecretGroup {
  const native: NativeKeyVault = {
    remoteId: vault.remote_id ?? null,
    state: vault.state,
    brownfield: vault.brownfield ?? null,
    keyVaultPlanId: vault.key_vault_plan_id ?? null,
    cloudAccountId: vault.cloud_account_id ?? null,
    realmId: vault.realm_id ?? null,
    labelIds: vault.label_ids ?? null,
    desiredRemoteId: vault.desired_remote_id ?? null,
    resourceType: vault.resource_type ?? null,
  };
  const { id, name } = referenceOf(vault);
  return {
    id,
    nativeId: vault.id,
    name,
    description: null,
    labels: [],
    tags: [],
    status: statusOf(vault.state),
    createdBy: null,
    createdAt: null,
    updatedAt: null,
    revision: revisionOf([name, ...Object.values(native)]),
    native,
  };
}

export function referenceOf(vault: VendorVault): GroupReference {
  return { id: [vault.id], name: nameOf(vault) };
}

export function mapSecret(secret: VendorSecret, group: GroupReference): Secret {
  const native: NativeSecret = {
    remoteId: secret.remote_id ?? null,
    state: secret.state,
    brownfield: secret.brownfield ?? null,
    desiredRemoteId: secret.desired_remote_id ?? null,
    keyVaultId: group.id[0] ?? '',
    resourceType: secret.resource_type ?? null,
    labelIds: secret.label_ids ?? null,
  };
  const name = nameOf(secret);
  return {
    id: [secret.id],
    nativeId: secret.id,
    name,
    group,
    description: null,
    labels: NO_LABELS,
    status: statusOf(secret.state),
    createdBy: null,
    createdAt: null,
    updatedAt: null,
    expiresAt: null,
    deletesAt: null,
    rotation: null,
    versions: null,
    usage: null,
    readability: 'WRITE_ONLY',
    revision: revisionOf([name, ...Object.values(native)]),
    incomplete: LISTING_GAPS,
    native,
  };
}

/** The vault that a secret says it lives in, by either spelling of the field; null where it does not say. */
export function vaultIdOf(object: VendorSecret | VendorVersion): string | null {
  return object.key_vault_id ?? object['key vault_id'] ?? null;
}

/**
 * The versions of a secret, newest first. IMCO documents no order and no date, but marks the last one: where that
 * stands at the end, the answer runs from old to new and is turned round. Wherever it stands, it comes first.
 */
export function mapVersions(secret: Secret, versions: readonly VendorVersion[]): readonly SecretVersion[] {
  const mapped = versions.map((version, position) => mapVersion(secret, version, position));
  const ordered = versions.at(-1)?.last === true ? mapped.toReversed() : mapped;
  return [...ordered.filter(({ isCurrent }) => isCurrent), ...ordered.filter(({ isCurrent }) => !isCurrent)];
}

function mapVersion(secret: Secret, version: VendorVersion, position: number): SecretVersion {
  const last = version.last === true;
  const native: NativeSecretVersion = {
    remoteId: version.remote_id ?? null,
    last,
    position,
    keyVaultId: vaultIdOf(version),
    resourceType: version.resource_type ?? null,
  };
  return {
    id: [...secret.id, version.id],
    nativeId: version.id,
    number: null,
    stage: null,
    isCurrent: last,
    createdAt: null,
    updatedAt: null,
    readability: 'WRITE_ONLY',
    native,
  };
}

export function mapLabel(label: VendorLabel): NativeLabel {
  const { id, name, namespace, value } = label;
  // An empty namespace is none: the vendor's client tells internal labels by it (GitHub ingrammicro/cio, api/labels).
  return { nativeId: id, name, namespace: namespace || null, value: value ?? null };
}

/** What was imported may have no logical name; its id is what people then see in IMCO too. */
function nameOf({ id, name }: { readonly id: string; readonly name?: string | null | undefined }): string {
  return name || id;
}

/** IMCO keeps no date and no counter: what can be seen of the object is all that tells of a change. */
function revisionOf(visible: readonly Plain[]): string {
  return hash('sha256', JSON.stringify(visible), 'base64url');
}
