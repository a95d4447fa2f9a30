/** What is wrong with a log. */
const FAULTS = [
  'unreadable',
  'no-header',
  'repeated-file',
  'malformed',
  'altered',
  'torn',
  'inserted',
  'out-of-place',
  'missing-lines',
  'broken-link',
  'missing-files',
  'signature',
  'unknown-key',
  'checkpoint-missing',
] as const;

/** What is worth knowing about a log that may be quite all right. */
const NOTES = [
  'recovered',
  'gap',
  'open-intent',
  'not-closed',
  'unsigned-tail',
  'earlier-files',
  'file-order',
  'signatures-unchecked',
] as const;

export type FaultCode = (typeof FAULTS)[number];
export type NoteCode = (typeof NOTES)[number];

export interface Finding {
  readonly level: 'fault' | 'info';
  readonly code: FaultCode | NoteCode;
  readonly file: string;
  /** Counted from 1; null: the file as a whole. */
  readonly line: number | null;
  /** One sentence in our words: nothing that a line holds but numbers and ids. */
  readonly message: string;
}

/** Reports about one file. */
export interface Reporter {
  readonly fault: (code: FaultCode, line: number | null, message: string) => void;
  readonly note: (code: NoteCode, line: number | null, message: string) => void;
}

export function createReporter(file: string, findings: Finding[]): Reporter {
  return {
    fault: (code, line, message) => findings.push({ level: 'fault', code, file, line, message }),
    note: (code, line, message) => findings.push({ level: 'info', code, file, line, message }),
  };
}
