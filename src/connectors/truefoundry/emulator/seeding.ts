import { daysBefore, ENVIRONMENTS, hexOf, PEOPLE, pick, SECRET_STEMS, TEAMS } from '../../emulation/seed.ts';
import {
  type EmulatedGroup,
  type EmulatedIntegration,
  type EmulatedSecret,
  type EmulatedState,
  type EmulatedSubject,
  type EmulatedVersion,
  isAzure,
  userSubject,
} from './state.ts';

const TENANT = 'acme';
const SERVICES = ['api', 'worker', 'web', 'etl', 'batch'] as const;
const DAY_MS = 86_400_000;

/** Small stores have many small groups, so that every team has one; large ones have groups of ten. */
const keysPerGroup = (secrets: number): number => (secrets < 200 ? 4 : 10);

/** A control plane with about so many secrets. Everything follows from names and numbers; dates lie before `now`. */
export function seedState(options: { readonly secrets: number; readonly now: () => number }): EmulatedState {
  const state: EmulatedState = {
    tenant: TENANT,
    token: `tfy-${hexOf('truefoundry:token', 32)}`,
    self: AUTOMATION,
    now: options.now,
    integrations: INTEGRATIONS,
    groups: new Map(),
    groupOfSecret: new Map(),
    softDeleted: new Set(),
    nextId: 0,
  };
  const now = options.now();
  const size = keysPerGroup(options.secrets);
  for (let left = options.secrets, index = 0; left > 0; left -= size, index += 1) {
    const group = seedGroup(index, now);
    for (let key = 0; key < Math.min(size, left); key += 1) {
      const secret = seedSecret({ group, index, key, now });
      group.secrets.set(secret.key, secret);
      state.groupOfSecret.set(secret.id, group);
    }
    state.groups.set(group.id, group);
  }
  return state;
}

const AUTOMATION: EmulatedSubject = {
  subjectId: hexOf('truefoundry:virtual-account', 24),
  subjectType: 'virtualaccount',
  subjectSlug: 'portcullis-gateway',
  subjectDisplayName: 'portcullis-gateway',
  subjectPatName: 'gateway',
};

/** All the kinds that the vendor's clients name, so that none of them surprises anybody. */
const MACHINES: readonly EmulatedSubject[] = [
  AUTOMATION,
  {
    subjectId: hexOf('truefoundry:serviceaccount', 24),
    subjectType: 'serviceaccount',
    subjectSlug: 'ci-deployer',
    subjectDisplayName: 'ci-deployer',
    subjectControllerName: 'github-actions',
  },
  {
    subjectId: hexOf('truefoundry:team', 24),
    subjectType: 'team',
    subjectSlug: 'platform',
    subjectDisplayName: 'platform',
  },
  {
    subjectId: hexOf('truefoundry:external', 24),
    subjectType: 'external-identity',
    subjectSlug: 'okta-bot',
    subjectDisplayName: 'Okta bot',
    subjectExternalIdentitySlug: 'okta:00u1:bot@example.com',
  },
];

const INTEGRATIONS: readonly EmulatedIntegration[] = [
  integration('aws', 'aws-prod', 'secret-store/aws/secrets-manager'),
  integration('aws', 'aws-prod', 'secret-store/aws/parameter-store'),
  integration('gcp', 'gcp-data', 'secret-store/gcp/secret-manager'),
  integration('azure', 'azure-eu', 'secret-store/azure/vault'),
  integration('aws', 'aws-prod', 'docker-registry/aws/ecr'),
];

function integration(cloud: string, account: string, type: string): EmulatedIntegration {
  const [kind = '', , name = ''] = type.split('/');
  const providerAccountFqn = `${TENANT}:${cloud}:${account}`;
  return {
    id: `c${hexOf(`truefoundry:integration:${type}`, 24)}`,
    name,
    type: `integration/${type}`,
    fqn: `${providerAccountFqn}:${kind}:${name}`,
    providerAccountFqn,
  };
}

/** Team first, so that a policy by team is a prefix; six teams before the second environment, and so on. */
function seedGroup(index: number, now: number): EmulatedGroup {
  const team = TEAMS[index % TEAMS.length] ?? 'platform';
  const rest = Math.floor(index / TEAMS.length);
  const environment = ENVIRONMENTS[rest % ENVIRONMENTS.length] ?? 'prod';
  const services = Math.floor(rest / ENVIRONMENTS.length);
  const service = SERVICES[services % SERVICES.length] ?? 'api';
  const round = Math.floor(services / SERVICES.length);
  const name = `${team}-${service}-${environment}${round === 0 ? '' : `-${round + 1}`}`;
  const stores = INTEGRATIONS.filter(({ type }) => type.includes('secret-store'));
  const createdBy = creator(name);
  return {
    id: `c${hexOf(`truefoundry:group:${name}`, 24)}`,
    name,
    integration: stores[index % stores.length] ?? pick(stores, name),
    createdBy,
    createdAt: daysBefore(now, `${name}:created`, [400, 900]),
    updatedAt: daysBefore(now, `${name}:updated`, [1, 300]),
    collaborators: [
      { subject: `${createdBy.subjectType}:${createdBy.subjectSlug}`, role_id: 'secret-group-admin' },
      { subject: `team:${team}`, role_id: 'secret-group-editor' },
    ],
    account: index % 2 === 0 ? 'acme-main' : null,
    appliedWithValues: index % 3 === 0,
    secrets: new Map(),
  };
}

/** One digest per secret: its slices are the id, the dates and the counts. */
function seedSecret(place: {
  readonly group: EmulatedGroup;
  readonly index: number;
  readonly key: number;
  readonly now: number;
}): EmulatedSecret {
  const { group, index, key, now } = place;
  const stem = SECRET_STEMS[(index + key) % SECRET_STEMS.length] ?? 'api-key';
  const name = isAzure(group.integration) ? stem : stem.replaceAll('-', '_').toUpperCase();
  const digest = hexOf(`truefoundry:secret:${group.name}/${name}`, 64);
  const number = (from: number) => Number.parseInt(digest.slice(from, from + 8), 16);
  const createdAt = now - (30 + (number(24) % 370)) * DAY_MS - (number(32) % DAY_MS);
  const count = 1 + (number(40) % 3);
  const id = `c${digest.slice(0, 24)}`;
  const versions: EmulatedVersion[] = [];
  for (let version = 1; version <= count; version += 1) {
    versions.push({
      id: `v${version}${digest.slice(0, 22)}`,
      number: version,
      value: { seed: `truefoundry/${group.name}/${name}/${version}` },
      createdAt: Math.floor(createdAt + ((now - createdAt) * (version - 1)) / count),
    });
  }
  return {
    id,
    key: name,
    createdBy: number(48) % 4 === 0 ? creator(name) : group.createdBy,
    createdAt,
    updatedAt: versions.at(-1)?.createdAt ?? createdAt,
    activeDeployments: number(56) % 5,
    versions,
  };
}

function creator(name: string): EmulatedSubject {
  const people = PEOPLE.map(userSubject);
  return pick([...people, ...people, ...MACHINES], `truefoundry:creator:${name}`);
}
