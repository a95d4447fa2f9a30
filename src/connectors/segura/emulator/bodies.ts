import type { EmulatedRequest } from '../../emulation/server.ts';

export type Fields = ReadonlyMap<string, unknown>;
export type ValueMap = Readonly<Record<string, string | null>>;

/**
 * JSON, urlencoded or multipart: the vendor's pages, its clients and its OpenAPI file each send another. Names in
 * lower case, as the tables capitalise what the examples do not. Null for a body that is none of the three.
 */
export async function readFields(request: EmulatedRequest): Promise<Fields | null> {
  const type = request.headers['content-type'] ?? 'application/x-www-form-urlencoded';
  try {
    const pairs = type.includes('json')
      ? Object.entries(asRecord(JSON.parse(request.body.toString('utf8') || '{}')) ?? {})
      : [...(await new Response(new Uint8Array(request.body), { headers: { 'content-type': type } }).formData())];
    return new Map(pairs.map(([name, value]) => [name.toLowerCase(), value]));
  } catch {
    return null;
  }
}

/** '' for what is missing or not text. */
export function textOf(fields: Fields, name: string): string {
  const value = fields.get(name);
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

/** `data` as base64 of JSON (the tables) or as the object itself (the first example). Null: neither. */
export function decodeData(data: unknown): readonly ValueMap[] | null {
  const json = typeof data === 'string' ? parseBase64(data) : data;
  const record = asRecord(json);
  if (record === null) return null;
  const { access_keys: accessKeys, credentials, key_value: keyValue, ...plain } = record;
  const maps = [
    ...asList(accessKeys).map((item) => cloudKey(asRecord(asRecord(item)?.access_key))),
    ...asList(credentials).map((item) => labelled(asRecord(asRecord(asRecord(item)?.credential)?.fields))),
    ...asList(keyValue).map((item) => flat(asRecord(asRecord(item)?.fields))),
    ...(Object.keys(plain).length === 0 ? [] : [flat(plain)]),
  ];
  if (maps.length === 0 || maps.includes(null)) return null;
  return maps.filter((map) => map !== null);
}

/** The names under which a credential's fields come back when no label says otherwise. */
const DEFAULT_NAMES: Readonly<Record<string, string>> = { user: 'username', host: 'hostname' };

function cloudKey(key: Readonly<Record<string, unknown>> | null): ValueMap | null {
  const map = labelled(asRecord(key?.fields));
  return map === null ? null : { ...map, TTL: '' };
}

/** `password` comes back under the name that `password_label` gives it. */
function labelled(fields: Readonly<Record<string, unknown>> | null): ValueMap | null {
  if (fields === null) return null;
  const own = Object.entries(fields).filter(([key]) => !(key.endsWith('_label') && key.slice(0, -6) in fields));
  return flat(
    Object.fromEntries(own.map(([key, value]) => [String(fields[`${key}_label`] ?? DEFAULT_NAMES[key] ?? key), value])),
  );
}

function flat(record: Readonly<Record<string, unknown>> | null): ValueMap | null {
  if (record === null) return null;
  const entries = Object.entries(record);
  if (entries.some(([, value]) => typeof value === 'object' && value !== null)) return null;
  return Object.fromEntries(entries.map(([key, value]) => [key, value === null ? null : String(value)]));
}

function parseBase64(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64').toString('utf8'));
  } catch {
    return null;
  }
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : null;
}

/** Public programs send one object where others send a list. */
function asList(value: unknown): readonly unknown[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
}
