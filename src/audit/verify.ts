import type { KeyObject } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { causeName } from '../domain/errors.ts';
import { createReporter, type Finding, type Reporter } from './finding.ts';
import { createOpenIntents } from './open-intents.ts';
import { fingerprintOf } from './signing-key.ts';
import { type AuditSource, type FileSummary, type HeaderLine, readHeaderLine, verifyFile } from './verify-file.ts';
import type { WalkTip } from './walk.ts';

export interface Verification {
  /** Whether nothing is wrong; notes may still be worth reading. */
  readonly intact: boolean;
  readonly files: readonly FileSummary[];
  readonly findings: readonly Finding[];
}

export interface VerifyOptions {
  /** What checkpoints may be signed with. None: signatures are not checked, and a note says so. */
  readonly publicKeys?: readonly KeyObject[];
}

/**
 * Checks audit files: every line is what was written, in its place, and none is missing in between. Files of one
 * chain are put in order by what their headers say; files of several chains may be given together.
 *
 * What a file cannot tell of itself: lines after the last checkpoint may have been rewritten, and the end of the last
 * file may have been cut off. Cut anywhere, it is only not closed, as after a crash; cut where an earlier process had
 * closed it, not even that. Compare its last line with what was seen elsewhere.
 */
export async function verify(files: readonly string[], options: VerifyOptions = {}): Promise<Verification> {
  return verifySources(
    files.map((name) => ({ name, read: () => createReadStream(name) })),
    options,
  );
}

/** The same for texts that are in memory. */
export async function verifySources(
  sources: readonly AuditSource[],
  { publicKeys = [] }: VerifyOptions = {},
): Promise<Verification> {
  const findings: Finding[] = [];
  const files: FileSummary[] = [];
  const keys = new Map(publicKeys.map((key) => [fingerprintOf(key), key]));
  for (const chain of chainsOf(await openAll(sources, findings))) {
    const intents = createOpenIntents();
    let start: WalkTip | null = null;
    for (const [index, { source, header, report }] of chain.entries()) {
      const last = index === chain.length - 1;
      const job = { source, header, start, last, publicKeys: keys, report, intents };
      const { summary, end } = await guarded(report, () => verifyFile(job));
      if (summary !== null) files.push(summary);
      start = end;
    }
    findings.push(...intents.findings());
  }
  noteUnchecked(files, keys.size, findings);
  return { intact: !findings.some(({ level }) => level === 'fault'), files, findings };
}

interface OpenedSource {
  readonly source: AuditSource;
  readonly header: HeaderLine | null;
  readonly report: Reporter;
}

async function openAll(sources: readonly AuditSource[], findings: Finding[]): Promise<readonly OpenedSource[]> {
  const opened: OpenedSource[] = [];
  const seen = new Set<string>();
  for (const source of sources) {
    const report = createReporter(source.name, findings);
    try {
      const header = await readHeaderLine(source);
      const again = header !== null && seen.has(header.body.file);
      if (header !== null) seen.add(header.body.file);
      if (again) report.fault('repeated-file', null, 'Another of the given files says that it is the same file.');
      else opened.push({ source, header, report });
    } catch (error) {
      report.fault('unreadable', null, `The file cannot be read (${causeName(error)}).`);
    }
  }
  return opened;
}

/** Files of one chain together, in the order of their lines. A file without a header stands alone. */
function chainsOf(opened: readonly OpenedSource[]): readonly (readonly OpenedSource[])[] {
  const chains = Map.groupBy(opened, ({ header, source }) => header?.body.chain ?? source);
  return [...chains.values()].map((files) => {
    const ordered = files.toSorted((a, b) => (a.header?.seq ?? 0) - (b.header?.seq ?? 0));
    ordered.forEach(({ report }, index) => {
      if (files[index] !== ordered[index])
        report.note('file-order', null, `By its header it is file ${index + 1} of its chain, and is checked as that.`);
    });
    return ordered;
  });
}

async function guarded(report: Reporter, check: () => ReturnType<typeof verifyFile>) {
  try {
    return await check();
  } catch (error) {
    report.fault('unreadable', null, `The file cannot be read (${causeName(error)}).`);
    return { summary: null, end: null };
  }
}

function noteUnchecked(files: readonly FileSummary[], keys: number, findings: Finding[]): void {
  const [first] = files;
  if (first === undefined || keys > 0) return;
  createReporter(first.file, findings).note(
    'signatures-unchecked',
    null,
    'No public key was given: whoever can write the files could have rewritten them as a whole.',
  );
}
