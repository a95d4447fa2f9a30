/** One way in which a text may turn up elsewhere. */
export interface Needle {
  readonly form: string;
  readonly bytes: Buffer;
}

/** Long enough to be nobody else's, short enough to find what a parser's message quotes of its input. */
const HEAD_LENGTH = 10;
const CHUNK_LENGTH = 12;
/** Of an encoding that is cut at its edges; the index of the detector needs four bytes. */
const MIN_BYTES = 8;

type Encode = (text: string) => readonly Buffer[];

const ENCODINGS: Readonly<Record<string, Encode>> = {
  plain: (text) => [Buffer.from(text)],
  json: (text) => [jsonEscaped(text), jsonEscaped(jsonEscaped(text))].map((escaped) => Buffer.from(escaped)),
  'json-ascii': (text) => [asciiEscaped(text), asciiEscaped(text).toUpperCase().replaceAll('\\U', '\\u')].map(bytesOf),
  url: (text) => [encodeURIComponent(text), encodeURIComponent(text).toLowerCase(), formEncoded(text)].map(bytesOf),
  hex: (text) => [Buffer.from(text).toString('hex'), Buffer.from(text).toString('hex').toUpperCase()].map(bytesOf),
  base64: (text) => base64Of(text, 'base64'),
  base64url: (text) => base64Of(text, 'base64url'),
  utf16: (text) => [Buffer.from(text, 'utf16le'), Buffer.from(text, 'utf16le').swap16()],
  'base64-of-utf16': (text) => base64Of(Buffer.from(text, 'utf16le'), 'base64'),
  'redis-printed': (text) => [Buffer.from(redisPrinted(text))],
};

/** A value's pieces in every encoding that it could travel in: finding any of them is finding it. */
export function needlesOf(text: string): readonly Needle[] {
  const known = new Map<string, Needle>();
  for (const piece of piecesOf(text)) {
    for (const [form, encode] of Object.entries(ENCODINGS)) {
      for (const bytes of encode(piece)) {
        const key = bytes.toString('latin1');
        if (bytes.length >= MIN_BYTES && !known.has(key)) known.set(key, { form, bytes });
      }
    }
  }
  return [...known.values()];
}

export const FORMS: readonly string[] = Object.keys(ENCODINGS);

/** All encodings of the whole text: what the controls plant. */
export function encodingsOf(text: string): readonly (Needle & { readonly whole: true })[] {
  return Object.entries(ENCODINGS).flatMap(([form, encode]) =>
    encode(text).map((bytes) => ({ form, bytes, whole: true as const })),
  );
}

function piecesOf(text: string): readonly string[] {
  const rest = text.slice(HEAD_LENGTH);
  const count = Math.floor(rest.length / CHUNK_LENGTH);
  return [
    text.slice(0, HEAD_LENGTH),
    ...Array.from({ length: count }, (_, index) => rest.slice(index * CHUNK_LENGTH, (index + 1) * CHUNK_LENGTH)),
  ];
}

function jsonEscaped(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

function asciiEscaped(text: string): string {
  return jsonEscaped(text).replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function formEncoded(text: string): string {
  return new URLSearchParams({ x: text }).toString().slice(2);
}

/** Somewhere in the middle of what is encoded: at each of three alignments, without the letters that others share. */
function base64Of(content: string | Buffer, encoding: 'base64' | 'base64url'): readonly Buffer[] {
  const bytes = Buffer.from(content);
  return [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString(encoding)
      .replace(/=+$/, '');
    const from = Math.ceil((shift * 8) / 6);
    const whole = Math.floor(((shift + bytes.length) * 8) / 6);
    return Buffer.from(text.slice(from, whole));
  });
}

/** As MONITOR prints an argument. @see https://github.com/redis/redis/blob/unstable/src/sds.c sdscatrepr */
function redisPrinted(text: string): string {
  return [...Buffer.from(text)]
    .map((byte) => {
      if (byte === 0x22 || byte === 0x5c) return `\\${String.fromCharCode(byte)}`;
      if (byte >= 0x20 && byte < 0x7f) return String.fromCharCode(byte);
      return `\\x${byte.toString(16).padStart(2, '0')}`;
    })
    .join('');
}

function bytesOf(text: string): Buffer {
  return Buffer.from(text);
}
