import { badInput } from '../../domain/errors.ts';
import type { SecretField, SecretValue } from '../../domain/secret-value.ts';
import type { SeguraSettings } from './config.ts';
import { formatLocalDate } from './dates.ts';
import type { SeguraField } from './native.ts';
import { DATA_PARTS, type SecretDraft } from './payload.ts';

/** Segura publishes no limits: these keep what an id of ours can hold, and what a list could show again. */
const MAX_TEXT = 255;
const CONTROL = /\p{Cc}/u;

/**
 * The pairs of a value: as fields, or as text that is a JSON object of strings.
 * @throws PortcullisError BAD_USER_INPUT; nothing of the value is in it.
 */
export function pairsOf(value: SecretValue | null): readonly SecretField[] {
  if (value === null) return [];
  const exposed = value.expose();
  const pairs = exposed.form === 'FIELDS' ? (exposed.fields ?? []) : pairsOfText(exposed.text);
  if (pairs.length === 0) throw badInput('A value has at least one pair.', 'input.value');
  const keys = new Set<string>();
  for (const { key } of pairs) {
    if (key === '' || CONTROL.test(key)) {
      throw badInput('A key is not empty and has no control characters.', 'input.value.fields');
    }
    if (keys.has(key)) throw badInput('A key is given twice.', 'input.value.fields');
    keys.add(key);
  }
  return pairs;
}

function pairsOfText(text: string | null): readonly SecretField[] {
  const refuse = () =>
    badInput('Segura keeps pairs: give fields, or text that is a JSON object of strings.', 'input.value.text');
  const json = parseJson(text ?? '');
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw refuse();
  return Object.entries(json).map(([key, value]) => {
    if (typeof value !== 'string') throw refuse();
    return { key, value, section: null };
  });
}

/** Undefined for what is no JSON: the parser's message quotes its input. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** @throws PortcullisError BAD_USER_INPUT that names the argument, before any request. */
export function checkDraft(draft: SecretDraft, settings: SeguraSettings, where: DraftArguments): SecretDraft {
  checkText(draft.name, where.name, 'A name');
  checkText(draft.identity, where.identity, 'An identity');
  checkText(draft.engine, 'input.native.segura.engine', 'An engine');
  if (draft.expiresAt !== null && formatLocalDate(draft.expiresAt, settings.timeZone) === null) {
    throw badInput('Segura keeps dates from 1970 to 9999.', where.expiresAt);
  }
  draft.accessKeys.forEach(({ type, fields }, index) => {
    const argument = `input.native.segura.accessKeys.${index}`;
    checkText(type, `${argument}.type`, 'A type');
    checkFields(fields, argument);
  });
  for (const [index, { fields }] of draft.credentials.entries()) {
    checkFields(fields, `input.native.segura.credentials.${index}`);
  }
  if (draft.pairs.length + draft.accessKeys.length + draft.credentials.length === 0) {
    throw badInput('Give a value, access keys or credentials: Segura keeps no secret without.', 'input.value');
  }
  const parts: readonly string[] = DATA_PARTS;
  if (settings.dataShape === 'plain' && draft.pairs.some(({ key }) => parts.includes(key))) {
    throw badInput('access_keys, credentials and key_value cannot be keys of this store.', 'input.value.fields');
  }
  return draft;
}

/** Where the parts of a draft came from. */
export interface DraftArguments {
  readonly name: string;
  readonly identity: string;
  readonly expiresAt: string;
}

function checkText(text: string, argument: string, what: string): void {
  if (text.trim() === '' || text.length > MAX_TEXT || CONTROL.test(text) || !text.isWellFormed()) {
    throw badInput(`${what} has 1 to ${MAX_TEXT} characters, none of them a control character.`, argument);
  }
}

/** A key and another key's label must not meet under one name. */
function checkFields(fields: readonly SeguraField[], argument: string): void {
  if (fields.length === 0) throw badInput('Give at least one field.', `${argument}.fields`);
  const names = new Set<string>();
  fields.forEach(({ key, label }, index) => {
    checkText(key, `${argument}.fields.${index}.key`, 'A key');
    if (label !== null && label !== undefined) checkText(label, `${argument}.fields.${index}.label`, 'A label');
    for (const name of label === null || label === undefined ? [key] : [key, `${key}_label`]) {
      if (names.has(name)) throw badInput('A key is given twice.', `${argument}.fields.${index}.key`);
      names.add(name);
    }
  });
}
