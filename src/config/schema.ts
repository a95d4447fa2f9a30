import { z } from 'zod';
import type { ProviderDefinition } from '../connectors/define.ts';
import { ACTIONS, expandAction } from '../policy/actions.ts';
import { isResourcePattern } from '../policy/resource-pattern.ts';
import { auth } from './identity.ts';
import { limits, reveal, serverProtection } from './protection.ts';

export const DEFAULT_HOST = '127.0.0.1';

const storeName = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9_-]{0,62}$/,
    'must be 1 to 63 lower-case letters, digits, - or _, and start with a letter or digit',
  );

const seconds = z
  .int()
  .min(0)
  .max(86_400 * 30);
const role = z.string().min(1).max(200);

const sealingKey = z
  .strictObject({
    name: z.string().min(1).max(100).describe('What the key is called in rotation; part of its identity.'),
    key: z
      .string()
      .refine(
        (text) => /^[0-9a-f]{64}$/i.test(text) || Buffer.from(text, 'base64').length === 32,
        'must be 32 bytes, as 64 hexadecimal digits or base64',
      )
      .describe('32 bytes, as 64 hexadecimal digits or base64.'),
  })
  .describe('Seals cursors and etags. The first key seals, all of them open.');

const server = z.strictObject({
  host: z.string().min(1).default(DEFAULT_HOST).describe('Address to listen on. Anything but loopback needs `auth`.'),
  port: z.int().min(0).max(65_535).default(4000).describe('Port to listen on; 0 takes a free one.'),
  sealingKeys: z
    .array(sealingKey)
    .min(1)
    .optional()
    .describe('Shared by all gateways of one installation; needed unless the gateway listens on loopback.'),
  requestTimeoutMs: z.int().min(100).max(600_000).default(30_000).describe('How long one request may take as a whole.'),
  maxRequestBytes: z
    .int()
    .min(1_024)
    .max(16_777_216)
    .default(1_048_576)
    .describe('Largest request body. A value of 500 KB in base64 needs 700 KB.'),
  introspection: z
    .boolean()
    .optional()
    .describe('Whether the schema may be asked for. Default: on for loopback, off otherwise.'),
  explorer: z.boolean().default(true).describe('Whether GraphiQL is served at / and the inventory at /inventory.'),
  ...serverProtection,
});

const redis = z.strictObject({
  url: z
    .string()
    .regex(/^(rediss?|unix):\/\//, 'must start with redis://, rediss:// or unix://')
    .describe('redis://, rediss:// or unix:// URL of one server.'),
  keyPrefix: z.string().max(100).default('portcullis:').describe('In front of every key and channel.'),
});

const cache = z.strictObject({
  ttlSeconds: seconds.default(60).describe('How long metadata is served without asking again.'),
  staleSeconds: seconds.default(600).describe('How much longer it is served, marked stale, while its store fails.'),
  memoryBytes: z.int().min(1_048_576).default(268_435_456).describe('Bound of the cache in this process.'),
  redis: redis.optional().describe('Shares the cache between gateways. Without it: in this process only.'),
});

const statement = z.strictObject({
  effect: z.enum(['allow', 'deny']).describe('Deny wins over allow; nothing matching means no.'),
  roles: z.array(role).min(1).describe('Whom it is about; "*" is every authenticated principal.'),
  actions: z
    .array(
      z
        .string()
        .refine(
          (text) => expandAction(text).length > 0,
          `must be one of ${ACTIONS.join(', ')}, a kind with a star such as "secret:*", or "*"`,
        ),
    )
    .min(1)
    .describe('What it is about.'),
  resources: z
    .array(z.string().min(1).max(1_000).refine(isResourcePattern, 'has a % that is not a whole escape: write it %25'))
    .min(1)
    .describe('Patterns over store/group/secret, each part percent-encoded: * stays inside a part, ** crosses.'),
  revealReason: z.enum(['required', 'optional']).optional().describe('Whether revealSecret must give a reason.'),
});

const log = z.strictObject({
  level: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'])
    .default('info')
    .describe('Least severity that is printed.'),
});

const audit = z.strictObject({
  file: z
    .string()
    .min(1)
    .max(1_000)
    .optional()
    .describe('Where the audit log is kept, as JSON lines; {pid} stands for the process. Without it: in the log only.'),
  checkpointEvery: z
    .int()
    .min(1)
    .max(100_000)
    .default(100)
    .describe('Lines between two signed checkpoints. Nothing vouches for the lines after the last one.'),
  signingKeyFile: z
    .string()
    .min(1)
    .optional()
    .describe('Ed25519 private key, PEM, that signs checkpoints. Without it: one is made beside the file.'),
  maxBytes: z
    .int()
    .min(65_536)
    .optional()
    .describe('Size after which the file is put aside as file.1, file.2, …; nothing is ever deleted. Default: never.'),
  reads: z
    .boolean()
    .default(false)
    .describe('Whether every query is recorded too. One that cannot be recorded is not answered.'),
});

/** The keys that every store has, whatever its provider. */
const commonStoreShape = {
  name: storeName.describe('What people, queries and policies call the store.'),
  id: storeName.optional().describe('Pins the global ids of everything in the store, so that it can be renamed.'),
  description: z.string().max(1_000).optional().describe('For people.'),
  caFile: z
    .string()
    .min(1)
    .optional()
    .describe(
      "PEM file of the authority that signed the endpoint's certificate. There is no switch to skip the check.",
    ),
  allowPrivateNetwork: z.boolean().default(false).describe('Whether the endpoint may resolve to a private address.'),
  timeoutMs: z.int().min(10).max(600_000).default(15_000).describe('How long one request to the store may take.'),
  connections: z.int().min(1).max(256).default(16).describe('Connections, and so requests at a time.'),
  maxBodyBytes: z.int().min(1_024).max(1_073_741_824).default(67_108_864).describe('Largest answer that is accepted.'),
};

function storeSchema(word: string, definition: ProviderDefinition) {
  const { credentials, settings, schemes } = definition.configuration;
  return z
    .strictObject({
      ...commonStoreShape,
      provider: z.literal(word).describe(definition.title),
      endpoint: z
        .string()
        .refine(
          (text) => schemes.some((scheme) => text.startsWith(`${scheme}://`)),
          `must start with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`,
        )
        .describe('Where the store is.'),
      credentials,
      ...settings.shape,
    })
    .describe(definition.title);
}

/** The one schema of the whole file, made of the common keys and of what each registered provider adds. */
export function createConfigSchema(providers: Readonly<Record<string, ProviderDefinition>>) {
  const [first, ...rest] = Object.entries(providers).map(([word, definition]) => storeSchema(word, definition));
  if (first === undefined) throw new Error('no provider is registered');
  return z.strictObject({
    server: server.prefault({}),
    cache: cache.prefault({}),
    stores: z.array(z.discriminatedUnion('provider', [first, ...rest])).min(1, 'must list at least one store'),
    auth: auth
      .optional()
      .describe('Who may call. Without it the gateway listens on loopback only, and everyone there may do everything.'),
    policy: z.array(statement).optional().describe('What principals may do. Needed with `auth`.'),
    limits: limits.prefault({}).describe('How large one operation may be.'),
    reveal: reveal.prefault({}),
    audit: audit.prefault({}),
    log: log.prefault({}),
  });
}

export const COMMON_STORE_KEYS: ReadonlySet<string> = new Set([
  ...Object.keys(commonStoreShape),
  'provider',
  'endpoint',
  'credentials',
]);

export type ParsedConfig = z.output<ReturnType<typeof createConfigSchema>>;
