import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeId, encodeId } from '../../src/domain/ids.ts';
import { createPolicy, type Rights } from '../../src/policy/policy.ts';
import { SANDBOX_POLICY, SANDBOX_ROLES } from '../../src/sandbox/policy.ts';
import { type Answer, type AnswerError, startTestGateway, type TestGateway } from '../support/gateway.ts';
import { type StoreOperation, supports, WORDS, wordsWith } from '../support/registry.ts';
import { documentOf, identityOf, MUTATIONS } from './mutations.ts';
import { openStoreUnderTest, type StoreUnderTest } from './store-under-test.ts';

const DEVELOPER = 'sandbox-developer';
const AUDITOR = 'sandbox-auditor';

interface Node {
  readonly id: string;
  readonly name: string;
  readonly resource: string;
  readonly store: { readonly name: string };
}
interface Lists {
  readonly secrets: {
    readonly totalCount: number;
    readonly nodes: readonly (Node & {
      readonly group: Node | null;
      readonly createdBy: { readonly id: string } | null;
      readonly versions: { readonly nodes: readonly { readonly id: string }[] } | null;
    })[];
    readonly stores: readonly { readonly store: { readonly name: string }; readonly count: number }[];
  };
  readonly secretGroups: {
    readonly totalCount: number;
    readonly nodes: readonly (Node & {
      readonly secrets: { readonly totalCount: number; readonly nodes: readonly Node[] };
      readonly createdBy: { readonly id: string } | null;
    })[];
  };
  readonly subjects: { readonly nodes: readonly { readonly id: string }[] };
  readonly secretsSummary: {
    readonly totalCount: number;
    readonly byStore: readonly { readonly label: string; readonly count: number }[];
    readonly byGroup: readonly { readonly key: string; readonly count: number }[];
  };
}

interface PageOfSecrets {
  readonly secrets: {
    readonly nodes: readonly Node[];
    readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
  };
}

const NODE = 'id name resource store { name }';
const LISTS = `{
  secrets(first: 200) { totalCount stores { store { name } count } nodes { ${NODE} group { ${NODE} }
    createdBy { id } versions(first: 3) { nodes { id } } } }
  secretGroups(first: 100) { totalCount nodes { ${NODE} createdBy { id }
    secrets(first: 50) { totalCount nodes { ${NODE} } } } }
  subjects(first: 100) { nodes { id } }
  secretsSummary { totalCount byStore { label count } byGroup(first: 500) { key count } } }`;

let gateway: TestGateway;
let all: Lists;
let seen: Lists;
let rights: Rights;

beforeAll(async () => {
  gateway = await startTestGateway();
  const read = async (token: string) => {
    const { data, errors } = await gateway.query<Lists>(LISTS, {}, token);
    expect(errors).toEqual([]);
    return data;
  };
  all = await read('sandbox-admin');
  seen = await read(DEVELOPER);
  rights = createPolicy(SANDBOX_POLICY).rightsOf(SANDBOX_ROLES[DEVELOPER] ?? []);
});
afterAll(() => gateway?.close());

const idsOf = (nodes: readonly { readonly id: string }[]) => nodes.map(({ id }) => id);
const visibleSecrets = () => all.secrets.nodes.filter(({ resource }) => rights.allows('secret:describe', resource));
const visibleGroups = () =>
  all.secretGroups.nodes.filter(({ resource }) => rights.allows('secretGroup:describe', resource));

