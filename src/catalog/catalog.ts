import { causeName, deadlineExceeded, PortcullisError } from '../domain/errors.ts';
import type { DetailField, SecretGroup } from '../domain/model.ts';
import { groupResource } from '../domain/resource.ts';
import type { Sealer } from '../domain/sealing.ts';
import type { Action } from '../policy/actions.ts';
import { withDetails } from './details.ts';
import {
  compileGroupFilter,
  compileSecretFilter,
  compileSubjectFilter,
  detailsNeeded,
  type SecretFilter,
  type SecretGroupFilter,
  type SubjectFilter,
} from './filter.ts';
import type { Metadata } from './metadata.ts';
import { compareCodePoints, comparePlaces, type Order, placeOf } from './order.ts';
import { bindingOf, cutPage, type Page, type PageArguments } from './page.ts';
import {
  createSnapshot,
  type Freshness,
  type GroupEntry,
  type Listing,
  type SecretEntry,
  type Snapshot,
  subjectId,
} from './snapshot.ts';
import type { OpenStore } from './store.ts';
import { failed, type StoreResult, succeeded } from './store-result.ts';
import { collectSubjects, type SubjectEntry } from './subjects.ts';
import type { Viewer } from './viewer.ts';

export type SecretOrderField = 'NAME' | 'STORE' | 'CREATED_AT' | 'UPDATED_AT' | 'EXPIRES_AT';
export type GroupOrderField = 'NAME' | 'STORE' | 'CREATED_AT' | 'UPDATED_AT';
export interface OrderBy<Field> {
  readonly field: Field;
  /** Left out: ascending. */
  readonly direction?: 'ASC' | 'DESC' | null | undefined;
}

/** An entry together with the moment it was read and the snapshot it stands in. */
export interface Listed<E> {
  readonly entry: E;
  readonly freshness: Freshness;
  readonly snapshot: Snapshot;
}

export interface List<E> {
  readonly page: Page<Listed<E>>;
  readonly stores: readonly StoreResult[];
}

/** What a list is about: every store in reach, one of them, one group, or what one subject created. */
export interface Scope {
  readonly stores: readonly OpenStore[];
  readonly group?: SecretGroup;
  /** Global id of a subject. */
  readonly creator?: string;
}

interface ListRequest<Filter, Field> {
  readonly scope: Scope;
  readonly filter: Filter | null;
  readonly orderBy: OrderBy<Field> | null;
  readonly page: PageArguments;
}

export interface Contribution<E> {
  readonly result: StoreResult;
  /** What the viewer may see of this store and the filter lets through. */
  readonly elements: readonly Listed<E>[];
}

/** The federated lists: narrow to what the viewer may see, then filter, order and cut; never the other way round. */
export interface Catalog {
  readonly listSecrets: (
    viewer: Viewer,
    request: ListRequest<SecretFilter, SecretOrderField>,
  ) => Promise<List<SecretEntry>>;
  readonly listGroups: (
    viewer: Viewer,
    request: ListRequest<SecretGroupFilter, GroupOrderField>,
  ) => Promise<List<GroupEntry>>;
  readonly listSubjects: (
    viewer: Viewer,
    request: Omit<ListRequest<SubjectFilter, never>, 'orderBy'>,
  ) => Promise<List<SubjectEntry>>;
  /** One subject by its global id; null where no object that the viewer may see names it. */
  readonly findSubject: (viewer: Viewer, store: OpenStore, id: string) => Promise<Listed<SubjectEntry> | null>;
  /** Every visible secret that the filter lets through, store by store: what summaries count. */
  readonly selectSecrets: (
    viewer: Viewer,
    request: { scope: Scope; filter: SecretFilter | null; details?: readonly DetailField[] },
  ) => Promise<readonly Contribution<SecretEntry>[]>;
}

