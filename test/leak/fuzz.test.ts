import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';
import { WORDS } from '../support/registry.ts';
import { undocumented } from './support/documented-paths.ts';
import { mutationOf, targetOf } from './support/documents.ts';
import { inTurns } from './support/drive.ts';
import { forgedIds, hostileIds } from './support/hostile-ids.ts';
import { rawRequests, sendRaw } from './support/raw-requests.ts';

const SEED = Number(process.env.LEAK_SEED ?? Math.floor(Math.random() * 2 ** 31));

const READ = `query Read($id: ID!, $ids: [ID!]!) {
  node(id: $id) { id } nodes(ids: $ids) { id } secret(id: $id) { id } secretGroup(id: $id) { id secrets { totalCount } }
  secretVersion(id: $id) { id } subject(id: $id) { id }
}`;
const FILTERS = ['ids', 'groups', 'createdBy'].map(
  (name) => `query Filter($ids: [ID!]!) { secrets(filter: { ${name}: $ids }) { totalCount } }`,
);
const CHANGES = [
  'revealSecret',
  'deleteSecret',
  'rotateSecret',
  'deleteSecretGroup',
  'deleteSecretVersion',
  'createSecretVersion',
];

interface Ids {
  readonly secret: string;
  readonly group: string;
  readonly version: string | null;
  readonly subject: string | null;
}

