import { concealmentOf, type Sight } from './sight.ts';
import type { SecretEntry, Snapshot } from './snapshot.ts';
import { RowEntry } from './table/row-entry.ts';
import { plainSecret } from './table/secret-view.ts';

/** A list of which an element is made when it is asked for. An array is one, too. */
export interface Elements<T> extends Iterable<T> {
  readonly length: number;
  at(index: number): T | undefined;
  map<R>(use: (element: T, index: number) => R): R[];
}

/** Secrets of a snapshot by their rows, as one viewer may see them. */
export class SecretElements implements Elements<SecretEntry> {
  readonly #entryAt: (row: number) => SecretEntry;
  readonly #rows: Uint32Array;

  constructor(snapshot: Snapshot, sight: Sight, rows: Uint32Array) {
    this.#entryAt = entriesOf(snapshot, sight);
    this.#rows = rows;
  }

  get length(): number {
    return this.#rows.length;
  }

  at(index: number): SecretEntry | undefined {
    const row = this.#rows.at(index);
    return row === undefined ? undefined : this.#entryAt(row);
  }

  map<R>(use: (element: SecretEntry, index: number) => R): R[] {
    return Array.from(this, use);
  }

  *[Symbol.iterator](): Iterator<SecretEntry> {
    for (const row of this.#rows) yield this.#entryAt(row);
  }
}

/** The entries of a snapshot by row, as the viewer whose sight it is may see them. */
export function entriesOf({ store, columns, foldedNames }: Snapshot, sight: Sight): (row: number) => RowEntry {
  const concealment = concealmentOf(sight);
  return (row) => new RowEntry({ store, columns, row, concealment, foldedNames });
}

/** The same entry with nothing left to be made: for those few that leave the catalog. */
export function plainEntry({ store, object, id, resource }: SecretEntry): SecretEntry {
  return { store, object: plainSecret(object), id, resource };
}
