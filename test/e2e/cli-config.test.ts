import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Exit, runProgram, startProgram } from './program.ts';

const folder = mkdtempSync(join(tmpdir(), 'portcullis-e2e-config-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What nobody may see again: it stands wherever a secret could stand. */
const CANARY = 'canary-4711';

/** Starts a gateway with this file; the canary is in its environment and in a file. */
function serve(text: string): Promise<Exit> {
  const config = join(folder, 'portcullis.yaml');
  writeFileSync(config, text);
  writeFileSync(join(folder, 'canary'), `${CANARY}\n`);
  return runProgram(['serve', '--config', config, '--port', '0'], { env: { CANARY, CANARY_FILE: 'unused' } });
}

/** The faults, one a line without their indentation, and the line that says how many there are. */
function faultsOf({ stderr }: Exit): { readonly head: string; readonly faults: readonly string[] } {
  const [head = '', ...faults] = stderr.trimEnd().split('\n');
  return { head, faults: faults.map((line) => line.trim()) };
}

const FAULTY = `server: { host: 127.0.0.1, prot: 4000, port: many }
cashe: {}
stores:
  - { name: tfy, provider: truefoundry, endpoint: "http://cp.example.com", credentials: { tokn: ${CANARY} } }
  - { name: tfy, provider: segurra, endpoint: "https://vault.example.com" }
  - name: Not A Name
    provider: docker
    endpoint: "ftp://swarm.example.com"
  - name: ncp
    provider: ncloud
    endpoint: "https://me:${CANARY}@ocapi-kr.ncloud.com/secretmanager"
    credentials: { accessKey: "\${env:NOT_SET}", secretKey: "\${file:/nowhere/key}" }
  - name: dsm
    provider: segura
    endpoint: "https://vault.example.com"
    credentials: { clientId: "\${env:CANARY}", clientSecret: { text: "\${file:${folder}/canary}" } }
auth: { tokens: [ { name: ci, sha256: ${CANARY}, roles: [admin] }, { name: ci, sha256: ${'a'.repeat(64)}, roles: [] } ] }
policy:
  - { effect: alow, roles: [admin], actions: ["secret:raveal"], resources: ["**"] }
`;

describe('a faulty configuration', () => {
  const run = serve(FAULTY);

  it('exits 2 with nothing started', async () => {
    expect(await run).toMatchObject({ code: 2, stdout: '' });
  });

  it.each([
    ['a misspelt key', /^line 1, server\.prot: .*not a key/],
    ['a wrong type', /^line 1, server\.port: .*number/],
    ['a misspelt section', /^line 2, cashe: .*not a key/],
    ['plain http off this machine', /^line 4, stores\[0\]\.endpoint: must be https/],
    ['a misspelt credential', /^line 4, stores\[0\]\.credentials\.tokn: .*not a key/],
    ['a credential that is not there', /^line 4, stores\[0\]\.credentials\.token: is missing/],
    ['a name that is taken', /^line 5, stores\[1\]\.name: is taken by another store/],
    ['an unknown provider', /^line 5, stores\[1\]\.provider: must be one of .*segura/],
    ['a name outside its grammar', /^line 6, stores\[2\]\.name: must be 1 to 63/],
    ['a scheme that the provider does not have', /^line 8, stores\[2\]\.endpoint: must start with/],
    ['credentials in an endpoint', /^line 11, stores\[3\]\.endpoint: .*must not carry credentials/],
    ['an environment variable that is not set', /^line 12, stores\[3\].*accessKey: .*NOT_SET is not set/],
    ['a file that is not there', /^line 12, stores\[3\].*secretKey: .*\/nowhere\/key cannot be read/],
    ['a value of the wrong shape', /^line 16, stores\[4\]\.credentials\.clientSecret: /],
    ['a hash that is none', /^line 17, auth\.tokens\[0\]\.sha256: must be 64/],
    ['a token name that is taken', /^line 17, auth\.tokens\[1\]\.name: is taken/],
    ['a token without roles', /^line 17, auth\.tokens\[1\]\.roles: /],
    ['an effect that is none', /^line 19, policy\[0\]\.effect: .*allow.*deny/],
    ['an unknown action', /^line 19, policy\[0\]\.actions\[0\]: must be one of .*secret:reveal/],
  ])('says where %s is', async (_, fault) => {
    expect(faultsOf(await run).faults).toContainEqual(expect.stringMatching(fault));
  });

  it('counts the faults in its first line, and says each once, in the order of the file', async () => {
    const { head, faults } = faultsOf(await run);
    expect(head).toBe(`portcullis: ${folder}/portcullis.yaml has ${faults.length} faults; nothing was started`);
    expect(new Set(faults).size).toBe(faults.length);
    const lines = faults.map((fault) => Number(/^line (\d+),/.exec(fault)?.[1]));
    expect(lines).toEqual(lines.toSorted((a, b) => a - b));
  });

  it('repeats no secret, whether it stands in the file, the environment or a file', async () => {
    expect((await run).stderr).not.toContain(CANARY);
  });
});

const POLICY = 'policy: [ { effect: allow, roles: [admin], actions: ["*"], resources: ["**"] } ]';

describe('a configuration that would let anybody in', () => {
  const STORE = 'stores: [ { name: swarm, provider: docker, endpoint: "unix:///var/run/docker.sock" } ]\n';
  const TOKEN = `{ name: ci, sha256: ${'a'.repeat(64)}, roles: [admin] }`;

  const AUTH = `auth: { tokens: [ ${TOKEN} ] }\n`;

  it('with auth and no policy is told the line to add', async () => {
    const exit = await serve(`${STORE}${AUTH}`);
    const { faults } = faultsOf(exit);
    expect(exit).toMatchObject({ code: 2, stdout: '' });
    expect(faults[0]).toMatch(/policy: is missing/);
    expect(faults[1]).toBe(POLICY);
  });

  it('with that line added starts', async () => {
    const config = join(folder, 'complete.yaml');
    writeFileSync(config, `${STORE}${AUTH}${POLICY}\n`);
    await using gateway = startProgram(['serve', '--config', config, '--port', '0']);
    await gateway.printed(/"event":"listening"/);
    expect(await gateway.stop()).toMatchObject({ code: 0, stderr: '' });
  });

  it('off loopback without auth is told what is missing', async () => {
    const exit = await serve(`server: { host: 0.0.0.0 }\n${STORE}`);
    expect(exit).toMatchObject({ code: 2, stdout: '' });
    expect(faultsOf(exit).faults).toContainEqual(expect.stringMatching(/auth: is missing: .*loopback/));
  });
});

describe('a file that is no configuration', () => {
  it.each([
    ['is not there', null, /the file cannot be read \(ENOENT\)/],
    ['is empty', '', /stores: is missing/],
    ['is no YAML', 'stores:\n  - { name: a\n  - b: "x\n', /line 3.*not YAML/],
    ['is a list', '- a\n', /must be a mapping of keys/],
  ])('that %s is one human sentence and exit code 2', async (_, text, sentence) => {
    const exit =
      text === null ? await runProgram(['serve', '--config', join(folder, 'nowhere.yaml')]) : await serve(text);
    expect(exit).toMatchObject({ code: 2, stdout: '' });
    expect(exit.stderr).toMatch(sentence);
    expect(exit.stderr).not.toMatch(/^ +at |node:/m);
  });
});
