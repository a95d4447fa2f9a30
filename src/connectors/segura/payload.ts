import type { Instant } from '../../domain/model.ts';
import type { SecretField } from '../../domain/secret-value.ts';
import type { SeguraSettings } from './config.ts';
import { formatLocalDate } from './dates.ts';
import type { SeguraField, SeguraRenewal, SeguraSecretInput } from './native.ts';

/** Everything that a secret is to be after the write, already checked. */
export interface SecretDraft {
  readonly name: string;
  readonly identity: string;
  readonly engine: string;
  readonly description: string | null;
  readonly expiresAt: Instant | null;
  /** Null: not said, as a program of the vendor's own would leave it. */
  readonly renewal: SeguraRenewal | null;
  readonly pairs: readonly SecretField[];
  readonly accessKeys: NonNullable<SeguraSecretInput['accessKeys']>;
  readonly credentials: NonNullable<SeguraSecretInput['credentials']>;
}

/** The keys of the parts of `data`; in the shape `plain` a pair of that name could not be told from them. */
export const DATA_PARTS = ['access_keys', 'credentials', 'key_value'] as const;

const RENEWAL_OFF: Readonly<Record<SeguraSettings['renewalOff'], number | readonly [] | undefined>> = {
  omit: undefined,
  zero: 0,
  emptyList: [],
};

/**
 * The body of POST /iso/sctm/secret. It holds the value: it goes to the http door and nowhere else.
 * @see https://docs.senhasegura.io/v3-32/docs/a2a-api-dsm ("Create or update a secret")
 */
export function encodeDraft(draft: SecretDraft, settings: SeguraSettings): Readonly<Record<string, unknown>> {
  return {
    name: draft.name,
    identity: draft.identity,
    engine: draft.engine,
    description: draft.description ?? '',
    expiration_date: draft.expiresAt === null ? '' : (formatLocalDate(draft.expiresAt, settings.timeZone) ?? ''),
    ...encodeRenewal(draft.renewal, settings),
    data: Buffer.from(JSON.stringify(encodeData(draft, settings)), 'utf8').toString('base64'),
  };
}

function encodeRenewal(renewal: SeguraRenewal | null, settings: SeguraSettings): Readonly<Record<string, unknown>> {
  if (renewal === null) return {};
  const off = RENEWAL_OFF[settings.renewalOff];
  return {
    renew_cloud_time: renewal.cloudTimeMinutes ?? off,
    renew_credential_time: renewal.credentialTimeMinutes ?? off,
    renew_ephemeral_credential_time: renewal.ephemeralCredentialTimeMinutes ?? off,
  };
}

function encodeData(draft: SecretDraft, settings: SeguraSettings): Readonly<Record<string, unknown>> {
  const { accessKeys, credentials } = draft;
  const keys = accessKeys.map(({ type, fields }) => ({ access_key: { type, fields: encodeFields(fields) } }));
  const logins = credentials.map(({ fields }) => ({ credential: { fields: encodeFields(fields) } }));
  return {
    ...encodePairs(draft.pairs, settings),
    ...(keys.length === 0 ? {} : { access_keys: keys }),
    ...(logins.length === 0 ? {} : { credentials: logins }),
  };
}

/** The inferred part: see `DEFAULT_DATA_SHAPE` in config.ts. */
function encodePairs(pairs: readonly SecretField[], settings: SeguraSettings): Readonly<Record<string, unknown>> {
  if (pairs.length === 0) return {};
  const fields = Object.fromEntries(pairs.map(({ key, value }) => [key, value]));
  switch (settings.dataShape) {
    case 'keyValue':
      return { key_value: { fields } };
    case 'plain':
      return fields;
  }
}

/** `password` with the label `DB_PASSWORD` is `password` and `password_label`. */
function encodeFields(fields: readonly SeguraField[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    fields.flatMap(({ key, value, label }) => {
      const pair: [string, string][] = [[key, value.expose()]];
      if (label !== null && label !== undefined) pair.push([`${key}_label`, label]);
      return pair;
    }),
  );
}
