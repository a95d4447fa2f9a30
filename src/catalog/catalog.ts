import { causeName, deadlineExceeded, PortcullisError } from '../domain/errors.ts';
import type { DetailField, SecretGroup } from '../domain/model.ts';
import type { Sealer } from '../domain/sealing.ts';
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
import { concealCreators, concealGroups, createdBy, narrow } from './narrow.ts';
import { compareCodePoints, inOrder, type Order } from './order.ts';
import {
  detailsOfOrder,
  type GroupOrderField,
  groupOrder,
  type OrderBy,
  type SecretOrderField,
  SUBJECT_ORDER,
  secretOrder,
} from './orders.ts';
import { bindingOf, cutPage, type Page, type PageArguments } from './page.ts';
import { createSelections } from './selections.ts';
import {
  createSnapshot,
  type Freshness,
  type GroupEntry,
  type Listing,
  type SecretEntry,
  type Snapshot,
} from './snapshot.ts';
import type { OpenStore } from './store.ts';
import { failed, type StoreResult, succeeded } from './store-result.ts';
import { collectSubjects, type SubjectEntry } from './subjects.ts';
import type { Viewer } from './viewer.ts';

/** The moment an entry was read, and the snapshot it stands in. */
export interface Origin {
  readonly freshness: Freshness;
  readonly snapshot: Snapshot;
}

export interface List<E> {
  readonly page: Page<E>;
  readonly stores: readonly StoreResult[];
  readonly originOf: (entry: E) => Origin;
}

/** What a list is about: every store in reach, one of them, one group, or what one subject created. */
export interface Scope {
  readonly stores: readonly OpenStore[];
  readonly group?: SecretGroup;
  /** Global id of a subject. */
  readonly creator?: string;
  /**
   * The secrets of these stores are asked for as well: their groups then come out of the listing that is read anyway.
   * Decides what a list of groups costs, not what is in it.
   */
  readonly withSecrets?: boolean;
}

interface ListRequest<Filter, Field> {
  readonly scope: Scope;
  readonly filter: Filter | null;
  readonly orderBy: OrderBy<Field> | null;
  readonly page: PageArguments;
}

export interface Contribution<E> {
  readonly store: OpenStore;
  readonly result: StoreResult;
  /** What the viewer may see of this store and the filter lets through, in order. */
  readonly elements: readonly E[];
  /** Null where the store failed. */
  readonly origin: Origin | null;
}

interface Selection {
  readonly scope: Scope;
  readonly filter: SecretFilter | null;
  readonly orderBy?: OrderBy<SecretOrderField> | null;
  /** Fields that have to be known of every secret, beyond those that the filter looks at. */
  readonly details?: readonly DetailField[];
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
  readonly findSubject: (
    viewer: Viewer,
    store: OpenStore,
    id: string,
  ) => Promise<{ readonly entry: SubjectEntry; readonly origin: Origin } | null>;
  /** Every visible secret that the filter lets through, store by store: what summaries count. */
  readonly selectSecrets: (viewer: Viewer, request: Selection) => Promise<readonly Contribution<SecretEntry>[]>;
}

