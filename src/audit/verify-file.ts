import type { KeyObject } from 'node:crypto';
import { type FoundLine, parseLine } from './chain.ts';
import type { Reporter } from './finding.ts';
import type { HeaderBody } from './line-body.ts';
import type { OpenIntents } from './open-intents.ts';
import { splitLines } from './read-lines.ts';
import { createWalk, follows, range, type WalkedLine, type WalkTip } from './walk.ts';
import { createWatch } from './watch.ts';

/** Something to verify: a file, or in a test a text. */
export interface AuditSource {
  readonly name: string;
  readonly read: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** The first line of a file, where it is a header at all. */
export interface HeaderLine extends FoundLine {
  readonly body: HeaderBody;
}

export interface FileSummary {
  readonly file: string;
  readonly lines: number;
  readonly chain: string | null;
  /** Place in the chain of the first and the last line. */
  readonly firstSeq: number | null;
  readonly lastSeq: number | null;
  /** Up to where a checkpoint vouches; null: no checkpoint. */
  readonly signedSeq: number | null;
  /** Whether it ends in the checkpoint of an orderly end. */
  readonly closed: boolean;
}

export interface FileVerification {
  readonly source: AuditSource;
  readonly header: HeaderLine | null;
  /** Where the file before it ended; null: none was given. */
  readonly start: WalkTip | null;
  /** Whether no file of the chain comes after it. */
  readonly last: boolean;
  readonly publicKeys: ReadonlyMap<string, KeyObject>;
  readonly report: Reporter;
  readonly intents: OpenIntents;
}

/** Checks one file of a chain, and says where the next has to go on. */
export async function verifyFile(job: FileVerification): Promise<{ summary: FileSummary; end: WalkTip | null }> {
  const { source, header, report, publicKeys, intents, last } = job;
  const walk = createWalk(startOf(job), report);
  const watch = createWatch({ file: source.name, header: header?.body ?? null, publicKeys, report, intents });
  let lines = 0;
  for await (const [line, next] of pairs(source)) {
    lines = line.raw.number;
    if (lines === 1 && line.found?.body.kind !== 'header')
      report.fault('no-header', 1, 'The file does not begin with a header: it is missing or was changed.');
    const found = walk.step(line, next);
    if (found !== null) watch.accept(found, lines);
  }
  if (lines === 0) report.fault('no-header', null, 'The file is empty.');
  else watch.end(last);
  const end = walk.tip();
  return {
    end,
    summary: {
      file: source.name,
      lines,
      chain: header?.body.chain ?? null,
      firstSeq: header?.seq ?? null,
      lastSeq: end?.seq ?? null,
      ...watch.vouched(),
    },
  };
}

/** Null for a file whose first line is no header. */
export async function readHeaderLine(source: AuditSource): Promise<HeaderLine | null> {
  for await (const { bytes } of splitLines(source.read())) {
    const found = parseLine(bytes);
    return found?.body.kind === 'header' ? { ...found, body: found.body } : null;
  }
  return null;
}

/** The header has to go on where the file before it ended; where it does not, the chain is taken up at the header. */
function startOf({ header, start, report }: FileVerification): WalkTip | null {
  if (header === null || !header.intact) return start;
  if (start === null) {
    if (header.seq > 1)
      report.note('earlier-files', 1, `${range(1, header.seq - 1)} of the chain are in earlier files, not given here.`);
    return null;
  }
  if (follows(header, start)) return start;
  const message =
    header.seq > start.seq + 1
      ? `${range(start.seq + 1, header.seq - 1)} of the chain are in no given file: one, or the end of one, is missing.`
      : 'This file does not go on where the one before it ends: one of the two was replaced, or added to.';
  report.fault('missing-files', 1, message);
  return null;
}

async function* pairs({ read }: AuditSource): AsyncGenerator<readonly [WalkedLine, WalkedLine | null]> {
  let line: WalkedLine | null = null;
  for await (const raw of splitLines(read())) {
    const next: WalkedLine = { raw, found: parseLine(raw.bytes) };
    if (line !== null) yield [line, next];
    line = next;
  }
  if (line !== null) yield [line, null];
}
