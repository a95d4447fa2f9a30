import type { PackedColumn } from '../../cache/packed.ts';

/** After so many values it is clear whether they repeat; where more than this part of them differs, they do not. */
const SAMPLE = 1_024;
const MOSTLY = 0.8;

/**
 * Gathers the values of one field. Values that repeat are kept once; a field where they do not is found out early, so
 * that looking for repetitions costs nothing from there on.
 */
export class ColumnBuilder<T> {
  #values: T[] = [];
  #places: number[] = [];
  /** Places of the values by what tells them apart; null once each value stands for itself. */
  #placeOf: Map<unknown, number> | null = new Map();
  #lastValue: T | undefined;
  #lastPlace = -1;

  add(value: T): void {
    if (this.#placeOf === null) this.#values.push(value);
    else if (this.#lastPlace >= 0 && isEqual(value, this.#lastValue)) this.#places.push(this.#lastPlace);
    else this.#addDistinct(value, this.#placeOf);
  }

  finish(): PackedColumn<T> {
    const [first] = this.#values;
    if (this.#placeOf === null) return { each: this.#values };
    if (this.#values.length === 1) return { all: first as T };
    if (this.#values.length * 2 >= this.#places.length) return { each: this.#spread() };
    return { distinct: this.#values, at: this.#places };
  }

  #addDistinct(value: T, placeOf: Map<unknown, number>): void {
    const key = typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
    const known = placeOf.get(key);
    const place = known ?? this.#values.push(value) - 1;
    if (known === undefined) placeOf.set(key, place);
    this.#places.push(place);
    this.#lastValue = value;
    this.#lastPlace = place;
    if (this.#places.length === SAMPLE && this.#values.length > SAMPLE * MOSTLY) this.#standEach();
  }

  #standEach(): void {
    this.#values = this.#spread();
    this.#places = [];
    this.#placeOf = null;
  }

  #spread(): T[] {
    return this.#places.map((place) => this.#values[place] as T);
  }
}

/** Whether two plain values hold the same. Never says so of what differs; for keys in another order it may not. */
function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((element, index) => isEqual(element, b[index]));
  }
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => isEqual((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
  );
}
