import { hash } from 'node:crypto';
import type {
  DetailField,
  GroupReference,
  Instant,
  Label,
  NativePath,
  Readability,
  Rotation,
  Secret,
  SecretGroup,
  SecretStatus,
  SecretVersion,
} from '../../domain/model.ts';
import { STAGES, type Stage } from './documented.ts';
import type { NcloudKey, NcloudSecret, NcloudTrigger } from './native.ts';
import type { Detail, ListItem, ProtectionKey, Trigger } from './schema.ts';

/** What the list does not say; `native` stands for the two fields in `NATIVE_GAPS`. */
export const LISTING_GAPS: readonly DetailField[] = [
  'description',
  'updatedAt',
  'deletesAt',
  'rotation',
  'revision',
  'native',
];
export const NATIVE_GAPS: readonly string[] = ['rotationPhase', 'protectionKey'];

const STATUSES = new Map<string, SecretStatus>([
  ['ENABLE', 'ACTIVE'],
  ['DISABLE', 'DISABLED'],
  ['REVOKE', 'DELETING'],
  ['ROTATING', 'ROTATING'],
  ['DESTROYED', 'DELETED'],
]);

/** That DISABLE stops reading is likely and not written down; that REVOKE does is. */
const READABILITIES = new Map<SecretStatus, Readability>([
  ['ACTIVE', 'READABLE'],
  ['ROTATING', 'READABLE'],
  ['DELETING', 'FORBIDDEN_BY_STORE'],
  ['DELETED', 'FORBIDDEN_BY_STORE'],
]);

function mapStatus(secretStatus: string): SecretStatus {
  return STATUSES.get(secretStatus) ?? 'UNKNOWN';
}

/** A region as the container of its secrets: it has a code and nothing else. */
export function mapRegion(code: string): SecretGroup {
  return {
    id: [code],
    nativeId: code,
    name: code,
    description: null,
    labels: [],
    tags: [],
    status: 'ACTIVE',
    createdBy: null,
    createdAt: null,
    updatedAt: null,
    revision: null,
    native: { code },
  };
}

/** A secret as the list knows it. */
export function mapListed(item: ListItem): Secret {
  return {
    ...common(item),
    description: null,
    updatedAt: null,
    deletesAt: null,
    rotation: null,
    revision: null,
    incomplete: LISTING_GAPS,
    native: nativeSecret(item, null),
  };
}

/** A secret as its own page knows it: nothing is left to ask. */
export function mapDetail(detail: Detail): Secret {
  return {
    ...common(detail),
    description: filled(detail.memo),
    updatedAt: toInstant(detail.updateDate),
    deletesAt: toInstant(detail.expectedDestroyDate),
    rotation: mapRotation(detail),
    revision: revisionOf(detail),
    incomplete: [],
    native: nativeSecret(detail, detail),
  };
}

/** The three slots, without dates, so without a newest: the current one first. Which are filled, only reading tells. */
export function mapVersions(secret: Secret): readonly SecretVersion[] {
  return STAGES.map((stage) => ({
    id: versionPath(secret.id, stage),
    nativeId: stage,
    number: null,
    stage,
    isCurrent: stage === 'ACTIVE',
    createdAt: null,
    updatedAt: null,
    readability:
      stage === 'ACTIVE' || secret.readability === 'FORBIDDEN_BY_STORE' ? secret.readability : ('UNKNOWN' as const),
    native: { stage },
  }));
}

export function versionPath(secret: NativePath, stage: Stage): NativePath {
  return [...secret, stage];
}

export function mapTrigger(trigger: Trigger): NcloudTrigger {
  return {
    nativeId: trigger.id,
    name: trigger.name ?? null,
    description: trigger.description ?? null,
    pageUrl: trigger.pageUrl ?? null,
    platform: trigger.platform ?? null,
    region: trigger.region ?? null,
    linkedSecretIds: trigger.linkedSecretList ?? [],
    actions: (trigger.actionList ?? []).map(({ name, description }) => ({ name, description: description ?? null })),
  };
}

export function mapKey(key: ProtectionKey): NcloudKey {
  return {
    nativeId: key.keyId,
    // The default key is listed with an empty tag.
    tag: key.keyTag ?? '',
    name: key.keyName ?? null,
    status: key.keyStatus ?? null,
    type: key.keyType ?? null,
    boundary: key.kmsBoundaryType ?? null,
  };
}

/** The same for all: a listing has tens of thousands of them. */
const NO_LABELS: readonly Label[] = [];

function common(item: ListItem) {
  const status = mapStatus(item.secretStatus);
  return {
    id: [item.secretId],
    nativeId: item.secretId,
    name: item.secretName,
    group: groupOf(item),
    labels: NO_LABELS,
    status,
    createdBy: null,
    createdAt: toInstant(item.registerDate),
    expiresAt: null,
    versions: null,
    usage: null,
    readability: READABILITIES.get(status) ?? 'UNKNOWN',
  } as const;
}

function groupOf(item: ListItem): GroupReference | null {
  const code = filled(item.region);
  return code === null ? null : { id: [code], name: code };
}

function nativeSecret(item: ListItem, detail: Detail | null): NcloudSecret {
  const key = detail?.protectionKey;
  return {
    secretType: item.secretType ?? null,
    region: item.region ?? null,
    secretStatus: item.secretStatus,
    rotationPhase: detail?.rotationPhase ?? null,
    protectionKey: key?.type
      ? {
          type: key.type,
          kmsKeyTag: key.kmsKeyTag ?? null,
          kmsKeyName: key.kmsKeyName ?? null,
          kmsBoundaryType: key.kmsBoundaryType ?? null,
        }
      : null,
  };
}

/** Null where the answer does not say whether the secret rotates. */
function mapRotation(detail: Detail): Rotation | null {
  if (detail.autoRotationYN === null || detail.autoRotationYN === undefined) return null;
  const { trigger } = detail;
  const triggerId = filled(trigger?.id);
  return {
    automatic: detail.autoRotationYN === 'Y',
    periodDays: toPeriod(detail.autoRotationPeriod),
    nextAt: toInstant(detail.nextRotationDate),
    lastAt: toInstant(detail.lastRotationDate),
    lastResultId: filled(detail.lastRotationResultId),
    phase: filled(detail.rotationPhase),
    trigger:
      triggerId === null
        ? null
        : {
            nativeId: triggerId,
            name: filled(trigger?.name),
            url: filled(trigger?.url),
            lastAction: filled(trigger?.recentlyExecutedAction),
          },
  };
}

/** Everything that the answer says, in the schema's order: it changes whenever the secret visibly does. */
function revisionOf(detail: Detail): string {
  return hash('sha256', JSON.stringify(detail), 'base64url');
}

const MAX_INSTANT = 8.64e15;

/** 0 stands for "none", and what no calendar holds is not a date. */
function toInstant(value: number | null | undefined): Instant | null {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= MAX_INSTANT ? value : null;
}

function toPeriod(value: number | null | undefined): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 && value < 2 ** 31 ? value : null;
}

function filled(value: string | null | undefined): string | null {
  return value === undefined || value === '' ? null : value;
}
