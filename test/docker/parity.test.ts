import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TARGETS, type Target } from './targets.ts';

/**
 * The emulator against the engine it plays, answer by answer: the same requests to both, and what comes back must be
 * the same but for ids, indexes and times.
 */
const [real, emulated] = TARGETS;
const missing = real?.missing ?? null;

const create = (body: unknown) => ['POST', '/secrets/create', body] as const;
const list = (filters: string) => ['GET', `/secrets?filters=${encodeURIComponent(filters)}`] as const;
const update = (version: string, body: unknown) => ['POST', `/secrets/one/update?version=${version}`, body] as const;
const service = (name: string, secretName: string) => ({
  Name: name,
  TaskTemplate: {
    ContainerSpec: {
      Image: 'x:1',
      Secrets: [{ SecretID: '<one>', SecretName: secretName, File: { Name: 'f', UID: '0', GID: '0', Mode: 292 } }],
    },
  },
  Mode: { Replicated: { Replicas: 0 } },
});

/** In this order: later ones meet what earlier ones made. `<one>` stands for the id of the secret `one`. */
const EXCHANGES: readonly (readonly [method: string, path: string, body?: unknown])[] = [
  ['GET', '/secrets'],
  create({ Name: 'one', Data: 'b25l', Labels: { z: '1', b: '2' } }),
  create({ name: 'two', data: 'dHdv', LABELS: { z: '2' }, surplus: true }),
  create({ Name: 'blank', Data: 'ICA=', Templating: { Name: '', Options: {} } }),
  create({ Name: 'golang', Data: 'e3t9fQ==', Templating: { Name: 'golang', Options: { a: 'b' } } }),
  ...['', '{"Name":', 'x', '[]', '"x"', '3', 'null'].map(create),
  ...[{}, { Name: '' }, { Name: 5 }, { Name: 'a', Labels: [] }, { Name: 'a', Labels: { a: 1 } }].map(create),
  ...['YWI', 'YW-I', 'YWI=x', 'YWI=YWI=', 'Y', 'YW=', 'YW=I', '=', 'YWJj=', '', 5].map((Data) =>
    create({ Name: 'a', Data }),
  ),
  ...['-a', 'a.', 'a b', 'ü', 'a'.repeat(65)].map((Name) => create({ Name, Data: 'YQ==' })),
  create({ Name: 'a', Data: 'YQ==', Driver: { Name: '' } }),
  create({ Name: 'a', Data: 'YQ==', Driver: 5 }),
  create({ Name: 'ONE', Data: 'YQ==' }),
  create({ Name: 'big', Data: Buffer.alloc(511_999, 1).toString('base64') }),
  create({ Name: 'bigger', Data: Buffer.alloc(512_000, 1).toString('base64') }),
  ['GET', '/secrets'],
  ['GET', '/secrets/one'],
  ['GET', '/secrets/ONE'],
  ['GET', '/secrets/<one>'],
  ['GET', '/secrets/create'],
  ['GET', '/secrets/none'],
  ['PUT', '/secrets'],
  ['GET', '/nothing'],
  ['GET', '/v1.44/secrets'],
  ['GET', '/v1.11/secrets'],
  ['GET', '/v1.13/nothing'],
  ['GET', '/v1.37/secrets/one'],
  ['POST', '/v1.36/secrets/create', { Name: 'a', Data: 'YQ==', Templating: { Name: 'golang' } }],
  ...['x', '[]', '3', '{"foo":["a"]}', '{"name":"a"}', '{"name":{"c":1}}', '{"id":["-"]}', '{}', ''].map(list),
  ...['{"name":["o"]}', '{"name":{"O":true}}', '{"names":["ONE","two"]}', '{"id":["<one>"]}'].map(list),
  ...['{"label":["z"]}', '{"label":["z=1"]}', '{"label":["z="]}', '{"label":["z","b=2"]}'].map(list),
  ...['{"name":["tw"],"id":["<one>"]}', '{"name":["tw"],"id":["<one>"],"label":["b"]}'].map(list),
  ['POST', '/secrets/one/update', { Name: 'one' }],
  ...['', 'x', '-1'].map((version) => update(version, { Name: 'one' })),
  update('1', { Name: 'one', Labels: {} }),
  update('1', { Name: 'other' }),
  update('1', { Name: 'one', Data: 'b25m' }),
  update('1', ''),
  ['POST', '/secrets/none/update?version=1', { Name: 'none' }],
  ['POST', '/services/create', service('web', 'wrong')],
  ['POST', '/services/create', { Name: 'web', TaskTemplate: { ContainerSpec: {} } }],
  ['POST', '/services/create', service('web', 'one')],
  ['POST', '/services/create', service('web', 'one')],
  ['DELETE', '/secrets/one'],
  ['DELETE', '/services/web'],
  ['DELETE', '/services/web'],
  ['DELETE', '/secrets/none'],
  ['DELETE', '/secrets/ONE'],
  ['GET', '/secrets/one'],
  ['HEAD', '/_ping'],
  ['GET', '/_ping'],
];

