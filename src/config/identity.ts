import { z } from 'zod';

const role = z.string().min(1).max(200);

const token = z.strictObject({
  name: z.string().min(1).max(100).describe('Who holds the token: the name in the audit log.'),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, 'must be 64 hexadecimal digits')
    .describe('SHA-256 of the token, hexadecimal: printf %s "$TOKEN" | sha256sum'),
  roles: z.array(role).min(1).describe('The roles that policy statements name.'),
  expiresAt: z.iso
    .datetime({ offset: true, error: 'must be an instant such as 2027-01-31T00:00:00Z' })
    .optional()
    .describe('From then on the token is refused.'),
});

const jwt = z
  .strictObject({
    issuer: z.string().min(1).describe('What `iss` of a token must be, exactly.'),
    audience: z
      .union([z.string().min(1), z.array(z.string().min(1)).min(1)])
      .describe('What `aud` must name; with several, one of them.'),
    jwksUrl: z
      .url({ protocol: /^https?$/, error: 'must be an https:// URL' })
      .describe("Where the issuer's public keys are; https, or http on this machine."),
    caFile: z.string().min(1).optional().describe("PEM file of the authority that signed that address's certificate."),
    rolesClaim: z
      .string()
      .min(1)
      .default('roles')
      .describe('Claim that holds the roles, a list of strings; a path where it is nested: realm_access.roles'),
    nameClaim: z.string().min(1).default('name').describe('Claim that holds the name for the audit log; else `sub`.'),
    clockSkewSeconds: z.int().min(0).max(60).default(5).describe('How far the clocks may differ in `exp` and `nbf`.'),
  })
  .describe('Bearer tokens of one issuer, signed with RS, PS, ES or Ed25519; `exp` and `sub` are required.');

const certificate = z
  .strictObject({
    subject: z
      .string()
      .min(3)
      .optional()
      .describe('The whole subject in the order of the certificate, escaped as RFC 4514 has it: C=KR,O=Example,CN=ci'),
    fingerprint: z
      .string()
      .regex(/^[0-9a-f]{2}(:?[0-9a-f]{2}){31}$/i, 'must be 32 bytes in hexadecimal, with or without colons')
      .optional()
      .describe('SHA-256 of the certificate: openssl x509 -noout -fingerprint -sha256 -in client.pem'),
    roles: z.array(role).min(1).describe('The roles that policy statements name.'),
    name: z.string().min(1).max(100).optional().describe("Name in the audit log; else the certificate's common name."),
  })
  .refine(({ subject, fingerprint }) => (subject === undefined) !== (fingerprint === undefined), {
    error: 'must have either subject or fingerprint',
  });

/** Who may call: any of these ways. */
export const auth = z.strictObject({
  tokens: z.array(token).default([]).describe('Service tokens, known by their hash only.'),
  jwt: jwt.optional(),
  certificates: z
    .array(certificate)
    .default([])
    .describe('Client certificates that stand for somebody; needs `server.tls.clientCaFile`. Others stand for nobody.'),
});