export function createCatalog({ metadata, sealer }: { readonly metadata: Metadata; readonly sealer: Sealer }): Catalog {
  const snapshots = new WeakMap<Listing, Snapshot>();
  const snapshotOf = (store: OpenStore, listing: Listing): Snapshot => {
    const known = snapshots.get(listing);
    if (known !== undefined) return known;
    const snapshot = createSnapshot(store, listing);
    snapshots.set(listing, snapshot);
    return snapshot;
  };
  const read = async (store: OpenStore, what: 'listing' | 'groups', signal: AbortSignal) => {
    const { value, freshness } = await metadata[what](store, signal);
    return { snapshot: snapshotOf(store, value), freshness };
  };

  const selectSecrets: Catalog['selectSecrets'] = (viewer, { scope, filter, details = [] }) => {
    const test = compileSecretFilter(filter);
    const needed = new Set<DetailField>([...detailsNeeded(filter), ...details]);
    return perStore(
      scope.stores,
      async (store) => {
        const { snapshot, freshness } = await read(store, 'listing', viewer.signal);
        const members = scope.group === undefined ? snapshot.secrets : snapshot.secretsOfGroup(scope.group);
        const visible = narrowSecrets(members, viewer);
        const { signal } = viewer;
        const { entries, incompleteFields } = await withDetails({ store, entries: visible, needed, metadata, signal });
        // Details are read from the cache as well: what they name anew is decided on anew.
        const narrowed = entries === visible ? visible : narrowSecrets(entries, viewer);
        const elements = narrowed
          .filter((entry) => isBy(entry, scope.creator) && test(entry))
          .map((entry) => ({ entry, freshness, snapshot }));
        return { elements, result: succeeded(store, freshness, { count: elements.length, incompleteFields }) };
      },
      viewer.signal,
    );
  };

  const selectGroups = (viewer: Viewer, scope: Scope, filter: SecretGroupFilter | null) => {
    const test = compileGroupFilter(filter);
    return perStore(
      scope.stores,
      async (store) => {
        const { snapshot, freshness } = await read(store, 'groups', viewer.signal);
        const visible = narrow(snapshot.groups, viewer, 'secretGroup:describe').filter((entry) =>
          isBy(entry, scope.creator),
        );
        const elements = visible.filter(test).map((entry) => ({ entry, freshness, snapshot }));
        return { elements, result: succeeded(store, freshness, { count: elements.length }) };
      },
      viewer.signal,
    );
  };

  const subjectsOf = async (store: OpenStore, viewer: Viewer): Promise<Listed<SubjectEntry>[]> => {
    const { snapshot, freshness } = await read(store, 'listing', viewer.signal);
    return collectSubjects(snapshot, viewer).map((entry) => ({ entry, freshness, snapshot }));
  };

  return {
    selectSecrets,
    findSubject: async (viewer, store, id) =>
      (await subjectsOf(store, viewer)).find(({ entry }) => entry.id === id) ?? null,
    async listSecrets(viewer, { scope, filter, orderBy, page }) {
      const order = secretOrder(orderBy ?? { field: 'NAME', direction: 'ASC' });
      const contributions = await selectSecrets(viewer, { scope, filter, details: detailsOfOrder(orderBy) });
      return cut({ contributions, order, page, sealer, binding: bindingOf('secrets', [scopeKey(scope), filter]) });
    },
    async listGroups(viewer, { scope, filter, orderBy, page }) {
      const order = groupOrder(orderBy ?? { field: 'NAME', direction: 'ASC' });
      const contributions = await selectGroups(viewer, scope, filter);
      return cut({ contributions, order, page, sealer, binding: bindingOf('groups', [scopeKey(scope), filter]) });
    },
    async listSubjects(viewer, { scope, filter, page }) {
      const test = compileSubjectFilter<SubjectEntry>(filter);
      const contributions = await perStore(
        scope.stores,
        async (store) => {
          const elements = (await subjectsOf(store, viewer)).filter(({ entry }) => test(entry));
          const freshness = elements[0]?.freshness ?? (await read(store, 'listing', viewer.signal)).freshness;
          return { elements, result: succeeded(store, freshness, { count: elements.length }) };
        },
        viewer.signal,
      );
      return cut({
        contributions,
        order: SUBJECT_ORDER,
        page,
        sealer,
        binding: bindingOf('subjects', [scopeKey(scope), filter]),
      });
    },
  };
}

/** Policy comes before everything that could tell of what is hidden: counting, ordering, paging, summing up. */
function narrow<E extends SecretEntry | GroupEntry>(entries: readonly E[], { rights }: Viewer, action: Action): E[] {
  return entries
    .filter((entry) => rights.allows(action, entry.resource))
    .map((entry) =>
      entry.object.createdBy === null || rights.allows('subject:describe', entry.resource)
        ? entry
        : withoutCreator(entry),
    );
}

/** Who may not see subjects may not find them out by filters, counts and connections either. */
function withoutCreator<E extends SecretEntry | GroupEntry>(entry: E): E {
  return { ...entry, object: { ...entry.object, createdBy: null } };
}

