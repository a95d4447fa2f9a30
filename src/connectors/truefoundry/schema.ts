import { z } from 'zod';
import { SecretValue } from '../../domain/secret-value.ts';

/**
 * The vendor's JSON, as far as we use it. Objects drop what they do not name, and no schema of this file but
 * `revealAnswer` names `value`: a value in a listing, in a version or in a manifest is gone once it is parsed.
 * Absent and null are the same to this API's clients.
 *
 * @see https://docs.truefoundry.com/docs/api-reference/secret-groups/create-a-secret-group
 * @see GitHub truefoundry/truefoundry-typescript-sdk, src/api/types/
 */
const text = z.string().nullish();

const subject = z.object({
  subjectId: z.string(),
  /** Open: it has grown with every release of the vendor's clients. */
  subjectType: z.string(),
  subjectSlug: text,
  subjectDisplayName: text,
  subjectPatName: text,
  subjectControllerName: text,
  subjectExternalIdentitySlug: text,
});

const version = z.object({
  id: z.string(),
  fqn: text,
  version: z.number().nullish(),
  createdAt: text,
  updatedAt: text,
});

const secret = z.object({
  id: z.string(),
  fqn: z.string(),
  name: z.string(),
  secretGroupId: text,
  createdBySubject: subject.nullish().catch(null),
  createdAt: text,
  updatedAt: text,
  secretVersions: z.array(version).nullish(),
  activeDeploymentsCount: z.number().nullish(),
  createdBy: text,
});

/** An open dictionary upstream, in which `tfy apply` may leave values: five members leave it, and no other. */
const manifest = z.object({
  type: text,
  name: text,
  integration_fqn: text,
  collaborators: z.array(z.object({ subject: z.string(), role_id: z.string() })).nullish(),
  ownedBy: z.object({ account: text }).nullish(),
});

const group = z.object({
  id: z.string().min(1),
  fqn: text,
  /** In the first documents and clients, dropped by later ones. */
  name: text,
  tenantName: text,
  createdBySubject: subject.nullish().catch(null),
  associatedSecrets: z.array(secret).nullish(),
  integrationId: text,
  // What cannot be read is null, and a change of it is refused then: nothing is cleared by a misunderstanding.
  manifest: manifest.nullish().catch(null),
  accountId: text,
  createdAt: text,
  updatedAt: text,
  createdBy: text,
});

const pagination = z.object({ total: z.number().nullish() }).nullish();

const integration = z.object({ id: z.string(), name: text, fqn: text, type: text });

export const groupAnswer = z.object({ data: group });
/** Compiled, because a listing is many of them, each with a hundred groups. */
export const groupsAnswer = z.compile(z.object({ data: z.array(group), pagination }));
export const integrationsAnswer = z.object({ data: z.array(integration), pagination });
/** The call is in the vendor's skill text alone, which shows no envelope: with and without are taken. */
export const versionsAnswer = z.union([
  z.array(version),
  z.object({ data: z.array(version) }).transform((answer) => answer.data),
]);
/** A bare number: how many were deleted. Whatever else comes with a success is not looked at. */
export const deletedAnswer = z.number().nullable().catch(null);
/** The answer to a write that is read back anyway. Null where it is not a group: the write has happened all the same. */
export const groupAfterWrite = groupAnswer.nullable().catch(null);
export const ignoredAnswer = z.unknown();

/** The only schema that names the value, and it wraps it at once. */
export const revealAnswer = z.object({
  data: secret.extend({
    value: text.transform((value) => (typeof value === 'string' ? SecretValue.fromText(value) : null)),
  }),
});

export type VendorSubject = z.output<typeof subject>;
export type VendorVersion = z.output<typeof version>;
export type VendorSecret = z.output<typeof secret>;
export type VendorGroup = z.output<typeof group>;
export type VendorManifest = z.output<typeof manifest>;
export type VendorIntegration = z.output<typeof integration>;
export type VendorRevealed = z.output<typeof revealAnswer>['data'];
