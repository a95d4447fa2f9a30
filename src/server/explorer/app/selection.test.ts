import { expect, it } from 'vitest';
import { operationNameIn } from './selection.ts';

const query = 'query A { a } query B { b }';

it('keeps the name of an operation that is there', () => {
  expect(operationNameIn(query, 'B')).toBe('B');
});

it.each([
  ['another text', query, 'C'],
  ['a fragment', 'fragment A on B { c }', 'A'],
  ['a text that cannot be parsed', '{', 'A'],
])('drops the name of %s', (_, text, name) => {
  expect(operationNameIn(text, name)).toBeUndefined();
});
