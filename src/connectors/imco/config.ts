import { z } from 'zod';

/**
 * An API key of IMCO is a client certificate: the web interface hands it out as `api-key.zip`, one live key a user.
 * @see https://kb.cloud.im/support/solutions/articles/66000398799-44-how-to-generate-an-api-key
 */
export const credentials = z.strictObject({
  certFile: z.string().min(1).describe('PEM file of the client certificate: cert.crt of api-key.zip.'),
  keyFile: z
    .string()
    .min(1)
    .describe('PEM file of the private key that belongs to it: private/cert.key of api-key.zip.'),
  caFile: z.string().min(1).describe("PEM file of the platform's authority: ca_cert.pem of api-key.zip."),
});

/** Nothing of its own: an endpoint and a certificate are all that IMCO knows. */
export const settings = z.strictObject({});

export type ImcoCredentials = z.output<typeof credentials>;
export type ImcoSettings = z.output<typeof settings>;
