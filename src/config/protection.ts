import { z } from 'zod';

const tls = z
  .strictObject({
    certFile: z
      .string()
      .min(1)
      .describe('PEM file of the certificate and what it was signed with. Read anew on change.'),
    keyFile: z.string().min(1).describe('PEM file of its key.'),
    clientCaFile: z
      .string()
      .min(1)
      .optional()
      .describe('PEM file of the authorities whose client certificates `auth.certificates` may name.'),
  })
  .describe('Listens over TLS 1.2 and 1.3. Without it a proxy in front has to.');

const rateLimit = z.strictObject({
  perMinute: z.int().min(0).max(10_000_000).default(6_000).describe('Requests of one principal; 0: no limit.'),
  perAddressPerMinute: z
    .int()
    .min(0)
    .max(10_000_000)
    .default(30_000)
    .describe('Requests from one address (an IPv6 /64), let in or not; 0: no limit. Behind a proxy all share one.'),
});

const cors = z.strictObject({
  origins: z
    .array(z.string().regex(/^https?:\/\/[a-z0-9.-]+(:\d{1,5})?$/, 'must be an origin such as https://app.example.com'))
    .default([])
    .describe('Origins whose pages may call the graph with a token of their own.'),
});

const connections = z.strictObject({
  max: z.int().min(1).max(1_000_000).default(8_192).describe('Open connections in all; more are closed at once.'),
  maxPerAddress: z
    .int()
    .min(1)
    .max(1_000_000)
    .default(1_024)
    .describe('Open connections of one address. Behind a proxy all share one.'),
});

const whole = (min: number, max: number, fallback: number) => z.int().min(min).max(max).default(fallback);

/** Counted as an operation would be executed, after fragments are put in. */
export const limits = z.strictObject({
  maxDepth: whole(3, 100, 16).describe('Fields within fields. GraphiQL asks for the schema 15 deep.'),
  maxAliases: whole(0, 10_000, 30).describe('Fields with an alias, and repeats of a field beside itself.'),
  maxRootFields: whole(1, 1_000, 20).describe('Fields of Query or Mutation in one operation.'),
  maxFields: whole(10, 20_000, 1_000).describe('Selected fields.'),
  maxFragments: whole(0, 10_000, 250).describe('Spreads of fragments, and inline fragments.'),
  maxTokens: whole(100, 20_000, 5_000).describe("Words and marks of the document's text."),
  maxDirectives: whole(0, 1_000, 50).describe('Directives.'),
  maxCost: whole(100, 100_000_000, 100_000).describe(
    'About how many fields the answer may hold: one for each, 10 for a lookup, 100 for a mutation; what stands in a list as often as the list may be long.',
  ),
  maxInputItems: whole(1, 1_000_000, 2_000).describe('Elements of all lists in the input, such as ids and filters.'),
  maxInputDepth: whole(3, 100, 20).describe('Lists and objects within each other in one input value.'),
});

export const reveal = z.strictObject({
  perMinute: z
    .int()
    .min(0)
    .max(1_000_000)
    .default(60)
    .describe('Reveals that one principal may try in a minute, whatever becomes of them; 0: none.'),
});

/** The keys of `server` that guard it. */
export const serverProtection = {
  tls: tls.optional(),
  operations: z
    .enum(['any', 'trusted'])
    .default('any')
    .describe('`trusted`: nothing runs but the operations of `trustedDocumentsFile`, by their hash.'),
  trustedDocumentsFile: z
    .string()
    .min(1)
    .optional()
    .describe(
      'JSON object of SHA-256 hashes and documents, as GraphQL Code Generator writes persisted-documents.json.',
    ),
  rateLimit: rateLimit.prefault({}),
  connections: connections.prefault({}),
  cors: cors.prefault({}),
};