describe.skipIf(missing !== null)('the emulator answers as the real engine does', () => {
  const started: Target[] = [];
  const ids: string[] = [];

  beforeAll(async () => {
    for (const target of [real, emulated]) if (target !== undefined) started.push(await target.start());
    const before = await Promise.all(started.map((target) => target.send('GET', '/secrets')));
    expect(before[1]?.text).toBe(before[0]?.text);
    await Promise.all(started.map((target) => target.initSwarm()));
  });
  afterAll(async () => {
    await Promise.all(started.map((target) => target.close()));
  });

  it.each(EXCHANGES.map((exchange, index) => [`${index}: ${titleOf(exchange)}`, exchange] as const))(
    '%s',
    async (_title, [method, path, body]) => {
      const answers = [];
      for (const [index, target] of started.entries()) {
        const fill = (text: string) => text.replaceAll('<one>', ids[index] ?? '<one>');
        const sent = body === undefined ? undefined : JSON.parse(fill(JSON.stringify(body)));
        const answer = await target.send(method, path.includes('%3C') ? fill(decoded(path)) : fill(path), sent);
        if (answer.status === 201) ids[index] ??= JSON.parse(answer.text).ID;
        answers.push({ status: answer.status, text: comparable(answer.text), headers: compared(answer.headers) });
      }
      expect(answers).toHaveLength(2);
      expect(answers[1]).toEqual(answers[0]);
    },
  );
});

function titleOf([method, path, body]: (typeof EXCHANGES)[number]): string {
  return `${method} ${decodeURIComponent(path)} ${(JSON.stringify(body) ?? '').slice(0, 90)}`;
}

/** `<one>` inside an encoded filter. */
function decoded(path: string): string {
  return path.replaceAll('%3Cone%3E', '<one>');
}

/** Lists in the order of names: ids are random. */
function comparable(text: string): string {
  const neutral = text
    .replace(/"[a-z0-9]{25}"/g, '"<id>"')
    .replace(/secret [a-z0-9]{25} /g, 'secret <id> ')
    .replace(/"Index":\d+/g, '"Index":0')
    .replace(/"\d{4}-\d\d-\d\dT[\d:.]+Z"/g, '"<time>"');
  if (!neutral.startsWith('[{')) return neutral;
  const items: { Spec: { Name: string } }[] = JSON.parse(neutral);
  return JSON.stringify(items.sort((left, right) => (left.Spec.Name < right.Spec.Name ? -1 : 1)));
}

function compared(headers: Readonly<Record<string, string | string[] | undefined>>): unknown {
  const names = ['api-version', 'ostype', 'server', 'content-type', 'cache-control', 'docker-experimental'];
  return Object.fromEntries(names.map((name) => [name, headers[name]]));
}
