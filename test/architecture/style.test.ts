import { describe, expect, it } from 'vitest';
import { filesBelow, nodesOf, placeOf, readText, WRITTEN } from './sources.ts';

const MAX_LINES = 300;
const OURS = WRITTEN.filter(({ path }) => !path.startsWith('src/server/explorer/app/'));
/** This file names what it forbids. */
const others = OURS.filter(({ path }) => path !== 'test/architecture/style.test.ts');

/** What a file has to contain somewhere, for its syntax tree to be worth a look. */
const SUSPICIOUS =
  /\bany\b|[\w)\]]!(?!=)|\benum\b|\bnamespace\b|\bdeclare\b|@\w|\bdefault\b|\b(public|private|protected)\b|constructor\([^)]*readonly|[=(,]\s*<\w/;

const FORBIDDEN: ReadonlyMap<string, string> = new Map([
  ['TSAnyKeyword', 'any'],
  ['TSNonNullExpression', 'non-null assertions'],
  ['TSEnumDeclaration', 'enums'],
  ['TSModuleDeclaration:namespace', 'namespaces'],
  ['TSParameterProperty', 'parameter properties'],
  ['Decorator', 'decorators'],
  ['TSTypeAssertion', 'type assertions in angle brackets'],
  ['ExportDefaultDeclaration', 'default exports'],
]);
/** Where a tool wants one. */
const MAY_EXPORT_DEFAULT = /\.config\.ts:|^test\/support\/global-/;

const places = new Map<string, string[]>();
for (const source of WRITTEN.filter(({ code }) => SUSPICIOUS.test(code))) {
  for (const { type, start, kind } of nodesOf(source.program())) {
    const name = type === 'TSModuleDeclaration' ? `${type}:${kind}` : type;
    if (FORBIDDEN.has(name)) places.set(name, [...(places.get(name) ?? []), placeOf(source, start)]);
  }
}

describe('every file', () => {
  it(`has at most ${MAX_LINES} lines`, () => {
    const long = WRITTEN.filter(({ text }) => text.trimEnd().split('\n').length > MAX_LINES);
    expect(long.map(({ path, text }) => `${path}: ${text.trimEnd().split('\n').length}`)).toEqual([]);
  });

  it('is called in kebab-case', () => {
    const named = WRITTEN.map(({ path }) => path).filter(
      (path) => !/^(?:(?:[a-z0-9-]+|__fixtures__)\/)+[a-z0-9-]+(?:\.[a-z]+)*\.tsx?$/.test(path),
    );
    expect(named).toEqual([]);
  });

  it('imports ours with their ending, and Node’s with node:', () => {
    const wrong = OURS.flatMap(({ path, imports }) =>
      imports
        .filter(({ specifier, file }) =>
          file === null
            ? /^(fs|path|crypto|http|https|net|util|os|url|stream|events)(\/|$)/.test(specifier)
            : !/\.(ts|tsx|json|css|svg)$/.test(specifier),
        )
        .map(({ specifier }) => `${path}: ${specifier}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('the language', () => {
  it.each([...FORBIDDEN].map(([type, label]) => [label, type]))('is used without %s', (_, type = '') => {
    expect((places.get(type) ?? []).filter((place) => !MAY_EXPORT_DEFAULT.test(place))).toEqual([]);
  });

  it('is checked everywhere: nothing tells the compiler or the linter to look away', () => {
    const silenced = others.filter(({ text }) => /@ts-(ignore|nocheck)|biome-ignore|eslint-disable/.test(text));
    expect(silenced.map(({ path }) => path)).toEqual([]);
  });

  it('is expected to refuse something in tests alone', () => {
    const expecting = others.filter(
      ({ path, text }) => !path.endsWith('.test.ts') && text.includes('@ts-expect-error'),
    );
    expect(expecting.map(({ path }) => path)).toEqual([]);
  });

  it('is finished: no note says what is still to be done', () => {
    const found = others.filter(({ text }) => /\b(TODO|FIXME|XXX|HACK)\b/.test(text));
    expect(found.map(({ path }) => path)).toEqual([]);
  });
});

describe('tests', () => {
  it('are all run: none is skipped, focused or empty', () => {
    const wrong = WRITTEN.filter(
      ({ path }) => path.endsWith('.test.ts') && path !== 'test/architecture/style.test.ts',
    ).filter(({ code }) => /\b(it|test|describe)\s*\.\s*(only|skip|todo|fails)\b/.test(code));
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it('wait for what they wait for, not for a time', () => {
    const sleeping = WRITTEN.filter(
      ({ path }) => /\.test\.ts$|__fixtures__/.test(path) && path.startsWith('src/'),
    ).filter(({ code }) => /timers\/promises|new Promise\(\s*\(?\w*\)?\s*=>\s*setTimeout/.test(code));
    expect(sleeping.map(({ path }) => path)).toEqual([]);
  });
});

describe('the project', () => {
  it('says nothing of the place where it was written', () => {
    const folders = ['src', 'test', 'schema', 'examples', 'docs'];
    const files = [
      ...folders.flatMap((folder) => filesIn(folder)),
      ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'package.json', 'codegen.ts', 'vitest.config.ts'],
    ];
    const private_ = new RegExp(
      ['/wo' + 'rk/', '\\.\\./sha' + 'red', '/ho' + 'me/[a-z]', '/ro' + 'ot/', '/tmp/' + 'bash'].join('|'),
    );
    const found = files.filter((path) => private_.test(textIf(path)));
    expect(found).toEqual([]);
  });
});

function filesIn(folder: string): readonly string[] {
  try {
    return filesBelow(folder, [
      '.ts',
      '.tsx',
      '.md',
      '.graphql',
      '.json',
      '.css',
      '.html',
      '.yaml',
      '.yml',
      '.sh',
      '.txt',
    ]);
  } catch {
    return [];
  }
}

function textIf(path: string): string {
  try {
    return readText(path);
  } catch {
    return '';
  }
}
