import { z } from 'zod';
import { badInput } from '../../domain/errors.ts';
import { SecretText } from '../../domain/secret-value.ts';

/** The native shapes, field by field as the provider's schema file has them. */
export const seguraNativeShapes = {
  SeguraApplication: z.strictObject({ system: z.string().nullable(), environment: z.string().nullable() }),
  SeguraSecret: z.strictObject({
    identity: z.string(),
    engine: z.string().nullable(),
    expirationDate: z.string().nullable(),
  }),
  SeguraSecretVersion: z.strictObject({ version: z.string() }),
} as const;

const field = z.strictObject({
  key: z.string(),
  value: z.instanceof(SecretText),
  label: z.string().nullish(),
});
const accessKeys = z.array(z.strictObject({ type: z.string(), fields: z.array(field) })).nullish();
const credentials = z.array(z.strictObject({ fields: z.array(field) })).nullish();

/** All three or none: what is not said could not be told from what is switched off. Null switches off. */
const minutes = z.int().min(1).max(2_147_483_647).nullable();
const renewal = z.strictObject({
  cloudTimeMinutes: minutes,
  credentialTimeMinutes: minutes,
  ephemeralCredentialTimeMinutes: minutes,
});

export const seguraSecretInput = z.strictObject({
  identity: z.string().nullish(),
  engine: z.string().nullish(),
  accessKeys,
  credentials,
  renewal: renewal.nullish(),
});

export const seguraSecretVersionInput = z.strictObject({
  name: z.string().nullish(),
  description: z.string().nullish(),
  /** Whatever the DateTime scalar makes of it. */
  expiresAt: z.union([z.number(), z.date()]).nullish(),
  engine: z.string().nullish(),
  accessKeys,
  credentials,
  renewal,
});

export type SeguraField = z.output<typeof field>;
export type SeguraRenewal = z.output<typeof renewal>;
export type SeguraSecretInput = z.output<typeof seguraSecretInput>;
export type SeguraSecretVersionInput = z.output<typeof seguraSecretVersionInput>;

/**
 * The native input of a write, typed. It may have been parsed before: these schemas change nothing.
 * @throws PortcullisError BAD_USER_INPUT that names the argument; zod's own message quotes input and is dropped.
 */
export function parseNative<T>(schema: z.ZodType<T>, native: unknown): T {
  const parsed = schema.safeParse(native);
  if (parsed.success) return parsed.data;
  const path = ['input', 'native', 'segura', ...(parsed.error.issues[0]?.path ?? [])].join('.');
  if (path.startsWith('input.native.segura.renewal')) {
    throw badInput('A renewal names all three times, in whole minutes from 1; null switches one off.', path);
  }
  throw badInput('This argument is missing or is not of its type.', path);
}
