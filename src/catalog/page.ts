import { createHash } from 'node:crypto';
import { badInput } from '../domain/errors.ts';
import type { Sealer } from '../domain/sealing.ts';
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
  readonly lists: readonly (readonly T[])[];
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
function countUntil<T>(list: readonly T[], order: Order<T>, place: Place, inclusive: boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const compared = comparePlaces(order.direction, placeOf(order, list[middle] as T), place);
    if (compared < 0 || (inclusive && compared === 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Range<T> {
  readonly list: readonly T[];
  readonly from: number;
  readonly to: number;
}

function takeFirst<T>(ranges: readonly Range<T>[], order: Order<T>, size: number): readonly T[] {
  const heads = ranges.map(({ list, from, to }) => ({ list, at: from, to }));
  const taken: T[] = [];
  while (taken.length < size) {
    const next = extreme(
      heads.filter(({ at, to }) => at < to),
      ({ list, at }) => list[at] as T,
      order,
      -1,
    );
    if (next === null) break;
    taken.push(next.list[next.at] as T);
    next.at += 1;
  }
  return taken;
}

function takeLast<T>(ranges: readonly Range<T>[], order: Order<T>, size: number): readonly T[] {
  const tails = ranges.map(({ list, from, to }) => ({ list, from, at: to - 1 }));
  const taken: T[] = [];
  while (taken.length < size) {
    const next = extreme(
      tails.filter(({ at, from }) => at >= from),
      ({ list, at }) => list[at] as T,
      order,
      1,
    );
    if (next === null) break;
    taken.push(next.list[next.at] as T);
    next.at -= 1;
  }
  return taken.reverse();
}

/** The candidate whose element comes first (sign -1) or last (sign 1). A handful of stores needs no heap. */
function extreme<C, T>(
  candidates: readonly C[],
  elementOf: (candidate: C) => T,
  order: Order<T>,
  sign: -1 | 1,
): C | null {
  let best: C | null = null;
  for (const candidate of candidates) {
    if (
      best === null ||
      sign * comparePlaces(order.direction, placeOf(order, elementOf(candidate)), placeOf(order, elementOf(best))) > 0
    ) {
      best = candidate;
    }
  }
  return best;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
