import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { WORDS } from '../support/registry.ts';
import { post } from './post.ts';
import { type Program, runProgram, startProgram } from './program.ts';

interface StoreEntry {
  readonly name: string;
  readonly endpoint: string;
  readonly credentials?: Readonly<Record<string, string>>;
}

interface SandboxJson {
  readonly stores: readonly { readonly name: string; readonly url: string; readonly storeConfig: StoreEntry }[];
  readonly tokens: readonly string[];
  readonly configFile: string;
  readonly config: { readonly stores: readonly StoreEntry[] };
}

let sandbox: Program;
let json: SandboxJson;
beforeAll(async () => {
  sandbox = startProgram(['sandbox', '--json', '--port', '0', '--secrets', '50']);
  json = JSON.parse((await sandbox.printed(/^\{.*\}\n/))[0]) as SandboxJson;
});
afterAll(() => sandbox.close());

/** The sandbox's configuration with some entries changed, as a file beside its own. */
function configWith(name: string, change: (store: StoreEntry) => StoreEntry): string {
  const file = join(sandbox.temporary, `${name}.yaml`);
  writeFileSync(file, stringify({ ...json.config, stores: json.config.stores.map(change) }));
  return file;
}

describe('sandbox', () => {
  it('names every store with what it takes to reach it', () => {
    expect(json.stores.map(({ name }) => name)).toEqual(WORDS);
    for (const { url, storeConfig } of json.stores) {
      expect(url).toMatch(/^https?:\/\/127\.0\.0\.1:\d+/);
      expect(storeConfig.endpoint).toContain(new URL(url).host);
    }
  });

  it('prints the configuration that its file holds', () => {
    expect(parse(readFileSync(json.configFile, 'utf8'))).toEqual(json.config);
  });

  it('prints for people what it prints for programs', async () => {
    await using program = startProgram(['sandbox', '--port', '0', '--secrets', '10']);
    const [text] = await program.printed(/^[\s\S]*Stop: Ctrl-C\n/);
    const [, file = ''] = /^ {2}(\/.+\.yaml)$/m.exec(text) ?? [];
    const { stores } = parse(readFileSync(file, 'utf8')) as SandboxJson['config'];
    for (const { endpoint, credentials = {} } of stores) {
      for (const word of [endpoint, ...Object.values(credentials)]) expect(text).toContain(word);
    }
    await program.stop();
    expect(existsSync(file)).toBe(false);
  });
});

describe('sandbox, where one of its ports is in use', () => {
  it.each(['--port', '--control-port'])(
    'given by %s, says which, exits 1 and leaves nothing behind',
    async (option) => {
      const taken = new URL(json.stores[0]?.url ?? '').port;
      await using program = startProgram(['sandbox', '--port', '0', '--secrets', '10', option, taken]);
      const { code, stderr } = await program.exited;
      expect(code).toBe(1);
      expect(stderr).toContain(`portcullis: port ${taken} is in use`);
      expect(program.leftFiles()).toEqual([]);
      expect(program.isAlive()).toBe(false);
    },
  );
});

describe('serve with the configuration of the sandbox', () => {
  it('answers from all its stores, and ends on SIGTERM', async () => {
    await using gateway = startProgram(['serve', '--config', json.configFile, '--port', '0']);
    const [, url = ''] = await gateway.printed(/"url":"([^"]+)".*"event":"listening"/);
    const answer = await post(url, '{ secrets { totalCount stores { store { name } outcome } } }', 'sandbox-auditor');
    const stores = WORDS.map((name) => ({ store: { name }, outcome: 'COMPLETE' }));
    expect(answer.data).toEqual({ secrets: { totalCount: 50, stores } });
    expect(await gateway.stop()).toMatchObject({ code: 0, stderr: '' });
    expect(gateway.leftFiles()).toEqual([]);
  });
});

describe('check', () => {
  it('prints a table of stores, reachability, version and capabilities, and exits 0', async () => {
    const { code, stdout, stderr } = await runProgram(['check', '--config', json.configFile]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^ +store +provider +reachable +version +operations$/m);
    for (const word of WORDS) {
      const line = new RegExp(`^ +${word} +${word} +yes +\\S.* +\\d+ native, \\d+ emulated$`, 'm');
      expect(stdout).toMatch(line);
    }
  });

  it('prints the same as JSON', async () => {
    const { code, stdout } = await runProgram(['check', '--config', json.configFile, '--json']);
    const { stores } = JSON.parse(stdout) as { stores: readonly object[] };
    expect(code).toBe(0);
    expect(stores).toHaveLength(WORDS.length);
    expect(stores[0]).toEqual({
      store: 'docker',
      provider: 'docker',
      reachable: true,
      apiVersion: expect.stringContaining('API 1.'),
      error: null,
      message: null,
      operations: { NATIVE: expect.any(Number), EMULATED: expect.any(Number), UNSUPPORTED: expect.any(Number) },
    });
  });

  it('exits 1 where a store is out of reach, and still tells about the others', async () => {
    const port = await freePort();
    const file = configWith('unreachable', (store) =>
      store.name === 'segura' ? { ...store, endpoint: `http://127.0.0.1:${port}` } : store,
    );
    const { code, stdout } = await runProgram(['check', '--config', file]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^ +segura .+ no +- /m);
    expect(stdout).toMatch(/^ +segura: .+ \(UPSTREAM_UNAVAILABLE\)$/m);
    expect(stdout.match(/ yes /g)).toHaveLength(WORDS.length - 1);
  });

  it('exits 1 on a wrong credential, names the store, and repeats no part of it', async () => {
    const file = configWith('refused', (store) =>
      store.name === 'truefoundry' ? { ...store, credentials: { token: 'wrong-canary-4711' } } : store,
    );
    const { code, stdout, stderr } = await runProgram(['check', '--config', file, '--json']);
    const { stores } = JSON.parse(stdout) as { stores: readonly { store: string; error: string | null }[] };
    expect(code).toBe(1);
    expect(stores.filter(({ error }) => error !== null)).toMatchObject([
      { store: 'truefoundry', reachable: false, error: 'UPSTREAM_CREDENTIALS', message: expect.any(String) },
    ]);
    expect(stdout + stderr).not.toContain('canary');
  });

  it('names the file that a store needs and that is not there', async () => {
    const file = configWith('no-certificate', (store) =>
      store.name === 'imco' ? { ...store, credentials: { ...store.credentials, keyFile: '/nowhere/cert.key' } } : store,
    );
    const { code, stdout, stderr } = await runProgram(['check', '--config', file]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('stores[1].credentials.keyFile: names a file that cannot be read');
  });
});

/** A port where nobody listens: it was taken and let go. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}
