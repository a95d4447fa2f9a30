import { hexOf, type Person, valueFor } from '../../emulation/seed.ts';

/** What an emulated control plane holds. Dates are epoch milliseconds. */
export interface EmulatedSubject {
  readonly subjectId: string;
  readonly subjectType: string;
  readonly subjectSlug: string;
  readonly subjectDisplayName: string;
  readonly subjectPatName?: string;
  readonly subjectControllerName?: string;
  readonly subjectExternalIdentitySlug?: string;
}

/** A seeded value is kept as the text it follows from: twenty thousand of them cost nothing until they are read. */
type EmulatedValue = { readonly text: string } | { readonly seed: string };

export interface EmulatedVersion {
  readonly id: string;
  readonly number: number;
  readonly value: EmulatedValue;
  readonly createdAt: number;
}

export interface EmulatedSecret {
  readonly id: string;
  readonly key: string;
  readonly createdBy: EmulatedSubject;
  readonly createdAt: number;
  updatedAt: number;
  readonly activeDeployments: number;
  /** Oldest first, never empty. */
  readonly versions: EmulatedVersion[];
}

export interface EmulatedCollaborator {
  readonly subject: string;
  readonly role_id: string;
}

export interface EmulatedGroup {
  readonly id: string;
  readonly name: string;
  readonly integration: EmulatedIntegration;
  readonly createdBy: EmulatedSubject;
  readonly createdAt: number;
  updatedAt: number;
  collaborators: readonly EmulatedCollaborator[];
  account: string | null;
  /** Made by `tfy apply`, whose manifest carries the values it was applied with: nothing may take them from there. */
  readonly appliedWithValues: boolean;
  readonly secrets: Map<string, EmulatedSecret>;
}

export interface EmulatedIntegration {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly fqn: string;
  readonly providerAccountFqn: string;
}

export interface EmulatedState {
  readonly tenant: string;
  readonly token: string;
  /** Who the token belongs to. */
  readonly self: EmulatedSubject;
  readonly now: () => number;
  readonly integrations: readonly EmulatedIntegration[];
  readonly groups: Map<string, EmulatedGroup>;
  /** By secret id. */
  readonly groupOfSecret: Map<string, EmulatedGroup>;
  /** `group/key` that an Azure vault still keeps a name of. */
  readonly softDeleted: Set<string>;
  /** Made new with every object, so that ids never repeat. */
  nextId: number;
}

export function userSubject(person: Person): EmulatedSubject {
  return {
    subjectId: person.id,
    subjectType: 'user',
    subjectSlug: person.email,
    subjectDisplayName: person.name,
  };
}

export function plaintext(value: EmulatedValue): string {
  return 'text' in value ? value.text : valueFor(value.seed);
}

export function newId(state: EmulatedState, kind: string): string {
  state.nextId += 1;
  return `c${hexOf(`truefoundry:${kind}:${state.nextId}`, 24)}`;
}

export function isAzure(integration: EmulatedIntegration): boolean {
  return integration.type.includes('/azure/');
}

/** Adds a version when the value differs from the current one: an equal value changes nothing. */
export function setValue(state: EmulatedState, secret: EmulatedSecret, text: string): void {
  const current = secret.versions.at(-1);
  if (current !== undefined && plaintext(current.value) === text) return;
  const at = state.now();
  const number = (current?.number ?? 0) + 1;
  secret.versions.push({ id: newId(state, 'version'), number, value: { text }, createdAt: at });
  secret.updatedAt = at;
}

export function addSecret(state: EmulatedState, group: EmulatedGroup, given: { key: string; value: string }): void {
  const at = state.now();
  const secret: EmulatedSecret = {
    id: newId(state, 'secret'),
    key: given.key,
    createdBy: state.self,
    createdAt: at,
    updatedAt: at,
    activeDeployments: 0,
    versions: [],
  };
  setValue(state, secret, given.value);
  group.secrets.set(secret.key, secret);
  state.groupOfSecret.set(secret.id, group);
}

export function removeSecret(state: EmulatedState, group: EmulatedGroup, secret: EmulatedSecret): void {
  group.secrets.delete(secret.key);
  state.groupOfSecret.delete(secret.id);
  if (isAzure(group.integration)) state.softDeleted.add(`${group.name}/${secret.key}`);
}

export function findSecret(state: EmulatedState, id: string): [EmulatedGroup, EmulatedSecret] | undefined {
  const group = state.groupOfSecret.get(id);
  const secret = group?.secrets.values().find((candidate) => candidate.id === id);
  return group === undefined || secret === undefined ? undefined : [group, secret];
}

export function groupNamed(state: EmulatedState, name: string): EmulatedGroup | undefined {
  return state.groups.values().find((group) => group.name === name);
}
