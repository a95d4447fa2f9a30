import type { PackedColumn } from '../../cache/packed.ts';

/** Gathers the values of one field, and finds out how they are kept best. */
export interface ColumnBuilder<T, Packed = PackedColumn<T>> {
  add(value: T): void;
  finish(): Packed;
}

/** For a field whose values differ, or weigh no more than a place would: each is kept, once two of them differ. */
export class EachBuilder<T> implements ColumnBuilder<T> {
  #all: T | undefined;
  #count = 0;
  #each: T[] | null = null;

  add(value: T): void {
    if (this.#each !== null) this.#each.push(value);
    else if (value === this.#all || this.#count === 0) {
      this.#all = value;
      this.#count += 1;
    } else {
      this.#each = Array.from({ length: this.#count }, () => this.#all as T);
      this.#each.push(value);
    }
  }

  finish(): PackedColumn<T> {
    if (this.#each !== null) return { each: this.#each };
    return this.#count === 0 ? { each: [] } : { all: this.#all as T };
  }
}

/** After so many values it is clear whether they repeat; where more than this part of them differs, they do not. */
const SAMPLE = 1_024;
const MOSTLY = 0.8;

/** For a field whose values repeat: each is kept once. Where they turn out not to, the search for them is given up. */
export class DistinctBuilder<T> implements ColumnBuilder<T> {
  readonly #keyOf: (value: T) => unknown;
  readonly #placeOf = new Map<unknown, number>();
  /** Of objects that came before: a connector that hands out the same one again spares both of us the comparison. */
  readonly #placeOfObject = new Map<T, number>();
  readonly #distinct: T[] = [];
  readonly #at: number[] = [];
  #rest: EachBuilder<T> | null = null;
  #last: T | undefined;
  #lastPlace = -1;

  /** @param keyOf what is never equal for values that differ; where it differs for equal ones, both are kept */
  constructor(keyOf: (value: T) => unknown = (value) => value) {
    this.#keyOf = keyOf;
  }

  add(value: T): void {
    if (this.#rest !== null) this.#rest.add(value);
    else if (value === this.#last && this.#lastPlace >= 0) this.#at.push(this.#lastPlace);
    else this.#turnTo(value);
  }

  finish(): PackedColumn<T> {
    if (this.#rest !== null) return this.#rest.finish();
    const [first] = this.#distinct;
    if (this.#distinct.length === 1) return { all: first as T };
    return this.#distinct.length * 2 < this.#at.length ? { distinct: this.#distinct, at: this.#at } : this.#spread();
  }

  #turnTo(value: T): void {
    const place = this.#placeOfObject.get(value) ?? this.#placeByKey(value);
    this.#at.push(place);
    this.#last = value;
    this.#lastPlace = place;
    if (this.#at.length === SAMPLE && this.#distinct.length > SAMPLE * MOSTLY) this.#giveUp();
  }

  #placeByKey(value: T): number {
    const key = this.#keyOf(value);
    const known = this.#placeOf.get(key);
    if (known !== undefined) return known;
    const place = this.#distinct.push(value) - 1;
    this.#placeOf.set(key, place);
    this.#placeOfObject.set(value, place);
    return place;
  }

  #giveUp(): void {
    this.#rest = new EachBuilder();
    for (const place of this.#at) this.#rest.add(this.#distinct[place] as T);
    this.#placeOf.clear();
    this.#placeOfObject.clear();
  }

  #spread(): PackedColumn<T> {
    return { each: this.#at.map((place) => this.#distinct[place] as T) };
  }
}
