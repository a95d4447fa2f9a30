/** What the platform does with an object in the cloud. */
export type Work = 'deploy' | 'update' | 'remove';

interface Step {
  readonly at: number;
  readonly state: string;
}

/** Something whose state changes as time passes: by looking, never by a timer. */
export interface Living {
  state: string;
  /** What is still to come, in order of time. */
  steps: readonly Step[];
  /** What was last begun: what a retry does again. */
  work: Work;
}

interface Course {
  readonly meanwhile: string;
  readonly failed: string;
}
const COURSES: Readonly<Record<Work, Course>> = {
  deploy: { meanwhile: 'deploying', failed: 'stalled' },
  update: { meanwhile: 'updating_versions', failed: 'updating_error' },
  remove: { meanwhile: 'decommissioning', failed: 'stalled' },
};

const TRANSITIONAL: ReadonlySet<string> = new Set([
  'start',
  ...Object.values(COURSES).map(({ meanwhile }) => meanwhile),
]);

/** Begins a piece of work that ends in `done` after the latency, or in its failure. */
export function begin(
  object: Living,
  work: Work,
  plan: { readonly now: number; readonly latencyMs: number; readonly done: string; readonly fails: boolean },
): void {
  const { meanwhile, failed } = COURSES[work];
  object.work = work;
  object.state = meanwhile;
  object.steps = [{ at: plan.now + plan.latencyMs, state: plan.fails ? failed : plan.done }];
}

/** A new object: it waits in `start` for a third of the time. */
export function beginNew(object: Living, plan: Parameters<typeof begin>[2]): void {
  begin(object, 'deploy', plan);
  object.steps = [{ at: plan.now + plan.latencyMs / 3, state: object.state }, ...object.steps];
  object.state = 'start';
}

/** Lets the time until now pass; answers the states that were reached on the way. */
export function advance(object: Living, now: number): readonly string[] {
  const due = object.steps.filter(({ at }) => at <= now).map(({ state }) => state);
  if (due.length === 0) return due;
  object.steps = object.steps.slice(due.length);
  object.state = due.at(-1) ?? object.state;
  return due;
}

export function isTransitional({ state }: Living): boolean {
  return TRANSITIONAL.has(state);
}

export function hasFailed({ state, work }: Living): boolean {
  return state === COURSES[work].failed;
}
