import { z } from 'zod';

/** The native shapes of schema/providers/imco.graphql, field by field: what the cache lets in. */
const text = z.string().nullable();
const flag = z.boolean().nullable();
const texts = z.array(z.string()).nullable();

const label = z.strictObject({ nativeId: z.string(), name: z.string(), namespace: text, value: text });

const keyVault = z.strictObject({
  remoteId: text,
  state: z.string(),
  brownfield: flag,
  keyVaultPlanId: text,
  cloudAccountId: text,
  realmId: text,
  labelIds: texts,
  desiredRemoteId: text,
  resourceType: text,
});

const secret = z.strictObject({
  remoteId: text,
  state: z.string(),
  brownfield: flag,
  desiredRemoteId: text,
  keyVaultId: z.string(),
  resourceType: text,
  labelIds: texts,
});

const version = z.strictObject({
  remoteId: text,
  last: z.boolean(),
  position: z.int().nonnegative(),
  keyVaultId: text,
  resourceType: text,
});

export type NativeLabel = z.output<typeof label>;
export type NativeKeyVault = z.output<typeof keyVault>;
export type NativeSecret = z.output<typeof secret>;
export type NativeSecretVersion = z.output<typeof version>;

export const nativeShapes = {
  ImcoStore: z.strictObject({ labels: z.array(label).nullable() }),
  ImcoLabel: label,
  ImcoKeyVault: keyVault,
  ImcoSecret: secret,
  ImcoSecretVersion: version,
};

const given = z.string().min(1, 'must not be empty');
/** In a creation, null is the same as left out. */
const choices = { labelIds: z.array(given).nullish(), desiredRemoteId: given.nullish() };

/** What `createSecretGroup` takes under `native.imco`. */
export const createGroupInput = z.strictObject({
  cloudAccountId: given,
  realmId: given,
  keyVaultPlanId: given,
  ...choices,
});

/** What `createSecret` takes under `native.imco`. */
export const createSecretInput = z.strictObject(choices);

export type CreateGroupInput = z.output<typeof createGroupInput>;
export type CreateSecretInput = z.output<typeof createSecretInput>;
