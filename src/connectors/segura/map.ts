import type { ListingPage } from '../../domain/connector.ts';
import { notFound, type PortcullisError } from '../../domain/errors.ts';
import type {
  DetailField,
  GroupReference,
  Instant,
  Label,
  Secret,
  SecretGroup,
  SecretVersion,
} from '../../domain/model.ts';
import { parseLocalDate } from './dates.ts';
import type { SeguraListing, SeguraSecretJson } from './schema.ts';

/** Stands in a group's path where the application has no system or environment. */
const NO_PART = '-';

/** The same for all: a listing has tens of thousands of them. */
const NO_LABELS: readonly Label[] = [];
const COMPLETE: readonly DetailField[] = [];

export interface MappedListing {
  /** Null where the list does not tell the application (GET /iso/sctm/secret). */
  readonly group: SecretGroup | null;
  readonly secrets: ReadonlyMap<string, Secret>;
}

interface Clock {
  readonly timeZone: string;
  readonly now: Instant;
}

/** One authorization's view: at most one group, and its secrets by their `secret_id`. */
export function mapListing(listing: SeguraListing, clock: Clock): MappedListing {
  const secrets = new Map<string, Secret>();
  let group: SecretGroup | null = null;
  for (const page of mapPages(listing, clock)) {
    group = page.groups[0] ?? group;
    for (const secret of page.secrets) secrets.set(secret.nativeId, secret);
  }
  return { group, secrets };
}

/** Secrets that are mapped at a time: a whole authorization at once would be held twice over. */
const SLICE = 1_000;

/** The same in parts, the group with the first: a secret that is listed twice comes once. */
export function* mapPages(listing: SeguraListing, clock: Clock): Generator<ListingPage> {
  const group = mapGroup(listing.application ?? null);
  const reference = group === null ? null : { id: group.id, name: group.name };
  const all = [...(listing.application?.secrets ?? []), ...(listing.secrets ?? [])];
  const known = new Set<string>();
  for (let start = 0; start === 0 || start < all.length; start += SLICE) {
    const fresh = all.slice(start, start + SLICE).filter(({ secret_id: id }) => !known.has(id) && known.add(id));
    const groups = start === 0 && group !== null ? [group] : [];
    yield { groups, secrets: fresh.map((json) => mapSecret(json, reference, clock)) };
  }
}

function mapGroup(application: SeguraListing['application'] | null): SecretGroup | null {
  if (application === null || application === undefined) return null;
  const { name, system, environment, description } = application;
  const id = [name ?? NO_PART, system ?? NO_PART, environment ?? NO_PART];
  const tags = (application.tags ?? []).filter((tag) => tag !== '');
  return {
    id,
    nativeId: id.join('/'),
    name: name ?? NO_PART,
    description,
    labels: [],
    tags,
    status: 'ACTIVE',
    createdBy: null,
    createdAt: null,
    updatedAt: null,
    revision: JSON.stringify([name, system, environment, description, tags]),
    native: { system, environment },
  };
}

function mapSecret(json: SeguraSecretJson, group: GroupReference | null, clock: Clock): Secret {
  const expiresAt = json.expiration_date === null ? null : parseLocalDate(json.expiration_date, clock.timeZone);
  const name = json.secret_name ?? json.identity;
  return {
    id: [json.secret_id],
    nativeId: json.secret_id,
    name,
    group,
    description: json.description,
    labels: NO_LABELS,
    status: expiresAt !== null && expiresAt <= clock.now ? 'EXPIRED' : 'ACTIVE',
    createdBy: null,
    createdAt: null,
    updatedAt: null,
    expiresAt,
    deletesAt: null,
    rotation: null,
    versions: mapVersions(json),
    usage: null,
    readability: 'READABLE',
    revision: JSON.stringify([json.version, json.engine, json.expiration_date, name, json.identity]),
    incomplete: COMPLETE,
    native: { identity: json.identity, engine: json.engine, expirationDate: json.expiration_date },
  };
}

/** The current version, which is all that Segura tells; none where it gives no number (container secrets). */
function mapVersions(json: SeguraSecretJson): readonly SecretVersion[] {
  const { version, secret_id: secretId } = json;
  if (version === null) return [];
  return [
    {
      id: [secretId, version],
      nativeId: version,
      number: /^\d{1,9}$/.test(version) ? Number(version) : null,
      stage: null,
      isCurrent: true,
      createdAt: null,
      updatedAt: null,
      readability: 'READABLE',
      native: { version },
    },
  ];
}

/** The items in the order that was asked for; what is not there is NOT_FOUND. */
export function pickItems<T>(
  keys: readonly (string | undefined)[],
  find: (key: string) => T | undefined,
): readonly (T | PortcullisError)[] {
  return keys.map((key) => (key === undefined ? undefined : find(key)) ?? notFound());
}
