import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ParseResult, parseSync } from 'vite';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

export interface Import {
  /** As written: './page.ts', 'undici', 'node:net'. */
  readonly specifier: string;
  /** Path in the project where it is one of our own files, else null. */
  readonly file: string | null;
  /** Gone once the types are stripped. */
  readonly isTypeOnly: boolean;
}

/** One file, parsed. */
export interface Source {
  /** 'src/catalog/page.ts' */
  readonly path: string;
  readonly text: string;
  /** The text with every comment blanked. */
  readonly code: string;
  readonly imports: readonly Import[];
  /** The syntax tree; made when it is first asked for, because it is most of the cost. */
  readonly program: () => unknown;
}

/** Files below a folder whose name ends in one of these, but for what is installed or built. */
export function filesBelow(folder: string, endings: readonly string[]): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !/(^|\/)(node_modules|dist)\//.test(path))
    .sort();
}

export function readText(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

function readSource(path: string): Source {
  const text = readText(path);
  const parsed = parseSync(path, text);
  if (parsed.errors.length > 0) throw new Error(`${path} cannot be parsed`);
  return {
    path,
    text,
    code: withoutComments(text, parsed),
    imports: importsOf(path, text, parsed),
    program: () => parsed.program,
  };
}

function withoutComments(text: string, { comments }: ParseResult): string {
  return comments.reduce((code, { start, end }) => {
    const blank = code.slice(start, end).replace(/[^\n]/g, ' ');
    return code.slice(0, start) + blank + code.slice(end);
  }, text);
}

function importsOf(path: string, text: string, { module }: ParseResult): readonly Import[] {
  const make = (specifier: string, isTypeOnly: boolean): Import => ({
    specifier,
    file: specifier.startsWith('.') ? posix.normalize(posix.join(posix.dirname(path), specifier)) : null,
    isTypeOnly,
  });
  const all = (entries: readonly { isType: boolean }[]) => entries.length > 0 && entries.every(({ isType }) => isType);
  return [
    ...module.staticImports.map(({ moduleRequest, entries }) => make(moduleRequest.value, all(entries))),
    ...module.staticExports.flatMap(({ entries }) => {
      const specifier = entries[0]?.moduleRequest?.value;
      return specifier === undefined ? [] : [make(specifier, all(entries))];
    }),
    ...module.dynamicImports.map(({ moduleRequest }) =>
      make(text.slice(moduleRequest.start, moduleRequest.end).replace(/^['"`]|['"`]$/g, ''), false),
    ),
  ];
}

/** The explorer's own page runs in a browser and is built by itself. */
const isBrowserApp = (path: string) => path.startsWith('src/server/explorer/app/');
const isGenerated = (path: string) => path.includes('/__generated__/');
const isForTests = (path: string) => /\.test\.tsx?$|\/__fixtures__\//.test(path);

/** All that we wrote and that is TypeScript, tests too. */
export const WRITTEN: readonly Source[] = ['src', 'test', 'examples']
  .flatMap((folder) => filesBelow(folder, ['.ts', '.tsx']))
  .filter((path) => !isGenerated(path))
  .map(readSource);

/** What the gateway is made of: no tests, no fixtures, nothing generated, nothing for the browser. */
export const SOURCES: readonly Source[] = WRITTEN.filter(
  ({ path }) => path.startsWith('src/') && !isForTests(path) && !isBrowserApp(path),
);

interface Node {
  readonly type: string;
  readonly start: number;
}

/** Every node of a file's syntax tree. */
export function* nodesOf(value: unknown): Generator<Node & Record<string, unknown>> {
  if (Array.isArray(value)) {
    for (const item of value) yield* nodesOf(item);
  } else if (typeof value === 'object' && value !== null) {
    if ('type' in value && typeof value.type === 'string') yield value as Node & Record<string, unknown>;
    for (const part of Object.values(value)) if (typeof part === 'object' && part !== null) yield* nodesOf(part);
  }
}

/** 'src/a.ts:12', for a message that one can click. */
export function placeOf({ path, text }: Source, start: number): string {
  return `${path}:${text.slice(0, start).split('\n').length}`;
}
