import { z } from 'zod';

/**
 * The Engine knows no users: whoever reaches its socket, or shows a client certificate that it trusts, may do
 * everything. So there is nothing to configure but the files of a TLS endpoint.
 * @see https://docs.docker.com/engine/security/protect-access/
 */
export const credentials = z
  .strictObject({
    certFile: z.string().min(1).optional().describe('PEM file of the client certificate, for an https endpoint.'),
    keyFile: z.string().min(1).optional().describe('PEM file of the private key that belongs to certFile.'),
    caFile: z.string().min(1).optional().describe("PEM file of the authority that signed the engine's certificate."),
  })
  .refine((files) => (files.certFile === undefined) === (files.keyFile === undefined), {
    error: 'certFile and keyFile belong together: give both or neither.',
  })
  .default({});

/** Nothing of its own: the stack label and the API version are the engine's. */
export const settings = z.strictObject({});

export type DockerCredentials = z.output<typeof credentials>;
export type DockerSettings = z.output<typeof settings>;
