import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { FileSink, FileSinkOptions } from '../file-sink.ts';
import { openFileSink } from '../file-sink.ts';
import type { Finding } from '../finding.ts';
import { PUBLIC_KEY_FILE, parsePublicKey } from '../signing-key.ts';
import { type Verification, verify } from '../verify.ts';
import { NOW } from './log.ts';

export interface Line {
  readonly kind: string;
  readonly phase?: string;
  readonly reason?: string;
  readonly id?: string;
  readonly hash: string;
  readonly key?: string;
}

export interface AuditFolder {
  readonly path: () => string;
  readonly file: () => string;
  readonly open: (more?: Partial<FileSinkOptions>) => Promise<FileSink>;
  readonly linesOf: (path?: string) => Promise<readonly Line[]>;
  /** What the lines are: an event's phase, a checkpoint's reason, else the kind. */
  readonly kindsOf: (path?: string) => Promise<readonly string[]>;
  /** Of the file and of all that were put aside, with the public key beside them. */
  readonly verifyAll: () => Promise<Verification>;
  readonly faultsOf: () => Promise<readonly Finding[]>;
}

/** A folder of its own for each test, and an audit file in it. */
export function inAuditFolder(): AuditFolder {
  let path = '';
  beforeEach(async () => {
    path = await mkdtemp(join(tmpdir(), 'audit-'));
  });
  afterEach(() => rm(path, { recursive: true, force: true }));
  const file = () => join(path, 'audit.jsonl');
  const linesOf = async (name = file()): Promise<readonly Line[]> =>
    (await readFile(name, 'utf8'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
  const verifyAll = async () => {
    const names = (await readdir(path)).filter((name) => /^audit\.jsonl(\.\d+)?$/.test(name)).sort();
    const publicKeys = [parsePublicKey(await readFile(join(path, PUBLIC_KEY_FILE), 'utf8'))];
    return verify(
      names.map((name) => join(path, name)),
      { publicKeys },
    );
  };
  return {
    path: () => path,
    file,
    linesOf,
    verifyAll,
    open: (more = {}) => openFileSink({ file: file(), checkpointEvery: 100, now: () => NOW, ...more }),
    kindsOf: async (name) => (await linesOf(name)).map(({ kind, phase, reason }) => phase ?? reason ?? kind),
    faultsOf: async () => (await verifyAll()).findings.filter(({ level }) => level === 'fault'),
  };
}
