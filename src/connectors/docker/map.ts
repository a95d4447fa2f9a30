import type { DetailField, GroupReference, Instant, Label, Secret, SecretGroup, Usage } from '../../domain/model.ts';
import { parseIsoInstant } from '../http/iso-instant.ts';
import { STACK_LABEL, stackOf } from './grammar.ts';
import type { DockerDriver } from './native.ts';
import type { VendorSecret, VendorService } from './schema.ts';

/** Which services use a secret is asked for apart. */
export const LISTING_GAPS: readonly DetailField[] = ['usage'];

export function mapSecret(vendor: VendorSecret): Secret {
  return secretMapper()(vendor);
}

/** Maps the secrets of a listing: those of one stack share what names it. */
export function secretMapper(): (vendor: VendorSecret) => Secret {
  const stacks = new Map<string, GroupReference>();
  return (vendor) => {
    const namespace = stackOf(vendor.Spec.Labels?.[STACK_LABEL]);
    if (namespace === null) return mapMember(vendor, null);
    const stack = stacks.get(namespace) ?? { id: [namespace], name: namespace };
    stacks.set(namespace, stack);
    return mapMember(vendor, stack);
  };
}

/** Every secret that a manager lists can be used, and no API gives its value back. */
function mapMember(vendor: VendorSecret, group: GroupReference | null): Secret {
  const labels = mapLabels(vendor.Spec.Labels);
  const versionIndex = String(vendor.Version.Index);
  const createdAt = mapInstant(vendor.CreatedAt);
  return {
    id: [vendor.ID],
    nativeId: vendor.ID,
    name: vendor.Spec.Name,
    group,
    description: null,
    labels,
    status: 'ACTIVE',
    createdBy: null,
    createdAt,
    // Most secrets were never changed, and reading a date is the dearest part of reading an object.
    updatedAt: vendor.UpdatedAt === vendor.CreatedAt ? createdAt : mapInstant(vendor.UpdatedAt),
    expiresAt: null,
    deletesAt: null,
    rotation: null,
    versions: [],
    usage: null,
    readability: 'WRITE_ONLY',
    revision: versionIndex,
    incomplete: LISTING_GAPS,
    native: {
      versionIndex,
      driver: mapDriver(vendor.Spec.Driver),
      templating: mapDriver(vendor.Spec.Templating),
    },
  };
}

/** A stack is a label and nothing else: the engine knows no more of it than its name. */
function mapStack(namespace: string): SecretGroup {
  return {
    id: [namespace],
    nativeId: namespace,
    name: namespace,
    description: null,
    labels: [],
    tags: [],
    status: 'ACTIVE',
    createdBy: null,
    createdAt: null,
    updatedAt: null,
    revision: null,
    native: { namespace },
  };
}

/** The stacks that these secrets belong to, each once, in the order of their first secret. */
export function stacksOf(secrets: readonly Secret[]): readonly SecretGroup[] {
  const names = new Set(secrets.flatMap(({ group }) => (group === null ? [] : [group.name])));
  return [...names].map(mapStack);
}

/** Who refers to each secret, by the secret's id. A service counts once, however often it mounts the secret. */
export function mapUsage(services: readonly VendorService[]): ReadonlyMap<string, Usage> {
  const consumers = new Map<string, Map<string, { kind: string; nativeId: string; name: string | null }>>();
  for (const service of services) {
    const consumer = { kind: 'service', nativeId: service.ID, name: service.Spec.Name ?? null };
    for (const { SecretID } of service.Spec.TaskTemplate?.ContainerSpec?.Secrets ?? []) {
      const known = consumers.get(SecretID) ?? new Map();
      consumers.set(SecretID, known.set(service.ID, consumer));
    }
  }
  return new Map(
    [...consumers].map(([id, known]) => [id, { activeDeployments: null, consumers: [...known.values()] }]),
  );
}

/** `/services` lists every service there is, so a secret that none mentions is known to have no user. */
export const UNUSED: Usage = { activeDeployments: null, consumers: [] };

function mapLabels(labels: Readonly<Record<string, string>> | null | undefined): readonly Label[] {
  return Object.entries(labels ?? {}).map(([key, value]) => ({ key, value }));
}

function mapDriver(driver: VendorSecret['Spec']['Driver']): DockerDriver | null {
  if (driver === null || driver === undefined) return null;
  return { name: driver.Name ?? '', options: mapLabels(driver.Options).map((option) => ({ ...option })) };
}

/** RFC 3339 with up to nine digits of a second; Go's zero time (year 1) means "not known". */
function mapInstant(text: string | null | undefined): Instant | null {
  const instant = parseIsoInstant(text ?? '');
  return instant === null || instant < 0 ? null : instant;
}
