import type {
  DetailField,
  GroupReference,
  Instant,
  Label,
  Native,
  NativePath,
  Readability,
  Rotation,
  Secret,
  SecretStatus,
  SecretVersion,
  Subject,
  Usage,
} from '../../domain/model.ts';
import type { Columns } from './columns.ts';

/** What of a row its viewer may not see. */
export interface Concealment {
  readonly hidesGroup: (row: number) => boolean;
  readonly hidesCreator: (row: number) => boolean;
}

/** One row of a store's secrets, read like an object. It can be moved to another row, so nobody may keep one. */
export class SecretView implements Secret {
  readonly #columns: Columns;
  readonly #concealment: Concealment;
  row: number;

  constructor(columns: Columns, concealment: Concealment, row: number) {
    this.#columns = columns;
    this.#concealment = concealment;
    this.row = row;
  }

  get id(): NativePath {
    return this.#columns.id(this.row);
  }
  get nativeId(): string {
    return this.#columns.nativeId(this.row);
  }
  get name(): string {
    return this.#columns.name(this.row);
  }
  get group(): GroupReference | null {
    return this.#concealment.hidesGroup(this.row) ? null : this.#columns.group(this.row);
  }
  get description(): string | null {
    return this.#columns.description(this.row);
  }
  get labels(): readonly Label[] {
    return this.#columns.labels(this.row);
  }
  get status(): SecretStatus {
    return this.#columns.status(this.row);
  }
  get createdBy(): Subject | null {
    return this.#concealment.hidesCreator(this.row) ? null : this.#columns.createdBy(this.row);
  }
  get createdAt(): Instant | null {
    return this.#columns.createdAt(this.row);
  }
  get updatedAt(): Instant | null {
    return this.#columns.updatedAt(this.row);
  }
  get expiresAt(): Instant | null {
    return this.#columns.expiresAt(this.row);
  }
  get deletesAt(): Instant | null {
    return this.#columns.deletesAt(this.row);
  }
  get rotation(): Rotation | null {
    return this.#columns.rotation(this.row);
  }
  get versions(): readonly SecretVersion[] | null {
    return this.#columns.versions(this.row);
  }
  get usage(): Usage | null {
    return this.#columns.usage(this.row);
  }
  get readability(): Readability {
    return this.#columns.readability(this.row);
  }
  get revision(): string | null {
    return this.#columns.revision(this.row);
  }
  get incomplete(): readonly DetailField[] {
    return this.#columns.incomplete(this.row);
  }
  get native(): Native {
    return this.#columns.native(this.row);
  }
}

/** The same secret as an object of its own. */
export function plainSecret(secret: Secret): Secret {
  return {
    id: secret.id,
    nativeId: secret.nativeId,
    name: secret.name,
    group: secret.group,
    description: secret.description,
    labels: secret.labels,
    status: secret.status,
    createdBy: secret.createdBy,
    createdAt: secret.createdAt,
    updatedAt: secret.updatedAt,
    expiresAt: secret.expiresAt,
    deletesAt: secret.deletesAt,
    rotation: secret.rotation,
    versions: secret.versions,
    usage: secret.usage,
    readability: secret.readability,
    revision: secret.revision,
    incomplete: secret.incomplete,
    native: secret.native,
  };
}
