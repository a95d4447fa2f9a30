import { once } from 'node:events';
import { connect } from 'node:net';
import { encodeId } from '../../../src/domain/ids.ts';
import { WORDS } from '../../support/registry.ts';
import { mutationOf } from './documents.ts';
import { inTurns } from './drive.ts';
import type { Sending } from './remote-gateway.ts';
import type { Scene } from './scene.ts';

/** Requests that are wrong as HTTP or as GraphQL, with a value in each place where one can be. */
export async function sendMalformed(scene: Scene): Promise<void> {
  const { gateway, canaries, tokens } = scene;
  const authorization = `Bearer ${tokens.admin}`;
  const all = [...bodies(scene), ...documents(scene), ...headers(scene), ...addresses(scene)];
  await inTurns(all, async (sending) => {
    await gateway.send({ ...sending, headers: { authorization, ...sending.headers } });
  });
  await sendRaw(gateway.url, `GET /${canaries.plant('no HTTP at all')} garbage ${authorization}\r\n\r\n`);
}

function bodies({ canaries }: Scene): Sending[] {
  const text = canaries.plantWild('a body');
  const escaped = JSON.stringify(text);
  return [
    text,
    escaped,
    `[${escaped}]`,
    `{"query": ${escaped}`,
    `{"query": "{ stores { name } }", "variables": {"a": ${escaped} oops}}`,
    `{"query": "{ stores { name } }", "variables": ${escaped}}`,
    `{"query": "{ stores { name } }", "variables": [${escaped}]}`,
    `{"query": "{ stores { name } }", "extensions": ${escaped}}`,
    `{"query": "{ stores { name } }", "operationName": ${escaped}}`,
    `{"query": "{ stores { name } }", "operationName": {"a": ${escaped}}}`,
    `{"query": "{ stores { name } }", ${escaped}: ${escaped}}`,
    `{"query": {"a": ${escaped}}}`,
    `{"query": "query A { stores { name } } query B { stores { name } }", "operationName": ${escaped}}`,
    `{"extensions": {"persistedQuery": {"version": 1, "sha256Hash": ${escaped}}}}`,
    `[{"query": "{ stores { name } }", "variables": {"a": ${escaped}}}]`,
    `{"query": "{ stores { name } }", "__proto__": {"a": ${escaped}}}`,
    `${' '.repeat(2_000_000)}${escaped}`,
  ].map((body) => ({ label: `the body ${body.trim().slice(0, 40)}`, body }));
}

function documents({ canaries }: Scene): Sending[] {
  const named = (place: string, allowed: Parameters<typeof canaries.plant>[1] = []) => canaries.plant(place, allowed);
  const documentsByLabel: Readonly<Record<string, string>> = {
    'text that is no document': named('text that is no document'),
    'a number that goes on': `{ secrets(first: 1${named('a number that goes on')}) { totalCount } }`,
    'text without an end': `{ store(name: "${named('text without an end')}`,
    'a wrong escape': `{ store(name: "\\q${named('a wrong escape')}") { name } }`,
    'a control character': `{ store(name: "\u0007${named('a control character')}") { name } }`,
    'a comment': `{ stores { name } } # ${named('a comment')}`,
    'a block text': `{ store(name: """${named('a block text')}""") { name } }`,
    'a default value': `query($a: Int = "${named('a default value')}") { secrets(first: $a) { totalCount } }`,
    'a directive': `{ stores @include(if: "${named('a directive')}") { name } }`,
    'a description': `"""${named('a description')}""" type Query { a: Int }`,
    'a subscription': `subscription { stores(name: "${named('a subscription')}") }`,
    // What a document calls its own parts comes back to its sender, and stands in the parsed document. No further.
    'an alias': `{ ${named('an alias', ['answers', 'heap'])}: stores { name } }`,
    'an operation': `query ${named('an operation', ['answers', 'heap', 'log', 'files'])} { stores { name } }`,
    'a fragment': `{ stores { ...${named('a fragment', ['answers', 'heap'])} } }`,
    'an unknown field': `{ ${named('an unknown field', ['answers'])} }`,
    'an unknown argument': `{ stores(${named('an unknown argument', ['answers'])}: 1) { name } }`,
  };
  return Object.entries(documentsByLabel).map(([label, query]) => ({ label, body: JSON.stringify({ query }) }));
}

function headers({ canaries }: Scene): Sending[] {
  const text = canaries.plant('a header');
  const type = canaries.plant('a content type', ['heap']);
  const names = [
    'x-request-id',
    'traceparent',
    'user-agent',
    'cookie',
    'referer',
    'origin',
    'x-forwarded-for',
    'x-apollo-operation-name',
    'apollo-require-preflight',
    'accept',
    'accept-language',
  ];
  const body = JSON.stringify({ query: '{ stores { name } }' });
  return [
    ...names.map((name) => ({ label: `the header ${name}`, headers: { [name]: text }, body })),
    // Fastify remembers the last hundred content types for as long as it runs.
    { label: 'a content type', headers: { 'content-type': `text/${type}` }, body },
    { label: 'a charset', headers: { 'content-type': `application/json; charset=${type}` }, body },
    { label: 'a content encoding', headers: { 'content-encoding': text }, body },
    { label: 'a wrong token', headers: { authorization: `Bearer ${text}` }, body },
    { label: 'another scheme', headers: { authorization: `Basic ${text}` }, body },
    { label: 'a bare token', headers: { authorization: text }, body },
  ];
}

