import { z } from 'zod';

/** The native shapes, field for field as in schema/providers/docker.graphql. */

const label = z.strictObject({ key: z.string(), value: z.string() });

const dockerDriver = z.strictObject({ name: z.string(), options: z.array(label) });

export const dockerSecret = z.strictObject({
  /** Version.Index in decimal: the concurrency token of the metadata, not a version of the value. */
  versionIndex: z.string(),
  driver: dockerDriver.nullable(),
  templating: dockerDriver.nullable(),
});

export const dockerStack = z.strictObject({ namespace: z.string() });

const dockerSwarm = z.strictObject({ clusterId: z.string().nullable(), engineVersion: z.string().nullable() });

export const nativeShapes = { DockerSecret: dockerSecret, DockerStack: dockerStack, DockerSwarm: dockerSwarm };

const driverInput = z.strictObject({ name: z.string(), options: z.array(label).nullish() });

/** What `createSecret` takes under `native.docker`. */
export const dockerSecretInput = z.strictObject({
  driver: driverInput.nullish(),
  templating: driverInput.nullish(),
});

export type DockerDriver = z.output<typeof dockerDriver>;
export type DockerDriverInput = z.output<typeof driverInput>;
export type DockerSecretInput = z.output<typeof dockerSecretInput>;
