import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';
import { type Exit, runProgram } from './program.ts';

const EXAMPLES = resolve(import.meta.dirname, '../../examples');
/** Shorter ones are words such as `true`, which any text may hold. */
const TELLING_LENGTH = 12;

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.close());

/** Runs an example the way its first comment says, and makes sure that it printed no value of any store. */
async function runExample(name: string, args: readonly string[], token = 'sandbox-admin'): Promise<Exit> {
  const env = { PORTCULLIS_URL: gateway.url, PORTCULLIS_TOKEN: token };
  const exit = await runProgram(args, { script: `${EXAMPLES}/${name}.ts`, env });
  const values = Object.values(gateway.emulators).flatMap((emulator) => emulator.values());
  const telling = values.filter((value) => value.length >= TELLING_LENGTH);
  expect(telling.length).toBeGreaterThan(50);
  expect(telling.filter((value) => `${exit.stdout}${exit.stderr}`.includes(value))).toEqual([]);
  return exit;
}

describe('find-expiring', () => {
  it('prints what expires or is used by nobody, as a table with a sum', async () => {
    const { code, stdout, stderr } = await runExample('find-expiring', ['365'], 'sandbox-auditor');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const rows = stdout.match(/^│ (?!Store ).*│$/gm) ?? [];
    expect(stdout).toContain(`\n${rows.length} secrets expire within 365 days or are used by nobody.\n`);
    expect(stdout).toMatch(/│ segura .*│ expires in \d+ days? /);
    expect(stdout).toMatch(/│ docker .*│ nobody uses it /);
  });

  it('says which stores are missing from the picture', async () => {
    gateway.emulators.segura?.setFault({ status: 503 });
    await gateway.query('mutation { refreshStore(input: { store: "segura" }) { store { id } } }');
    const { code, stdout } = await runExample('find-expiring', ['365'], 'sandbox-auditor');
    gateway.emulators.segura?.setFault(null);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Not the whole picture: segura is \w+/m);
  });

  it('refuses a number of days that is none', async () => {
    expect(await runExample('find-expiring', ['many'])).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('rotate-and-reveal', () => {
  it('lists where it could be tried, and every line of the list works', async () => {
    const { code, stdout } = await runExample('rotate-and-reveal', []);
    const [, ...lines] = stdout.trimEnd().split('\n');
    expect(code).toBe(2);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) {
      const exit = await runExample('rotate-and-reveal', line.trim().split(' '));
      expect(exit).toMatchObject({ code: 0, stderr: '' });
      expect(exit.stdout).toContain('Printed, the value is [redacted].');
      expect(exit.stdout).toContain('The store holds exactly what was written.');
    }
  });

  it('tells in one line, without a stack, that the token is not known', async () => {
    const { code, stdout, stderr } = await runExample('rotate-and-reveal', ['a', 'b'], 'not-a-token');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^UNAUTHENTICATED: .+ \[request [\w-]+\]\n$/);
  });
});
