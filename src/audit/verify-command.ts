import type { KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { causeName } from '../domain/errors.ts';
import type { Finding } from './finding.ts';
import { parsePublicKey } from './signing-key.ts';
import { type Verification, verify } from './verify.ts';
import type { FileSummary } from './verify-file.ts';

export interface AuditVerifyArguments {
  readonly files: readonly string[];
  /** PEM files. Several where the key was changed. */
  readonly publicKeys?: readonly string[] | undefined;
  readonly json?: boolean | undefined;
}

/** `portcullis audit verify`. Exit codes: 0 intact, 1 something is wrong, 2 it could not be checked. */
export async function runAuditVerify(given: AuditVerifyArguments): Promise<{ exitCode: number; text: string }> {
  const publicKeys: KeyObject[] = [];
  for (const file of given.publicKeys ?? []) {
    try {
      publicKeys.push(parsePublicKey(await readFile(file, 'utf8')));
    } catch (error) {
      return { exitCode: 2, text: `portcullis: ${file} is not a public key that can be used (${causeName(error)})` };
    }
  }
  const verification = await verify(given.files, { publicKeys });
  const text = given.json === true ? JSON.stringify(verification) : formatVerification(verification);
  return { exitCode: verification.intact ? 0 : 1, text };
}

/** For people: file by file, what is wrong before what is worth knowing, and the verdict last. */
function formatVerification({ intact, files, findings }: Verification): string {
  const names = [...new Set([...files.map(({ file }) => file), ...findings.map(({ file }) => file)])];
  const blocks = names.map((name) => {
    const summary = files.find(({ file }) => file === name);
    const own = findings.filter(({ file }) => file === name).toSorted(byPlace);
    return [`${name}${summary === undefined ? '' : `: ${describe(summary)}`}`, ...own.map(formatFinding)].join('\n');
  });
  const faults = findings.filter(({ level }) => level === 'fault').length;
  const unsigned = findings.some(({ code }) => code === 'signatures-unchecked');
  const verdict = intact
    ? `INTACT: the lines are a whole chain up to the last one here${unsigned ? '; signatures were not checked' : ''}.`
    : `NOT INTACT: ${faults} fault${faults === 1 ? '' : 's'}.`;
  return [...blocks, verdict].join('\n');
}

function describe({ lines, firstSeq, lastSeq, signedSeq, closed }: FileSummary): string {
  const places = firstSeq === null || lastSeq === null ? '' : `, ${firstSeq} to ${lastSeq} of its chain`;
  const signed = signedSeq === null ? ', no checkpoint' : `, last checkpoint at ${signedSeq}`;
  return `${lines} lines${places}${signed}${closed ? ', closed' : ''}`;
}

function formatFinding({ level, line, code, message }: Finding): string {
  const place = line === null ? '' : ` line ${line}`;
  return `  ${level === 'fault' ? 'FAULT' : 'note '}${place} ${code}: ${message}`;
}

function byPlace(a: Finding, b: Finding): number {
  return Number(a.level !== 'fault') - Number(b.level !== 'fault') || (a.line ?? 0) - (b.line ?? 0);
}
