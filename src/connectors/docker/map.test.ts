import { describe, expect, it } from 'vitest';
import { matchesGrammar } from '../../domain/ids.ts';
import { SECRET_ID, STACK_LABEL, STACK_NAMESPACE } from './grammar.ts';
import { mapSecret, mapUsage, stacksOf } from './map.ts';
import { dockerSecret, dockerStack } from './native.ts';
import { vendorCreated, vendorSecret, vendorServices } from './schema.ts';

const ID = 'ktnbjxoalbkvbvedmg1urrz8h';

/** The example of the reference, api/docs/v1.44.yaml, with a value where the engine never has one. */
const documented = {
  ID: 'blt1owaxmitz71s9v5zh81zun',
  Version: { Index: 85 },
  CreatedAt: '2017-07-20T13:55:28.678958722Z',
  UpdatedAt: '2017-07-20T13:55:28.678958722Z',
  Spec: {
    Name: 'mysql-passwd',
    Labels: { 'some.label': 'some.value', [STACK_LABEL]: 'shop' },
    Data: 'Y2FuYXJ5',
    Driver: { Name: 'secret-bucket', Options: { OptionA: 'value for driver-specific option A' } },
    Templating: { Name: 'golang' },
  },
};
const parsed = (change: object = {}) => mapSecret(vendorSecret.parse({ ...documented, ...change }));

describe('a secret', () => {
  it('is mapped field by field', () => {
    expect(parsed()).toEqual({
      id: ['blt1owaxmitz71s9v5zh81zun'],
      nativeId: 'blt1owaxmitz71s9v5zh81zun',
      name: 'mysql-passwd',
      group: { id: ['shop'], name: 'shop' },
      description: null,
      labels: [
        { key: 'some.label', value: 'some.value' },
        { key: STACK_LABEL, value: 'shop' },
      ],
      status: 'ACTIVE',
      createdBy: null,
      createdAt: Date.UTC(2017, 6, 20, 13, 55, 28, 678),
      updatedAt: Date.UTC(2017, 6, 20, 13, 55, 28, 678),
      expiresAt: null,
      deletesAt: null,
      rotation: null,
      versions: [],
      usage: null,
      readability: 'WRITE_ONLY',
      revision: '85',
      incomplete: ['usage'],
      native: {
        versionIndex: '85',
        driver: {
          name: 'secret-bucket',
          options: [{ key: 'OptionA', value: 'value for driver-specific option A' }],
        },
        templating: { name: 'golang', options: [] },
      },
    });
  });

  it('loses a value that an engine should not have sent', () => {
    expect(JSON.stringify(vendorSecret.parse(documented))).not.toContain('Y2FuYXJ5');
  });

  it('has a native part of exactly the fields of the schema', () => {
    expect(dockerSecret.parse(parsed().native)).toEqual(parsed().native);
  });

  it('needs neither labels nor drivers', () => {
    expect(parsed({ Spec: { Name: 'bare', Labels: null } })).toMatchObject({
      labels: [],
      group: null,
      native: { driver: null, templating: null },
    });
  });

  it('may have a templating driver that the engine stored without a name', () => {
    expect(parsed({ Spec: { Name: 'x', Templating: {} } }).native.templating).toEqual({ name: '', options: [] });
  });

  it.each([null, undefined, '0001-01-01T00:00:00Z', 'yesterday'])(
    'created at %j is created nobody knows when',
    (at) => {
      expect(parsed({ CreatedAt: at }).createdAt).toBeNull();
    },
  );

  it.each(['', '.', '..', 'a\nb', 'x'.repeat(101)])('whose stack is called %j belongs to no group', (namespace) => {
    expect(parsed({ Spec: { Name: 'x', Labels: { [STACK_LABEL]: namespace } } }).group).toBeNull();
  });

  it('is refused where its index was rounded on the way', () => {
    const text = JSON.stringify(documented).replace('"Index":85', '"Index":18446744073709551615');
    expect(vendorSecret.safeParse(JSON.parse(text)).success).toBe(false);
  });

  it.each(['../../../secrets', 'KTNBJXOALBKVBVEDMG1URRZ8H', `${ID}0`, ''])('is refused with the id %j', (id) => {
    expect(vendorSecret.safeParse({ ...documented, ID: id }).success).toBe(false);
  });
});

describe('a created secret', () => {
  it.each([{ ID }, { Id: ID }, { ID, Id: null }])('answers its id as %j', (answer) => {
    expect(vendorCreated.parse(answer)).toBe(ID);
  });

  it.each([{}, { id: ID }, { ID: 'x' }])('is not what %j says', (answer) => {
    expect(vendorCreated.safeParse(answer).success).toBe(false);
  });
});

describe('stacks', () => {
  it('are the labels of the secrets, each once', () => {
    const secrets = ['shop', 'bank', 'shop'].map((namespace) =>
      parsed({ Spec: { Name: 'x', Labels: { [STACK_LABEL]: namespace } } }),
    );
    const stacks = stacksOf([...secrets, parsed({ Spec: { Name: 'x' } })]);
    expect(stacks.map(({ name }) => name)).toEqual(['shop', 'bank']);
    expect(stacks.map(({ native }) => dockerStack.parse(native))).toEqual([
      { namespace: 'shop' },
      { namespace: 'bank' },
    ]);
  });
});

describe('usage', () => {
  const service = (id: string, secrets: readonly string[]) => ({
    ID: id,
    Spec: {
      Name: `name of ${id}`,
      TaskTemplate: { ContainerSpec: { Env: ['PASSWORD=canary'], Secrets: secrets.map((SecretID) => ({ SecretID })) } },
    },
    PreviousSpec: { TaskTemplate: { ContainerSpec: { Secrets: [{ SecretID: 'former' }] } } },
  });

  it('counts a service once per secret, and only what it refers to now', () => {
    const usage = mapUsage(vendorServices.parse([service('a', [ID, ID]), service('b', [ID])]) ?? []);
    expect([...usage]).toEqual([
      [
        ID,
        {
          activeDeployments: null,
          consumers: [
            { kind: 'service', nativeId: 'a', name: 'name of a' },
            { kind: 'service', nativeId: 'b', name: 'name of b' },
          ],
        },
      ],
    ]);
  });

  it('loses the environment of a service while parsing', () => {
    expect(JSON.stringify(vendorServices.parse([service('a', [ID])]))).not.toContain('canary');
  });

  it('reads services that run no container', () => {
    expect(mapUsage(vendorServices.parse([{ ID: 'a', Spec: { TaskTemplate: {} } }]) ?? []).size).toBe(0);
  });
});

describe('the grammar of ids', () => {
  it('takes what an engine makes', () => {
    expect(matchesGrammar([ID], [SECRET_ID])).toBe(true);
    expect(matchesGrammar(['payments prod/ü'], [STACK_NAMESPACE])).toBe(true);
  });

  it.each(['..', '', 'create', `${ID}\n`, `${ID.slice(1)}/`, '\ud800'])('refuses %j for a secret', (id) => {
    expect(matchesGrammar([id], [SECRET_ID])).toBe(false);
  });

  it.each(['..', '', 'a\u0000', '\ud800', 'x'.repeat(101)])('refuses %j for a stack', (namespace) => {
    expect(matchesGrammar([namespace], [STACK_NAMESPACE])).toBe(false);
  });
});
