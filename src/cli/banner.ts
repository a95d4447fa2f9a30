import type { Sandbox } from '../sandbox/sandbox.ts';
import { storeTable } from './store-table.ts';
import { strong, type Terminal } from './terminal.ts';

/** Each a heading and lines that can be pasted as they are. */
const QUERIES: readonly (readonly [title: string, ...lines: string[]])[] = [
  ['every secret, wherever it is', '{ secrets { totalCount nodes { name status createdAt store { name } } } }'],
  [
    'what expires, soonest first',
    '{ secrets(filter: { expiresAt: { isNull: false } }',
    '          orderBy: { field: EXPIRES_AT }) {',
    '    nodes { name expiresAt store { name } } } }',
  ],
  [
    'how many, by store, age and use',
    '{ secretsSummary { totalCount',
    '    byStore { label count } byAge { label count } byUsage { label count } } }',
  ],
];

const TOKEN_NOTES: Readonly<Record<string, string>> = {
  'sandbox-admin': 'may do everything',
  'sandbox-auditor': 'sees all metadata, no value, changes nothing',
  'sandbox-developer': "the payments team's secrets; reveals with a reason",
};

/** What a newcomer sees first: what runs where, which tokens there are, what to try. Fits 80 columns. */
export function banner(
  { url, sandbox }: { readonly url: string; readonly sandbox: Sandbox },
  terminal: Pick<Terminal, 'columns' | 'colours'>,
): string {
  const head = (text: string) => strong(text, terminal);
  return [
    '',
    `  ${head('Portcullis')}  one GraphQL graph over every secret store`,
    '',
    `  Explorer    ${head(`${url}/`)}`,
    `  Inventory   ${url}/inventory`,
    `  GraphQL     ${url}/graphql`,
    '',
    `  ${head('Stores')}      emulators on this machine, with made-up data`,
    '',
    storeTable(sandbox, terminal),
    '',
    `  ${head('Tokens')}      the words are the tokens`,
    '',
    ...sandbox.tokens.map((token) => `  ${token.padEnd(20)}${TOKEN_NOTES[token] ?? ''}`.trimEnd()),
    '',
    `  ${head('Try')}         in the explorer, or with curl as below`,
    '',
    ...QUERIES.flatMap(([title, ...lines]) => [`  # ${title}`, ...lines.map((line) => `  ${line}`), '']),
    `  curl ${url}/graphql -H 'content-type: application/json' \\`,
    "    -H 'authorization: Bearer sandbox-admin' \\",
    `    -d '{"query":"{ secretsSummary { totalCount } }"}'`,
    '',
    '  Your own stores: npm start -- --config portcullis.yaml          Stop: Ctrl-C',
    '',
  ].join('\n');
}
