import type { PackedSecrets } from '../packed.ts';
import { secret, version } from './metadata.ts';

/** Secrets that differ in their names and ids, packed as a listing has them: some columns of each kind. */
export function packedSecrets(names: readonly string[]): PackedSecrets {
  const all = <T>(value: T) => ({ all: value });
  return {
    count: names.length,
    fields: {
      parents: { distinct: [['g1'], []], at: names.map(() => 0) },
      ownId: all(null),
      nativeId: { each: names },
      name: { each: names },
      group: all(secret.group),
      description: all(secret.description),
      labels: all([{ key: 'team', value: 'core' }]),
      status: all(secret.status),
      createdBy: all(secret.createdBy),
      createdAt: all(secret.createdAt),
      updatedAt: all(secret.updatedAt),
      expiresAt: all(secret.expiresAt),
      deletesAt: all(secret.deletesAt),
      rotation: all(secret.rotation),
      usage: all(secret.usage),
      readability: all(secret.readability),
      revision: all(secret.revision),
      incomplete: all(secret.incomplete),
      native: { parts: { driver: all(null), options: { each: names.map(() => ['a']) } } },
    },
    versions: {
      counts: all(1),
      fields: {
        id: all(null),
        nativeId: { each: names.map((name) => `${name}-v1`) },
        number: all(version.number),
        stage: all(version.stage),
        isCurrent: all(version.isCurrent),
        createdAt: all(version.createdAt),
        updatedAt: all(version.updatedAt),
        readability: all(version.readability),
        native: all(version.native),
      },
    },
  };
}
