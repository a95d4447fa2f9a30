import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeId } from '../../src/domain/ids.ts';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';
import { definitionOf, WORDS } from '../support/registry.ts';
import { documentOf, identityOf, MUTATIONS } from './mutations.ts';
import { clearError, countAll, expectNothingDone, expectRefused } from './refusals.ts';

let gateway: TestGateway;
let before: unknown;
beforeAll(async () => {
  gateway = await startTestGateway();
  before = await countAll(gateway);
});
afterAll(async () => {
  try {
    await expectNothingDone(gateway, before);
  } finally {
    await gateway?.close();
  }
});

const refused = (
  document: string,
  variables: Readonly<Record<string, unknown>>,
  wanted: Readonly<Record<string, unknown>>,
) => expectRefused(gateway, { document, variables }, wanted);

const STORE = WORDS[0] ?? '';
const LOOKUPS = ['node', 'secret', 'secretGroup', 'secretVersion', 'subject'] as const;
const lookup = (name: string) => `query L($id: ID!) { ${name}(id: $id) { id } }`;

const NO_IDS: Readonly<Record<string, string>> = {
  'an empty id': '',
  'a word': 'password',
  'characters that no id has': '../../etc/passwd',
  'base64 of nothing known': Buffer.from(`xx/${STORE}/1`).toString('base64url'),
  'base64 of no type': Buffer.from(STORE).toString('base64url'),
  'an id with padding': `${encodeId({ type: 'Secret', store: STORE, path: ['abc'] })}==`,
  'an id with a line break': `${encodeId({ type: 'Secret', store: STORE, path: ['abc'] })}\n`,
  'an id that is not written as ids are': Buffer.from(`s/${STORE}/%61`).toString('base64url'),
  'an id of 10,000 characters': 'A'.repeat(10_000),
  'an unfinished percent': Buffer.from(`s/${STORE}/%e0%a4`).toString('base64url'),
  'a null byte': '\0',
  'half a surrogate pair': '\ud800',
};

describe.each(LOOKUPS)('%s', (name) => {
  it.each(Object.keys(NO_IDS))('refuses %s', (what) =>
    refused(lookup(name), { id: NO_IDS[what] }, { code: 'BAD_USER_INPUT', argument: 'id' }),
  );
  it('does not find an id of a store that there is not', () =>
    refused(
      lookup(name),
      { id: encodeId({ type: name === 'node' ? 'Secret' : ID_TYPE[name], store: 'no-such-store', path: ['a'] }) },
      { code: 'NOT_FOUND' },
    ));
});

const ID_TYPE = {
  secret: 'Secret',
  secretGroup: 'SecretGroup',
  secretVersion: 'SecretVersion',
  subject: 'Subject',
} as const;

describe.each(WORDS)('an id of %s', (word) => {
  const grammars = definitionOf(word).idGrammar;
  const hostile = ['..', '.', 'a/../b', '%2e%2e', 'a?b', 'a#b', 'a\\b', '\u202e', 'x'.repeat(1_000)];
  it.each(hostile)('with %j in it never becomes a path', async (part) => {
    for (const [name, type] of Object.entries(ID_TYPE)) {
      const key = ({ Secret: 'secret', SecretGroup: 'group', SecretVersion: 'version', Subject: 'subject' } as const)[
        type
      ];
      const path = Array.from({ length: Math.max(1, grammars[key].length) }, () => part);
      gateway.forgetRequests();
      const { text } = await gateway.query(lookup(name), { id: encodeId({ type, store: word, path }) });
      expect(['BAD_USER_INPUT', 'NOT_FOUND']).toContain(clearError(text).extensions.code);
      const paths = gateway.asked(word).map((line) => line.split('?')[0]);
      expect(paths.filter((line) => line?.includes(part) || line?.includes(encodeURIComponent(part)))).toEqual([]);
    }
  });
});

describe.each(MUTATIONS.filter(({ aim }) => aim !== 'Store'))('$name', (mutation) => {
  const identity = identityOf(mutation);
  it.each(Object.keys(NO_IDS))('refuses %s', (what) =>
    refused(
      documentOf(mutation),
      { input: { [identity]: NO_IDS[what] } },
      { code: 'BAD_USER_INPUT', argument: `input.${identity}`, outcome: 'NOT_APPLIED' },
    ),
  );
});
