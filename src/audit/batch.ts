import { CHAIN_START, type ChainedLine, type ChainTip, chainLine, type Link } from './chain.ts';
import { createCheckpoint } from './checkpoint.ts';
import {
  AUDIT_FORMAT,
  AUDIT_FORMAT_VERSION,
  type CheckpointReason,
  type HeaderBody,
  type LineBody,
  type OpenedBody,
} from './line-body.ts';
import type { SigningKey } from './signing-key.ts';

/** What all lines that one process writes have in common. */
export interface Writing {
  readonly key: SigningKey;
  /** Lines between two checkpoints, at most. */
  readonly checkpointEvery: number;
  /** RFC 3339, UTC, milliseconds. */
  readonly at: () => string;
  readonly randomId: () => string;
  readonly pid: number;
  readonly startedAt: string;
}

/** Where a file has got to. */
export interface Position {
  readonly tip: ChainTip;
  readonly sinceCheckpoint: number;
}

export interface Batch extends Position {
  readonly bytes: Buffer;
}

/** Lines for one write, with the checkpoints that fall due among them, and one at the end where `last` asks for it. */
export function createBatch(
  writing: Writing,
  start: Position,
  { bodies, last }: { readonly bodies: readonly LineBody[]; readonly last?: CheckpointReason },
): Batch {
  const lines: ChainedLine[] = [];
  let { tip, sinceCheckpoint } = start;
  const add = (body: LineBody) => {
    const line = chainLine(tip, body);
    lines.push(line);
    tip = { ...tip, seq: line.seq, hash: line.hash };
  };
  const check = (reason: CheckpointReason) => {
    add(createCheckpoint(writing.key, { tip, at: writing.at(), reason }));
    sinceCheckpoint = 0;
  };
  for (const body of bodies) {
    add(body);
    sinceCheckpoint += 1;
    if (body.kind === 'header' || body.kind === 'opened') check('opened');
    else if (sinceCheckpoint >= writing.checkpointEvery) check('interval');
  }
  if (last !== undefined) check(last);
  return { bytes: Buffer.from(lines.map(({ text }) => `${text}\n`).join('')), tip, sinceCheckpoint };
}

/** The first lines of a new file, which continues `after` or begins a chain of its own. */
export function createFirstBatch(writing: Writing, after: ChainTip | null): Batch {
  const chain = after?.chain ?? writing.randomId();
  const file = writing.randomId();
  const header: HeaderBody = {
    kind: 'header',
    format: AUDIT_FORMAT,
    version: AUDIT_FORMAT_VERSION,
    chain,
    file,
    previousFile: after?.file ?? null,
    ...processFields(writing),
  };
  const link: Link = after ?? CHAIN_START;
  return createBatch(writing, { tip: { ...link, chain, file }, sinceCheckpoint: 0 }, { bodies: [header] });
}

export function openedBody(writing: Writing): OpenedBody {
  return { kind: 'opened', ...processFields(writing) };
}

function processFields({ key, checkpointEvery, at, pid, startedAt }: Writing) {
  return { at: at(), checkpointEvery, key: key.fingerprint, pid, startedAt };
}
