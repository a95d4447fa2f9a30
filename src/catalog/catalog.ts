import { systemSchedule } from '../cache/cache.ts';
import type { Schedule } from '../cache/store-epoch.ts';
import { encodeId } from '../domain/ids.ts';
import type { DetailField, SecretGroup } from '../domain/model.ts';
import type { Sealer } from '../domain/sealing.ts';
import { createDetails, fieldsMissing } from './details.ts';
import { entriesOf, plainEntry, SecretElements } from './elements.ts';
import { type Contribution, cut, type List, type Origin, perStore } from './federate.ts';
import {
  compileGroupFilter,
  compileSecretFilter,
  compileSubjectFilter,
  detailsNeeded,
  type SecretFilter,
  type SecretGroupFilter,
  type SubjectFilter,
  scopeTests,
} from './filter.ts';
import type { Test } from './filter-tests.ts';
import type { Metadata } from './metadata.ts';
import { concealCreators, createdBy, narrow } from './narrow.ts';
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
import { bindingOf, type PageArguments } from './page.ts';
import { createSelections } from './selections.ts';
import { isVisible, lookAt, type Sight } from './sight.ts';
import { createSnapshot, type GroupEntry, type Listing, type SecretEntry, type Snapshot } from './snapshot.ts';
import type { OpenStore } from './store.ts';
import { succeeded } from './store-result.ts';
import { collectSubjects, type SubjectEntry } from './subjects.ts';
import type { Viewer } from './viewer.ts';

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

export type { Contribution, List, Origin } from './federate.ts';

