import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFileSink } from '../../src/audit/file-sink.ts';
import { PUBLIC_KEY_FILE, parsePublicKey } from '../../src/audit/signing-key.ts';
import { verify } from '../../src/audit/verify.ts';

const CHILD = fileURLToPath(new URL('../support/audit-child.ts', import.meta.url));

let folder: string;
let file: string;
let children: ChildProcess[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'audit-faults-'));
  file = join(folder, 'audit.jsonl');
  children = [];
});
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

/** A process of its own, and what it said so far, line by line. */
function start(what: string, options: { readonly uid?: number; readonly gid?: number } = {}) {
  const child = spawn(process.execPath, [CHILD, what, file], { stdio: ['ignore', 'pipe', 'inherit'], ...options });
  children.push(child);
  const said: string[] = [];
  const lines = createInterface({ input: child.stdout });
  let wake = () => {};
  lines.on('line', (line) => {
    said.push(line);
    wake();
  });
  child.once('exit', () => wake());
  const saidLines = async (count: number) => {
    while (said.length < count) {
      if (child.exitCode !== null) throw new Error('the process ended early');
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  /** Kills it as the system does, and waits until all that it had said has arrived. */
  const kill = async () => {
    const gone = Promise.all([once(child, 'exit'), once(lines, 'close')]);
    child.kill('SIGKILL');
    await gone;
  };
  return { child, said, saidLines, kill, ended: () => Promise.all([once(child, 'exit'), once(lines, 'close')]) };
}

async function verifyAll() {
  const names = (await readdir(folder)).filter((name) => /^audit\.jsonl(\.\d+)?$/.test(name));
  const publicKeys = [parsePublicKey(await readFile(join(folder, PUBLIC_KEY_FILE), 'utf8'))];
  const files = names.map((name) => join(folder, name));
  const verification = await verify(files, { publicKeys });
  return { ...verification, faults: verification.findings.filter(({ level }) => level === 'fault') };
}

const takeUp = async () => (await openFileSink({ file, checkpointEvery: 7, now: Date.now })).close();

describe('a gateway killed between intent and outcome', () => {
  it('leaves an intact log that tells the open intent', async () => {
    const { said, saidLines, kill } = start('intent');
    await saidLines(1);
    await kill();
    const { faults, findings } = await verifyAll();
    expect(faults).toEqual([]);
    const open = findings.filter(({ code }) => code === 'open-intent');
    expect(open).toMatchObject([{ line: 5, message: expect.stringContaining(said[0] ?? 'nothing was said') }]);
  });

  it('lets go of the file, and the next process goes on in it', async () => {
    const { saidLines, kill } = start('intent');
    await saidLines(1);
    await expect(takeUp()).rejects.toMatchObject({ code: 'AUDIT_FILE_LOCKED' });
    await kill();
    await takeUp();
    const { faults, findings } = await verifyAll();
    expect(faults).toEqual([]);
    expect(findings.map(({ code }) => code).sort()).toEqual(['not-closed', 'open-intent']);
  });
});

describe('a gateway killed in the middle of a write', () => {
  it('leaves a line that is found, and marked by the next process', async () => {
    const { ended } = start('torn');
    await ended();
    const { faults } = await verifyAll();
    expect(faults).toMatchObject([{ code: 'torn', line: 4 }]);
    await takeUp();
    const after = await verifyAll();
    expect(after.faults).toEqual([]);
    expect(after.findings).toContainEqual(expect.objectContaining({ code: 'recovered', line: 4 }));
  });

  it.each([1, 40, 400, 1_500])('has kept all that it was told is kept, after %i intents', async (count) => {
    const { said, saidLines, kill } = start('flood');
    await saidLines(count);
    await kill();
    await takeUp();
    const { faults } = await verifyAll();
    expect(faults).toEqual([]);
    const names = (await readdir(folder)).filter((name) => /^audit\.jsonl(\.\d+)?$/.test(name));
    const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
    const kept = new Set(texts.join('').match(/(?<="id":")[0-9a-f-]{36}/g));
    expect(said.filter((id) => !kept.has(id))).toEqual([]);
  });
});

describe('a file that may not be written', () => {
  it('stops the start of a process, which leaves it alone', async () => {
    await takeUp();
    const before = await readFile(file);
    // The super-user may write anything: the process has to be another's.
    const owner = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    await chmod(folder, 0o777);
    for (const name of await readdir(folder)) await chmod(join(folder, name), 0o666);
    await chmod(file, 0o444);
    await chmod(join(folder, 'audit-signing-key.pem'), 0o600);
    const { said, ended } = start('open', owner);
    await ended();
    expect(said).toEqual(['EACCES']);
    expect(await readFile(file)).toEqual(before);
  });
});
