import type { DetailField } from '../domain/model.ts';
import type { Order } from './order.ts';
import type { GroupEntry, SecretEntry } from './snapshot.ts';
import type { SubjectEntry } from './subjects.ts';

export type SecretOrderField = 'NAME' | 'STORE' | 'CREATED_AT' | 'UPDATED_AT' | 'EXPIRES_AT';
export type GroupOrderField = 'NAME' | 'STORE' | 'CREATED_AT' | 'UPDATED_AT';
export interface OrderBy<Field> {
  readonly field: Field;
  /** Left out: ascending. */
  readonly direction?: 'ASC' | 'DESC' | null | undefined;
}

type Keys<Field extends string, E> = Readonly<Record<Field, Order<E>['keyOf']>>;

const SECRET_KEYS: Keys<SecretOrderField, SecretEntry> = {
  NAME: ({ object }) => object.name.normalize('NFC'),
  STORE: ({ store }) => store.name,
  CREATED_AT: ({ object }) => object.createdAt,
  UPDATED_AT: ({ object }) => object.updatedAt,
  EXPIRES_AT: ({ object }) => object.expiresAt,
};

const GROUP_KEYS: Keys<GroupOrderField, GroupEntry> = {
  NAME: ({ object }) => object.name.normalize('NFC'),
  STORE: ({ store }) => store.name,
  CREATED_AT: ({ object }) => object.createdAt,
  UPDATED_AT: ({ object }) => object.updatedAt,
};

/** By name, ascending, unless asked otherwise. */
export function secretOrder(orderBy: OrderBy<SecretOrderField> | null): Order<SecretEntry> {
  const { field, direction } = orderBy ?? { field: 'NAME' };
  return { field, direction: direction ?? 'ASC', keyOf: SECRET_KEYS[field], idOf: ({ id }) => id };
}

export function groupOrder(orderBy: OrderBy<GroupOrderField> | null): Order<GroupEntry> {
  const { field, direction } = orderBy ?? { field: 'NAME' };
  return { field, direction: direction ?? 'ASC', keyOf: GROUP_KEYS[field], idOf: ({ id }) => id };
}

export const SUBJECT_ORDER: Order<SubjectEntry> = {
  field: 'NAME',
  direction: 'ASC',
  keyOf: ({ object }) => (object.displayName ?? object.slug)?.normalize('NFC') ?? null,
  idOf: ({ id }) => id,
};

/** What an order looks at and a listing may lack. */
export function detailsOfOrder(orderBy: OrderBy<SecretOrderField> | null): readonly DetailField[] {
  if (orderBy?.field === 'UPDATED_AT') return ['updatedAt'];
  return orderBy?.field === 'EXPIRES_AT' ? ['expiresAt'] : [];
}
