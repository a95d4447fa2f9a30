import { describe, expect, it } from 'vitest';
import { createSealer } from '../domain/sealing.ts';
import type { Order } from './order.ts';
import { bindingOf, cutPage, MAX_PAGE, type PageArguments } from './page.ts';

interface Item {
  readonly name: string;
}
const order: Order<Item> = { field: 'NAME', direction: 'ASC', keyOf: ({ name }) => name, idOf: ({ name }) => name };
const sealer = createSealer([{ name: 'k', key: Buffer.alloc(32, 1) }]);
const itemsOf = (text: string): Item[] => [...text].map((name) => ({ name }));

function cut(page: PageArguments, parts: { lists?: string[]; binding?: string; order?: Order<Item> } = {}) {
  const { lists = ['bdf', 'ace'], binding = 'b' } = parts;
  const result = cutPage({ lists: lists.map(itemsOf), order: parts.order ?? order, page, binding, sealer });
  return { ...result, names: result.elements.map(({ name }) => name).join('') };
}
const cursorAt = (name: string) => cut({ first: 1 }).cursorOf({ name });

describe('cutPage', () => {
  it('merges the lists in order', () => {
    expect(cut({}).names).toBe('abcdef');
  });

  it('takes as many as are asked for from the front', () => {
    expect(cut({ first: 3 })).toMatchObject({ names: 'abc', hasNextPage: true, hasPreviousPage: false, totalCount: 6 });
  });

  it('takes as many as are asked for from the end, in the same order', () => {
    expect(cut({ last: 2 })).toMatchObject({ names: 'ef', hasNextPage: false, hasPreviousPage: true });
  });

  it('goes on behind a cursor', () => {
    expect(cut({ first: 2, after: cursorAt('b') })).toMatchObject({
      names: 'cd',
      hasNextPage: true,
      hasPreviousPage: true,
    });
  });

  it('goes back before a cursor', () => {
    expect(cut({ last: 2, before: cursorAt('e') })).toMatchObject({
      names: 'cd',
      hasNextPage: true,
      hasPreviousPage: true,
    });
  });

  it('stays between two cursors', () => {
    expect(cut({ after: cursorAt('a'), before: cursorAt('d') })).toMatchObject({
      names: 'bc',
      hasNextPage: true,
      hasPreviousPage: true,
    });
  });

  it('is empty between two cursors that have changed places', () => {
    expect(cut({ after: cursorAt('d'), before: cursorAt('a') })).toMatchObject({ names: '', totalCount: 6 });
  });

  it('goes on where a cursor’s element has gone', () => {
    expect(cut({ first: 2, after: cursorAt('c') }, { lists: ['bdf', 'ae'] }).names).toBe('de');
  });

  it('holds 50 elements where nobody says otherwise', () => {
    expect(cut({}, { lists: ['x'.repeat(60)] }).elements).toHaveLength(50);
  });

  it('may hold none, and then tells whether there are any', () => {
    expect(cut({ first: 0 })).toMatchObject({ names: '', hasNextPage: true, totalCount: 6 });
  });

  it('ends where the list ends', () => {
    expect(cut({ first: 6 })).toMatchObject({ names: 'abcdef', hasNextPage: false, hasPreviousPage: false });
  });

  it('is empty over no lists', () => {
    expect(cut({}, { lists: [] })).toMatchObject({ names: '', totalCount: 0, hasNextPage: false });
  });

  it.each<[string, PageArguments, string]>([
    ['first and last at once', { first: 1, last: 1 }, 'last'],
    ['a negative first', { first: -1 }, 'first'],
    ['a negative last', { last: -1 }, 'last'],
    ['more than the limit', { first: MAX_PAGE + 1 }, 'first'],
    ['more than the limit from the end', { last: MAX_PAGE + 1 }, 'last'],
    ['a made-up after', { after: 'AAAA' }, 'after'],
    ['a made-up before', { before: Buffer.from('["a","a"]').toString('base64url') }, 'before'],
    ['an empty cursor', { after: '' }, 'after'],
  ])('refuses %s', (_, page, argument) => {
    expect(() => cut(page)).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT', details: expect.objectContaining({ argument }) }),
    );
  });

  it.each<[string, Parameters<typeof cut>[1]]>([
    ['another filter', { binding: 'other' }],
    ['another field', { order: { ...order, field: 'STORE' } }],
    ['another direction', { order: { ...order, direction: 'DESC' } }],
  ])('refuses a cursor of a list with %s', (_, parts) => {
    expect(() => cut({ after: cursorAt('a') }, parts)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
  });

  it('does not show in a cursor what it names', () => {
    expect(Buffer.from(cursorAt('payments'), 'base64url').toString('latin1')).not.toContain('payments');
  });
});

describe('bindingOf', () => {
  it('is equal for the same filter written in another order, or with nulls', () => {
    expect(bindingOf('secrets', { a: 1, b: { d: [1, 2], c: 3 } })).toBe(
      bindingOf('secrets', { b: { c: 3, d: [1, 2], e: null }, a: 1, f: undefined }),
    );
  });

  it.each([
    ['the kind of list', 'groups', { a: 1 }],
    ['a value', 'secrets', { a: 2 }],
    ['a key', 'secrets', { b: 1 }],
    ['the order of a list', 'secrets', { a: [2, 1] }],
    ['a null filter', 'secrets', null],
    ['an empty list', 'secrets', { a: 1, ids: [] }],
  ])('differs by %s', (_, kind, filter) => {
    const others = [bindingOf('secrets', { a: 1 }), bindingOf('secrets', { a: [1, 2] })];
    expect(others).not.toContain(bindingOf(kind, filter));
  });
});
