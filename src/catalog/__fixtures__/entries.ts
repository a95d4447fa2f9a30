import type { Connector, ProviderFacts } from '../../domain/connector.ts';
import type { Secret, SecretGroup, Subject } from '../../domain/model.ts';
import { createPolicy, type Statement } from '../../policy/policy.ts';
import type { Metadata, Read } from '../metadata.ts';
import type { Freshness, Listing } from '../snapshot.ts';
import type { OpenStore } from '../store.ts';
import { packSecrets } from '../table/pack.ts';
import type { Viewer } from '../viewer.ts';

export const NOW = Date.UTC(2026, 5, 1, 12);
export const FRESH: Freshness = { source: 'UPSTREAM', fetchedAt: NOW, stale: false };

export function makeSubject(name: string, parts: Partial<Subject> = {}): Subject {
  return {
    id: ['user', name],
    nativeId: name,
    type: 'USER',
    nativeType: 'user',
    slug: `${name}@example.com`,
    displayName: name,
    native: null,
    ...parts,
  };
}

export function makeGroup(name: string, parts: Partial<SecretGroup> = {}): SecretGroup {
  return {
    id: [name],
    nativeId: name,
    name,
    description: null,
    labels: [],
    tags: [],
    status: 'ACTIVE',
    createdBy: null,
    createdAt: null,
    updatedAt: null,
    revision: null,
    native: {},
    ...parts,
  };
}

export function makeSecret(name: string, parts: Partial<Secret> = {}): Secret {
  return {
    id: [name],
    nativeId: name,
    name,
    group: null,
    description: null,
    labels: [],
    status: 'ACTIVE',
    createdBy: null,
    createdAt: null,
    updatedAt: null,
    expiresAt: null,
    deletesAt: null,
    rotation: null,
    versions: null,
    usage: null,
    readability: 'READABLE',
    revision: null,
    incomplete: [],
    native: {},
    ...parts,
  };
}

const FACTS: ProviderFacts = {
  provider: 'ACME',
  title: 'Acme vaults',
  capabilities: {},
  costs: {} as ProviderFacts['costs'],
  idGrammar: {
    group: [/^[a-z]+$/],
    secret: [/^[a-z]+$/],
    version: [/^[a-z]+$/, /^\d+$/],
    subject: [/^user$/, /^.+$/u],
  },
  gaps: { fields: [], native: [] },
  groupsListing: 'together',
  groupOfNewSecret: 'none',
  nativeTypes: { store: null, group: 'AcmeGroup', secret: 'AcmeSecret', version: null, subject: null },
};

export function makeStore(
  name: string,
  parts: {
    readonly facts?: Partial<ProviderFacts>;
    readonly id?: string;
    readonly connector?: Partial<Connector>;
  } = {},
): OpenStore {
  return {
    id: parts.id ?? name,
    name,
    description: null,
    resource: name,
    facts: { ...FACTS, ...parts.facts },
    connector: (parts.connector ?? {}) as Connector,
    parseNative: (_, value) => value,
  };
}

/** A viewer for whom these statements are the whole policy; without any: one who may do everything. */
export function makeViewer(statements?: readonly Omit<Statement, 'roles'>[], signal?: AbortSignal): Viewer {
  const all = [{ effect: 'allow', actions: ['*'], resources: ['**'] } as const];
  const policy = createPolicy((statements ?? all).map((statement) => ({ ...statement, roles: ['me'] })));
  return { rights: policy.rightsOf(['me']), signal: signal ?? new AbortController().signal };
}

/** A store's metadata as its connector lists it: packed before anybody asks for it. */
export interface Listed {
  readonly groups?: readonly SecretGroup[];
  readonly secrets?: readonly Secret[];
}

export function makeListing({ groups = [], secrets = [] }: Listed): Listing {
  return { groups, secrets: packSecrets(secrets) };
}

/** Metadata that answers the given listings and nothing else; what a test does not expect to be asked rejects. */
export function makeMetadata(
  listings: Readonly<Record<string, Listed | (() => Promise<Read<Listing>>)>>,
  parts: Partial<Metadata> = {},
): Metadata {
  const made = new Map<string, Listing>();
  const listing: Metadata['listing'] = async ({ name }) => {
    const given = listings[name];
    if (typeof given === 'function') return given();
    if (given === undefined) throw new Error('a store that no listing was given for');
    const value = made.get(name) ?? makeListing(given);
    made.set(name, value);
    return { value, freshness: FRESH };
  };
  const unexpected = () => Promise.reject(new Error('not expected to be asked'));
  return {
    listing,
    groups: listing,
    getGroups: unexpected,
    getSecrets: unexpected,
    getDetails: unexpected,
    listVersions: unexpected,
    getUsage: unexpected,
    invalidate: unexpected,
    ...parts,
  };
}
