import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { runProgram } from './program.ts';

const COMMANDS = ['serve', 'sandbox', 'check', 'policy', 'audit', 'schema', 'config-schema'];
const ROOT = resolve(import.meta.dirname, '../..');

describe('the command line', () => {
  it('helps with every command in lines of at most 100 characters', async () => {
    const { code, stdout } = await runProgram(['--help']);
    expect(code).toBe(0);
    for (const command of COMMANDS) expect(stdout).toMatch(new RegExp(`^ {2}${command}\\b`, 'm'));
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
  });

  it('tells the version of its package', async () => {
    const { version } = JSON.parse(readFileSync(`${ROOT}/package.json`, 'utf8')) as { version: string };
    expect(await runProgram(['--version'])).toMatchObject({ code: 0, stdout: `${version}\n` });
  });

  it.each([
    [['serv'], 'portcullis: there is no command serv; see --help\n'],
    [['serve', '--confg', 'a.yaml'], "portcullis: unknown option '--confg', did you mean --config; see --help\n"],
    [['check'], "portcullis: required option '-c, --config <file>' not specified; see --help\n"],
    [
      ['serve', '--config', 'a.yaml', '--secrets', '9'],
      expect.stringContaining('--secrets is for the emulated stores'),
    ],
    [['--port', '70000'], expect.stringContaining('a whole number from 0 to 65535')],
  ])('answers %j with a sentence and exit code 2', async (args, stderr) => {
    expect(await runProgram(args)).toEqual({ code: 2, signal: null, stdout: '', stderr });
  });
});

describe('schema', () => {
  it('prints SDL that builds', async () => {
    const { code, stdout } = await runProgram(['schema']);
    expect(code).toBe(0);
    expect(Object.keys(buildSchema(stdout).getMutationType()?.getFields() ?? {})).toContain('revealSecret');
  });
});

describe('config-schema', () => {
  it('prints a JSON Schema that takes the example of the README and refuses a misspelt key', async () => {
    const { code, stdout } = await runProgram(['config-schema']);
    const schema = z.fromJSONSchema(JSON.parse(stdout) as Parameters<typeof z.fromJSONSchema>[0]);
    const readme = readFileSync(`${ROOT}/README.md`, 'utf8');
    const examples = [...readme.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');
    const example = parse(examples.find((text) => text.includes('\nstores:')) ?? '') as object;
    expect(code).toBe(0);
    expect(schema.safeParse(example).error).toBeUndefined();
    expect(schema.safeParse({ ...example, cashe: {} }).success).toBe(false);
  });
});
