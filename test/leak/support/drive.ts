import { WORDS } from '../../support/registry.ts';
import { coverageQueries } from './coverage-queries.ts';
import { MUTATIONS, mutationOf, schema, targetOf, writtenOut } from './documents.ts';
import { type Input, inEveryForm, inputsOf, type Known } from './inputs.ts';
import { answerOf, type Role, type Scene } from './scene.ts';
import { wrongRequests } from './wrong-input.ts';

/** Asks for every field that a query reaches, as everyone who may. Answers 'Type.field' of all that was asked for. */
export async function readEverything({ post }: Scene): Promise<readonly string[]> {
  const queries = coverageQueries(schema);
  for (const { type, document } of queries) {
    for (const role of ['admin', 'auditor'] satisfies Role[])
      await post({ query: document }, `fields of ${type}`, role);
  }
  return queries.flatMap(({ fields }) => fields);
}

const IDS =
  '{ secrets(first: 500) { nodes { id versions { nodes { id } } } } secretGroups(first: 500) { nodes { id } } }';

interface Ids {
  readonly secrets: {
    readonly nodes: readonly {
      readonly id: string;
      readonly versions: { readonly nodes: readonly { id: string }[] } | null;
    }[];
  };
  readonly secretGroups: { readonly nodes: readonly { readonly id: string }[] };
}

/** Every object by its id; every value of every store and every version, hostile ones included; a refusal of each. */
export async function revealEverything({ post, canaries }: Scene): Promise<void> {
  const { data } = answerOf<Ids>(await post({ query: IDS }, 'ids'));
  const valued = data.secrets.nodes.flatMap(({ id, versions }) => [
    id,
    ...(versions?.nodes ?? []).map((one) => one.id),
  ]);
  await inTurns([...valued, ...data.secretGroups.nodes.map(({ id }) => id)], async (id) => {
    await post({ query: 'query Node($id: ID!) { node(id: $id) { id __typename } }', variables: { id } }, 'node');
  });
  const query = mutationOf('revealSecret');
  const reason = canaries.plant('reason of a reveal', ['log', 'files']);
  await inTurns(valued, async (id) => {
    const variables = { input: { id, reason } };
    await post({ query, variables }, 'reveal');
    await post({ query, variables }, 'refused reveal', 'auditor');
  });
}

/** Every mutation on every store, with values in every form, whether the store takes them or not. */
export async function writeEverything(scene: Scene): Promise<void> {
  await Promise.all(
    WORDS.map(async (word) => {
      const known = await knownOf(scene, word);
      for (const store of [word, `hostile-${word}`]) await createInEveryForm(scene, { store, word }, known);
      await changeEverything(scene, word, known);
    }),
  );
}

/** Metadata with a text in it that may be seen: the control that what is cached and answered is looked at. */
export async function writeLabel({ canaries, post, nextNumber }: Scene): Promise<void> {
  const label = canaries.plant('a label', ['answers', 'redis', 'heap']);
  const { secretName, values } = inputsOf('docker');
  const [value] = values(canaries.plant('value of the secret with a label'));
  const labels = [{ key: 'com.example.control', value: label }];
  const input = { store: 'docker', name: secretName(nextNumber()), value, labels };
  await post({ query: mutationOf('createSecret'), variables: { input } }, 'a label');
}

async function createInEveryForm(
  { canaries, post, nextNumber }: Scene,
  { store, word }: { readonly store: string; readonly word: string },
  known: Known,
): Promise<void> {
  const { secretName, newSecret, newVersion, values } = inputsOf(word);
  const marker = canaries.plantWild(`value for ${store}`);
  for (const value of [...values(marker), ...inEveryForm(marker)]) {
    const input = { store, name: secretName(nextNumber()), value, ...newSecret?.(known, marker) };
    const created = await post({ query: mutationOf('createSecret'), variables: { input } }, 'createSecret');
    await post({ query: writtenOut('createSecret', input) }, 'createSecret, written out');
    const secret = secretIdIn(answerOf(created).data);
    if (secret === undefined) continue;
    const next = { secret, value, ...newVersion };
    await post({ query: mutationOf('createSecretVersion'), variables: { input: next } }, 'createSecretVersion');
    await post({ query: mutationOf('revealSecret'), variables: { input: { id: secret } } }, 'reveal');
  }
}

