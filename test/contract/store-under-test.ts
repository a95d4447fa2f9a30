import { encodeId } from '../../src/domain/ids.ts';
import type { ValueForm } from '../../src/domain/secret-value.ts';
import { type Answer, emulatorOf, type TestGateway } from '../support/gateway.ts';
import { capability, type StoreOperation } from '../support/registry.ts';
import { documentOf, identityOf, mutationOf } from './mutations.ts';
import { dataOf, type Input, type ProviderData } from './provider-data.ts';

/** A secret or a group as clients see it: what effects are looked for in. */
export interface SecretView {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly status: string;
  readonly updatedAt: string | null;
  readonly etag: string | null;
  readonly labels: readonly { readonly key: string; readonly value: string }[];
  readonly rotation: Readonly<Record<string, unknown>> | null;
  readonly versions: { readonly nodes: readonly VersionView[] } | null;
  readonly native: Readonly<Record<string, unknown>>;
  readonly secrets: { readonly nodes: readonly { readonly id: string; readonly name: string }[] };
}

interface VersionView {
  readonly id: string;
  readonly nativeId: string;
  readonly isCurrent: boolean;
}

interface Receipt {
  readonly auditId: string;
  readonly recorded: boolean;
  readonly upstreamStatus: number | null;
}

export interface Payload {
  readonly secretId?: string;
  readonly secretGroupId?: string;
  readonly deletedId?: string;
  readonly secret?: { readonly id: string } | null;
  readonly version?: { readonly id: string } | null;
  readonly value?: { readonly text: string | null; readonly base64: string };
  readonly receipt: Receipt;
}

/** One store behind the gateway, as an administrator works with it. */
export interface StoreUnderTest {
  readonly word: string;
  readonly gateway: TestGateway;
  readonly data: ProviderData;
  /** Sends one mutation; `target` goes where its id, or the store's name, belongs. */
  send(operation: StoreOperation, target: string, input?: Input): Promise<Answer<Payload | null>>;
  /** The same, which must succeed; then lets the store settle. */
  write(operation: StoreOperation, target: string, input?: Input): Promise<Payload>;
  /** What the store does behind its answers is over afterwards, and nobody remembers how it looked meanwhile. */
  settle(): Promise<void>;
  /** A valid input of CREATE_GROUP, CREATE_SECRET or CREATE_VERSION, whole. */
  inputFor(operation: StoreOperation): Promise<Input>;
  newSecret(input?: Input): Promise<string>;
  newGroup(): Promise<string>;
  /** Null where it is not there any more. */
  readSecret(id: string): Promise<SecretView | null>;
  readGroup(id: string): Promise<SecretView | null>;
  reveal(id: string): Promise<Answer<Payload | null>>;
  /** Global ids of what was there from the start. */
  readonly seeded: { readonly secret: string; readonly group: string; readonly version: string };
  /** A value in the form that the operation takes, or in the one asked for. */
  value(marker: string, form?: ValueForm): Input;
  nextNumber(): number;
  /** Requests since the last `forget`, and those among them that can change something. */
  asked(): readonly string[];
  askedToWrite(): readonly string[];
  forget(): void;
}

const REFRESH = 'mutation R($input: RefreshStoreInput!) { refreshStore(input: $input) { result { error } } }';
const COMMON = 'id name description status updatedAt etag labels { key value } native { __typename }';
const READ_SECRET = `query Read($id: ID!) { secret(id: $id) { ${COMMON}
  rotation { automatic periodDays lastAt lastResultId phase trigger { nativeId } }
  versions { nodes { id nativeId isCurrent } } } }`;
const READ_GROUP = `query Read($id: ID!) { secretGroup(id: $id) { ${COMMON} secrets(first: 500) { nodes { id name } } } }`;

const counters = new Map<string, number>();

