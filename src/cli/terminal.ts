import { once } from 'node:events';
import { styleText } from 'node:util';

/** The process as the commands see it: handed in, so that tests can run them. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Prints a text and a line break. */
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Characters a line; undefined where nobody is looking (a pipe, a file). */
  readonly columns: number | undefined;
  readonly colours: boolean;
  /** Aborts when the process is asked to end, also before anything was started; its reason names the signal. */
  readonly stop: AbortSignal;
}

/** Resolves when the process is asked to end, to the name of the signal; at once if it has been. */
export async function untilStopped({ stop }: Terminal): Promise<string> {
  if (!stop.aborted) await once(stop, 'abort');
  return String(stop.reason);
}

/** What stands out where there are colours, and is plain text elsewhere. */
export function strong(text: string, { colours }: Pick<Terminal, 'colours'>): string {
  return colours ? styleText('bold', text, { validateStream: false }) : text;
}
