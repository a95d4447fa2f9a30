import pMap from 'p-map';
import type { CallContext } from '../../domain/connector.ts';
import { PortcullisError, unsupported } from '../../domain/errors.ts';
import type { Secret } from '../../domain/model.ts';
import type { KeyToSend } from './client.ts';
import { beforeWriting, type Env, failingWith, readGroup } from './env.ts';
import { currentNumber, type GroupState, mapGroup } from './map.ts';
import type { KeyText } from './values.ts';

/** The one step of a change of keys, in the words of `applied`. */
export const KEYS_REPLACED = 'the keys of the group were replaced';

interface KeysChanged {
  readonly status: number;
  readonly after: GroupState;
}

/**
 * Adds or changes keys of a group: one PUT of all its keys, built on `before`, then a look at what came of it.
 * Call it in the group's turn, right after reading `before`.
 *
 * What somebody else did between our read and our PUT cannot be prevented, for the API has no precondition. It is
 * detected where it leaves a trace: every key of before must still be there with the version it had, and a changed
 * one at most one version on. A key that came and went within that window leaves none.
 *
 * @see https://docs.truefoundry.com/docs/api-reference/secret-groups/update-secret-group
 * @throws PortcullisError CONFLICT with outcome PARTIAL when another key was lost or changed as well.
 */
export async function changeKeys(
  env: Env,
  before: GroupState,
  change: { readonly keys: readonly KeyText[]; readonly context: CallContext },
): Promise<KeysChanged> {
  const { context } = change;
  const groupId = before.group.nativeId;
  const body = await beforeWriting(keysToSend(env, before, change));
  const written = await env.client.replaceKeys(groupId, body, context);
  const shown = written.group === null ? null : mapGroup(written.group, env.valueView);
  const after = await failingWith(readAfter(env, { groupId, shown, keys: change.keys, context }), {
    outcome: 'APPLIED',
  });
  if (!isOnlyOurs(before, after, change.keys)) throw alsoChanged();
  return { status: written.status, after };
}

/** Reads the group again; if that fails, the answer to the write will do where it shows the keys. */
async function readAfter(
  env: Env,
  write: {
    readonly groupId: string;
    readonly shown: GroupState | null;
    readonly keys: readonly KeyText[];
    readonly context: CallContext;
  },
): Promise<GroupState> {
  const { shown, keys } = write;
  try {
    return await readGroup(env, write.groupId, write.context);
  } catch (error) {
    if (shown !== null && keys.every(({ key }) => keyNamed(shown, key) !== undefined)) return shown;
    throw error;
  }
}

export function keyNamed(state: GroupState, name: string): Secret | undefined {
  return state.secrets.find((secret) => secret.name === name);
}

function isOnlyOurs(before: GroupState, after: GroupState, keys: readonly KeyText[]): boolean {
  const changed = new Set(keys.map(({ key }) => key));
  const others = before.secrets.filter(({ name }) => !changed.has(name));
  const kept = others.every((secret) => {
    const now = after.secrets.find(({ nativeId }) => nativeId === secret.nativeId);
    return now !== undefined && versionsOn(secret, now) === 0;
  });
  return kept && [...changed].every((key) => isOnce(keyNamed(before, key), keyNamed(after, key)));
}

/** An equal value makes no new version, a new one makes one; two mean that somebody else wrote this key as well. */
function isOnce(before: Secret | undefined, after: Secret | undefined): boolean {
  if (after === undefined) return false;
  if (before === undefined) return (currentNumber(after) ?? 1) === 1;
  return versionsOn(before, after) <= 1;
}

/** By how many versions a secret has moved on; 0 where the store does not number them. */
function versionsOn(before: Secret, after: Secret): number {
  const [from, to] = [currentNumber(before), currentNumber(after)];
  if (from === null || to === null) return 0;
  return to < from ? Number.POSITIVE_INFINITY : to - from;
}

async function keysToSend(
  env: Env,
  before: GroupState,
  change: { readonly keys: readonly KeyText[]; readonly context: CallContext },
): Promise<readonly KeyToSend[]> {
  const changed = change.keys.map(({ key, text }) => ({ key, value: text }));
  const names = new Set(change.keys.map(({ key }) => key));
  const others = before.secrets.filter(({ name }) => !names.has(name));
  if (env.unchangedKeys === 'keep') return [...others.map(({ name }) => ({ key: name })), ...changed];
  const values = await pMap(others, (secret) => readValue(env, secret, change.context), {
    concurrency: env.connections,
  });
  // Reading the values took a while: what somebody changed meanwhile must not be sent again as it was.
  const now = await readGroup(env, before.group.nativeId, change.context);
  if (now.group.revision !== before.group.revision) throw changedMeanwhile();
  return [...values, ...changed];
}

/** Only for `unchangedKeys: resend`. */
async function readValue(env: Env, secret: Secret, context: CallContext): Promise<KeyToSend> {
  const { secret: read } = await env.client.revealSecret(secret.nativeId, context);
  const text = read.value?.expose().text;
  if (typeof text !== 'string') {
    throw unsupported('The store shows no values, so unchangedKeys: resend cannot be used with it.');
  }
  return { key: secret.name, value: text };
}

/** The group is not what the change was decided on. */
export function changedMeanwhile(): PortcullisError {
  return new PortcullisError('CONFLICT', 'Somebody changed the group meanwhile: read it again, then repeat.', {
    outcome: 'NOT_APPLIED',
    retryable: true,
  });
}

function alsoChanged(): PortcullisError {
  return new PortcullisError(
    'CONFLICT',
    'The change was sent, but somebody else changed the group at the same moment: look at all of its keys.',
    { outcome: 'PARTIAL', applied: [KEYS_REPLACED], retryable: false },
  );
}
