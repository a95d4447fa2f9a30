import { badInput } from '../domain/errors.ts';
import { encodeId } from '../domain/ids.ts';
import type {
  DetailField,
  GroupReference,
  Readability,
  SecretStatus,
  Subject,
  SubjectType,
  Usage,
} from '../domain/model.ts';
import {
  addFlag,
  addInstant,
  addLabels,
  addOneOf,
  addText,
  all,
  type Given,
  type InstantFilter,
  isGiven,
  type LabelFilter,
  some,
  type Test,
} from './filter-tests.ts';
import { type GroupEntry, type SecretEntry, subjectId } from './snapshot.ts';
import type { OpenStore } from './store.ts';
import type { StringFilter } from './string-match.ts';

/** The contract's SecretFilter, with instants as numbers. */
export interface SecretFilter {
  readonly stores?: Given<readonly string[]>;
  readonly providers?: Given<readonly string[]>;
  readonly groups?: Given<readonly string[]>;
  readonly createdBy?: Given<readonly string[]>;
  readonly ids?: Given<readonly string[]>;
  readonly nativeIds?: Given<readonly string[]>;
  readonly groupName?: Given<StringFilter>;
  readonly hasCreator?: Given<boolean>;
  readonly nextRotationAt?: Given<InstantFilter>;
  readonly deletesAt?: Given<InstantFilter>;
  readonly name?: Given<StringFilter>;
  readonly description?: Given<StringFilter>;
  readonly labels?: Given<readonly LabelFilter[]>;
  readonly statuses?: Given<readonly SecretStatus[]>;
  readonly createdAt?: Given<InstantFilter>;
  readonly updatedAt?: Given<InstantFilter>;
  readonly expiresAt?: Given<InstantFilter>;
  readonly automaticRotation?: Given<boolean>;
  readonly inUse?: Given<boolean>;
  readonly readability?: Given<readonly Readability[]>;
  readonly and?: Given<readonly SecretFilter[]>;
  readonly or?: Given<readonly SecretFilter[]>;
  readonly not?: Given<SecretFilter>;
}
export interface SecretGroupFilter {
  readonly stores?: Given<readonly string[]>;
  readonly providers?: Given<readonly string[]>;
  readonly name?: Given<StringFilter>;
  readonly labels?: Given<readonly LabelFilter[]>;
  readonly createdBy?: Given<readonly string[]>;
  readonly createdAt?: Given<InstantFilter>;
  readonly updatedAt?: Given<InstantFilter>;
}
export interface SubjectFilter {
  readonly stores?: Given<readonly string[]>;
  readonly types?: Given<readonly SubjectType[]>;
  readonly slug?: Given<StringFilter>;
  readonly displayName?: Given<StringFilter>;
}

const MAX_DEPTH = 5;

/**
 * Compiles a filter once for a whole list. A comparison with null is false, `not` is plain negation, `[]` matches
 * nothing. What its store has deleted is left out unless `statuses` asks for it, at the top of the filter or below.
 * @throws PortcullisError BAD_USER_INPUT for and/or/not nested deeper than 5.
 */
export function compileSecretFilter(filter: SecretFilter | null): Test<SecretEntry> {
  if (filter === null) return isThere;
  const test = compileAt(filter, 0);
  return mentionsStatuses(filter) ? test : (entry) => isThere(entry) && test(entry);
}

function isThere(entry: SecretEntry): boolean {
  return entry.object.status !== 'DELETED';
}

function compileAt(filter: SecretFilter, depth: number): Test<SecretEntry> {
  if (depth > MAX_DEPTH) throw badInput(`and, or and not nest at most ${MAX_DEPTH} deep.`, 'filter');
  const tests: Test<SecretEntry>[] = [
    ...scopeTests(filter),
    ...textTests(filter),
    ...timeTests(filter),
    ...stateTests(filter),
  ];
  const { and, or, not } = filter;
  if (and) tests.push(and.length === 0 ? () => false : all(and.map((part) => compileAt(part, depth + 1))));
  if (or) tests.push(some(or.map((part) => compileAt(part, depth + 1))));
  if (not) {
    const negated = compileAt(not, depth + 1);
    tests.push((entry) => !negated(entry));
  }
  return all(tests);
}

/** What a secret belongs to. */
export function scopeTests(filter: SecretFilter): Test<SecretEntry>[] {
  const tests: Test<SecretEntry>[] = [];
  addOneOf(tests, filter.stores, ({ store }) => store.name);
  addOneOf(tests, filter.providers, ({ store }) => store.facts.provider);
  const groupId = remembered<GroupReference>(groupIdOf);
  addOneOf(tests, filter.groups, ({ store, object }) => object.group && groupId(store, object.group));
  const creatorId = remembered(subjectId);
  addOneOf(tests, filter.createdBy, ({ store, object }) => object.createdBy && creatorId(store, object.createdBy));
  addOneOf(tests, filter.ids, ({ id }) => id);
  addOneOf(tests, filter.nativeIds, ({ object }) => object.nativeId);
  return tests;
}

function textTests(filter: SecretFilter): Test<SecretEntry>[] {
  const tests: Test<SecretEntry>[] = [];
  addText(
    tests,
    filter.name,
    ({ object }) => object.name,
    ({ foldedName }) => foldedName,
  );
  addText(tests, filter.groupName, ({ object }) => object.group?.name ?? null);
  addText(tests, filter.description, ({ object }) => object.description);
  addLabels(tests, filter.labels);
  return tests;
}

