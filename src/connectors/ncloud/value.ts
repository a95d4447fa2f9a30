import { badInput } from '../../domain/errors.ts';
import { type SecretField, SecretValue } from '../../domain/secret-value.ts';
import { MAX_PAIRS, MAX_VALUE_BYTES, utf8Length } from './limits.ts';

const ARGUMENT = 'input.value';

/** A value as the upstream takes it: the text of one JSON object of strings. Send it, do not keep it. */
interface OutgoingValue {
  readonly json: string;
  readonly keys: readonly string[];
}

/**
 * Fields become JSON here; text must be a JSON object of strings and goes out as it was given.
 *
 * @throws PortcullisError BAD_USER_INPUT, before any request, for everything the service would not take: 1 to 100
 * pairs, at most 10,000 bytes. Nothing of the value is in it.
 */
export function toUpstreamValue(value: SecretValue | null): OutgoingValue {
  if (value === null) throw badInput('A value is needed: fields, or text that is a JSON object of strings.', ARGUMENT);
  const { form, fields, text } = value.expose();
  const outgoing = form === 'FIELDS' && fields !== null ? fromFields(fields) : fromText(form === 'TEXT' ? text : null);
  if (outgoing.keys.length < 1 || outgoing.keys.length > MAX_PAIRS) {
    throw badInput(`A value of this store has 1 to ${MAX_PAIRS} pairs.`, ARGUMENT);
  }
  if (utf8Length(outgoing.json) > MAX_VALUE_BYTES) {
    throw badInput(`A value of this store has at most ${MAX_VALUE_BYTES} bytes as JSON.`, ARGUMENT);
  }
  return outgoing;
}

/** What the upstream answered: its own JSON as text, and its pairs where it is an object. */
export function fromUpstreamValue(json: string): SecretValue {
  const root = parseKeepingNumbers(json);
  if (!isObject(root)) return SecretValue.fromText(json);
  const fields = Object.entries(root).map(
    ([key, value]): SecretField => ({
      key,
      value: typeof value === 'string' ? value : JSON.stringify(value),
      section: null,
    }),
  );
  return SecretValue.fromFields(fields, json);
}

function fromFields(fields: readonly SecretField[]): OutgoingValue {
  const pairs = new Map<string, string>();
  for (const { key, value, section } of fields) {
    if (pairs.has(key)) throw badInput('A key of the value is repeated.', ARGUMENT);
    if (value === null || section !== null) throw badInput('Each field is one key with one value here.', ARGUMENT);
    pairs.set(key, value);
  }
  return { json: JSON.stringify(Object.fromEntries(pairs)), keys: [...pairs.keys()] };
}

function fromText(text: string | null): OutgoingValue {
  const root = text === null ? null : parseQuietly(text);
  if (text === null || !isObject(root) || Object.values(root).some((value) => typeof value !== 'string')) {
    throw badInput('A value of this store is fields, or text that is a JSON object of strings.', ARGUMENT);
  }
  const keys = Object.keys(root);
  // In a flat object of strings every string token is a key or a value: more than two for each key is a repeated key.
  const tokens = text.match(/"(?:[^"\\]|\\.)*"/g)?.length ?? 0;
  if (tokens !== 2 * keys.length) throw badInput('A key of the value is repeated.', ARGUMENT);
  return { json: text, keys };
}

/** The parser's message quotes its input and must not go anywhere. */
function parseQuietly(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const { rawJSON } = JSON as unknown as { rawJSON(text: string): unknown };

/** Numbers stay the digits that were sent: 12345678901234567890 is not a double. */
function parseKeepingNumbers(text: string): unknown {
  try {
    return JSON.parse(text, (_key, value: unknown, context?: { readonly source?: string }) =>
      typeof value === 'number' && context?.source !== undefined ? rawJSON(context.source) : value,
    );
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(JSON as unknown as { isRawJSON(value: unknown): boolean }).isRawJSON(value)
  );
}
