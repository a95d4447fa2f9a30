import { expect } from 'vitest';
import { type StoreOperation, supports } from '../support/registry.ts';
import type { Scenario } from './scenarios.ts';
import type { Payload, SecretView, StoreUnderTest } from './store-under-test.ts';

interface Done extends Scenario {
  readonly store: StoreUnderTest;
  readonly payload: Payload;
}

/** Fails unless a read over the graph shows what the write was to bring about. */
export async function expectEffect(done: Done): Promise<void> {
  const own = done.store.data.effects?.[done.operation];
  if (own !== undefined) {
    const after = await done.store.readSecret(done.subject);
    expect(done.before !== null && after !== null && own(done.before, after)).toBe(true);
    return;
  }
  const effect = EFFECTS[done.operation];
  if (effect === undefined) throw new Error(`nothing is known of the effect of ${done.operation}`);
  await effect(done);
}

const GONE = ['DELETING', 'DELETED'];

/** What the contract promises of each operation, whatever the provider. */
const EFFECTS: Readonly<Partial<Record<StoreOperation, (done: Done) => Promise<void>>>> = {
  CREATE_GROUP: async ({ store, payload, input }) => {
    expect(await store.readGroup(payload.secretGroupId ?? '')).toMatchObject({ name: input.name });
  },
  UPDATE_GROUP: async ({ store, subject, shows }) => {
    expect(shows).not.toEqual({});
    expect(await store.readGroup(subject)).toMatchObject(shows);
  },
  DELETE_GROUP: async ({ store, subject }) => {
    const after = await store.readGroup(subject);
    if (after !== null) expect(GONE).toContain(after.status);
  },
  CREATE_SECRET: async ({ store, payload, input }) => {
    expect(payload.secret?.id).toBe(payload.secretId);
    expect(await store.readSecret(payload.secretId ?? '')).toMatchObject({ name: input.name });
  },
  UPDATE_SECRET: async ({ store, subject, shows }) => {
    expect(shows).not.toEqual({});
    expect(await store.readSecret(subject)).toMatchObject(shows);
  },
  DELETE_SECRET: async ({ store, subject }) => {
    const after = await store.readSecret(subject);
    if (after !== null) expect(GONE).toContain(after.status);
  },
  RESTORE_SECRET: (done) => expectStatus(done, 'DELETING', expect.not.stringMatching('DELETING')),
  ENABLE_SECRET: (done) => expectStatus(done, 'DISABLED', 'ACTIVE'),
  DISABLE_SECRET: (done) => expectStatus(done, 'ACTIVE', 'DISABLED'),
  RETRY_SECRET: (done) => expectStatus(done, 'FAILED', expect.not.stringMatching('FAILED')),
  ROTATE_SECRET: (done) => expectStatus(done, 'ACTIVE', 'ROTATING'),
  CANCEL_ROTATION: (done) => expectStatus(done, 'ROTATING', 'ACTIVE'),
  ROLLBACK_ROTATION: ({ store, subject, marker }) => expectValue(store, subject, marker),
  CREATE_VERSION: async ({ store, subject, marker, before }) => {
    if (supports(store.word, 'REVEAL_VALUE')) return expectValue(store, subject, marker);
    const after = await store.readSecret(subject);
    expect(after?.versions?.nodes.length).toBe((before?.versions?.nodes.length ?? 0) + 1);
  },
  DELETE_VERSION: async ({ store, target }) => {
    const { errors } = await store.reveal(target);
    expect(errors[0]?.extensions.code).toBe('NOT_FOUND');
  },
  REVEAL_VALUE: async ({ payload, marker }) => expect(plaintextOf(payload)).toContain(marker),
};

async function expectStatus({ store, subject, before }: Done, from: string, to: unknown): Promise<void> {
  expect(before?.status).toBe(from);
  const after: SecretView | null = await store.readSecret(subject);
  expect(after?.status).toEqual(to);
}

async function expectValue(store: StoreUnderTest, subject: string, marker: string | null): Promise<void> {
  const { data, errors } = await store.reveal(subject);
  expect(errors).toEqual([]);
  expect(plaintextOf(data)).toContain(marker);
}

function plaintextOf(payload: Payload | null): string {
  return Buffer.from(payload?.value?.base64 ?? '', 'base64').toString('utf8');
}
