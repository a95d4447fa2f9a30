import { describe, expect, it } from 'vitest';
import { compareCodePoints, comparePlaces, type Place } from './order.ts';

describe('compareCodePoints', () => {
  it('puts upper case before lower case', () => {
    expect(['b', 'a', 'B', 'A'].sort(compareCodePoints)).toEqual(['A', 'B', 'a', 'b']);
  });

  it('puts what begins alike and ends earlier first', () => {
    expect(['ab', 'a', ''].sort(compareCodePoints)).toEqual(['', 'a', 'ab']);
  });

  it('puts characters beyond the BMP after all others, as UTF-16 does not', () => {
    expect(['\u{1f600}', '\uff21', 'a'].sort(compareCodePoints)).toEqual(['a', '\uff21', '\u{1f600}']);
  });
});

describe('comparePlaces', () => {
  const sorted = (direction: 'ASC' | 'DESC', places: Place[]) =>
    places.toSorted((a, b) => comparePlaces(direction, a, b)).map(([key, id]) => `${key}:${id}`);

  it('breaks ties by id', () => {
    expect(
      sorted('ASC', [
        ['x', '2'],
        ['x', '1'],
      ]),
    ).toEqual(['x:1', 'x:2']);
  });

  it('reads ties backwards when descending', () => {
    expect(
      sorted('DESC', [
        ['x', '1'],
        ['y', '1'],
        ['x', '2'],
      ]),
    ).toEqual(['y:1', 'x:2', 'x:1']);
  });

  it('puts what is unknown last in both directions', () => {
    const places: Place[] = [
      [null, 'a'],
      [1, 'b'],
      [0, 'c'],
    ];
    expect([sorted('ASC', places), sorted('DESC', places)]).toEqual([
      ['0:c', '1:b', 'null:a'],
      ['1:b', '0:c', 'null:a'],
    ]);
  });

  it('orders instants as numbers', () => {
    expect(
      sorted('ASC', [
        [10, 'a'],
        [9, 'b'],
      ]),
    ).toEqual(['9:b', '10:a']);
  });
});
