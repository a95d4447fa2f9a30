/** One pair of a value that its store keeps as pairs; `section` tells maps with repeated keys apart. */
export interface RevealedField {
  readonly key: string;
  readonly value: string | null;
  readonly section: number | null;
}

/** A value as the gateway answers it. */
export interface RevealedContent {
  readonly text: string | null;
  readonly base64: string;
  readonly fields: readonly RevealedField[] | null;
}

const REDACTED = '[redacted]';

/**
 * A secret's value. Printing, inspecting, serialising, spreading and cloning it give `[redacted]` or nothing; the
 * content leaves only through the methods that name a form.
 */
export class RevealedValue {
  readonly #content: RevealedContent;

  constructor(content: RevealedContent) {
    this.#content = content;
  }

  /** The value as text; null where its bytes are not UTF-8. */
  text(): string | null {
    return this.#content.text;
  }

  /** The value's bytes, in a new array each time. */
  bytes(): Uint8Array {
    return Uint8Array.from(atob(this.#content.base64), (character) => character.charCodeAt(0));
  }

  /** The key/value pairs in the store's order; null where the store keeps no pairs. */
  fields(): readonly RevealedField[] | null {
    return this.#content.fields;
  }

  toString(): string {
    return REDACTED;
  }

  toJSON(): string {
    return REDACTED;
  }

  /** `node:util` cannot be imported in a browser; this is the registered symbol that its `inspect.custom` is. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return REDACTED;
  }
}
