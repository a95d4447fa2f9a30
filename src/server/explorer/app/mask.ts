import type { GraphQLSchema } from 'graphql';
import { innerPlaces, type Place, rootPlace, type Selected, selectOperation } from './selection.ts';

/** The scalar that holds values; the only one. */
const VALUE_TYPE = 'SecretText';

/** One value that was taken out of a result, and the number that stands in its place. */
export interface MaskedValue {
  readonly number: number;
  /** Where it was: 'revealSecret.value.text'. */
  readonly path: string;
  readonly value: string;
}

export interface MaskedResult {
  readonly result: unknown;
  readonly values: readonly MaskedValue[];
}

/** The operation that was sent. `schema` null: not known (yet), or introspection is off. */
export interface SentOperation {
  readonly schema: GraphQLSchema | null;
  readonly query: string;
  readonly operationName?: string | null | undefined;
}

/**
 * Takes every value out of a result before anything displays it. What is a value is decided by the types of the
 * schema, whatever its field is called or aliased to. Where a type is not known the text counts as a value, but in a
 * query without a schema: no query can reach a value.
 */
export function maskResult(result: unknown, { schema, query, operationName }: SentOperation): MaskedResult {
  if (!isRecord(result) || !isRecord(result.data)) return { result, values: [] };
  const selected = selectOperation(query, operationName, schema);
  if (schema === null && selected?.operation.operation === 'query') return { result, values: [] };
  const walk: Walk = { selected, values: [] };
  const data = maskValue(result.data, selected === null ? [] : [rootPlace(selected)], { walk, path: '' });
  return { result: { ...result, data }, values: walk.values };
}

interface Walk {
  readonly selected: Selected | null;
  readonly values: MaskedValue[];
}

interface Where {
  readonly walk: Walk;
  readonly path: string;
}

function maskValue(value: unknown, places: readonly Place[], { walk, path }: Where): unknown {
  if (value === null || value === undefined) return value;
  if (Array.isArray(value)) {
    return value.map((item, index) => maskValue(item, places, { walk, path: `${path}[${index}]` }));
  }
  if (isRecord(value)) return maskRecord(value, places, { walk, path });
  return mayHoldValue(places) ? replace(String(value), { walk, path }) : value;
}

function maskRecord(value: Readonly<Record<string, unknown>>, places: readonly Place[], { walk, path }: Where) {
  const inner = walk.selected === null ? null : innerPlaces(places, walk.selected);
  const entries = Object.entries(value).map(([key, item]): [string, unknown] => {
    const where = { walk, path: path === '' ? key : `${path}.${key}` };
    return [key, maskValue(item, inner?.get(key) ?? [], where)];
  });
  return Object.fromEntries(entries);
}

/** No place at all: nobody can say what it is. */
function mayHoldValue(places: readonly Place[]): boolean {
  return places.length === 0 || places.some(({ type }) => type === null || type.name === VALUE_TYPE);
}

function replace(value: string, { walk, path }: Where): string {
  const number = walk.values.length + 1;
  walk.values.push({ number, path, value });
  return `•••••••• masked value ${number}, shown below on click`;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
