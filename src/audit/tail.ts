import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { type ChainTip, parseLine } from './chain.ts';
import { AuditFileError } from './file-error.ts';
import { createReporter, type Finding } from './finding.ts';
import type { HeaderBody } from './line-body.ts';
import { splitLines } from './read-lines.ts';
import { createWalk, type WalkedLine } from './walk.ts';

/** The end of a file that was there before. */
export interface Tail {
  readonly tip: ChainTip;
  /** What follows the last line feed: a write that was cut off. */
  readonly torn: { readonly bytes: number; readonly sha256: string } | null;
}

const HEADER_WINDOW = 65_536;
const TAIL_WINDOW = 1_048_576;

/**
 * Reads whose file it is and where its chain has got to, and checks the lines at its end.
 * @throws AuditFileError AUDIT_FILE_DAMAGED where they are not an intact chain
 */
export async function readTail(handle: FileHandle, size: number): Promise<Tail> {
  const { chain, file } = await readHeader(handle, size);
  for (let window = TAIL_WINDOW; ; window *= 4) {
    const from = Math.max(0, size - window);
    const lines = await linesFrom(handle, from, size);
    // The window may begin in the middle of a line, or at one that was cut off: the chain is taken up after it.
    const first = lines.findIndex(({ found }) => found?.intact === true);
    if (first === -1 && from > 0) continue;
    const { seq, hash } = lastLink(lines.slice(first));
    const last = lines.at(-1)?.raw;
    return { tip: { chain, file, seq, hash }, torn: last === undefined || last.ended ? null : pieceOf(last.bytes) };
  }
}

function pieceOf(bytes: Uint8Array): { readonly bytes: number; readonly sha256: string } {
  return { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

export async function readBytes(handle: FileHandle, from: number, to: number): Promise<Buffer> {
  const bytes = Buffer.alloc(to - from);
  let length = 0;
  while (length < bytes.length) {
    const { bytesRead } = await handle.read(bytes, length, bytes.length - length, from + length);
    if (bytesRead === 0) throw new AuditFileError('AUDIT_FILE_CHANGED');
    length += bytesRead;
  }
  return bytes;
}

/** The end of the chain that these lines are; what is not ended is not one of them. */
function lastLink(lines: readonly WalkedLine[]): { readonly seq: number; readonly hash: string } {
  const findings: Finding[] = [];
  const walk = createWalk(null, createReporter('', findings));
  const ended = lines.filter(({ raw }) => raw.ended);
  ended.forEach((line, index) => {
    walk.step(line, ended[index + 1] ?? null);
  });
  const tip = walk.tip();
  const [hash] = tip?.hashes ?? [];
  if (tip === null || hash === undefined || findings.some(({ level }) => level === 'fault')) throw damaged();
  return { seq: tip.seq, hash };
}

async function readHeader(handle: FileHandle, size: number): Promise<HeaderBody> {
  const [first] = await linesFrom(handle, 0, Math.min(size, HEADER_WINDOW));
  if (!first?.raw.ended || !first.found?.intact || first.found.body.kind !== 'header') throw damaged();
  return first.found.body;
}

async function linesFrom(handle: FileHandle, from: number, to: number): Promise<readonly WalkedLine[]> {
  const lines: WalkedLine[] = [];
  for await (const raw of splitLines([await readBytes(handle, from, to)])) {
    lines.push({ raw, found: parseLine(raw.bytes) });
  }
  return lines;
}

function damaged(): AuditFileError {
  return new AuditFileError('AUDIT_FILE_DAMAGED');
}