function secretIdIn(data: unknown): string | undefined {
  return (data as { readonly createSecret?: { readonly secretId: string } | null } | null)?.createSecret?.secretId;
}

async function changeEverything({ canaries, post, nextNumber }: Scene, word: string, known: Known): Promise<void> {
  for (const name of MUTATIONS) {
    const marker = canaries.plantWild(`value in ${name} for ${word}`);
    const { field, kind } = targetOf(name);
    const targets = { store: word, group: known.group, secret: known.secret, version: known.version ?? known.secret };
    const input = { [field]: targets[kind], ...inputFor(name, { word, known, marker, number: nextNumber() }) };
    await post({ query: mutationOf(name), variables: { input } }, name);
    await post({ query: mutationOf(name), variables: { input } }, `${name} refused`, 'auditor');
  }
}

function inputFor(
  mutation: string,
  request: { readonly word: string; readonly known: Known; readonly marker: string; readonly number: number },
): Input {
  const { word, known, marker, number } = request;
  const { secretName, values, newSecret, newVersion, newGroup, groupChange, secretChange } = inputsOf(word);
  const value = values(marker)[0];
  const name = secretName(number);
  switch (mutation) {
    case 'createSecretGroup':
      return { name: `leak-group-${number}`, ...newGroup?.(known, marker) };
    case 'updateSecretGroup':
      return groupChange?.(marker) ?? { secrets: [{ name, value }] };
    case 'createSecret':
      return { name, value, ...newSecret?.(known, marker) };
    case 'createSecretVersion':
      return { value, ...newVersion };
    case 'updateSecret':
      return secretChange ?? { name };
    default:
      return {};
  }
}

/** Values where they do not belong: in every input position of the schema. Answers how many requests that took. */
export async function sendWrongInput({ post, canaries }: Scene): Promise<number> {
  const requests = wrongRequests(schema, canaries);
  await inTurns(requests, async ({ label, query, variables }) => {
    await post({ query, ...(variables === undefined ? {} : { variables }) }, label);
  });
  return requests.length;
}

const KNOWN = `query Known($stores: [String!], $store: String!) {
  secrets(first: 1, filter: { stores: $stores, statuses: [ACTIVE] }) { nodes { id versions { nodes { id } } } }
  secretGroups(first: 1, filter: { stores: $stores }) {
    nodes { id native { ... on ImcoKeyVault { cloudAccountId realmId keyVaultPlanId } } }
  }
  store(name: $store) { native { ... on TrueFoundryStore { integrations { nativeId type } } } }
}`;

interface KnownAnswer extends Ids {
  readonly secretGroups: { readonly nodes: readonly { readonly id: string; readonly native: Input }[] };
  readonly store: { readonly native: { readonly integrations?: readonly { nativeId: string; type: string }[] } | null };
}

export async function knownOf({ post }: Scene, word: string): Promise<Known> {
  const { data } = answerOf<KnownAnswer>(
    await post({ query: KNOWN, variables: { stores: [word], store: word } }, 'known'),
  );
  const [secret] = data.secrets.nodes;
  const [group] = data.secretGroups.nodes;
  if (secret === undefined || group === undefined) throw new Error(`${word} holds nothing`);
  return {
    secret: secret.id,
    group: group.id,
    version: secret.versions?.nodes[0]?.id ?? null,
    native: group.native,
    integrationId: data.store.native?.integrations?.find(({ type }) => type.includes('secret-store'))?.nativeId ?? null,
  };
}

const AT_ONCE = 8;

/** A few at a time. */
export async function inTurns<T>(items: readonly T[], run: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const item of queue) await run(item);
    }),
  );
}
