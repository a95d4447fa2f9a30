import { hash } from 'node:crypto';
import type {
  DetailField,
  GroupReference,
  Instant,
  Label,
  Secret,
  SecretGroup,
  SecretVersion,
  Subject,
} from '../../domain/model.ts';
import { parseIsoInstant } from '../http/iso-instant.ts';
import type { TrueFoundrySettings } from './config.ts';
import type { NativeIntegration, NativeManifest } from './native.ts';
import type {
  VendorGroup,
  VendorIntegration,
  VendorManifest,
  VendorSecret,
  VendorSubject,
  VendorVersion,
} from './schema.ts';

/** The same for all: a listing has tens of thousands of them. */
const NO_LABELS: readonly Label[] = [];
const COMPLETE: readonly DetailField[] = [];
const WITHOUT_VERSIONS: readonly DetailField[] = ['versions'];

type ValueView = TrueFoundrySettings['valueView'];

/** One group with the secrets that came in the same answer. */
export interface GroupState {
  readonly group: SecretGroup;
  readonly secrets: readonly Secret[];
}

export function mapGroup(vendor: VendorGroup, valueView: ValueView): GroupState {
  const reference = { id: [vendor.id], name: groupName(vendor) };
  const subjectOf = rememberingLast(mapSubject);
  const secrets = (vendor.associatedSecrets ?? []).map((secret) =>
    mapSecret(secret, { group: reference, valueView, subjectOf }),
  );
  const manifest = vendor.manifest ? mapManifest(vendor.manifest) : null;
  const group: SecretGroup = {
    ...reference,
    nativeId: vendor.id,
    description: null,
    labels: [],
    tags: [],
    status: 'ACTIVE',
    createdBy: subjectOf(vendor.createdBySubject),
    ...mapInstants(vendor),
    revision: fingerprint([reference.name, vendor.updatedAt, manifest, secrets.map(keyState).sort()]),
    native: {
      fqn: vendor.fqn ?? null,
      tenantName: vendor.tenantName ?? null,
      integrationId: vendor.integrationId ?? null,
      accountId: vendor.accountId ?? null,
      createdBy: vendor.createdBy ?? null,
      manifest,
    },
  };
  return { group, secrets };
}

/** `name` is in the older answers, `manifest` in the newer; the fqn ends in the name in all of them. */
function groupName(vendor: VendorGroup): string {
  const candidates = [vendor.name, vendor.manifest?.name, vendor.fqn?.split(':').at(-1), vendor.id];
  return candidates.find((candidate) => typeof candidate === 'string' && candidate !== '') ?? vendor.id;
}

interface OfGroup {
  readonly group: GroupReference;
  readonly valueView: ValueView;
  readonly subjectOf: typeof mapSubject;
}

function mapSecret(vendor: VendorSecret, { group, valueView, subjectOf }: OfGroup): Secret {
  const id = [...group.id, vendor.id];
  const versions = vendor.secretVersions ? mapVersions(vendor.secretVersions, { id, valueView }) : null;
  const current = versions?.[0]?.number ?? null;
  const deployments = whole(vendor.activeDeploymentsCount);
  return {
    id,
    nativeId: vendor.id,
    name: vendor.name,
    group,
    description: null,
    labels: NO_LABELS,
    status: 'ACTIVE',
    createdBy: subjectOf(vendor.createdBySubject),
    ...mapInstants(vendor),
    expiresAt: null,
    deletesAt: null,
    rotation: null,
    versions,
    usage: deployments === null ? null : { activeDeployments: deployments, consumers: null },
    readability: valueView === 'enabled' ? 'READABLE' : 'FORBIDDEN_BY_STORE',
    revision: vendor.updatedAt || versions ? JSON.stringify([vendor.name, vendor.updatedAt, current]) : null,
    incomplete: versions === null ? WITHOUT_VERSIONS : COMPLETE,
    native: { fqn: vendor.fqn, activeDeploymentsCount: deployments, createdBy: vendor.createdBy ?? null },
  };
}

/**
 * Newest first; the highest number is the current one. Whether an earlier version's value can still be had is not
 * documented, so its readability is UNKNOWN.
 */
