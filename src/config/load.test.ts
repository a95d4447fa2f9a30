import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { ProviderDefinition } from '../connectors/define.ts';
import { type Config, ConfigError, loadConfigFile, parseConfig, parseConfigValue } from './load.ts';

const acme = {
  provider: 'ACME',
  title: 'Acme vaults',
  configuration: {
    schemes: ['https', 'http', 'tcp'],
    credentials: z.strictObject({ token: z.string().min(8) }),
    settings: z.strictObject({ region: z.string().default('eu') }),
  },
} as unknown as ProviderDefinition;
const other = {
  ...acme,
  configuration: { ...acme.configuration, schemes: ['https'], credentials: z.strictObject({}).default({}) },
} as ProviderDefinition;
const env = { TOKEN: 'token-4711', SHORT: 'pw-4711' };
const SOURCES = { providers: { acme, other }, env };

const STORE =
  '{ name: a, provider: acme, endpoint: "https://acme.example.com", credentials: { token: "${env:TOKEN}" } }';
const stores = (...lines: string[]) => `stores:\n${lines.map((line) => `  - ${line}\n`).join('')}`;
const HASH = 'a'.repeat(64);
const AUTH = `auth: { tokens: [ { name: a, sha256: ${HASH}, roles: [admin] } ] }\n`;
const POLICY = 'policy: [ { effect: allow, roles: [admin], actions: ["*"], resources: ["**"] } ]\n';

const parse = (text: string): Config => parseConfig(text, SOURCES);

function faultsOf(text: string): readonly string[] {
  try {
    parse(text);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.faults.map(({ path, message, line }) => `${line ?? '?'} ${path}: ${message.split('\n')[0]}`);
  }
}

describe('parseConfig', () => {
  it('fills in what is left out', () => {
    expect(parse(stores(STORE))).toMatchObject({
      server: { host: '127.0.0.1', port: 4000 },
      cache: { ttlSeconds: 60, staleSeconds: 600 },
      loopback: true,
      stores: [
        {
          provider: 'acme',
          description: null,
          settings: {
            name: 'a',
            id: 'a',
            endpoint: 'https://acme.example.com',
            credentials: { token: 'token-4711' },
            settings: { region: 'eu' },
            allowPrivateNetwork: false,
          },
        },
      ],
    });
  });

  it('keeps an id that is pinned', () => {
    expect(parse(stores(STORE.replace('name: a', 'name: b, id: a'))).stores[0]?.settings).toMatchObject({
      name: 'b',
      id: 'a',
    });
  });

  it('reads a sandbox’s object without filling anything in', () => {
    const store = { name: 'a', provider: 'acme', endpoint: 'https://x', credentials: { token: '${env:TOKEN}' } };
    expect(parseConfigValue({ stores: [store] }, SOURCES).stores[0]?.settings.credentials).toEqual({
      token: '${env:TOKEN}',
    });
  });

  it.each(['127.0.0.1', 'localhost', '"::1"', '127.9.9.9'])('takes %s for loopback', (host) => {
    expect(parse(`server: { host: ${host} }\n${stores(STORE)}`).loopback).toBe(true);
  });
});

