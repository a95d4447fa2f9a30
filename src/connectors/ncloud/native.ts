import { z } from 'zod';
import { STAGES } from './documented.ts';

/** The native shapes of the graph, exactly: what may be cached of this provider. */
const text = z.string().nullable();

export const ncloudTrigger = z.strictObject({
  nativeId: z.string(),
  name: text,
  description: text,
  pageUrl: text,
  platform: text,
  region: text,
  linkedSecretIds: z.array(z.string()),
  actions: z.array(z.strictObject({ name: z.string(), description: text })),
});
export const ncloudKey = z.strictObject({
  nativeId: z.string(),
  tag: z.string(),
  name: text,
  status: text,
  type: text,
  boundary: text,
});
export const ncloudProtectionKey = z.strictObject({
  type: z.string(),
  kmsKeyTag: text,
  kmsKeyName: text,
  kmsBoundaryType: text,
});

export const nativeShapes = {
  NcloudStore: z.strictObject({
    triggers: z.array(ncloudTrigger).nullable(),
    protectionKeys: z.array(ncloudKey).nullable(),
  }),
  NcloudRegion: z.strictObject({ code: z.string() }),
  NcloudSecret: z.strictObject({
    secretType: text,
    region: text,
    secretStatus: z.string(),
    rotationPhase: text,
    protectionKey: ncloudProtectionKey.nullable(),
  }),
  NcloudSecretVersion: z.strictObject({ stage: z.string() }),
} as const;

export type NcloudTrigger = z.output<typeof ncloudTrigger>;
export type NcloudKey = z.output<typeof ncloudKey>;
export type NcloudSecret = z.output<typeof nativeShapes.NcloudSecret>;

const protectionKeyInput = z.strictObject({
  type: z.string(),
  kmsKeyTag: z.string().nullish(),
  kmsBoundaryType: z.string().nullish(),
});
export type ProtectionKeyInput = z.output<typeof protectionKeyInput>;

/** The members `ncloud` of the native inputs. Which values are allowed is judged where they are used. */
export const createSecretNative = z.strictObject({
  secretType: z.string().nullish(),
  rotationTargets: z.array(z.string()).nullish(),
  protectionKey: protectionKeyInput.nullish(),
});
export const updateSecretNative = z.strictObject({ protectionKey: protectionKeyInput.nullish() });
export const createVersionNative = z.strictObject({
  stage: z.enum(STAGES).default('ACTIVE'),
  keepPrevious: z.boolean().default(true),
});

export const nativeInputs = {
  createSecret: createSecretNative,
  updateSecret: updateSecretNative,
  createVersion: createVersionNative,
} as const;