interface ListRequest<Filter, Field> {
  readonly scope: Scope;
  readonly filter: Filter | null;
  readonly orderBy: OrderBy<Field> | null;
  readonly page: PageArguments;
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

export interface CatalogOptions {
  readonly metadata: Metadata;
  readonly sealer: Sealer;
  /** How long one list waits for what listings lack, before it says that a store is incomplete. Default 5,000 ms. */
  readonly detailsWaitMs?: number;
  /** Epoch milliseconds. */
  readonly now?: () => number;
  readonly schedule?: Schedule;
}

const DETAILS_WAIT_MS = 5_000;

export function createCatalog({
  metadata,
  sealer,
  detailsWaitMs = DETAILS_WAIT_MS,
  now = Date.now,
  schedule = systemSchedule,
}: CatalogOptions): Catalog {
  const snapshots = new WeakMap<Listing, Snapshot>();
  const selections = createSelections();
  const details = createDetails({ metadata, waitMs: detailsWaitMs, now, schedule });
  const snapshotOf = (store: OpenStore, listing: Listing): Snapshot => {
    const known = snapshots.get(listing) ?? createSnapshot(store, listing);
    snapshots.set(listing, known);
    return known;
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
  const sightOf = (snapshot: Snapshot, { rights }: Viewer): Sight =>
    selections.get(snapshot, ['sight', rights.digest], () => lookAt(snapshot, rights));

  /** The snapshot with all that the question looks at, as far as it is known by now. */
  const complete = async (listed: Origin, needed: ReadonlySet<DetailField>, viewer: Viewer) => {
    const missing = listed.snapshot.store.facts.gaps.fields.filter((field) => needed.has(field));
    if (missing.length === 0) return { origin: listed, incompleteFields: [] };
    const sight = sightOf(listed.snapshot, viewer);
    const { snapshot, isStale } = await details.complete({ ...listed, sight, missing, signal: viewer.signal });
    const freshness = { ...listed.freshness, stale: listed.freshness.stale || isStale };
    return {
      origin: { snapshot, freshness },
      incompleteFields: fieldsMissing(snapshot, sightOf(snapshot, viewer), missing),
    };
  };

  const selectSecrets: Catalog['selectSecrets'] = (viewer, { scope, filter, orderBy = null, details: asked = [] }) => {
    const test = compileSecretFilter(filter);
    const order = secretOrder(orderBy);
    const needed = new Set<DetailField>([...detailsNeeded(filter), ...detailsOfOrder(orderBy), ...asked]);
    const name = bindingOf('selection', [filter, scope.group?.id ?? null, scope.creator ?? null]);
    return perStore(scope.stores, viewer.signal, async (store) => {
      const listed = await read(store, 'listing', viewer.signal);
      const { origin, incompleteFields } = await complete(listed, needed, viewer);
      const { snapshot, freshness } = origin;
      const sight = sightOf(snapshot, viewer);
      const key = ['selected', viewer.rights.digest, order.field, order.direction, name];
      const tests = [...testsOfScope(store, scope), test];
      const rows = selections.get(snapshot, key, () => selectRows(snapshot, sight, { order, tests }));
      const elements = new SecretElements(snapshot, sight, rows);
      return { elements, origin, result: succeeded(store, freshness, { count: rows.length, incompleteFields }) };
    });
  };

  const selectGroups = (
    viewer: Viewer,
    { scope, filter, orderBy }: Omit<ListRequest<SecretGroupFilter, GroupOrderField>, 'page'>,
  ) => {
    const test = compileGroupFilter(filter);
    return perStore(scope.stores, viewer.signal, async (store) => {
      const origin = await readGroups(store, scope, viewer.signal);
      const visible = concealCreators(narrow(origin.snapshot.groups(), viewer, 'secretGroup:describe'), viewer);
      const elements = inOrder(createdBy(visible, scope.creator).filter(test), groupOrder(orderBy));
      return { elements, origin, result: succeeded(store, origin.freshness, { count: elements.length }) };
    });
  };

  const subjectsOf = async (store: OpenStore, viewer: Viewer) => {
    const origin = await read(store, 'listing', viewer.signal);
    return { origin, subjects: collectSubjects(origin.snapshot, sightOf(origin.snapshot, viewer), viewer) };
  };

  return {
    selectSecrets,
    async findSubject(viewer, store, id) {
      const { origin, subjects } = await subjectsOf(store, viewer);
      const entry = subjects.find((candidate) => candidate.id === id);
      return entry === undefined ? null : { entry, origin };
    },
    async listSecrets(viewer, { scope, filter, orderBy, page }) {
      const contributions = await selectSecrets(viewer, { scope, filter, orderBy });
      // With the rights in it: where a page begins after an element of somebody else's tells where that one stands.
      const binding = bindingOf('secrets', [scopeKey(scope), filter, viewer.rights.digest]);
      const list = cut({ contributions, order: secretOrder(orderBy), page, sealer, binding });
      return { ...list, page: { ...list.page, elements: list.page.elements.map(plainEntry) } };
    },
    async listGroups(viewer, { scope, filter, orderBy, page }) {
      const contributions = await selectGroups(viewer, { scope, filter, orderBy });
      const binding = bindingOf('groups', [scopeKey(scope), filter, viewer.rights.digest]);
      return cut({ contributions, order: groupOrder(orderBy), page, sealer, binding });
    },
    async listSubjects(viewer, { scope, filter, page }) {
      const test = compileSubjectFilter<SubjectEntry>(filter);
      const contributions = await perStore(scope.stores, viewer.signal, async (store) => {
        const { origin, subjects } = await subjectsOf(store, viewer);
        const elements = inOrder(subjects.filter(test), SUBJECT_ORDER);
        return { elements, origin, result: succeeded(store, origin.freshness, { count: elements.length }) };
      });
      const binding = bindingOf('subjects', [scopeKey(scope), filter, viewer.rights.digest]);
      return cut({ contributions, order: SUBJECT_ORDER, page, sealer, binding });
    },
  };
}

/** The rows of all that may be seen, is in scope and passes the filter, in order. */
function selectRows(
  snapshot: Snapshot,
  sight: Sight,
  { order, tests }: { readonly order: Order<SecretEntry>; readonly tests: readonly Test<SecretEntry>[] },
): Uint32Array {
  const ordered = snapshot.rowsInOrder(order);
  const entry = entriesOf(snapshot, sight)(0);
  const selected = new Uint32Array(ordered.length);
  let count = 0;
  for (const row of ordered) {
    if (!isVisible(sight, row) || !passes(entry.moveTo(row), tests)) continue;
    selected[count] = row;
    count += 1;
  }
  // Most lists leave nothing out, and share the order.
  return count === ordered.length ? ordered : selected.slice(0, count);
}

function passes(entry: SecretEntry, tests: readonly Test<SecretEntry>[]): boolean {
  for (const test of tests) if (!test(entry)) return false;
  return true;
}

/** A group and a creator are conditions like those of a filter, decided on what the viewer may see of both. */
function testsOfScope(store: OpenStore, { group, creator }: Scope): readonly Test<SecretEntry>[] {
  return scopeTests({
    groups: group && [encodeId({ type: 'SecretGroup', store: store.id, path: group.id })],
    createdBy: creator === undefined ? undefined : [creator],
  });
}

function scopeKey(scope: Scope): unknown {
  return [scope.stores.map(({ id }) => id).sort(compareCodePoints), scope.group?.id ?? null, scope.creator ?? null];
}
