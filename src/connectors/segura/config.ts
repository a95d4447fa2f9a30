import { z } from 'zod';

/**
 * How plain pairs travel in the POST's `data`. Segura documents two forms only by example, and the pairs of a
 * base64 text in none: `keyValue` (`{"key_value":{"fields":{…}}}`) is what public programs send, `plain` (`{…}`) is
 * the first example of the vendor's page. An inference: this default is the one place to turn it over.
 */
const DEFAULT_DATA_SHAPE = 'keyValue';

/**
 * How a renewal is switched off. The current page says: leave the number out (`omit`). The page of version 3.32
 * says: leaving it out changes nothing, an empty list switches off (`emptyList`). `zero` is in neither.
 */
const DEFAULT_RENEWAL_OFF = 'omit';

export const seguraCredentials = z.strictObject({
  clientId: z.string().min(1).describe('Client id of one authorization of one application (OAuth 2.0).'),
  clientSecret: z.string().min(1).describe('Client secret of the same authorization.'),
});

export const seguraSettings = z.strictObject({
  tokenPath: requestPath(
    'Path of the token request, below the endpoint. Some installations want /api/oauth2/token.',
  ).default('/iso/oauth2/token'),
  secretsPath: requestPath(
    'Path of the list, below the endpoint. /iso/sctm/secret works too, but then the store has no group.',
  ).default('/iso/dapp/application'),
  writePath: requestPath('Path that creates and updates secrets, below the endpoint.').default('/iso/sctm/secret'),
  timeZone: z
    .string()
    .refine(isTimeZone, 'is not an IANA time zone')
    .default('UTC')
    .describe("IANA name of the vault's time zone: its dates carry none. Default: UTC."),
  dataShape: z
    .enum(['keyValue', 'plain'])
    .default(DEFAULT_DATA_SHAPE)
    .describe('How plain pairs are wrapped when a value is written: keyValue (default) or plain.'),
  renewalOff: z
    .enum(['omit', 'zero', 'emptyList'])
    .default(DEFAULT_RENEWAL_OFF)
    .describe('How a renewal is switched off: omit (default, current versions), emptyList (3.32 and older) or zero.'),
});

export type SeguraCredentials = z.output<typeof seguraCredentials>;
export type SeguraSettings = z.output<typeof seguraSettings>;

function requestPath(description: string) {
  return z
    .string()
    .regex(/^(?:\/(?!\.+(?:\/|$))[A-Za-z0-9._~-]+)+$/, 'is not an absolute path of plain segments')
    .describe(description);
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
