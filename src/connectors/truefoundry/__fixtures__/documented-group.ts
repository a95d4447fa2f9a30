/**
 * The answer of "Create a secret group" as the vendor documents it, every field of it, with believable words for its
 * placeholders. `value` stands where the document has it, though the API is said to leave it out there.
 *
 * @see https://docs.truefoundry.com/docs/api-reference/secret-groups/create-a-secret-group
 */
export const documentedGroup = {
  name: 'payments-api-prod',
  tenantName: 'acme',
  createdBySubject: {
    subjectId: 'user-1',
    subjectType: 'user',
    subjectSlug: 'ada@example.com',
    subjectDisplayName: 'Ada Okafor',
  },
  associatedSecrets: [
    {
      id: 'secret-1',
      fqn: 'acme:payments-api-prod:DB_PASSWORD',
      name: 'DB_PASSWORD',
      secretGroupId: 'group-1',
      value: 'canary-value-of-a-secret',
      createdBySubject: {
        subjectId: 'va-1',
        subjectType: 'virtualaccount',
        subjectSlug: 'deployer',
        subjectDisplayName: 'Deployer',
      },
      createdAt: '2023-11-07T05:31:56Z',
      updatedAt: '2023-11-08T05:31:56Z',
      secretVersions: [
        {
          id: 'version-1',
          fqn: 'acme:payments-api-prod:DB_PASSWORD:1',
          value: 'canary-value-of-a-version',
          version: 1,
          secret: null,
          secretId: 'secret-1',
          createdAt: '2023-11-07T05:31:56Z',
          updatedAt: '2023-11-07T05:31:57Z',
        },
      ],
      activeDeploymentsCount: 3,
      createdBy: 'deployer',
    },
  ],
  createdAt: '2023-11-01T05:31:56Z',
  updatedAt: '2023-11-09T05:31:56Z',
  id: 'group-1',
  fqn: 'acme:payments-api-prod',
  integrationId: 'integration-1',
  manifest: {
    type: 'secret-group',
    name: 'payments-api-prod',
    integration_fqn: 'acme:aws:aws-prod:secret-store:secrets-manager',
    collaborators: [{ subject: 'team:payments', role_id: 'secret-group-editor' }],
    ownedBy: { account: 'acme-main' },
    secrets: [{ key: 'DB_PASSWORD', value: 'canary-value-of-a-manifest' }],
  },
  createdBy: 'ada@example.com',
};
