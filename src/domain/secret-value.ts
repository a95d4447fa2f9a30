import { inspect } from 'node:util';

const REDACTED = '[redacted]';

/** One pair of a value that is a map. `section` numbers the maps where keys may repeat (Segura). */
export interface SecretField {
  readonly key: string;
  readonly value: string | null;
  readonly section: number | null;
}

export type ValueForm = 'TEXT' | 'BASE64' | 'FIELDS';

/** The opened form: hold it as briefly as the call that needs it. */
export interface ExposedValue {
  readonly form: ValueForm;
  readonly bytes: Uint8Array;
  /** Null where the bytes are not UTF-8. */
  readonly text: string | null;
  readonly fields: readonly SecretField[] | null;
}

/**
 * A secret's value, on its way in or out. Printing, inspecting, serialising, spreading and cloning it give
 * `[redacted]` or nothing: the content sits in a #private field and leaves through `expose()` alone, whose callers
 * an architecture test lists (the reveal path, and the connectors that send a value upstream).
 */
export class SecretValue {
  readonly #content: {
    readonly form: ValueForm;
    readonly bytes: Uint8Array;
    readonly fields: readonly SecretField[] | null;
  };

  private constructor(form: ValueForm, bytes: Uint8Array, fields: readonly SecretField[] | null) {
    this.#content = { form, bytes, fields };
  }

  static fromText(text: string): SecretValue {
    return new SecretValue('TEXT', new TextEncoder().encode(text), null);
  }

  static fromBytes(bytes: Uint8Array): SecretValue {
    return new SecretValue('BASE64', bytes, null);
  }

  /**
   * A map of pairs. `text` is the upstream's own JSON of it where there is one; else it is made here, as one flat
   * object (a later pair of the same key wins, as the upstreams' own clients do).
   */
  static fromFields(fields: readonly SecretField[], text?: string): SecretValue {
    const json = text ?? JSON.stringify(Object.fromEntries(fields.map((field) => [field.key, field.value])));
    return new SecretValue('FIELDS', new TextEncoder().encode(json), fields);
  }

  get form(): ValueForm {
    return this.#content.form;
  }

  expose(): ExposedValue {
    const { form, bytes, fields } = this.#content;
    return { form, bytes, fields, text: decodeUtf8(bytes) };
  }

  toString(): string {
    return REDACTED;
  }

  toJSON(): string {
    return REDACTED;
  }

  [inspect.custom](): string {
    return REDACTED;
  }
}

/**
 * One piece of value text at the graph's edge: what the SecretText scalar parses into, so that arguments hold no
 * plain text between parsing and the connector, and what it serialises from.
 */
export class SecretText {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  expose(): string {
    return this.#text;
  }

  toString(): string {
    return REDACTED;
  }

  toJSON(): string {
    return REDACTED;
  }

  [inspect.custom](): string {
    return REDACTED;
  }
}

/** Null where the bytes are not UTF-8. A byte order mark is content and stays. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
