import type { AuditResult, AuditSubject } from '../../audit/event.ts';
import type { OpenStore } from '../../catalog/store.ts';
import type { UpstreamReceipt } from '../../domain/connector.ts';
import { causeName, type ErrorCode, notFound, PortcullisError } from '../../domain/errors.ts';
import type { Action } from '../../policy/actions.ts';
import type { GraphContext } from '../context.ts';
import { recordRefusal } from './refusal.ts';

export interface Receipt extends UpstreamReceipt {
  readonly auditId: string;
  readonly recorded: boolean;
}

/** A change that has passed every check: what the audit log says of it, and how it is done. */
export interface Plan<T extends UpstreamReceipt> {
  readonly store: OpenStore;
  readonly resources: readonly string[];
  readonly ids: readonly string[];
  readonly reason?: string | null;
  readonly waitSeconds: number;
  /** Every resource that it touches must allow the action. */
  readonly action: Action;
  /** A last check, after the policy: ifMatch, a reason, a budget. Throws what refuses. */
  readonly precondition?: () => void;
  readonly effect: (signal: AbortSignal) => Promise<T>;
  /** Global ids of what came to be, for the outcome. */
  readonly idsOf: (written: T) => readonly string[];
  /** False for a reveal: it changes nothing, so nothing is read anew. */
  readonly changes: boolean;
}

export interface Done<T> {
  readonly written: T;
  readonly receipt: Receipt;
}

/**
 * The one way in which anything is changed or revealed: prepare (which may refuse) -> policy -> audit -> effect ->
 * invalidate -> outcome. The effect is sent once. It does not end when the client hangs up: only its own deadline
 * ends it, because a write that was begun has to be told of.
 */
export async function runWrite<T extends UpstreamReceipt>(
  context: GraphContext,
  mutation: string,
  prepare: (signal: AbortSignal) => Promise<Plan<T>>,
): Promise<Done<T>> {
  const deadline = AbortSignal.timeout(context.services.writeTimeoutMs);
  // What fails before there is a plan is put on the record by whoever called: it knows the input.
  const plan = await prepare(AbortSignal.any([deadline, context.viewer.signal]));
  try {
    decide(context, plan);
    plan.precondition?.();
  } catch (error) {
    throw await recordRefusal(
      context,
      subjectOf(mutation, plan),
      asPortcullisError(error).with({ outcome: 'NOT_APPLIED' }),
    );
  }
  return carryOut(context, mutation, plan);
}

async function carryOut<T extends UpstreamReceipt>(
  context: GraphContext,
  mutation: string,
  plan: Plan<T>,
): Promise<Done<T>> {
  const { audit, metadata, writeTimeoutMs } = context.services;
  const entry = await audit.begin(context.actor, subjectOf(mutation, plan));
  try {
    const written = await plan.effect(AbortSignal.timeout(writeTimeoutMs + plan.waitSeconds * 1_000));
    if (plan.changes) await forget(context, plan.store, metadata);
    const { upstreamStatus, upstreamCode, upstreamMessage } = written;
    const recorded = await entry.end({ allowed: true, outcome: 'SUCCEEDED', upstreamStatus, ids: plan.idsOf(written) });
    return { written, receipt: { auditId: entry.id, recorded, upstreamStatus, upstreamCode, upstreamMessage } };
  } catch (error) {
    const failure = settled(asPortcullisError(error)).with({
      auditId: entry.id,
      store: plan.store.name,
      provider: plan.store.facts.provider,
    });
    if (plan.changes && failure.details.outcome !== 'NOT_APPLIED') await forget(context, plan.store, metadata);
    const recorded = await entry.end(failureResult(failure, plan.ids));
    throw recorded ? failure : failure.with({ facts: { ...failure.details.facts, recorded: false } });
  }
}

/** Forgotten here before the answer, so that the same request reads what is, not what was. */
async function forget(
  context: GraphContext,
  store: OpenStore,
  metadata: GraphContext['services']['metadata'],
): Promise<void> {
  await metadata.invalidate(store);
  context.loaders.clear();
}

const DESCRIBES: readonly Action[] = ['secret:describe', 'secretGroup:describe', 'store:describe'];

/** What may be described but not changed is FORBIDDEN; what may not even be described is not there. */
function decide(
  context: GraphContext,
  { resources, action }: Pick<Plan<UpstreamReceipt>, 'resources' | 'action'>,
): void {
  const { rights } = context.viewer;
  if (resources.every((resource) => rights.allows(action, resource))) return;
  const visible = resources.every((resource) => DESCRIBES.some((describe) => rights.allows(describe, resource)));
  if (!visible) throw notFound();
  throw new PortcullisError('FORBIDDEN', `The policy does not allow ${action} here.`);
}

function subjectOf(mutation: string, plan: Omit<Plan<UpstreamReceipt>, 'effect' | 'idsOf'>): AuditSubject {
  const { action, store, resources, ids, reason = null } = plan;
  return { action, mutation, store: store.name, resources, ids, reason };
}

const REFUSALS: ReadonlySet<ErrorCode> = new Set([
  'BAD_USER_INPUT',
  'UNSUPPORTED',
  'NOT_FOUND',
  'CONFLICT',
  'PRECONDITION_FAILED',
]);

/** A connector that does not say what became of a write has refused it, or does not know. */
function settled(failure: PortcullisError): PortcullisError {
  if (failure.details.outcome !== undefined) return failure;
  return failure.with({ outcome: REFUSALS.has(failure.code) ? 'NOT_APPLIED' : 'UNKNOWN' });
}

function failureResult(failure: PortcullisError, ids: readonly string[]): AuditResult {
  const { outcome = null, upstreamStatus = null } = failure.details;
  return { allowed: true, outcome: 'FAILED', code: failure.code, writeOutcome: outcome, upstreamStatus, ids };
}

function asPortcullisError(error: unknown): PortcullisError {
  if (error instanceof PortcullisError) return error;
  return new PortcullisError('INTERNAL', 'The change could not be carried out.', {
    causeName: causeName(error),
    outcome: 'UNKNOWN',
  });
}