describe(`made-up input (LEAK_SEED=${SEED})`, () => {
  let gateway: TestGateway;
  const ids = new Map<string, Ids>();

  beforeAll(async () => {
    gateway = await startTestGateway({
      secrets: 40,
      config: { server: { rateLimit: { perMinute: 0, perAddressPerMinute: 0 } }, reveal: { perMinute: 1_000_000 } },
    });
    for (const word of WORDS) ids.set(word, await idsOf(word));
  });
  afterAll(() => gateway?.close());

  const idsOf = async (word: string): Promise<Ids> => {
    const query = `query Known($stores: [String!]) {
      secrets(first: 1, filter: { stores: $stores }) { nodes { id versions { nodes { id } } createdBy { id } } }
      secretGroups(first: 1, filter: { stores: $stores }) { nodes { id } } }`;
    const { text } = await gateway.query(query, { stores: [word] });
    const { data } = JSON.parse(text) as Known;
    const [secret] = data.secrets.nodes;
    return {
      secret: secret?.id ?? '',
      group: data.secretGroups.nodes[0]?.id ?? '',
      version: secret?.versions?.nodes[0]?.id ?? null,
      subject: secret?.createdBy?.id ?? null,
    };
  };
  const known = (word: string) => Object.values(ids.get(word) ?? {}).filter((id): id is string => id !== null);

  /** Reads by an id, and in turn a filter by it or a change; answers every text that came back. */
  const use = async (id: string, turn: number): Promise<readonly string[]> => {
    const read = await gateway.query(READ, { id, ids: [id] });
    if (turn % 2 === 0) {
      return [read.text, (await gateway.query(FILTERS[(turn / 2) % FILTERS.length] ?? '', { ids: [id] })).text];
    }
    const change = CHANGES[((turn - 1) / 2) % CHANGES.length] ?? 'revealSecret';
    const value = change === 'createSecretVersion' ? { value: { text: 'a' } } : {};
    const { text } = await gateway.query(mutationOf(change), { input: { [targetOf(change).field]: id, ...value } });
    return [read.text, text];
  };

  describe.each(WORDS)('about a store of %s', (word) => {
    it('never leads to a request that no document has, and to nothing unexpected', async () => {
      gateway.forgetRequests();
      const broken: string[] = [];
      const hostile = known(word).flatMap((id) => [...hostileIds(id), ...forgedIds(id)]);
      await inTurns([...hostile.entries()], async ([turn, id]) => {
        const texts = await use(id, turn);
        broken.push(...texts.filter((text) => /"INTERNAL"/.test(text)).map((text) => `${id.slice(0, 100)}: ${text}`));
      });
      expect(hostile.length).toBeGreaterThan(150);
      expect(broken).toEqual([]);
      expect(undocumented(word, gateway.emulators[word]?.requests() ?? [])).toEqual([]);
    });

    it('reaches the store with an id that is right, and is found out where it does not', async () => {
      gateway.forgetRequests();
      await gateway.query('mutation($store: String!) { refreshStore(input: { store: $store }) { clientMutationId } }', {
        store: word,
      });
      const { text } = await gateway.query('query($id: ID!) { secret(id: $id) { id } }', { id: ids.get(word)?.secret });
      expect(text).toContain(ids.get(word)?.secret);
      const requests = gateway.emulators[word]?.requests() ?? [];
      expect(requests.length).toBeGreaterThan(0);
      const strayed = ['/', '/etc/passwd', `${requests[0]?.path}/..`, `${requests[0]?.path}?evil=1`, '//evil/'];
      expect(
        undocumented(
          word,
          strayed.map((path) => ({ method: 'GET', path, status: 200 })),
        ),
      ).toEqual(strayed);
    });

    it('finds nothing by an id with a letter changed but what has that very id', async () => {
      const property = fc.asyncProperty(
        fc.constantFrom(...known(word)),
        fc.nat(),
        fc.nat(63),
        async (id, place, letter) => {
          const forged = changed(id, place, letter);
          const { text } = await gateway.query('query($id: ID!) { node(id: $id) { id } }', { id: forged });
          const { data } = JSON.parse(text) as {
            readonly data: { readonly node: { readonly id: string } | null } | null;
          };
          expect(data?.node?.id ?? forged).toBe(forged);
        },
      );
      await fc.assert(property, { seed: SEED, numRuns: 60 });
      expect(undocumented(word, gateway.emulators[word]?.requests() ?? [])).toEqual([]);
    });
  });

  it('is refused as a cursor, wherever it was changed', async () => {
    const query = 'query($after: String) { secrets(first: 1, after: $after) { totalCount pageInfo { endCursor } } }';
    const { text } = await gateway.query(query);
    const cursor = /"endCursor":"([^"]+)"/.exec(text)?.[1] ?? '';
    expect((await gateway.query(query, { after: cursor })).errors).toEqual([]);
    const property = fc.asyncProperty(fc.nat(), fc.nat(63), async (place, letter) => {
      const after = changed(cursor, place, letter);
      const { errors } = await gateway.query(query, { after });
      // The last letter of base64url has bits to spare: the same bytes may be written in more ways than one.
      if (Buffer.from(after, 'base64url').equals(Buffer.from(cursor, 'base64url'))) return;
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    });
    await fc.assert(property, { seed: SEED, numRuns: 200 });
  });

  it('is refused as a cursor that was made for another list, filter or order', async () => {
    const { text } = await gateway.query('{ secrets(first: 1) { pageInfo { endCursor } } }');
    const after = /"endCursor":"([^"]+)"/.exec(text)?.[1] ?? '';
    const others = [
      'secretGroups(first: 1, after: $after)',
      'subjects(first: 1, after: $after)',
      'secrets(first: 1, after: $after, orderBy: { field: NAME, direction: DESC })',
      'secrets(first: 1, after: $after, orderBy: { field: STORE })',
      'secrets(first: 1, after: $after, filter: { hasCreator: true })',
    ];
    for (const list of others) {
      const { errors } = await gateway.query(`query($after: String) { ${list} { totalCount } }`, { after });
      expect({ list, codes: errors.map(({ extensions }) => extensions.code) }).toEqual({
        list,
        codes: ['BAD_USER_INPUT'],
      });
    }
  });

  it('changes nothing as an etag', async () => {
    const id = ids.get('docker')?.secret ?? '';
    const { text } = await gateway.query('query($id: ID!) { secret(id: $id) { etag } }', { id });
    const etag = /"etag":"([^"]+)"/.exec(text)?.[1] ?? '';
    gateway.forgetRequests();
    const property = fc.asyncProperty(fc.nat(), fc.nat(63), async (place, letter) => {
      const ifMatch = changed(etag, place, letter);
      if (Buffer.from(ifMatch, 'base64url').equals(Buffer.from(etag, 'base64url'))) return;
      const { errors } = await gateway.query(mutationOf('deleteSecret'), { input: { id, ifMatch } });
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['PRECONDITION_FAILED']);
    });
    await fc.assert(property, { seed: SEED, numRuns: 100 });
    expect(gateway.asked('docker').filter((line) => !line.startsWith('GET '))).toEqual([]);
  });

  it('is refused as HTTP, and nothing of it is carried out', async () => {
    gateway.forgetRequests();
    for (const [what, text] of Object.entries(rawRequests('sandbox-admin'))) {
      const [, status = ''] = /^HTTP\/1\.1 (\d+)/.exec(await sendRaw(gateway.url, text)) ?? [];
      expect({ what, refused: status === '' || status.startsWith('4') || status.startsWith('5') }).toEqual({
        what,
        refused: true,
      });
    }
    expect(WORDS.flatMap((word) => gateway.asked(word))).toEqual([]);
  });

  it('does not reach a store as a header: it gets those of the gateway alone', async () => {
    const received: IncomingHttpHeaders[] = [];
    const store = createServer((request, response) => {
      received.push(request.headers);
      response.end('{}');
    }).listen(0, '127.0.0.1');
    await once(store, 'listening');
    const { port } = store.address() as AddressInfo;
    const entry = {
      name: 'watched',
      provider: 'truefoundry',
      endpoint: `http://127.0.0.1:${port}`,
      credentials: { token: 'own' },
    };
    const watched = await startTestGateway({ secrets: 5, config: { stores: [entry] } });
    const headers = {
      'x-forwarded-host': 'evil',
      'x-api-key': 'evil',
      cookie: 'evil',
      traceparent: 'evil',
      host: 'evil',
    };
    await watched.rawPost('{"query":"{ secrets { totalCount } }"}', headers);
    await watched.close();
    store.close();
    expect(received.length).toBeGreaterThan(0);
    for (const { host, authorization, ...others } of received) {
      expect({ host, authorization }).toEqual({ host: `127.0.0.1:${port}`, authorization: 'Bearer own' });
      expect(Object.keys(others).toSorted()).toEqual(['accept', 'connection', 'user-agent']);
      expect(JSON.stringify(others)).not.toContain('evil');
    }
  });
});

interface Known {
  readonly data: {
    readonly secrets: {
      readonly nodes: readonly {
        readonly id: string;
        readonly versions: { readonly nodes: readonly { readonly id: string }[] } | null;
        readonly createdBy: { readonly id: string } | null;
      }[];
    };
    readonly secretGroups: { readonly nodes: readonly { readonly id: string }[] };
  };
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

function changed(text: string, place: number, letter: number): string {
  const at = place % text.length;
  const other = LETTERS[letter] === text[at] ? LETTERS[(letter + 1) % 64] : LETTERS[letter];
  return `${text.slice(0, at)}${other}${text.slice(at + 1)}`;
}
