import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Fault } from '../../src/connectors/emulation/emulator.ts';
import { emulatorOf, startTestGateway, type TestGateway, warmUp } from '../support/gateway.ts';
import { WORDS } from '../support/registry.ts';
import { openStoreUnderTest, type StoreUnderTest } from './store-under-test.ts';

/** Short, because the suites wait it out; long enough for an answer on a busy machine. */
const TIMEOUT_MS = 700;
const NO_CACHE = { config: { cache: { ttlSeconds: 0, staleSeconds: 0 } }, storeConfig: { timeoutMs: TIMEOUT_MS } };

interface Failure {
  readonly name: string;
  readonly fault: Fault;
  readonly error: string;
  readonly retryable: boolean;
  readonly retryAfterSeconds?: number;
}

const FAILURES: readonly Failure[] = [
  { name: 'fails', fault: { status: 500 }, error: 'UPSTREAM_UNAVAILABLE', retryable: true },
  { name: 'is away', fault: { status: 503 }, error: 'UPSTREAM_UNAVAILABLE', retryable: true },
  {
    name: 'asks for patience',
    fault: { status: 429, headers: { 'retry-after': '7' } },
    error: 'UPSTREAM_RATE_LIMITED',
    retryable: true,
    retryAfterSeconds: 7,
  },
  { name: 'hangs', fault: { hang: true }, error: 'UPSTREAM_TIMEOUT', retryable: true },
  { name: 'cuts the connection', fault: { cut: 'middle' }, error: 'UPSTREAM_UNAVAILABLE', retryable: true },
  { name: 'truncates its JSON', fault: { truncate: true }, error: 'UPSTREAM_INVALID_RESPONSE', retryable: false },
  {
    name: 'answers something else',
    fault: { status: 200, body: '{"liar":"liar-canary"}', headers: { 'content-type': 'application/json' } },
    error: 'UPSTREAM_INVALID_RESPONSE',
    retryable: false,
  },
  {
    name: 'answers a page for people',
    fault: { status: 200, body: '<html>liar-canary</html>', headers: { 'content-type': 'text/html' } },
    error: 'UPSTREAM_INVALID_RESPONSE',
    retryable: false,
  },
  {
    name: 'redirects',
    fault: { status: 302, headers: { location: 'http://127.0.0.1:1/liar-canary' } },
    error: 'UPSTREAM_INVALID_RESPONSE',
    retryable: false,
  },
];

interface Lists {
  readonly secrets: List & { readonly nodes: readonly { readonly id: string; readonly store: { name: string } }[] };
  readonly secretGroups: List;
}
interface List {
  readonly totalCount: number;
  readonly stores: readonly StoreEntry[];
}
interface StoreEntry {
  readonly store: { readonly name: string };
  readonly outcome: string;
  readonly count: number | null;
  readonly error: string | null;
}

const ENTRY = 'totalCount stores { store { name } outcome count error retryable retryAfterSeconds }';
const LISTS = `{ secrets(first: 200) { ${ENTRY} nodes { id store { name } freshness { stale } } }
  secretGroups { ${ENTRY} } }`;

const entryOf = ({ stores }: List, word: string) => stores.find(({ store }) => store.name === word);
const othersThan = ({ stores }: List, word: string) => stores.filter(({ store }) => store.name !== word);