export function mapVersions(
  vendor: readonly VendorVersion[],
  secret: { readonly id: Secret['id']; readonly valueView: ValueView },
): readonly SecretVersion[] {
  const newestFirst = vendor.length === 1 ? vendor : vendor.toSorted(byAge);
  const readable = secret.valueView === 'enabled';
  return newestFirst.map((version, index) => ({
    id: [...secret.id, version.id],
    nativeId: version.id,
    number: whole(version.version),
    stage: null,
    isCurrent: index === 0,
    ...mapInstants(version),
    readability: readable ? (index === 0 ? 'READABLE' : 'UNKNOWN') : 'FORBIDDEN_BY_STORE',
    native: { fqn: version.fqn ?? null },
  }));
}

function byAge(one: VendorVersion, other: VendorVersion): number {
  const numbers = (other.version ?? 0) - (one.version ?? 0);
  return numbers || (mapInstant(other.createdAt) ?? 0) - (mapInstant(one.createdAt) ?? 0);
}

/** The words of the first document; whatever came since (external-identity, agent-identity, role, …) is OTHER. */
const SUBJECT_TYPES: ReadonlyMap<string, Subject['type']> = new Map<string, Subject['type']>([
  ['user', 'USER'],
  ['team', 'TEAM'],
  ['serviceaccount', 'SERVICE_ACCOUNT'],
  ['virtualaccount', 'VIRTUAL_ACCOUNT'],
]);

export function mapSubject(vendor: VendorSubject | null | undefined): Subject | null {
  if (!vendor || vendor.subjectId === '' || vendor.subjectType === '') return null;
  return {
    id: [vendor.subjectType, vendor.subjectId],
    nativeId: vendor.subjectId,
    type: SUBJECT_TYPES.get(vendor.subjectType) ?? 'OTHER',
    nativeType: vendor.subjectType,
    slug: vendor.subjectSlug ?? null,
    displayName: vendor.subjectDisplayName ?? null,
    native: {
      patName: vendor.subjectPatName ?? null,
      controllerName: vendor.subjectControllerName ?? null,
      externalIdentitySlug: vendor.subjectExternalIdentitySlug ?? null,
    },
  };
}

/** A group's secrets mostly have one creator: it is mapped once. */
function rememberingLast(map: typeof mapSubject): typeof mapSubject {
  let last: { readonly vendor: VendorSubject; readonly subject: Subject | null } | null = null;
  return (vendor) => {
    if (!vendor) return null;
    if (last === null || !isSameSubject(vendor, last.vendor)) last = { vendor, subject: map(vendor) };
    return last.subject;
  };
}

function isSameSubject(one: VendorSubject, other: VendorSubject): boolean {
  return (
    one.subjectId === other.subjectId &&
    one.subjectType === other.subjectType &&
    one.subjectSlug === other.subjectSlug &&
    one.subjectDisplayName === other.subjectDisplayName &&
    one.subjectPatName === other.subjectPatName &&
    one.subjectControllerName === other.subjectControllerName &&
    one.subjectExternalIdentitySlug === other.subjectExternalIdentitySlug
  );
}

function mapManifest(vendor: VendorManifest): NativeManifest {
  return {
    type: vendor.type ?? null,
    name: vendor.name ?? null,
    integrationFqn: vendor.integration_fqn ?? null,
    collaborators: vendor.collaborators?.map(({ subject, role_id }) => ({ subject, roleId: role_id })) ?? null,
    ownedByAccount: vendor.ownedBy?.account ?? null,
  };
}

export function mapIntegration(vendor: VendorIntegration): NativeIntegration {
  return { nativeId: vendor.id, name: vendor.name ?? null, fqn: vendor.fqn ?? null, type: vendor.type ?? null };
}

/** The number of a secret's current version; null where the store does not number them. */
export function currentNumber(secret: Secret): number | null {
  return secret.versions?.[0]?.number ?? null;
}

/** Most objects were never changed, and reading a date is the dearest part of reading an object. */
function mapInstants({ createdAt, updatedAt }: Pick<VendorVersion, 'createdAt' | 'updatedAt'>) {
  const created = mapInstant(createdAt);
  return { createdAt: created, updatedAt: updatedAt === createdAt ? created : mapInstant(updatedAt) };
}

function mapInstant(text: string | null | undefined): Instant | null {
  return parseIsoInstant(text ?? '');
}

function whole(number: number | null | undefined): number | null {
  return Number.isSafeInteger(number) ? (number ?? null) : null;
}

/** What of a secret belongs to its group's revision: how often it is deployed does not. */
function keyState({ nativeId, revision }: Secret): string {
  return `${nativeId} ${revision}`;
}

function fingerprint(parts: readonly unknown[]): string {
  return hash('sha256', JSON.stringify(parts), 'base64url');
}
