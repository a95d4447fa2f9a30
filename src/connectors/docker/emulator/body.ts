import { EngineError, type EngineRequest } from './engine.ts';

/** A JSON object whose keys are found as Go finds them: exactly, else without regard to case. */
export interface GoObject {
  get(name: string): unknown;
}

/** Reads a body as the played engine does: surplus keys are ignored, the texts of refusals differ by age. */
export function readBody(request: EngineRequest, type: string): GoObject {
  const { modern } = request.profile;
  if (request.body.length === 0 && !modern) throw new EngineError(400, 'got EOF while reading request body');
  const contentType = request.headers['content-type'] ?? '';
  if (modern && request.body.length > 0 && !/^application\/json(;|$)/.test(contentType)) {
    throw new EngineError(400, `unsupported Content-Type header (${contentType}): must be 'application/json'`);
  }
  return goObject(parse(request), `Go value of type swarm.${type}`, modern);
}

function parse(request: EngineRequest): unknown {
  if (request.body.length === 0) return {};
  try {
    return JSON.parse(request.body.toString('utf8'));
  } catch {
    throw bodyError(request.profile.modern, syntaxError(request.body.toString('utf8')));
  }
}

export function goObject(value: unknown, into: string, modern: boolean): GoObject {
  if (value === null || value === undefined) return { get: () => undefined };
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw bodyError(modern, `json: cannot unmarshal ${kindOf(value)} into ${into}`);
  }
  const entries = Object.entries(value);
  const byLowerCase = new Map(entries.map(([key, item]) => [key.toLowerCase(), item]));
  const exact = new Map(entries);
  return { get: (name) => (exact.has(name) ? exact.get(name) : byLowerCase.get(name.toLowerCase())) };
}

/** A string field; '' where it is absent or null, as a Go string is. */
export function textField(body: GoObject, name: string, place: { type: string; modern: boolean }): string {
  const value = body.get(name);
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  throw wrongType(value, `${place.type}.${name} of type string`, place.modern);
}

/** A map of strings; empty where it is absent or null. */
export function textMap(
  body: GoObject,
  name: string,
  place: { type: string; modern: boolean },
): Record<string, string> {
  const value = body.get(name);
  if (value === null || value === undefined) return {};
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw wrongType(value, `${place.type}.${name} of type map[string]string`, place.modern);
  }
  const entries = Object.entries(value).map(([key, item]): [string, string] => {
    if (typeof item !== 'string') throw wrongType(item, `${place.type}.${name} of type string`, place.modern);
    return [key, item];
  });
  return Object.fromEntries(entries.sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** Go's []byte: standard base64 with padding. Null where the field is absent or null. */
export function bytesField(body: GoObject, name: string, place: { type: string; modern: boolean }): Buffer | null {
  const value = body.get(name);
  if (value === null || value === undefined) return null;
  if (typeof value !== 'string') throw wrongType(value, `${place.type}.${name} of type []uint8`, place.modern);
  const text = value.replace(/[\r\n]/g, '');
  const bad = badBase64At(text);
  if (bad !== null) throw bodyError(place.modern, `illegal base64 data at input byte ${bad}`);
  return Buffer.from(text, 'base64');
}

/** Where Go's decoder stops: the byte that is outside the alphabet, else the start of the broken group of four. */
function badBase64At(text: string): number | null {
  const clean = /^[A-Za-z0-9+/]*/.exec(text)?.[0].length ?? 0;
  const rest = text.slice(clean);
  const inGroup = clean % 4;
  if (rest === '') return inGroup === 0 ? null : clean - inGroup;
  const expected = inGroup === 2 ? '==' : inGroup === 3 ? '=' : null;
  if (rest === expected) return null;
  if (rest.startsWith('=') && inGroup === 2 && rest.length === 1) return clean + 1;
  return expected !== null && rest.startsWith(expected) ? clean + expected.length : clean;
}

function wrongType(value: unknown, field: string, modern: boolean): EngineError {
  return bodyError(modern, `json: cannot unmarshal ${kindOf(value)} into Go struct field ${field}`);
}

/** Go's words for the two ways of being no JSON that clients meet: cut short, or something else altogether. */
export function syntaxError(text: string): string {
  const first = text.trimStart().charAt(0);
  return /[[{"\dtfn-]/.test(first) ? 'unexpected EOF' : `invalid character '${first}' looking for beginning of value`;
}

function bodyError(modern: boolean, text: string): EngineError {
  return new EngineError(400, modern ? `invalid JSON: ${text}` : text);
}

/** What Go's decoder calls a JSON value. */
export function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return typeof value === 'boolean' ? 'bool' : typeof value;
}