export function createCatalog({ metadata, sealer }: { readonly metadata: Metadata; readonly sealer: Sealer }): Catalog {
  const snapshots = new WeakMap<Listing, Snapshot>();
  const selections = createSelections();
  const snapshotOf = (store: OpenStore, listing: Listing): Snapshot => {
    const known = snapshots.get(listing);
    if (known !== undefined) return known;
    const snapshot = createSnapshot(store, listing);
    snapshots.set(listing, snapshot);
    return snapshot;
  };
  const read = async (store: OpenStore, what: 'listing' | 'groups', signal: AbortSignal): Promise<Origin> => {
    const { value, freshness } = await metadata[what](store, signal);
    return { snapshot: snapshotOf(store, value), freshness };
  };
  /** Where the whole listing cannot be had, the groups alone may. */
  const readGroups = (store: OpenStore, { withSecrets = false }: Scope, signal: AbortSignal): Promise<Origin> => {
    const groups = () => read(store, 'groups', signal);
    return withSecrets ? read(store, 'listing', signal).catch(groups) : groups();
  };

  /** Everything of a store that the viewer may see, in order: one pass per rights and order, then remembered. */
  const visibleSecrets = (snapshot: Snapshot, viewer: Viewer, order: Order<SecretEntry>): readonly SecretEntry[] =>
    selections.get(snapshot, ['visible', viewer.rights.digest, order.field, order.direction], () =>
      conceal(narrow(snapshot.secretsInOrder(order), viewer, 'secret:describe'), viewer),
    );

  const selectSecrets: Catalog['selectSecrets'] = (viewer, { scope, filter, orderBy = null, details = [] }) => {
    const test = compileSecretFilter(filter);
    const order = secretOrder(orderBy);
    const needed = new Set<DetailField>([...detailsNeeded(filter), ...detailsOfOrder(orderBy), ...details]);
    const name = bindingOf('selection', [filter, scope.creator ?? null]);
    return perStore(scope.stores, viewer.signal, async (store) => {
      const origin = await read(store, 'listing', viewer.signal);
      const { snapshot, freshness } = origin;
      const lacks = store.facts.gaps.fields.some((field) => needed.has(field));
      if (scope.group === undefined && !lacks) {
        const key = ['selected', viewer.rights.digest, order.field, order.direction, name];
        const elements = selections.get(snapshot, key, () =>
          createdBy(visibleSecrets(snapshot, viewer, order), viewer, scope.creator).filter(test),
        );
        return { elements, origin, result: succeeded(store, freshness, { count: elements.length }) };
      }
      const members = scope.group === undefined ? snapshot.secrets : snapshot.secretsOfGroup(scope.group);
      const visible = createdBy(narrow(members, viewer, 'secret:describe'), viewer, scope.creator);
      const { entries, incompleteFields } = await withDetails({
        store,
        entries: visible,
        needed,
        metadata,
        signal: viewer.signal,
      });
      // Details are read from the cache as well: what they name anew is decided on anew.
      const narrowed = entries === visible ? visible : narrow(entries, viewer, 'secret:describe');
      const elements = inOrder(conceal(narrowed, viewer).filter(test), order);
      return { elements, origin, result: succeeded(store, freshness, { count: elements.length, incompleteFields }) };
    });
  };

  const selectGroups = (
    viewer: Viewer,
    { scope, filter, orderBy }: Omit<ListRequest<SecretGroupFilter, GroupOrderField>, 'page'>,
  ) => {
    const test = compileGroupFilter(filter);
    return perStore(scope.stores, viewer.signal, async (store) => {
      const origin = await readGroups(store, scope, viewer.signal);
      const visible = createdBy(narrow(origin.snapshot.groups, viewer, 'secretGroup:describe'), viewer, scope.creator);
      const elements = inOrder(concealCreators(visible, viewer).filter(test), groupOrder(orderBy));
      return { elements, origin, result: succeeded(store, origin.freshness, { count: elements.length }) };
    });
  };

  return {
    selectSecrets,
    async findSubject(viewer, store, id) {
      const origin = await read(store, 'listing', viewer.signal);
      const entry = collectSubjects(origin.snapshot, viewer).find((candidate) => candidate.id === id);
      return entry === undefined ? null : { entry, origin };
    },
    async listSecrets(viewer, { scope, filter, orderBy, page }) {
      const contributions = await selectSecrets(viewer, { scope, filter, orderBy });
      // With the rights in it: where a page begins after an element of somebody else's tells where that one stands.
      const binding = bindingOf('secrets', [scopeKey(scope), filter, viewer.rights.digest]);
      return cut({ contributions, order: secretOrder(orderBy), page, sealer, binding });
    },
    async listGroups(viewer, { scope, filter, orderBy, page }) {
      const contributions = await selectGroups(viewer, { scope, filter, orderBy });
      const binding = bindingOf('groups', [scopeKey(scope), filter, viewer.rights.digest]);
      return cut({ contributions, order: groupOrder(orderBy), page, sealer, binding });
    },
    async listSubjects(viewer, { scope, filter, page }) {
      const test = compileSubjectFilter<SubjectEntry>(filter);
      const contributions = await perStore(scope.stores, viewer.signal, async (store) => {
        const origin = await read(store, 'listing', viewer.signal);
        const elements = inOrder(collectSubjects(origin.snapshot, viewer).filter(test), SUBJECT_ORDER);
        return { elements, origin, result: succeeded(store, origin.freshness, { count: elements.length }) };
      });
      const binding = bindingOf('subjects', [scopeKey(scope), filter, viewer.rights.digest]);
      return cut({ contributions, order: SUBJECT_ORDER, page, sealer, binding });
    },
  };
}

/** Seeing a secret does not imply seeing who created it, nor its group. */
function conceal(entries: readonly SecretEntry[], viewer: Viewer): readonly SecretEntry[] {
  return concealGroups(concealCreators(entries, viewer), viewer);
}

/** Asks all stores at once. One that fails is a result of its own and empties nothing else. */
function perStore<E>(
  stores: readonly OpenStore[],
  signal: AbortSignal,
  select: (store: OpenStore) => Promise<Omit<Contribution<E>, 'store'>>,
): Promise<readonly Contribution<E>[]> {
  return Promise.all(
    stores.map(async (store) => {
      try {
        return { store, ...(await select(store)) };
      } catch (error) {
        return { store, elements: [], origin: null, result: failed(store, asPortcullisError(error, signal)) };
      }
    }),
  );
}

function asPortcullisError(error: unknown, signal: AbortSignal): PortcullisError {
  if (error instanceof PortcullisError) return error;
  if (signal.aborted) return deadlineExceeded();
  return new PortcullisError('INTERNAL', 'The list of this store could not be made.', { causeName: causeName(error) });
}

function cut<E extends { readonly store: OpenStore }>(request: {
  readonly contributions: readonly Contribution<E>[];
  readonly order: Order<E>;
  readonly page: PageArguments;
  readonly sealer: Sealer;
  readonly binding: string;
}): List<E> {
  const { contributions } = request;
  const origins = new Map(contributions.map(({ store, origin }) => [store, origin]));
  return {
    page: cutPage({ ...request, lists: contributions.map(({ elements }) => elements) }),
    stores: contributions.map(({ result }) => result),
    originOf: ({ store }) => {
      const origin = origins.get(store);
      if (origin == null) throw new PortcullisError('INTERNAL', 'An element of a store that was not listed.');
      return origin;
    },
  };
}

function scopeKey(scope: Scope): unknown {
  return [scope.stores.map(({ id }) => id).sort(compareCodePoints), scope.group?.id ?? null, scope.creator ?? null];
}