function addresses({ canaries }: Scene): Sending[] {
  const text = canaries.plant('an address');
  const paths = ['/metrics', '/health', '/healthz', '/readyz', '/', '/robots.txt', '/debug/heap', '/json/list'];
  return [
    ...paths.map((path) => ({ label: path, path, method: 'GET' as const })),
    { label: 'a query in the address', path: `/graphql?query={stores{name}}&variables=${text}`, method: 'GET' },
    { label: 'a query in the address', path: `/graphql?token=${text}`, body: '{"query":"{ stores { name } }"}' },
    ...[`/${text}`, `/%${text}`, `/graphql/${text}`, `/%2e%2e/${text}`, `//${text}/`].map((path) => ({
      label: `the path ${path.replace(text, '…')}`,
      path,
      method: 'GET' as const,
    })),
    { label: 'another method', method: 'PUT', path: `/graphql?${text}`, body: text },
    { label: 'another method', method: 'OPTIONS', path: `/graphql?${text}` },
  ];
}

/** Values where ids, cursors, etags, names and reasons belong; and ids of ours that were made up around one. */
export async function sendForged({ post, canaries }: Scene): Promise<void> {
  const text = canaries.plantWild('an argument');
  // An id of our form is on the record although nobody has it, and so is a reason, cut to its limit: who tried what.
  const inside = canaries.plant('the inside of a forged id', ['log', 'files']);
  const name = canaries.plantWild('a name in a forged id', ['log', 'files']);
  const ids = [
    text,
    Buffer.from(text).toString('base64url'),
    ...WORDS.flatMap((store) => [
      encodeId({ type: 'Secret', store, path: [inside] }),
      encodeId({ type: 'Secret', store, path: [inside, inside] }),
      encodeId({ type: 'SecretVersion', store, path: [inside, name] }),
      encodeId({ type: 'SecretGroup', store, path: [name] }),
      encodeId({ type: 'Subject', store, path: [inside, name] }),
    ]),
    encodeId({ type: 'Store', store: inside, path: [] }),
    encodeId({ type: 'Secret', store: inside, path: ['a'] }),
  ];
  const reason = canaries.plantWild('a refused reason', ['log', 'files']).repeat(40);
  await inTurns(ids, async (id) => {
    await post({ query: BY_ID, variables: { id, ids: [id] } }, 'a forged id');
    await post({ query: mutationOf('revealSecret'), variables: { input: { id, reason } } }, 'a forged id');
    for (const name of [
      'updateSecret',
      'deleteSecret',
      'deleteSecretGroup',
      'updateSecretGroup',
      'deleteSecretVersion',
    ]) {
      const input = { id, ifMatch: text };
      await post({ query: mutationOf(name), variables: { input } }, `a forged id in ${name}`);
    }
  });
  for (const [label, query] of Object.entries(BY_TEXT)) await post({ query, variables: { text } }, label);
}

const BY_ID = `query ById($id: ID!, $ids: [ID!]!) {
  node(id: $id) { id } nodes(ids: $ids) { id } secretGroup(id: $id) { id } secret(id: $id) { id }
  secretVersion(id: $id) { id } subject(id: $id) { id }
  a: secrets(filter: { ids: $ids }) { totalCount } b: secrets(filter: { groups: $ids }) { totalCount }
  c: secrets(filter: { createdBy: $ids }) { totalCount }
}`;

const BY_TEXT: Readonly<Record<string, string>> = {
  'a store': 'query($text: String!) { store(name: $text) { name } }',
  'a store in a filter': 'query($text: String!) { secrets(filter: { stores: [$text] }) { totalCount } }',
  'a name': 'query($text: String!) { secretByName(store: "docker", group: $text, name: $text) { id } }',
  'a filter':
    'query($text: String!) { secrets(filter: { name: { glob: $text }, description: { contains: $text } }) { totalCount } }',
  'a cursor': 'query($text: String!) { secrets(after: $text) { totalCount } }',
  'a cursor backwards': 'query($text: String!) { secretGroups(last: 1, before: $text) { totalCount } }',
  'a store to refresh': 'mutation($text: String!) { refreshStore(input: { store: $text }) { clientMutationId } }',
  'a store to create in': 'mutation($text: String!) { createSecret(input: { store: $text, name: "a" }) { secretId } }',
};

async function sendRaw(url: string, text: string): Promise<void> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.resume();
  socket.write(text);
  await once(socket, 'close');
}
