import { type DestinationStream, pino } from 'pino';

/**
 * Everything that may appear in a log line. A field that is not here cannot be logged: what is printed is chosen by
 * this list, not by remembering what to leave out. No message of a library, no variables, no document text.
 */
export interface LogFields {
  readonly requestId?: string;
  readonly principal?: string;
  readonly address?: string | null;
  readonly operationName?: string | null;
  /** SHA-256 of the document without its literals. */
  readonly operationHash?: string | null;
  readonly store?: string;
  readonly provider?: string;
  readonly operation?: string;
  readonly status?: number | null;
  readonly durationMs?: number;
  readonly codes?: readonly string[];
  readonly code?: string;
  readonly partial?: boolean;
  readonly causeName?: string;
  /** 'file:line' frames of our own sources, for what nobody expected. Never the message. */
  readonly frames?: readonly string[];
  readonly auditId?: string;
  readonly phase?: string;
  readonly action?: string;
  readonly mutation?: string;
  readonly resources?: readonly string[];
  readonly ids?: readonly string[];
  readonly reason?: string | null;
  readonly outcome?: string;
  readonly url?: string;
  readonly signal?: string;
  readonly method?: string;
  readonly counts?: Readonly<Record<string, number>>;
}

const ALLOWED: ReadonlySet<string> = new Set<keyof LogFields>([
  'requestId',
  'principal',
  'address',
  'operationName',
  'operationHash',
  'store',
  'provider',
  'operation',
  'status',
  'durationMs',
  'codes',
  'code',
  'partial',
  'causeName',
  'frames',
  'auditId',
  'phase',
  'action',
  'mutation',
  'resources',
  'ids',
  'reason',
  'outcome',
  'url',
  'signal',
  'method',
  'counts',
]);

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

export interface Logger {
  readonly log: (level: LogLevel, event: string, fields?: LogFields) => void;
  /** A line that is printed whatever the level: the audit log's. Only 'silent' silences it. */
  readonly record: (event: string, fields: LogFields) => void;
  readonly flush: () => void;
}

/** JSON lines, one event a line. `event` is a fixed text of ours: 'request', 'upstream', 'audit'. */
export function createLogger(options: {
  readonly level: LogLevel | 'silent';
  readonly destination?: DestinationStream;
}): Logger {
  const settings = { level: options.level, base: null, timestamp: pino.stdTimeFunctions.isoTime, messageKey: 'event' };
  const sink = options.destination === undefined ? pino(settings) : pino(settings, options.destination);
  const records = sink.child({}, { level: options.level === 'silent' ? 'silent' : 'info' });
  return {
    log: (level, event, fields = {}) => sink[level](allowed(fields), event),
    record: (event, fields) => records.info(allowed(fields), event),
    flush: () => sink.flush(),
  };
}

/** Types do not stop an object that was made elsewhere from carrying more: the list is kept at run time too. */
function allowed(fields: LogFields): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([key, value]) => ALLOWED.has(key) && value !== undefined));
}

/** Where an unexpected error came from: our own frames, without its message. */
export function framesOf(error: unknown): readonly string[] {
  if (!(error instanceof Error) || error.stack === undefined) return [];
  // The stack begins with the message, and a message may look like a frame.
  const frames = error.stack.slice(Math.max(0, error.stack.indexOf(error.message)) + error.message.length);
  return [...frames.matchAll(/\/((?:src|dist)\/[\w./-]+\.[jt]s:\d+):\d+\)?$/gm)]
    .map((match) => match[1] ?? '')
    .slice(0, 8);
}
