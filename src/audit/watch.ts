import type { KeyObject } from 'node:crypto';
import type { FoundLine } from './chain.ts';
import { isSigned } from './checkpoint.ts';
import type { Reporter } from './finding.ts';
import type { CheckpointBody, CheckpointReason, HeaderBody } from './line-body.ts';
import type { OpenIntents } from './open-intents.ts';

export interface WatchOptions {
  readonly file: string;
  /** Whose file it says it is; null where that is not known, and then no signature can be checked. */
  readonly header: HeaderBody | null;
  /** By fingerprint. None: signatures are not checked. */
  readonly publicKeys: ReadonlyMap<string, KeyObject>;
  readonly report: Reporter;
  readonly intents: OpenIntents;
}

/** What the lines that have their place in the chain say: checkpoints, processes, gaps, intents. */
export interface Watch {
  readonly accept: (line: FoundLine, number: number) => void;
  /** @param last whether no file of the chain comes after it */
  readonly end: (last: boolean) => void;
  /** Up to where a checkpoint vouches, and whether it is that of an orderly end. */
  readonly vouched: () => { readonly signedSeq: number | null; readonly closed: boolean };
}

/** Lines that a checkpoint follows at once, however many came before. */
const WITH_CHECKPOINT: ReadonlySet<string> = new Set(['header', 'opened', 'recovered']);

export function createWatch({ file, header, publicKeys, report, intents }: WatchOptions): Watch {
  let lastNumber = 0;
  let lastReason: CheckpointReason | null = null;
  let signedSeq: number | null = null;
  let checkpointEvery = header?.checkpointEvery ?? Number.POSITIVE_INFINITY;
  let sinceCheckpoint = 0;

  const checkSignature = (body: CheckpointBody, line: FoundLine, number: number) => {
    if (publicKeys.size === 0 || header === null) return;
    const publicKey = publicKeys.get(body.key);
    const tip = { chain: header.chain, file: header.file, seq: line.seq - 1, hash: line.prev };
    if (publicKey === undefined) report.fault('unknown-key', number, 'It is signed with a key that was not given.');
    else if (!isSigned(body, { tip, publicKey })) report.fault('signature', number, 'The signature is wrong.');
  };

  const checkDue = (number: number) => {
    sinceCheckpoint += 1;
    if (sinceCheckpoint !== (signedSeq === null ? 1 : checkpointEvery + 1)) return;
    report.fault('checkpoint-missing', number, 'A checkpoint should stand before this line.');
  };

  return {
    vouched: () => ({ signedSeq, closed: lastReason === 'closed' }),
    accept(line, number) {
      const { body, seq } = line;
      if (body.kind === 'checkpoint') {
        checkSignature(body, line, number);
        signedSeq = seq;
        sinceCheckpoint = 0;
      } else if (!WITH_CHECKPOINT.has(body.kind)) checkDue(number);
      if (body.kind === 'opened') {
        checkpointEvery = body.checkpointEvery;
        if (lastReason !== 'closed' && lastNumber > 0)
          report.note('not-closed', lastNumber, 'The process that wrote up to here ended without closing the log.');
      }
      if (body.kind === 'gap')
        report.note('gap', number, `${body.refused} events were refused here: the file could not be written.`);
      if (body.kind === 'event') intents.note(body, { file, line: number });
      lastReason = body.kind === 'checkpoint' ? body.reason : null;
      lastNumber = number;
    },
    end(last) {
      if (signedSeq === null) report.fault('checkpoint-missing', null, 'The file has no checkpoint.');
      if (!last || lastReason === 'closed') return;
      report.note('not-closed', lastNumber, 'The log does not end in a final checkpoint: it is still written, or cut.');
      if (lastReason !== null) return;
      report.note(
        'unsigned-tail',
        lastNumber,
        'Lines after the last checkpoint are chained, but nothing vouches for them.',
      );
    },
  };
}
