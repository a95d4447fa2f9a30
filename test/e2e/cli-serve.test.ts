import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WORDS } from '../support/registry.ts';
import { post } from './post.ts';
import { type Program, startProgram } from './program.ts';

describe('serve without a configuration', () => {
  let program: Program;
  let url: string;
  let banner: string;
  beforeAll(async () => {
    program = startProgram(['serve', '--port', '0']);
    url = (await program.printed(/Explorer +(http:\/\/127\.0\.0\.1:\d+)\//))[1] ?? '';
    banner = (await program.printed(/^[\s\S]*Stop: Ctrl-C\n/))[0];
  });
  afterAll(() => program.close());

  it('says of every store where it runs, and something answers there', async () => {
    const places = [...banner.matchAll(/^ {2}(\w+) .* (\d+) +http.?:\/\/127\.0\.0\.1:(\d+)/gm)];
    expect(places.map(([, name]) => name)).toEqual(WORDS);
    for (const [, , secrets, port] of places) {
      expect(Number(secrets)).toBeGreaterThan(0);
      expect(await accepts(Number(port))).toBe(true);
    }
  });

  it('says which tokens there are, and each is taken', async () => {
    const tokens = [...banner.matchAll(/^ {2}(sandbox-\w+) +\w/gm)].map((match) => match[1] ?? '');
    expect(tokens).toEqual(['sandbox-admin', 'sandbox-auditor', 'sandbox-developer']);
    for (const token of tokens) {
      expect(await post(url, '{ viewer { name } }', token)).toMatchObject({ data: { viewer: { name: token } } });
    }
  });

  it.each([0, 1, 2])('prints query %i that works as it stands', async (index) => {
    const queries = [...banner.matchAll(/^ {2}# .+\n((?: {2}.+\n)+)\n/gm)].map((match) => match[1] ?? '');
    expect(queries).toHaveLength(3);
    const answer = await post(url, queries[index] ?? '', 'sandbox-admin');
    expect(answer.errors).toBeUndefined();
    expect(answer.extensions?.partial).not.toBe(true);
    expect(JSON.stringify(answer.data)).toMatch(/"(name|label)":"\w+/);
  });

  it('prints a curl line that works as it stands', async () => {
    const [, line = ''] = await program.printed(/^ {2}(curl (?:.+\\\n)+.+)$/m);
    // The shell takes the line apart; a function in place of curl shows what it was given.
    const [address = '', ...rest] = argumentsOf(line);
    const headers = rest
      .filter((_, place) => rest[place - 1] === '-H')
      .map((text) => text.split(': ') as [string, string]);
    const response = await fetch(address, { method: 'POST', headers, body: rest.at(-1) ?? '' });
    expect(await response.json()).toMatchObject({ data: { secretsSummary: { totalCount: expect.any(Number) } } });
  });

  it('serves the explorer and tells it the tokens', async () => {
    expect(await (await fetch(`${url}/`)).text()).toContain('<title>Portcullis explorer</title>');
    expect(await (await fetch(`${url}/explorer/config.json`)).json()).toMatchObject({ sandbox: true });
  });
});

describe('serve, when it is asked to end', () => {
  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('exits 0 on %s and leaves nothing behind', async (signal) => {
    await using program = startProgram(['serve', '--port', '0', '--secrets', '10']);
    const [, url = ''] = await program.printed(/GraphQL +(.+)\/graphql[\s\S]*Stop: Ctrl-C/);
    // A connection that is kept alive does not hold it up.
    await post(url, '{ viewer { name } }', 'sandbox-admin');
    expect(program.leftFiles()).toHaveLength(1);
    expect(await program.stop(signal)).toMatchObject({ code: 0, stderr: '' });
    expect(program.leftFiles()).toEqual([]);
    expect(program.isAlive()).toBe(false);
  });

  it('takes the two signals of one Ctrl-C under npm for one', async () => {
    await using program = startProgram(['serve', '--port', '0', '--secrets', '10']);
    await program.printed(/Stop: Ctrl-C/);
    program.kill('SIGINT');
    expect(await program.stop('SIGINT')).toMatchObject({ code: 0 });
    expect(program.leftFiles()).toEqual([]);
  });

  it('ends what it has started so far when the signal comes during the start', async () => {
    await using program = startProgram(['serve', '--port', '0', '--secrets', '50000']);
    await Promise.race([firstFileIn(program.temporary), program.exited]);
    expect(await program.stop('SIGTERM')).toEqual({ code: 0, signal: null, stdout: '', stderr: '' });
    expect(program.leftFiles()).toEqual([]);
    expect(program.isAlive()).toBe(false);
  });
});

describe('serve on a port that is in use', () => {
  it('says so and what to do, exits 1 and leaves nothing behind', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    await using program = startProgram(['serve', '--port', String(port), '--secrets', '10']);
    expect(await program.exited).toMatchObject({
      code: 1,
      stdout: '',
      stderr: `portcullis: port ${port} is in use; choose another with --port, or --port 0 for a free one\n`,
    });
    expect(program.leftFiles()).toEqual([]);
    server.close();
  });
});

function argumentsOf(line: string): string[] {
  const script = `curl() { printf '%s\\n' "$@"; }; ${line}`;
  return execFileSync('/bin/sh', ['-c', script], { encoding: 'utf8' }).trimEnd().split('\n');
}

async function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

async function firstFileIn(folder: string): Promise<void> {
  await new Promise<void>((found) => {
    const watcher = watch(folder, () => {
      watcher.close();
      found();
    });
  });
}
