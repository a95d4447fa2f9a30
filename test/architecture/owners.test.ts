import { describe, expect, it } from 'vitest';
import { nodesOf, placeOf, SOURCES, type Source } from './sources.ts';

/** Each dangerous thing, and the only places that may have it. Every entry says why it is there. */
interface Danger {
  readonly of: string;
  readonly found: (source: Source) => boolean;
  readonly owners: RegExp;
}

const importing =
  (pattern: RegExp) =>
  ({ imports }: Source): boolean =>
    imports.some(({ specifier, isTypeOnly }) => !isTypeOnly && pattern.test(specifier));
const saying =
  (pattern: RegExp) =>
  ({ code }: Source): boolean =>
    pattern.test(code);

const EMULATORS = String.raw`src/connectors/emulation/|src/connectors/[a-z]+/emulator(/|\.ts$)`;

const DANGERS: readonly Danger[] = [
  {
    of: 'the environment: configuration fills it in, the command line hands it over',
    found: saying(/\bprocess\s*\.\s*env\b|\bprocess\s*\[|\{[^}]*\benv\b[^}]*\}\s*=\s*process\b/),
    owners: /^src\/(config\/|main\.ts$)/,
  },
  {
    of: 'requests to others: the http door, and the key set of identity tokens',
    found: importing(/^undici$/),
    owners: /^src\/(connectors\/http\/upstream\.ts|server\/authentication\/key-set\.ts)$/,
  },
  {
    of: 'servers: emulators, and the listener',
    found: importing(/^node:(http|https|http2)$/),
    owners: new RegExp(`^(${EMULATORS}|src/server/listener/)`),
  },
  {
    of: 'sockets: emulators; the http door asks only whether a text is an address',
    found: importing(/^node:(net|dgram)$/),
    owners: new RegExp(`^(${EMULATORS}|src/connectors/http/endpoint\\.ts$)`),
  },
  {
    of: 'TLS by hand: emulators and the listener’s certificates',
    found: importing(/^node:tls$/),
    owners: new RegExp(`^(${EMULATORS}|src/server/listener/)`),
  },
  {
    of: 'names of hosts: the http door checks what they resolve to',
    found: importing(/^node:dns(\/promises)?$/),
    owners: /^src\/connectors\/http\/upstream\.ts$/,
  },
  {
    of: 'fetch: the typed client, which runs in browsers too, and the key set of identity tokens',
    found: saying(/(?<![.\w])fetch\s*\(|globalThis\s*\.\s*fetch|\bWebSocket\b|\bEventSource\b|\bXMLHttpRequest\b/),
    owners: /^src\/(client\/|server\/authentication\/key-set\.ts$)/,
  },
  { of: 'Redis: the cache', found: importing(/^ioredis$/), owners: /^src\/(cache\/|server\/rate-limit)/ },
  { of: 'batching: the loaders', found: importing(/^dataloader$/), owners: /^src\/loaders\// },
  {
    of: 'opened values: the scalar, the arguments on their way in, the reveal, and connectors that send or receive one',
    found: saying(/(\.|\?\.)\s*expose\s*\(|\[\s*['"`]expose/),
    owners:
      /^src\/(domain\/secret-value\.ts|graphql\/resolvers\/scalars\.ts|graphql\/writes\/arguments\.ts|graphql\/resolvers\/mutation\/reveal\.ts|connectors\/(?!http\/|emulation\/|[a-z]+\/emulator)[a-z]+\/)/,
  },
  {
    of: 'the console: the command line',
    found: saying(/(?<![\w.:/-])console\s*[.[]/),
    owners: /^src\/(main\.ts|cli\/)/,
  },
  {
    of: 'the process’s own streams: the command line',
    found: saying(/\bprocess\s*\.\s*(stdout|stderr|stdin)\b/),
    owners: /^src\/(main\.ts|cli\/)/,
  },
  {
    of: 'the end of the process: the command line',
    found: saying(/\bprocess\s*\.\s*(exit|abort|kill)\b/),
    owners: /^src\/(main\.ts|cli\/)/,
  },
  {
    of: 'other programs: what switches core dumps off',
    found: importing(/^node:(child_process|cluster|worker_threads)$/),
    owners: /^src\/server\/process-guard\.ts$/,
  },
  { of: 'code made of text: nobody', found: saying(/\beval\s*\(|\bnew\s+Function\b/), owners: /^$/ },
  {
    of: 'the inspector: what keeps it shut',
    found: importing(/^node:(inspector|v8)$/),
    owners: /^src\/server\/process-guard\.ts$/,
  },
  {
    of: 'randomness that can be guessed: how long an entry lives, and nothing that protects anything',
    found: saying(/\bMath\s*\.\s*random\b/),
    owners: /^src\/gateway\.ts$/,
  },
  { of: 'log lines: telemetry', found: importing(/^pino$/), owners: /^src\/telemetry\// },
  {
    of: 'what the vendors’ dates say: connectors and the http door',
    found: saying(/\bDate\s*\.\s*parse\b/),
    owners: /^src\/(connectors\/|config\/|server\/|graphql\/resolvers\/scalars\.ts$)/,
  },
];

describe.each(DANGERS)('$of', ({ found, owners }) => {
  it('is had by nobody else', () => {
    expect(
      SOURCES.filter(found)
        .map(({ path }) => path)
        .filter((path) => !owners.test(path)),
    ).toEqual([]);
  });
});

describe('certificate checks', () => {
  it('cannot be turned off towards a store', () => {
    const off = SOURCES.filter(({ code }) => /rejectUnauthorized|NODE_TLS_REJECT|checkServerIdentity/.test(code));
    // The listener asks callers for a certificate and takes it for nothing unless it was verified; it calls nobody.
    expect(
      off.map(({ path }) => path).filter((path) => !/^src\/server\/listener\/|\/emulator(\/|\.ts$)/.test(path)),
    ).toEqual([]);
  });
});

describe('messages of others', () => {
  it('are read from what was caught only where it is known to be an error of ours', () => {
    const found = SOURCES.filter(
      ({ path, code }) =>
        !/^src\/(cli|client|sandbox)\//.test(path) && /\bcatch\b[\s\S]*\.\s*(message|stack|cause)\b/.test(code),
    ).flatMap((source) =>
      [...nodesOf(source.program())]
        .filter(({ type }) => type === 'CatchClause')
        .filter((clause) => {
          const parameter = clause.param as { name?: string } | null;
          if (parameter?.name === undefined) return false;
          return new RegExp(String.raw`\b${parameter.name}\s*\.\s*(message|stack|cause)\b`).test(
            textOf(source, clause.body),
          );
        })
        .map(({ start }) => placeOf(source, start)),
    );
    // Both ask first whether it is a PortcullisError; the connector in a guard of its own.
    const known = /^src\/(config\/meaning|connectors\/docker\/writes)\.ts:/;
    expect(found.filter((place) => !known.test(place))).toEqual([]);
  });

  it('are never kept as a cause', () => {
    const found = SOURCES.filter(({ code }) => /new \w*Error\([^;]*\{\s*cause\b/.test(code));
    expect(found.map(({ path }) => path)).toEqual([]);
  });
});

function textOf({ code }: Source, node: unknown): string {
  const { start, end } = node as { start: number; end: number };
  return code.slice(start, end);
}
