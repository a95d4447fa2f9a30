import type { FlatSecret, FlatVersion, PackedFields, PackedSecrets } from '../../cache/packed.ts';
import type { Label, NativePath, Secret, SecretVersion } from '../../domain/model.ts';
import { type ColumnBuilder, DistinctBuilder, EachBuilder } from './column-builder.ts';
import { NativeBuilder } from './native-builder.ts';

type Builders<T> = { readonly [Field in keyof T]: ColumnBuilder<T[Field], PackedFields<T>[Field]> };

/** Takes secrets page by page and keeps their fields: the objects themselves are let go of at once. */
export class SecretPacker {
  #count = 0;
  /** Of the last secret: neighbours mostly have the same. */
  #parents: NativePath = [];
  readonly #fields: Builders<FlatSecret> = {
    parents: new DistinctBuilder(),
    ownId: new EachBuilder(),
    nativeId: new EachBuilder(),
    name: new EachBuilder(),
    group: new DistinctBuilder((group) => group && textsKey([group.name, ...group.id])),
    description: new EachBuilder(),
    labels: new DistinctBuilder(labelsKey),
    status: new EachBuilder(),
    createdBy: new DistinctBuilder(JSON.stringify),
    createdAt: new EachBuilder(),
    updatedAt: new EachBuilder(),
    expiresAt: new EachBuilder(),
    deletesAt: new EachBuilder(),
    rotation: new EachBuilder(),
    usage: new EachBuilder(),
    readability: new EachBuilder(),
    revision: new EachBuilder(),
    incomplete: new DistinctBuilder(JSON.stringify),
    native: new NativeBuilder(),
  };
  readonly #versionCounts = new EachBuilder<number | null>();
  readonly #versions: Builders<FlatVersion> = {
    id: new EachBuilder(),
    nativeId: new EachBuilder(),
    number: new EachBuilder(),
    stage: new EachBuilder(),
    isCurrent: new EachBuilder(),
    createdAt: new EachBuilder(),
    updatedAt: new EachBuilder(),
    readability: new EachBuilder(),
    native: new NativeBuilder(),
  };

  add(secret: Secret): void {
    const fields = this.#fields;
    this.#count += 1;
    this.#addPath(secret);
    fields.nativeId.add(secret.nativeId);
    fields.name.add(secret.name);
    fields.group.add(secret.group);
    fields.description.add(secret.description);
    fields.labels.add(secret.labels);
    fields.status.add(secret.status);
    fields.createdBy.add(secret.createdBy);
    fields.createdAt.add(secret.createdAt);
    fields.updatedAt.add(secret.updatedAt);
    fields.expiresAt.add(secret.expiresAt);
    fields.deletesAt.add(secret.deletesAt);
    fields.rotation.add(secret.rotation);
    fields.usage.add(secret.usage);
    fields.readability.add(secret.readability);
    fields.revision.add(secret.revision);
    fields.incomplete.add(secret.incomplete);
    fields.native.add(secret.native);
    this.#versionCounts.add(secret.versions?.length ?? null);
    for (const version of secret.versions ?? []) this.#addVersion(version, secret.id);
  }

  finish(): PackedSecrets {
    return {
      count: this.#count,
      fields: finishAll(this.#fields),
      versions: { counts: this.#versionCounts.finish(), fields: finishAll(this.#versions) },
    };
  }

  #addPath({ id, nativeId }: Secret): void {
    const last = id.length - 1;
    if (last !== this.#parents.length || !startsWith(id, this.#parents)) this.#parents = id.slice(0, last);
    this.#fields.parents.add(this.#parents);
    this.#fields.ownId.add(id[last] === nativeId ? null : (id[last] ?? null));
  }

  #addVersion(version: SecretVersion, secretId: NativePath): void {
    const fields = this.#versions;
    fields.id.add(isBelow(version, secretId) ? null : version.id);
    fields.nativeId.add(version.nativeId);
    fields.number.add(version.number);
    fields.stage.add(version.stage);
    fields.isCurrent.add(version.isCurrent);
    fields.createdAt.add(version.createdAt);
    fields.updatedAt.add(version.updatedAt);
    fields.readability.add(version.readability);
    fields.native.add(version.native);
  }
}

export function packSecrets(secrets: Iterable<Secret>): PackedSecrets {
  const packer = new SecretPacker();
  for (const secret of secrets) packer.add(secret);
  return packer.finish();
}

function isBelow({ id, nativeId }: SecretVersion, secretId: NativePath): boolean {
  const last = secretId.length;
  return id.length === last + 1 && id[last] === nativeId && startsWith(id, secretId);
}

function startsWith(path: NativePath, start: NativePath): boolean {
  for (let index = 0; index < start.length; index += 1) if (path[index] !== start[index]) return false;
  return true;
}

function finishAll<T>(builders: Builders<T>): PackedFields<T> {
  const columns = Object.entries<ColumnBuilder<unknown, unknown>>(builders).map(([field, builder]) => [
    field,
    builder.finish(),
  ]);
  return Object.fromEntries(columns) as PackedFields<T>;
}

function labelsKey(labels: readonly Label[]): string {
  let text = '';
  for (const { key, value } of labels) text += textsKey([key, value]);
  return text;
}

/** With their lengths, so that no two lists have one key, whatever is in them. */
function textsKey(texts: readonly string[]): string {
  let key = '';
  for (const text of texts) key += `${text.length},${text}`;
  return key;
}
