import { badInput } from '../../domain/errors.ts';
import type { SecretValue } from '../../domain/secret-value.ts';

/** A key and the text it is to have: held as briefly as the write that sends it. */
export interface KeyText {
  readonly key: string;
  readonly text: string;
}

interface Given {
  readonly name: string;
  readonly value: SecretValue;
}

/**
 * The text of a value that is to be sent.
 *
 * @throws PortcullisError BAD_USER_INPUT: TrueFoundry keeps text, so bytes must be UTF-8. An empty text cannot be
 * told from a key that is sent without a value, which keeps what is there.
 */
export function textOf(value: SecretValue, argument: string): string {
  const { form, text } = value.expose();
  if (form === 'FIELDS') throw badInput('TrueFoundry keeps one text per secret, not fields.', argument);
  if (text === null) throw badInput('TrueFoundry keeps text: the bytes must be UTF-8.', argument);
  if (text === '') throw badInput('TrueFoundry keeps no empty value.', argument);
  return text;
}

/** Checks a name the way every control plane must; the vault behind a group may have narrower rules. */
export function checkName(name: string, argument: string): void {
  if (name.trim() === '' || !name.isWellFormed() || /\p{Cc}/u.test(name)) {
    throw badInput('A name has at least one visible character and no control characters.', argument);
  }
}

/** The keys and texts of `input.secrets`, each key once. */
export function keyTexts(secrets: readonly Given[]): readonly KeyText[] {
  const seen = new Set<string>();
  return secrets.map(({ name, value }, index) => {
    checkName(name, `input.secrets.${index}.name`);
    if (seen.has(name)) throw badInput('A key is given twice.', `input.secrets.${index}.name`);
    seen.add(name);
    return { key: name, text: textOf(value, `input.secrets.${index}.value`) };
  });
}
