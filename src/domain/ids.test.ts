import { describe, expect, it } from 'vitest';
import { decodeId, encodeId, matchesGrammar, pathKey } from './ids.ts';

const base64url = (text: string) => Buffer.from(text).toString('base64url');

describe('encodeId', () => {
  it('writes type, store and path, each percent-encoded, as base64url', () => {
    const id = encodeId({ type: 'Secret', store: 'tfy', path: ['a/b', 'ü'] });
    expect(Buffer.from(id, 'base64url').toString()).toBe('s/tfy/a%2Fb/%C3%BC');
  });

  it('makes an id of a name with a lone surrogate, which is no name of anything', () => {
    const id = encodeId({ type: 'Secret', store: 'tfy', path: ['\ud800'] });
    expect(decodeId(id)?.path).toEqual(['\ufffd']);
  });
});

describe('decodeId', () => {
  it.each([
    ['the empty text', ''],
    ['an unknown type', base64url('x/tfy/a')],
    ['a type that every object inherits', base64url('constructor/tfy/a')],
    ['no store', base64url('s')],
    ['an empty store', base64url('s//a')],
    ['a secret without a path', base64url('s/tfy')],
    ['a store with a path', base64url('st/tfy/a')],
    ['an escape that encodeId does not write', base64url('s/tfy/%61')],
    ['an escape in lower case', base64url('s/tfy/a%2fb')],
    ['a character that encodeId escapes', base64url('s/tfy/a b')],
    ['a broken escape', base64url('s/tfy/%')],
    ['an escape that is no UTF-8', base64url('s/tfy/%FF')],
    ['bytes that are no UTF-8', Buffer.from([0x73, 0x2f, 0x61, 0x2f, 0xff]).toString('base64url')],
    ['padding', `${base64url('s/tfy/ab')}=`],
    ['standard base64', Buffer.from('s/tfy/~~~').toString('base64')],
    ['white space around it', ` ${base64url('s/tfy/a')}`],
    ['the plain text', 's/tfy/a'],
    ['the raw global id of another kind of graph', base64url('Secret:1')],
  ])('refuses %s', (_, text) => {
    expect(decodeId(text)).toBeNull();
  });

  it('refuses an id beyond the bound before it decodes it', () => {
    expect(decodeId(encodeId({ type: 'Secret', store: 's', path: ['a'.repeat(20_000)] }))).toBeNull();
  });

  it('reads the longest id that a provider’s grammar lets through', () => {
    const path = Array.from({ length: 3 }, () => '😀'.repeat(255));
    expect(decodeId(encodeId({ type: 'SecretGroup', store: 's'.repeat(63), path }))?.path).toEqual(path);
  });
});

describe('matchesGrammar', () => {
  const anything = /^.*$/s;

  it.each(['', '.', '..', '...', '\ud800', 'a\udfffb'])('refuses %j whatever the expression says', (part) => {
    expect(matchesGrammar([part], [anything])).toBe(false);
  });

  it('refuses a path of another length', () => {
    expect([matchesGrammar([], [anything]), matchesGrammar(['a', 'b'], [anything])]).toEqual([false, false]);
  });

  it('accepts nothing where a provider has no such objects', () => {
    expect(matchesGrammar(['a'], [])).toBe(false);
  });

  it('judges each part by its own expression', () => {
    expect([matchesGrammar(['a', '1'], [/^a$/, /^\d$/]), matchesGrammar(['1', 'a'], [/^a$/, /^\d$/])]).toEqual([
      true,
      false,
    ]);
  });
});

describe('pathKey', () => {
  it('tells a slash in a part from a border between parts', () => {
    expect(pathKey(['a/b'])).not.toBe(pathKey(['a', 'b']));
  });

  it('tells lone surrogates apart', () => {
    expect(pathKey(['\ud800'])).not.toBe(pathKey(['\ud801']));
  });
});
