import type { PackedColumn, PackedNative } from '../../cache/packed.ts';
import type { Native, Plain } from '../../domain/model.ts';
import { type ColumnBuilder, DistinctBuilder, EachBuilder } from './column-builder.ts';

/**
 * Takes native parts to pieces: a provider gives all of its objects the same fields, so each field becomes a column of
 * its own. Should one have others after all, they are all kept as they are.
 */
export class NativeBuilder<T extends Native | null> implements ColumnBuilder<T, PackedNative<T>> {
  #fields: readonly string[] | null = null;
  #parts: DistinctBuilder<Plain>[] = [];
  #count = 0;
  #whole: EachBuilder<T> | null = null;

  add(value: T): void {
    if (this.#whole !== null) this.#whole.add(value);
    else if (!this.#addParts(value)) {
      this.#whole = this.#together();
      this.#whole.add(value);
    }
  }

  finish(): PackedNative<T> {
    if (this.#whole !== null) return this.#whole.finish();
    if (this.#fields === null) return { each: [] };
    return { parts: Object.fromEntries(this.#fields.map((field, index) => [field, this.#finished(index)])) };
  }

  #addParts(value: T): boolean {
    if (value === null) return false;
    if (this.#fields === null) {
      this.#fields = Object.keys(value);
      this.#parts = this.#fields.map(() => new DistinctBuilder<Plain>());
    }
    if (!hasFields(value, this.#fields)) return false;
    let index = 0;
    for (const field in value) {
      this.#parts[index]?.add(value[field] as Plain);
      index += 1;
    }
    this.#count += 1;
    return true;
  }

  #finished(index: number): PackedColumn<Plain> {
    return this.#parts[index]?.finish() ?? { each: [] };
  }

  #together(): EachBuilder<T> {
    const whole = new EachBuilder<T>();
    const fields = this.#fields ?? [];
    const columns = fields.map((_, index) => spread(this.#finished(index), this.#count));
    for (let row = 0; row < this.#count; row += 1) {
      whole.add(Object.fromEntries(fields.map((field, index) => [field, columns[index]?.[row] as Plain])) as T);
    }
    return whole;
  }
}

function hasFields(value: Native, fields: readonly string[]): boolean {
  let count = 0;
  for (const field in value) {
    if (fields[count] !== field) return false;
    count += 1;
  }
  return count === fields.length;
}

function spread(column: PackedColumn<Plain>, count: number): readonly Plain[] {
  if ('each' in column) return column.each;
  return Array.from({ length: count }, (_, row) =>
    'all' in column ? column.all : (column.distinct[column.at[row] ?? 0] as Plain),
  );
}
