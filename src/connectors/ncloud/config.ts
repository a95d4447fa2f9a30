import { z } from 'zod';

/** An API key pair of the main account or of a sub account. */
export const credentials = z.strictObject({
  accessKey: z
    .string()
    .min(1)
    // It is a header and a line of the text that is signed.
    .regex(/^[\x21-\x7e]+$/, 'must be printable characters without spaces')
    .describe('Access key id of an API authentication key (main account or sub account).'),
  secretKey: z.string().min(1).describe('Secret key that belongs to accessKey; it signs every request.'),
});

/** Nothing of its own: the endpoint says region and kind of key, the rest is common to all stores. */
export const settings = z.strictObject({});

export type NcloudCredentials = z.output<typeof credentials>;
export type NcloudSettings = z.output<typeof settings>;
