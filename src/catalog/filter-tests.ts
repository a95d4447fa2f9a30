import type { Instant, Label } from '../domain/model.ts';
import { compileStringFilter, type StringFilter } from './string-match.ts';

export type Given<T> = T | null | undefined;
export type Test<T> = (element: T) => boolean;

export interface InstantFilter {
  readonly after?: Given<Instant>;
  readonly before?: Given<Instant>;
  readonly isNull?: Given<boolean>;
}
export interface LabelFilter {
  readonly key: string;
  readonly value?: Given<StringFilter>;
}
export function addOneOf<T>(
  tests: Test<T>[],
  wanted: Given<readonly string[]>,
  read: (element: T) => string | null,
): void {
  if (!isGiven(wanted)) return;
  const set = new Set(wanted);
  tests.push((element) => {
    const value = read(element);
    return value !== null && set.has(value);
  });
}

export function addText<T>(
  tests: Test<T>[],
  filter: Given<StringFilter>,
  read: (element: T) => string | null,
  readFolded?: (element: T) => string | undefined,
): void {
  if (!isGiven(filter)) return;
  const matches = compileStringFilter(filter);
  // Folded names of a whole store are not made for a comparison that looks at case.
  const folded = isGiven(filter.contains) || isGiven(filter.glob) ? readFolded : undefined;
  tests.push((element) => matches(read(element), folded?.(element)));
}

export function addLabels<T extends { object: { labels: readonly Label[] } }>(
  tests: Test<T>[],
  filters: Given<readonly LabelFilter[]>,
): void {
  if (!isGiven(filters)) return;
  if (filters.length === 0) tests.push(() => false);
  for (const { key, value } of filters) {
    const matches = isGiven(value) ? compileStringFilter(value) : () => true;
    tests.push(({ object }) => object.labels.some((label) => label.key === key && matches(label.value)));
  }
}

/** `after` is inclusive, `before` exclusive; `isNull` asks whether it is known at all. */
export function addInstant<T>(
  tests: Test<T>[],
  filter: Given<InstantFilter>,
  read: (element: T) => Instant | null,
): void {
  if (!isGiven(filter)) return;
  const { after, before, isNull } = filter;
  if (isGiven(isNull)) tests.push((element) => (read(element) === null) === isNull);
  if (isGiven(after)) tests.push((element) => (read(element) ?? Number.NEGATIVE_INFINITY) >= after);
  if (isGiven(before)) tests.push((element) => (read(element) ?? Number.POSITIVE_INFINITY) < before);
}

export function addFlag<T>(tests: Test<T>[], wanted: Given<boolean>, read: (element: T) => boolean | null): void {
  if (isGiven(wanted)) tests.push((element) => read(element) === wanted);
}

export function all<T>(tests: readonly Test<T>[]): Test<T> {
  const [only, ...more] = tests;
  if (only !== undefined && more.length === 0) return only;
  return (element) => tests.every((test) => test(element));
}

export function some<T>(tests: readonly Test<T>[]): Test<T> {
  return (element) => tests.some((test) => test(element));
}

export function isGiven<T>(value: Given<T>): value is T {
  return value !== null && value !== undefined;
}
