import { z } from 'zod';

/**
 * The vendor's JSON, as far as we use it. Objects drop what they do not name, and none of them names `content`: a
 * user's certificate is never answered a value, and if it were, parsing would drop it. Absent and null are the same.
 *
 * @see https://api.doc.imco.io/api-v3/secret/secrets.html
 * @see https://api.doc.imco.io/api-v3/secret/key-vaults
 */
const text = z.string().nullish();
const id = z.string().min(1);
const flag = z.boolean().nullish();

/**
 * Documented as one String and described as a list; sibling resources answer an array, secrets are not documented to
 * answer it at all. All three are taken, and what is none of them is unknown.
 */
const labelIds = z
  .union([z.array(z.string()), z.string().transform((list) => list.split(/[\s,]+/).filter((part) => part !== ''))])
  .nullish()
  .catch(null);

/**
 * The documents print the field as "key vault_id", which looks like a search-and-replace in `key_vault_id` gone too
 * far. Should the platform answer what they print, it is understood as well.
 */
const vaultId = { key_vault_id: text, 'key vault_id': text };

const vault = z.object({
  id,
  name: text,
  remote_id: text,
  state: z.string(),
  key_vault_plan_id: text,
  cloud_account_id: text,
  realm_id: text,
  brownfield: flag,
  label_ids: labelIds,
  desired_remote_id: text,
  resource_type: text,
});

const secret = z.object({
  id,
  name: text,
  ...vaultId,
  remote_id: text,
  state: z.string(),
  brownfield: flag,
  label_ids: labelIds,
  desired_remote_id: text,
  resource_type: text,
});

const version = z.object({ id, ...vaultId, remote_id: text, last: flag, resource_type: text });

const label = z.object({ id, name: z.string(), namespace: text, value: text });

export const vaultAnswer = vault;
export const vaultsAnswer = z.array(vault);
export const secretAnswer = secret;
/** Compiled, because a listing is many of them. */
export const secretsAnswer = z.compile(z.array(secret));
export const versionsAnswer = z.array(version);
export const labelsAnswer = z.array(label);
/** Of a creation only the new id matters; where it stands, as far as it is told. */
export const createdAnswer = z.object({ id, state: text.catch(null) });
/** Of a change that is read back anyway. Null where the body tells nothing: the change was accepted all the same. */
export const changedAnswer = z.object({ state: text }).nullable().catch(null);
export const ignoredAnswer = z.unknown();
/** `{"errors": {"FIELD": ["message", …]}}`, as the vendor's client reads it. @see GitHub ingrammicro/cio, api/api_http_client.go */
export const invalidAnswer = z.object({ errors: z.record(z.string(), z.array(z.unknown())) });

export type VendorVault = z.output<typeof vault>;
export type VendorSecret = z.output<typeof secret>;
export type VendorVersion = z.output<typeof version>;
export type VendorLabel = z.output<typeof label>;
export type VendorCreated = z.output<typeof createdAnswer>;
