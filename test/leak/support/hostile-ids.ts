import { decodeId, encodeId } from '../../../src/domain/ids.ts';

/** Texts that have led programs astray as a part of an address. */
const PARTS: readonly string[] = [
  ...['', '.', '..', '...', '/', '//', 'a/b', '../..', '..;/a', '/etc/passwd', 'a/../../b', '..\\..\\a', '~', '~root'],
  ...['%2e%2e', '%2E%2E%2F', '..%2f', '%252e%252e', '%2f', '%00', '%0d%0aX-A: b', '%c0%ae%c0%ae', '%u002e', '%zz', '%'],
  ...[
    'a?b=c',
    'a#b',
    'a;b',
    'a&b',
    'a b',
    ' a',
    'a\t',
    '@evil',
    ':80',
    'evil:80',
    'http://evil/',
    '//evil/x',
    '\\\\evil',
  ],
  ...['a\0b', 'a\r\nHost: evil', '\n', '\u007f', '\u0085', '\u2028', '\u202eb', '\ufeffa', '\u200b'],
  // Look-alikes, some of which normalisation turns into dots and slashes.
  ...['．．', '‥', '…', '∕', '／', '⁄', '．．／', 'ａ', 'ſ', 'İ', 'e\u0301', 'ﬁ', '℀'],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'null',
    'undefined',
    'NaN',
    '-1',
    '*',
    '**',
    '{id}',
    '${a}',
    '"',
    "'",
    '`',
  ],
  ...['create', 'update', 'values', 'versions', 'x'.repeat(129), 'x'.repeat(1_500), '😀'.repeat(100)],
];

/** A known id with each of its parts in turn replaced by each hostile text; and with too few and too many parts. */
export function hostileIds(known: string): readonly string[] {
  const decoded = decodeId(known);
  if (decoded === null) throw new Error('this is not an id');
  const { path } = decoded;
  const replaced = path.flatMap((_, index) => PARTS.map((part) => path.with(index, part)));
  const grown = ['..', 'a', ''].map((part) => [...path, part]);
  return [...replaced, ...grown, path.slice(0, -1), [...path, ...path]].map((parts) =>
    encodeId({ ...decoded, path: parts }),
  );
}

/** Texts that come near to an id and are none: nothing that `encodeId` writes. */
export function forgedIds(known: string): readonly string[] {
  const text = Buffer.from(known, 'base64url').toString();
  const encoded = (forged: string | Buffer) => Buffer.from(forged).toString('base64url');
  const forged = [
    `${known}=`,
    `${known}A`,
    known.slice(0, -1),
    ` ${known}`,
    `${known}\n`,
    known.toUpperCase(),
    Buffer.from(text).toString('base64'),
    text,
    encoded(`${text}/`),
    encoded(`/${text}`),
    encoded(text.replace('/', '//')),
    encoded(text.replace(/^[a-z]+/, 'zz')),
    encoded(text.replace(/^[a-z]+/, 'toString')),
    encoded(text.replaceAll(/[a-z]$/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`)),
    encoded(`${text}%2F..`),
    encoded(`${text}%2f..`),
    encoded(`${text}%ED%A0%80`),
    encoded(Buffer.concat([Buffer.from(text), Buffer.from([0xff, 0xfe])])),
    encoded(`${text}\0`),
    encoded('x'.repeat(100_000)),
    'x'.repeat(100_000),
    '',
  ];
  return forged.filter((one) => one !== known);
}
