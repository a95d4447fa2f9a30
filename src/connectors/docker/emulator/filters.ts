import { kindOf, syntaxError } from './body.ts';
import { EngineError, type EngineRequest } from './engine.ts';

export type ParsedFilters = ReadonlyMap<string, readonly string[]>;

/** `filters` in either form: `{"id":["a"]}` or `{"id":{"a":true}}`. */
export function readFilters(request: EngineRequest, known: readonly string[]): ParsedFilters {
  const text = request.query.get('filters') ?? '';
  if (text === '') return new Map();
  const filters = parseFilters(text, request.profile.modern);
  for (const key of filters.keys()) {
    if (known.includes(key)) continue;
    throw new EngineError(400, `${request.profile.modern ? 'invalid' : 'Invalid'} filter '${key}'`);
  }
  return filters;
}

/** Old engines answer 500 with what Go's decoder says of the map form. */
function parseFilters(text: string, modern: boolean): ParsedFilters {
  const refuse = (why: string): EngineError =>
    modern ? new EngineError(400, 'invalid filter') : new EngineError(500, why);
  const mismatch = (value: unknown, type: string) =>
    refuse(`json: cannot unmarshal ${kindOf(value)} into Go value of type ${type}`);
  const parsed = parseJson(text);
  if (parsed === undefined) throw refuse(syntaxError(text));
  if (!isObject(parsed)) throw mismatch(parsed, 'map[string]map[string]bool');
  const pairs = Object.entries(parsed).map(([key, values]): [string, readonly string[]] => {
    if (Array.isArray(values) && values.every((value) => typeof value === 'string')) return [key, values];
    if (!isObject(values)) throw mismatch(values, 'map[string]bool');
    const other = Object.values(values).find((value) => typeof value !== 'boolean');
    if (other !== undefined) throw mismatch(other, 'bool');
    return [key, Object.keys(values)];
  });
  return new Map(pairs);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `key` wants the label to be there, `key=value` wants the value; `key=` is the same as `key`. All must hold. */
export function matchesLabels(labels: Readonly<Record<string, string>>, wanted: readonly string[] = []): boolean {
  return wanted.every((text) => {
    const [key = '', ...rest] = text.split('=');
    const value = rest.join('=');
    return Object.hasOwn(labels, key) && (value === '' || labels[key] === value);
  });
}

/** The values of `names`, `name` and `id` are ORed, across the keys too; none of them: everything. */
export function matchesAny(item: { readonly id: string; readonly name: string }, filters: ParsedFilters): boolean {
  const exact = filters.get('names');
  const prefixes = filters.get('name');
  const ids = filters.get('id');
  if (exact === undefined && prefixes === undefined && ids === undefined) return true;
  const name = item.name.toLowerCase();
  return (
    exact?.some((text) => name === text.toLowerCase()) === true ||
    prefixes?.some((text) => name.startsWith(text.toLowerCase())) === true ||
    ids?.some((text) => item.id.startsWith(text)) === true
  );
}
