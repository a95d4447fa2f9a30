import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WORDS } from '../support/registry.ts';
import { post } from './post.ts';
import { runProgram, startProgram } from './program.ts';

const run = promisify(execFile);
const ROOT = resolve(import.meta.dirname, '../..');
const NOT_COPIED = new Set(['.git', 'node_modules', 'dist', 'test/output']);

const folder = mkdtempSync(join(tmpdir(), 'portcullis-e2e-package-'));
const checkout = join(folder, 'checkout');
/** A project that uses the package and has nothing else. */
const project = join(folder, 'project');
const installed = join(project, 'node_modules/portcullis');
let packed: readonly string[];

beforeAll(async () => {
  cpSync(ROOT, checkout, { recursive: true, filter: (path) => !NOT_COPIED.has(relative(ROOT, path)) });
  symlinkSync(join(ROOT, 'node_modules'), join(checkout, 'node_modules'));
  await npm('run', 'build');
  // The build has been run; what `prepare` does on npm ci is part of it.
  const [{ filename, files }] = JSON.parse(await npm('pack', '--json', '--ignore-scripts')) as [
    { readonly filename: string; readonly files: readonly { readonly path: string }[] },
  ];
  packed = files.map(({ path }) => path);
  await install(join(checkout, filename));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function npm(...args: string[]): Promise<string> {
  return (await run('npm', args, { cwd: checkout, maxBuffer: 50_000_000 })).stdout;
}

/** As npm does it, without a network: the package unpacked, and beside it what it declares, and no more. */
async function install(tarball: string): Promise<void> {
  mkdirSync(installed, { recursive: true });
  await run('tar', ['--extract', '--file', tarball, '--strip-components', '1', '--directory', installed]);
  const { dependencies } = manifest();
  for (const name of Object.keys(dependencies)) {
    const link = join(project, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules', name), link);
  }
}

interface Manifest {
  readonly bin: { readonly portcullis: string };
  readonly dependencies: Readonly<Record<string, string>>;
}

function manifest(): Manifest {
  return JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as Manifest;
}

function program(): string {
  return join(installed, manifest().bin.portcullis);
}

/** Writes a program of the project and checks its types as a strict TypeScript project would; answers the faults. */
async function typeFaults(name: string, source: string): Promise<string> {
  writeFileSync(join(project, `${name}.ts`), source);
  const options = {
    module: 'nodenext',
    strict: true,
    noEmit: true,
    types: [],
    lib: ['es2023', 'dom', 'esnext.disposable'],
  };
  const skipLibCheck = name !== 'client';
  const config = { compilerOptions: { ...options, skipLibCheck }, files: [`${name}.ts`] };
  writeFileSync(join(project, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  writeFileSync(join(project, `${name}.json`), JSON.stringify(config));
  const check = run(join(ROOT, 'node_modules/.bin/tsc'), ['-p', `${name}.json`], { cwd: project });
  return await check.then(
    ({ stdout }) => stdout,
    ({ stdout }: { readonly stdout: string }) => stdout,
  );
}

const CLIENT_PROGRAM = `import { createClient, PortcullisClientError, StoresDocument } from 'portcullis/client';

const client = createClient({ url: process.argv[2] ?? '', token: 'sandbox-auditor' });
const { stores } = await client.query(StoresDocument);
const names: string[] = stores.map((store) => store.name);
console.log(names.join());
try {
  await client.reveal({ id: 'not an id' });
} catch (error) {
  if (error instanceof PortcullisClientError) console.log(error.code);
}
// @ts-expect-error a name is no number
const wrong: number = stores[0].name;
declare const process: { argv: string[] };
declare const console: { log(text: string): void };
`;

const LIBRARY_PROGRAM = `import { type Gateway, openGateway, parseConfigValue, PROVIDERS } from 'portcullis';

const stores = [{ name: 'swarm', provider: 'docker', endpoint: 'unix:///var/run/docker.sock' }];
const config = parseConfigValue({ server: { port: 0 }, stores, log: { level: 'error' } }, { providers: PROVIDERS, env: {} });
const gateway: Gateway = await openGateway(config, { providers: PROVIDERS });
const response = await fetch(gateway.url);
console.log(String(response.status));
await gateway.close();
declare const console: { log(text: string): void };
`;

describe('the package', () => {
  it('holds what was built, the contract and the papers, and no test', () => {
    expect(packed).toEqual(
      expect.arrayContaining(['dist/main.js', 'dist/client/index.d.ts', 'dist/explorer/index.html']),
    );
    expect(packed).toContain('schema/query.graphql');
    const other = packed.filter((path) => !/^(dist|schema)\/|^(README\.md|LICENSE|package\.json)$/.test(path));
    expect(other).toEqual([]);
    expect(packed.filter((path) => /\.test\.|__fixtures__|(?<!\.d)\.tsx?$/.test(path))).toEqual([]);
  });

  it('starts as a program by its own first line', async () => {
    expect(readFileSync(program(), 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
    const { code, stdout } = await runProgram(['--help'], { script: program(), cwd: project });
    expect(code).toBe(0);
    expect(stdout).toContain('Usage: portcullis');
  });

  it('serves emulated stores, the explorer and a typed client', async () => {
    await using gateway = startProgram(['serve', '--port', '0'], { script: program(), cwd: project });
    const [, url = ''] = await gateway.printed(/GraphQL +(.+)\/graphql[\s\S]*Stop: Ctrl-C/);
    expect(await (await fetch(`${url}/`)).text()).toContain('<title>Portcullis explorer</title>');
    expect(await post(url, '{ secrets { totalCount } }', 'sandbox-admin')).not.toHaveProperty('errors');

    expect(await typeFaults('client', CLIENT_PROGRAM)).toBe('');
    const client = await runProgram([url], { script: join(project, 'client.ts'), cwd: project });
    expect(client).toMatchObject({ code: 0, stderr: '' });
    expect(client.stdout).toBe(`${WORDS.join()}\nBAD_USER_INPUT\n`);
    expect(await gateway.stop()).toMatchObject({ code: 0, stderr: '' });
  });

  it('opens a gateway inside another program, with types', async () => {
    expect(await typeFaults('library', LIBRARY_PROGRAM)).toBe('');
    const library = await runProgram([], { script: join(project, 'library.ts'), cwd: project });
    expect(library).toMatchObject({ code: 0, stdout: '200\n', stderr: '' });
  });
});