describe('faults', () => {
  it.each<[string, string, readonly string[]]>([
    ['an empty file', '', ['? stores: is missing (array)']],
    ['a file that is a word', 'hello', ['1 : must be a mapping of keys']],
    ['no store', 'stores: []\n', ['1 stores: must list at least one store']],
    ['broken YAML', 'stores: [\n', ['2 : this is not YAML (BAD_INDENT)']],
    ['two documents', `${stores(STORE)}---\na: 1\n`, ['3 : this is not YAML (MULTIPLE_DOCS)']],
    ['a key given twice', `${stores(STORE)}log: {}\nlog: {}\n`, ['4 : this is not YAML (DUPLICATE_KEY)']],
    [
      'a star without quotes',
      `${stores(STORE)}policy: [ { resources: [**] } ]\n`,
      ['? : an unquoted * is a YAML alias: write "*" or "**" in quotes'],
    ],
    ['an unknown key', `${stores(STORE)}sever: {}\n`, ['3 sever: is not a key that belongs here']],
    [
      'an unknown key of a store',
      stores(STORE.replace('name: a', 'name: a, regoin: x')),
      ['2 stores[0].regoin: is not a key that belongs here'],
    ],
    [
      'an unknown provider',
      stores(STORE.replace('acme,', 'acne,')),
      ['2 stores[0].provider: must be one of acme, other'],
    ],
    [
      'a missing provider',
      stores(STORE.replace('provider: acme,', '')),
      ['2 stores[0].provider: must be one of acme, other'],
    ],
    [
      'a scheme that the provider has not',
      stores('{ name: a, provider: other, endpoint: "tcp://x" }'),
      ['2 stores[0].endpoint: must start with https://'],
    ],
    [
      'a plain http endpoint elsewhere',
      stores(STORE.replace('https', 'http')),
      ['2 stores[0].endpoint: must be https:// for anything but this machine'],
    ],
    [
      'a password in an endpoint',
      stores(STORE.replace('acme.ex', 'u:p@acme.ex')),
      ['2 stores[0].endpoint: The endpoint cannot be used: it must not carry credentials.'],
    ],
    [
      'a missing variable, without what follows from it',
      stores(STORE.replace('TOKEN', 'NOPE')),
      ['2 stores[0].credentials.token: the environment variable NOPE is not set'],
    ],
    ['the same name twice, once', stores(STORE, STORE), ['3 stores[1].name: is taken by another store']],
    [
      'an id that is another’s',
      stores(STORE.replace('name: a', 'name: x, id: b'), STORE.replace('name: a', 'name: y, id: b')),
      ['3 stores[1].id: is taken by another store'],
    ],
    [
      'a name that is another’s id',
      stores(STORE.replace('name: a', 'name: x, id: b'), STORE.replace('name: a', 'name: b')),
      ['3 stores[1].name: is the id of another store'],
    ],
    [
      'a name with a slash',
      stores(STORE.replace('name: a', 'name: a/b')),
      ['2 stores[0].name: must be 1 to 63 lower-case letters, digits, - or _, and start with a letter or digit'],
    ],
    [
      'an address without auth',
      `server: { host: 0.0.0.0, sealingKeys: [ { name: k, key: ${HASH} } ] }\n${stores(STORE)}`,
      ['1 auth: is missing: without it the gateway listens on loopback only, not on 0.0.0.0'],
    ],
    [
      'an address without sealing keys',
      `server: { host: "::" }\n${stores(STORE)}${AUTH}${POLICY}`,
      ['1 server.sealingKeys: is missing: add for example'],
    ],
    ['auth without policy', `${stores(STORE)}${AUTH}`, ['1 policy: is missing: with auth, add for example']],
    [
      'an action that there is not',
      `${stores(STORE)}policy: [ { effect: allow, roles: [a], actions: ["secret:read"], resources: ["**"] } ]\n`,
      ['3 policy[0].actions[0]: must be one of store:describe'],
    ],
    [
      'a pattern that can match nothing',
      `${stores(STORE)}policy: [ { effect: deny, roles: [a], actions: ["*"], resources: ["a/100%"] } ]\n`,
      ['3 policy[0].resources[0]: has a % that is not a whole escape: write it %25'],
    ],
    [
      'a token twice',
      `${stores(STORE)}auth: { tokens: [ { name: a, sha256: ${HASH}, roles: [r] }, { name: b, sha256: ${HASH.toUpperCase()}, roles: [r] } ] }\n${POLICY}`,
      ['3 auth.tokens[1].sha256: is that of another token: who calls could not be told'],
    ],
    [
      'a token’s name twice',
      `${stores(STORE)}auth: { tokens: [ { name: a, sha256: ${HASH}, roles: [r] }, { name: a, sha256: ${'b'.repeat(64)}, roles: [r] } ] }\n${POLICY}`,
      ['3 auth.tokens[1].name: is taken by another token'],
    ],
    [
      'a sealing key of the wrong length',
      `server: { sealingKeys: [ { name: k, key: abc } ] }\n${stores(STORE)}`,
      ['1 server.sealingKeys[0].key: must be 32 bytes, as 64 hexadecimal digits or base64'],
    ],
    ['a port out of range', `server: { port: 70000 }\n${stores(STORE)}`, ['1 server.port: must be at most 65535']],
  ])('tell of %s', (_, text, expected) => {
    const faults = faultsOf(text);
    expect(faults).toHaveLength(expected.length);
    for (const [index, start] of expected.entries()) expect(faults[index]).toContain(start);
  });

  it('come all at once, those of the shape together with those of the meaning', () => {
    const text = [
      'server: { host: 0.0.0.0, prot: 1 }',
      stores(STORE.replace('TOKEN', 'NOPE'), STORE.replace('https', 'http')),
      'auth: { tokens: [ { name: a, sha256: short, roles: [] } ] }',
    ].join('\n');
    expect(faultsOf(text).map((fault) => fault.split(' ')[1])).toEqual([
      'stores[0].credentials.token:',
      'server.prot:',
      'auth.tokens[0].sha256:',
      'auth.tokens[0].roles:',
      'stores[1].name:',
      'stores[1].endpoint:',
      'policy:',
      'server.sealingKeys:',
    ]);
  });

  it('never repeat what was filled in', () => {
    const text = [
      'server: { port: "${env:SHORT}", sealingKeys: [ { name: k, key: "${env:SHORT}" } ] }',
      stores(
        STORE.replace('TOKEN', 'SHORT'),
        '{ name: "${env:SHORT}!", provider: "${env:SHORT}", endpoint: "https://u:${env:SHORT}@x" }',
        '{ name: b, provider: acme, endpoint: "${env:SHORT}", credentials: "${env:SHORT}" }',
      ),
      'auth: { tokens: [ { name: a, sha256: "${env:SHORT}", roles: "${env:SHORT}" } ] }',
      'policy: [ { effect: "${env:SHORT}", roles: [], actions: ["${env:SHORT}"], resources: ["%${env:SHORT}"] } ]',
    ].join('\n');
    const faults = faultsOf(text);
    expect(faults.length).toBeGreaterThan(10);
    expect(faults.join('\n')).not.toContain('4711');
  });
});

describe('loadConfigFile', () => {
  it('says that a file cannot be read, and why', () => {
    expect(() => loadConfigFile('/nowhere/portcullis.yaml', SOURCES)).toThrow(
      expect.objectContaining({ faults: [{ path: '', message: 'the file cannot be read (ENOENT)' }] }),
    );
  });
});
