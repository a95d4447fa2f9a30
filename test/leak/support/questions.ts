import fc from 'fast-check';
import type { Owned } from './teams.ts';
import type { Ask } from './worlds.ts';

const PAGE_INFO = 'pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';
const STORES = 'stores { store { name } outcome count error retryable incompleteFields }';
const NATIVE = `native { __typename
  ... on DockerSecret { versionIndex } ... on ImcoSecret { state keyVaultId } ... on SeguraSecret { identity engine }
  ... on NcloudSecret { secretStatus protectionKey { type } } ... on TrueFoundrySecret { fqn createdBy } }`;
const SECRET = `id name nativeId resource status description etag readability labels { key value }
  store { name } group { id name secrets { totalCount nodes { name } } } createdBy { id slug secrets { totalCount } }
  versions { totalCount nodes { id number stage isCurrent } } currentVersion { id } usage { activeDeployments consumers { name } }
  rotation { automatic trigger { nativeId } } ${NATIVE}`;
const GROUP = `id name nativeId resource etag store { name } createdBy { id displayName }
  secrets { totalCount ${PAGE_INFO} nodes { id name } ${STORES} }`;
const SUBJECT = `id slug displayName nativeType store { name } secrets { totalCount nodes { name } } secretGroups { totalCount nodes { name } }`;

const SECRETS = `query Secrets($first: Int, $last: Int, $filter: SecretFilter, $orderBy: SecretOrder) {
  secrets(first: $first, last: $last, filter: $filter, orderBy: $orderBy) {
    totalCount ${PAGE_INFO} edges { cursor node { id name } } ${STORES} } }`;
const DEEP = `query Deep($filter: SecretFilter) { secrets(first: 20, filter: $filter) { totalCount nodes { ${SECRET} } } }`;
const GROUPS = `query Groups($first: Int, $filter: SecretGroupFilter) {
  secretGroups(first: $first, filter: $filter) { totalCount ${PAGE_INFO} nodes { ${GROUP} } ${STORES} } }`;
const SUBJECTS = `query Subjects($filter: SubjectFilter) {
  subjects(filter: $filter) { totalCount ${PAGE_INFO} nodes { ${SUBJECT} } ${STORES} } }`;
const SUMMARY = `query Summary($filter: SecretFilter) { secretsSummary(filter: $filter) { totalCount
  byStore { key label count } byProvider { key count } byGroup { key label count } byCreator { key label count }
  byStatus { key count } byAge { key count } byExpiry { key count } byUsage { key count } ${STORES} } }`;
const BY_STORE = `{ stores { name secrets { totalCount } secretGroups { totalCount nodes { name } } native {
  ... on NcloudStore { triggers { name linkedSecretIds } } } } }`;
const BY_ID = `query ById($id: ID!, $ids: [ID!]!) { node(id: $id) { id __typename } nodes(ids: $ids) { id __typename
  ... on Secret { ${SECRET} } ... on SecretGroup { ${GROUP} } ... on Subject { ${SUBJECT} } } }`;
const BY_NAME = `query ByName($store: String!, $group: String, $name: String!) {
  secretByName(store: $store, group: $group, name: $name) { ${SECRET} } }`;

/** Random questions that name anything there is, whoever may see it. */
export function questions(all: readonly Owned[], subjects: readonly string[]): fc.Arbitrary<Ask> {
  const owned = fc.constantFrom(...all);
  const secretId = fc.constantFrom(
    ...all.filter(({ resource }) => resource.split('/').length === 3).map(({ id }) => id),
  );
  const groupId = fc.constantFrom(
    ...all.filter(({ resource }) => resource.split('/').length === 2).map(({ id }) => id),
  );
  const subjectId = fc.constantFrom(...subjects);
  const store = fc.constantFrom(...new Set(all.map((one) => one.store.name)));
  const text = fc.oneof(
    owned.map(({ name }) => ({ eq: name })),
    owned.map(({ name }) => ({ contains: name.slice(2, 8) })),
    owned.map(({ name }) => ({ startsWith: name.slice(0, 4) })),
    owned.map(({ name }) => ({ glob: `*${name.slice(-4)}` })),
  );
  const part = fc.oneof(
    text.map((name) => ({ name })),
    text.map((groupName) => ({ groupName })),
    fc.array(secretId, { maxLength: 5 }).map((ids) => ({ ids })),
    fc.array(groupId, { maxLength: 3 }).map((groups) => ({ groups })),
    fc.array(subjectId, { maxLength: 3 }).map((createdBy) => ({ createdBy })),
    fc
      .array(
        owned.map(({ nativeId }) => nativeId),
        { maxLength: 5 },
      )
      .map((nativeIds) => ({ nativeIds })),
    fc.boolean().map((hasCreator) => ({ hasCreator })),
    fc.boolean().map((inUse) => ({ inUse })),
    fc.constantFrom('ACTIVE', 'DISABLED', 'EXPIRED').map((status) => ({ statuses: [status] })),
  );
  const filter = fc.option(
    fc.oneof(
      part,
      part.map((not) => ({ not })),
      fc.tuple(part, part).map((or) => ({ or })),
    ),
    { nil: null },
  );
  const orderBy = fc.option(
    fc.record({
      field: fc.constantFrom('NAME', 'STORE', 'CREATED_AT', 'UPDATED_AT'),
      direction: fc.constantFrom('ASC', 'DESC'),
    }),
    { nil: null },
  );
  const size = fc.oneof(
    fc.integer({ min: 0, max: 60 }).map((first) => ({ first })),
    fc.integer({ min: 0, max: 60 }).map((last) => ({ last })),
  );
  const anyId = fc.oneof(secretId, groupId, subjectId);
  const to = (query: string, variables: fc.Arbitrary<Readonly<Record<string, unknown>>>): fc.Arbitrary<Ask> =>
    variables.map((given) => ({ query, variables: given }));
  return fc.oneof(
    to(
      SECRETS,
      fc.tuple(size, filter, orderBy).map(([page, wanted, order]) => ({ ...page, filter: wanted, orderBy: order })),
    ),
    to(
      DEEP,
      filter.map((wanted) => ({ filter: wanted })),
    ),
    to(
      GROUPS,
      fc.record({
        first: fc.integer({ min: 0, max: 20 }),
        filter: fc.option(
          text.map((name) => ({ name })),
          { nil: null },
        ),
      }),
    ),
    to(
      SUBJECTS,
      fc.option(text, { nil: null }).map((slug) => ({ filter: slug === null ? null : { slug } })),
    ),
    to(
      SUMMARY,
      filter.map((wanted) => ({ filter: wanted })),
    ),
    fc.constant({ query: BY_STORE }),
    to(BY_ID, fc.record({ id: anyId, ids: fc.array(anyId, { maxLength: 6 }) })),
    to(
      BY_NAME,
      fc.record({
        store,
        name: owned.map(({ name }) => name),
        group: fc.option(
          owned.map((one) => one.name),
          { nil: null },
        ),
      }),
    ),
  );
}

/**
 * An answer without what differs between any two answers to one question: when, from where, and the randomness of
 * what is sealed. The length of a cursor stays, because it follows from what is in it.
 */
export function comparable(body: string): unknown {
  return JSON.parse(body, (key, value: unknown) => {
    if (key === 'requestId' || key === 'auditId') return '…';
    if (/cursor$/i.test(key) && typeof value === 'string') return `a cursor of ${value.length}`;
    return value;
  });
}
