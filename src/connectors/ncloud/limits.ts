/**
 * The provider's own rules for what it is given.
 *
 * @see https://api.ncloud-docs.com/docs/en/secretmanager-createsecret
 */
export const NAME_RULE = /^[A-Za-z][A-Za-z0-9_-]{2,14}$/;
export const MAX_MEMO_BYTES = 1_000;
export const MAX_VALUE_BYTES = 10_000;
export const MAX_PAIRS = 100;
export const MIN_PERIOD_DAYS = 1;
export const MAX_PERIOD_DAYS = 730;
export const DEFAULT_PERIOD_DAYS = 90;
/** The only type there is. */
export const SECRET_TYPE = 'BASIC';
export const PROTECTION_KEY_TYPES = ['DEFAULT', 'USER_MANAGED_KEY'] as const;
export const KMS_BOUNDARIES = ['GLOBAL', 'ISOLATED'] as const;
/** "New keys support ISOLATED only": a global key serves the secrets that already have it. */
export const KMS_BOUNDARIES_OF_NEW_SECRETS = ['ISOLATED'] as const;
/** Where a change of protection key has to name the boundary; Japan knows one only. */
export const REGION_THAT_NAMES_BOUNDARIES = 'KR';

/**
 * How many secrets a page of the list holds. Not documented, and nothing in the connector relies on it: the answer's
 * own totalPageNo is followed. The emulator pages by it, and `costs` is stated with it.
 */
export const ASSUMED_PAGE_SIZE = 100;

export function utf8Length(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}
