import type { ValueForm } from '../../src/domain/secret-value.ts';
import type { Input } from './provider-data.ts';

/** The marker as a value in each of the given forms. */
export function forms(marker: string, wanted: readonly ValueForm[]): Readonly<Partial<Record<ValueForm, Input>>> {
  const all: Readonly<Record<ValueForm, Input>> = {
    TEXT: { text: marker },
    BASE64: { base64: Buffer.from(marker).toString('base64') },
    FIELDS: { fields: [{ key: 'password', value: marker }] },
  };
  return Object.fromEntries(wanted.map((form) => [form, all[form]]));
}

/** Where values are pairs: the text is a JSON object of strings. */
export function pairForms(marker: string): Readonly<Partial<Record<ValueForm, Input>>> {
  return { ...forms(marker, ['FIELDS']), TEXT: { text: JSON.stringify({ password: marker }) } };
}
