import { encodeId } from '../../domain/ids.ts';
import { secretResource } from '../../domain/resource.ts';
import type { OpenStore } from '../store.ts';
import type { Columns } from './columns.ts';
import { type Concealment, SecretView } from './secret-view.ts';

interface Place {
  readonly store: OpenStore;
  readonly columns: Columns;
  readonly row: number;
  readonly concealment?: Concealment;
  readonly foldedNames?: () => readonly string[];
}

const NOTHING: Concealment = { hidesGroup: () => false, hidesCreator: () => false };

/** One row of a store's secrets as an entry. What costs is made when it is asked for. */
export class RowEntry {
  readonly store: OpenStore;
  readonly object: SecretView;
  readonly #columns: Columns;
  readonly #foldedNames: (() => readonly string[]) | undefined;

  constructor({ store, columns, row, concealment = NOTHING, foldedNames }: Place) {
    this.store = store;
    this.object = new SecretView(columns, concealment, row);
    this.#columns = columns;
    this.#foldedNames = foldedNames;
  }

  get id(): string {
    return encodeId({ type: 'Secret', store: this.store.id, path: this.object.id });
  }

  /** Of the secret as it is: a group that its viewer may not see is part of its name all the same. */
  get resource(): string {
    const { row } = this.object;
    return secretResource(this.store.name, this.#columns.group(row)?.name ?? null, this.#columns.name(row));
  }

  get foldedName(): string | undefined {
    return this.#foldedNames?.()[this.object.row];
  }

  /** Makes this the entry of another row: for whoever goes through many and keeps none. */
  moveTo(row: number): this {
    this.object.row = row;
    return this;
  }
}
