import type { Finding } from './finding.ts';
import type { ParsedBody } from './line-body.ts';

type EventLine = Extract<ParsedBody, { kind: 'event' }>;

/** The intents of a chain that no outcome has followed yet. */
export interface OpenIntents {
  readonly note: (event: EventLine, place: { readonly file: string; readonly line: number }) => void;
  readonly findings: () => readonly Finding[];
}

export function createOpenIntents(): OpenIntents {
  const open = new Map<string, Finding>();
  return {
    note({ id, phase, subject }, { file, line }) {
      if (phase === 'outcome') open.delete(id);
      if (phase !== 'intent') return;
      const store = subject.store === null ? '' : ` on ${printable(subject.store)}`;
      const message = `Intent ${printable(id)} (${printable(subject.mutation)}${store}) has no outcome: what became of it is not known.`;
      open.set(id, { level: 'info', code: 'open-intent', file, line, message });
    },
    findings: () => [...open.values()],
  };
}

/** A log that somebody tampered with must not steer the terminal of whoever reads the report. */
function printable(text: string): string {
  return text.replace(/[^\w.:/ -]/g, '?').slice(0, 100);
}
