import { capability, type StoreOperation, supports } from '../support/registry.ts';
import { mutationOf } from './mutations.ts';
import type { Input } from './provider-data.ts';
import { markerOf, type SecretView, type StoreUnderTest } from './store-under-test.ts';

/** One write that has to succeed: everything is in place, nothing has been sent yet. */
export interface Scenario {
  readonly operation: StoreOperation;
  /** The id, or the store's name, that it is aimed at. */
  readonly target: string;
  readonly input: Input;
  /** The object that it changes, and how it looked before; null for a creation. */
  readonly subject: string;
  readonly before: SecretView | null;
  /** The subject's etag of an earlier state; null where it has none yet. */
  readonly staleEtag: string | null;
  /** Text that only the new value holds; of a rollback: the value to come back. */
  readonly marker: string | null;
  /** What a read has to show afterwards, for an update. */
  readonly shows: Readonly<Record<string, unknown>>;
}

export async function arrange(store: StoreUnderTest, operation: StoreOperation): Promise<Scenario> {
  const { aim } = mutationOf(operation);
  if (aim === 'Store') return creation(store, operation);
  return aim === 'SecretGroup' ? groupChange(store, operation) : secretChange(store, operation);
}

const NOTHING = { before: null, staleEtag: null, marker: null, shows: {} };

async function creation(store: StoreUnderTest, operation: StoreOperation): Promise<Scenario> {
  const input = await store.inputFor(operation);
  return { ...NOTHING, operation, target: store.word, subject: store.word, input };
}

async function groupChange(store: StoreUnderTest, operation: StoreOperation): Promise<Scenario> {
  const subject = supports(store.word, 'CREATE_GROUP') ? await store.newGroup() : store.seeded.group;
  const change = operation === 'UPDATE_GROUP' ? store.data.groupChange?.(store, store.nextNumber()) : undefined;
  const before = await store.readGroup(subject);
  const input = { ...change?.input, ...etagWhereRequired(store, operation, before) };
  return { ...NOTHING, operation, target: subject, subject, input, before, shows: change?.shows ?? {} };
}

async function secretChange(store: StoreUnderTest, operation: StoreOperation): Promise<Scenario> {
  const { subject, staleEtag, marker } = await secretFor(store, operation);
  const before = await store.readSecret(subject);
  const scenario = { ...NOTHING, operation, target: subject, subject, before, staleEtag, marker };
  if (operation === 'UPDATE_SECRET') {
    const change = store.data.secretChange?.(store, store.nextNumber());
    return { ...scenario, input: change?.input ?? {}, shows: change?.shows ?? {} };
  }
  if (operation === 'CREATE_VERSION') {
    const fresh = markerOf(store.nextNumber());
    return { ...scenario, marker: fresh, input: { ...(await store.inputFor(operation)), value: store.value(fresh) } };
  }
  const input = etagWhereRequired(store, operation, before);
  if (operation !== 'DELETE_VERSION') return { ...scenario, input };
  const older = before?.versions?.nodes.find(({ isCurrent }) => !isCurrent);
  return { ...scenario, input, target: older?.id ?? '' };
}

/** What has to be done to a new secret first, where the provider's data knows no shorter way. */
const FIRST: Readonly<Partial<Record<StoreOperation, StoreOperation>>> = {
  RESTORE_SECRET: 'DELETE_SECRET',
  ENABLE_SECRET: 'DISABLE_SECRET',
  DELETE_VERSION: 'CREATE_VERSION',
  ROLLBACK_ROTATION: 'CREATE_VERSION',
};

async function secretFor(store: StoreUnderTest, operation: StoreOperation) {
  const prepared = await store.data.prepare?.[operation]?.(store);
  if (prepared !== undefined) return { subject: prepared, staleEtag: null, marker: null };
  const marker = markerOf(store.nextNumber());
  const subject = await store.newSecret({ value: store.value(marker) });
  const first = FIRST[operation];
  if (first === undefined) return { subject, staleEtag: null, marker };
  const staleEtag = (await store.readSecret(subject))?.etag ?? null;
  await store.write(first, subject, first === 'CREATE_VERSION' ? await store.inputFor(first) : {});
  return { subject, staleEtag, marker };
}

function etagWhereRequired(store: StoreUnderTest, operation: StoreOperation, before: SecretView | null): Input {
  return capability(store.word, operation).requires?.includes('ifMatch') ? { ifMatch: before?.etag } : {};
}
