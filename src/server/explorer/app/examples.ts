/** One tab of the explorer; it is titled with its operation's name. */
export interface Example {
  readonly query: string;
  readonly variables?: string;
}

/** What people come to ask. Secrets never sit in a query: values go in as variables, and come out masked. */
export function createExamples(now: Date): Example[] {
  const soon = new Date(now.getTime() + 30 * 86_400_000);
  soon.setUTCHours(0, 0, 0, 0);
  return [
    { query: ALL_SECRETS },
    { query: EXPIRING_OR_UNUSED, variables: pretty({ before: soon.toISOString() }) },
    { query: WHO_CREATED_WHAT },
    { query: ONE_STORE, variables: pretty({ store: 'truefoundry' }) },
    { query: CREATE_SECRET, variables: pretty(CREATE_SECRET_VARIABLES) },
    { query: NEW_VERSION, variables: pretty(NEW_VERSION_VARIABLES) },
    { query: REVEAL, variables: pretty({ id: 'the id of a secret or version', reason: 'Why you need to see it' }) },
  ];
}

const pretty = (variables: object) => JSON.stringify(variables, null, 2);

const ALL_SECRETS = `# Every secret of every store, in one list.
# A store that cannot be listed says so
# under "stores"; the rest is complete.
query AllSecrets {
  secrets(first: 50, orderBy: { field: NAME }) {
    totalCount
    nodes {
      id
      name
      store { name provider }
      group { name }
      status
      createdAt
      expiresAt
    }
    pageInfo { hasNextPage endCursor }
    stores {
      store { name }
      outcome
      count
      error
    }
  }
}
`;

const EXPIRING_OR_UNUSED = `# What expires within 30 days, and what
# does nobody use? The date is a variable.
query ExpiringOrUnused($before: DateTime!) {
  expiring: secrets(
    first: 50
    filter: { expiresAt: { before: $before } }
    orderBy: { field: EXPIRES_AT }
  ) {
    totalCount
    nodes { name store { name } expiresAt rotation { automatic nextAt } }
  }
  unused: secrets(
    first: 50
    filter: { inUse: false }
    orderBy: { field: UPDATED_AT }
  ) {
    totalCount
    nodes { name store { name } group { name } updatedAt usage { activeDeployments } }
  }
}
`;

const WHO_CREATED_WHAT = `# Who made which groups and secrets,
# as far as the stores tell.
query WhoCreatedWhat {
  subjects(first: 20) {
    totalCount
    nodes {
      displayName
      slug
      type
      store { name }
      secretGroups(first: 10) {
        totalCount
        nodes { name createdAt }
      }
      secrets(first: 10) {
        totalCount
        nodes { name group { name } createdAt }
      }
    }
  }
}
`;

const ONE_STORE = `# One store from the top: its groups,
# their secrets, and the versions of each.
query OneStore($store: String!) {
  store(name: $store) {
    name
    provider
    apiVersion
    health { status latencyMs }
    secretGroups(first: 10) {
      totalCount
      nodes {
        name
        description
        secrets(first: 20) {
          totalCount
          nodes {
            id
            name
            status
            versions(first: 5) {
              totalCount
              nodes { id number stage isCurrent createdAt }
            }
          }
        }
      }
    }
  }
}
`;

const CREATE_SECRET = `# The value travels as a variable. What each
# store takes and needs for this is in
# stores { capabilities { … } }.
mutation CreateSecret($input: CreateSecretInput!) {
  createSecret(input: $input) {
    secretId
    secret { id name status createdAt resource }
    receipt { auditId recorded upstreamStatus }
  }
}
`;
const CREATE_SECRET_VARIABLES = {
  input: {
    store: 'docker',
    name: 'explorer-demo',
    value: { text: 'type the value here' },
    labels: [{ key: 'owner', value: 'platform' }],
  },
};

const NEW_VERSION = `# By hand: a new version becomes the current
# one. Where a store rotates by itself,
# rotateSecret starts it.
mutation NewVersion($input: CreateSecretVersionInput!) {
  createSecretVersion(input: $input) {
    secret { name updatedAt }
    version { id number stage isCurrent createdAt }
    receipt { auditId recorded upstreamStatus }
  }
}
`;
const NEW_VERSION_VARIABLES = {
  input: { secret: 'the id of a secret', value: { text: 'type the new value here' } },
};

const REVEAL = `# The only way to a value; recorded in the audit
# log, with the reason, before it is answered.
# It comes masked: click "Show" below the result.
mutation Reveal($id: ID!, $reason: String) {
  revealSecret(input: { id: $id, reason: $reason }) {
    secret { name store { name } }
    version { number stage createdAt }
    value { text fields { key value } }
    receipt { auditId recorded }
  }
}
`;
