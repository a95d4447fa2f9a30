import { describe, expect, it } from 'vitest';
import { PROVIDERS } from '../../src/connectors/registry.ts';
import { readText, SOURCES } from './sources.ts';

/**
 * Which way the arrows point: a room may import the rooms to its right, types included. The composition root stands
 * above all of them.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  policy: ['domain'],
  connectors: ['domain'],
  cache: ['domain'],
  telemetry: ['domain', 'connectors'],
  audit: ['domain', 'telemetry'],
  catalog: ['domain', 'policy', 'cache'],
  loaders: ['domain', 'catalog'],
  config: ['domain', 'policy', 'connectors'],
  graphql: ['domain', 'policy', 'audit', 'telemetry', 'catalog', 'loaders'],
  server: ['domain', 'policy', 'telemetry', 'loaders', 'graphql'],
  sandbox: ['domain', 'policy', 'connectors'],
  client: ['domain'],
};
/** What joins everything: the files at the top of src, and the command line. */
const ROOTS = new Set(['cli', 'gateway.ts', 'index.ts', 'main.ts', 'open-protection.ts', 'open-stores.ts', 'wait.ts']);

const roomOf = (path: string) => path.split('/')[1] ?? '';
const arrows = SOURCES.flatMap(({ path, imports }) =>
  imports.flatMap(({ file }) => (file === null ? [] : [{ from: path, to: file }])),
);

describe('rooms', () => {
  it('are all known', () => {
    const unknown = SOURCES.map(({ path }) => roomOf(path)).filter((room) => !(room in MAY_IMPORT) && !ROOTS.has(room));
    expect([...new Set(unknown)]).toEqual([]);
  });

  it('import only what stands before them', () => {
    const wrong = arrows.filter(({ from, to }) => {
      const [room, other] = [roomOf(from), roomOf(to)];
      return room !== other && !ROOTS.has(room) && !MAY_IMPORT[room]?.includes(other);
    });
    expect(wrong).toEqual([]);
  });

  it('never import the composition root or the command line', () => {
    expect(arrows.filter(({ from, to }) => ROOTS.has(roomOf(to)) && !ROOTS.has(roomOf(from)))).toEqual([]);
  });

  it('are in one order, without circles', () => {
    const heights = new Map<string, number>();
    const heightOf = (room: string, above: readonly string[]): number => {
      if (above.includes(room)) throw new Error(`a circle: ${[...above, room].join(' -> ')}`);
      const known =
        heights.get(room) ??
        1 + Math.max(0, ...(MAY_IMPORT[room] ?? []).map((next) => heightOf(next, [...above, room])));
      heights.set(room, known);
      return known;
    };
    const order = Object.keys(MAY_IMPORT).map((room) => heightOf(room, []));
    expect(Math.min(...order)).toBe(1);
  });

  it('are not decoration: each of them is imported, or is what people use', () => {
    const imported = new Set(arrows.filter(({ from, to }) => roomOf(from) !== roomOf(to)).map(({ to }) => roomOf(to)));
    expect(Object.keys(MAY_IMPORT).filter((room) => !imported.has(room) && room !== 'client')).toEqual([]);
  });
});

describe('files', () => {
  it('import files that there are', () => {
    const known = new Set(SOURCES.map(({ path }) => path));
    const missing = arrows.filter(({ to }) => !known.has(to) && !to.includes('/__generated__/'));
    expect(missing).toEqual([]);
  });

  it('import nothing of the tests', () => {
    expect(arrows.filter(({ to }) => /^test\/|\/__fixtures__\/|\.test\.ts$/.test(to))).toEqual([]);
  });

  it('import each other without circles once the types are gone', () => {
    const next = new Map(
      SOURCES.map(({ path, imports }) => [
        path,
        imports.flatMap(({ file, isTypeOnly }) => (file === null || isTypeOnly ? [] : [file])),
      ]),
    );
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (path: string, above: readonly string[]): void => {
      const from = above.indexOf(path);
      if (from >= 0) circles.push([...above.slice(from), path].join(' -> '));
      if (from >= 0 || done.has(path)) return;
      for (const file of next.get(path) ?? []) visit(file, [...above, path]);
      done.add(path);
    };
    for (const path of next.keys()) visit(path, []);
    expect(circles).toEqual([]);
  });

  it('import packages that are installed with the product', () => {
    const { dependencies } = JSON.parse(readText('package.json')) as { dependencies: Record<string, string> };
    const packageOf = (specifier: string) =>
      specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/');
    const wrong = SOURCES.filter(({ path }) => !path.endsWith('/vite.config.ts')).flatMap(({ path, imports }) =>
      imports
        .filter(({ file, specifier }) => file === null && !specifier.startsWith('node:'))
        .filter(({ specifier }) => !Object.hasOwn(dependencies, packageOf(specifier)))
        .map(({ specifier }) => `${path}: ${specifier}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('domain', () => {
  it('needs no package at all', () => {
    const foreign = SOURCES.filter(({ path }) => path.startsWith('src/domain/')).flatMap(({ path, imports }) =>
      imports
        .filter(({ specifier }) => !/^\.\/|^node:/.test(specifier))
        .map(({ specifier }) => `${path}: ${specifier}`),
    );
    expect(foreign).toEqual([]);
  });
});

describe('connectors', () => {
  const folders = Object.keys(PROVIDERS);
  const inside = arrows.filter(({ from }) => from.startsWith('src/connectors/'));

  it('of one provider never import those of another', () => {
    const ownerOf = (path: string) => folders.find((folder) => path.startsWith(`src/connectors/${folder}/`));
    const wrong = inside.filter(({ from, to }) => {
      const [owner, other] = [ownerOf(from), ownerOf(to)];
      return owner !== undefined && other !== undefined && owner !== other;
    });
    expect(wrong).toEqual([]);
  });

  it('are imported by the registry alone, each by its index', () => {
    const wrong = arrows.filter(({ from, to }) =>
      folders.some(
        (folder) => to.startsWith(`src/connectors/${folder}/`) && !from.startsWith(`src/connectors/${folder}/`),
      ),
    );
    expect(wrong).toEqual(
      folders.map((folder) => ({ from: 'src/connectors/registry.ts', to: `src/connectors/${folder}/index.ts` })),
    );
  });

  it('share a door to the network that knows no provider, and emulation that knows no door', () => {
    const wrong = inside.filter(
      ({ from, to }) =>
        (from.startsWith('src/connectors/http/') && /^src\/connectors\/(?!http\/|define)/.test(to)) ||
        (from.startsWith('src/connectors/emulation/') && /^src\/connectors\/(?!emulation\/)/.test(to)),
    );
    expect(wrong).toEqual([]);
  });

  it('load an emulator only when somebody starts one', () => {
    const wrong = SOURCES.filter(({ path }) => /^src\/connectors\/(?!emulation\/)/.test(path) && !/emulator/.test(path))
      .flatMap(({ path, imports, code }) => imports.map((one) => ({ path, code, ...one })))
      .filter(({ file, isTypeOnly }) => !isTypeOnly && file !== null && /emulator|emulation/.test(file))
      .filter(({ specifier, code }) => !code.includes(`import('${specifier}')`))
      .map(({ path, specifier }) => `${path}: ${specifier}`);
    expect(wrong).toEqual([]);
  });
});

describe('cache', () => {
  it('knows neither the graph nor any connector', () => {
    const words = SOURCES.filter(({ path }) => path.startsWith('src/cache/')).filter(({ code }) =>
      /graphql|Connector\b|ProviderFacts|Principal\b|Rights\b/.test(code),
    );
    expect(words.map(({ path }) => path)).toEqual([]);
  });
});