function timeTests(filter: SecretFilter): Test<SecretEntry>[] {
  const tests: Test<SecretEntry>[] = [];
  addInstant(tests, filter.createdAt, ({ object }) => object.createdAt);
  addInstant(tests, filter.updatedAt, ({ object }) => object.updatedAt);
  addInstant(tests, filter.expiresAt, ({ object }) => object.expiresAt);
  addInstant(tests, filter.deletesAt, ({ object }) => object.deletesAt);
  addInstant(tests, filter.nextRotationAt, ({ object }) => object.rotation?.nextAt ?? null);
  return tests;
}

function stateTests(filter: SecretFilter): Test<SecretEntry>[] {
  const tests: Test<SecretEntry>[] = [];
  addOneOf(tests, filter.statuses, ({ object }) => object.status);
  addOneOf(tests, filter.readability, ({ object }) => object.readability);
  addFlag(tests, filter.hasCreator, ({ object }) => object.createdBy !== null);
  addFlag(tests, filter.automaticRotation, ({ object }) => object.rotation?.automatic ?? null);
  addFlag(tests, filter.inUse, ({ object }) => isInUse(object.usage));
  return tests;
}

export function compileGroupFilter(filter: SecretGroupFilter | null): Test<GroupEntry> {
  const tests: Test<GroupEntry>[] = [];
  addOneOf(tests, filter?.stores, ({ store }) => store.name);
  addOneOf(tests, filter?.providers, ({ store }) => store.facts.provider);
  addText(tests, filter?.name, ({ object }) => object.name);
  addLabels(tests, filter?.labels);
  addOneOf(tests, filter?.createdBy, ({ store, object }) => object.createdBy && subjectId(store, object.createdBy));
  addInstant(tests, filter?.createdAt, ({ object }) => object.createdAt);
  addInstant(tests, filter?.updatedAt, ({ object }) => object.updatedAt);
  return all([({ object }) => object.status !== 'DELETED', ...tests]);
}

export function compileSubjectFilter<
  T extends { store: { name: string }; object: { type: string; slug: string | null; displayName: string | null } },
>(filter: SubjectFilter | null): Test<T> {
  const tests: Test<T>[] = [];
  addOneOf(tests, filter?.stores, ({ store }) => store.name);
  addOneOf(tests, filter?.types, ({ object }) => object.type);
  addText(tests, filter?.slug, ({ object }) => object.slug);
  addText(tests, filter?.displayName, ({ object }) => object.displayName);
  return all(tests);
}

/** Null: the upstream does not say. */
export function isInUse(usage: Usage | null): boolean | null {
  if (usage === null) return null;
  if (usage.activeDeployments === null && usage.consumers === null) return null;
  return (usage.activeDeployments ?? 0) > 0 || (usage.consumers?.length ?? 0) > 0;
}

const FIELD_OF_FILTER: Readonly<Record<string, DetailField>> = {
  description: 'description',
  updatedAt: 'updatedAt',
  expiresAt: 'expiresAt',
  deletesAt: 'deletesAt',
  nextRotationAt: 'rotation',
  automaticRotation: 'rotation',
  inUse: 'usage',
};

/** Which details a filter looks at: a store whose listing lacks one has to load it first. */
export function detailsNeeded(filter: SecretFilter | null): ReadonlySet<DetailField> {
  const needed = new Set<DetailField>();
  visit(filter, (part) => {
    for (const [key, field] of Object.entries(FIELD_OF_FILTER)) {
      if (isGiven(part[key as keyof SecretFilter])) needed.add(field);
    }
  });
  return needed;
}

/** Every store name that a filter mentions, wherever. */
export function storesMentioned(filter: SecretFilter | SecretGroupFilter | SubjectFilter | null): readonly string[] {
  const names: string[] = [];
  visit(filter, (part) => names.push(...(part.stores ?? [])));
  return names;
}

function mentionsStatuses(filter: SecretFilter): boolean {
  let mentioned = false;
  visit(filter, (part) => {
    mentioned ||= isGiven(part.statuses);
  });
  return mentioned;
}

function visit(filter: SecretFilter | null, use: (part: SecretFilter) => void, depth = 0): void {
  if (filter === null || depth > MAX_DEPTH) return;
  use(filter);
  for (const part of [...(filter.and ?? []), ...(filter.or ?? []), ...(filter.not ? [filter.not] : [])])
    visit(part, use, depth + 1);
}

function groupIdOf(store: OpenStore, group: GroupReference): string {
  return encodeId({ type: 'SecretGroup', store: store.id, path: group.id });
}

/** A store has many secrets of one group and one creator: an id is made once for each of those. */
function remembered<T extends GroupReference | Subject>(
  idOf: (store: OpenStore, object: T) => string,
): (store: OpenStore, object: T) => string {
  const known = new WeakMap<OpenStore, WeakMap<T, string>>();
  return (store, object) => {
    const ofStore = known.get(store) ?? new WeakMap<T, string>();
    const id = ofStore.get(object) ?? idOf(store, object);
    known.set(store, ofStore.set(object, id));
    return id;
  };
}