describe('a list', () => {
  let gateway: TestGateway;
  let whole: Lists;
  beforeAll(async () => {
    gateway = await startTestGateway(NO_CACHE);
    await warmUp(gateway);
    whole = (await gateway.query<Lists>(LISTS)).data;
  });
  afterAll(() => gateway?.close());
  afterEach(() => {
    for (const word of WORDS) emulatorOf(gateway.emulators, word).setFault(null);
  });

  describe.each(WORDS)('while %s', (word) => {
    it.each(FAILURES)('$name is whole for the other stores, and says so', async (failure) => {
      emulatorOf(gateway.emulators, word).setFault(failure.fault);
      const { status, data, errors, extensions } = await gateway.query<Lists>(LISTS);
      expect([status, errors, extensions.partial]).toEqual([200, [], true]);
      const { error, retryable, retryAfterSeconds = null } = failure;
      for (const list of ['secrets', 'secretGroups'] as const) {
        const wanted = { store: { name: word }, outcome: 'FAILED', count: null, error, retryable, retryAfterSeconds };
        expect(entryOf(data[list], word)).toEqual(wanted);
        expect(othersThan(data[list], word)).toEqual(othersThan(whole[list], word));
      }
      const present = whole.secrets.nodes.filter(({ store }) => store.name !== word);
      expect(data.secrets.nodes).toEqual(present);
      expect(data.secrets.totalCount).toBe(present.length);
      expect(gateway.log()).not.toContain('liar-canary');
    });

    it('is slow is whole', async () => {
      emulatorOf(gateway.emulators, word).setFault({ delayMs: 60 });
      const { data, extensions } = await gateway.query<Lists>(LISTS);
      expect(extensions.partial).toBeUndefined();
      expect(data).toEqual(whole);
    });

    it('fails answers for an object of that store with null and its error, and for others as ever', async () => {
      const own = whole.secrets.nodes.find(({ store }) => store.name === word)?.id;
      const other = whole.secrets.nodes.find(({ store }) => store.name !== word)?.id;
      emulatorOf(gateway.emulators, word).setFault({ status: 503 });
      const { data, errors } = await gateway.query(
        `query Both($own: ID!, $other: ID!) { own: secret(id: $own) { id } other: secret(id: $other) { id }
          nodes(ids: [$own, $other]) { id } }`,
        { own, other },
      );
      expect(data).toEqual({ own: null, other: { id: other }, nodes: [null, { id: other }] });
      expect(errors.map(({ path }) => path?.join('.')).toSorted()).toEqual(['nodes.0', 'own']);
      for (const { extensions } of errors) {
        expect(extensions).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', retryable: true, store: word });
      }
    });

    it('fails lets nobody take its silence for a missing name', async () => {
      emulatorOf(gateway.emulators, word).setFault({ status: 503 });
      const { data, errors } = await gateway.query(
        'query N($store: String!) { secretByName(store: $store, name: "no-such-secret") { id } }',
        { store: word },
      );
      expect([data, errors[0]?.extensions.code]).toEqual([{ secretByName: null }, 'UPSTREAM_UNAVAILABLE']);
    });

    it('fails shows in its health', async () => {
      emulatorOf(gateway.emulators, word).setFault({ status: 503 });
      for (let round = 0; round < 3; round += 1) await gateway.query(LISTS);
      const health = 'query H($name: String!) { store(name: $name) { health { status lastError } } }';
      const { data } = await gateway.query(health, { name: word });
      expect(data).toEqual({ store: { health: { status: 'DOWN', lastError: 'UPSTREAM_UNAVAILABLE' } } });
      emulatorOf(gateway.emulators, word).setFault(null);
      await gateway.query(LISTS);
      const again = await gateway.query<{ store: { health: { status: string } } }>(health, { name: word });
      expect(again.data.store.health.status).toBe('UP');
    });
  });

  it('is empty, not an error, while every store fails', async () => {
    for (const word of WORDS) emulatorOf(gateway.emulators, word).setFault({ status: 503 });
    const { data, errors, extensions } = await gateway.query<Lists>(LISTS);
    expect([errors, extensions.partial, data.secrets.totalCount]).toEqual([[], true, 0]);
    expect(data.secrets.stores.map(({ outcome }) => outcome)).toEqual(WORDS.map(() => 'FAILED'));
  });
});

describe('what was read before', () => {
  let gateway: TestGateway;
  let whole: Lists;
  beforeAll(async () => {
    gateway = await startTestGateway({ config: { cache: { ttlSeconds: 0, staleSeconds: 600 } } });
    whole = (await gateway.query<Lists>(LISTS)).data;
  });
  afterAll(() => gateway?.close());

  it.each(WORDS)('stands in, marked as stale, while %s fails', async (word) => {
    emulatorOf(gateway.emulators, word).setFault({ status: 503 });
    const { data, errors } = await gateway.query<Lists>(LISTS);
    emulatorOf(gateway.emulators, word).setFault(null);
    expect(errors).toEqual([]);
    for (const list of ['secrets', 'secretGroups'] as const) {
      const { count } = entryOf(whole[list], word) ?? {};
      expect(entryOf(data[list], word)).toMatchObject({ outcome: 'STALE', count, error: null });
      expect(data[list].totalCount).toBe(whole[list].totalCount);
    }
    const stale = (data.secrets.nodes as readonly { store: { name: string }; freshness?: { stale: boolean } }[])
      .filter(({ freshness }) => freshness?.stale)
      .map(({ store }) => store.name);
    expect(new Set(stale)).toEqual(new Set([word]));
  });
});

