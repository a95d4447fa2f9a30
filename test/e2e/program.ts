import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');
/** The Node that npm scripts run on, whatever the machine's own is. */
const NODE = join(ROOT, 'node_modules/.bin/node');

export interface ProgramOptions {
  /** Beside PATH and TMPDIR, which are all that it gets otherwise. */
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** The script; `src/main.ts` unless told. */
  readonly script?: string;
}

export interface Exit {
  /** Null where a signal ended it. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A program of ours in a process group and with a folder for temporary files of its own. */
export interface Program {
  /** Resolves to the first match in what it has printed; rejects where it ends without. */
  printed(pattern: RegExp): Promise<RegExpExecArray>;
  readonly exited: Promise<Exit>;
  /** Sends the signal and waits for the end. */
  stop(signal?: NodeJS.Signals): Promise<Exit>;
  kill(signal: NodeJS.Signals): void;
  /** Where it keeps temporary files. */
  readonly temporary: string;
  /** What it has left there. */
  leftFiles(): readonly string[];
  /** Whether any process of its group is there. */
  isAlive(): boolean;
  /** Ends it whatever it is doing, and removes its folder. */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Starts `node src/main.ts` with these arguments. */
export function startProgram(args: readonly string[], options: ProgramOptions = {}): Program {
  const temporary = mkdtempSync(join(tmpdir(), 'portcullis-e2e-'));
  const child = spawn(NODE, [options.script ?? join(ROOT, 'src/main.ts'), ...args], {
    cwd: options.cwd ?? ROOT,
    env: { PATH: process.env.PATH, TMPDIR: temporary, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own: what it started can be found after it.
    detached: true,
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const exited = once(child, 'close').then(([code, signal]): Exit => ({ code, signal, stdout, stderr }));
  const group = child.pid ?? 0;
  const kill = (signal: NodeJS.Signals) => void child.kill(signal);
  const close = async () => {
    if (isGroupAlive(group)) process.kill(-group, 'SIGKILL');
    await exited;
    rmSync(temporary, { recursive: true, force: true });
  };
  return {
    exited,
    kill,
    temporary,
    printed: (pattern) =>
      new Promise((found, missing) => {
        const look = () => {
          const match = pattern.exec(stdout);
          if (match !== null) found(match);
        };
        child.stdout.on('data', look);
        look();
        void exited.then((exit) => missing(new Error(`it ended (${exit.code}) without printing it:\n${exit.stderr}`)));
      }),
    stop: (signal = 'SIGTERM') => {
      kill(signal);
      return exited;
    },
    leftFiles: () => readdirSync(temporary),
    isAlive: () => isGroupAlive(group),
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** Runs a program to its end. */
export async function runProgram(args: readonly string[], options: ProgramOptions = {}): Promise<Exit> {
  await using program = startProgram(args, options);
  return await program.exited;
}

function isGroupAlive(group: number): boolean {
  try {
    return process.kill(-group, 0);
  } catch {
    return false;
  }
}
