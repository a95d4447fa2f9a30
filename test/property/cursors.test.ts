import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparePlaces, inOrder, type Order, placeOf } from '../../src/catalog/order.ts';
import { cutPage, type Page, type PageArguments } from '../../src/catalog/page.ts';
import { PortcullisError } from '../../src/domain/errors.ts';
import { createSealer } from '../../src/domain/sealing.ts';

interface Item {
  readonly id: string;
  readonly store: number;
  readonly name: string;
  readonly at: number | null;
}

const STORES = 3;
const sealer = createSealer([{ name: 'k', key: Buffer.alloc(32, 1) }]);
const foreign = createSealer([{ name: 'k', key: Buffer.alloc(32, 2) }]);

const ORDERS: readonly Order<Item>[] = (['ASC', 'DESC'] as const).flatMap((direction) => [
  { field: 'NAME', direction, keyOf: ({ name }: Item) => name.normalize('NFC'), idOf: ({ id }: Item) => id },
  { field: 'CREATED_AT', direction, keyOf: ({ at }: Item) => at, idOf: ({ id }: Item) => id },
  { field: 'STORE', direction, keyOf: ({ store }: Item) => `store-${store}`, idOf: ({ id }: Item) => id },
]);
const order = fc.constantFrom(...ORDERS);

/** Few names and few instants, so that ties, nulls and two spellings of one name are common. */
const items = fc.uniqueArray(
  fc.record({
    id: fc.string({ unit: fc.constantFrom('a', 'b', 'Z', '_', '😀', '\uff21'), minLength: 1, maxLength: 3 }),
    store: fc.nat(STORES - 1),
    name: fc.constantFrom('', 'a', 'B', 'b', 'e\u0301', '\u00e9', '😀', '\uff21', 'same'),
    at: fc.option(fc.constantFrom(0, 1, -1, 1_700_000_000_000)),
  }),
  { selector: ({ id }) => id, maxLength: 30 },
);

function cut(
  list: readonly Item[],
  along: Order<Item>,
  page: PageArguments,
  parts: { binding?: string } = {},
): Page<Item> {
  const lists = Array.from({ length: STORES }, (_, store) =>
    inOrder(
      list.filter((item) => item.store === store),
      along,
    ),
  );
  return cutPage({ lists, order: along, page, binding: parts.binding ?? 'b', sealer });
}

/** What is in the list after the changes that fall between two pages: some elements gone, others new. */
interface Change {
  readonly gone: readonly number[];
  readonly come: readonly Item[];
}
const changes = fc.array(
  fc.record({
    gone: fc.array(fc.nat(29), { maxLength: 4 }),
    come: items.map((list) => list.slice(0, 4)),
  }),
  { maxLength: 12 },
);

function apply(list: readonly Item[], change: Change | undefined, round: number): readonly Item[] {
  if (change === undefined) return list;
  const left = list.filter((_, index) => !change.gone.includes(index));
  return [...left, ...change.come.map((item) => ({ ...item, id: `${item.id}+${round}` }))];
}

/** Walks from one end to the other while the list changes between the pages. */
function walk(
  start: readonly Item[],
  along: Order<Item>,
  way: { size: number; backwards: boolean; changes: readonly Change[] },
) {
  const seen: Item[] = [];
  const worlds: (readonly Item[])[] = [start];
  let list = start;
  let cursor: string | null = null;
  for (let round = 0; round < 200; round += 1) {
    const page: Page<Item> = cut(
      list,
      along,
      way.backwards ? { last: way.size, before: cursor } : { first: way.size, after: cursor },
    );
    if (way.backwards) seen.unshift(...page.elements);
    else seen.push(...page.elements);
    const edge = way.backwards ? page.elements[0] : page.elements.at(-1);
    if (!(way.backwards ? page.hasPreviousPage : page.hasNextPage) || edge === undefined) return { seen, worlds };
    cursor = page.cursorOf(edge);
    list = apply(list, way.changes[round], round);
    worlds.push(list);
  }
  throw new Error('the walk does not end');
}

const way = fc.record({ size: fc.integer({ min: 1, max: 7 }), backwards: fc.boolean(), changes });