function isBy(entry: SecretEntry | GroupEntry, creator: string | undefined): boolean {
  if (creator === undefined) return true;
  const { createdBy } = entry.object;
  return createdBy !== null && subjectId(entry.store, createdBy) === creator;
}

function narrowSecrets(entries: readonly SecretEntry[], viewer: Viewer): SecretEntry[] {
  const seen = new Map<string, boolean>();
  const seesGroup = (resource: string): boolean => {
    const known = seen.get(resource) ?? viewer.rights.allows('secretGroup:describe', resource);
    seen.set(resource, known);
    return known;
  };
  return narrow(entries, viewer, 'secret:describe').map((entry) => {
    const { group } = entry.object;
    if (group === null || seesGroup(groupResource(entry.store.name, group.name))) return entry;
    // Seeing a secret does not imply seeing its group: not by filters and counts either.
    return { ...entry, object: { ...entry.object, group: null } };
  });
}

/** Asks all stores at once. One that fails, however, is a result of its own and empties nothing else. */
function perStore<E>(
  stores: readonly OpenStore[],
  select: (store: OpenStore) => Promise<Contribution<E>>,
  signal: AbortSignal,
): Promise<readonly Contribution<E>[]> {
  return Promise.all(
    stores.map(async (store) => {
      try {
        return await select(store);
      } catch (error) {
        return { elements: [], result: failed(store, asPortcullisError(error, signal)) };
      }
    }),
  );
}

function asPortcullisError(error: unknown, signal: AbortSignal): PortcullisError {
  if (error instanceof PortcullisError) return error;
  if (signal.aborted) return deadlineExceeded();
  return new PortcullisError('INTERNAL', 'The list of this store could not be made.', { causeName: causeName(error) });
}

function cut<E>(request: {
  readonly contributions: readonly Contribution<E>[];
  readonly order: Order<Listed<E>>;
  readonly page: PageArguments;
  readonly sealer: Sealer;
  readonly binding: string;
}): List<E> {
  const { contributions, order } = request;
  const lists = contributions.map(({ elements }) =>
    elements.toSorted((a, b) => comparePlaces(order.direction, placeOf(order, a), placeOf(order, b))),
  );
  return { page: cutPage({ ...request, lists }), stores: contributions.map(({ result }) => result) };
}

function secretOrder({ field, direction }: OrderBy<SecretOrderField>): Order<Listed<SecretEntry>> {
  const keys = {
    NAME: ({ entry }: Listed<SecretEntry>) => entry.object.name.normalize('NFC'),
    STORE: ({ entry }: Listed<SecretEntry>) => entry.store.name,
    CREATED_AT: ({ entry }: Listed<SecretEntry>) => entry.object.createdAt,
    UPDATED_AT: ({ entry }: Listed<SecretEntry>) => entry.object.updatedAt,
    EXPIRES_AT: ({ entry }: Listed<SecretEntry>) => entry.object.expiresAt,
  };
  return { field, direction: direction ?? 'ASC', keyOf: keys[field], idOf: ({ entry }) => entry.id };
}

function groupOrder({ field, direction }: OrderBy<GroupOrderField>): Order<Listed<GroupEntry>> {
  const keys = {
    NAME: ({ entry }: Listed<GroupEntry>) => entry.object.name.normalize('NFC'),
    STORE: ({ entry }: Listed<GroupEntry>) => entry.store.name,
    CREATED_AT: ({ entry }: Listed<GroupEntry>) => entry.object.createdAt,
    UPDATED_AT: ({ entry }: Listed<GroupEntry>) => entry.object.updatedAt,
  };
  return { field, direction: direction ?? 'ASC', keyOf: keys[field], idOf: ({ entry }) => entry.id };
}

const SUBJECT_ORDER: Order<Listed<SubjectEntry>> = {
  field: 'NAME',
  direction: 'ASC',
  keyOf: ({ entry: { object } }) => (object.displayName ?? object.slug)?.normalize('NFC') ?? null,
  idOf: ({ entry }) => entry.id,
};

function detailsOfOrder(orderBy: OrderBy<SecretOrderField> | null): readonly DetailField[] {
  if (orderBy?.field === 'UPDATED_AT') return ['updatedAt'];
  return orderBy?.field === 'EXPIRES_AT' ? ['expiresAt'] : [];
}

function scopeKey(scope: Scope): unknown {
  return [scope.stores.map(({ id }) => id).sort(compareCodePoints), scope.group?.id ?? null, scope.creator ?? null];
}
