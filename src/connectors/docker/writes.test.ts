import { describe, expect, it } from 'vitest';
import type { Connector } from '../../domain/connector.ts';
import type { Secret } from '../../domain/model.ts';
import { SecretValue } from '../../domain/secret-value.ts';
import { startEmulatorServer } from '../emulation/server.ts';
import { anySecret, cleanUps, connect, context, open } from './__fixtures__/opened-store.ts';
import { STACK_LABEL } from './grammar.ts';

const create = (connector: Connector, name: string, extra: object = {}) =>
  connector.createSecret?.(
    { group: null, name, value: SecretValue.fromText('s3cret'), waitSeconds: 0, ...extra },
    context,
  );
const setLabels = (connector: Connector, secret: Secret, ifMatch: boolean) =>
  connector.updateSecret?.({ secret, labels: [{ key: 'a', value: '1' }], ifMatch, waitSeconds: 0 }, context);

describe('versions of the API', () => {
  it.each([
    ['20.10', 'v1.41'],
    ['28.0', 'v1.48'],
    ['29.0', 'v1.52'],
  ] as const)('an engine %s is spoken to in %s', async (engine, prefix) => {
    const { connector, asked } = await open({ engine });
    await connector.check(context);
    expect(asked()).toEqual(['GET /_ping', `GET /${prefix}/secrets`]);
  });

  it('an engine that was replaced by an older one is asked again, and a write is sent once more', async () => {
    const { connector, emulator, asked } = await open({ engine: '29.0' });
    await connector.check(context);
    emulator.setEngine('20.10');
    asked();
    await create(connector, 'after.downgrade');
    expect(asked()).toEqual(['POST /v1.52/secrets/create', 'GET /_ping', 'POST /v1.41/secrets/create']);
  });

  it('a write for which no version could be agreed on was not applied', async () => {
    const { connector, emulator } = await open();
    emulator.setFault({ match: /_ping/, status: 500 });
    await expect(create(connector, 'never')).rejects.toMatchObject({
      code: 'UPSTREAM_UNAVAILABLE',
      details: { store: 'swarm', operation: 'createSecret', outcome: 'NOT_APPLIED' },
    });
  });
});

describe('writing through a real connection', () => {
  it('creates with a driver and without a value', async () => {
    const { connector } = await open();
    const driver = { name: 'vault-secrets', options: [{ key: 'path', value: 'kv/a' }] };
    const written = await create(connector, 'fetched', { value: null, native: { driver } });
    const [secret] = await connector.getSecrets([written?.id ?? []], context);
    expect(secret).toMatchObject({ name: 'fetched', native: { driver, templating: null } });
    expect(written).toEqual({ id: written?.id, upstreamStatus: 201, upstreamCode: null, upstreamMessage: null });
  });

  it('takes the id of a create in the spelling of the reference too', async () => {
    const { connector, emulator } = await open();
    const id = 'ktnbjxoalbkvbvedmg1urrz8h';
    emulator.setFault({ match: /create/, status: 201, body: JSON.stringify({ Id: id }) });
    expect(await create(connector, 'spelled')).toMatchObject({ id: [id] });
  });

  it.each([
    ['input.name', 'no spaces', {}],
    ['input.value', 'no-value', { value: null }],
    ['input.labels', 'label', { labels: [{ key: STACK_LABEL, value: 'payments-prod' }] }],
    ['input.native.docker.driver.name', 'driver', { value: null, native: { driver: { name: '' } } }],
    ['input.native.docker', 'native', { native: { engine: 'x' } }],
  ])('refuses what breaks the rule of %s before any request', async (argument, name, extra) => {
    const { connector, asked } = await open();
    await expect(create(connector, name, extra)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      details: { argument },
    });
    expect(asked()).toEqual([]);
  });

  it('a create whose answer was lost may have been applied', async () => {
    const { connector, emulator } = await open();
    await connector.check(context);
    emulator.setFault({ match: /create/, cut: 'before', times: 1 });
    await expect(create(connector, 'lost')).rejects.toMatchObject({ details: { outcome: 'UNKNOWN' } });
    await expect(create(connector, 'lost')).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('sends name and labels with an update and nothing else', async () => {
    const bodies: unknown[] = [];
    const server = await startEmulatorServer({
      host: '127.0.0.1',
      port: 0,
      handler: ({ body }) => {
        if (body.length > 0) bodies.push(JSON.parse(body.toString('utf8')));
        return { status: 200, headers: { 'api-version': '1.44' } };
      },
    });
    cleanUps.push(server.close);
    const { connector } = await open();
    const secret = await anySecret(connector, ({ group }) => group !== null);
    await setLabels(connect(`tcp://127.0.0.1:${server.port}`), secret, false);
    expect(bodies).toEqual([{ Name: secret.name, Labels: { a: '1', [STACK_LABEL]: secret.group?.name } }]);
  });

  it('is in CONFLICT when it was overtaken twice', async () => {
    const { connector, emulator, asked } = await open();
    const secret = await anySecret(connector);
    asked();
    const body = JSON.stringify({ message: 'rpc error: code = Unknown desc = update out of sequence' });
    emulator.setFault({ match: /update/, status: 500, body });
    await expect(setLabels(connector, secret, false)).rejects.toMatchObject({
      code: 'CONFLICT',
      retryable: true,
      details: { outcome: 'NOT_APPLIED' },
    });
    expect(asked()).toHaveLength(3);
  });

  it('does not follow a secret into another stack', async () => {
    const { connector, emulator, asked } = await open();
    const secret = await anySecret(connector, ({ group }) => group !== null);
    const body = { Name: secret.name, Labels: { [STACK_LABEL]: 'elsewhere' } };
    const url = `${emulator.url}/secrets/${secret.nativeId}/update?version=${secret.revision}`;
    await fetch(url, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
    asked();
    await expect(setLabels(connector, secret, false)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(asked()).toHaveLength(2);
    const [after] = await connector.getSecrets([secret.id], context);
    expect(after).toMatchObject({ group: { name: 'elsewhere' } });
  });

  it('a secret that is gone when it is read again was not changed', async () => {
    const { connector, emulator } = await open();
    const unused = await anySecret(connector, ({ group }) => group === null);
    const body = JSON.stringify({ message: 'update out of sequence' });
    emulator.setFault({ match: /update/, status: 500, body });
    await fetch(`${emulator.url}/secrets/${unused.nativeId}`, { method: 'DELETE' });
    await expect(setLabels(connector, unused, false)).rejects.toMatchObject({ details: { outcome: 'NOT_APPLIED' } });
  });

  it('an update that names no labels is refused', async () => {
    const { connector } = await open();
    const secret = await anySecret(connector);
    await expect(connector.updateSecret?.({ secret, ifMatch: false, waitSeconds: 0 }, context)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      details: { argument: 'input.labels' },
    });
  });
});