describe('walking page by page', () => {
  it('shows a list that stays as it is exactly once, in order, from either end', () => {
    fc.assert(
      fc.property(items, order, way, (list, along, { size, backwards }) => {
        const { seen } = walk(list, along, { size, backwards, changes: [] });
        expect(seen).toEqual(inOrder(list, along));
      }),
    );
  });

  it('never repeats an element while others come and go', () => {
    fc.assert(
      fc.property(items, order, way, (list, along, how) => {
        const ids = walk(list, along, how).seen.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 300 },
    );
  });

  it('never skips an element that was there all the time', () => {
    fc.assert(
      fc.property(items, order, way, (list, along, how) => {
        const { seen, worlds } = walk(list, along, how);
        const ids = new Set(seen.map(({ id }) => id));
        const staying = list.filter(({ id }) => worlds.every((world) => world.some((item) => item.id === id)));
        expect(staying.filter(({ id }) => !ids.has(id))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('stays in order while others come and go', () => {
    fc.assert(
      fc.property(items, order, way, (list, along, how) => {
        const { seen } = walk(list, along, how);
        expect(seen).toEqual(
          seen.toSorted((a, b) => comparePlaces(along.direction, placeOf(along, a), placeOf(along, b))),
        );
      }),
    );
  });

  it('goes on where an element was, also when every element has gone and come back', () => {
    fc.assert(
      fc.property(items, order, fc.nat(), (list, along, at) => {
        fc.pre(list.length > 0);
        const sorted = inOrder(list, along);
        const place = at % sorted.length;
        const element = sorted[place] as Item;
        const after = cut(list, along, {}).cursorOf(element);
        const without = list.filter(({ id }) => id !== element.id);
        expect(cut(without, along, { after }).elements).toEqual(sorted.slice(place + 1));
        expect(cut([], along, { after }).elements).toEqual([]);
        expect(cut(list, along, { before: after }).elements).toEqual(sorted.slice(0, place));
      }),
    );
  });
});

describe('page information', () => {
  it('tells whether there is more on either side', () => {
    fc.assert(
      fc.property(items, order, fc.nat(8), fc.option(fc.nat()), fc.boolean(), (list, along, size, at, backwards) => {
        const sorted = inOrder(list, along);
        const place = at === null || sorted.length === 0 ? null : at % sorted.length;
        const cursor = place === null ? null : cut(list, along, {}).cursorOf(sorted[place] as Item);
        const page = cut(list, along, backwards ? { last: size, before: cursor } : { first: size, after: cursor });
        const start = backwards ? Math.max(0, (place ?? sorted.length) - size) : place === null ? 0 : place + 1;
        const end = backwards ? (place ?? sorted.length) : Math.min(sorted.length, start + size);
        expect([page.elements, page.totalCount, page.hasPreviousPage, page.hasNextPage]).toEqual([
          sorted.slice(start, end),
          sorted.length,
          start > 0,
          end < sorted.length,
        ]);
      }),
      { numRuns: 300 },
    );
  });
});

function codeOf(run: () => unknown): unknown {
  try {
    run();
    return 'answered';
  } catch (error) {
    return error instanceof PortcullisError ? error.code : error;
  }
}

describe('cursors', () => {
  const some: readonly Item[] = [{ id: 'a', store: 0, name: 'a', at: 1 }];
  const [byName] = ORDERS;
  if (byName === undefined) throw new Error('no order');

  it('that nobody sealed are refused', () => {
    const forged = fc.oneof(
      fc.string(),
      fc.base64String(),
      fc.tuple(fc.string(), fc.string()).map((place) => Buffer.from(JSON.stringify(place)).toString('base64url')),
      fc.uint8Array({ minLength: 32, maxLength: 80 }).map((bytes) => Buffer.from(bytes).toString('base64url')),
    );
    fc.assert(
      fc.property(forged, fc.constantFrom('after', 'before'), (cursor, argument) => {
        expect(codeOf(() => cut(some, byName, { [argument]: cursor }))).toBe('BAD_USER_INPUT');
      }),
    );
  });

  it('of another installation, another order, another direction or another filter are refused', () => {
    fc.assert(
      fc.property(items, order, order, (list, of, asked) => {
        fc.pre(list.length > 0);
        const cursor = cut(list, of, {}).cursorOf(list[0] as Item);
        if (of !== asked) expect(codeOf(() => cut(list, asked, { after: cursor }))).toBe('BAD_USER_INPUT');
        expect(codeOf(() => cut(list, of, { after: cursor }, { binding: 'other' }))).toBe('BAD_USER_INPUT');
        const alien = cutPage<Item>({ lists: [list], order: of, page: {}, binding: 'b', sealer: foreign });
        expect(codeOf(() => cut(list, of, { after: alien.cursorOf(list[0] as Item) }))).toBe('BAD_USER_INPUT');
      }),
    );
  });

  it('that were changed in any character are refused', () => {
    fc.assert(
      fc.property(fc.nat(), fc.string({ minLength: 1, maxLength: 1 }), (at, character) => {
        const cursor = cut(some, byName, {}).cursorOf(some[0] as Item);
        const changed = cursor.slice(0, at % cursor.length) + character + cursor.slice((at % cursor.length) + 1);
        fc.pre(changed !== cursor);
        expect(codeOf(() => cut(some, byName, { after: changed }))).toBe('BAD_USER_INPUT');
      }),
    );
  });
});
