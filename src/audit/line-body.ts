import { z } from 'zod';
import type { AuditEvent, AuditResult } from './event.ts';

export const AUDIT_FORMAT = 'portcullis-audit';
export const AUDIT_FORMAT_VERSION = 1;

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const process = {
  at: z.iso.datetime(),
  checkpointEvery: z.int().min(1),
  /** SHA-256 of the public key that checkpoints are to be checked with. */
  key: hash,
  pid: z.int(),
  startedAt: z.iso.datetime(),
};
const piece = { bytes: z.int().min(0), sha256: hash };

const header = z.looseObject({
  kind: z.literal('header'),
  format: z.literal(AUDIT_FORMAT),
  version: z.literal(AUDIT_FORMAT_VERSION),
  /** The same in every file of the chain. */
  chain: z.uuid(),
  /** Of this file alone. */
  file: z.uuid(),
  /** The file that it continues; its last hash is this line's `prev`. */
  previousFile: z.uuid().nullable(),
  ...process,
});

/** A process took up a file that was there. */
const opened = z.looseObject({ kind: z.literal('opened'), ...process });

const checkpoint = z.looseObject({
  kind: z.literal('checkpoint'),
  at: z.iso.datetime(),
  reason: z.enum(['opened', 'interval', 'rotated', 'closed']),
  key: hash,
  /** Ed25519, base64. */
  signature: z.string().max(200),
});

/** The line in front was cut off when a process died: these are its bytes, which count for nothing. */
const recovered = z.looseObject({ kind: z.literal('recovered'), at: z.iso.datetime(), ...piece });

/** Events were refused before this line, because the file could not be written. */
const gap = z.looseObject({
  kind: z.literal('gap'),
  at: z.iso.datetime(),
  since: z.iso.datetime(),
  refused: z.int().min(0),
  cause: z.string().max(100),
  /** What of the refused events had reached the file and was cut off again, in order. */
  discarded: z.object(piece),
});

const event = z.looseObject({
  kind: z.literal('event'),
  id: z.string(),
  at: z.iso.datetime(),
  phase: z.enum(['intent', 'outcome', 'read']),
  subject: z.looseObject({ mutation: z.string(), store: z.string().nullable() }),
});

/** What a line says, without its place in the chain. */
export const lineBody = z.discriminatedUnion('kind', [header, opened, checkpoint, recovered, gap, event]);

type Stated<T> = { readonly [K in keyof T as string extends K ? never : K]: T[K] };

export type HeaderBody = Stated<z.output<typeof header>>;
export type OpenedBody = Stated<z.output<typeof opened>>;
export type CheckpointBody = Stated<z.output<typeof checkpoint>>;
export type CheckpointReason = CheckpointBody['reason'];
export type RecoveredBody = Stated<z.output<typeof recovered>>;
export type GapBody = Stated<z.output<typeof gap>>;
export type EventBody = { readonly kind: 'event' } & AuditEvent;
export type LineBody = HeaderBody | OpenedBody | CheckpointBody | RecoveredBody | GapBody | EventBody;
/** A body as found in a file: of an event, only what the verifier looks at is known. */
export type ParsedBody = z.output<typeof lineBody>;

/** Field by field: types do not stop an object that was made elsewhere from carrying more. */
export function eventBody(given: AuditEvent): EventBody {
  const { id, at, phase, actor, subject } = given;
  const { principalId, principalName, roles, address, requestId, operationName, operationHash } = actor;
  const { action, mutation, store, resources, ids, reason } = subject;
  const base = {
    kind: 'event',
    id,
    at,
    actor: { principalId, principalName, roles, address, requestId, operationName, operationHash },
    subject: { action, mutation, store, resources, ids, reason },
  } as const;
  return given.phase === 'outcome'
    ? { ...base, phase: given.phase, result: resultOf(given.result) }
    : { ...base, phase: phase === 'read' ? 'read' : 'intent' };
}

function resultOf(result: AuditResult): AuditResult {
  const { allowed, outcome, upstreamStatus, ids } = result;
  if (outcome === 'SUCCEEDED') return { allowed: true, outcome, upstreamStatus, ids };
  return { allowed, outcome, code: result.code, writeOutcome: result.writeOutcome, upstreamStatus, ids };
}
