import Table from 'cli-table3';
import type { Sandbox } from '../sandbox/sandbox.ts';

const QUERIES: readonly (readonly [title: string, query: string])[] = [
  [
    'every secret, wherever it is',
    '{ secrets(first: 10) { totalCount nodes { name store { name } status createdAt } } }',
  ],
  [
    'what expires within a year, soonest first',
    '{ secrets(filter: { expiresAt: { isNull: false } }, orderBy: { field: EXPIRES_AT }) { nodes { name expiresAt store { name } } } }',
  ],
  [
    'how many, by store, age and use',
    '{ secretsSummary { totalCount byStore { label count } byAge { label count } byUsage { label count } } }',
  ],
];

const TOKEN_NOTES: Readonly<Record<string, string>> = {
  'sandbox-admin': 'everything',
  'sandbox-auditor': 'all metadata, no value, no change',
  'sandbox-developer': "the payments team's secrets; reveals with a reason",
};

/** What a newcomer sees first: what runs where, which tokens there are, what to try. */
export function banner({ url, sandbox }: { readonly url: string; readonly sandbox: Sandbox }): string {
  return [
    '',
    '  Portcullis: one GraphQL graph over every secret store',
    '',
    `  Explorer   ${url}/`,
    `  GraphQL    ${url}/graphql`,
    '',
    '  Emulated stores (nothing here is real, nothing leaves this machine)',
    indent(storeTable(sandbox)),
    '',
    '  Tokens (the words are the tokens)',
    ...sandbox.tokens.map((token) => `    ${token.padEnd(20)} ${TOKEN_NOTES[token] ?? ''}`),
    '',
    '  Three queries to try',
    ...QUERIES.flatMap(([title, query]) => [`    # ${title}`, `    ${query}`, '']),
    `  curl -s ${url}/graphql -H 'authorization: Bearer sandbox-admin' -H 'content-type: application/json' \\`,
    `    -d '{"query":"{ secretsSummary { totalCount } }"}'`,
    '',
    '  With your own stores: npm start -- --config portcullis.yaml        Stop: Ctrl-C',
    '',
  ].join('\n');
}

export function storeTable({ stores }: Sandbox): string {
  const table = new Table({
    head: ['store', 'provider', 'where', 'groups', 'secrets'],
    style: { head: [], border: [], compact: true },
  });
  for (const { name, title, emulator } of stores) {
    table.push([name, title, emulator.url, String(emulator.seeded.groups), String(emulator.seeded.secrets)]);
  }
  return table.toString();
}

export function indent(text: string, by = '    '): string {
  return text.replace(/^/gm, by);
}
