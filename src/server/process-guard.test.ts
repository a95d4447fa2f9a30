import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';

const GUARD = `
  const { guardProcess } = await import('./src/server/process-guard.ts');
  try { guardProcess(process.env); } catch (error) { console.log(error.message); process.exit(1); }
  console.log(process.listenerCount('SIGUSR1'));
  console.log(JSON.stringify(Object.values(process.report).filter((value) => value === true)));
  process.exit(0);
`;

/** Runs the guard in a process of its own and answers the lines that it prints. */
async function run(args: readonly string[]) {
  const child = spawn(process.execPath, [...args, '--input-type=module', '--eval', GUARD], {
    env: { PATH: process.env.PATH },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const lines: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
  const [code] = await once(child, 'close');
  return { code, lines };
}

it('refuses a process whose inspector is open', async () => {
  const { code, lines } = await run(['--inspect=127.0.0.1:0']);
  expect([code, lines[0]]).toEqual([1, expect.stringContaining('without --inspect')]);
});

it('refuses a process that a signal makes write its heap to a file', async () => {
  const { code, lines } = await run(['--heapsnapshot-signal=SIGUSR2']);
  expect([code, lines[0]]).toEqual([1, expect.stringContaining('--heapsnapshot-signal')]);
});

it('takes SIGUSR1, which would open the inspector, for itself, and lets no report be written', async () => {
  expect(await run([])).toEqual({ code: 0, lines: ['1', '[]'] });
});
