import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';

const GUARD = `
  const { guardProcess } = await import('./src/server/process-guard.ts');
  const { url } = await import('node:inspector');
  try { guardProcess(process.env); } catch (error) { console.log(error.message); process.exit(1); }
  console.log(JSON.stringify(Object.values(process.report).filter((value) => value === true)));
  process.stdin.on('data', () => { console.log(String(url())); process.exit(0); });
`;

/** Runs the guard in a process of its own and answers the lines that it prints; `act` sees it after the first. */
async function run(args: readonly string[], act: (child: ReturnType<typeof spawn>) => void = () => {}) {
  const child = spawn(process.execPath, [...args, '--input-type=module', '--eval', GUARD], {
    env: { PATH: process.env.PATH },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const lines: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line);
    if (lines.length === 1) act(child);
  });
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

it('keeps SIGUSR1 from opening the inspector, and reports from being written', async () => {
  const { code, lines } = await run([], (child) => {
    child.kill('SIGUSR1');
    child.stdin?.write('look\n');
  });
  expect({ code, lines }).toEqual({ code: 0, lines: ['[]', 'undefined'] });
});
