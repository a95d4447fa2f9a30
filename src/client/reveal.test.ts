import { inspect } from 'node:util';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { RevealSecretDocument } from './__generated__/graphql.ts';
import { json, stubFetch } from './fetch-stub.ts';
import { createClient, RevealedValue } from './index.ts';

const CANARY = 'canary-8231-ünïcode';
const base64 = Buffer.from(CANARY).toString('base64');
const receipt = { auditId: 'a-1', recorded: true, upstreamStatus: 200, upstreamCode: null, upstreamMessage: null };
const answer = {
  secret: { id: 's1', name: 'api-key' },
  version: null,
  value: { text: CANARY, base64, fields: null },
  receipt,
};

function clientOf(body: unknown) {
  const stub = stubFetch(json(body));
  return { stub, client: createClient({ url: 'https://gateway.test', fetch: stub.fetch }) };
}

describe('client.reveal', () => {
  it('sends the id and the reason', async () => {
    const { client, stub } = clientOf({ data: { revealSecret: answer } });
    await client.reveal({ id: 's1', reason: 'Restoring a backup' });
    expect(stub.body(0).query).toContain('revealSecret(');
    expect(stub.body(0).variables).toEqual({ input: { id: 's1', reason: 'Restoring a backup' } });
  });

  it('answers the value in a wrapper beside the receipt', async () => {
    const { client } = clientOf({ data: { revealSecret: answer } });
    const revealed = await client.reveal({ id: 's1' });
    expect(revealed.value.text()).toBe(CANARY);
    expect(revealed.receipt.auditId).toBe('a-1');
    expectTypeOf(revealed.value).toEqualTypeOf<RevealedValue>();
  });

  it('rejects with no part of the value when the answer has an error too', async () => {
    const errors = [{ message: 'Gone.', path: ['revealSecret', 'version'], extensions: { code: 'NOT_FOUND' } }];
    const { client } = clientOf({ data: { revealSecret: answer }, errors });
    const error = await client.reveal({ id: 's1' }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'NOT_FOUND', data: null });
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('canary');
  });

  it('is the only way: a plain call with a revealing document is refused before it is sent', async () => {
    const { client, stub } = clientOf({ data: { revealSecret: answer } });
    await expect(client.mutate(RevealSecretDocument, { input: { id: 's1' } })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
    expect(stub.requests).toHaveLength(0);
  });
});

describe('a revealed value', () => {
  const value = new RevealedValue({ text: CANARY, base64, fields: [{ key: 'user', value: CANARY, section: 0 }] });

  it('opens as text, bytes and fields', () => {
    expect(value.text()).toBe(CANARY);
    expect(Buffer.from(value.bytes()).toString()).toBe(CANARY);
    expect(value.fields()).toEqual([{ key: 'user', value: CANARY, section: 0 }]);
  });

  it.each([
    ['a template', () => `${value}`],
    ['concatenation', () => `- ${String(value)}`],
    ['JSON', () => JSON.stringify({ value })],
    ['inspection', () => inspect({ value }, { depth: 9, showHidden: true })],
  ])('shows [redacted] in %s', (_, print) => {
    expect(print()).toContain('[redacted]');
    expect(print()).not.toContain('canary');
  });

  it.each([
    ['spread', () => ({ ...value })],
    ['cloned', () => structuredClone(value)],
    ['listed', () => Object.getOwnPropertyNames(value)],
  ])('leaves nothing behind when %s', (_, copy) => {
    expect(inspect(copy(), { depth: 9, showHidden: true })).not.toContain('canary');
  });
});
