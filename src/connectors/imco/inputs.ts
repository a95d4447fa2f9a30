import { badInput } from '../../domain/errors.ts';
import type { SecretValue } from '../../domain/secret-value.ts';

/**
 * The text to send as `content`.
 * @throws PortcullisError BAD_USER_INPUT: IMCO takes one text and requires it, so bytes must be UTF-8 and not empty.
 */
export function contentOf(value: SecretValue | null): string {
  if (value === null) throw badInput('An IMCO secret is stored with its value.', 'input.value');
  const { form, text } = value.expose();
  if (form === 'FIELDS') throw badInput('IMCO keeps one text per version, not fields.', 'input.value');
  if (text === null) throw badInput('IMCO keeps text: the bytes must be UTF-8.', 'input.value');
  if (text === '') throw badInput('IMCO keeps no empty value.', 'input.value');
  return text;
}

/**
 * A name as it may be sent. IMCO documents no rule beyond that there is one: the cloud behind a vault may have
 * narrower ones, and says so itself.
 */
export function checkName(name: string): string {
  if (name.trim() === '' || !name.isWellFormed() || /\p{Cc}/u.test(name)) {
    throw badInput('A name has at least one visible character and no control characters.', 'input.name');
  }
  return name;
}

/** IMCO changes nothing but names. */
export function newName(name: string | undefined): string {
  if (name === undefined) throw badInput('There is nothing to change: IMCO changes the name only.', 'input.name');
  return checkName(name);
}
