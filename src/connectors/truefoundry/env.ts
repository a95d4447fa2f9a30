import type { CallContext, Item } from '../../domain/connector.ts';
import { type ErrorDetails, PortcullisError } from '../../domain/errors.ts';
import type { Client } from './client.ts';
import type { TrueFoundrySettings } from './config.ts';
import { type GroupState, mapGroup } from './map.ts';

/** What the methods of one opened store share. */
export interface Env extends TrueFoundrySettings {
  readonly client: Client;
  readonly connections: number;
  /** The name under which writers of a group wait for each other, the same for all stores of one control plane. */
  readonly turnKey: (groupId: string) => string;
}

export async function readGroup(env: Env, groupId: string, context: CallContext): Promise<GroupState> {
  return mapGroup(await env.client.getGroup(groupId, context), env.valueView);
}

/** A read on the way to a write: if it fails, nothing was changed. */
export function beforeWriting<T>(reading: Promise<T>): Promise<T> {
  return failingWith(reading, { outcome: 'NOT_APPLIED' });
}

export async function failingWith<T>(working: Promise<T>, details: ErrorDetails): Promise<T> {
  try {
    return await working;
  } catch (error) {
    throw error instanceof PortcullisError ? error.with(details) : error;
  }
}

/** What was caught, as an item of a batch; what nobody foresaw stays thrown. */
export function asItem(error: unknown): PortcullisError {
  if (error instanceof PortcullisError) return error;
  throw error;
}

/** Items, unless not one call came through: then the call as a whole has failed. */
export function unlessAllFailed<T>(items: readonly Item<T>[]): readonly Item<T>[] {
  const [first] = items;
  if (first instanceof PortcullisError && first.code !== 'NOT_FOUND') {
    if (items.every((item) => item instanceof PortcullisError && item.code === first.code)) throw first;
  }
  return items;
}

/** The n-th part of an id that its grammar has let through. */
export function part(id: readonly string[], index: number): string {
  const text = id[index];
  if (text === undefined) throw new PortcullisError('INTERNAL', 'An id reached the store in parts.');
  return text;
}
