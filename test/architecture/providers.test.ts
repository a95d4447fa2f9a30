import { describe, expect, it } from 'vitest';
import { COMMON_STORE_KEYS } from '../../src/config/schema.ts';
import { PROVIDERS } from '../../src/connectors/registry.ts';
import { filesBelow, readText, SOURCES } from './sources.ts';

const words = Object.keys(PROVIDERS);
const SHARED = ['emulation', 'http'];

describe('the registry', () => {
  it('lists exactly the folders of connectors', () => {
    const folders = new Set(
      filesBelow('src/connectors', ['.ts']).flatMap((path) => /^src\/connectors\/([^/]+)\//.exec(path)?.[1] ?? []),
    );
    expect([...folders].sort()).toEqual([...words, ...SHARED].sort());
  });

  it('lists exactly the files of the schema that add a provider', () => {
    expect(filesBelow('schema/providers', ['.graphql'])).toEqual(
      words.toSorted().map((word) => `schema/providers/${word}.graphql`),
    );
  });

  it('calls a provider by one word, in the configuration and in the schema', () => {
    expect(Object.values(PROVIDERS).map(({ provider }) => provider.toLowerCase())).toEqual(words);
  });

  it('has one import and one line for each', () => {
    const lines = readText('src/connectors/registry.ts').split('\n');
    for (const word of words) expect([word, lines.filter((line) => line.includes(word)).length]).toEqual([word, 2]);
  });
});

describe('the name of a provider', () => {
  const names = new RegExp(`${words.join('|')}|naver|senhasegura`, 'i');

  it('stands nowhere outside its folder and the registry', () => {
    const outside = SOURCES.filter(
      ({ path }) => !/^src\/connectors\/(registry\.ts$|(?!http\/|emulation\/)[a-z]+\/)/.test(path),
    );
    const found = outside.flatMap(({ path, code }) =>
      code.split('\n').flatMap((line, index) => (names.test(line) ? [`${path}:${index + 1}`] : [])),
    );
    expect(found).toEqual([]);
  });

  it('stands in another’s folder not even in a comment', () => {
    const found = words.flatMap((word) =>
      filesBelow(`src/connectors/${word}`, ['.ts']).filter((path) =>
        words.some((other) => other !== word && new RegExp(String.raw`\b${other}\b(?!-)`, 'i').test(readText(path))),
      ),
    );
    expect(found).toEqual([]);
  });
});

describe.each(Object.entries(PROVIDERS))('%s', (word, definition) => {
  it('has the files that every connector has', () => {
    const files = new Set(
      filesBelow(`src/connectors/${word}`, ['.ts', '.md']).map((path) => path.split('/').slice(3).join('/')),
    );
    const expected = ['index.ts', 'client.ts', 'schema.ts', 'map.ts', 'errors.ts', 'emulator.ts', 'README.md'];
    expect(expected.filter((file) => !files.has(file))).toEqual([]);
  });

  it('names no setting like one that every store has', () => {
    const own = Object.keys(definition.configuration.settings.shape);
    expect(own.filter((key) => COMMON_STORE_KEYS.has(key))).toEqual([]);
  });

  it('gives the cache a shape of each of its native types', () => {
    const { store: _, ...cached } = definition.nativeTypes;
    const named = Object.values(cached).filter((type) => type !== null);
    expect(named.filter((type) => !Object.hasOwn(definition.nativeShapes, type))).toEqual([]);
  });
});
