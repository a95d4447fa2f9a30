import { z } from 'zod';

/**
 * The vendor's JSON, as far as it is used. `data`, the field that holds values, is named by `revealedSecret` alone:
 * everything else drops it while parsing. Ids and versions are documented as integers and answered as strings.
 * @see https://docs.senhasegura.io/v3-32/docs/a2a-api-dsm
 */
const text = z.union([z.string(), z.number()]).transform(String);
const optionalText = text.nullish().transform((value) => (value === undefined || value === '' ? null : value));

export const envelopeSchema = z.object({
  status: z.number().nullish(),
  message: z.string().nullish(),
  error: z.boolean().nullish(),
  error_code: z.number().nullish(),
});
export type Envelope = z.output<typeof envelopeSchema>;

const secretSchema = z.object({
  secret_id: text.refine((id) => id !== ''),
  secret_name: optionalText,
  identity: text.refine((identity) => identity !== ''),
  version: optionalText,
  /** In the answer to a write only. */
  description: optionalText,
  expiration_date: optionalText,
  engine: optionalText,
});
export type SeguraSecretJson = z.output<typeof secretSchema>;

const applicationFields = {
  name: optionalText,
  description: optionalText,
  tags: z.array(z.string()).nullish().catch(null),
  system: optionalText,
  environment: optionalText,
};

/**
 * The list under `application` (GET /iso/dapp/application, POST) or at the top (GET /iso/sctm/secret). Compiled, because
 * it is the whole authorization in one answer.
 */
export const listingSchema = z.compile(
  z
    .object({
      response: envelopeSchema.nullish(),
      application: z.object({ ...applicationFields, secrets: z.array(secretSchema).nullish() }).nullish(),
      secrets: z.array(secretSchema).nullish(),
    })
    // An answer with neither is not an empty store.
    .refine((body) => isPresent(body.application) || isPresent(body.secrets)),
);
export type SeguraListing = z.output<typeof listingSchema>;

/** The answer to a write: what happened is told by the status; the object in it is only a help. */
export const writtenSchema = z.object({
  response: envelopeSchema.nullish(),
  application: z
    .object({ secrets: z.array(secretSchema).nullish().catch(null) })
    .nullish()
    .catch(null),
});
export type SeguraWritten = z.output<typeof writtenSchema>;

const valueMap = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
/** A list of maps; container secrets answer one map alone; PHP writes an empty map as []. */
const valueMaps = z.union([z.array(z.union([valueMap, z.tuple([])])), valueMap, z.null()]).optional();

export type ValueMaps = z.output<typeof valueMaps>;

const entries = z.array(z.looseObject({ secret_id: text })).nullish();
const unsortedListing = z
  .object({ response: z.unknown().optional(), application: z.object({ secrets: entries }).nullish(), secrets: entries })
  .refine((body) => isPresent(body.application) || isPresent(body.secrets));

const revealedSchema = z.object({
  response: envelopeSchema.nullish(),
  entry: secretSchema.omit({ description: true }).extend({ data: valueMaps }).optional(),
});
export type RevealedJson = z.output<typeof revealedSchema>;

/**
 * The list once more, for the one secret that is to be revealed: what it says of every other one is gone as soon as
 * it is parsed. `entry` is undefined where the list does not have the secret.
 */
export function revealedSecret(secretId: string): z.ZodType<RevealedJson> {
  return z.preprocess((body) => {
    const listing = unsortedListing.safeParse(body);
    if (!listing.success) return undefined;
    const { application, secrets, response } = listing.data;
    const entry = [...(application?.secrets ?? []), ...(secrets ?? [])].find((one) => one.secret_id === secretId);
    return { response, entry };
  }, revealedSchema);
}

/** RFC 6749, 5.1. `expires_in` is 3600 unless the vault is set otherwise. */
export const tokenSchema = z.object({
  access_token: z.string().min(1),
  token_type: z.string().nullish(),
  expires_in: z.coerce.number().positive().nullish().catch(null),
});

function isPresent(value: unknown): boolean {
  return value !== null && value !== undefined;
}
