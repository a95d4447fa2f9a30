import { createHash } from 'node:crypto';
import type { FoundLine } from './chain.ts';
import type { Reporter } from './finding.ts';
import type { RawLine } from './read-lines.ts';

/** A line of a file, and what it says if it is a line of a log. */
export interface WalkedLine {
  readonly raw: RawLine;
  readonly found: FoundLine | null;
}

/** Where the walk has got to. */
export interface WalkTip {
  readonly seq: number;
  /** What the next line may name as `prev`: more than one where the line itself was tampered with; null: anything. */
  readonly hashes: readonly string[] | null;
  readonly prev: string | null;
}

/**
 * Follows a chain line by line. After a fault it takes up the thread again, so that each tampering is reported once,
 * where it is, and does not hide the next.
 */
export interface Walk {
  /** The line where it has its place in the chain and is what it was; else null, and reported. */
  readonly step: (line: WalkedLine, next: WalkedLine | null) => FoundLine | null;
  readonly tip: () => WalkTip | null;
}

/** @param start null: whatever line comes first is taken as the beginning. */
export function createWalk(start: WalkTip | null, report: Reporter): Walk {
  let tip = start;
  /** Lines that stand too early: their place is still to come. */
  const displaced = new Map<number, string>();
  const accept = (line: FoundLine): FoundLine => {
    tip = { seq: line.seq, hashes: [line.hash], prev: line.prev };
    return line;
  };

  const tampered = ({ raw, found }: WalkedLine, next: WalkedLine | null): null => {
    if (found === null) report.fault('malformed', raw.number, 'This is not a line of an audit log.');
    else report.fault('altered', raw.number, 'The line is not what its hash says: it was changed.');
    const inserted = tip !== null && next?.found?.intact === true && follows(next.found, tip);
    if (inserted || (tip === null && found === null)) return null;
    const hashes = found === null ? null : [found.hash, found.contentHash];
    tip = { seq: tip === null ? (found?.seq ?? 0) : tip.seq + 1, hashes, prev: null };
    return null;
  };

  const late = (line: FoundLine, number: number, at: WalkTip): null => {
    const rival = line.seq === at.seq && line.prev === at.prev;
    if (rival) {
      tip = { ...at, hashes: [...(at.hashes ?? []), line.hash] };
      report.fault('inserted', number, `Two lines claim the place ${line.seq}: one of them was put in.`);
    } else report.fault('out-of-place', number, `Line ${line.seq} of the chain was moved or copied to this place.`);
    return null;
  };

  const early = (line: FoundLine, { number, next }: { number: number; next: WalkedLine | null }, at: WalkTip) => {
    if (isAllDisplaced(displaced, at.seq + 1, line.seq - 1) && displaced.get(line.seq - 1) === line.prev)
      return accept(line);
    const runs = next === null || next.found === null || continues(next.found, line);
    if (runs) {
      report.fault(
        'missing-lines',
        number,
        `${range(at.seq + 1, line.seq - 1)} of the chain should stand before this.`,
      );
      return accept(line);
    }
    report.fault('out-of-place', number, `Line ${line.seq} of the chain was moved or copied to this place.`);
    displaced.set(line.seq, line.hash);
    return null;
  };

  return {
    tip: () => tip,
    step(line, next) {
      const { raw, found } = line;
      if (tip !== null && isRecovered(raw, next, tip)) {
        report.note('recovered', raw.number, 'A process died while writing this line; the log went on after it.');
        return null;
      }
      if (!raw.ended) {
        report.fault('torn', raw.number, 'The last line is cut off: a process died while writing it, or it was cut.');
        return null;
      }
      if (found === null || !found.intact) return tampered(line, next);
      if (tip === null || follows(found, tip)) return accept(found);
      if (found.seq <= tip.seq) return late(found, raw.number, tip);
      if (found.seq > tip.seq + 1) return early(found, { number: raw.number, next }, tip);
      report.fault('broken-link', raw.number, 'This does not follow the line before it: one of the two was replaced.');
      return accept(found);
    },
  };
}

/** 'Line 7' or 'Lines 7 to 9'. */
export function range(from: number, to: number): string {
  return from === to ? `Line ${from}` : `Lines ${from} to ${to}`;
}

export function follows({ seq, prev }: FoundLine, tip: WalkTip): boolean {
  return seq === tip.seq + 1 && (tip.hashes === null || tip.hashes.includes(prev));
}

function continues(line: FoundLine, before: FoundLine): boolean {
  return line.seq === before.seq + 1 && line.prev === before.hash;
}

/** Whether the next line says, from its place in the chain, that this one is the rest of a write that was cut off. */
function isRecovered({ bytes }: RawLine, next: WalkedLine | null, tip: WalkTip): boolean {
  const found = next?.found;
  if (!found?.intact || found.body.kind !== 'recovered' || !follows(found, tip)) return false;
  return found.body.bytes === bytes.length && found.body.sha256 === createHash('sha256').update(bytes).digest('hex');
}

function isAllDisplaced(displaced: ReadonlyMap<number, string>, from: number, to: number): boolean {
  if (to - from >= displaced.size) return false;
  for (let seq = from; seq <= to; seq += 1) if (!displaced.has(seq)) return false;
  return true;
}
