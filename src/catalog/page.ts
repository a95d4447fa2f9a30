import { createHash } from 'node:crypto';
import { badInput } from '../domain/errors.ts';
import type { Sealer } from '../domain/sealing.ts';
import type { Elements } from './elements.ts';
import { comparePlaces, type Order, type Place, placeOf } from './order.ts';

export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

export interface Page<T> {
  readonly elements: readonly T[];
  readonly totalCount: number;
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly cursorOf: (element: T) => string;
}

const DEFAULT_PAGE = 50;
export const MAX_PAGE = 500;

/**
 * Cuts one page out of lists that are each in `order`. Cursors name a place (key and id), not a number, so a page
 * never repeats or skips an element when others come or go; they are sealed, and bound to the kind of list, its
 * filter and its order by `binding`.
 * @throws PortcullisError BAD_USER_INPUT for impossible sizes and for a cursor of another list.
 */
export function cutPage<T>(request: {
  readonly lists: readonly Elements<T>[];
  readonly order: Order<T>;
  readonly page: PageArguments;
  readonly binding: string;
  readonly sealer: Sealer;
}): Page<T> {
  const { lists, order, page, sealer } = request;
  const size = checkSize(page);
  const purpose = `cursor:${order.field}:${order.direction}:${request.binding}`;
  const after = openCursor(page.after, 'after', purpose, sealer);
  const before = openCursor(page.before, 'before', purpose, sealer);
  const ranges = lists.map((list) => ({
    list,
    from: after === null ? 0 : countUntil(list, order, after, true),
    to: before === null ? list.length : countUntil(list, order, before, false),
  }));
  const inRange = sum(ranges.map(({ from, to }) => Math.max(0, to - from)));
  const backwards = page.last !== undefined && page.last !== null;
  const elements = backwards ? takeLast(ranges, order, size) : takeFirst(ranges, order, size);
  const cut = inRange > elements.length;
  return {
    elements,
    totalCount: sum(lists.map((list) => list.length)),
    hasNextPage: backwards
      ? ranges.some(({ list, to }) => to < list.length)
      : cut || ranges.some(({ list, to }) => to < list.length),
    hasPreviousPage: backwards ? cut || ranges.some(({ from }) => from > 0) : ranges.some(({ from }) => from > 0),
    cursorOf: (element) => sealer.seal(purpose, JSON.stringify(placeOf(order, element))),
  };
}

/** One text for everything a cursor is bound to besides its order. */
export function bindingOf(kind: string, filter: unknown): string {
  return createHash('sha256')
    .update(`${kind}:${JSON.stringify(canonical(filter))}`)
    .digest('base64url');
}

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value ?? null;
  const pairs = Object.entries(value).filter(([, item]) => item !== undefined && item !== null);
  return Object.fromEntries(pairs.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, canonical(item)]));
}

function checkSize({ first, last }: PageArguments): number {
  const hasFirst = first !== undefined && first !== null;
  const hasLast = last !== undefined && last !== null;
  if (hasFirst && hasLast) throw badInput('Give first or last, not both.', 'last');
  const size = hasFirst ? first : hasLast ? last : DEFAULT_PAGE;
  if (size < 0 || size > MAX_PAGE) throw badInput(`A page has 0 to ${MAX_PAGE} elements.`, hasLast ? 'last' : 'first');
  return size;
}

function openCursor(
  cursor: string | null | undefined,
  argument: string,
  purpose: string,
  sealer: Sealer,
): Place | null {
  if (cursor === undefined || cursor === null) return null;
  const text = sealer.open(purpose, cursor);
  if (text === null) throw badInput('This cursor is not one of this list with this filter and order.', argument);
  return JSON.parse(text) as Place;
}

/** How many elements come before the place; with `inclusive`, the element at the place counts too. */
function countUntil<T>(list: Elements<T>, order: Order<T>, place: Place, inclusive: boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const compared = comparePlaces(order.direction, placeOf(order, list.at(middle) as T), place);
    if (compared < 0 || (inclusive && compared === 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Range<T> {
  readonly list: Elements<T>;
  readonly from: number;
  readonly to: number;
}

function takeFirst<T>(ranges: readonly Range<T>[], order: Order<T>, size: number): readonly T[] {
  return take(
    ranges.map(({ list, from, to }) => walk(list, order, { from, end: to, step: 1 })),
    (a, b) => comparePlaces(order.direction, a, b),
    size,
  );
}

function takeLast<T>(ranges: readonly Range<T>[], order: Order<T>, size: number): readonly T[] {
  return take(
    ranges.map(({ list, from, to }) => walk(list, order, { from: to - 1, end: from - 1, step: -1 })),
    (a, b) => comparePlaces(order.direction, b, a),
    size,
  ).reverse();
}

/** Where a merge stands in one list. */
interface Head<T> {
  /** Null at the end. */
  readonly current: { readonly element: T; readonly place: Place } | null;
  advance(): void;
}

function walk<T>(
  list: Elements<T>,
  order: Order<T>,
  { from, end, step }: { readonly from: number; readonly end: number; readonly step: 1 | -1 },
): Head<T> {
  let at = from;
  const look = () => {
    if ((end - at) * step <= 0) return null;
    const element = list.at(at) as T;
    return { element, place: placeOf(order, element) };
  };
  let current = look();
  return {
    get current() {
      return current;
    },
    advance() {
      at += step;
      current = look();
    },
  };
}

/** The elements that come first by `compare`. A handful of stores needs no heap. */
function take<T>(heads: readonly Head<T>[], compare: (a: Place, b: Place) => number, size: number): T[] {
  const taken: T[] = [];
  while (taken.length < size) {
    let best: Head<T> | null = null;
    for (const head of heads) {
      if (head.current === null) continue;
      if (best?.current == null || compare(head.current.place, best.current.place) < 0) best = head;
    }
    if (best?.current == null) break;
    taken.push(best.current.element);
    best.advance();
  }
  return taken;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
