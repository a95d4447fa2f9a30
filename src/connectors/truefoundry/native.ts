import { z } from 'zod';

/** The native shapes of schema/providers/truefoundry.graphql, field by field: what the cache lets in. */
const text = z.string().nullable();

const collaborator = z.strictObject({ subject: z.string(), roleId: z.string() });

const manifest = z.strictObject({
  type: text,
  name: text,
  integrationFqn: text,
  collaborators: z.array(collaborator).nullable(),
  ownedByAccount: text,
});

const integration = z.strictObject({ nativeId: z.string(), name: text, fqn: text, type: text });

const secretGroup = z.strictObject({
  fqn: text,
  tenantName: text,
  integrationId: text,
  accountId: text,
  createdBy: text,
  manifest: manifest.nullable(),
});

const secret = z.strictObject({ fqn: z.string(), activeDeploymentsCount: z.int().nullable(), createdBy: text });

export type NativeManifest = z.output<typeof manifest>;
export type NativeIntegration = z.output<typeof integration>;

export const nativeShapes = {
  TrueFoundryStore: z.strictObject({ tenantName: text, integrations: z.array(integration).nullable() }),
  TrueFoundrySecretGroup: secretGroup,
  TrueFoundrySecret: secret,
  TrueFoundrySecretVersion: z.strictObject({ fqn: text }),
  TrueFoundrySubject: z.strictObject({ patName: text, controllerName: text, externalIdentitySlug: text }),
};

/** `user:EMAIL`, `team:NAME`; other kinds exist, so the word before the colon is open. */
const COLLABORATOR_SUBJECT = /^[a-z][a-z-]*:\S[^\p{Cc}]*$/u;

export const createGroupInput = z.strictObject({
  integrationId: z.string().min(1, 'must be the id of an integration (Store.native.integrations lists them)'),
});

export const updateGroupInput = z.strictObject({
  collaborators: z
    .array(
      z.strictObject({
        subject: z.string().regex(COLLABORATOR_SUBJECT, 'must be written like user:EMAIL or team:NAME'),
        roleId: z.string().min(1, 'must be the id of a role'),
      }),
    )
    .nullable()
    .optional(),
  ownedByAccount: z.string().min(1, 'must be the name of an account').nullable().optional(),
});

export type UpdateGroupInput = z.output<typeof updateGroupInput>;