describe('a developer of one team', () => {
  it('sees of the secrets just those that the policy allows', () => {
    expect(idsOf(seen.secrets.nodes)).toEqual(idsOf(visibleSecrets()));
    expect(seen.secrets.nodes.length).toBeGreaterThan(10);
    expect(seen.secrets.nodes.length).toBeLessThan(all.secrets.nodes.length);
  });

  it('sees of the groups just those that the policy allows', () => {
    expect(idsOf(seen.secretGroups.nodes)).toEqual(idsOf(visibleGroups()));
    expect(seen.secretGroups.nodes.length).toBeGreaterThan(0);
  });

  it('counts what is seen and nothing else', () => {
    const counts = Object.fromEntries(seen.secrets.stores.map(({ store, count }) => [store.name, count]));
    const expected = WORDS.map((word) => [word, visibleSecrets().filter(({ store }) => store.name === word).length]);
    expect(counts).toEqual(Object.fromEntries(expected));
    expect([seen.secrets.totalCount, seen.secretGroups.totalCount]).toEqual([
      visibleSecrets().length,
      visibleGroups().length,
    ]);
  });

  it('gets a summary of what is seen and nothing else', () => {
    const { totalCount, byStore, byGroup } = seen.secretsSummary;
    expect(totalCount).toBe(visibleSecrets().length);
    expect(byStore.reduce((total, { count }) => total + count, 0)).toBe(totalCount);
    const groups = new Set(idsOf(visibleSecrets().flatMap(({ group }) => (group === null ? [] : [group]))));
    expect(byGroup.filter(({ key }) => !groups.has(key))).toEqual([]);
  });

  it('finds in each group only secrets that may be seen', () => {
    const allowed = new Set(idsOf(visibleSecrets()));
    for (const { secrets } of seen.secretGroups.nodes) {
      expect(secrets.nodes.filter(({ id }) => !allowed.has(id))).toEqual([]);
      expect(secrets.totalCount).toBe(secrets.nodes.length);
    }
  });

  it('sees a secret without its group where the group is not the team’s', () => {
    const allowed = new Set(idsOf(visibleGroups()));
    const groups = seen.secrets.nodes.flatMap(({ group }) => (group === null ? [] : [group]));
    expect(groups.filter(({ id }) => !allowed.has(id))).toEqual([]);
    const hidden = visibleSecrets().filter(({ group }) => group !== null && !allowed.has(group.id));
    expect(hidden.length).toBeGreaterThan(0);
  });

  it('knows only subjects that made something that may be seen', () => {
    const makers = [...visibleSecrets(), ...visibleGroups()].flatMap(({ createdBy }) => createdBy?.id ?? []);
    expect(new Set(idsOf(seen.subjects.nodes))).toEqual(new Set(makers));
  });

  it('pages through a list that has no gaps where others’ secrets are', async () => {
    const ids: string[] = [];
    let after: string | null = null;
    for (let more = true; more; ) {
      const answer: Answer<PageOfSecrets> = await gateway.query<PageOfSecrets>(
        'query P($after: String) { secrets(first: 7, after: $after) { nodes { id } pageInfo { endCursor hasNextPage } } }',
        { after },
        DEVELOPER,
      );
      const { nodes, pageInfo } = answer.data.secrets;
      more = pageInfo.hasNextPage;
      after = pageInfo.endCursor;
      expect(nodes.length === 7 || !more).toBe(true);
      ids.push(...idsOf(nodes));
    }
    expect(ids).toEqual(idsOf(visibleSecrets()));
  });

  it('cannot find others’ secrets by a filter on their ids', async () => {
    const ids = idsOf(hiddenSecrets());
    const { data } = await gateway.query<{ secrets: { totalCount: number } }>(
      'query F($ids: [ID!]) { secrets(filter: { ids: $ids }) { totalCount } }',
      { ids: ids.slice(0, 50) },
      DEVELOPER,
    );
    expect(data.secrets.totalCount).toBe(0);
  });
});

const hiddenSecrets = () => all.secrets.nodes.filter(({ resource }) => !rights.allows('secret:describe', resource));

/** The same id with another secret's or group's part: well-formed, of the same store, and of nothing that there is. */
function missingLike(id: string): string {
  const decoded = decodeId(id);
  if (decoded === null) throw new Error('the gateway made an id that it cannot read');
  const place = decoded.path.length - (decoded.type === 'SecretVersion' ? 2 : 1);
  const other = (part: string) => part.replace(/[0-9a-z]/gi, (character) => (character === '1' ? '2' : '1'));
  return encodeId({ ...decoded, path: decoded.path.map((part, index) => (index === place ? other(part) : part)) });
}

const LOOKUPS = {
  node: 'query L($id: ID!) { found: node(id: $id) { id } }',
  nodes: 'query L($id: ID!) { found: nodes(ids: [$id]) { id } }',
  secret: 'query L($id: ID!) { found: secret(id: $id) { id } }',
  secretGroup: 'query L($id: ID!) { found: secretGroup(id: $id) { id } }',
  secretVersion: 'query L($id: ID!) { found: secretVersion(id: $id) { id } }',
  subject: 'query L($id: ID!) { found: subject(id: $id) { id } }',
};

/** All that a caller can compare; ids of requests and audit entries differ by nature. */
const comparable = ({ errors, data, status }: { errors: readonly AnswerError[]; data: unknown; status: number }) => ({
  status,
  data,
  errors: errors.map(({ message, path, extensions: { requestId: _, auditId: __, ...extensions } }) => ({
    message,
    path,
    extensions,
  })),
});