const WRITING = /^(POST|PUT|DELETE|PATCH) /;

describe.each(WORDS)('a write to %s', (word) => {
  let gateway: TestGateway;
  let store: StoreUnderTest;
  beforeAll(async () => {
    gateway = await startTestGateway(NO_CACHE);
    await warmUp(gateway);
    store = await openStoreUnderTest(gateway, word);
  });
  afterAll(() => gateway?.close());

  const createUnder = async (fault: Fault | null) => {
    const input = await store.inputFor('CREATE_SECRET');
    store.forget();
    emulatorOf(gateway.emulators, word).setFault(fault);
    const answer = await store.send('CREATE_SECRET', word, input);
    emulatorOf(gateway.emulators, word).setFault(null);
    const writes = store.askedToWrite();
    return { ...answer, name: input.name, writes, asked: store.asked() };
  };
  const find = async (name: unknown) => {
    const document = 'query N($store: String!, $name: String!) { secretByName(store: $store, name: $name) { id } }';
    return (await gateway.query<{ secretByName: { id: string } | null }>(document, { store: word, name })).data;
  };

  it('whose answer was lost is UNKNOWN, and is not sent again', async () => {
    const { data, errors, name, writes } = await createUnder({ match: WRITING, cut: 'before' });
    expect([data, writes.length]).toEqual([null, 1]);
    expect(errors[0]?.extensions).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', outcome: 'UNKNOWN', store: word });
    expect(errors[0]?.extensions.auditId).toBeTypeOf('string');
    expect((await find(name)).secretByName).not.toBeNull();
  });

  it('whose answer was cut short is UNKNOWN, and is not sent again', async () => {
    const { data, errors, writes } = await createUnder({ match: WRITING, cut: 'middle' });
    expect([data, writes.length, errors[0]?.extensions.outcome]).toEqual([null, 1, 'UNKNOWN']);
  });

  it('that was never answered is UNKNOWN, and is not sent again', async () => {
    const { data, errors, writes } = await createUnder({ match: WRITING, hang: true });
    expect([data, writes.length]).toEqual([null, 1]);
    expect(errors[0]?.extensions).toMatchObject({ code: 'UPSTREAM_TIMEOUT', outcome: 'UNKNOWN' });
  });

  it('that failed upstream is UNKNOWN, and is not sent again', async () => {
    const { data, errors, name, writes } = await createUnder({ match: WRITING, status: 500 });
    expect([data, writes.length]).toEqual([null, 1]);
    expect(errors[0]?.extensions).toMatchObject({ outcome: 'UNKNOWN', upstreamStatus: 500 });
    expect((await find(name)).secretByName).toBeNull();
  });

  it('that was refused upstream is NOT_APPLIED', async () => {
    const { data, errors, writes } = await createUnder({ match: WRITING, status: 400 });
    expect([data, writes.length]).toEqual([null, 1]);
    expect(errors[0]?.extensions).toMatchObject({ outcome: 'NOT_APPLIED', upstreamStatus: 400 });
  });

  it('that succeeded is told as such although nothing can be read afterwards', async () => {
    const { asked } = await createUnder(null);
    const readsBefore = asked.findIndex((line) => WRITING.test(line));
    // The store is away from the moment of the write on, for everything but the write itself.
    const { data, errors, name } = await createUnder(readsBefore === 0 ? { match: /^GET /, status: 503 } : null);
    expect(errors).toEqual([]);
    expect(data?.secretId).toBeTypeOf('string');
    expect(data?.secret === null).toBe(readsBefore === 0);
    expect((await find(name)).secretByName?.id).toBe(data?.secretId);
  });
});