export async function openStoreUnderTest(gateway: TestGateway, word: string): Promise<StoreUnderTest> {
  const data = await dataOf(word);
  // Looked up once: what tests create comes first in many an order.
  const seeded = await seededOf(gateway, word);
  const emulator = emulatorOf(gateway.emulators, word);
  const nextNumber = () => {
    const number = (counters.get(word) ?? 0) + 1;
    counters.set(word, number);
    return number;
  };

  const send: StoreUnderTest['send'] = async (operation, target, input = {}) => {
    const mutation = mutationOf(operation);
    const answer = await gateway.query<Readonly<Record<string, Payload | null>> | null>(documentOf(mutation), {
      input: { [identityOf(mutation)]: target, ...input },
    });
    return { ...answer, data: answer.data?.[mutation.name] ?? null };
  };

  const store: StoreUnderTest = {
    word,
    gateway,
    data,
    send,
    nextNumber,
    async write(operation, target, input) {
      const { data: payload, errors } = await send(operation, target, input);
      if (payload === null) throw new Error(`${operation} was refused: ${JSON.stringify(errors)}`);
      await store.settle();
      return payload;
    },
    async settle() {
      if (data.settleMs === undefined) return;
      gateway.advance(data.settleMs);
      await gateway.query(REFRESH, { input: { store: word } });
    },
    value: (marker, form) => {
      const forms = data.values(marker);
      const wanted = form ?? (capability(word, 'CREATE_SECRET').valueForms?.[0] as ValueForm);
      const value = forms[wanted];
      if (value === undefined) throw new Error(`the data of ${word} has no value as ${wanted}`);
      return value;
    },
    async inputFor(operation) {
      const number = nextNumber();
      if (operation === 'CREATE_GROUP') return { name: data.groupName(number), ...(await data.newGroup?.(store)) };
      const value = store.value(markerOf(number));
      if (operation === 'CREATE_SECRET') {
        return { name: data.secretName(number), value, ...(await data.newSecret(store)) };
      }
      return { value, ...(await data.newVersion?.(store)) };
    },
    async newSecret(input = {}) {
      const payload = await store.write('CREATE_SECRET', word, {
        ...(await store.inputFor('CREATE_SECRET')),
        ...input,
      });
      return payload.secretId ?? '';
    },
    async newGroup() {
      const payload = await store.write('CREATE_GROUP', word, await store.inputFor('CREATE_GROUP'));
      return payload.secretGroupId ?? '';
    },
    async readSecret(id) {
      const { data: found } = await gateway.query<{ secret: SecretView | null }>(READ_SECRET, { id });
      return found.secret;
    },
    async readGroup(id) {
      const { data: found } = await gateway.query<{ secretGroup: SecretView | null }>(READ_GROUP, { id });
      return found.secretGroup;
    },
    reveal: (id) => send('REVEAL_VALUE', id),
    seeded,
    asked: () => gateway.asked(word),
    askedToWrite: () => gateway.asked(word).filter((line) => !/^(GET|HEAD) /.test(line)),
    forget: () => emulator.clearRequests(),
  };
  return store;
}

/** A piece of text that nothing else contains. */
export function markerOf(number: number): string {
  return `marker${String(number).padStart(6, '0')}`;
}

interface Found {
  readonly id: string;
}

/** Where a store has no versions, an id is made up that would name one if it had. */
async function seededOf(gateway: TestGateway, word: string) {
  const { data } = await gateway.query<{ secrets: { nodes: Found[] }; secretGroups: { nodes: Found[] } }>(
    `query Seeded($filter: SecretFilter, $groups: SecretGroupFilter) {
      secrets(first: 1, filter: $filter) { nodes { id } } secretGroups(first: 1, filter: $groups) { nodes { id } } }`,
    { filter: { stores: [word], statuses: ['ACTIVE'] }, groups: { stores: [word] } },
  );
  const [secret, group] = [data.secrets.nodes[0]?.id, data.secretGroups.nodes[0]?.id];
  if (secret === undefined || group === undefined) throw new Error(`${word} was seeded with nothing`);
  const version = await gateway.query<{ secret: { versions: { nodes: Found[] } | null } | null }>(
    'query Versions($id: ID!) { secret(id: $id) { versions(first: 1) { nodes { id } } } }',
    { id: secret },
  );
  const known = version.data.secret?.versions?.nodes[0]?.id;
  return { secret, group, version: known ?? encodeId({ type: 'SecretVersion', store: word, path: ['none', '1'] }) };
}