describe.each(WORDS)('what is hidden from a developer in %s', (word) => {
  const hidden = () => hiddenSecrets().find(({ store }) => store.name === word);
  const hiddenGroup = () =>
    all.secretGroups.nodes.find(
      ({ store, resource }) => store.name === word && !rights.allows('secretGroup:describe', resource),
    );
  const compare = async (document: string, pair: readonly Readonly<Record<string, unknown>>[]) => {
    const answers = [];
    for (const variables of pair) answers.push(comparable(await gateway.query(document, variables, DEVELOPER)));
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]?.errors[0]?.extensions.code).toBe('NOT_FOUND');
  };
  const alike = (document: string, id: string | undefined) =>
    compare(document, [{ id }, { id: missingLike(id ?? '') }]);

  it.each(['node', 'nodes', 'secret'] as const)('is to %s as if a secret did not exist', (lookup) =>
    alike(LOOKUPS[lookup], hidden()?.id),
  );

  it('is to secretGroup as if a group did not exist', () => {
    const group = hiddenGroup();
    return group === undefined ? expect(visibleGroups()).not.toEqual([]) : alike(LOOKUPS.secretGroup, group.id);
  });

  it('is to secretByName as if a secret did not exist', () => {
    const { name, group } = hidden() ?? {};
    const document = `query N($group: String, $name: String!) {
      secretByName(store: "${word}", group: $group, name: $name) { id } }`;
    return compare(document, [
      { name, group: group?.name ?? null },
      { name: 'no-such-secret', group: group?.name ?? null },
    ]);
  });

  it.each(wordsWith('LIST_VERSIONS').filter((one) => one === word))(
    'is to secretVersion as if a version of %s did not exist',
    () => alike(LOOKUPS.secretVersion, hidden()?.versions?.nodes[0]?.id),
  );

  const writes = MUTATIONS.filter(({ aim }) => aim === 'Secret');
  it.each(writes)('is to $name as if a secret did not exist', async (mutation) => {
    const store = await openStoreUnderTest(gateway, word);
    const input = await validInput(store, mutation.operation);
    const answers = [];
    for (const id of [hidden()?.id ?? '', missingLike(hidden()?.id ?? '')]) {
      const variables = { input: { [identityOf(mutation)]: id, ...input } };
      answers.push(comparable(await gateway.query(documentOf(mutation), variables, DEVELOPER)));
    }
    expect(answers[0]).toEqual(answers[1]);
    const code = supports(word, mutation.operation) ? 'NOT_FOUND' : 'UNSUPPORTED';
    expect(answers[0]?.errors[0]?.extensions).toMatchObject({ code, outcome: 'NOT_APPLIED' });
  });
});

async function validInput(store: StoreUnderTest, operation: StoreOperation) {
  if (operation === 'UPDATE_SECRET') return store.data.secretChange?.(store, store.nextNumber()).input;
  return operation === 'CREATE_VERSION' ? store.inputFor(operation) : {};
}

describe('an auditor', () => {
  it('sees all metadata', async () => {
    const { data } = await gateway.query<Lists>(LISTS, {}, AUDITOR);
    expect(data).toEqual(all);
  });

  it.each(MUTATIONS.filter(({ aim }) => aim === 'Secret'))('is let into nothing by $name', async (mutation) => {
    for (const word of WORDS) {
      const target = all.secrets.nodes.find(({ store }) => store.name === word)?.id;
      gateway.forgetRequests();
      const input = { [identityOf(mutation)]: target };
      const { data, errors } = await gateway.query(documentOf(mutation), { input }, AUDITOR);
      expect(data).toEqual({ [mutation.name]: null });
      expect(['FORBIDDEN', 'UNSUPPORTED', 'BAD_USER_INPUT']).toContain(errors[0]?.extensions.code);
      expect(gateway.asked(word).filter((line) => !/^(GET|HEAD) /.test(line))).toEqual([]);
    }
  });

  it.each(wordsWith('REVEAL_VALUE'))('reveals nothing of %s', async (word) => {
    const target = all.secrets.nodes.find(({ store }) => store.name === word)?.id;
    const { errors } = await gateway.query(
      'mutation R($id: ID!) { revealSecret(input: { id: $id }) { value { text } } }',
      { id: target },
      AUDITOR,
    );
    expect(errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', outcome: 'NOT_APPLIED' });
  });
});

describe('a developer of one team, writing', () => {
  it.each(wordsWith('REVEAL_VALUE'))('must give a reason to reveal a secret of %s', async (word) => {
    const id = visibleSecrets().find(({ store }) => store.name === word)?.id;
    const document = 'mutation R($input: RevealSecretInput!) { revealSecret(input: $input) { value { base64 } } }';
    const without = await gateway.query(document, { input: { id } }, DEVELOPER);
    expect(without.errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'input.reason' });
    const given = await gateway.query(document, { input: { id, reason: 'incident 42' } }, DEVELOPER);
    expect(given.errors).toEqual([]);
    expect(gateway.log()).toContain('incident 42');
  });
});
